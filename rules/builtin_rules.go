package rules

import (
	_ "embed"
	"encoding/json"
	"sync"
)

// builtinRules are the rules of the built-in packs without their examples:
// reading packs takes YAML, which a program that only judges need not link.
//
//go:embed builtin_rules.json
var builtinRules []byte

// BuiltinRules returns the rules that come with the library: those of the packs
// in rules/packs. A keeper's own are compiled together with them.
func BuiltinRules() []Rule {
	var list []Rule
	if err := json.Unmarshal(builtinRules, &list); err != nil {
		panic("rules: the built-in rules: " + err.Error())
	}
	return list
}

// BuiltinSet returns the built-in rules, compiled.
var BuiltinSet = sync.OnceValue(func() *Set {
	set, err := Compile(BuiltinRules())
	if err != nil {
		panic(err)
	}
	return set
})
