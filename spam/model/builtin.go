package model

import (
	_ "embed"
	"sync"
)

//go:embed builtin.model
var builtinFile []byte

// Builtin returns the model that comes with the library. It is read on first
// use. corpus/MODEL.md is its card.
var Builtin = sync.OnceValue(func() *Model {
	m, err := parse(builtinFile)
	if err != nil {
		panic("model: the built-in model is broken: " + err.Error())
	}
	return m
})
