package signal

import (
	"slices"
	"strings"
)

// What stands right before a call to say that one must not, and behind one. What
// ends in one of the first, as do not and 请勿, is one too.
var (
	refusals   = [...]string{"jangan", "don't", "dont", "never", "not", "no", "не", "别", "不要", "勿", "不用"}
	refusedEnd = [...]string{"지 마", "지마", "마세요", "말아", "금지", "사절", "안 받", "안받", "ないで", "お断り", "禁止", "勿扰", "的勿"}
)

// isRefused reports whether a call is one that the text asks its readers not
// to follow: please no DMs.
func (r *reading) isRefused(u *unit) bool {
	const longest, reach = 12, 16 // bytes
	before := strings.TrimRight(r.folded[max(0, u.start-longest):u.start], " ")
	if slices.ContainsFunc(refusals[:], func(w string) bool {
		rest, ok := strings.CutSuffix(before, w)
		return ok && (rest == "" || !isWordRune(lastRune(rest)) || scriptOf(lastRune(w)) == open)
	}) {
		return true
	}
	after := r.folded[u.end:min(len(r.folded), u.end+reach)]
	if stop := strings.IndexAny(after, ".!?,\n"); stop >= 0 {
		after = after[:stop]
	}
	return slices.ContainsFunc(refusedEnd[:], func(w string) bool { return strings.Contains(after, w) })
}
