package main

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/boardspam/boardspam/.ci/readme"
)

// A feat is what a learner makes of a set: 1−AUC in per cent, and recall at
// false-positive rates of at most 1 % and 0.1 %.
type feat struct{ missed, percent, permille float64 }

// A rival is what others have made of a set, from ../shared/PEERS.md: fastText
// and bogofilter, the best figure of any, and the plain yardstick, a logistic
// regression over words and letters. why says where boardspam falls short.
type rival struct {
	set             string
	best, yardstick feat
	why             string
}

// rivals has a line for each set with a part to learn from and a part to measure on.
var rivals = []rival{
	{"id_judol_ikryz7", feat{2.450, 0.764, 0.445}, feat{1.630, 0.896, 0.556}, "the posts of ham that count are advertisements"},
	{"id_judol_muzazr", feat{0.495, 0.959, 0.797}, feat{0.633, 0.983, 0.946}, ""},
	{"ko_sms_spam_lgai", feat{0.001, 1.000, 0.996}, feat{0.0005, 1.000, 1.000}, "one post in a thousand"},
	{"ru_telegram_tizhproger", feat{0.692, 0.933, 0.803}, feat{0.375, 0.965, 0.944}, "three posts in scripts that were never learnt stay unknown; single words that are labelled spam"},
	{"sms_spam_collection", feat{0.286, 0.972, 0.938}, feat{0.342, 0.972, 0.931}, ""},
	{"spamassassin_email", feat{0.123, 0.977, 0.795}, feat{0.048, 0.993, 0.885}, "mail in letters that cannot be read stays unknown; newsletters have a part that is like spam"},
	{"stackexchange", feat{0.444, 0.973, 0.882}, feat{0.240, 0.987, 0.955}, "of the rest most are questions and complaints that are labelled spam"},
	{"tg_spam_umputun", feat{0.376, 0.935, 0.848}, feat{0.105, 0.957, 0.957}, ""},
	{"tr_sms_karasoy", feat{0.004, 1.000, 0.985}, feat{0.0005, 1.000, 1.000}, ""},
	{"youtube_spam_collection", feat{7.572, 0.373, 0.183}, feat{6.241, 0.394, 0.176}, ""},
	{"zh_sms_mudou", feat{2.619, 0.497, 0.497}, feat{1.456, 0.624, 0.624}, "98 posts of ham: another seed moves it by 0.1"},
}

// accuracy learns from nothing but each set and measures on other posts of it.
func accuracy(data string, wanted []string) (readme.Table, error) {
	table := readme.Table{{"1−AUC, R at 1 %, R at 0.1 %", "boardspam", "best of the others", "plain yardstick", "falls short of", "because"}}
	const least = 0.0002 // per cent; a set without an error counts as this
	logs, n := 0.0, 0.0
	for _, r := range rivals {
		if len(wanted) > 0 && !slices.Contains(wanted, r.set) {
			continue
		}
		own, err := featOf(data, r.set)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", r.set, err)
		}
		short := strings.Join(slices.Concat(own.shortOf(r.best, "the best"), own.shortOf(r.yardstick, "the yardstick")), ", ")
		row := []string{"`" + r.set + "`", own.String(), r.best.String(), r.yardstick.String()}
		if short != "" {
			row = append(row, short, r.why)
		}
		table = append(table, row)
		logs += math.Log(max(own.missed, least) / r.best.missed)
		n++
	}
	table = append(table, []string{"geometric mean of 1−AUC against the best", fmt.Sprintf("%.3f", math.Exp(logs/max(n, 1)))})
	fmt.Print(table)
	return table, nil
}

// featOf is what boardspam makes of a set.
func featOf(data, set string) (feat, error) {
	train, dev, err := halves(data, set)
	if err != nil {
		return feat{}, err
	}
	f, err := measured(engine{"boardspam", boardspam(nil)}, train, dev)
	return feat{f.OneMinusAUC, f.RecallAt.Percent, f.RecallAt.Permille}, err
}

func (f feat) String() string {
	return fmt.Sprintf("%.3f %%, %.3f, %.3f", f.missed, f.percent, f.permille)
}

// shortOf names the figures in which others are better, as far as they are told.
func (f feat) shortOf(o feat, whose string) (names []string) {
	const digit = 0.0005
	for _, figure := range []struct {
		name  string
		worse bool
	}{
		{"1−AUC", f.missed > o.missed+digit}, {"R at 1 %", f.percent < o.percent-digit}, {"R at 0.1 %", f.permille < o.permille-digit},
	} {
		if figure.worse {
			names = append(names, figure.name)
		}
	}
	if len(names) > 0 {
		names[0] = whose + ": " + names[0]
	}
	return names
}
