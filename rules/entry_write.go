package rules

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
)

// A ListFormat is a form in which lists are written.
type ListFormat uint8

// The forms of lists. All but JSONL hold names only.
const (
	Plain   ListFormat = iota // a name a line, its note after '#'
	Hosts                     // "0.0.0.0 name"
	AdBlock                   // "||name^", "@@||name^"
	RPZ                       // a response policy zone
	JSONL                     // an object a line, with everything that is known
)

var listFormatNames = []string{"plain", "hosts", "adblock", "rpz", "jsonl"}

// String returns the format's name.
func (f ListFormat) String() string { return nameOf(listFormatNames, int(f)) }

// ParseListFormat returns the format with a name.
func ParseListFormat(name string) (ListFormat, error) {
	if i := slices.Index(listFormatNames, name); i >= 0 {
		return ListFormat(i), nil
	}
	return 0, fmt.Errorf("rules: %q: no such form of lists", name)
}

// rpzHead makes a list of records a zone.
const rpzHead = "$TTL 3600\n@ SOA localhost. root.localhost. 1 3600 600 86400 3600\n@ NS localhost.\n"

// WriteEntries writes entries in a format and returns how many of them the
// format cannot express.
func WriteEntries(w io.Writer, format ListFormat, entries []Entry) (left int, err error) {
	b := bufio.NewWriter(w)
	if format == RPZ {
		b.WriteString(rpzHead)
	}
	for i := range entries {
		line, ok := entries[i].line(format)
		if !ok {
			left++
			continue
		}
		b.WriteString(line)
		b.WriteByte('\n')
	}
	if err := b.Flush(); err != nil {
		return left, fmt.Errorf("rules: %w", err)
	}
	return left, nil
}

// line returns the entry in a format, unless the format has no word for it.
func (e *Entry) line(format ListFormat) (string, bool) {
	if format == JSONL {
		return e.json(), true
	}
	inPath := strings.Contains(e.Pattern, "/")
	if e.Kind != NameEntry || inPath && (format == Hosts || format == RPZ) {
		return "", false
	}
	switch format {
	case Plain:
		return e.Pattern + e.comment(" # "), !e.Allow
	case Hosts:
		return "0.0.0.0 " + e.Pattern + e.comment(" # "), !e.Allow
	case AdBlock:
		line := "||" + e.Pattern + "^"
		if e.Allow {
			line = "@@" + line
		}
		return line, true
	case RPZ:
		action := "."
		if e.Allow {
			action = "rpz-passthru."
		}
		return fmt.Sprintf("%[1]s CNAME %[2]s%[3]s\n*.%[1]s CNAME %[2]s", e.Pattern, action, e.comment(" ; ")), true
	}
	return "", false
}

// comment returns the note as what follows a mark, on one line.
func (e *Entry) comment(mark string) string {
	if e.Note == "" {
		return ""
	}
	return mark + strings.Join(strings.Fields(e.Note), " ")
}

func (e *Entry) json() string {
	at := func(t time.Time) *time.Time {
		if t.IsZero() || t.Year() < 1 || t.Year() > 9999 {
			return nil // RFC 3339 cannot write it
		}
		return &t
	}
	b, err := json.Marshal(entryJSON{e.Kind.String(), e.Pattern, e.Allow, e.Note, e.Source, at(e.Added), at(e.Expires), e.Hits})
	if err != nil {
		panic(err) // strings, numbers and such times can always be written
	}
	return string(b)
}
