package fold

// Fold returns the base view of s: what a reader perceives, in lower case.
func Fold(s string) View {
	b := []byte(s)
	for i, c := range b {
		if 'A' <= c && c <= 'Z' {
			b[i] = c + 'a' - 'A'
		}
	}
	return View{Text: string(b), source: len(s)}
}
