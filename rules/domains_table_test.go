package rules

import "testing"

// Hashes are found wherever they fall: evenly, all in one bucket, or all in one
// place of its row.
func TestTable(t *testing.T) {
	const n = 1 << 10
	tests := []struct {
		name string
		hash func(i uint64) uint64
	}{
		{"even", func(i uint64) uint64 { return i * hashFactor }},
		{"one bucket", func(i uint64) uint64 { return 5<<56 | i*hashFactor>>16 }},
		{"one place", func(i uint64) uint64 { return 7<<48 | i*hashFactor>>24 }},
		{"the last place", func(i uint64) uint64 { return ^uint64(0) - i<<36 }},
		{"no more than one", func(i uint64) uint64 { return 0 }},
	}
	for _, tt := range tests {
		b := setBuilder{hashed: true}
		for i := range uint64(n) {
			b.entries = append(b.entries, entry{hash: tt.hash(i)})
		}
		b.sort()
		d, err := readDomains(b.file(0.5))
		if err != nil {
			t.Fatalf("%s: %v", tt.name, err)
		}
		has := make(map[uint64]bool)
		for i := range uint64(n) {
			h := tt.hash(i)
			has[h>>(64-d.table.bucketBits-storedBits)] = true
			if !d.table.has(h, "") {
				t.Fatalf("%s: %x is lost", tt.name, h)
			}
		}
		for i := range uint64(n) {
			h := tt.hash(i) ^ 1<<(63-uint64(d.table.bucketBits)-i%storedBits)
			if want := has[h>>(64-d.table.bucketBits-storedBits)]; d.table.has(h, "") != want {
				t.Fatalf("%s: %x: found, want %v", tt.name, h, want)
			}
		}
	}
}
