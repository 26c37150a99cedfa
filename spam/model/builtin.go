package model

// Builtin returns the model that comes with the library.
func Builtin() *Model {
	return &Model{prior: -4, Hold: 0.5, Reject: 0.95, slope: 1}
}
