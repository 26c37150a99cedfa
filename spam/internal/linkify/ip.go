package linkify

import (
	"net/netip"
	"strconv"
	"strings"
)

// parseIPv4 reads an address as browsers do: one to four numbers, decimal,
// octal or hexadecimal, of which the last fills what is left.
// WHATWG URL §3.5.
func parseIPv4(s string) (netip.Addr, bool) {
	var addr uint64
	parts := 0
	for part := range strings.SplitSeq(s, ".") {
		n, err := strconv.ParseUint(octal(part), 0, 32)
		parts++
		last := parts == 1+strings.Count(s, ".")
		switch {
		case err != nil, parts > 4, !last && n > 255, strings.Contains(part, "_"):
			return netip.Addr{}, false
		case !last:
			addr |= n << (8 * (4 - parts))
		case n >= 1<<(8*(5-parts)):
			return netip.Addr{}, false
		default:
			addr |= n
		}
	}
	return netip.AddrFrom4([4]byte{byte(addr >> 24), byte(addr >> 16), byte(addr >> 8), byte(addr)}), true
}

// octal gives a number with a leading zero the form that strconv reads alike.
func octal(s string) string {
	if len(s) > 1 && s[0] == '0' && s[1] != 'x' {
		return "0o0" + s[1:]
	}
	return s
}

// isPrivate reports whether an address leads nowhere from outside.
func isPrivate(a netip.Addr) bool {
	a = a.Unmap()
	return a.IsPrivate() || a.IsLoopback() || a.IsUnspecified() || a.IsLinkLocalUnicast() || a.IsMulticast() ||
		a == netip.AddrFrom4([4]byte{255, 255, 255, 255})
}
