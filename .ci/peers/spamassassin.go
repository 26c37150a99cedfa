package main

import (
	_ "embed"
	"os"
	"os/exec"
	"strings"
	"time"

	"github.com/boardspam/boardspam/corpus"
)

//go:embed spamassassin.pl
var spamAssassinScript string

// beginSpamAssassin has SpamAssassin judge mail in one process, without tests
// that need a network.
func beginSpamAssassin(b *bed) (judge, error) {
	if !isInstalled("spamassassin", "spamassassin") {
		return nil, nil
	}
	return func(posts []corpus.Sample) (time.Duration, error) {
		dir := b.path("mail")
		defer os.RemoveAll(dir)
		names, err := writeMail(dir, posts)
		if err != nil {
			return 0, err
		}
		c := exec.Command("perl", "-e", spamAssassinScript)
		c.Stdin = strings.NewReader(names)
		c.Env = append(os.Environ(), "HOME="+b.dir)
		return processorTime(c, len(posts))
	}, nil
}
