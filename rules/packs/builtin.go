package packs

import (
	"embed"
	"fmt"
	"sync"
)

//go:embed *.yaml
var files embed.FS

// Builtin returns the packs that come with the library, in order of
// their files' names. Their texts are read once, on the first call.
var Builtin = sync.OnceValue(func() []*Pack {
	entries, err := files.ReadDir(".")
	if err != nil {
		panic(err)
	}
	var packs []*Pack
	for _, e := range entries {
		data, err := files.ReadFile(e.Name())
		if err != nil {
			panic(err)
		}
		pack, err := Parse(e.Name(), data)
		if err != nil {
			panic(fmt.Sprintf("a built-in pack: %v", err))
		}
		packs = append(packs, pack)
	}
	return packs
})
