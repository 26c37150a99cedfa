package signal

import (
	"strings"
	"unicode/utf8"

	"github.com/boardspam/boardspam/spam/document"
	"github.com/boardspam/boardspam/spam/internal/linkify"
)

var placeStray = Signal{
	Name: "place/stray",
	Kind: Placement,
	Doc: "A single bare name of an unknown site stands in the middle of a paragraph of Korean prose that does not speak of it. " +
		"Who names a site says that it is one, or what is to be found there.",
	Needs: HasLink,
	Find: func(d *document.Document, sink *Sink) {
		if r := sink.body(d); r != nil {
			sink.addStray(r)
		}
	},
}

const (
	proseAround = 90 // bytes of Korean prose on either side of a stray name
	siteReach   = 48 // bytes around a name in which it is spoken of
)

func (s *Sink) addStray(r *reading) {
	if len(r.links) != 1 {
		return
	}
	l := &r.links[0]
	if l.Form&linkify.Bare == 0 || isKnown(l) || isByline(l) || len(l.URL.Path) > 1 || l.Form&linkify.Disguised != 0 {
		return
	}
	before, after := paragraphBefore(r.folded, l.Start), paragraphAfter(r.folded, l.End)
	if len(before) < proseAround || len(after) < proseAround || !isKorean(before) || !isKorean(after) {
		return
	}
	if speaksOfSite(before[len(before)-siteReach:]) || speaksOfSite(after[:siteReach]) {
		return
	}
	strength := Fair
	if isOdd(l) {
		strength = Strong
	}
	s.Add(Finding{Span: l.Span, Payload: Link, Note: "a name of a site that the text does not speak of", Strength: strength})
}

// mostProse is how much of a paragraph is read.
const mostProse = 400

// paragraphBefore returns the end of the paragraph before text[i:].
func paragraphBefore(text string, i int) string {
	from := max(0, i-mostProse)
	return text[max(from, from+strings.LastIndex(text[from:i], "\n\n")+1):i]
}

// paragraphAfter returns the beginning of what the paragraph goes on with at text[i:].
func paragraphAfter(text string, i int) string {
	p, _, _ := strings.Cut(text[i:min(len(text), i+mostProse)], "\n\n")
	return p
}

// isKorean reports whether most letters of a text are Hangul.
func isKorean(text string) bool {
	hangul, other := 0, 0
	for _, c := range text {
		switch {
		case isSyllable(c):
			hangul++
		case 'a' <= c && c <= 'z' || c >= utf8.RuneSelf && c != utf8.RuneError:
			other++
		}
	}
	return hangul > 3*other
}

// speaksOfSite reports whether a stretch of Korean says that something is a
// site, or what it is for.
func speaksOfSite(text string) bool {
	for _, word := range [...]string{"사이트", "홈페이지", "누리집", "주소", "링크", "블로그", "카페", "페이지", "접속", "방문", "들어가",
		"검색", "참고", "출처", "자세", "확인", "메일", "문의", "신청", "서비스", "앱", "어플", "회사", "업체", "기업", "도메인", "서버",
		"웹", "인터넷", "온라인", "플랫폼", "쇼핑몰", "게시판", "커뮤니티", "채널", "방송", "뉴스", "신문", "기자", "보도", "공유"} {
		if strings.Contains(text, word) {
			return true
		}
	}
	return false
}
