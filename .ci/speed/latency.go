package main

import (
	"cmp"
	"fmt"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"time"
	"unsafe"

	"github.com/boardspam/boardspam/.ci/readme"
	"github.com/boardspam/boardspam/corpus"
	"github.com/boardspam/boardspam/spam"
)

// A wait is how long one post took.
type wait struct {
	post  string
	bytes int
	took  time.Duration
}

// waits judges every post of the sets, one after the other. Of three times the
// shortest counts, by the clock or by the thread's processor time, so that
// nobody else's work is measured.
func waits() ([]wait, error) {
	files, err := filepath.Glob(filepath.Join(sets, "*.jsonl"))
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("%s: no posts", sets)
	}
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	var all []wait
	for _, name := range files {
		samples, err := corpus.ReadFile(name)
		if err != nil {
			return nil, err
		}
		for _, s := range samples {
			w := wait{strings.TrimSuffix(filepath.Base(name), ".jsonl") + " " + s.ID, len(s.Title) + len(s.Body), time.Hour}
			for range 3 {
				start, before := time.Now(), threadTime()
				spam.Check(s.Post)
				w.took = min(w.took, time.Since(start), threadTime()-before)
			}
			all = append(all, w)
		}
	}
	slices.SortFunc(all, func(a, b wait) int { return cmp.Compare(a.took, b.took) })
	return all, nil
}

// threadTime returns the processor time of the thread so far.
func threadTime() time.Duration {
	const clock = 3 // CLOCK_THREAD_CPUTIME_ID of Linux
	var t syscall.Timespec
	if _, _, err := syscall.Syscall(syscall.SYS_CLOCK_GETTIME, clock, uintptr(unsafe.Pointer(&t)), 0); err != 0 {
		panic(err)
	}
	return time.Duration(t.Nano())
}

// latency returns how long posts wait, most of them and the unluckiest.
func latency() (rows readme.Table, err error) {
	all, err := waits()
	if err != nil {
		return nil, err
	}
	for _, share := range []float64{0.5, 0.99, 0.999, 1} {
		w := all[min(int(share*float64(len(all))), len(all)-1)]
		name := fmt.Sprintf("%g %% of the %s posts of `dev` take at most", 100*share, readme.Thousands(fmt.Sprint(len(all))))
		if share == 1 {
			name = fmt.Sprintf("the longest takes (`%s`, %s bytes)", w.post, readme.Thousands(fmt.Sprint(w.bytes)))
		}
		rows = append(rows, []string{name, readme.Number(float64(w.took.Nanoseconds())/1000) + " µs"})
	}
	return rows, nil
}
