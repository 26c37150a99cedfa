package corpus

import (
	"bufio"
	"encoding/csv"
	"iter"
	"path/filepath"
	"strings"

	"github.com/boardspam/boardspam/spam/document"
)

// readSamples reads samples as tg-spam keeps them: a text a line, all of the
// label that the file is named for. A line may be quoted as in CSV.
func readSamples(r *bufio.Reader, f File) iter.Seq2[Sample, error] {
	return func(yield func(Sample, error) bool) {
		label := namedLabel(f.Name)
		for line, err := range lines(r, f.Name, MaxLine) {
			s := Sample{Line: line.number, Label: label}
			if err == nil {
				s.Post = document.Post{Body: unquoted(string(line.text))}
			}
			if !yield(s, err) {
				return
			}
		}
	}
}

// namedLabel returns the label in a file's name.
func namedLabel(name string) Label {
	name = strings.ToLower(filepath.Base(name))
	switch spam, ham := strings.Contains(name, "spam"), strings.Contains(name, "ham"); {
	case spam && !ham:
		return Spam
	case ham && !spam:
		return Ham
	}
	return Unlabelled
}

// unquoted returns a line without the quotes of CSV, if it has them.
func unquoted(line string) string {
	if len(line) < 2 || line[0] != '"' || line[len(line)-1] != '"' {
		return line
	}
	row, err := csv.NewReader(strings.NewReader(line)).Read()
	if err != nil || len(row) != 1 {
		return line
	}
	return row[0]
}
