package rules

import (
	"iter"
	"runtime"
	"strings"

	"github.com/bits-and-blooms/bloom/v3"
	"github.com/cespare/xxhash/v2"
)

// Domains is an immutable set of names: hosts, or hosts and the beginning of
// a path ("sites.google.com/view/NAME"). A name covers its sub-domains, but
// the name of a public suffix or of a hosting service does not cover the
// names of its users.
//
// A bloom filter answers for nearly all names that are not there; what passes
// it is looked up in a table of longer hashes and, unless the set was built
// without names, compared with the name itself. It is safe for concurrent
// use. A nil set is empty.
type Domains struct {
	filter *bloom.BloomFilter
	table  table
	head   header
	file   *mapping // what the set is read from, if it is a file
}

// Len returns the number of names.
func (d *Domains) Len() int {
	if d == nil {
		return 0
	}
	return int(d.head.count)
}

// Has reports whether name itself is in the set. A name is a host in A-labels
// and lower case, with or without the beginning of a path.
func (d *Domains) Has(name string) bool {
	if d == nil || d.head.count == 0 {
		return false
	}
	found := d.has(name)
	runtime.KeepAlive(d.file)
	return found
}

func (d *Domains) has(name string) bool {
	h := xxhash.Sum64String(name)
	return d.mayHave(h) && d.table.has(h, name)
}

// mayHave asks the filter.
func (d *Domains) mayHave(h uint64) bool {
	var at [maxHashes]uint64
	k := d.head.hashes
	first := min(k, 2)
	locate(at[:first], h, 0)
	if !d.filter.TestLocations(at[:first]) {
		return false
	}
	locate(at[first:k], h, first)
	return d.filter.TestLocations(at[first:k])
}

// locate computes places in the filter from the i-th on (Kirsch and
// Mitzenmacher 2006).
func locate(at []uint64, h uint64, i uint32) {
	step := (h>>32 | h<<32) * hashFactor
	h += uint64(i) * step
	for j := range at {
		at[j] = h
		h += step
	}
}

// maxLabelsTried is how many names above the registrable one are looked up.
const maxLabelsTried = 16

// probes are the names that may cover an address, shortest first, hashed once
// for all sets that are asked.
type probes struct {
	url    *URL
	inPath bool // the shortest name is told apart by its path
	count  int
	starts [maxLabelsTried]uint8
	hashes [maxLabelsTried]uint64
}

// probe prepares an address for look-ups.
func (p *probes) probe(u *URL) {
	p.url, p.count = u, 0
	if u.Host == "" || len(u.Host) > maxHost {
		return
	}
	registrable := len(u.Name)
	if slash := strings.IndexByte(u.Name, '/'); slash >= 0 {
		registrable, p.inPath = slash, true
	}
	start := max(len(u.Host)-registrable, 0)
	for p.count < maxLabelsTried {
		p.starts[p.count] = uint8(start)
		p.hashes[p.count] = xxhash.Sum64String(u.Host[start:])
		p.count++
		if start == 0 {
			break
		}
		start = strings.LastIndexByte(u.Host[:start-1], '.') + 1
	}
}

// Match returns the name in the set that covers u. Shorter names are tried
// first.
func (d *Domains) Match(u *URL) (name string, ok bool) {
	if d == nil || d.head.count == 0 {
		return "", false
	}
	var p probes
	p.probe(u)
	return d.match(&p)
}

func (d *Domains) match(p *probes) (name string, ok bool) {
	if d == nil || d.head.count == 0 {
		return "", false
	}
	for i := range p.count {
		host := p.url.Host[p.starts[i]:]
		if !p.inPath && d.mayHave(p.hashes[i]) && d.table.has(p.hashes[i], host) {
			name, ok = host, true
			break
		}
		if d.head.segments > 0 {
			if name, ok = d.matchPath(host, p.url.Path); ok {
				break
			}
		}
	}
	runtime.KeepAlive(d.file)
	return name, ok
}

// matchPath looks for host and the beginning of path.
func (d *Domains) matchPath(host, path string) (string, bool) {
	var buffer [maxName]byte
	name := append(buffer[:0], host...)
	for range d.head.segments {
		if len(path) < 2 || path[0] != '/' {
			break
		}
		end := strings.IndexByte(path[1:], '/') + 1
		if end == 0 {
			end = len(path)
		}
		if len(name)+end > maxName {
			break
		}
		name = append(name, path[:end]...)
		path = path[end:]
		h := xxhash.Sum64(name)
		if d.mayHave(h) {
			if s := string(name); d.table.has(h, s) {
				return s, true
			}
		}
	}
	return "", false
}

// All returns the names in no particular order. It is empty if the set was
// built without names.
func (d *Domains) All() iter.Seq[string] {
	return func(yield func(string) bool) {
		if d == nil || !d.head.named() {
			return
		}
		for i := range d.head.count {
			if !yield(strings.Clone(d.table.name(i))) {
				return
			}
		}
		runtime.KeepAlive(d.file)
	}
}

// A DomainsInfo says what a set is made of.
type DomainsInfo struct {
	Names         int     // how many
	Bytes         int     // of the whole file
	FilterBytes   int     // of the bloom filter
	FilterHashes  int     // bits looked at for a name
	FalsePositive float64 // the filter's rate, as designed
	Named         bool    // whether the names themselves are kept
}

// Info describes the set.
func (d *Domains) Info() DomainsInfo {
	if d == nil {
		return DomainsInfo{}
	}
	return DomainsInfo{
		Names: int(d.head.count), Bytes: int(d.head.size()), FilterBytes: int(d.head.bits / 8),
		FilterHashes: int(d.head.hashes), FalsePositive: d.head.rate, Named: d.head.named(),
	}
}
