package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"time"

	"github.com/boardspam/boardspam/.ci/readme"
)

// A process is what a run of the command line took: the least of several.
type process struct {
	took    time.Duration
	cpu     time.Duration
	memory  int64 // bytes that were resident at most
	answers int
}

// shortSets are the sets of short comments.
var shortSets = []string{"ko_news_comments_ham", "id_judol_muzazr"}

// processes returns what the command line takes, reading and writing
// included: for many short comments, and for the first post.
func processes() (rows readme.Table, err error) {
	dir, err := os.MkdirTemp("", "speed")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	build := exec.Command("go", "build", "-o", filepath.Join(dir, "boardspam"), "./examples/boardspam")
	build.Stderr = os.Stderr
	if err := build.Run(); err != nil {
		return nil, err
	}
	// First, while this process is small: what is resident in it counts for its children.
	for _, first := range []struct{ name, post string }{
		{"one Korean post, from start to end", `{"body":"안녕하세요, 오늘 산장 예약이 가능한가요?"}`},
		{"one English post, for which it reads a model of grammar", `{"body":"Hello there, can I still book a room at the lodge for tonight and the next day?"}`},
	} {
		p, err := fastest(dir, []byte(first.post), "1")
		if err != nil {
			return nil, err
		}
		rows = append(rows, []string{first.name, fmt.Sprintf("%s ms, %s MB", readme.Number(p.took.Seconds()*1000), readme.Number(float64(p.memory)/1e6))})
	}
	posts, err := shortPosts()
	if err != nil {
		return nil, err
	}
	for _, jobs := range []string{"1", "2"} {
		p, err := fastest(dir, posts, jobs)
		if err != nil {
			return nil, err
		}
		seconds := p.took.Seconds()
		rows = append(rows, []string{
			fmt.Sprintf("`boardspam check --json --jobs %s`, %s short comments", jobs, readme.Thousands(fmt.Sprint(p.answers))),
			fmt.Sprintf("%s posts/s, %s MB/s; %s posts a second of processor time",
				readme.Number(float64(p.answers)/seconds), readme.Number(float64(len(posts))/seconds/1e6), readme.Number(float64(p.answers)/p.cpu.Seconds())),
		})
	}
	return rows, nil
}

// shortPosts returns the short comments several times over.
func shortPosts() ([]byte, error) {
	var posts []byte
	for _, set := range shortSets {
		data, err := os.ReadFile(filepath.Join(sets, set+".jsonl"))
		if err != nil {
			return nil, err
		}
		posts = append(posts, data...)
	}
	const times = 8
	return bytes.Repeat(posts, times), nil
}

// fastest returns the fastest of a dozen runs on posts.
func fastest(dir string, posts []byte, jobs string) (best process, err error) {
	if err := os.WriteFile(filepath.Join(dir, "posts"), posts, 0o600); err != nil {
		return best, err
	}
	for range 12 {
		p, err := check(dir, jobs)
		if err != nil {
			return best, err
		}
		if best.answers == 0 {
			best = p
		}
		best.took, best.cpu = min(best.took, p.took), min(best.cpu, p.cpu)
	}
	return best, nil
}

// check runs the command line once.
func check(dir, jobs string) (p process, err error) {
	in, err := os.Open(filepath.Join(dir, "posts"))
	if err != nil {
		return p, err
	}
	defer in.Close()
	c := exec.Command(filepath.Join(dir, "boardspam"), "check", "--json", "--jobs", jobs)
	c.Stdin = in
	start := time.Now()
	answers, err := c.Output()
	p.took = time.Since(start)
	var exit *exec.ExitError
	if err != nil && !(errors.As(err, &exit) && exit.ExitCode() == 1) { // 1: there is spam
		return p, err
	}
	p.cpu = c.ProcessState.UserTime() + c.ProcessState.SystemTime()
	p.answers = bytes.Count(answers, []byte("\n"))
	if usage, ok := c.ProcessState.SysUsage().(*syscall.Rusage); ok {
		p.memory = usage.Maxrss << 10 // Linux counts in KiB
	}
	return p, nil
}
