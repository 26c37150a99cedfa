package model

// appendSlots appends slots as a file has them. First come three bytes of each:
// of its hash, and the lowest of its weights, the part's and the whole's, which
// for nine slots of ten is all there is to them. Then comes a bit for each slot,
// the lowest of a byte first, that says whether it is a wide one; then a byte
// for each of those, the highest four bits of the part's weight, and above them
// those of the whole's. Of slots there are a multiple of eight.
func appendSlots(b []byte, slots []slot) []byte {
	wide := make([]byte, len(slots)/8)
	var high []byte
	for i, s := range slots {
		b = append(b, byte(s), byte(s.part()), byte(s.whole()))
		if !s.narrow() {
			wide[i/8] |= 1 << (i % 8)
			high = append(high, byte(s.whole()>>8<<4|s.part()>>8&15))
		}
	}
	return append(append(b, wide...), high...)
}

// readSlots returns n slots that appendSlots wrote. It reports whether these are
// all that data holds.
func readSlots(data []byte, n int) (slots []slot, ok bool) {
	if len(data) < 3*n+n/8 {
		return nil, false
	}
	low, wide, high := data[:3*n], data[3*n:3*n+n/8], data[3*n+n/8:]
	slots = make([]slot, n)
	for i := range slots {
		b := low[3*i : 3*i+3]
		part, whole := int32(int8(b[1])), int32(int8(b[2]))
		if wide[i/8]>>(i%8)&1 != 0 {
			if len(high) == 0 {
				return nil, false
			}
			part, whole = int32(high[0])<<28>>20|int32(b[1]), int32(int8(high[0]))>>4<<8|int32(b[2])
			high = high[1:]
		}
		slots[i] = slot(whole<<20 | part&0xfff<<8 | int32(b[0]))
		if wide[i/8]>>(i%8)&1 != 0 && slots[i].narrow() {
			return nil, false
		}
	}
	return slots, len(high) == 0
}

// narrow reports whether each weight fits in a byte.
func (s slot) narrow() bool {
	return int32(int8(s.whole())) == s.whole() && int32(int8(s.part())) == s.part()
}
