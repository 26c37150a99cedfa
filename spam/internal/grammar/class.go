package grammar

import (
	"slices"
	"strings"
)

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
	link                    // a finite verb, a conjunction, "of": what stands before it is no request
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
	add(particle, adverbs)
	add(link, "is are am was were been has had will would can could should may might must shall does did cannot and or but nor of")
	add(ownVerb, "love like miss hate think know need want hope wish thank best guess agree feel remember")
	return m
}()

// adverbs and other words that comments open with, none of which asks for anything.
const adverbs = `about again ah almost already also although always among anybody anyone anything anyway apart aside away
	because been besides beyond both btw congratulations congrats despite due during each either else especially even ever
	everybody everyone everything except far first further furthermore hence however imho imo indeed instead into its later
	least likewise maybe meanwhile more moreover most much neither never nevertheless next nobody nothing often oh ok okay
	once only others otherwise perhaps quite rather re really regarding same second several somebody someone something
	sometimes somewhere soon sorry still such than thanks their therefore though throughout thus today together tomorrow
	tonight too under unless until unto upon very via well whatever whenever wherever whether whoever whole whose within
	without wow yeah yep yes yesterday yet yours excellent nice good great bad best better new old different similar
	interesting possible true wrong sure`

// mayOpen reports whether a request may begin with a word: it may be a verb in
// its base form.
func mayOpen(word string) bool {
	return closedClass[word] == open && len(word) > 1 && !isNumber(word) && !isInflected(strings.ToLower(word))
}

// isLink reports whether a word shows that the one before it is no request.
func isLink(word string) bool { return closedClass[word] == link }

// isInflected reports whether a word in lower case ends as adverbs, forms of
// verbs and pronouns with a verb do, and no verb in its base form.
func isInflected(word string) bool {
	if head, tail, ok := strings.Cut(word, "'"); ok {
		return head != "let" && tail != "t" // nor "don't"
	}
	for _, ending := range [...]string{"ly", "ing", "ed"} {
		if len(word) > len(ending)+2 && strings.HasSuffix(word, ending) {
			return !strings.HasSuffix(word, "eed") && !slices.Contains(baseForms, word)
		}
	}
	return false
}

// baseForms are verbs that end as their other forms do.
var baseForms = strings.Fields("apply bring bully cling comply embed fling imply multiply rally rely reply shred sling spring sting string supply swing tally wring")
