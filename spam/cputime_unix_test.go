//go:build unix

package spam

import (
	"syscall"
	"time"
)

// cpuTime returns the processor time that the process has taken so far. Unlike
// the clock's, it does not depend much on what else runs.
func cpuTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
