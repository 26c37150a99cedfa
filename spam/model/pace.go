package model

import "math"

// The squares of gradients that a fit takes as seen before its first step.
//
// A token's are a share of what a pass would add up if each post that holds it
// were wrong by a half. So its first steps go by how wrong a post is, not by the
// sign of that alone, and do as much in long texts, where a token's share is
// small, as in short ones; and the order of the posts matters little.
//
// A careful fit takes the same for all. What few posts hold then weighs less,
// which posts unlike those learnt from, or few posts on top of a base, ask for.
const (
	tokenSquares   = 0.08 // the share
	leastSquares   = 1e-9
	carefulSquares = 1e-2
	biasSquares    = 0.1
)

// A pace is what it takes to learn a token's weight.
type pace struct {
	squares float32 // of the steps' gradients, added up (Duchi, Hazan, Singer, JMLR 12, 2011)
	scale   float32 // of the token's value: its log ratio (Wang, Manning, ACL 2012)
}

// begin makes the next steps the first.
func (f *fit) begin() {
	for i := range f.paces {
		f.paces[i].squares = f.squares[i]
	}
}

// count counts the posts that hold each token, adds up the squares of its shares
// in them, and returns how many posts there are.
func (f *fit) count() (total [2]float64) {
	for _, e := range f.lessons {
		y := ham
		if e.spam {
			y = spam
		}
		total[y]++
		all := &e.frames[len(e.frames)-1]
		square := all.share * e.weight * all.share * e.weight
		from := int32(0)
		for _, r := range e.runs {
			if r.depth == first {
				for _, id := range e.ids[from:r.end] {
					f.posts[id][y]++
					f.squares[id] += square
				}
			}
			from = r.end
		}
		for _, id := range all.makes {
			f.posts[id][y]++
			f.squares[id] += makeTimes * makeTimes * square
		}
	}
	return total
}

// scales knows the scale of a token by how many of how many posts hold it.
type scales struct {
	total [2]float64
	few   [16][16]float32 // what has been worked out; 0 if it has not
}

func (s *scales) of(posts [2]uint32) float32 {
	if posts[0] >= 16 || posts[1] >= 16 {
		return s.scale(posts)
	}
	known := &s.few[posts[0]][posts[1]]
	if *known == 0 {
		*known = s.scale(posts)
	}
	return *known
}

func (s *scales) scale(posts [2]uint32) float32 {
	ratio := math.Log((float64(posts[1])+0.5)/(s.total[1]+1)) - math.Log((float64(posts[0])+0.5)/(s.total[0]+1))
	return float32(math.Pow(math.Abs(ratio), ratioPower))
}
