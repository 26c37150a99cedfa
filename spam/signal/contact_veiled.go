package signal

import (
	"strings"
	"unicode/utf8"
)

// Chinese sellers write the name of the messenger WeChat, 微信, in letters that
// sound or look like its own, or with a heart for the second, because boards
// look for it; so they do with the 加 of adding somebody.
const (
	veiledFirst  = "微薇威维維葳徽溦嶶魏薇癓v"
	veiledSecond = "信❤♥💚💛💙💗💕芯心辛鑫星形x讯"
	veiledAdd    = "加佳家嘉枷茄伽➕✚+"
	veiledSigns  = ".-_·・|丨丶*/" // between the two
)

// veiledFirsts are the Han characters of veiledFirst.
var veiledFirsts = func() (set hanSet) {
	for _, r := range veiledFirst {
		if isHan(r) {
			set.add(r)
		}
	}
	return set
}()

// isParted reports whether signs part the label of a name in a messenger whose
// Han characters nobody parts who has nothing to hide.
func (r *reading) isParted(h *handle) bool {
	label := r.folded[h.start : h.end-len(h.text)]
	first, n := utf8.DecodeRuneInString(label)
	if !isHan(first) {
		return false
	}
	rest := strings.TrimLeft(label[n:], veiledSigns)
	return len(rest) < len(label)-n && isHan(firstRune(rest))
}

// appendVeiled appends the names behind a messenger's name in other letters.
func (r *reading) appendVeiled(found []handle) []handle {
	text := r.folded
	for i := 0; i < len(text) && len(found) < 2*maxHandles && (r.wechat || r.vees); {
		if !r.wechat {
			v := strings.IndexByte(text[i:], 'v')
			if v < 0 {
				break
			}
			i += v
		}
		switch b := text[i]; {
		case isLead(b):
			i += 3
			continue
		case b < utf8.RuneSelf && b != 'v':
			i++
			continue
		}
		c, n := utf8.DecodeRuneInString(text[i:])
		if c != 'v' && !isHan(c) || !strings.ContainsRune(veiledFirst, c) {
			i += n
			continue
		}
		from, label := veiledLabel(text, i, i+n)
		start := skipLabel(text, label)
		end := nameEnd(text, start)
		if label > i && isVeiledName(text[label:start], text[start:end]) && !r.inLink(start) {
			found = append(found, handle{start: from, end: end, text: text[start:end], disguised: true, mixed: true})
			n = end - i
		}
		i += n
	}
	return found
}

// isVeiledName reports whether a word is a name behind a label in other letters.
func isVeiledName(between, name string) bool {
	odd := strings.ContainsAny(name, "0123456789_") || strings.Contains(between, ":")
	return odd && !strings.ContainsAny(between, ",.。、") && isName("微", between, name)
}

// veiledLabel returns where a messenger's name whose first letter is
// text[start:end] begins and ends. It ends at start if it is none.
func veiledLabel(text string, start, end int) (from, to int) {
	before, size := utf8.DecodeLastRuneInString(text[:start])
	if scriptOf(before) == latin || scriptOf(before) == digits || strings.HasPrefix(text[start:], "微信") {
		return start, start
	}
	from = start
	if size > 0 && strings.ContainsRune(veiledSigns, before) {
		if add, n := utf8.DecodeLastRuneInString(text[:start-size]); isHan(add) && strings.ContainsRune(veiledAdd, add) {
			from -= n + size
		}
	} else if size > 0 && strings.ContainsRune(veiledAdd, before) {
		from -= size
	}
	if from > 0 && (text[from-1] == '%' || text[from-1] == '#') { // %+v and %#+v in a program
		return start, start
	}
	second := end
	for range 3 {
		sign, n := utf8.DecodeRuneInString(text[second:])
		if n == 0 || sign != ' ' && !strings.ContainsRune(veiledSigns, sign) {
			break
		}
		second += n
	}
	c, n := utf8.DecodeRuneInString(text[second:])
	switch {
	case n > 0 && strings.ContainsRune(veiledSecond, c) && (c != 'x' || second+n == len(text) || !isAlpha(text[second+n])):
		return from, second + n
	case from < start && scriptOf(c) == open:
		return from, end
	}
	return from, start
}
