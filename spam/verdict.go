package spam

import (
	"fmt"

	"github.com/boardspam/boardspam/spam/document"
	"github.com/boardspam/boardspam/spam/signal"
)

// An Action is what a board should do with a post.
type Action uint8

// The actions, in rising order. Pass is the zero value.
const (
	Pass   Action = iota // show it
	Hold                 // let a moderator decide
	Reject               // refuse it
)

// String returns the action's name in JSON.
func (a Action) String() string {
	switch a {
	case Pass:
		return "pass"
	case Hold:
		return "hold"
	case Reject:
		return "reject"
	}
	return fmt.Sprintf("action(%d)", a)
}

// MarshalText makes an action its name in JSON.
func (a Action) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

// A Reason is one piece of evidence and its share of the score.
type Reason struct {
	Signal string        // which signal or rule spoke
	Kind   signal.Kind   // its family
	Note   string        // for a moderator: what was seen
	Weight float64       // in log-odds; below zero it speaks for ham
	Span   document.Span // where; empty if it is about the whole field
}

// A Mark is a part of the post that is spam: what Clean cuts out. An
// advertisement is marked whole, sentence by sentence; of a text that hosts
// one, only what was put in.
type Mark struct {
	Span    document.Span
	Payload signal.Payload
	Text    string // the bytes that Span covers
}

// A Verdict is what there is to say of a post. It is a plain value that shares
// nothing with the Detector.
type Verdict struct {
	Action Action

	// Score is the probability that the post is spam, calibrated on posts that
	// the model was not trained on.
	Score float64

	// Known is the share of the post, from 0 to 1, whose features the model
	// has seen before. Near 0 the score says little: the language is unknown.
	Known float64

	Reasons   []Reason // by weight, the heaviest first
	Spans     []Mark   // in order of field and position, without overlap; none if Action is Pass
	Public    string   // for the writer, in the language of the post: one notice that gives no word away; none if Action is Pass
	Truncated bool     // a limit was met: part of the post was not judged
	Version   string   // of the model behind the verdict, as its ID
}
