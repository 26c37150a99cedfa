package rules

import (
	"errors"
	"fmt"
	"net/netip"
	"regexp"
	"regexp/syntax"
	"strconv"
	"strings"
	"sync"
	"time"

	"golang.org/x/text/width"
)

// A lineFormat reads one line if it is in its format, and says whether it was.
type lineFormat func(r *entryReader, line string) bool

// lineFormats are tried in order; the last one takes everything.
var lineFormats = []lineFormat{
	(*entryReader).readJSON,
	(*entryReader).readHeader,
	(*entryReader).readComment,
	(*entryReader).readAdBlock,
	(*entryReader).readDnsmasq,
	(*entryReader).readUnbound,
	(*entryReader).readHosts,
	(*entryReader).readZone,
	(*entryReader).readRecord,
	(*entryReader).readSlashed,
	(*entryReader).readTable,
	(*entryReader).readWordList,
	(*entryReader).readIP,
	(*entryReader).readName,
	(*entryReader).readExpression,
	(*entryReader).readPhrase,
}

// read reads one line.
func (r *entryReader) read(line string) {
	line = strings.TrimSpace(strings.TrimPrefix(line, "\uFEFF"))
	if line == "" {
		return
	}
	if isPlainHost(line) {
		r.add(Entry{Kind: NameEntry, Pattern: line})
		return
	}
	for _, format := range lineFormats {
		if format(r, line) {
			return
		}
	}
}

func (r *entryReader) readComment(line string) bool {
	switch line[0] {
	case '#', ';':
		return true
	case '!':
		return true
	case '[':
		return strings.HasSuffix(line, "]") && !strings.ContainsAny(line, `\+*`)
	}
	return strings.HasPrefix(line, "//") && (len(line) == 2 || line[2] == ' ')
}

// cutNote splits a line from the comment after it, which begins after a blank.
func cutNote(line string) (text, note string) {
	for _, mark := range [...]string{" #", "\t#", " //", "\t//"} {
		if i := strings.Index(line, mark); i >= 0 {
			return strings.TrimSpace(line[:i]), strings.TrimSpace(strings.TrimLeft(line[i:], " \t#/"))
		}
	}
	return line, ""
}

// lazily returns what compiles an expression when it is first asked for.
func lazily(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}

// meansExpression tells Rhymix' "/카.?지노/" from a piece of a path, "/t.me/".
var meansExpression = lazily(`[\\\[\](){}*+?|^$]|[^\x00-\x7F]\.`)

// readSlashed reads Rhymix' "/expression/".
func (r *entryReader) readSlashed(line string) bool {
	text, note := cutNote(line)
	if len(text) < 3 || text[0] != '/' {
		return false
	}
	end := strings.LastIndexByte(text, '/')
	if end < 2 || strings.Trim(text[end+1:], "imsux") != "" {
		return false
	}
	if !meansExpression().MatchString(text[1:end]) {
		return false
	}
	r.addRegexp(text[1:end], Entry{Note: note})
	return true
}

// readTable reads SmokeDetector's "time TAB user TAB expression".
func (r *entryReader) readTable(line string) bool {
	fields := strings.SplitN(line, "\t", 3)
	if len(fields) < 3 {
		return false
	}
	seconds, err := strconv.ParseInt(fields[0], 10, 64)
	if err != nil || seconds < 1e9 {
		return false
	}
	r.addRegexp(strings.TrimSpace(fields[2]), Entry{Source: fields[1], Added: time.Unix(seconds, 0).UTC()})
	return true
}

// readIP reads addresses, networks, ranges, and Gnuboard's "1.2.+".
func (r *entryReader) readIP(line string) bool {
	text, note := cutNote(line)
	if text == "" || strings.Trim(text, "0123456789abcdefABCDEF.:/-+*") != "" {
		return false
	}
	if _, err := netip.ParsePrefix(text); err == nil && strings.ContainsAny(text, ".:") {
		r.add(Entry{Kind: IPEntry, Pattern: text, Note: note})
		return true
	}
	if from, to, ok := strings.Cut(text, "-"); ok {
		a, errA := netip.ParseAddr(from)
		b, errB := netip.ParseAddr(to)
		if errA != nil || errB != nil || b.Less(a) {
			return false
		}
		r.add(Entry{Kind: IPEntry, Pattern: text, Note: note})
		return true
	}
	if _, err := netip.ParseAddr(text); err == nil || isIPPattern(text) {
		r.add(Entry{Kind: IPEntry, Pattern: strings.ReplaceAll(text, "+", "*"), Note: note})
		return true
	}
	return false
}

// isIPPattern reports whether text is one to four numbers of an IPv4 address
// of which some are '*' or '+'.
func isIPPattern(text string) bool {
	parts := strings.Split(text, ".")
	open := 0
	for _, p := range parts {
		if p == "*" || p == "+" {
			open++
		} else if n, err := strconv.Atoi(p); err != nil || n > 255 {
			return false
		}
	}
	return open > 0 && len(parts) > 1 && len(parts) <= 4 && open < len(parts)
}

// looksLikeName is a host, or an address, without anything else.
var looksLikeName = lazily(`(?i)^(?:[a-z][a-z0-9+.-]*://\S+|(?:\*?\.)?(?:[\pL\pN_-]+\.)+[\pL][\pL\pN-]+\.?(?::\d+)?(?:/\S*)?)$`)

// readName reads a plain name or address.
func (r *entryReader) readName(line string) bool {
	text, note := cutNote(line)
	if !looksLikeName().MatchString(text) || strings.ContainsAny(text, `\()|`) {
		return false
	}
	r.addName(text, Entry{Note: note})
	return true
}

// What tells expressions from words: signs that words do not hold, and signs
// that mean something only in lists of expressions.
var (
	clearlyExpression  = lazily(`\\[a-zA-Z.\-+()/?]|\(\?|\.[*+{]|\[[^\]]{2,}\][*+?{]|^\^`)
	possiblyExpression = lazily(`[\\\[|?+*$]`)
)

// readExpression reads lines that are regular expressions: MediaWiki's,
// SmokeDetector's.
func (r *entryReader) readExpression(line string) bool {
	text, note := cutNote(line)
	switch {
	case clearlyExpression().MatchString(text):
		r.expressions++
	case r.expressions*10 < r.line || !possiblyExpression().MatchString(text):
		return false
	}
	if name, ok := plainName(text); ok {
		r.addName(name, Entry{Note: note})
		return true
	}
	r.addRegexp(text, Entry{Note: note})
	return true
}

// plainName undoes the escapes of an expression that is only a host.
func plainName(expression string) (string, bool) {
	s := strings.TrimSuffix(strings.TrimPrefix(expression, `\b`), `\b`)
	s = strings.ReplaceAll(s, `\.`, ".")
	s = strings.ReplaceAll(s, `\-`, "-")
	return s, strings.Contains(expression, `\.`) && !strings.ContainsAny(s, `\^$*+?()[]{}| /`) && looksLikeName().MatchString(s)
}

// addRegexp keeps an expression, or reports why it cannot be run.
func (r *entryReader) addRegexp(expression string, e Entry) {
	re, err := regexp.Compile(expression)
	if err != nil {
		if greedy := withoutPossessives(inlineComment().ReplaceAllString(expression, "")); greedy != expression {
			expression = greedy
			re, err = regexp.Compile(expression)
		}
	}
	if err != nil {
		r.problem(expression, whyRefused(err))
		return
	}
	if re.MatchString("") {
		r.problem(expression, errMatchesAll)
		return
	}
	if name, ok := plainName(expression); ok {
		r.addName(name, e)
		return
	}
	e.Kind, e.Pattern = RegexpEntry, expression
	r.add(e)
}

// inlineComment is a comment within an expression.
var inlineComment = lazily(`\(\?#[^)]*\)`)

var errMatchesAll = errors.New("matches the empty text, so every text")

// whyRefused says in a keeper's words why an expression cannot be run.
func whyRefused(err error) error {
	var bad *syntax.Error
	if !errors.As(err, &bad) {
		return err
	}
	for _, look := range [...]string{"(?=", "(?!", "(?<"} {
		if strings.HasPrefix(bad.Expr, look) {
			return errors.New("looks ahead or behind, which cannot be done in linear time")
		}
	}
	return errors.New(bad.Code.String() + ": " + bad.Expr)
}

// withoutPossessives writes "*+", "++", "?+" and "}+" as "*", "+", "?" and
// "}", which match the same and sometimes a little more.
func withoutPossessives(expression string) string {
	var b strings.Builder
	class := false
	for i := 0; i < len(expression); i++ {
		c := expression[i]
		switch {
		case c == '\\' && i+1 < len(expression):
			b.WriteByte(c)
			i++
			c = expression[i]
		case c == '[':
			class = true
		case c == ']':
			class = false
		case c == '+' && !class && i > 0 && strings.IndexByte("*+?}", expression[i-1]) >= 0:
			continue
		}
		b.WriteByte(c)
	}
	return b.String()
}

// readPhrase takes what is left as words.
func (r *entryReader) readPhrase(line string) bool {
	text, note := cutNote(line)
	if open := strings.Trim(text, "*"); strings.Contains(text, "*") && strings.IndexFunc(open, isLetter) >= 0 {
		r.addRegexp(wildcard(text), Entry{Note: note})
		return true
	}
	r.addPhrase(text, Entry{Note: note})
	return true
}

// wildcard returns the expression of words in which '*' stands for letters.
func wildcard(text string) string {
	expression := strings.ReplaceAll(regexp.QuoteMeta(text), `\*`, `[\pL\pN]*`)
	if isAlnum(text[0]) {
		expression = `\b` + expression
	}
	if isAlnum(text[len(text)-1]) {
		expression += `\b`
	}
	return expression
}

func isLetter(c rune) bool { return classOf(c) != noLetter }

// addPhrase keeps words, or reports them.
func (r *entryReader) addPhrase(text string, e Entry) {
	text = strings.Trim(strings.TrimSpace(text), `"`)
	if !validPhrase(Fold(text)) {
		r.problem(text, errors.New("not words"))
		return
	}
	if strings.IndexFunc(text, isLetter) < 0 {
		r.problem(text, errors.New("no letter in it"))
		return
	}
	if usual := width.Fold.String(text); usual != text {
		r.problem(text, fmt.Errorf("disguised: texts are compared without disguise, where it would match every %q", usual))
		return
	}
	e.Kind, e.Pattern = PhraseEntry, text
	r.add(e)
}
