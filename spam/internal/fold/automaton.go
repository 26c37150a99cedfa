package fold

// A state is where an automaton stands that reads bytes one by one without a
// branch, of which no processor can tell beforehand how many belong together. It
// is in the lowest six bits, and the number of a bit of moves.
type state uint64

const (
	stateBits       = 6
	halted    state = 0 // behind what the automaton does not know; nothing leads away from it
)

// moves are an automaton: for each byte, at the bit of each of ten states, the
// bits of the state behind it.
type moves [1 << 8]state

// add makes the bytes from first to last lead from one state to another. Where
// nothing was added they lead to halted.
func (m *moves) add(from state, first, last byte, to state) {
	for c := int(first); c <= int(last); c++ {
		m[c] |= to << from
	}
}
