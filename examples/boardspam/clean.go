package main

import (
	"github.com/boardspam/boardspam/corpus"
	"github.com/boardspam/boardspam/spam"
)

// cleanCmd gives posts back without their spam.
type cleanCmd struct {
	input
	knowledge
	output
}

// Run cleans every post of every file.
func (cmd *cleanCmd) Run(c *console) error {
	d, err := cmd.detector(c)
	if err != nil {
		return err
	}
	terminal := isTerminal(c.out)
	_, err = cmd.run(c, &cmd.input, func(b []byte, s *corpus.Sample) ([]byte, spam.Action) {
		v := d.Check(s.Post)
		s.Post = spam.Clean(s.Post, v)
		if cmd.JSON {
			return appendClean(b, s, v.Action), v.Action
		}
		return appendText(b, s, terminal), v.Action
	})
	return err
}

// appendClean appends a cleaned post as a line of JSON: where it stands, what
// was to be done with it, and its own members.
func appendClean(b []byte, s *corpus.Sample, a spam.Action) []byte {
	b = appendPlace(b, s)
	b = append(b, `,"action":"`...)
	b = append(b, a.String()...)
	b = append(b, '"')
	rest := *s
	rest.ID, rest.Spans = "", nil // the one has been written, the others are gone
	members, err := rest.MarshalJSON()
	if err != nil {
		panic("boardspam: a sample that was read cannot be written: " + err.Error())
	}
	members[0] = ','
	return append(append(b, members...), '\n')
}

// appendText appends a post as text: its title, if it has one, and its body.
// A post among others is followed by an empty line.
func appendText(b []byte, s *corpus.Sample, terminal bool) []byte {
	title, body := s.Title, s.Body
	if terminal {
		title, body = visible(title, false), visible(body, true)
	}
	if title != "" {
		b = append(append(b, title...), "\n\n"...)
	}
	b = append(b, body...)
	if body != "" && body[len(body)-1] != '\n' {
		b = append(b, '\n')
	}
	if s.Line > 0 {
		b = append(b, '\n')
	}
	return b
}
