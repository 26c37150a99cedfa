package main

import (
	"errors"
	"fmt"

	"github.com/boardspam/boardspam/corpus"
)

// learnCmd adds what a keeper says of posts to a journal.
type learnCmd struct {
	input
	Journal string `required:"" placeholder:"FILE" help:"Journal to add to; it is made if there is none."`
	Label   string `required:"" enum:"spam,ham,forget" help:"What the posts are (${enum}); forget takes back what was said."`
}

// Run adds every post of every file that the journal does not know as such.
func (cmd *learnCmd) Run(c *console) (err error) {
	j, err := corpus.OpenJournal(cmd.Journal)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, j.Close()) }()
	learnt, known := 0, 0
	for s, err := range cmd.posts(c, func() {}) {
		if err != nil {
			c.fail(err)
			continue
		}
		news, err := j.Learn(s, corpus.Label(cmd.Label))
		if err != nil {
			return err
		}
		if news {
			learnt++
		} else {
			known++
		}
	}
	if cmd.Label == "forget" {
		_, err = fmt.Fprintf(c.out, "%s forgotten, %s not known\n", count(learnt), count(known))
	} else {
		_, err = fmt.Fprintf(c.out, "%s learnt as %s, %s known as such\n", count(learnt), cmd.Label, count(known))
	}
	return err
}
