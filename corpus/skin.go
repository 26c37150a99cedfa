package corpus

import (
	"bytes"
	"errors"
	"regexp"
	"strings"

	"golang.org/x/net/html"

	"github.com/boardspam/boardspam/spam/document"
)

// looksSkin reports whether text is the HTML of a Gnuboard page. A page that
// was flattened to text does not begin with a tag, whatever its writer wrote.
func looksSkin(text []byte) bool {
	text = bytes.TrimSpace(bytes.TrimPrefix(text, byteOrderMark))
	return bytes.HasPrefix(text, []byte("<")) &&
		(bytes.Contains(text, []byte(`id="bo_v_con"`)) || bytes.Contains(text, []byte(`id='bo_v_con'`)))
}

// A region is an element of a page: its content, and the name it is known by.
type region struct {
	part
	name string // its id, or the class it was found by
	tag  string
	open int // elements of the same tag that are still open in it
}

const (
	maxRegions = 1000 // that are kept of a page: its parts and its first comments
	maxNested  = 16   // that are within one another
)

// regionNames matches the ids and classes of the elements that hold a post.
var regionNames = regexp.MustCompile(`(?:^|\s)(bo_v_title|bo_v_tit|bo_v_info|bo_v_con|bo_v_link|c_[0-9]+|cmt_contents|sv_member|sv_guest|member|guest)(?:\s|$)`)

// parseSkin reads a page of one of Gnuboard's skins. Title and bodies stay
// HTML, byte for byte as they stand in the file.
func parseSkin(text string) ([]Sample, error) {
	found := regions(text)
	post := Sample{Post: document.Post{Format: document.HTML}}
	replies := []Sample{}
	var where string // the region whose writer and text come next
	for _, r := range found {
		switch {
		case r.name == "bo_v_title" || r.name == "bo_v_tit":
			post.setTitle(r.trim())
		case r.name == "bo_v_info":
			post.readMeta(part{flat(r.text), 0})
			post.Origin.Author, post.Origin.Links, where = 0, nil, r.name
		case r.name == "bo_v_con":
			if where = r.name; post.Origin.Body == 0 {
				post.setBody(r.part)
			}
		case r.name == "bo_v_link":
			post.readMeta(part{"관련링크 " + flat(r.text), 0})
			post.Origin.Links = nil
		case strings.HasPrefix(r.name, "c_"):
			where = "comment"
			replies = append(replies, Sample{Post: document.Post{ID: r.name, Format: document.HTML}})
			replies[len(replies)-1].Posted = pageTime(flat(r.text))
			replies[len(replies)-1].setBody(replyText(r.part))
		case where == "comment" && r.name == "cmt_contents":
			replies[len(replies)-1].setBody(r.part)
		case where == "comment" && replies[len(replies)-1].Author.Name == "":
			replies[len(replies)-1].setWriter(r.part)
		case where == "bo_v_info" && post.Origin.Author == 0:
			post.setWriter(r.part)
		}
	}
	if where == "" {
		return nil, errors.New("no element bo_v_con")
	}
	return append([]Sample{post}, replies...), nil
}

// setWriter sets the author to an element that holds nothing but the name.
func (s *Sample) setWriter(p part) {
	if name := strings.TrimSpace(flat(p.text)); name != "" {
		s.Author.Name = name
		s.Origin.Author = 0
		if at := strings.Index(p.text, name); at >= 0 {
			s.Origin.Author = p.at + at
		}
	}
}

// replyText returns the part of a comment below its header.
func replyText(p part) part {
	if at := strings.Index(p.text, "</header>"); at >= 0 {
		p = p.slice(at+len("</header>"), len(p.text))
	}
	if at := strings.Index(p.text, "<footer"); at >= 0 {
		p = p.slice(0, at)
	}
	return p
}

// skinEnd stands below the body in every skin since Gnuboard 5.
const skinEnd = "<!-- } 본문 내용 끝 -->"

// A finder collects the regions of a page. What stands within a body or a
// comment is its writer's, and begins no region but the comment's own.
type finder struct {
	text    string
	found   []region
	open    []int // indexes of the regions that have not ended
	bodyEnd int   // an end tag before this byte does not end the body
	closed  bool  // a body or a comment is open
}

// regions returns the elements of a page that hold parts of posts, in the
// order in which they begin. The body ends where the skin's own comment says,
// whatever the writer's tags do.
func regions(text string) []region {
	f := finder{text: text}
	if mark := strings.LastIndex(text, skinEnd); mark >= 0 {
		f.bodyEnd = strings.LastIndex(text[:mark], "</")
	}
	z := html.NewTokenizer(strings.NewReader(text))
	for at := 0; ; {
		kind := z.Next()
		start := at
		at += len(z.Raw())
		switch kind {
		case html.ErrorToken:
			for _, i := range f.open {
				f.found[i].part = part{text[f.found[i].at:], f.found[i].at}
			}
			return f.found
		case html.StartTagToken:
			tag, name := regionTag(z)
			f.begin(tag, name, at)
		case html.EndTagToken:
			tag, _ := z.TagName()
			f.end(string(tag), start)
		}
	}
}

func (f *finder) begin(tag, name string, at int) {
	for _, i := range f.open {
		if f.found[i].tag == tag {
			f.found[i].open++
		}
	}
	body, comment := name == "bo_v_con", strings.HasPrefix(name, "c_")
	if name == "" || f.closed && (body || comment) || len(f.found) == maxRegions || len(f.open) == maxNested {
		return
	}
	if n := len(f.open); n > 0 && f.found[f.open[n-1]].name == "bo_v_con" {
		return
	}
	f.closed = f.closed || body || comment
	f.found = append(f.found, region{part{"", at}, name, tag, 1})
	f.open = append(f.open, len(f.found)-1)
}

// end counts an end tag that begins at byte at.
func (f *finder) end(tag string, at int) {
	kept := f.open[:0]
	for _, i := range f.open {
		r := &f.found[i]
		if r.tag == tag {
			r.open--
		}
		body := r.name == "bo_v_con"
		if r.open > 0 || body && at < f.bodyEnd {
			kept = append(kept, i)
			continue
		}
		r.part = part{f.text[r.at:at], r.at}
		if body || strings.HasPrefix(r.name, "c_") {
			f.closed = false
		}
	}
	f.open = kept
}

// regionTag returns the tag's name and the name of the region that it begins,
// if it does.
func regionTag(z *html.Tokenizer) (tag, name string) {
	b, more := z.TagName()
	tag = string(b)
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		if k := string(key); k != "id" && k != "class" || name != "" {
			continue
		}
		if m := regionNames.FindSubmatch(value); m != nil {
			name = string(m[1])
		}
	}
	return tag, name
}

// flat returns the visible text of a piece of HTML, a blank for each tag.
func flat(s string) string {
	var b strings.Builder
	z := html.NewTokenizer(strings.NewReader(s))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return b.String()
		case html.TextToken:
			b.Write(z.Text())
		default:
			b.WriteByte(' ')
		}
	}
}
