package signal

import (
	"slices"
	"sync"

	"github.com/boardspam/boardspam/spam/document"
)

var contextMachine = Signal{
	Name:  "context/machine",
	Kind:  Words,
	Needs: HasMachines,
	Doc: "A few sentences speak of machines and programs: records, commands, versions, numbers of machines. " +
		"It takes from what the words say, which names of hosts make look like others' addresses.",
	Find: func(d *document.Document, sink *Sink) {
		if r := sink.body(d); r != nil && len(r.folded) <= machineBytes {
			sink.addMachine(r)
		}
	},
}

const (
	machineBytes = 700 // most of a question about a machine
	machineLeast = 3   // different words and numbers of machines
)

// machineWords are what those say who ask about machines and programs.
var machineWords = sync.OnceValue(func() map[string]bool {
	words := make(map[string]bool)
	for _, w := range vocabulary("machines.txt")() {
		words[w] = true
	}
	return words
})

// addMachine reports a text with several words of machines and no word of
// another trade.
func (s *Sink) addMachine(r *reading) {
	if w, ok := r.machineWord(machineLeast); ok && !r.tradesAround(0, len(r.folded)) {
		s.Add(Finding{Span: r.span(int(w.start), int(w.end)), Note: "spoken of machines", Strength: FairHam})
	}
}

// machineWord returns the nth different word or number of machines.
func (r *reading) machineWord(n int) (w stretch, ok bool) {
	if r.kinds.machines < n {
		return stretch{}, false
	}
	var buf [machineLeast]string
	seen, words, kinds := buf[:0], machineWords(), builtinKinds()
	for _, w := range r.words {
		word := r.folded[w.start:w.end]
		if *kinds.of(shortened(r.folded, int(w.start), int(w.end)))&ofMachines == 0 || !words[word] {
			if isAlpha(word[0]) {
				continue
			}
			word = r.versionAt(int(w.start))
		}
		if word == "" || slices.Contains(seen, word) || r.inLink(int(w.start)) {
			continue
		}
		if seen = append(seen, word); len(seen) == n {
			return w, true
		}
	}
	return stretch{}, false
}

// versionAt returns the first three of several numbers that dots part, if they
// begin at folded[i]: a version, or the number of a machine.
func (r *reading) versionAt(i int) string {
	const parts = 3
	if c := r.folded[i]; c < '0' || c > '9' || i > 0 && (r.folded[i-1] == '.' || isAlpha(r.folded[i-1]) && r.folded[i-1] != 'v') {
		return ""
	}
	end, n := i, 0
	for end < len(r.folded) && n < parts {
		from := end
		for end < len(r.folded) && '0' <= r.folded[end] && r.folded[end] <= '9' && end-from < parts {
			end++
		}
		if end == from {
			return ""
		}
		if n++; n < parts {
			if end == len(r.folded) || r.folded[end] != '.' {
				return ""
			}
			end++
		}
	}
	return r.folded[i:end]
}
