package stopwatch

import (
	"testing"
	"time"
)

func TestQuickest(t *testing.T) {
	tries := 0
	nap := func() {
		tries++
		time.Sleep(time.Duration(5-tries) * time.Millisecond)
	}
	if Quickest(time.Hour, nap); tries != 1 {
		t.Errorf("%d tries of what was fast enough", tries)
	}
	tries = 0
	start := time.Now()
	got := Quickest(-1, nap)
	if mean := time.Since(start) / 3; tries != 3 || got < 2*time.Millisecond || got > mean {
		t.Errorf("%v in %d tries of 4, 3 and 2 ms, %v on average", got, tries, mean)
	}
}
