//go:build !ablation

package model

// muted are the families that are left out.
const muted family = 0
