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

// leet writes out a word with digits for letters. A number that it ends in
// stays, but for its first digit if three follow other such letters.
func (j *joiner) leet(r *letterRun) {
	j.begin()
	for i := r.start; i < r.end; {
		end := i
		for end < r.end && !isLower(j.text[end]) {
			end++
		}
		letters := end - i // how many of these are letters
		switch {
		case end == i:
			j.b.Keep(i, i+1)
			i++
			continue
		case end < r.end:
		case i == r.start || r.digits == letters || letters == 2 || letters > 3 || isLucky(j.text[i:end]):
			letters = 0
		case letters == 3:
			letters = 1
		}
		j.digits(i, end, letters)
		i = end
	}
	j.b.Put(r.end, r.end, "\n", 0)
}

// digits writes out text[start:end] with the first few as letters.
func (j *joiner) digits(start, end, letters int) {
	for i := start; i < end; i++ {
		if c := asLetter(j.text[i]); c != 0 && i-start < letters {
			j.b.Put(i, i+1, string(rune(c)), Leet)
		} else {
			j.b.Keep(i, i+1)
		}
	}
}

// isLucky reports whether a number is one that names of sites end in.
func isLucky(number string) bool {
	switch number {
	case "123", "138", "168", "188", "303", "333", "368", "388", "555", "588", "777", "888":
		return true
	}
	return false
}

func isLower(c byte) bool { return 'a' <= c && c <= 'z' }

// asLetter returns the letter that a digit or sign stands for, or 0.
func asLetter(c byte) byte {
	const from, to = "01345789$", "oieastbgs"
	for i := range len(from) {
		if from[i] == c {
			return to[i]
		}
	}
	return 0
}
