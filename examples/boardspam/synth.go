package main

import (
	"bufio"
	"cmp"
	"fmt"
	"os"

	"github.com/boardspam/boardspam/corpus"
	"github.com/boardspam/boardspam/corpus/synth"
)

// synthCmd writes labelled posts of its own making.
type synthCmd struct {
	Tables    string   `default:"train" enum:"train,eval" help:"Words to write with: train, or eval, which nothing is tuned to."`
	Seed      uint64   `default:"1" help:"Another seed, other posts."`
	Count     int      `default:"1000" help:"How many posts, shared out evenly between the techniques."`
	Technique []string `placeholder:"NAME" help:"Only these, by name (splice/lost-link) or group (splice, trap, ham)."`
	Mix       bool     `help:"In the shares that suit training a general model, instead of evenly."`
	Hosts     []string `placeholder:"FILE" help:"Honest posts as JSON lines to splice into, instead of those that come with the program."`
	List      bool     `help:"Write the names of the techniques instead of posts."`
}

// Run writes the posts to standard output.
func (cmd *synthCmd) Run(c *console) error {
	out := bufio.NewWriter(c.out)
	if cmd.List {
		names, err := synth.Makers(synth.Half(cmd.Tables))
		for _, name := range names {
			fmt.Fprintln(out, name)
		}
		return cmp.Or(err, out.Flush())
	}
	hosts, err := cmd.hosts(c)
	if err != nil {
		return err
	}
	write := synth.Posts
	if cmd.Mix {
		write = synth.Mix
	}
	posts, err := write(synth.Options{
		Half: synth.Half(cmd.Tables), Seed: cmd.Seed, Count: cmd.Count,
		Makers: cmd.Technique, Hosts: hosts,
	})
	if err != nil {
		return err
	}
	for p := range posts {
		if err := corpus.WriteJSONL(out, p); err != nil {
			return err
		}
	}
	return out.Flush()
}

// hosts reads the posts that are not spam.
func (cmd *synthCmd) hosts(c *console) ([]synth.Host, error) {
	var hosts []synth.Host
	for _, name := range cmd.Hosts {
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		for s, err := range corpus.ReadJSONL(f, name) {
			if err != nil {
				c.fail(err)
				continue
			}
			if s.Label != corpus.Spam {
				hosts = append(hosts, synth.Host{Lang: s.Lang, Title: s.Title, Text: s.Body})
			}
		}
		f.Close()
	}
	return hosts, nil
}
