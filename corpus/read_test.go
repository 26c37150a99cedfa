package corpus

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"

	"github.com/boardspam/boardspam/spam/document"
)

var update = flag.Bool("update", false, "write testdata/read/*.want anew")

// TestRead reads each file of testdata/read as its name and content tell, and
// compares what is read, and what cannot be, with the file NAME.want.
func TestRead(t *testing.T) {
	files, err := filepath.Glob("testdata/read/*")
	if err != nil || len(files) == 0 {
		t.Fatal("no files: ", err)
	}
	for _, name := range files {
		if filepath.Ext(name) == ".want" {
			continue
		}
		t.Run(filepath.Base(name), func(t *testing.T) {
			b, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			got := transcript(t, b, File{Name: filepath.Base(name), Format: formatOf(name), Comments: true})
			if *update {
				os.WriteFile(name+".want", []byte(got), 0o666)
			}
			want, err := os.ReadFile(name + ".want")
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

// formatOf returns the format of a file that does not show it.
func formatOf(name string) string {
	if strings.Contains(name, "samples") {
		return "samples"
	}
	return ""
}

// transcript returns what is read of a file, post by post. It reads twice,
// the second time a byte at a time.
func transcript(t *testing.T, b []byte, f File) string {
	t.Helper()
	var out strings.Builder
	for s, err := range Read(bytes.NewReader(b), f) {
		if err != nil {
			fmt.Fprintf(&out, "error: %v\n", err)
			continue
		}
		checkOrigin(t, b, &s)
		fmt.Fprintf(&out, "%d: ", s.Line)
		if err := WriteJSONL(&out, s); err != nil {
			t.Fatal(err)
		}
	}
	n := 0
	for range Read(iotest.OneByteReader(bytes.NewReader(b)), f) {
		n++
	}
	if all := strings.Count(out.String(), "\n"); n != all {
		t.Errorf("%d posts and errors, but %d if read by bytes", all, n)
	}
	return out.String()
}

// checkOrigin checks that the fields of a post stand in the file where they
// are said to.
func checkOrigin(t *testing.T, file []byte, s *Sample) {
	t.Helper()
	fields := []document.Field{}
	if s.Origin.Body > 0 {
		fields = append(fields, document.Body)
	}
	if s.Origin.Title > 0 {
		fields = append(fields, document.Title)
	}
	if s.Origin.Author > 0 {
		fields = append(fields, document.AuthorName)
	}
	for i := range s.Origin.Links {
		fields = append(fields, document.Link(i))
	}
	for _, f := range fields {
		at := s.Origin.Span(document.Span{Field: f, Start: 0, End: len(s.Text(f))})
		if at.End > len(file) || string(file[at.Start:at.End]) != s.Text(f) {
			t.Errorf("%s does not stand at %d: %.60q", f, at.Start, s.Text(f))
		}
	}
}

func TestReadErrors(t *testing.T) {
	tests := []struct {
		file  File
		text  string
		wants string
	}{
		{File{Name: "f", Format: "rtf"}, "", `corpus: f: unknown format "rtf"`},
		{File{Name: "f", Encoding: "latin-1"}, "", `corpus: f: unknown encoding "latin-1"`},
		{File{Name: "f", Format: "page"}, "본문", `corpus: f: no line "페이지 정보"`},
		{File{Name: "f.csv"}, "a,b\n1,2\n", `corpus: f.csv: no column is known to hold a post's body; map one of ["a" "b"] to "body"`},
		{File{Name: "f.xml"}, "<rss>\n<a", `corpus: f.xml:2: XML syntax error on line 2: unexpected EOF`},
		{File{Name: "f.json"}, "[\n{\"body\":\"b\"},\n{]", `corpus: f.json:3: no JSON: invalid character ']' looking for beginning of object key string`},
	}
	for _, test := range tests {
		var got error
		for _, err := range Read(strings.NewReader(test.text), test.file) {
			if err != nil {
				got = err
			}
		}
		if got == nil || got.Error() != test.wants {
			t.Errorf("%q: %v, want %s", test.text, got, test.wants)
		}
	}
	broken := errors.New("broken pipe")
	for _, name := range []string{"f.jsonl", "f.csv", "f.sql", "f.xml", "f.json", "f.txt", "f"} {
		var got error
		for _, err := range Read(iotest.ErrReader(broken), File{Name: name}) {
			got = err
		}
		if !errors.Is(got, broken) {
			t.Errorf("%s: a broken pipe is %v", name, got)
		}
	}
}

func TestColumns(t *testing.T) {
	f := File{Name: "f.csv", Columns: map[string]string{"글": "body", "누가": "author.name", "내용": ""}}
	for s, err := range Read(strings.NewReader("내용,글,누가\nx,y,z\n"), f) {
		if want := (document.Post{Body: "y", Author: document.Author{Name: "z"}}); err != nil || !cmp.Equal(want, s.Post) {
			t.Errorf("%v %s", err, cmp.Diff(want, s.Post))
		}
	}
}

// TestPageHasOneBody reads pages whose writers play at being the board.
func TestPageHasOneBody(t *testing.T) {
	tests := []struct{ page, want string }{
		{"제목\n\n페이지 정보\n\n작성자 a\n\n본문\n\n하나\n<div id=\"bo_v_con\">둘</div>\n댓글목록\n셋\n댓글목록\n", "하나\n<div id=\"bo_v_con\">둘</div>\n댓글목록\n셋"},
		{"제목\n\n페이지 정보\n\n작성자 a\n\n본문\n\n하나\n본문\n둘\n이전글 http://a.test\n", "하나\n본문\n둘\n이전글 http://a.test"},
		{"<div id=\"bo_v_con\">하나</div><div id=\"bo_v_con\">둘</div>" + skinEnd, "하나</div><div id=\"bo_v_con\">둘"},
		{"<div id=\"bo_v_con\">하나</div></div><div id=\"bo_v_con\">둘</div>", "하나"},
	}
	for _, test := range tests {
		for s, err := range Read(strings.NewReader(test.page), File{Name: "f"}) {
			if err != nil || s.Body != test.want {
				t.Errorf("%q\n%q, want %q: %v", test.page, s.Body, test.want, err)
			}
		}
	}
}

// TestLayout tells formats by content alone.
func TestLayout(t *testing.T) {
	tests := []struct{ text, want string }{
		{`{"body":"x"}`, "jsonl"},
		{"\ufeff{\"body\":\"x\"}\n{", "jsonl"},
		{"{\n \"body\": \"x\"\n}", "json"},
		{`[{"body":"x"}]`, "json"},
		{"제목,내용\n하나,둘\n", "csv"},
		{"id\tbody\n1\tx\n", "csv"},
		{"-- MySQL dump 10\n", "sql"},
		{"<?xml version='1.0'?><rss xmlns:wp='http://wordpress.org/export/1.2/'>", "wxr"},
		{"제목\n\n페이지 정보\n\n작성자 a\n\n본문\n\nb", "page"},
		{"<html><div id=\"bo_v_con\">b</div>", "page"},
		{"제목\n\n페이지 정보\n\n작성자 a\n\n본문\n\n<div id=\"bo_v_con\">b</div>", "page"},
		{"글 <div id=\"bo_v_con\">b</div>", "text"},
		{"<!DOCTYPE html><p>b", "html"},
		{"<p>b</p>", "html"},
		{"그냥 글, 쉼표가 있는\n둘째 줄", "text"},
		{"{ 괄호로 시작하는 글", "text"},
		{"{\"body\":\n{\"body\":\"a\"}\n{\"text\":\"b\"}\n", "jsonl"},
		{"oops\n{\"body\":\"a\"}\n{\"text\":\"b\"}\n{\"te", "jsonl"},
		{"설정 파일이 이렇습니다.\n{\"name\":\"a\"}\n", "text"},
		{"{ 이렇게 보냅니다.\n{\"body\":\"a\"}\n 왜 안 될까요?\n", "text"},
		{"[공지] 글", "text"},
		{"\n", "text"},
		{"", ""},
	}
	for _, test := range tests {
		in, err := decode(strings.NewReader(test.text), "")
		if err != nil {
			t.Fatal(err)
		}
		l, _, err := File{}.layout(in)
		if err != nil || l.name != test.want {
			t.Errorf("%q is %s, want %s: %v", test.text, l.name, test.want, err)
		}
	}
}

// TestReadPacked reads what was packed, or written in two bytes a letter.
func TestReadPacked(t *testing.T) {
	const text = `{"body":"산장 12호"}` + "\n"
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	io.WriteString(w, text)
	w.Close()
	var wide []byte
	for _, unit := range utf16.Encode([]rune("산장 12호")) {
		wide = binary.LittleEndian.AppendUint16(wide, unit)
	}
	tests := []struct{ name, bytes, body string }{
		{"posts.jsonl.gz", packed.String(), "산장 12호"},
		{"posts", packed.String(), "산장 12호"},
		{"cut.gz", packed.String()[:packed.Len()-12], ""},
		{"post.txt", string(wide), "산장 12호"},
		{"zero.txt", "산\x00장\x00 12호", "산\x00장\x00 12호"},
		{"one.txt", "\x1f", "\x1f"},
	}
	for _, test := range tests {
		body := ""
		for s, err := range Read(strings.NewReader(test.bytes), File{Name: test.name}) {
			if body = s.Body; err != nil && test.body != "" {
				t.Errorf("%s: %v", test.name, err)
			}
		}
		if body != test.body {
			t.Errorf("%s: %q, want %q", test.name, body, test.body)
		}
	}
}

// TestReadNothing reads an empty file: one post if its format says so.
func TestReadNothing(t *testing.T) {
	for format, want := range map[string]int{"": 0, "jsonl": 0, "csv": 0, "json": 0, "text": 1} {
		got := 0
		for _, err := range Read(strings.NewReader(""), File{Name: "-", Format: format}) {
			if got++; err != nil {
				t.Errorf("%s: %v", format, err)
			}
		}
		if got != want {
			t.Errorf("%q: %d posts", format, got)
		}
	}
}

func FuzzRead(f *testing.F) {
	files, _ := filepath.Glob("testdata/read/*")
	for _, name := range files {
		if b, err := os.ReadFile(name); err == nil && filepath.Ext(name) != ".want" {
			f.Add(b, uint8(0))
		}
	}
	for i := range Formats() {
		f.Add([]byte("제목,내용\n\"a\n"), uint8(i+1))
	}
	formats := append([]string{"auto"}, Formats()...)
	f.Fuzz(func(t *testing.T, b []byte, format uint8) {
		file := File{Name: "f", Format: formats[int(format)%len(formats)], Encoding: "utf-8", Comments: true}
		n := 0
		for s, err := range Read(bytes.NewReader(b), file) {
			if n++; n > 2*len(b)+2 {
				t.Fatal("more posts than bytes")
			}
			if err == nil {
				checkOrigin(t, b, &s)
			}
		}
	})
}

func FuzzDecode(f *testing.F) {
	for _, s := range []string{"ascii", "한글", "\xff\xfea\x00", "\xb0\xa1\xb0\xa2", "a\x00b\x00", "한글\xff"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		in, err := decode(bytes.NewReader(b), "auto")
		if err != nil {
			t.Fatal(err)
		}
		got, err := readAll(in)
		if err != nil {
			t.Fatal(err)
		}
		if validUTF8(b) && !isUTF16(b) && !bytes.Equal(got, b) {
			t.Errorf("%q became %q", b, got)
		}
	})
}

func TestReadFile(t *testing.T) {
	name := filepath.Join(t.TempDir(), "posts.jsonl")
	for _, tt := range []struct {
		text  string
		posts int
		want  string // of the error, behind the file's name
	}{
		{`{"body":"귤"}` + "\n\n" + `{"body":"감"}` + "\n", 2, ""},
		{`{"body":"귤"}` + "\noops\n", 0, ":2: no JSON"},
		{"", 0, ""},
	} {
		if err := os.WriteFile(name, []byte(tt.text), 0o600); err != nil {
			t.Fatal(err)
		}
		got, err := ReadFile(name)
		if len(got) != tt.posts || (err != nil) != (tt.want != "") || err != nil && !strings.HasPrefix(err.Error(), name+tt.want) {
			t.Errorf("%q: %d posts, error %v", tt.text, len(got), err)
		}
	}
	if _, err := ReadFile(name + ".missing"); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a missing file: %v", err)
	}
}
