package linkify

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// readReversed reads the text that U+202E at i makes readers see from right
// to left, up to the end of that or of the line.
func (s *scanner) readReversed(i int) int {
	const override, pop = "\u202e", "\u202c"
	from := i + len(override)
	run := s.text[from:min(len(s.text), from+maxWindow)]
	end := strings.IndexAny(run, pop+"\n")
	if end < 0 {
		end = len(run)
	}
	runes := []rune(run[:end])
	slices.Reverse(runes)
	to := from + end
	if strings.HasPrefix(s.text[to:], pop) {
		to += len(pop)
	}
	return s.readAs(string(runes), i, to, Invisible)
}

// readTags reads the ASCII letters that a run of tag characters at i hides.
func (s *scanner) readTags(i int) int {
	var b []byte
	to := i
	for to < len(s.text) && len(b) < maxWindow {
		r, n := utf8.DecodeRuneInString(s.text[to:])
		if r < 0xE0000 || r > 0xE007F {
			break
		}
		if r >= 0xE0020 && r < 0xE007F {
			b = append(b, byte(r-0xE0000))
		}
		to += n
	}
	if to == i {
		return i + 1
	}
	return s.readAs(string(b), i, to, Invisible)
}

// readAs records the first address in what text[start:end] stands for.
func (s *scanner) readAs(meant string, start, end int, form Form) int {
	if strings.ContainsRune(meant, '\u202e') || nextTrigger(meant, 0) < 0 {
		return end
	}
	matches, _ := Find(meant)
	if len(matches) > 0 && start >= s.past {
		m := matches[0]
		s.found = append(s.found, Match{start, end, m.URL, m.Form&^Glued | form})
		s.past, s.floor = end, end
	}
	return end
}

// joinBefore makes part of the host in m what a sign cuts off from it: one
// that stands between two ASCII letters and in no sentence, or a hyphen and a
// line break.
func (s *scanner) joinBefore(m *Match) {
	h := &s.host
	if m.Start <= s.past || h.form&^Spaced&Disguised != 0 {
		return
	}
	before := s.text[s.past:m.Start]
	cut := 0
	for _, sign := range [...]string{"~", "♥", "♡", "★", "☆", "●", "ㅡ", "-\n"} {
		if strings.HasSuffix(before, sign) {
			cut = len(sign)
			break
		}
	}
	end := m.Start - cut
	if cut == 0 || end <= s.past || !asciiHost[s.text[end-1]] || s.text[end-1] == '-' {
		return
	}
	start := end
	for start > s.past && end-start < maxSpelled && (asciiHost[s.text[start-1]] || s.text[start-1] == '.') {
		start--
	}
	for start < end && (s.text[start] == '.' || s.text[start] == '-' || s.text[start] == '_') {
		start++
	}
	n := end - start
	if n == 0 || h.size+n > maxHost {
		return
	}
	copy(h.name[n:], h.name[:h.size])
	h.put(0, s.text[start:end], true)
	h.size, h.tldStart, h.last = h.size+n, h.tldStart+n, h.last+n
	h.labels += strings.Count(s.text[start:end], ".")
	if s.text[end] == '-' {
		h.form |= Broken
	} else {
		h.form |= OddDot
	}
	h.start, m.Start, m.Form = start, start, m.Form|h.form
}
