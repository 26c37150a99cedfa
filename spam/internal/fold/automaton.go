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

// run returns how many bytes of a text the automaton knows, from a state on, and
// the state behind them.
func (m *moves) run(at state, s string) (n int, _ state) {
	for ; n <= len(s)-8; n += 8 {
		c := s[n : n+8]
		// What is shifted and what it is shifted by want the same register, unless all of them are looked up first.
		m0, m1, m2, m3, m4, m5, m6, m7 := m[c[0]], m[c[1]], m[c[2]], m[c[3]], m[c[4]], m[c[5]], m[c[6]], m[c[7]]
		next := m7 >> (m6 >> (m5 >> (m4 >> (m3 >> (m2 >> (m1 >> (m0 >> (at & 63) & 63) & 63) & 63) & 63) & 63) & 63) & 63)
		if next&63 == halted {
			break
		}
		at = next
	}
	for ; n < len(s); n++ {
		next := m[s[n]] >> (at & 63)
		if next&63 == halted {
			break
		}
		at = next
	}
	return n, at
}
