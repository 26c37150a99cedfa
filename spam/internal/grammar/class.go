package grammar

import "strings"

// A class is what a word is wherever it stands.
type class uint8

const (
	open       class = iota // it may be anything
	pronoun                 // I, you, he
	possessive              // my, your, his
	number                  // one, two
	particle                // another word that is never a verb
	filler                  // one that a request may begin with before its verb
	ownVerb                 // a verb with which people say what they do or feel themselves
)

// closedClass holds the words of English that are of one class only. Of those
// that open a sentence, prose takes none for a verb.
var closedClass = func() map[string]class {
	m := make(map[string]class)
	add := func(c class, words string) {
		for w := range strings.FieldsSeq(words) {
			m[w] = c
			m[strings.ToUpper(w[:1])+w[1:]] = c
		}
	}
	add(pronoun, "you he she it we they me him us them himself herself itself themselves")
	m["I"] = pronoun
	add(possessive, "my your his her its our their")
	add(number, "one two three four five six seven eight nine ten hundred thousand million billion zero")
	add(particle, `the this that these those a an if on for in what to but as how is when from no all however are with at
		why not can here by some of after where did many any since does more should will which has people every would who
		was am before there because while although whether another other or`)
	add(filler, "please pls plz just now so and also hey hi hello then guys")
	add(ownVerb, "love like miss hate think know need want hope wish thank best guess agree feel remember")
	return m
}()
