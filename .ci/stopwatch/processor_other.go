//go:build !unix

package stopwatch

import "time"

var began = time.Now()

// Processor returns the time by the clock, for want of the processor's.
func Processor() time.Duration { return time.Since(began) }
