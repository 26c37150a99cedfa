package rules_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/boardspam/boardspam/.ci/shared"
	"github.com/boardspam/boardspam/rules"
)

var update = flag.Bool("update", false, "build the built-in sets anew")

// A source is a list that built-in sets are made from.
type source struct{ set, file, licence, from string }

// sources are in order of set. Files without a directory are in ../shared.
var sources = []source{
	{"adult", "porn_sinfonietta.txt", "MIT", "github.com/Sinfonietta/hostfiles"},
	{"allowed", "lists/allowed.txt", "MIT", "this project"},
	{"disposable", "disposable_email.txt", "CC0", "github.com/disposable-email-domains/disposable-email-domains"},
	{"drugs", "drugs_blp.txt", "Unlicense", "github.com/blocklistproject/Lists"},
	{"gambling", "gambling_hostsvn.txt", "MIT", "github.com/bigdargon/hostsVN"},
	{"gambling", "gambling_hostsvn_vn.txt", "MIT", "github.com/bigdargon/hostsVN"},
	{"gambling", "gambling_shadowwhisperer.txt", "Unlicense", "github.com/ShadowWhisperer/BlockLists"},
	{"gambling", "gambling_sinfonietta.txt", "MIT", "github.com/Sinfonietta/hostfiles"},
	{"messengers", "lists/messengers.txt", "MIT", "this project"},
	{"popular", "benign_opendns_random10k.txt", "public domain", "github.com/opendns/public-domain-lists"},
	{"popular", "benign_opendns_top10k.txt", "public domain", "github.com/opendns/public-domain-lists"},
	{"popular", "lists/popular.ko.txt", "MIT", "this project"},
	{"popular", "lists/popular.world.txt", "MIT", "this project"},
	{"referrer", "referrer_spam_matomo.txt", "public domain", "github.com/matomo-org/referrer-spam-list"},
	{"shorteners", "lists/shorteners.own.txt", "MIT", "this project"},
	{"shorteners", "shorteners_shadowwhisperer.txt", "Unlicense", "github.com/ShadowWhisperer/BlockLists"},
}

// blockedSets speak against a name.
var blockedSets = []string{"adult", "drugs", "gambling", "referrer"}

// telling is what a name of some sets must say of itself. The lists of these
// hold too many shops, hosts and forums to be believed without.
var telling = map[string]*regexp.Regexp{
	"adult": regexp.MustCompile(`adult|anal|boob|busty|camgirl|dildo|ero(?:s|t)|escort|fetish|fuck|hentai|horny|incest|lesb|livecam|milf|naked|nude|nudis|orgasm|porn|pussy|sex|shemale|slut|tits|tranny|voyeur|webcam|whore|x-?rated|xxx`),
	"drugs": regexp.MustCompile(`ambien|cialis|clonazepam|diazepam|hydrocodone|kamagra|levitra|lorazepam|modafinil|oxycodone|phentermine|propecia|sildenafil|steroid|tadalafil|tramadol|valium|vardenafil|viagra|vicodin|xanax|(?:buy|cheap|discount|generic|online|order).*(?:drug|med|pharm|pill)|(?:canad|drug|med|pharm|pill).*(?:buy|cheap|discount|generic|online|order)`),
}

// readNames reads a source as names in canonical form, mapped to their address.
func readNames(t testing.TB, file string) map[string]rules.URL {
	t.Helper()
	if !strings.Contains(file, "/") {
		file = shared.File(t, "data/domains/"+file)
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	names := make(map[string]rules.URL)
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		u, err := rules.ParseURL(line)
		if err != nil || u.IP.IsValid() {
			continue
		}
		if u.Path == "" {
			u.Host = strings.TrimPrefix(u.Host, "www.")
		}
		names[u.Host+strings.TrimSuffix(u.Path, "/")] = u
	}
	return names
}

// builtinNames decides which names each built-in set holds, and counts what
// each source gives and what is taken out of it.
func builtinNames(t testing.TB) (sets map[string]map[string]bool, manifest string) {
	raw := make([]map[string]rules.URL, len(sources))
	for i, s := range sources {
		raw[i] = readNames(t, s.file)
	}
	sets = make(map[string]map[string]bool)
	own := make(map[string]bool) // names that we vouch for
	visited := make(map[string]bool)
	suspect := make(map[string]bool)
	for i, s := range sources {
		if sets[s.set] == nil {
			sets[s.set] = make(map[string]bool)
		}
		for name := range raw[i] {
			switch {
			case s.set == "popular" && strings.Contains(s.file, "/"):
				own[name] = true
			case s.set == "popular":
				visited[name] = true
			case s.set == "adult" || s.set == "gambling":
				suspect[name] = true
			}
		}
	}
	innocent := &rules.Book{
		Allowed:    []rules.List{{Name: "own", Domains: setOf(t, sourceNames(raw, "allowed"))}},
		Shorteners: setOf(t, sourceNames(raw, "shorteners")),
		Messengers: setOf(t, sourceNames(raw, "messengers")),
	}
	for name := range readNames(t, "lists/spared.txt") {
		suspect[name], visited[name] = true, true
	}
	innocent.Popular = setOf(t, own, visited)
	var report strings.Builder
	for i, s := range sources {
		out := 0
		for name, u := range raw[i] {
			if takenOut(s.set, name, u, innocent, suspect, own) {
				out++
			} else {
				sets[s.set][name] = true
			}
		}
		fmt.Fprintf(&report, "%s\t%s\t%d\t%d\t%s\t%s\n", s.set, filepath.Base(s.file), len(raw[i]), out, s.licence, s.from)
	}
	return sets, report.String()
}

// takenOut decides whether a name of a source stays out of its set.
func takenOut(set, name string, u rules.URL, innocent *rules.Book, suspect, own map[string]bool) bool {
	switch {
	case set == "popular":
		return suspect[name] && !own[name]
	case slices.Contains(blockedSets, set), set == "disposable":
		service := u.Host == u.Suffix || u.Name == u.Suffix || rules.IsHostingService(u.Host)
		if re := telling[set]; re != nil && !re.MatchString(name) {
			return true
		}
		return service || innocent.Class(&u)&^rules.Hosted != 0
	}
	return false
}

func sourceNames(raw []map[string]rules.URL, set string) map[string]bool {
	names := make(map[string]bool)
	for i, s := range sources {
		if s.set == set {
			for name := range raw[i] {
				names[name] = true
			}
		}
	}
	return names
}

func setOf(t testing.TB, names ...map[string]bool) *rules.Domains {
	t.Helper()
	d, err := rules.ParseDomains(setBytes(t, rules.DomainsConfig{}, names...))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func setBytes(t testing.TB, c rules.DomainsConfig, names ...map[string]bool) []byte {
	t.Helper()
	data, err := rules.BuildDomains(func(yield func(string) bool) {
		for _, set := range names {
			for name := range set {
				if !yield(name) {
					return
				}
			}
		}
	}, c)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

const manifestHead = `# Where the names of the built-in sets are from. Generated by "go generate ./rules".
# date: 2026-11-22
#
# Taken out of the sets that speak against a name: what is popular, allowed, a
# shortener, a messenger, a hosting service, a public suffix, or on spared.txt.
# Taken out of adult and drugs, besides: what does not say of itself what it
# is. Taken out of popular: what a list of gambling or adult sites holds. Left
# out altogether: lists of scams (they hold shops and news sites of all kinds),
# lists of phishing hosts (most are hacked sites of honest owners, and dead
# within days), SmokeDetector's names (they hold shops and magazines that were
# once advertised), and lists whose licence does not let us ship them.
#
# set, list, names, taken out, licence, source
`

const lettersHead = `# How often one letter follows another in the names of popular.set, up to
# their first dot; the dot stands for the edge of a name and for all that is no
# letter. Then the same with every name counting one in all. Generated by
# "go generate ./rules" from the sources that SOURCES.txt tells, with their licences.
# date: 2026-11-22
`

// TestBuiltinSets fails if the sets are not what their sources make.
func TestBuiltinSets(t *testing.T) {
	sets, manifest := builtinNames(t)
	files := map[string][]byte{"SOURCES.txt": []byte(manifestHead + manifest)}
	for set, names := range sets {
		// What clears a name of all is compared with the name itself; a chance
		// of one in a million is good enough for the others.
		named := set == "allowed" || set == "messengers"
		files[set+".set"] = setBytes(t, rules.DomainsConfig{FalsePositive: 0.5, Hashed: !named}, names)
	}
	files["letters.txt"] = []byte(lettersHead + rules.Letters(sets["popular"]))
	size := 0
	for name, data := range files {
		size += len(data)
		path := filepath.Join("lists", name)
		if *update {
			if err := os.WriteFile(path, data, 0o644); err != nil {
				t.Fatal(err)
			}
		} else if now, err := os.ReadFile(path); err != nil || !bytes.Equal(now, data) {
			t.Errorf("%s is stale: run go generate ./rules", path)
		}
	}
	t.Logf("%d bytes in all", size)
	if size > 3<<20 {
		t.Errorf("built-in sets take %d bytes", size)
	}
}
