package main

import (
	"errors"

	"github.com/boardspam/boardspam/spam"
)

// knowledge is the part of a command line that says what a post is judged by.
type knowledge struct {
	Hold   float64 `placeholder:"P" help:"Probability from which a post is held, instead of the model's own."`
	Reject float64 `placeholder:"P" help:"Probability from which a post is rejected, instead of the model's own."`
}

// detector returns a Detector that knows what the flags name.
func (k *knowledge) detector() (*spam.Detector, error) {
	for _, p := range [...]float64{k.Hold, k.Reject} {
		if p < 0 || p > 1 {
			return nil, errors.New("--hold and --reject are probabilities: from 0 to 1")
		}
	}
	return spam.New(spam.Config{Hold: k.Hold, Reject: k.Reject})
}
