package main

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"

	"github.com/boardspam/boardspam/corpus"
)

// A salter puts into honest posts what honest posts elsewhere hold: links to
// well-known sites and to small ones, invitations to groups, telephone
// numbers, mail addresses, order numbers. The sets of short honest posts hold
// almost none, and a model that learns from them alone takes every link for
// spam.
type salter struct {
	random *rand.Rand
	hosts  []string
}

// saltShare is the share of honest posts that get some.
const saltShare = 0.2

// hostLists are well-known names, in the public domain.
var hostLists = []string{"benign_opendns_top10k", "benign_opendns_random10k"}

func newSalter(data string) (*salter, error) {
	s := &salter{random: rand.New(rand.NewPCG(seed, 0x5a17))}
	for _, list := range hostLists {
		f, err := os.Open(filepath.Join(data, "domains", list+".txt"))
		if err != nil {
			return nil, err
		}
		defer f.Close()
		lines := bufio.NewScanner(f)
		for lines.Scan() {
			if host := strings.TrimSpace(lines.Text()); host != "" && host[0] != '#' {
				s.hosts = append(s.hosts, host)
			}
		}
		if err := lines.Err(); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// salt adds to the samples, in place.
func (s *salter) salt(samples []corpus.Sample) {
	for i := range samples {
		p := &samples[i]
		if p.Label != corpus.Ham || s.random.Float64() >= saltShare {
			continue
		}
		for range 1 + s.random.IntN(2) {
			p.Body = s.put(p.Body, s.grain())
		}
	}
}

// maskShare is the share of posts whose digits are masked, as some boards do
// with numbers and much of what is passed on for learning has been.
const maskShare = 0.15

// mask masks digits, in place.
func (s *salter) mask(samples []corpus.Sample) {
	for i := range samples {
		if s.random.Float64() >= maskShare {
			continue
		}
		samples[i].Body = strings.Map(func(r rune) rune {
			if '0' <= r && r <= '9' {
				return '*'
			}
			return r
		}, samples[i].Body)
	}
}

// put puts a grain at the start, at the end or at a blank of a text.
func (s *salter) put(text, grain string) string {
	sep := s.pick(" ", " ", "\n", "\n\n", ": ", "")
	switch s.random.IntN(5) {
	case 0:
		return grain + s.pick(" ", "\n") + text
	case 1:
		if i := strings.IndexByte(text[len(text)/3:], ' '); i >= 0 {
			i += len(text) / 3
			return text[:i] + " " + grain + text[i:]
		}
	}
	return text + sep + grain
}

func (s *salter) pick(of ...string) string { return of[s.random.IntN(len(of))] }

func (s *salter) grain() string {
	n := s.random.IntN
	switch n(13) {
	case 0:
		return fmt.Sprintf("0%d-%d-%04d", 2+n(62), 200+n(9700), n(10000))
	case 1:
		return fmt.Sprintf("010%s%04d%[1]s%04[3]d", s.pick("-", "-", " ", ""), n(10000), n(10000))
	case 2:
		return s.word() + s.pick("@", "@", "") + s.host()
	case 3:
		return fmt.Sprintf("%s%d", strings.ToUpper(s.word()[:2]), 10_000_000+n(90_000_000))
	case 4:
		return fmt.Sprintf("%d년 %d월 %d일 %02d:%02d", 2005+n(22), 1+n(12), 1+n(28), n(24), n(60))
	case 5:
		return s.invitation()
	case 6:
		return s.pick("http://", "https://", "", "") + s.smallHost() + s.path()
	case 7:
		return s.shortened()
	}
	scheme := s.pick("http://", "https://", "https://", "https://www.", "http://www.", "www.", "")
	return scheme + s.host() + s.path()
}

// invitation returns the address of a group, as clubs and neighbours have.
func (s *salter) invitation() string {
	return s.pick("https://", "https://", "") + s.pick("t.me/"+s.word(), "t.me/+"+s.code(16), "discord.gg/"+s.code(8),
		"open.kakao.com/o/"+s.code(8), "chat.whatsapp.com/"+s.code(22), "line.me/R/ti/g/"+s.code(10), "band.us/n/"+s.code(12),
		"forms.gle/"+s.code(17))
}

// smallHost returns the name of a small site, as people and shops have, on a
// cheap or an unusual domain or with a host for all.
func (s *salter) smallHost() string {
	name := s.word() + s.pick("", "", "-"+s.word(), fmt.Sprint(s.random.IntN(100)))
	return name + "." + s.pick("xyz", "club", "top", "site", "online", "shop", "info", "me", "io", "app", "dev", "fun", "live", "icu",
		"blogspot.com", "tistory.com", "notion.site", "github.io", "netlify.app", "vercel.app", "wixsite.com", "carrd.co")
}

func (s *salter) shortened() string {
	return s.pick("https://", "https://", "") + s.pick("bit.ly", "is.gd", "t.co", "han.gl", "url.kr", "me2.do", "buly.kr", "naver.me", "tinyurl.com", "linktr.ee") +
		"/" + s.code(7)
}

// code returns so many random letters and digits.
func (s *salter) code(n int) string {
	const of = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"
	b := make([]byte, n)
	for i := range b {
		b[i] = of[s.random.IntN(len(of))]
	}
	return string(b)
}

func (s *salter) host() string { return s.hosts[s.random.IntN(len(s.hosts))] }

func (s *salter) word() string {
	b := make([]byte, 3+s.random.IntN(8))
	for i := range b {
		b[i] = s.pick("aeiou", "bcdfghjklmnprst")[s.random.IntN(5)]
	}
	return string(b)
}

func (s *salter) path() string {
	n := s.random.IntN
	switch n(6) {
	case 0:
		return ""
	case 1:
		return "/"
	case 2:
		return fmt.Sprintf("/%s/%d", s.word(), n(1_000_000))
	case 3:
		return fmt.Sprintf("/%s.%s?%s=%d&%s=%d", s.word(), s.pick("html", "php", "jsp", "do", "nhn"), s.word(), n(100_000), s.word(), n(100))
	case 4:
		return fmt.Sprintf("/%d%02d%02d%04d", 2005+n(22), 1+n(12), 1+n(28), n(10_000))
	}
	return "/" + s.word() + s.pick("/", "-", "_") + s.word()
}
