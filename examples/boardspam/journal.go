package main

import (
	"errors"
	"io/fs"
	"os"

	"github.com/boardspam/boardspam/corpus"
	"github.com/boardspam/boardspam/rules"
	"github.com/boardspam/boardspam/spam/document"
	"github.com/boardspam/boardspam/spam/signal"
)

// journal adds what people have said of posts: the posts themselves are known
// again, and the sites of spam are listed unless a post that is ham names
// them, or everybody knows them.
func (l *loader) journal(name string) error {
	f, err := os.Open(name)
	if errors.Is(err, fs.ErrNotExist) { // nobody has said anything yet
		return nil
	} else if err != nil {
		return err
	}
	defer f.Close()
	labels := make(map[string]corpus.Label)
	sites := make(map[string]bool)
	for s, err := range corpus.ReadJournal(f, name) {
		if err != nil {
			l.console.fail(err)
			continue
		}
		labels[corpus.Key(&s)] = s.Label
		for _, site := range sitesOf(&s.Post) {
			ham, known := sites[site]
			sites[site] = known && ham || s.Label == corpus.Ham
		}
	}
	list := &rules.EntryList{File: name}
	for site, ham := range sites {
		if !ham {
			list.Entries = append(list.Entries, rules.Entry{Kind: rules.NameEntry, Pattern: site})
		}
	}
	l.config.Signals = append(l.config.Signals, labelled(labels))
	return l.entries(list, false)
}

// sitesOf returns the registrable names that a post links to, but for those
// that many people use.
func sitesOf(p *document.Post) (names []string) {
	const shared = rules.Allowed | rules.Popular | rules.Shortener | rules.Messenger
	for _, a := range document.Read(p).Links {
		if a.URL.Name != "" && a.Class&shared == 0 {
			names = append(names, a.URL.Name)
		}
	}
	return names
}

// labelled returns the signal that knows posts again.
func labelled(labels map[string]corpus.Label) signal.Signal {
	return signal.Signal{
		Name: "journal/labelled",
		Doc:  "The keeper has said what this very post is.",
		Kind: signal.List,
		Find: func(d *document.Document, sink *signal.Sink) {
			f := signal.Finding{Note: "the keeper has said so"}
			switch labels[corpus.Key(&corpus.Sample{Post: *d.Post})] {
			case corpus.Spam:
				f.Strength = signal.Sure
			case corpus.Ham:
				f.Strength = signal.SureHam
			default:
				return
			}
			sink.Add(f)
		},
	}
}
