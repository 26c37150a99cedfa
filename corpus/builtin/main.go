// Command builtin learns the model that comes with the library and writes its
// card. From the root of the repository, with the data sets in ../shared/data:
//
//	go run ./corpus/builtin
//
// The same data gives the same bytes.
package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/boardspam/boardspam/corpus"
	"github.com/boardspam/boardspam/corpus/synth"
	"github.com/boardspam/boardspam/spam/model"
)

// A source is a data set that the model may learn from.
type source struct {
	name, licence, about string
}

// sources are the sets whose licences allow a model to be shipped.
var sources = []source{
	{"nsmc_ham", "CC0 (e9t/nsmc)", "Korean film reviews"},
	{"ko_news_comments_ham", "CC BY-SA 4.0 (kocohub)", "Korean news comments"},
	{"sms_spam_collection", "CC BY 4.0 (Almeida, Gómez Hidalgo, Yamakami 2011; UCI 228)", "English text messages"},
	{"tg_spam_umputun", "MIT (umputun/tg-spam)", "Telegram chat, Russian and English"},
	{"youtube_spam_collection", "CC BY 4.0 (Alberto, Lochter, Almeida 2015; UCI 380)", "English comments"},
	{"id_judol_gbennnn", "MIT repository, comments of third parties", "Indonesian comments, online gambling"},
	{"spamassassin_email", "PDDL; copyright of the senders", "English mail of 2002: prose, quotations, wrapped lines"},
	{"stackexchange", "CC BY-SA (Stack Exchange)", "English questions and deleted spam"},
}

const (
	seed    = 20261122
	date    = "2026-11-22"
	made    = 120_000 // posts of the project's own making
	places  = 1 << 18 // of three bytes, most of them
	least   = 80      // bytes of a text without its spam, to be learnt from as ham
	outFile = "spam/model/builtin.model"
	outCard = "corpus/MODEL.md"
)

func main() {
	if err := run(filepath.Join("..", "shared", "data")); err != nil {
		fmt.Fprintln(os.Stderr, "builtin:", err)
		os.Exit(1)
	}
}

func run(data string) error {
	card := model.Card{Name: "builtin", Version: "1", Date: date, Licence: "MIT; weights learnt from the sources named"}
	samples, err := gather(data, &card)
	if err != nil {
		return err
	}
	m, err := corpus.Train(samples, corpus.TrainConfig{
		Seed: seed, Card: card, Cautious: true, Places: places,
		Progress: func(p model.Pass) { fmt.Fprintf(os.Stderr, "%-5s pass %d: loss %.4f\n", p.Stage, p.Epoch, p.Loss) },
	})
	if err != nil {
		return err
	}
	var file bytes.Buffer
	if _, err := m.WriteTo(&file); err != nil {
		return err
	}
	if err := os.WriteFile(outFile, file.Bytes(), 0o644); err != nil {
		return err
	}
	text, err := page(m, file.Bytes(), filepath.Join(data, "dev"))
	if err != nil {
		return err
	}
	return os.WriteFile(outCard, []byte(text), 0o644)
}

// gather returns what the model learns from, and names it on the card.
func gather(data string, card *model.Card) ([]corpus.Sample, error) {
	var samples []corpus.Sample
	for _, s := range sources {
		part, err := corpus.ReadFile(filepath.Join(data, "train", s.name+".jsonl"))
		if err != nil {
			return nil, err
		}
		samples = append(samples, part...)
		card.Sources = append(card.Sources, fmt.Sprintf("%s: %s; %s; %s", s.name, s.about, s.licence, counts(part)))
	}
	salter, err := newSalter(data)
	if err != nil {
		return nil, err
	}
	salter.salt(samples)
	card.Sources = append(card.Sources, fmt.Sprintf("one in %.0f of the ham above with names from %s, public domain, and numbers put in",
		1/saltShare, strings.Join(hostLists, " and ")))
	own, err := synthetic()
	if err != nil {
		return nil, err
	}
	card.Sources = append(card.Sources, fmt.Sprintf("corpus/synth: posts of the project's own making; MIT; %s", counts(own)))
	samples = append(samples, own...)
	salter.mask(samples)
	return samples, nil
}

// synthetic returns posts of the project's own making: each as it is, and what
// is left of it without its spam as ham.
func synthetic() ([]corpus.Sample, error) {
	posts, err := synth.Posts(synth.Options{Half: synth.Train, Seed: seed, Count: made, Share: synth.ByEntries})
	if err != nil {
		return nil, err
	}
	var out []corpus.Sample
	for s := range posts {
		out = append(out, s)
		if s.Label != corpus.Spam || !strings.HasPrefix(s.Technique, "splice/") {
			continue
		}
		var host strings.Builder
		at := 0
		for _, g := range s.Spans {
			if g.Field == 0 && g.Start >= at {
				host.WriteString(s.Body[at:g.Start])
				at = g.End
			}
		}
		host.WriteString(s.Body[at:])
		if at > 0 && host.Len() >= least {
			ham := corpus.Sample{Label: corpus.Ham}
			ham.Body, ham.Lang = host.String(), s.Lang
			out = append(out, ham)
		}
	}
	return out, nil
}

func counts(samples []corpus.Sample) string {
	spam := 0
	for i := range samples {
		if samples[i].Label == corpus.Spam {
			spam++
		}
	}
	return fmt.Sprintf("%d spam, %d ham", spam, len(samples)-spam)
}
