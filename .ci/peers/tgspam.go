package main

import (
	_ "embed"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"time"

	"github.com/boardspam/boardspam/corpus"
)

//go:embed tgspam.go.txt
var tgSpamProgram []byte

// beginTgSpam builds a program around tg-spam, in a module of its own.
func beginTgSpam(b *bed) (judge, error) {
	const module = "github.com/umputun/tg-spam"
	dir := b.path("tgspam")
	if err := os.Mkdir(dir, 0o700); err != nil {
		return nil, err
	}
	if err := os.WriteFile(b.path("tgspam/main.go"), tgSpamProgram, 0o600); err != nil {
		return nil, err
	}
	command := func(args ...string) *exec.Cmd {
		c := exec.Command("go", args...)
		c.Dir = dir
		return c
	}
	for _, args := range [][]string{{"mod", "init", "peers/tgspam"}, {"get", module + "@latest"}, {"mod", "tidy"}, {"build"}} {
		if err := call(command(args...)); err != nil {
			fmt.Fprintln(os.Stderr, "peers: no tg-spam, which is left out:", err)
			return nil, nil
		}
	}
	source, err := command("list", "-m", "-f", "{{.Dir}}", module).Output()
	if err != nil {
		return nil, err
	}
	return func(posts []corpus.Sample) (time.Duration, error) {
		file := b.path("posts.jsonl")
		if err := writePosts(file, posts); err != nil {
			return 0, err
		}
		return processorTime(exec.Command(b.path("tgspam/tgspam"), strings.TrimSpace(string(source)), file), len(posts))
	}, nil
}
