package rules_test

import (
	"bytes"
	"encoding/binary"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"

	"github.com/bits-and-blooms/bloom/v3"
	"github.com/cespare/xxhash/v2"

	"github.com/boardspam/boardspam/rules"
)

func buildDomains(t testing.TB, c rules.DomainsConfig, names ...string) *rules.Domains {
	t.Helper()
	data, err := rules.BuildDomains(slices.Values(names), c)
	if err != nil {
		t.Fatal(err)
	}
	d, err := rules.ParseDomains(data)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestDomainsMatch(t *testing.T) {
	tests := []struct{ url, want string }{
		{"http://win777.club/", "win777.club"},
		{"http://62.a.win777.club/x", "win777.club"},
		{"http://xwin777.club/", ""},
		{"http://club/", ""},
		{"http://bad.example.com/", "bad.example.com"},
		{"http://a.bad.example.com/", "bad.example.com"},
		{"http://example.com/", ""},
		{"http://mine.tistory.com/1", "mine.tistory.com"},
		{"http://yours.tistory.com/1", ""},
		{"http://www.tistory.com/1", "tistory.com"},
		{"http://a.co.kr/", ""},
		{"https://sites.google.com/view/win777/home", "sites.google.com/view/win777"},
		{"https://sites.google.com/view/win7778/home", ""},
		{"https://talk.example.net/invite/abc", "talk.example.net/invite"},
		{"https://www.talk.example.net/invite/abc", "talk.example.net/invite"},
		{"https://talk.example.net/inviteabc", ""},
		{"http://0x1020304/", "1.2.3.4"},
		{"mailto:win777.club", ""},
	}
	for _, c := range []rules.DomainsConfig{{}, {Hashed: true}, {FalsePositive: 0.5}} {
		d := buildDomains(t, c, "win777.club", "bad.example.com", "mine.tistory.com", "tistory.com", "co.kr",
			"sites.google.com/view/win777", "talk.example.net/invite", "1.2.3.4", "win777.club")
		if d.Len() != 8 {
			t.Errorf("%v: %d names", c, d.Len())
		}
		for _, test := range tests {
			u, err := rules.ParseURL(test.url)
			if err != nil {
				t.Fatal(err)
			}
			if got, ok := d.Match(&u); got != test.want || ok != (test.want != "") {
				t.Errorf("%v: Match(%s) = %q, want %q", c, test.url, got, test.want)
			}
		}
	}
}

func TestDomainsEmpty(t *testing.T) {
	u, err := rules.ParseURL("http://a.b/c")
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range []*rules.Domains{nil, buildDomains(t, rules.DomainsConfig{})} {
		if _, ok := d.Match(&u); ok || d.Has("") || d.Has("a.b") || d.Len() != 0 {
			t.Error("an empty set has names")
		}
	}
}

func TestDomainsAll(t *testing.T) {
	names := []string{"a.example", "b.example", "c.example/x"}
	d := buildDomains(t, rules.DomainsConfig{}, "c.example/x", "a.example", "b.example", "a.example")
	if got := slices.Sorted(d.All()); !slices.Equal(got, names) {
		t.Errorf("All: %q", got)
	}
}

// TestDomainsDamaged flips every bit of every byte of a set's file, cuts it at
// every length, and sets every field of its header to hostile numbers with
// the checksum put right.
func TestDomainsDamaged(t *testing.T) {
	names := []string{"a.example", "b.example", "c.example/x"}
	good, err := rules.BuildDomains(slices.Values(names), rules.DomainsConfig{})
	if err != nil {
		t.Fatal(err)
	}
	refuse := func(what string, data []byte) {
		t.Helper()
		if _, err := rules.ParseDomains(data); err == nil {
			t.Errorf("%s: no error", what)
		}
	}
	for i := range good {
		refuse(fmt.Sprintf("cut at %d", i), good[:i])
		bad := bytes.Clone(good)
		for bit := range 8 {
			bad[i] = good[i] ^ 1<<bit
			refuse(fmt.Sprintf("byte %d bit %d", i, bit), bad)
		}
	}
	refuse("longer", append(bytes.Clone(good), 0))
	for field := 8; field < 56; field += 4 {
		for _, v := range []uint64{0, 1, 63, 64, 1 << 20, 1 << 31, 1 << 40, 1 << 62, 1<<64 - 1} {
			bad := bytes.Clone(good)
			binary.LittleEndian.PutUint64(bad[field:], v)
			binary.LittleEndian.PutUint64(bad[len(bad)-8:], xxhash.Sum64(bad[:len(bad)-8]))
			if d, err := rules.ParseDomains(bad); err == nil {
				exercise(d)
			}
		}
	}
	refuse("text", []byte("a.example\nb.example\n"))
}

// exercise calls what must not panic on a set that was taken as good.
func exercise(d *rules.Domains) {
	u, _ := rules.ParseURL("http://www.c.example/x/y")
	d.Match(&u)
	d.Has("a.example")
	for range d.All() {
	}
}

func TestDomainsDamagedAllocates(t *testing.T) {
	data, err := rules.BuildDomains(slices.Values([]string{"a.example"}), rules.DomainsConfig{})
	if err != nil {
		t.Fatal(err)
	}
	binary.LittleEndian.PutUint64(data[16:], 1<<30)
	binary.LittleEndian.PutUint64(data[24:], 1<<40)
	binary.LittleEndian.PutUint64(data[len(data)-8:], xxhash.Sum64(data[:len(data)-8]))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	if _, err := rules.ParseDomains(data); err == nil {
		t.Error("no error")
	}
	runtime.ReadMemStats(&after)
	if n := after.TotalAlloc - before.TotalAlloc; n > 1<<16 {
		t.Errorf("%d bytes allocated for a file of %d", n, len(data))
	}
}

func FuzzParseDomains(f *testing.F) {
	for _, c := range []rules.DomainsConfig{{}, {Hashed: true}} {
		data, err := rules.BuildDomains(slices.Values([]string{"a.example", "b.example/c"}), c)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 8 {
			binary.LittleEndian.PutUint64(data[len(data)-8:], xxhash.Sum64(data[:len(data)-8]))
		}
		if d, err := rules.ParseDomains(data); err == nil {
			exercise(d)
		}
	})
}

func TestOpenDomains(t *testing.T) {
	data, err := rules.BuildDomains(slices.Values([]string{"a.example"}), rules.DomainsConfig{})
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "names")
	if err := rules.SaveDomains(file, data); err != nil {
		t.Fatal(err)
	}
	d, err := rules.OpenDomains(file)
	if err != nil {
		t.Fatal(err)
	}
	if !d.Has("a.example") || d.Has("b.example") {
		t.Error("a set changed on its way through a file")
	}
	for _, bad := range [][]byte{nil, []byte("a.example\n"), data[:len(data)-1]} {
		if err := os.WriteFile(file+".bad", bad, 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := rules.OpenDomains(file + ".bad"); err == nil {
			t.Errorf("opened %q", bad)
		}
	}
}

// generated yields n names of several shapes.
func generated(n int, seed uint64) func(func(string) bool) {
	return func(yield func(string) bool) {
		random := rand.New(rand.NewPCG(seed, 1))
		tlds := []string{"com", "net", "club", "top", "co.kr", "xyz"}
		for range n {
			if !yield(fmt.Sprintf("%s%d.%s", string(rune('a'+random.IntN(26))), random.Uint64()>>20, tlds[random.IntN(len(tlds))])) {
				return
			}
		}
	}
}

// TestDomainsExact asks a set with a poor filter for a million names that are
// not in it.
func TestDomainsExact(t *testing.T) {
	d := buildDomains(t, rules.DomainsConfig{FalsePositive: 0.01, Hashed: true}, slices.Collect(generated(50_000, 1))...)
	n := 1_000_000
	if testing.Short() {
		n = 50_000
	}
	for name := range generated(n, 2) {
		if d.Has(name) {
			t.Fatalf("%s found", name)
		}
	}
	for name := range generated(50_000, 1) {
		if !d.Has(name) {
			t.Fatalf("%s lost", name)
		}
	}
}

var names = flag.Int("names", 200_000, "how many names BenchmarkDomains has")

func BenchmarkDomains(b *testing.B) {
	n := *names
	d := buildDomains(b, rules.DomainsConfig{}, slices.Collect(generated(n, 1))...)
	filter := bloom.NewWithEstimates(uint(n), 1e-6)
	set := make(map[string]struct{}, n)
	for name := range generated(n, 1) {
		filter.AddString(name)
		set[name] = struct{}{}
	}
	hits, misses := slices.Collect(generated(4096, 1)), slices.Collect(generated(4096, 2))
	for _, run := range []struct {
		name string
		has  func(string) bool
	}{
		{"domains", d.Has}, {"bloom", filter.TestString},
		{"map", func(s string) bool { _, ok := set[s]; return ok }},
	} {
		for kind, names := range map[string][]string{"hit": hits, "miss": misses} {
			b.Run(run.name+"/"+kind, func(b *testing.B) {
				b.ReportAllocs()
				i := 0
				for b.Loop() {
					run.has(names[i&4095])
					i++
				}
			})
		}
	}
	for kind, c := range map[string]rules.DomainsConfig{"named": {}, "hashed": {Hashed: true}} {
		b.Run("build/"+kind, func(b *testing.B) {
			for b.Loop() {
				data, err := rules.BuildDomains(generated(n, 1), c)
				if err != nil {
					b.Fatal(err)
				}
				b.ReportMetric(float64(len(data))/float64(n), "B/name")
			}
		})
	}
	u, err := rules.ParseURL("http://62.example123.club/x")
	if err != nil {
		b.Fatal(err)
	}
	b.Run("match", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			d.Match(&u)
		}
	})
}

func ExampleDomains_Match() {
	data, _ := rules.BuildDomains(slices.Values([]string{"win777.club"}), rules.DomainsConfig{})
	set, _ := rules.ParseDomains(data)
	u, _ := rules.ParseURL("http://62.WIN777.club/play")
	fmt.Println(set.Match(&u))
	// Output: win777.club true
}
