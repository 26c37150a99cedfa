package spam

// Clean returns the post without the spans of its verdict, closed up so that
// the text around them reads as before.
func Clean(p Post, v Verdict) Post {
	for i := len(v.Spans) - 1; i >= 0; i-- {
		s := v.Spans[i].Span
		if s.Field == 0 {
			p.Body = p.Body[:s.Start] + p.Body[s.End:]
		}
	}
	return p
}
