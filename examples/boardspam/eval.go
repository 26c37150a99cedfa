package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/boardspam/boardspam/corpus"
)

// evalCmd measures how well posts with a label are judged.
type evalCmd struct {
	knowledge
	JSON bool     `help:"One JSON object."`
	HTML string   `placeholder:"FILE" help:"Write a page with plots and the worst errors as well."`
	By   []string `placeholder:"group,lang,technique,category,source" help:"Figures apart by what is known of the posts."`
	input
}

// Run prints the report.
func (e *evalCmd) Run(c *console) error {
	for _, by := range e.By {
		if !slices.Contains(corpus.Properties, by) {
			return fmt.Errorf("boardspam: --by %s: not one of %s", by, strings.Join(corpus.Properties, ", "))
		}
	}
	d, err := e.detector(c)
	if err != nil {
		return err
	}
	report, err := corpus.Evaluate(e.labelled(c), d, e.By...)
	if err != nil {
		return err
	}
	if report.Posts == 0 {
		return errors.New("boardspam: there is no labelled post to measure with")
	}
	if e.HTML != "" {
		if err := writeFile(e.HTML, func(w io.Writer) error { return report.WriteHTML(w) }); err != nil {
			return err
		}
	}
	if e.JSON {
		return report.WriteJSON(c.out)
	}
	return report.WriteText(c.out)
}
