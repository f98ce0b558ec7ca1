package decode

import (
	"math"

	"github.com/newsgraph/newsgraph/loader/reader/encoder"
)

// agreement is how far the scores of a word go towards the mean of those of all words that are written like it. Without it, names of
// the world newswire set (dev) lose 2 points.
const agreement = 0.7

// spelling is a word with a capital, and whether such words stand beside it: what tells "Houston" from that in "Houston Dynamo".
type spelling struct {
	word          string
	before, after bool
}

// ballot is the sum of the log-probabilities of words that are written alike.
type ballot struct {
	words int
	sums  []float64
}

// vote moves the scores for names of words that are written alike towards each other: what one place leaves open another one
// tells.
func (s *section) vote() {
	t := &s.decoder.names
	ballots := map[spelling]*ballot{}
	logs := make([]float64, len(t.labels))
	for u := range s.units {
		if !capital(&s.units[u]) {
			continue
		}
		b := ballots[s.spelling(u)]
		if b == nil {
			b = &ballot{sums: make([]float64, len(t.labels))}
			ballots[s.spelling(u)] = b
		}
		b.words++
		for i, v := range logShares(logs, s.row(u, t)) {
			b.sums[i] += v
		}
	}
	for u := range s.units {
		if !capital(&s.units[u]) {
			continue
		}
		if b := ballots[s.spelling(u)]; b.words > 1 {
			row := s.row(u, t)
			for i, own := range logShares(logs, row) {
				row[i] = float32((1-agreement)*own + agreement*b.sums[i]/float64(b.words))
			}
		}
	}
}

func (s *section) spelling(u int) spelling {
	unit := &s.units[u]
	return spelling{
		word:   s.text[unit.Start:unit.End],
		before: u > 0 && unit.Break <= encoder.BreakSpace && capital(&s.units[u-1]),
		after:  u+1 < len(s.units) && s.units[u+1].Break <= encoder.BreakSpace && capital(&s.units[u+1]),
	}
}

// capital tells whether the unit has a capital letter.
func capital(u *encoder.Unit) bool {
	switch u.Shape {
	case encoder.ShapeTitle, encoder.ShapeInitial, encoder.ShapeCaps, encoder.ShapeMixed, encoder.ShapeAlnum:
		return true
	}
	return false
}

// logShares puts the log softmax of the scores into dst.
func logShares(dst []float64, scores []float32) []float64 {
	top, sum := scores[best(scores)], 0.0
	for i, v := range scores {
		dst[i] = float64(v - top)
		sum += math.Exp(dst[i])
	}
	for i := range dst {
		dst[i] -= math.Log(sum)
	}
	return dst
}
