package fold

// wedged writes out the syllables of a word without the Latin letters and
// digits between them.
func (j *joiner) wedged(r *letterRun) {
	j.begin()
	for i := r.start; i < r.end; {
		kind, _, n := j.letter(i, none)
		switch {
		case kind == anyLetter || kind == jamoLetter:
			j.b.Keep(i, i+n)
		case j.b.Last() != '\n' && j.b.Len() > 0:
			j.b.Drop(Spaced)
		}
		i += n
	}
	j.b.Put(r.end, r.end, "\n", 0)
}

// leet writes out a word with digits for letters.
func (j *joiner) leet(r *letterRun) {
	j.begin()
	for i := r.start; i < r.end; i++ {
		c := asLetter(j.text[i])
		before, after := i > r.start && isLower(j.text[i-1]), i+1 < r.end && isLower(j.text[i+1])
		last := i+1 == r.end // one digit at the end of c4s1n0, but not two
		if c != 0 && (after || before && (!last || r.digits > 2)) {
			j.b.Put(i, i+1, string(rune(c)), Leet)
		} else {
			j.b.Keep(i, i+1)
		}
	}
	j.b.Put(r.end, r.end, "\n", 0)
}

func isLower(c byte) bool { return 'a' <= c && c <= 'z' }

// asLetter returns the letter that a digit or sign stands for, or 0.
func asLetter(c byte) byte {
	const from, to = "0134578$", "oieastbs"
	for i := range len(from) {
		if from[i] == c {
			return to[i]
		}
	}
	return 0
}
