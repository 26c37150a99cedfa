package rules

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed lists/hosting.txt
var hostingText string

// A service tells its users apart by sub-domain, by path, or both.
type service struct {
	sub   bool
	paths []string // what stands before the segment that names the user
}

// hostingServices is the built-in list of hosting services by host.
var hostingServices = sync.OnceValue(func() map[string]service {
	services := make(map[string]service, 256)
	for line := range strings.Lines(hostingText) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		host, path, hasPath := strings.Cut(line, "/")
		s := services[host]
		if hasPath {
			s.paths = append(s.paths, "/"+path)
		} else {
			s.sub = true
		}
		services[host] = s
	}
	return services
})

// hostingUser returns the service that host belongs to and the name of its
// user, looking from the whole host down to the registrable name.
func hostingUser(host, name, path string) (suffix, user string, ok bool) {
	services := hostingServices()
	for h := host; len(h) >= len(name); {
		if s, found := services[h]; found {
			if user := userInPath(path, s.paths); user != "" {
				return h, h + user, true
			}
			if user := below(host, h); s.sub && h != host && !isFrontDoor(user) {
				return h, user, true
			}
		}
		dot := strings.IndexByte(h, '.')
		if dot < 0 {
			break
		}
		h = h[dot+1:]
	}
	return "", "", false
}

// isFrontDoor reports whether a name below a hosting service is the service's
// own rather than a user's.
func isFrontDoor(name string) bool {
	label, _, _ := strings.Cut(name, ".")
	return label == "www" || label == "m"
}

// userInPath returns the beginning of path that names a user: one of the
// fixed beginnings and the segment after it.
func userInPath(path string, fixed []string) string {
	for _, f := range fixed {
		rest, ok := strings.CutPrefix(path, f)
		if !ok {
			continue
		}
		segment, _, _ := strings.Cut(rest, "/")
		if segment != "" {
			return path[:len(f)+len(segment)]
		}
	}
	return ""
}
