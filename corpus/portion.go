package corpus

import (
	"fmt"
	"io"
)

// A portion is as much of a file as one post may take: a quote or a bracket
// that is never closed must not be read to the end of a large file.
type portion struct {
	r    io.Reader
	left int // bytes
}

// next begins another post.
func (p *portion) next() { p.left = MaxLine }

// Read implements io.Reader.
func (p *portion) Read(b []byte) (int, error) {
	if p.left <= 0 {
		return 0, fmt.Errorf("more than %d bytes without the end of a post", MaxLine)
	}
	n, err := p.r.Read(b[:min(len(b), p.left)])
	p.left -= n
	return n, err
}
