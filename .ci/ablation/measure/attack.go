//go:build ablation

package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/boardspam/boardspam/.ci/readme"
	"github.com/boardspam/boardspam/corpus"
	"github.com/boardspam/boardspam/spam/model"
)

// paddings are how many times the length of a post is added to it in ham.
var paddings = []int{1, 5, 20}

// attacked is how many posts of spam are padded.
const attacked = 500

// attack pads spam with ham and counts how much of it is still found, by all
// of the model and by what judges texts as a whole alone.
func attack(data string) (readme.Table, error) {
	head := []string{"R at 1 %"}
	for _, without := range []string{"", "without windows, "} {
		head = append(head, without+"plain")
		for _, times := range paddings {
			head = append(head, fmt.Sprintf("%s%d×", without, times))
		}
	}
	table := readme.Table{head}
	for _, set := range sets {
		row := []string{"`" + set + "`"}
		for _, without := range []string{"", model.Windows} {
			model.Mute(without)
			r, err := withstood(data, set)
			if err != nil {
				return nil, err
			}
			row = append(row, r...)
		}
		table = append(table, row)
	}
	model.Mute()
	return table, nil
}

// withstood returns the recall in plain posts and, for each padding, the worst
// of padding before, after and around.
func withstood(data, set string) ([]string, error) {
	m, outcomes, err := learnt(data, set)
	if err != nil {
		return nil, err
	}
	var scores []float64
	var spam, ham []corpus.Sample
	for _, o := range outcomes {
		if o.Label == corpus.Ham {
			scores, ham = append(scores, o.Score), append(ham, *o.Sample)
		} else if len(spam) < attacked {
			spam = append(spam, *o.Sample)
		}
	}
	slices.Sort(scores)
	threshold := scores[len(scores)-1-len(scores)/100]
	recall := func(samples []corpus.Sample) (found float64) {
		if outcomes, err = verdicts(m, samples); err != nil {
			return 0
		}
		for _, o := range outcomes {
			if o.Score > threshold {
				found++
			}
		}
		return found / float64(len(samples))
	}
	row := []string{fmt.Sprintf("%.3f", recall(spam))}
	for _, times := range paddings {
		least := 1.0
		for where := range 3 {
			least = min(least, recall(padded(spam, ham, times, where)))
		}
		row = append(row, fmt.Sprintf("%.3f", least))
	}
	return row, err
}

// padded returns the samples with ham added: before (0), after (1) or around (2).
func padded(samples, ham []corpus.Sample, times, where int) []corpus.Sample {
	out := make([]corpus.Sample, len(samples))
	for i, s := range samples {
		var before, after strings.Builder
		for k := i; before.Len()+after.Len() < times*len(s.Body); k++ {
			to := &before
			if where == 1 || where == 2 && k%2 == 1 {
				to = &after
			}
			to.WriteString(ham[k%len(ham)].Body)
			to.WriteByte('\n')
		}
		s.Body = before.String() + s.Body + "\n" + after.String()
		s.Spans = nil
		out[i] = s
	}
	return out
}
