// Package spam tells whether a post to a community board is spam, why, and
// exactly which bytes of it.
//
// [Check] judges a post with what comes with the library. [New] makes a
// [Detector] of a board's own lists, rules and model. [Clean] gives a post
// back without its spam.
package spam

import (
	"slices"
	"sync"

	"github.com/boardspam/boardspam/rules"
	"github.com/boardspam/boardspam/spam/document"
	"github.com/boardspam/boardspam/spam/model"
	"github.com/boardspam/boardspam/spam/signal"
)

// A Post is one message to a board. See [document.Post] for its fields.
type Post = document.Post

// An Author is what the board knows of a post's writer.
type Author = document.Author

// A Config says what a Detector knows. Its zero value is what comes with the library.
type Config struct {
	Blocked []rules.List    // names of spam sites, besides the built-in ones
	Allowed []rules.List    // names that are no spam, whatever other lists say
	Rules   *rules.Set      // nil: the built-in ones; a board's own are compiled together with rules.BuiltinRules
	Signals []signal.Signal // asked besides the built-in ones
	Model   *model.Model    // nil: the built-in model
	Hold    float64         // score from which a post is held; 0: the model's own
	Reject  float64         // score from which a post is rejected; 0: the model's own
}

// A Detector judges posts. It is immutable and safe for any number of
// goroutines. To change what it knows, make another.
type Detector struct {
	book         *rules.Book
	signals      []signal.Signal
	model        *model.Model
	hold, reject float64
	version      string
}

// New makes a Detector. It fails only if the configuration is inconsistent.
func New(c Config) (*Detector, error) {
	d := &Detector{book: c.book(), model: c.Model, hold: c.Hold, reject: c.Reject}
	d.signals = append(d.signals, signal.Builtin()...)
	d.signals = append(d.signals, c.Signals...)
	if c.Rules == nil {
		c.Rules = rules.BuiltinSet()
	}
	d.signals = append(d.signals, signal.Rules(c.Rules))
	if err := signal.Validate(d.signals); err != nil {
		return nil, err
	}
	if d.model == nil {
		d.model = model.Builtin()
	}
	d.version = d.model.ID()
	if d.hold == 0 {
		d.hold = d.model.Hold
	}
	if d.reject == 0 {
		d.reject = d.model.Reject
	}
	return d, nil
}

// book returns the built-in book with the lists of the configuration.
func (c *Config) book() *rules.Book {
	if len(c.Blocked)+len(c.Allowed) == 0 {
		return rules.Builtin()
	}
	book := *rules.Builtin()
	book.Blocked = slices.Concat(c.Blocked, book.Blocked)
	book.Allowed = slices.Concat(c.Allowed, book.Allowed)
	return &book
}

var builtin = sync.OnceValue(func() *Detector {
	go signal.Prepare() // beside what New reads
	d, err := New(Config{})
	if err != nil {
		panic("spam: the built-in knowledge is inconsistent: " + err.Error())
	}
	return d
})

// Check judges a post with what comes with the library. It is the Check of
// the Detector that New makes of an empty Config.
func Check(p Post) Verdict { return builtin().Check(p) }

// Check judges a post. It cannot fail, changes nothing, and takes time linear
// in the length of the post.
func (d *Detector) Check(p Post) Verdict {
	k := desks.Get().(*desk)
	k.post = p
	v := d.verdict(k, k.score(d))
	k.clear()
	return v
}

// A desk is what it takes to judge a post. It is used again.
type desk struct {
	post  Post
	doc   document.Document
	sink  signal.Sink
	parts []model.Part // of the score
	page  page         // the last field that was read again
}

// score reads and scores the post on the desk.
func (k *desk) score(d *Detector) model.Score {
	k.doc.Reuse(&k.post, d.book)
	k.sink.Run(&k.doc, d.signals)
	s := d.model.ScoreInto(k.parts, &k.doc, k.sink.Findings)
	k.parts = s.Parts
	return s
}

var desks = sync.Pool{New: func() any { return new(desk) }}

// longPost is the length of a text behind which a desk is not kept: what it
// has grown to would lie idle.
const longPost = 1 << 18

// clear leaves nothing of a post on the desk and gives it back.
func (k *desk) clear() {
	if len(k.post.Title)+len(k.post.Body) > longPost {
		return
	}
	k.post = Post{}
	k.doc.Forget()
	k.sink.Forget()
	clear(k.parts)
	k.page.text = ""
	desks.Put(k)
}
