package corpus

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"iter"

	"github.com/boardspam/boardspam/spam/document"
)

// MaxPost is the largest file, in bytes, that is read as one post.
const MaxPost = 64 << 20

// readPost reads a file that is one post: its text is the post's body.
func readPost(r *bufio.Reader, f File) iter.Seq2[Sample, error] {
	return func(yield func(Sample, error) bool) {
		text, err := readAll(r)
		if err != nil {
			yield(Sample{}, fmt.Errorf("corpus: %s: %w", f.Name, err))
			return
		}
		body := bytes.TrimPrefix(text, byteOrderMark)
		s := Sample{Post: document.Post{Body: string(body), Format: formats[f.Format]}}
		s.Origin.Body = len(text) - len(body)
		yield(s, nil)
	}
}

// readAll reads a file that is one post.
func readAll(r io.Reader) ([]byte, error) {
	text, err := io.ReadAll(io.LimitReader(r, MaxPost+1))
	if len(text) > MaxPost {
		return nil, fmt.Errorf("more than %d bytes, too large for one post", MaxPost)
	}
	return text, err
}

// looksHTML reports whether text begins as a document or a block of HTML does.
func looksHTML(head []byte) bool {
	head = bytes.TrimSpace(bytes.TrimPrefix(head, byteOrderMark))
	head = bytes.ToLower(head[:min(len(head), 16)])
	for _, tag := range [...]string{"<!doctype html", "<html", "<head", "<body", "<div", "<p>", "<p ", "<table", "<section", "<article", "<span", "<a ", "<!--"} {
		if bytes.HasPrefix(head, []byte(tag)) {
			return true
		}
	}
	return false
}
