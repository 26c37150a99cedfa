package main

import "testing"

func TestTable(t *testing.T) {
	rows := []row{{"`made`", report{Posts: 3, Spam: 2, Ham: 1, OneMinusAUC: 1.234}}, {"`ham`", report{Ham: 5}}}
	rows[0].Hold.Recall, rows[0].Hold.FPR, rows[0].Spans.Gold, rows[0].Spans.F1 = 0.95, 0.001, 4, 0.9
	want := `
| posts | spam / ham | spam found | ham held | ham rejected | 1−AUC | span F1 |
| --- | ---: | ---: | ---: | ---: | ---: | ---: |
| ` + "`made`" + ` | 2 / 1 | 95.00 % | 0.10 % | 0.00 % | 1.23 % | 0.900 |
| ` + "`ham`" + ` | 0 / 5 |  | 0.00 % | 0.00 % |  |  |
`
	if got := table(rows).String(); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}
