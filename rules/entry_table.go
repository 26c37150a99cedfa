package rules

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// columnNames are the CSV columns that are read, by the names that lists in
// use give them.
var columnNames = map[string]string{
	"domain": "pattern", "host": "pattern", "hostname": "pattern", "url": "pattern", "pattern": "pattern",
	"word": "pattern", "phrase": "pattern", "name": "pattern", "entry": "pattern",
	"note": "note", "comment": "note", "public_comment": "note", "reason": "note", "threat": "note",
	"source": "source", "reporter": "source", "submitter": "source",
	"added": "added", "dateadded": "added", "submission_time": "added", "created_at": "added", "date": "added",
	"expires": "expires", "expires_at": "expires", "hits": "hits", "count": "hits",
	"severity": "severity", "allow": "allow", "action": "severity",
}

// readHeader reads the header of a CSV list, and the rows below it.
func (r *entryReader) readHeader(line string) bool {
	if !strings.Contains(line, ",") {
		return false
	}
	fields, err := csvFields(line)
	if err != nil || len(fields) < 2 {
		return false
	}
	if columns := headerColumns(fields); columns != nil {
		r.columns = columns
		return true
	}
	if r.columns == nil || line[0] == '#' {
		return false
	}
	if len(fields) != len(r.columns) {
		r.problem(line, fmt.Errorf("%d fields; the header has %d", len(fields), len(r.columns)))
		return true
	}
	r.addRow(fields)
	return true
}

func csvFields(line string) ([]string, error) {
	c := csv.NewReader(strings.NewReader(line))
	c.TrimLeadingSpace = true
	return c.Read()
}

// headerColumns returns what each column of a header is, or nil if it is no
// header: one column must be the pattern, and another be known.
func headerColumns(fields []string) []string {
	columns := make([]string, len(fields))
	known, pattern := 0, false
	for i, f := range fields {
		f = strings.ToLower(strings.TrimSpace(strings.TrimLeft(f, "# ")))
		columns[i] = columnNames[f]
		if columns[i] == "" {
			if strings.ContainsAny(f, "./: ") {
				return nil
			}
			continue
		}
		known++
		pattern = pattern || columns[i] == "pattern"
	}
	if !pattern || known < 2 && len(fields) > 2 || known < 1 {
		return nil
	}
	return columns
}

// addRow keeps one row of a CSV list.
func (r *entryReader) addRow(fields []string) {
	var e Entry
	pattern := ""
	for i, f := range fields {
		f = strings.TrimSpace(f)
		switch r.columns[i] {
		case "pattern":
			if pattern == "" {
				pattern = f
			}
		case "note":
			e.Note = strings.TrimSpace(e.Note + " " + f)
		case "source":
			e.Source = f
		case "added":
			e.Added = parseTime(f)
		case "expires":
			e.Expires = parseTime(f)
		case "hits":
			e.Hits, _ = strconv.Atoi(f)
		case "allow":
			e.Allow, _ = strconv.ParseBool(f)
		case "severity":
			if f == "noop" {
				return // kept for the record by its owner, without effect
			}
			e.Allow = e.Allow || f == "allow"
		}
	}
	if strings.Contains(pattern, "*") && !strings.HasPrefix(pattern, "*.") {
		r.problem(pattern, errors.New("some letters are hidden"))
		return
	}
	if looksLikeName().MatchString(pattern) || isIP(pattern) {
		r.addName(pattern, e)
		return
	}
	r.addPhrase(pattern, e)
}

// timeLayouts are the ways lists write a time.
var timeLayouts = []string{time.RFC3339, "2006-01-02 15:04:05", "2006-01-02", "2006/01/02", "2006.01.02"}

// parseTime reads a time; one that cannot be read is unknown.
func parseTime(s string) time.Time {
	for _, layout := range timeLayouts {
		if t, err := time.Parse(layout, strings.TrimSuffix(s, " UTC")); err == nil {
			return t.UTC()
		}
	}
	return time.Time{}
}

// readWordList reads Gnuboard's comma-separated words, and quoted ones.
func (r *entryReader) readWordList(line string) bool {
	if strings.Count(line, ",") < 2 || strings.ContainsAny(line, `\(`) {
		return false
	}
	for word := range strings.SplitSeq(line, ",") {
		if word = strings.Trim(strings.TrimSpace(word), `"`); word != "" {
			r.addPhrase(word, Entry{})
		}
	}
	return true
}

// An entryJSON is an entry as JSON lines write it.
type entryJSON struct {
	Kind    string     `json:"kind"`
	Pattern string     `json:"pattern"`
	Allow   bool       `json:"allow,omitempty"`
	Note    string     `json:"note,omitempty"`
	Source  string     `json:"source,omitempty"`
	Added   *time.Time `json:"added,omitempty"`
	Expires *time.Time `json:"expires,omitempty"`
	Hits    int        `json:"hits,omitempty"`
}

// readJSON reads what WriteEntries writes as JSONL.
func (r *entryReader) readJSON(line string) bool {
	if line[0] != '{' || !strings.HasSuffix(line, "}") || !strings.Contains(line, `"pattern"`) {
		return false
	}
	var j entryJSON
	if err := json.Unmarshal([]byte(line), &j); err != nil {
		r.problem(line, err)
		return true
	}
	e := Entry{Allow: j.Allow, Note: j.Note, Source: j.Source, Hits: j.Hits}
	if j.Added != nil {
		e.Added = *j.Added
	}
	if j.Expires != nil {
		e.Expires = *j.Expires
	}
	switch j.Kind {
	case "name", "":
		r.addName(j.Pattern, e)
	case "phrase":
		r.addPhrase(j.Pattern, e)
	case "regexp":
		r.addRegexp(j.Pattern, e)
	case "ip":
		e.Kind, e.Pattern = IPEntry, j.Pattern
		r.add(e)
	default:
		r.problem(j.Kind, errors.New("no such kind of entry"))
	}
	return true
}
