package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/boardspam/boardspam/spam"
)

// checkCmd judges posts.
type checkCmd struct {
	Files []string `arg:"" optional:"" name:"FILE" help:"Posts to judge; - or none is standard input."`
	JSON  bool     `help:"Write one JSON object a post, one a line."`
}

// Run judges every post of every file.
func (cmd *checkCmd) Run(c *console) error {
	files := cmd.Files
	if len(files) == 0 {
		files = []string{"-"}
	}
	for _, name := range files {
		if err := cmd.file(c, name); err != nil {
			c.fail(err)
		}
	}
	return nil
}

func (cmd *checkCmd) file(c *console, name string) error {
	in := c.in
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		defer f.Close()
		in = f
	}
	r := bufio.NewReader(in)
	if first, _ := r.Peek(1); string(first) != "{" {
		text, err := io.ReadAll(r)
		if err != nil {
			return err
		}
		return cmd.post(c, spam.Post{Body: string(text)})
	}
	for line := 1; ; line++ {
		text, err := r.ReadBytes('\n')
		if len(bytes.TrimSpace(text)) > 0 {
			var p struct{ ID, Title, Body, Text string }
			if bad := json.Unmarshal(text, &p); bad != nil {
				c.fail(fmt.Errorf("%s:%d: %w", name, line, bad))
			} else if bad := cmd.post(c, spam.Post{ID: p.ID, Title: p.Title, Body: p.Body + p.Text}); bad != nil {
				return bad
			}
		}
		if err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
	}
}

func (cmd *checkCmd) post(c *console, p spam.Post) error {
	v := spam.Check(p)
	if v.Action != spam.Pass {
		c.raise(statusSpam)
	}
	if cmd.JSON {
		return json.NewEncoder(c.out).Encode(map[string]any{"id": p.ID, "action": v.Action, "score": v.Score})
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s %.3f\n", v.Action, v.Score)
	for _, r := range v.Reasons {
		fmt.Fprintf(&b, "  %+.1f %s %s\n", r.Weight, r.Signal, r.Note)
	}
	_, err := io.WriteString(c.out, b.String())
	return err
}
