package model

import "math/bits"

// emptySize is the size that a file gives the weight of an empty slot.
const emptySize = 14

// slotCodes is how many prefix codes a file has: one for the sizes of the
// whole's weights, and for each of these sizes one for the size of what the part's
// weight is more.
const slotCodes = 1 + emptySize

// A slotForm is a slot as a file has it. The size of a number is how many bits
// are left of it when its sign is the lowest one of them.
type slotForm struct {
	whole, more         uint32 // the whole's weight, and what the part's is beyond it, the sign as the lowest bit
	wholeSize, moreSize int    // moreSize is not there if wholeSize is emptySize
	code                int    // which of the codes is that of moreSize
}

func formOf(s slot) (f slotForm) {
	if s == 0 {
		return slotForm{wholeSize: emptySize}
	}
	whole, more := s.whole(), s.part()-s.whole()
	if whole < 0 {
		more = -more // beyond it is away from zero
	}
	f.whole, f.more = zigzag(whole), zigzag(more)
	f.wholeSize, f.moreSize = bits.Len32(f.whole), bits.Len32(f.more)
	f.code = 1 + f.wholeSize
	return f
}

// zigzag returns a number with its sign as the lowest bit.
func zigzag(v int32) uint32 { return uint32(v<<1 ^ v>>31) }

// unzigzag returns the number that zigzag was given.
func unzigzag(u uint32) int32 { return int32(u>>1) ^ -int32(u&1) }

// lowerBits returns how many bits of a number of a size stand behind that: all
// but the highest.
func lowerBits(size int) int {
	if size == 0 || size == emptySize {
		return 0
	}
	return size - 1
}

// appendSlots appends slots as a file has them: the prefix codes, and then bit
// by bit, for each slot, the size of the whole's weight and its lower bits, those
// of what the part's is beyond it, and eight bits of the token's hash. Of a slot
// that is empty there is the size alone.
func appendSlots(b []byte, slots []slot) []byte {
	var counts [slotCodes][symbols]int
	for _, s := range slots {
		f := formOf(s)
		counts[0][f.wholeSize]++
		if s != 0 {
			counts[f.code][f.moreSize]++
		}
	}
	var codes [slotCodes]prefixCode
	var numbers [slotCodes][symbols]uint64
	for i := range codes {
		codes[i] = newPrefixCode(counts[i])
		numbers[i] = codes[i].codes()
		b = codes[i].appendTo(b)
	}
	w := bitWriter{out: b}
	for _, s := range slots {
		f := formOf(s)
		w.write(numbers[0][f.wholeSize], int(codes[0][f.wholeSize]))
		if s == 0 {
			continue
		}
		w.write(uint64(f.whole), lowerBits(f.wholeSize))
		w.write(numbers[f.code][f.moreSize], int(codes[f.code][f.moreSize]))
		w.write(uint64(f.more), lowerBits(f.moreSize))
		w.write(uint64(s), 8)
	}
	return w.close()
}

// readSlots returns n slots that appendSlots wrote. It reports whether these are
// all that data holds.
func readSlots(data []byte, n int) (slots []slot, ok bool) {
	var codes [slotCodes]decoding
	if len(data) < slotCodes*prefixCodeSize {
		return nil, false
	}
	for i := range codes {
		if !codes[i].read(data[i*prefixCodeSize:]) {
			return nil, false
		}
	}
	data = data[slotCodes*prefixCodeSize:]
	if n > 8*len(data) { // a slot is at least a bit
		return nil, false
	}
	slots = make([]slot, n)
	at := uint(0)
	for i := range slots {
		s, took := slotIn(bitsAt(data, at), &codes)
		if took == 0 {
			return nil, false
		}
		slots[i] = s
		at += uint(took)
	}
	return slots, int(at+7)/8 == len(data) && bitsAt(data, at) == 0
}

// slotIn returns the slot that bits begin with, and how many of them it takes, 52
// at most, or none if there is no such slot. But for that, no branch depends on
// what the slot is.
func slotIn(bits uint64, codes *[slotCodes]decoding) (s slot, took int) {
	u, size, took := codes[0].number(bits)
	if size == emptySize {
		return 0, took
	}
	whole := unzigzag(u)
	sign := whole >> 31
	u, moreSize, tookMore := codes[1+size].number(bits << took)
	part := whole + (unzigzag(u) ^ sign - sign)
	took += tookMore
	if size|moreSize < 0 || max(whole, -whole, part, -part) > maxSteps {
		return 0, 0
	}
	return slot(whole<<20 | part&0xfff<<8 | int32(bits<<took>>56)), took + 8
}
