package main

import (
	"runtime"
	"testing"
)

// TestBegin keeps the program to the processors that are asked for, as long as it judges.
func TestBegin(t *testing.T) {
	processors := runtime.GOMAXPROCS(0)
	for _, tt := range []struct{ asked, jobs, want int }{
		{0, processors, processors},
		{1, 1, 1},
		{processors + 1, processors + 1, processors},
	} {
		jobs, end := (&output{Jobs: tt.asked}).begin()
		if got := runtime.GOMAXPROCS(0); jobs != tt.jobs || got != tt.want {
			t.Errorf("--jobs %d: %d goroutines on %d processors, want %d on %d", tt.asked, jobs, got, tt.jobs, tt.want)
		}
		end()
		if got := runtime.GOMAXPROCS(0); got != processors {
			t.Errorf("--jobs %d: %d processors afterwards, want %d", tt.asked, got, processors)
		}
	}
}
