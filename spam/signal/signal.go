// Package signal finds evidence in a document: what speaks for spam, what
// speaks for ham, and at which bytes. It does not say what evidence is worth;
// package model does.
package signal

import (
	"fmt"
	"strings"

	"github.com/boardspam/boardspam/spam/document"
)

// A Kind is a family of evidence. Two kinds that agree say more than the same
// kind twice.
type Kind uint8

// The kinds of evidence.
const (
	Words     Kind   = iota // what is said
	Address                 // where a link leads
	Placement               // where in the text something stands
	Disguise                // the act of hiding
	Contact                 // how to reach the writer elsewhere
	List                    // a keeper's lists and rules
	Flood                   // the same again in other posts
	Learnt                  // what the text model has learnt
	Kinds     = iota        // the number of kinds
)

var kindNames = [Kinds]string{"words", "address", "placement", "disguise", "contact", "list", "flood", "learnt"}

// String returns the kind's name in lower case.
func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return fmt.Sprintf("kind(%d)", k)
}

// A Payload says what part of a spam post a finding's span is: what a
// moderator would cut out. None marks evidence that stays in the text.
type Payload uint8

// The payloads of a finding.
const (
	None   Payload = iota
	Link           // a web address
	Anchor         // the words that a link is to be found by
	Handle         // a phone number, a messenger name
	Phrase         // any other text
)

var payloadNames = [...]string{"none", "url", "anchor", "contact", "phrase"}

// String returns the payload's name in JSON.
func (p Payload) String() string {
	if int(p) < len(payloadNames) {
		return payloadNames[p]
	}
	return fmt.Sprintf("payload(%d)", p)
}

// A Strength is a keeper's or an author's own estimate of a finding. The
// model uses it only until it has learnt a weight.
type Strength int8

// The strengths of a finding. Negative ones speak for ham.
const (
	Allow     Strength = -5 // overrides all that speaks against the post
	SureHam   Strength = -4
	StrongHam Strength = -3
	FairHam   Strength = -2
	WeakHam   Strength = -1
	Silent    Strength = 0
	Weak      Strength = 1
	Fair      Strength = 2
	Strong    Strength = 3
	Sure      Strength = 4 // may decide alone
)

// A Hint is what a finding says of the sentence around it, once the post is
// known to be spam: whether that is the spam's own.
type Hint uint8

// The hints of a finding.
const (
	NoHint  Hint = iota
	Offered      // what the finding covers is part of one offer
	Praised      // the sentence is there to please, whoever it comes from
	Foreign      // the sentence is of another language than what was put into it
	Signed       // the field tells what to reach its writer for
)

// A Finding is one piece of evidence.
type Finding struct {
	Signal   string        // name of the signal or rule that found it
	Kind     Kind          // the signal's kind
	Span     document.Span // where it stands; an empty span means the whole field
	Payload  Payload
	Note     string // for a moderator: what was seen, in a few words
	Strength Strength
	Hint     Hint // the signal's hint
}

// A Signal finds one sort of evidence. It is a value: it needs no methods, is
// its own documentation, and can be listed, filtered and checked.
type Signal struct {
	Name string // group/name, such as "place/splice"
	Doc  string // one sentence: what it sees, and the ham that looks like it
	Kind Kind
	Hint Hint // of its findings

	// Needs is what a document must have at least one of for Find to be asked,
	// and Also what else it must have at least one of. Zero: nothing.
	Needs, Also Trigger

	// Find reports evidence in d to the sink. It reads d and nothing else: no
	// clock, no network, no memory of other posts. It must be linear in d and
	// safe for concurrent use on different documents.
	Find func(d *document.Document, sink *Sink)
}

// Validate returns an error if a signal lacks a well-formed name, a sentence
// of documentation or a function, or if two have the same name.
func Validate(signals []Signal) error {
	seen := make(map[string]bool)
	for _, s := range signals {
		switch {
		case !isWellFormed(s.Name):
			return fmt.Errorf("signal: %q: a name is group/name in lower case", s.Name)
		case seen[s.Name]:
			return fmt.Errorf("signal: %s: listed twice", s.Name)
		case s.Doc == "":
			return fmt.Errorf("signal: %s: no documentation", s.Name)
		case s.Find == nil:
			return fmt.Errorf("signal: %s: no function", s.Name)
		case s.Kind >= Kinds:
			return fmt.Errorf("signal: %s: unknown kind %d", s.Name, s.Kind)
		}
		seen[s.Name] = true
	}
	return nil
}

// isWellFormed reports whether s can serve as a signal's name.
func isWellFormed(s string) bool {
	group, name, ok := strings.Cut(s, "/")
	return ok && group != "" && name != "" && name[0] != '_' &&
		strings.Trim(group, lowerCase) == "" && strings.Trim(name, lowerCase+"_") == ""
}

const lowerCase = "abcdefghijklmnopqrstuvwxyz"
