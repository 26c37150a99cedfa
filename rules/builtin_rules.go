package rules

import (
	_ "embed"
	"encoding/json"
	"sync"
)

// builtinRules are the rules for addresses of the built-in packs, without their
// examples: reading packs takes YAML, which a program that only judges need
// not link. Left out are the packs of offers, which package signal knows with
// what stands around them.
//
//go:embed builtin_rules.json
var builtinRules []byte

// BuiltinRules returns the rules that a detector asks by default: those for
// addresses, out of rules/packs. A keeper's own are compiled together with them.
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
