//go:build !race

package spam

// slowdown is how much slower tests may run under the race detector.
const slowdown = 1
