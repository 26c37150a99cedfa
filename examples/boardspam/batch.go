package main

import (
	"iter"
	"sync"
	"sync/atomic"

	"github.com/boardspam/boardspam/corpus"
	"github.com/boardspam/boardspam/spam"
)

// A batch is posts that go through the pipeline together.
type batch struct {
	posts []corpus.Sample
	bytes int
	error error // what could not be read after them

	out    []byte // what is to be written of them
	counts [spam.Reject + 1]int
	done   chan struct{} // gets a value once out is complete
}

const (
	batchPosts = 256
	batchBytes = 256 << 10
)

// A speaker appends to b what is to be written of a post. Many goroutines call it.
type speaker func(b []byte, s *corpus.Sample) ([]byte, spam.Action)

// A pipeline has posts judged by several goroutines and written in the order
// in which they were read. It holds a few batches in memory, whatever the
// size of its input, and a post that comes alone is answered at once.
type pipeline struct {
	console *console
	jobs    int
	speak   speaker
	each    func(*batch) // called in order after a batch was written; may be nil

	work   chan *batch
	queue  chan *batch // the same batches, in order
	free   chan *batch // those that hold nothing
	filled *batch
	failed atomic.Bool // what is read cannot be written
}

// run returns once everything has been written. The result counts the posts
// by what became of them.
func (p *pipeline) run(posts func(idle func()) iter.Seq2[corpus.Sample, error]) (counts [spam.Reject + 1]int, err error) {
	batches := 2*p.jobs + 2
	p.work, p.queue, p.free = make(chan *batch, batches), make(chan *batch, batches), make(chan *batch, batches)
	for range batches {
		p.free <- &batch{done: make(chan struct{}, 1)}
	}
	var workers sync.WaitGroup
	for range p.jobs {
		workers.Go(p.judge)
	}
	go func() {
		p.fill(posts(p.send))
		close(p.work)
		close(p.queue)
	}()
	for b := range p.queue {
		<-b.done
		if err == nil {
			err = p.write(b)
			p.failed.Store(err != nil)
		}
		for a, n := range b.counts {
			counts[a] += n
		}
		b.clear()
		p.free <- b
	}
	workers.Wait()
	return counts, err
}

// fill reads posts into batches.
func (p *pipeline) fill(posts iter.Seq2[corpus.Sample, error]) {
	p.filled = <-p.free
	for s, err := range posts {
		if p.failed.Load() {
			return
		}
		if err != nil {
			p.filled.error = err
			p.send()
			continue
		}
		p.filled.posts = append(p.filled.posts, s)
		p.filled.bytes += len(s.Title) + len(s.Body)
		if len(p.filled.posts) == batchPosts || p.filled.bytes >= batchBytes {
			p.send()
		}
	}
	p.send()
}

// send hands the batch that is being filled to the workers and begins another.
func (p *pipeline) send() {
	b := p.filled
	if len(b.posts) == 0 && b.error == nil {
		return
	}
	p.queue <- b
	p.work <- b
	p.filled = <-p.free
}

func (p *pipeline) judge() {
	for b := range p.work {
		for i := range b.posts {
			var a spam.Action
			b.out, a = p.speak(b.out, &b.posts[i])
			b.counts[a]++
		}
		b.done <- struct{}{}
	}
}

// clear empties a batch for others to use its memory, unless a large post has
// made that large.
func (b *batch) clear() {
	clear(b.posts)
	*b = batch{posts: b.posts[:0], out: b.out[:0], done: b.done}
	if cap(b.out) > 4*batchBytes {
		b.out = nil
	}
}

func (p *pipeline) write(b *batch) error {
	if len(b.out) > 0 {
		if _, err := p.console.out.Write(b.out); err != nil {
			return err
		}
	}
	if b.error != nil {
		p.console.fail(b.error)
	}
	if p.each != nil {
		p.each(b)
	}
	return nil
}
