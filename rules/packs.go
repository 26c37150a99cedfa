package rules

import (
	"embed"
	"fmt"
	"sync"
)

//go:embed packs/*.yaml
var packFiles embed.FS

// BuiltinPacks returns the packs that come with the library, in order of
// their files' names. Their texts are read once, on the first call.
var BuiltinPacks = sync.OnceValue(func() []*Pack {
	entries, err := packFiles.ReadDir("packs")
	if err != nil {
		panic(err)
	}
	var packs []*Pack
	for _, e := range entries {
		data, err := packFiles.ReadFile("packs/" + e.Name())
		if err != nil {
			panic(err)
		}
		pack, err := ParsePack(e.Name(), data)
		if err != nil {
			panic(fmt.Sprintf("a built-in pack: %v", err))
		}
		packs = append(packs, pack)
	}
	return packs
})
