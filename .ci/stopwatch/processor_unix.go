//go:build unix

package stopwatch

import (
	"syscall"
	"time"
)

// Processor returns the processor time that the process has taken so far.
// Unlike the clock's, it does not depend much on what else runs.
func Processor() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
