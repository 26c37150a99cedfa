package signal

import (
	"sort"
	"unicode/utf8"
)

// offersAround says how much of an offer stands around a contact.
func (r *reading) offersAround(start, end int) Strength {
	heads, names, plain, wares, support, searches := 0, 0, 0, 0, 0, 0
	short := r.isShort()
	several := false // different wares of one trade
	var ware *compound
	near := r.compoundsNear(start-offerReach, end+offerReach)
	for i := range near {
		c := &near[i]
		switch {
		case c.setting&reported != 0:
		case c.topics() == builtinLexicon().support && c.has(head):
			support++
		case c.has(head) && (c.setting == 0 || c.setting == told && touchesContact(c, start, end)):
			heads++
			plain += points(c.topics() == builtinLexicon().local) // neighbours recommend them as well
		case c.has(name):
			names++
			plain += points(c.isPlainName())
			if c.topics() == builtinLexicon().jobs || c.isPlainName() && c.topics() != builtinLexicon().support {
				continue
			}
			wares++
			several = several || ware != nil && ware.units[0].term != c.units[0].term && ware.topics()&c.topics() != 0
			ware = c
			if short && c.has(tail) && len(c.units) > 1 && !c.isNotice() {
				searches++
			}
		}
	}
	promises := r.promisesAround(start, end)
	switch {
	case heads > 0 && heads+names-plain+promises > 1, support > 2, support > 0 && r.repeats():
		return Strong
	case heads > 0, searches > 0, names > 0 && promises > 1 && len(r.folded) <= longText, several && promises > 0 && short, support > 1:
		return Fair
	case short && (several || wares > 0 && r.amountNear(start, end)), promises > 2:
		return Weak
	}
	return Silent
}

// headBeside reports whether a name that hardly means anything but its topic
// stands beside a contact.
func (r *reading) headBeside(start, end int) bool {
	near := r.compoundsNear(start-besideBytes, end+besideBytes)
	for i := range near {
		c := &near[i]
		if (c.setting == 0 || c.setting == told && touchesContact(c, start, end)) && c.has(head) && c.topics()&^(builtinLexicon().support|builtinLexicon().local) != 0 {
			return true
		}
	}
	return false
}

// promisesAround counts the different promises and calls around a contact. What
// a sum is of is none.
func (r *reading) promisesAround(start, end int) int {
	var buf [4]*term
	seen := buf[:0]
	for _, u := range r.cuesNear(start-offerReach, end+offerReach) {
		if u.term.role&(offer|invite) == 0 || u.term.role&head != 0 || isCurrency(u.term.text) {
			continue
		}
		if len(seen) < len(buf) && !containsTerm(seen, u.term) {
			seen = append(seen, u.term)
		}
	}
	return len(seen)
}

// amountNear reports whether a sum stands beside a contact.
func (r *reading) amountNear(start, end int) bool {
	from, to := max(0, start-besideBytes), min(len(r.folded), end+besideBytes)
	return len(r.appendAmounts(nil, from, start)) > 0 || len(r.appendAmounts(nil, end, to)) > 0
}

// touchesContact reports whether a compound stands right before or behind a
// contact: what story is told around both does not matter then.
func touchesContact(c *compound, start, end int) bool {
	const most = 32 // bytes between them
	return c.end <= start && start-c.end < most || end <= c.start && c.start-end < most
}

// isShort reports whether a text is a few sentences. In Cyrillic and the like
// a letter is two bytes.
func (r *reading) isShort() bool {
	n := len(r.folded)
	return n <= 2*besideBytes || n <= 4*besideBytes && 2*utf8.RuneCountInString(r.folded) >= n && !isMostlyASCII(r.folded)
}

// isMostlyASCII reports whether most letters of a text are ASCII.
func isMostlyASCII(text string) bool { return 5*utf8.RuneCountInString(text) > 4*len(text) }

// besideBytes is how far from a contact words are still beside it: a sentence.
const besideBytes = 120

// compoundsNear returns the compounds that touch folded[from:to].
func (r *reading) compoundsNear(from, to int) []compound {
	first := r.compoundEnding(from)
	last := first
	for last < len(r.compounds) && r.compounds[last].start <= to {
		last++
	}
	return r.compounds[first:last]
}

// compoundEnding returns the index of the first compound that ends at folded[i]
// or behind it.
func (r *reading) compoundEnding(i int) int {
	lo, hi := 0, len(r.compounds)
	for lo < hi {
		if mid := (lo + hi) / 2; r.compounds[mid].end < i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// cuesNear returns the cues that touch folded[from:to].
func (r *reading) cuesNear(from, to int) []unit {
	first := sort.Search(len(r.cues), func(i int) bool { return r.cues[i].end >= from })
	last := first
	for last < len(r.cues) && r.cues[last].start <= to {
		last++
	}
	return r.cues[first:last]
}

func containsTerm(terms []*term, t *term) bool {
	for _, have := range terms {
		if have == t {
			return true
		}
	}
	return false
}
