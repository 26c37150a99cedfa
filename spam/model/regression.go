package model

import (
	"math"
	"slices"
)

// A regression is a logistic one with few weights, each of which is pulled
// back to where it begins.
type regression struct {
	weights, pull []float64
	examples      []example
}

// An example is what is known of a post and whether it is spam.
type example struct {
	values []value
	spam   bool
	weight float64
}

// A value belongs to one weight.
type value struct {
	at int
	x  float64
}

const (
	rounds    = 400 // of gradient descent
	roundRate = 0.3
)

// fit moves the weights to where the examples are likeliest.
func (r *regression) fit() {
	start := slices.Clone(r.weights)
	gradient := make([]float64, len(start))
	squares := make([]float64, len(start))
	for range rounds {
		for i := range gradient {
			gradient[i] = r.pull[i] * (r.weights[i] - start[i])
		}
		for i := range r.examples {
			r.examples[i].slope(r.weights, gradient)
		}
		for i, g := range gradient {
			squares[i] += g * g
			if squares[i] > 0 {
				r.weights[i] -= roundRate * g / math.Sqrt(squares[i])
			}
		}
	}
}

// slope adds the gradient of an example's loss.
func (e *example) slope(weights, gradient []float64) {
	s := 0.0
	for _, v := range e.values {
		s += weights[v.at] * v.x
	}
	d := probability(s)
	if e.spam {
		d--
	}
	for _, v := range e.values {
		gradient[v.at] += e.weight * d * v.x
	}
}
