package rules

import (
	"errors"
	"net/netip"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/idna"
)

// Why an address is refused.
var (
	errNoHost = errors.New("no host name")
	errHost   = errors.New("not a host name")
	errIP     = errors.New("not an IP address")
	errPort   = errors.New("not a port")
)

// An addressError is an address that cannot be read, and why.
type addressError struct{ text, reason string }

func (e *addressError) Error() string {
	text := e.text
	if len(text) > 80 {
		text = text[:80]
	}
	return "rules: " + strconv.Quote(text) + ": " + e.reason
}

// The most bytes of a host: as written, and in A-labels (RFC 1035, 2.3.4).
const (
	maxRawHost = 1024
	maxHost    = 253
)

// hostProfile maps a host as browsers do (UTS 46), but lets '_' pass.
var hostProfile = idna.New(idna.MapForLookup(), idna.StrictDomainName(false), idna.ValidateLabels(false))

// setHost fills in Host, Unicode and IP.
func (u *URL) setHost(host string) error {
	if strings.HasPrefix(host, "[") {
		return u.setIPv6(host)
	}
	host, err := hostASCII(host)
	if err != nil {
		return err
	}
	u.Host, u.Unicode = host, host
	if endsInNumber(host) {
		return u.setIPv4(host)
	}
	if strings.Contains(host, "xn--") {
		if name, err := hostProfile.ToUnicode(host); err == nil {
			u.Unicode = name
		}
	}
	return nil
}

// hostASCII returns a host in A-labels and lower case without its final dot.
func hostASCII(host string) (string, error) {
	if len(host) > maxRawHost {
		return "", errHost
	}
	if strings.IndexByte(host, '%') >= 0 {
		host = unescape(host)
	}
	if !isASCII(host) {
		if !utf8.ValidString(host) {
			return "", errHost
		}
		// Labels that UTS 46 refuses still come out mapped: browsers refuse
		// them too, but a keeper may list them, and people read them.
		mapped, err := hostProfile.ToASCII(host)
		if !isASCII(mapped) || mapped == "" && err != nil {
			return "", errHost
		}
		host = mapped
	}
	host = lowerASCII(strings.TrimRight(host, "."))
	return host, checkHost(host)
}

// checkHost reports what is wrong with a host of ASCII letters.
func checkHost(host string) error {
	if host == "" {
		return errNoHost
	}
	if len(host) > maxHost || host[0] == '.' {
		return errHost
	}
	label := 0
	for i := 0; i < len(host); i++ {
		switch c := host[i]; {
		case c == '.':
			if label == 0 {
				return errHost
			}
			label = 0
			continue
		case !isAlnum(c) && c != '-' && c != '_':
			return errHost
		}
		if label++; label > 63 {
			return errHost
		}
	}
	return nil
}

// endsInNumber reports whether browsers read the host as an IPv4 address:
// its last label is a number.
func endsInNumber(host string) bool {
	last := host[strings.LastIndexByte(host, '.')+1:]
	if strings.HasPrefix(last, "0x") {
		_, err := strconv.ParseUint(last[2:], 16, 64)
		return err == nil || last == "0x"
	}
	for i := 0; i < len(last); i++ {
		if !isDigit(last[i]) {
			return false
		}
	}
	return true
}

// setIPv4 reads one to four decimal, octal or hexadecimal numbers, the last
// of which fills the bytes that are left.
func (u *URL) setIPv4(host string) error {
	var value uint64
	parts, rest := 0, host
	for more := true; more; parts++ {
		var part string
		part, rest, more = strings.Cut(rest, ".")
		n, err := parseNumber(part)
		last := uint64(1) << (8 * (4 - min(parts, 4)))
		if err != nil || parts > 3 || more && n > 255 || !more && n >= last {
			return errIP
		}
		if more {
			value |= n << (8 * (3 - parts))
		} else {
			value |= n
		}
	}
	u.IP = netip.AddrFrom4([4]byte{byte(value >> 24), byte(value >> 16), byte(value >> 8), byte(value)})
	u.Numeric = parts != 4 || u.IP.String() != host
	u.Host = u.IP.String()
	u.Unicode = u.Host
	return nil
}

func parseNumber(s string) (uint64, error) {
	switch {
	case s == "0x":
		return 0, nil
	case strings.HasPrefix(s, "0x"):
		return strconv.ParseUint(s[2:], 16, 64)
	case len(s) > 1 && s[0] == '0':
		return strconv.ParseUint(s[1:], 8, 64)
	}
	return strconv.ParseUint(s, 10, 64)
}

// setIPv6 reads an address in brackets; a zone is dropped.
func (u *URL) setIPv6(host string) error {
	if !strings.HasSuffix(host, "]") {
		return errIP
	}
	ip, err := netip.ParseAddr(host[1 : len(host)-1])
	if err != nil || !ip.Is6() {
		return errIP
	}
	ip = ip.WithZone("")
	u.Numeric = ip.Is4In6()
	u.IP = ip.Unmap()
	u.Host = u.IP.String()
	u.Unicode = u.Host
	return nil
}

// unescape decodes %XX and leaves what is not well-formed as it is.
func unescape(s string) string {
	i := strings.IndexByte(s, '%')
	if i < 0 {
		return s
	}
	b := make([]byte, 0, len(s))
	b = append(b, s[:i]...)
	for ; i < len(s); i++ {
		if s[i] == '%' && i+2 < len(s) {
			if hi, lo := hexDigit(s[i+1]), hexDigit(s[i+2]); hi >= 0 && lo >= 0 {
				b = append(b, byte(hi<<4|lo))
				i += 2
				continue
			}
		}
		b = append(b, s[i])
	}
	return string(b)
}

func hexDigit(c byte) int {
	switch {
	case isDigit(c):
		return int(c - '0')
	case 'a' <= c|0x20 && c|0x20 <= 'f':
		return int(c|0x20-'a') + 10
	}
	return -1
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
