package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
)

// boardspam runs the command on standard input.
func boardspam(t *testing.T, in string, args ...string) (status int, out, errs string) {
	t.Helper()
	var o, e bytes.Buffer
	status = run(args, strings.NewReader(in), &o, &e)
	return status, o.String(), e.String()
}

func TestCommandLine(t *testing.T) {
	tests := []struct {
		args   string
		status int
		out    string // contained in standard output
		errs   string // contained in standard error
	}{
		{"--version", 0, "boardspam ", ""},
		{"--help", 0, "Judge posts", ""},
		{"check --help", 0, "--json", ""},
		{"", 2, "", "expected"},
		{"chek", 2, "", "chek"},
		{"check --format=rtf", 2, "", "--format"},
		{"check --hold=2", 2, "", "from 0 to 1"},
		{"check --hold=0.9 --reject=0.5", 2, "", "above --reject"},
		{"check no/such/file", 2, "", "no/such/file"},
		{"check --json", 0, "", ""}, // nothing in, nothing out
	}
	for _, test := range tests {
		status, out, errs := boardspam(t, "", strings.Fields(test.args)...)
		if test.out == "" && out != "" {
			t.Errorf("boardspam %s: %s", test.args, out)
		}
		if status != test.status || !strings.Contains(out, test.out) || !strings.Contains(errs, test.errs) {
			t.Errorf("boardspam %s: status %d\n%s%s", test.args, status, out, errs)
		}
	}
}

func TestCheckJSON(t *testing.T) {
	in := `{"id":"1","body":"hello"}` + "\noops\n" + `{"id":3,"text":"안녕"}` + "\n"
	status, out, errs := boardspam(t, in, "check", "--json", "--hold=0.999", "--reject=1")
	lines := strings.Split(strings.TrimSpace(out), "\n")
	if status != 2 || len(lines) != 2 || !strings.HasPrefix(errs, "-:2: ") {
		t.Fatalf("status %d\n%s\n%s", status, out, errs)
	}
	for i, want := range []string{
		`{"file":"-","line":1,"id":"1","action":"pass","score":`,
		`{"file":"-","line":3,"id":"3","action":"pass","score":`,
	} {
		if !strings.HasPrefix(lines[i], want) {
			t.Errorf("line %d is %s", i, lines[i])
		}
	}
}

// TestOneInOneOut talks to the command through pipes: a post is answered
// before the next is written.
func TestOneInOneOut(t *testing.T) {
	in, post := io.Pipe()
	answer, out := io.Pipe()
	go func() {
		run([]string{"check", "--json", "--jobs=2"}, in, out, io.Discard)
		out.Close()
	}()
	answers := bufio.NewScanner(answer)
	for _, body := range []string{"plain", "한글", "끝"} {
		if _, err := fmt.Fprintf(post, "{\"id\":%q,\"body\":%q}\n", body, body); err != nil {
			t.Fatal(err)
		}
		if !answers.Scan() || !strings.Contains(answers.Text(), `"id":"`+body+`"`) {
			t.Fatalf("%q is answered with %q", body, answers.Text())
		}
	}
	post.Close()
	if answers.Scan() {
		t.Errorf("one more answer: %s", answers.Text())
	}
}

// TestJobs writes the same, in the order of the input, however many work.
func TestJobs(t *testing.T) {
	var in strings.Builder
	for i := range 3000 {
		fmt.Fprintf(&in, "{\"id\":\"%d\",\"body\":%q}\n", i, strings.Repeat("눈이 옵니다. ", i%50))
		if i%700 == 0 {
			in.WriteString("oops\n")
		}
	}
	_, one, errs1 := boardspam(t, in.String(), "check", "--json", "--jobs=1")
	_, many, errsMany := boardspam(t, in.String(), "check", "--json", "--jobs=7")
	if one != many || errs1 != errsMany || strings.Count(one, "\n") != 3000 {
		t.Errorf("%d and %d lines", strings.Count(one, "\n"), strings.Count(many, "\n"))
	}
}

func TestQuiet(t *testing.T) {
	status, out, _ := boardspam(t, "", "check", "-q", "testdata/review.txt")
	if status != statusSpam || out != "" {
		t.Errorf("status %d, %q", status, out)
	}
}

// A broken is a Writer that fails.
type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("no space left") }

func TestBrokenOutput(t *testing.T) {
	var errs bytes.Buffer
	in := strings.NewReader(strings.Repeat("{\"body\":\"a\"}\n", 100_000))
	if status := run([]string{"check", "--json"}, in, broken{}, &errs); status != statusFailed || !strings.Contains(errs.String(), "no space left") {
		t.Errorf("status %d, %s", status, errs.String())
	}
}
