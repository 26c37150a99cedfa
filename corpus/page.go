package corpus

import (
	"bufio"
	"bytes"
	"fmt"
	"iter"
	"regexp"
	"strings"
	"time"

	"github.com/boardspam/boardspam/spam/document"
)

// readPage reads the page of one Gnuboard post, as HTML of one of its skins or
// flattened to text, and its comments if they are asked for.
func readPage(r *bufio.Reader, f File) iter.Seq2[Sample, error] {
	return func(yield func(Sample, error) bool) {
		b, err := readAll(r)
		if err != nil {
			yield(Sample{}, fmt.Errorf("corpus: %s: %w", f.Name, err))
			return
		}
		text := string(b)
		posts, err := parsePage(text)
		if looksSkin(b) {
			posts, err = parseSkin(text)
		}
		if err != nil {
			yield(Sample{}, fmt.Errorf("corpus: %s: %w", f.Name, err))
			return
		}
		if !f.Comments {
			posts = posts[:1]
		}
		line, at := 1, 0
		for i, s := range posts {
			if i > 0 && s.Origin.Body > at { // a comment is one post of many
				line += strings.Count(text[at:s.Origin.Body], "\n")
				s.Line, at = line, s.Origin.Body
			}
			if !yield(s, nil) {
				return
			}
		}
	}
}

// The lines of a page between which its parts stand.
const (
	pageInfo     = "페이지 정보"
	pageBody     = "본문"
	pageComments = "댓글목록"
)

// looksPage reports whether text is a page of Gnuboard, as text or as HTML.
func looksPage(text []byte) bool {
	if looksSkin(text) {
		return true
	}
	_, after, ok := bytes.Cut(text, []byte("\n"+pageInfo))
	return ok && bytes.Contains(after, []byte("\n"+pageBody)) && bytes.Contains(after, []byte("작성자"))
}

// A part is a piece of a file: text that begins at byte at.
type part struct {
	text string
	at   int
}

func (p part) slice(start, end int) part { return part{p.text[start:end], p.at + start} }

// trim returns the part without white space at its edges.
func (p part) trim() part {
	left := strings.TrimLeft(p.text, " \t\r\n\u00a0\ufeff")
	at := p.at + len(p.text) - len(left)
	return part{strings.TrimRight(left, " \t\r\n\u00a0"), at}
}

// lines returns the lines of the part, trimmed.
func (p part) lines() iter.Seq[part] {
	return func(yield func(part) bool) {
		for at := 0; at < len(p.text); {
			end := strings.IndexByte(p.text[at:], '\n') + at
			if end < at {
				end = len(p.text)
			}
			if !yield(p.slice(at, end).trim()) {
				return
			}
			at = end + 1
		}
	}
}

// line returns the first line that is exactly name.
func (p part) line(name string) (part, bool) {
	for l := range p.lines() {
		if l.text == name {
			return l, true
		}
	}
	return part{}, false
}

// parsePage reads a page as text. The order of the fields has changed over the
// versions of Gnuboard, the lines between the parts have not. Where a line
// occurs twice, the post is taken as long as it can be, so that a writer cannot
// end it early.
func parsePage(text string) ([]Sample, error) {
	page := part{text, 0}
	info, ok := page.line(pageInfo)
	if !ok {
		return nil, fmt.Errorf("no line %q", pageInfo)
	}
	rest := page.slice(info.at+len(info.text), len(text))
	head, ok := rest.line(pageBody)
	if !ok {
		return nil, fmt.Errorf("no line %q after %q", pageBody, pageInfo)
	}
	body := page.slice(head.at+len(head.text), len(text))
	var comments part
	for l := range body.lines() {
		if l.text == pageComments {
			comments = l
		}
	}
	var s Sample
	s.readMeta(page.slice(rest.at, head.at))
	s.setTitle(pageTitle(page.slice(0, info.at)))
	if comments.text == "" {
		s.setBody(body)
		return []Sample{s}, nil
	}
	s.setBody(pageFoot(page.slice(body.at, comments.at)))
	rest = page.slice(comments.at+len(comments.text), len(text))
	return append([]Sample{s}, pageReplies(rest)...), nil
}

func (s *Sample) setBody(p part) {
	p = p.trim()
	s.Body, s.Origin.Body = p.text, p.at
}

func (s *Sample) setTitle(p part) { s.Title, s.Origin.Title = p.text, p.at }

// pageTitle returns the title: the last line of the page's head that does not
// belong to the theme.
func pageTitle(head part) (title part) {
	for l := range head.lines() {
		if l.text != "" && l.text[0] != '>' && !strings.HasPrefix(l.text, "주소") {
			title = l
		}
	}
	return title
}

// themeLine matches a line that a skin puts below a post. None holds an
// address, so that nothing can be hidden as one.
var themeLine = regexp.MustCompile(`^(?:(?:추천|비추천|스크랩|신고|공유|인쇄|목록|답변|글쓰기|수정|삭제|이동|복사|검색|관련자료)[\s\d,]*)+$|^(?:이전글|다음글)[^:/@]*$`)

// pageFoot returns the body without the lines that a skin puts below it.
func pageFoot(body part) part {
	for {
		body = body.trim()
		at := strings.LastIndexByte(body.text, '\n') + 1
		if last := body.text[at:]; at == 0 || len(last) > 300 || !themeLine.MatchString(strings.TrimSpace(last)) {
			return body
		}
		body = body.slice(0, at)
	}
}

// label matches the name of a field in a page's information, at the beginning
// of a word.
var label = regexp.MustCompile(`(?:^|\s)(작성자|작성일|조회|댓글|추천|비추천|첨부파일|관련링크|링크|목록|답변|글쓰기|수정|삭제|아이피)`)

var (
	pageDate   = regexp.MustCompile(`(\d{2}|\d{4})[-.](\d{2})[-.](\d{2})\.?\s+(\d{2}):(\d{2})`)
	bracketed  = regexp.MustCompile(`\s*\(([0-9♡*x.:a-fA-F]+)\)$`)
	pageTarget = regexp.MustCompile(`(?i)\b(?:https?|ftp)://\S+`)
)

// readMeta reads a page's information: who wrote the post and when, in either
// order, on one line or on many.
func (s *Sample) readMeta(info part) {
	found := label.FindAllStringSubmatchIndex(info.text, -1)
	for i, m := range found {
		end := len(info.text)
		if i+1 < len(found) {
			end = found[i+1][2]
		}
		value := info.slice(m[3], end).trim()
		switch info.text[m[2]:m[3]] {
		case "작성자":
			if s.Author.Name == "" {
				s.setAuthor(value)
			}
		case "작성일":
			s.Posted = pageTime(value.text)
		case "아이피":
			s.Author.IP = value.text
		case "관련링크", "링크":
			for _, t := range pageTarget.FindAllStringIndex(value.text, 2) {
				s.Links = append(s.Links, value.text[t[0]:t[1]])
				s.Origin.Links = append(s.Origin.Links, value.at+t[0])
			}
		}
	}
}

// setAuthor sets the writer's name and, if it stands behind it, address.
func (s *Sample) setAuthor(name part) {
	if end := strings.IndexByte(name.text, '\n'); end >= 0 {
		name = name.slice(0, end).trim()
	}
	if m := bracketed.FindStringSubmatchIndex(name.text); m != nil {
		s.Author.IP = name.text[m[2]:m[3]]
		name = name.slice(0, m[0])
	}
	s.Author.Name, s.Origin.Author = name.text, name.at
}

// korea is the time zone of Gnuboard's dates, which name none.
var korea = time.FixedZone("KST", 9*60*60)

// pageTime reads a date such as 22-10-20 08:28, and returns the zero time if
// there is none.
func pageTime(s string) time.Time {
	m := pageDate.FindStringSubmatch(s)
	if m == nil {
		return time.Time{}
	}
	year := m[1]
	if len(year) == 2 {
		year = "20" + year
	}
	t, _ := time.ParseInLocation("2006-01-02 15:04", fmt.Sprintf("%s-%s-%s %s:%s", year, m[2], m[3], m[4], m[5]), korea)
	return t
}

// replyHead matches the line above a comment.
var replyHead = regexp.MustCompile(`^(.{1,100}?)님의 (?:댓글|답글)(?:의 댓글)?(?:\s|$)`)

// pageReplies reads the comments of a page.
func pageReplies(list part) []Sample {
	var found []Sample
	start := -1
	close := func(end int) {
		if start >= 0 {
			s := &found[len(found)-1]
			s.setBody(pageFoot(list.slice(start-list.at, end-list.at)))
		}
	}
	for l := range list.lines() {
		if m := replyHead.FindStringSubmatchIndex(l.text); m != nil {
			close(l.at)
			var s Sample
			s.Author = document.Author{Name: l.text[m[2]:m[3]]}
			s.Origin.Author = l.at + m[2]
			s.Posted = pageTime(l.text)
			found = append(found, s)
			start = l.at + len(l.text)
		} else if n := len(found); n > 0 && strings.Contains(l.text, "작성일") && strings.TrimSpace(list.text[start-list.at:l.at-list.at]) == "" {
			found[n-1].Posted = pageTime(l.text)
			start = l.at + len(l.text)
		}
	}
	close(list.at + len(list.text))
	return found
}
