package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/boardspam/boardspam/corpus"
)

// bogofilter learns from posts that are written as mail.
func bogofilter(dir string, train, dev []corpus.Sample) ([]float64, error) {
	words := filepath.Join(dir, "words")
	if err := os.Mkdir(words, 0o700); err != nil {
		return nil, err
	}
	for label, flag := range map[corpus.Label]string{corpus.Spam: "-s", corpus.Ham: "-n"} {
		var some []corpus.Sample
		for _, s := range train {
			if s.Label == label {
				some = append(some, s)
			}
		}
		if _, err := onMail(filepath.Join(dir, string(label)), some, "-d", words, flag); err != nil {
			return nil, err
		}
	}
	out, err := onMail(filepath.Join(dir, "dev"), dev, "-d", words, "-T")
	if err != nil {
		return nil, err
	}
	var scores []float64
	for line := range strings.Lines(out) { // FILE S 0.99
		p, err := strconv.ParseFloat(strings.TrimSpace(line[strings.LastIndexByte(line, ' ')+1:]), 64)
		if err != nil {
			return nil, fmt.Errorf("%w: %q", errAnswer, line)
		}
		scores = append(scores, p)
	}
	return scores, nil
}

// onMail runs bogofilter on posts, each in a file of its own, and returns what
// it says.
func onMail(dir string, samples []corpus.Sample, flags ...string) (string, error) {
	names, err := writeMail(dir, samples)
	if err != nil {
		return "", err
	}
	c := exec.Command("bogofilter", append(flags, "-C", "-b")...)
	c.Stdin = strings.NewReader(names)
	out, err := c.Output()
	if status := c.ProcessState.ExitCode(); status < 0 || status > 2 { // 0 to 2 are answers
		return "", fmt.Errorf("bogofilter %s: %w", flags, err)
	}
	return string(out), nil
}

// writeMail writes each post to a file of its own, and returns their names.
func writeMail(dir string, samples []corpus.Sample) (names string, err error) {
	if err := os.Mkdir(dir, 0o700); err != nil {
		return "", err
	}
	var list strings.Builder
	for i := range samples {
		name := filepath.Join(dir, strconv.Itoa(i))
		if err := os.WriteFile(name, []byte(mailOf(&samples[i])), 0o600); err != nil {
			return "", err
		}
		list.WriteString(name + "\n")
	}
	return list.String(), nil
}

// mailOf returns a post as mail.
func mailOf(s *corpus.Sample) string {
	subject := strings.Join(strings.Fields(s.Title), " ")
	return "From: writer@board.example\nSubject: " + subject + "\nMIME-Version: 1.0\n" +
		"Content-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit\n\n" + s.Body + "\n"
}
