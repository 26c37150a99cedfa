package corpus

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/boardspam/boardspam/spam/document"
)

// columns maps the headers that boards and spreadsheets use to fields.
var columns = map[string]string{
	"id": "id", "번호": "id", "글번호": "id", "wr_id": "id", "is_id": "id", "document_srl": "id", "comment_srl": "id",
	"board": "board", "게시판": "board", "bo_table": "board",
	"lang": "lang", "language": "lang", "언어": "lang",
	"title": "title", "subject": "title", "제목": "title", "글제목": "title", "wr_subject": "title", "is_subject": "title",
	"body": "body", "text": "body", "content": "body", "message": "body", "comment": "body", "review": "body", "document": "body", "post": "body", "sms": "body",
	"내용": "body", "본문": "body", "본문내용": "body", "글": "body", "글내용": "body", "게시글": "body", "게시물": "body", "메시지": "body", "문자": "body", "댓글내용": "body", "리뷰": "body", "댓글": "body", "후기": "body", "wr_content": "body", "is_content": "body",
	"format": "format", "형식": "format",
	"link": "link", "url": "link", "링크": "link", "wr_link1": "link", "wr_link2": "link",
	"author": "author.name", "name": "author.name", "작성자": "author.name", "글쓴이": "author.name", "이름": "author.name", "닉네임": "author.name", "wr_name": "author.name", "is_name": "author.name", "nick_name": "author.name",
	"email": "author.email", "이메일": "author.email", "메일": "author.email", "wr_email": "author.email", "email_address": "author.email",
	"ip": "author.ip", "아이피": "author.ip", "wr_ip": "author.ip", "is_ip": "author.ip", "ipaddress": "author.ip",
	"author_id": "author.id", "user_id": "author.id", "아이디": "author.id", "회원아이디": "author.id", "mb_id": "author.id",
	"homepage": "author.url", "홈페이지": "author.url", "wr_homepage": "author.url",
	"date": "posted", "posted": "posted", "작성일": "posted", "날짜": "posted", "등록일": "posted", "wr_datetime": "posted", "is_time": "posted", "regdate": "posted",
	"label": "label", "class": "label", "spam": "label", "is_spam": "label", "구분": "label", "라벨": "label", "스팸": "label", "스팸여부": "label",
	"group": "group", "technique": "technique", "category": "category", "분류": "category",
}

// labels maps what people write into a column of labels.
var labels = map[string]Label{
	"spam": Spam, "1": Spam, "true": Spam, "yes": Spam, "y": Spam, "o": Spam, "스팸": Spam, "광고": Spam, "예": Spam,
	"ham": Ham, "0": Ham, "false": Ham, "no": Ham, "n": Ham, "x": Ham, "not_spam": Ham, "정상": Ham, "햄": Ham, "일반": Ham, "아니오": Ham,
}

// readLabel returns the label that people's word for it means.
func readLabel(word string) (Label, bool) {
	l, ok := labels[strings.ToLower(strings.TrimSpace(word))]
	return l, ok
}

// readCSV reads a table whose first row names its columns. The delimiter is a
// comma, a semicolon or a tab, whichever the first row has most of.
func readCSV(r *bufio.Reader, f File) iter.Seq2[Sample, error] {
	return func(yield func(Sample, error) bool) {
		from := &portion{r: r}
		in, fields, err := openCSV(r, from, f)
		if err != nil {
			yield(Sample{}, fmt.Errorf("corpus: %s: %w", f.Name, err))
			return
		}
		for {
			from.next()
			row, err := in.Read()
			var s Sample
			line := 0
			switch wrong := (*csv.ParseError)(nil); {
			case err == io.EOF:
				return
			case errors.As(err, &wrong):
				line, err = wrong.StartLine, &LineError{f.Name, wrong.StartLine, wrong.Err}
			case err != nil:
				yield(Sample{}, fmt.Errorf("corpus: %s: %w", f.Name, err))
				return
			default:
				line, _ = in.FieldPos(0)
				if s, err = rowSample(row, fields); err != nil {
					s, err = Sample{}, &LineError{f.Name, line, err}
				}
			}
			s.Line = line
			if !yield(s, err) {
				return
			}
		}
	}
}

// openCSV reads the first row from a portion of r, and returns which field each
// column holds.
func openCSV(r *bufio.Reader, from *portion, f File) (*csv.Reader, []string, error) {
	if _, err := r.Peek(1); err != nil && err != io.EOF {
		return nil, nil, err
	}
	head, _ := r.Peek(r.Buffered())
	if bytes.HasPrefix(head, byteOrderMark) {
		r.Discard(len(byteOrderMark))
	}
	from.next()
	in := csv.NewReader(from)
	in.Comma = delimiter(head)
	in.FieldsPerRecord = -1
	in.LazyQuotes = true
	in.ReuseRecord = true
	row, err := in.Read()
	if err == io.EOF {
		return in, nil, nil
	} else if err != nil {
		return nil, nil, err
	}
	fields := headers(row, f.Columns)
	if slices.Contains(fields, "body") || slices.Contains(fields, "title") && !slices.Contains(fields, "") {
		return in, fields, nil
	}
	return nil, nil, fmt.Errorf("no column is known to hold a post's body; map one of %q to \"body\"", row)
}

// delimiter returns what the first line is divided by.
func delimiter(head []byte) rune {
	first, _, _ := bytes.Cut(head, []byte("\n"))
	best := ','
	for _, c := range ";\t" {
		if bytes.Count(first, []byte(string(c))) > bytes.Count(first, []byte(string(best))) {
			best = c
		}
	}
	return best
}

// headers returns the field that each column holds, "" if none.
func headers(row []string, own map[string]string) []string {
	fields := make([]string, len(row))
	for i, name := range row {
		field, ok := own[name]
		if !ok {
			name = strings.ToLower(strings.TrimSpace(name))
			field = columns[strings.ReplaceAll(name, " ", "")]
		}
		fields[i] = field
	}
	return fields
}

// looksCSV reports whether the first line names columns that hold posts.
func looksCSV(head []byte) bool {
	first, _, _ := bytes.Cut(bytes.TrimPrefix(head, byteOrderMark), []byte("\n"))
	if len(first) > 1000 {
		return false
	}
	row, err := csv.NewReader(bytes.NewReader(bytes.ReplaceAll(first, []byte(string(delimiter(head))), []byte(",")))).Read()
	if err != nil || len(row) < 2 {
		return false
	}
	known, body := 0, false
	for _, field := range headers(row, nil) {
		if field != "" {
			known++
		}
		body = body || field == "body"
	}
	return body && known >= 2
}

func rowSample(row, fields []string) (Sample, error) {
	var s Sample
	for i, value := range row {
		if i >= len(fields) || value == "" || fields[i] == "" {
			continue
		}
		if err := s.set(fields[i], value); err != nil {
			return Sample{}, err
		}
	}
	return s, nil
}

// set sets a field by its name in JSON.
func (s *Sample) set(field, value string) error {
	if text := s.named(field); text != nil {
		*text = value
		return nil
	}
	trimmed := strings.ToLower(strings.TrimSpace(value))
	var ok bool
	switch field {
	case "link":
		s.Links = append(s.Links, value)
	case "format":
		if s.Format, ok = formats[trimmed]; !ok {
			return fmt.Errorf("unknown format %q", value)
		}
	case "label":
		if s.Label, ok = readLabel(value); !ok {
			return fmt.Errorf("unknown label %q", value)
		}
	case "posted":
		s.Posted = readTime(value)
	case "author.posts", "author.approved", "author.age_days":
		n, err := strconv.Atoi(trimmed)
		if err != nil {
			return fmt.Errorf("%s is no number: %q", field, value)
		}
		*map[string]*int{"author.posts": &s.Author.Posts, "author.approved": &s.Author.Approved, "author.age_days": &s.Author.AgeDays}[field] = n
	default:
		return fmt.Errorf("a post has no field %q", field)
	}
	return nil
}

// named returns the text field of a name in JSON, and nil if it is none. That
// of a member of the author begins with "author.".
func (s *Sample) named(field string) *string {
	if member, ok := strings.CutPrefix(field, "author."); ok {
		return authorNamed(&s.Author, member)
	}
	return s.member(field)
}

// member returns the text field of a name in JSON that is no member of the
// author's, and nil if it is none.
func (s *Sample) member(name string) *string {
	switch name {
	case "id":
		return &s.ID
	case "board":
		return &s.Board
	case "lang":
		return &s.Lang
	case "title":
		return &s.Title
	case "body", "text":
		return &s.Body
	case "author":
		return &s.Author.Name
	case "group":
		return &s.Group
	case "technique":
		return &s.Technique
	case "category":
		return &s.Category
	case "edit_of":
		return &s.EditOf
	}
	return nil
}

// authorNamed returns the author's text field of a name in JSON, and nil if it
// is none.
func authorNamed(a *document.Author, member string) *string {
	switch member {
	case "name":
		return &a.Name
	case "url":
		return &a.URL
	case "email":
		return &a.Email
	case "ip":
		return &a.IP
	case "id":
		return &a.ID
	case "role":
		return &a.Role
	}
	return nil
}

// readTime reads a time in one of the forms that boards write it in, Korean
// time if it names no zone. It returns the zero time if it is none of these.
func readTime(s string) time.Time {
	s = strings.TrimSpace(s)
	for _, form := range [...]string{time.RFC3339, "2006-01-02 15:04:05", "2006-01-02 15:04", "2006-01-02", "2006.01.02 15:04", "2006/01/02 15:04", "20060102150405"} {
		if t, err := time.ParseInLocation(form, s, korea); err == nil {
			return t
		}
	}
	return pageTime(s)
}
