package corpus

// threadPosts is how many posts that are not copies of each other make the
// title above them that of a thread.
const threadPosts = 10

// threads returns the titles that posts have from the thread they stand in:
// whoever wrote a post did not choose it.
func threads(samples []Sample, clusters [][]int) map[string]bool {
	posts, last := make(map[string]int), make(map[string]int)
	for c, members := range clusters {
		for _, i := range members {
			t := samples[i].Title
			if n := posts[t]; n == 0 || last[t] != c {
				posts[t], last[t] = n+1, c
			}
		}
	}
	out := make(map[string]bool)
	for t, n := range posts {
		if t != "" && n >= threadPosts {
			out[t] = true
		}
	}
	return out
}
