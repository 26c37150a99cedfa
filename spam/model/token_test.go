package model

import (
	"math"
	"testing"
)

func TestHalf(t *testing.T) {
	for _, n := range []int32{0, 1, 2, 3, 4, 6, 7, 15, 21, 22, 1000, 46340, math.MaxInt32 - 1} {
		if got, want := half(n), uint32(2*math.Log2(float64(n)+1)); got != want {
			t.Errorf("half(%d) = %d, want %d", n, got, want)
		}
	}
}
