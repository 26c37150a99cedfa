package model

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSlots(t *testing.T) {
	extremes := []int32{0, 1, -1, 127, 128, -128, -129, maxSteps, -maxSteps}
	var all []slot
	for _, whole := range extremes {
		for _, part := range extremes {
			all = append(all, slot(whole<<20|part&0xfff<<8|0xa5))
		}
	}
	rare := make([]slot, 1<<16)
	for i := range all {
		rare[i*i] = all[i]
	}
	tests := []struct {
		name  string
		slots []slot
	}{
		{"none", []slot{}},
		{"empty", make([]slot, 64)},
		{"no weight", []slot{0x01, 0xff}},
		{"one", all[5:6]},
		{"all", all},
		{"rare", rare},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			file := appendSlots(nil, tt.slots)
			got, ok := readSlots(file, len(tt.slots))
			if diff := cmp.Diff(tt.slots, got); diff != "" || !ok {
				t.Fatalf("read: %v\n%s", ok, diff)
			}
			for n := 0; n < len(file); n += 1 + len(file)/500 {
				if _, ok := readSlots(file[:n], len(tt.slots)); ok {
					t.Errorf("cut after %d bytes, they are read", n)
				}
			}
			if _, ok := readSlots(append(file, 0), len(tt.slots)); ok {
				t.Error("read with a byte too many")
			}
		})
	}
}

// What is read of any bytes is written and read again as it is.
func FuzzReadSlots(f *testing.F) {
	f.Add(appendSlots(nil, []slot{0, 0xa5, 1 << 20, 1<<20 | 0xfff<<8, 0}), uint16(5))
	f.Add(make([]byte, slotCodes*prefixCodeSize+1), uint16(8))
	f.Fuzz(func(t *testing.T, data []byte, n uint16) {
		slots, ok := readSlots(data, int(n))
		if !ok {
			return
		}
		again, ok := readSlots(appendSlots(nil, slots), len(slots))
		if !ok || !slices.Equal(slots, again) {
			t.Errorf("read %v, and then %v", slots, again)
		}
	})
}

func TestPrefixCode(t *testing.T) {
	fibonacci := [symbols]int{1, 1}
	for i := 2; i < symbols; i++ {
		fibonacci[i] = fibonacci[i-1] + fibonacci[i-2]
	}
	tests := []struct {
		name   string
		counts [symbols]int
		want   prefixCode
	}{
		{"nothing", [symbols]int{}, prefixCode{}},
		{"one", [symbols]int{3: 7}, prefixCode{3: 1}},
		{"two", [symbols]int{3: 7, 5: 1}, prefixCode{3: 1, 5: 1}},
		{"halves", [symbols]int{16, 8, 4, 2, 2}, prefixCode{1, 2, 3, 4, 4}},
		{"alike", [symbols]int{8: 1, 9: 1, 10: 1, 11: 1}, prefixCode{8: 2, 9: 2, 10: 2, 11: 2}},
	}
	for _, tt := range tests {
		if got := newPrefixCode(tt.counts); got != tt.want {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
	c, used := newPrefixCode(fibonacci), 0
	for i, length := range c {
		if length == 0 || length > longestCode || i > 1 && length > c[i-2] {
			t.Errorf("Fibonacci numbers: %v", c)
		}
		used += 1 << (longestCode - length)
	}
	if used > 1<<longestCode {
		t.Errorf("Fibonacci numbers: %v: too many codes", c)
	}
}
