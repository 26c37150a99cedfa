package main

import (
	"bytes"
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
		{"check no/such/file", 2, "", "no/such/file"},
	}
	for _, test := range tests {
		status, out, errs := boardspam(t, "", strings.Fields(test.args)...)
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
