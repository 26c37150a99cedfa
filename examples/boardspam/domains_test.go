package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// call runs the program and returns what it wrote and its exit status.
func call(args ...string) (out, errs string, status int) {
	var o, e bytes.Buffer
	status = run(args, strings.NewReader(""), &o, &e)
	return o.String(), e.String(), status
}

// put writes a file of a test and returns its name.
func put(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestDomainsCommand(t *testing.T) {
	list := put(t, "mine.txt", "bad-one.example\n||bad-two.example^\n@@||good.example^\n0.0.0.0 x\n")
	set := filepath.Join(t.TempDir(), "mine.set")
	out, errs, status := call("domains", "build", "--out", set, list)
	if status != statusFailed || !strings.Contains(out, "2 names in ") ||
		!strings.Contains(errs, `mine.txt:4: "x": no dot in the name`) || !strings.Contains(errs, `mine.txt:3: "good.example": left out`) {
		t.Errorf("build: status %d, %q, %q", status, out, errs)
	}
	if out, errs, status := call("domains", "info", "--names", set); status != statusClean || !strings.Contains(out, "\nbad-two.example\n") {
		t.Errorf("info: status %d, %q, %q", status, out, errs)
	}
	for _, file := range []string{set, list} {
		out, _, _ := call("domains", "test", "--domains", file, "http://62.bad-one.example/x", "good.example", "bit.ly")
		want := "http://62.bad-one.example/x\tbad-one.example\tlisted\t" + file + ": bad-one.example\ngood.example\tgood.example\tunknown\nbit.ly\tbit.ly\tshortener\n"
		if out != want {
			t.Errorf("test with %s: %q, want %q", file, out, want)
		}
	}
	if _, _, status := call("domains", "test", "--domains", set, "bad-one.example"); status != statusSpam {
		t.Errorf("a listed name: status %d", status)
	}
	for _, args := range [][]string{
		{"domains", "info", list}, {"domains", "test", "http://"}, {"domains", "build", "--out", set, "no-such-file"},
		{"domains", "build", "--out", set, "--fpr", "2", list},
	} {
		if _, errs, status := call(args...); status != statusFailed || errs == "" {
			t.Errorf("%q: status %d, %q", args, status, errs)
		}
	}
}

func TestDomainsConvert(t *testing.T) {
	list := put(t, "mine.txt", "bad.example # seen\n@@||good.example^\n꽁머니\n")
	out, errs, status := call("domains", "convert", "--to", "adblock", list)
	if want := "||bad.example^\n@@||good.example^\n"; status != statusClean || out != want || errs != "1 entries left out: adblock has no word for them\n" {
		t.Errorf("status %d, %q, %q", status, out, errs)
	}
}

// TestEveryBadLineIsReported brings a list with many lines that cannot be read
// to each command that reads lists.
func TestEveryBadLineIsReported(t *testing.T) {
	const bad = 50
	list := put(t, "list.txt", "good.example.top\n"+strings.Repeat("/writing(?<!code)/\n", bad))
	post := put(t, "post.txt", "hello")
	data := put(t, "data.jsonl", `{"id":"1","label":"ham","body":"hello"}`+"\n")
	for _, args := range [][]string{
		{"domains", "build", "--out", filepath.Join(t.TempDir(), "x.set"), list},
		{"domains", "convert", list},
		{"check", "--domains", list, post},
		{"rules", "impact", list, data},
	} {
		_, errs, status := call(args...)
		if n := strings.Count(errs, "list.txt:"); n < bad || status != statusFailed {
			t.Errorf("%v: status %d, %d of %d bad lines reported", args[:2], status, n, bad)
		}
	}
}
