//go:build !unix

package spam

import "time"

var began = time.Now()

// cpuTime returns the time by the clock, for want of the processor's.
func cpuTime() time.Duration { return time.Since(began) }
