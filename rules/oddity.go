package rules

import (
	_ "embed"
	"fmt"
	"math"
	"strings"
	"sync"
)

// letterList says how often one letter follows another in popular names.
//
//go:embed lists/letters.txt
var letterList string

// An alphabet holds how likely one letter follows another in names.
type alphabet struct {
	cost [27][27]float64 // nats; 26 stands for the edges and for anything else
	mean float64         // of popular names, a letter
}

// popularLetters is the alphabet of popular names.
var popularLetters = sync.OnceValue(func() *alphabet {
	a, err := readAlphabet(letterList)
	if err != nil {
		panic(err)
	}
	return a
})

// readAlphabet reads lines of two letters, how often the second follows the
// first, and the same with every name counting one in all.
func readAlphabet(list string) (*alphabet, error) {
	var count, share [27][27]float64
	names := 0.0
	for line := range strings.Lines(list) {
		if line[0] == '#' {
			continue
		}
		var pair string
		var n, part float64
		if _, err := fmt.Sscan(line, &pair, &n, &part); err != nil || len(pair) != 2 {
			return nil, fmt.Errorf("rules: letters.txt: %q: want two letters and two numbers", line)
		}
		a, b := letterOf(pair[0]), letterOf(pair[1])
		count[a][b], share[a][b] = n, part
		names += part
	}
	var k alphabet
	for a := range count {
		total := 27.0
		for _, n := range count[a] {
			total += n
		}
		for b, n := range count[a] {
			k.cost[a][b] = -math.Log((n + 1) / total)
			k.mean += share[a][b] * k.cost[a][b] / max(names, 1)
		}
	}
	return &k, nil
}

// Oddity returns by how much the letters of a label are less likely to follow
// one another than those of popular names are, in nats a letter.
func Oddity(label string) float64 {
	k := popularLetters()
	sum, n := 0.0, 0
	letterPairs(label, func(a, b int) { sum, n = sum+k.cost[a][b], n+1 })
	return sum/float64(max(n, 1)) - k.mean
}

// letterPairs calls f for every two letters that follow each other in label,
// and for its edges. What is no letter is an edge.
func letterPairs(label string, f func(a, b int)) {
	prev := 26
	for i := range len(label) {
		at := letterOf(label[i])
		if prev != 26 || at != 26 {
			f(prev, at)
		}
		prev = at
	}
	if prev != 26 {
		f(prev, 26)
	}
}

// letterOf returns the number of a letter; 26 for anything else.
func letterOf(c byte) int {
	if 'a' <= c && c <= 'z' {
		return int(c - 'a')
	}
	return 26
}
