package rules

import (
	"errors"
	"net/netip"
	"strconv"
	"strings"
)

// readAdBlock reads "||name^", "||name/path", "@@||name^" and "|address".
func (r *entryReader) readAdBlock(line string) bool {
	rule, allow := strings.CutPrefix(line, "@@")
	switch {
	case strings.Contains(line, "##"), strings.Contains(line, "#@#"):
		r.problem(line, errors.New("hides a part of a page, names no address"))
		return true
	case strings.HasPrefix(rule, "||"):
	case strings.HasPrefix(rule, "|http"):
	default:
		return false
	}
	rule = strings.TrimLeft(rule, "|")
	name, options, _ := strings.Cut(rule, "$")
	if strings.Contains(options, "=") {
		r.problem(line, errors.New("holds on some pages only"))
		return true
	}
	name = strings.TrimRight(name, "^|*")
	r.addName(name, Entry{Allow: allow})
	return true
}

// readDnsmasq reads "address=/name/…", "server=/name/…" and "local=/name/".
func (r *entryReader) readDnsmasq(line string) bool {
	option, value, ok := strings.Cut(line, "=/")
	if !ok || option != "address" && option != "server" && option != "local" {
		return false
	}
	value, note := cutNote(value)
	names := strings.Split(value, "/")
	for _, name := range names[:max(len(names)-1, 1)] {
		r.addName(name, Entry{Note: note})
	}
	return true
}

// readUnbound reads local-zone and local-data lines.
func (r *entryReader) readUnbound(line string) bool {
	if line == "server:" {
		return true
	}
	option, value, ok := strings.Cut(line, ":")
	if !ok || option != "local-zone" && option != "local-data" {
		return false
	}
	parts := strings.SplitN(value, `"`, 3)
	if len(parts) != 3 {
		r.problem(line, errors.New("no name in quotes"))
		return true
	}
	name, _, _ := strings.Cut(strings.TrimSpace(parts[1]), " ")
	r.addName(name, Entry{Allow: strings.Contains(parts[2], "transparent")})
	return true
}

// localNames stand in hosts files without being anybody's site.
var localNames = map[string]bool{
	"localhost": true, "localhost.localdomain": true, "local": true, "broadcasthost": true, "0.0.0.0": true,
	"ip6-localhost": true, "ip6-loopback": true, "ip6-localnet": true, "ip6-mcastprefix": true,
	"ip6-allnodes": true, "ip6-allrouters": true, "ip6-allhosts": true,
}

// readHosts reads "0.0.0.0 name name # note".
func (r *entryReader) readHosts(line string) bool {
	text, note := cutNote(line)
	fields := strings.Fields(text)
	if len(fields) < 2 {
		return false
	}
	if _, err := netip.ParseAddr(fields[0]); err != nil {
		return false
	}
	for _, name := range fields[1:] {
		if !localNames[name] {
			r.addName(name, Entry{Note: note})
		}
	}
	return true
}

// readZone passes over the lines of a zone that name nobody.
func (r *entryReader) readZone(line string) bool {
	if strings.HasPrefix(line, "$TTL") || strings.HasPrefix(line, "$ORIGIN") || line == ")" {
		return true
	}
	fields := strings.Fields(line)
	for i, f := range fields {
		if i < 4 && (f == "SOA" || f == "NS") && (fields[0] == "@" || i <= 2) {
			return true
		}
	}
	_, err := strconv.Atoi(fields[0])
	return err == nil && (len(fields) == 1 || fields[1] == ";" || fields[1] == ")")
}

// readRecord reads "name CNAME .", "*.name CNAME ." and passthru records.
func (r *entryReader) readRecord(line string) bool {
	text, note, _ := strings.Cut(line, ";")
	fields := strings.Fields(text)
	for i, f := range fields {
		if i == 0 || i > 3 || f != "CNAME" && f != "A" && f != "AAAA" || i+1 >= len(fields) {
			continue
		}
		if strings.HasPrefix(fields[0], "*.") && r.last == strings.TrimSuffix(fields[0][2:], ".") {
			return true // RPZ says everything twice
		}
		name := strings.TrimSuffix(fields[0], ".")
		r.addName(name, Entry{Note: note, Allow: fields[i+1] == "rpz-passthru."})
		return true
	}
	return false
}
