package model

// dropTenths is how many tenths of its tokens a careful fit leaves out of a
// lesson, others in each pass: none becomes indispensable, and what is learnt
// holds better of posts in other words (Srivastava and others, JMLR 15, 2014).
const dropTenths = 3

// A dropout says which tokens of one lesson are left out. The zero dropout
// leaves out none.
type dropout uint32

// dropoutOf returns the dropout of a lesson in a pass.
func dropoutOf(lesson, pass int) dropout {
	h := uint32(lesson)*0x9e3779b1 + uint32(pass)*0x85ebca6b
	return dropout((h^h>>15)*0xc2b2ae35 | 1)
}

// drops reports whether a token is left out.
func (d dropout) drops(id int32) bool {
	const limit = dropTenths << 32 / 10
	return d != 0 && (uint32(id)*0x9e3779b1^uint32(d))*0x85ebca6b < limit
}

// sumOf adds up the weights of the tokens that stay, as if none were left out.
func (d dropout) sumOf(weights []float32, ids []int32) float32 {
	if d == 0 {
		return sumOf(weights, ids)
	}
	sum := float32(0)
	for _, id := range ids {
		if !d.drops(id) {
			sum += weights[id]
		}
	}
	return sum * 10 / (10 - dropTenths)
}
