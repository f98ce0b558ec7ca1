package decode

import (
	"cmp"
	"slices"
	"sort"

	"github.com/newsgraph/newsgraph/loader/reader/encoder"
)

// maxTargets is how many targets before a span, and how many behind it, are looked at. No article has so many within reach; it
// bounds time and memory for texts that are none.
const maxTargets = 16

// pair is a link from a span to another, by their indexes.
type pair struct {
	from, to int
	score    float32 // that of none is 0
	share    float64 // its probability among all targets and none
}

// pairs scores the links from each span to the targets that are near, the likeliest first.
func (s *section) pairs(l *encoder.Link, from, to []found) []pair {
	if len(from) == 0 || len(to) == 0 {
		return nil
	}
	scores := l.Between(s.vectors, rangesOf(from), rangesOf(to))
	reach := l.Header().Reach
	var out []pair
	var near []float32
	for i, f := range from {
		// Targets are in order and do not overlap: those within reach stand together.
		here := sort.Search(len(to), func(t int) bool { return f.Distance(to[t].Range) >= 0 })
		first := max(0, here-maxTargets)
		near = append(near[:0], 0) // none
		for t := first; t < min(len(to), here+maxTargets); t++ {
			switch d := f.Distance(to[t].Range); {
			case d < -reach:
				first = t + 1
			case d <= reach:
				near = append(near, scores.Score(i, t))
			}
		}
		for k, score := range near[1:] {
			out = append(out, pair{from: i, to: first + k, score: score, share: share(near, k+1)})
		}
	}
	slices.SortStableFunc(out, func(a, b pair) int { return cmp.Compare(b.share, a.share) })
	return out
}

// chosen are the spans at the indexes.
func chosen(spans []found, at []int) []found {
	out := make([]found, len(at))
	for i, n := range at {
		out[i] = spans[n]
	}
	return out
}

// moved are the pairs with their origins by the indexes that were chosen, and their targets by where these begin.
func moved(pairs []pair, from []int, to int) []pair {
	for i := range pairs {
		pairs[i].from, pairs[i].to = from[pairs[i].from], pairs[i].to+to
	}
	return pairs
}
