package rules

import (
	"fmt"
	"net/netip"
	"strings"
)

// networks are rules for the addresses that posts are sent from, by network.
// A search takes one look-up for each length of network there is.
type networks struct {
	rules   map[netip.Prefix][]int32
	lengths [129]bool // of IPv4-mapped and IPv6 networks alike
}

// maxNetworks is how many networks a range of addresses may take.
const maxNetworks = 256

// add puts a rule before the networks that its pattern stands for: an address,
// a network, a range "a-b", or an IPv4 address whose last numbers are '*' or,
// as Gnuboard writes it, '+'.
func (n *networks) add(rule int32, pattern string) error {
	list, err := networksOf(strings.TrimSpace(pattern))
	if err != nil {
		return err
	}
	if n.rules == nil {
		n.rules = make(map[netip.Prefix][]int32)
	}
	for _, p := range list {
		n.rules[p] = append(n.rules[p], rule)
		n.lengths[p.Bits()] = true
	}
	return nil
}

func networksOf(pattern string) ([]netip.Prefix, error) {
	if from, to, ok := strings.Cut(pattern, "-"); ok {
		return rangeOf(from, to)
	}
	if strings.ContainsAny(pattern, "*+") {
		return wildcardOf(pattern)
	}
	if !strings.Contains(pattern, "/") {
		a, err := netip.ParseAddr(pattern)
		if err != nil {
			return nil, fmt.Errorf("%q: no IP address", pattern)
		}
		return []netip.Prefix{mapped(netip.PrefixFrom(a, a.BitLen()))}, nil
	}
	p, err := netip.ParsePrefix(pattern)
	if err != nil {
		return nil, fmt.Errorf("%q: no network", pattern)
	}
	return []netip.Prefix{mapped(p)}, nil
}

// wildcardOf reads "1.2.*" and "1.2.*.*".
func wildcardOf(pattern string) ([]netip.Prefix, error) {
	fixed := strings.TrimRight(pattern, ".*+")
	known := strings.Count(fixed, ".") + 1
	a, err := netip.ParseAddr(fixed + strings.Repeat(".0", max(4-known, 0)))
	if err != nil || known > 3 || fixed+"." != pattern[:min(len(fixed)+1, len(pattern))] {
		return nil, fmt.Errorf("%q: want numbers, then '*' for the others", pattern)
	}
	return []netip.Prefix{mapped(netip.PrefixFrom(a, 8*known))}, nil
}

// rangeOf returns the networks that hold the addresses from one to another.
func rangeOf(first, last string) (list []netip.Prefix, err error) {
	from, errFrom := netip.ParseAddr(strings.TrimSpace(first))
	to, errTo := netip.ParseAddr(strings.TrimSpace(last))
	if errFrom != nil || errTo != nil || from.BitLen() != to.BitLen() || to.Less(from) {
		return nil, fmt.Errorf("%s-%s: no range of addresses", first, last)
	}
	for at := from; at.IsValid() && !to.Less(at); {
		if len(list) == maxNetworks {
			return nil, fmt.Errorf("%s-%s: takes more than %d networks", first, last, maxNetworks)
		}
		bits := 0
		for ; bits < at.BitLen(); bits++ {
			p := netip.PrefixFrom(at, bits).Masked()
			if p.Addr() == at && !to.Less(lastOf(p)) {
				break
			}
		}
		p := netip.PrefixFrom(at, bits)
		list = append(list, mapped(p))
		at = lastOf(p).Next()
	}
	return list, nil
}

// lastOf returns the last address of a network.
func lastOf(p netip.Prefix) netip.Addr {
	b := p.Addr().As16()
	for i := p.Bits() + 128 - p.Addr().BitLen(); i < 128; i++ {
		b[i/8] |= 0x80 >> (i % 8)
	}
	a := netip.AddrFrom16(b)
	if p.Addr().Is4() {
		return a.Unmap()
	}
	return a
}

// mapped returns a network in IPv6 form.
func mapped(p netip.Prefix) netip.Prefix {
	a := p.Addr().Unmap()
	bits := p.Bits()
	if p.Addr().Is4In6() {
		bits -= 96
	}
	if a.Is4() {
		bits += 96
	}
	return netip.PrefixFrom(netip.AddrFrom16(a.As16()), bits).Masked()
}

// AppendIP appends the rules for the address that a post was sent from. It
// appends nothing if ip is no address.
func (s *Set) AppendIP(dst []Hit, ip string) []Hit {
	if s == nil || s.networks.rules == nil {
		return dst
	}
	a, err := netip.ParseAddr(ip)
	if err != nil {
		return dst
	}
	a = netip.AddrFrom16(a.WithZone("").As16())
	for bits, used := range s.networks.lengths {
		if !used {
			continue
		}
		for _, r := range s.networks.rules[netip.PrefixFrom(a, bits).Masked()] {
			dst = append(dst, Hit{int(r), 0, 0, -1})
		}
	}
	return dst
}
