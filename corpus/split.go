package corpus

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"unicode"

	"github.com/cespare/xxhash/v2"
)

// HoldOut chooses about the given share of the spam and of the ham. Posts
// that say nearly the same are chosen together or not at all, so that what is
// learnt from the others is not tried on its own copies. The same samples and
// seed give the same choice.
func HoldOut(samples []Sample, share float64, seed uint64) []bool {
	return holdOut(samples, cluster(samples), share, seed)
}

// holdOut is HoldOut of samples whose near copies are known.
func holdOut(samples []Sample, clusters [][]int, share float64, seed uint64) []bool {
	order := rand.New(rand.NewPCG(seed, 0x5b11)).Perm(len(clusters))
	want := map[Label]int{}
	for i := range samples {
		want[samples[i].Label]++
	}
	for l, n := range want {
		want[l] = int(share*float64(n) + 0.5)
	}
	held := make([]bool, len(samples))
	for _, c := range order {
		take := map[Label]int{}
		for _, i := range clusters[c] {
			take[samples[i].Label]++
		}
		fits := true
		for l, n := range take {
			fits = fits && n <= want[l]
		}
		if !fits {
			continue
		}
		for _, i := range clusters[c] {
			held[i] = true
			want[samples[i].Label]--
		}
	}
	return held
}

// cluster returns the samples' numbers, near copies together, by their first.
func cluster(samples []Sample) [][]int {
	parent := make([]int, len(samples))
	root := func(i int) int {
		for parent[i] != i {
			parent[i] = parent[parent[i]]
			i = parent[i]
		}
		return i
	}
	first := make(map[[2]uint64]int)
	for i := range samples {
		parent[i] = i
		for _, k := range sketch(&samples[i]) {
			if j, ok := first[k]; ok {
				a, b := root(i), root(j)
				parent[max(a, b)] = min(a, b)
			} else {
				first[k] = i
			}
		}
	}
	members := make(map[int][]int)
	for i := range samples {
		members[root(i)] = append(members[root(i)], i)
	}
	out := make([][]int, 0, len(members))
	for _, m := range members {
		out = append(out, m)
	}
	slices.SortFunc(out, func(a, b []int) int { return cmp.Compare(a[0], b[0]) })
	return out
}

// shingle is how many letters are compared at a time.
const shingle = 5

// sketch returns two keys of a sample's letters, in lower case: texts that
// share most shingles share a key with high probability (Broder 1997). A key
// is made of the two least hashes under one order of all hashes.
func sketch(s *Sample) [2][2]uint64 {
	const none = ^uint64(0)
	out := [2][2]uint64{{none, none}, {none, none}}
	var window [shingle * 4]byte
	letters := 0
	for _, r := range s.Body {
		if !unicode.IsLetter(r) {
			continue
		}
		r = unicode.ToLower(r)
		copy(window[:], window[4:])
		window[len(window)-4], window[len(window)-3] = byte(r), byte(r>>8)
		window[len(window)-2], window[len(window)-1] = byte(r>>16), 0
		if letters++; letters < shingle {
			continue
		}
		h := xxhash.Sum64(window[:])
		for k := range out {
			keepLeast(&out[k], h)
			h = (h ^ 0x9e3779b97f4a7c15) * 0xbf58476d1ce4e5b9
		}
	}
	if out[0][1] == none { // too short to compare by parts
		h := xxhash.Sum64String(s.Body)
		out = [2][2]uint64{{h, 0}, {h, 1}}
	}
	return out
}

func keepLeast(least *[2]uint64, h uint64) {
	switch {
	case h < least[0]:
		least[0], least[1] = h, least[0]
	case h > least[0] && h < least[1]:
		least[1] = h
	}
}
