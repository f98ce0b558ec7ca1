// Package score counts how well found marks agree with gold marks: exactly, by overlap and one to one, as precision,
// recall and F1. It knows spans and numbers only, neither data sets nor what the marks mean.
package score

import (
	"cmp"
	"slices"

	"github.com/newsgraph/newsgraph/loader/article"
)

// Counts are what precision and recall are made of. The zero value counts nothing.
type Counts struct {
	Right int `json:"right"` // found that are gold, each gold mark once
	Found int `json:"found"`
	Gold  int `json:"gold"`
}

// Add adds the counts of another text.
func (c *Counts) Add(o Counts) {
	c.Right += o.Right
	c.Found += o.Found
	c.Gold += o.Gold
}

// Precision is the share of what was found that is right, 0 to 100; 0 when nothing was found.
func (c Counts) Precision() float64 { return percent(c.Right, c.Found) }

// Recall is the share of the gold marks that were found, 0 to 100; 0 when there are none.
func (c Counts) Recall() float64 { return percent(c.Right, c.Gold) }

// F1 is the harmonic mean of precision and recall, 0 to 100.
func (c Counts) F1() float64 { return percent(2*c.Right, c.Found+c.Gold) }

// Rate is how many of all cases are right.
type Rate struct {
	Right int `json:"right"`
	All   int `json:"all"`
}

// Count counts one case.
func (r *Rate) Count(right bool) {
	r.All++
	if right {
		r.Right++
	}
}

// Add adds the counts of another text.
func (r *Rate) Add(o Rate) {
	r.Right += o.Right
	r.All += o.All
}

// Percent is the share of the right cases, 0 to 100; 0 when there are no cases.
func (r Rate) Percent() float64 { return percent(r.Right, r.All) }

func percent(n, of int) float64 { return 100 * float64(n) / float64(max(of, 1)) }

// Exact counts the found marks that equal a gold mark. A mark that is there twice counts twice.
func Exact[T comparable](found, gold []T) Counts {
	c := Counts{Found: len(found), Gold: len(gold)}
	left := map[T]int{}
	for _, g := range gold {
		left[g]++
	}
	for _, f := range found {
		if left[f] > 0 {
			left[f]--
			c.Right++
		}
	}
	return c
}

// Pair is a found mark and the gold mark that it stands for, by their indexes.
type Pair struct {
	Found, Gold int
	Likeness    float64
}

// Match pairs found and gold marks one to one, the most alike first; of equals the first. Marks of a likeness of 0 or
// less are never paired. The pairs come in the order of their gold marks.
func Match(found, gold int, likeness func(found, gold int) float64) []Pair {
	var all, kept []Pair
	for f := range found {
		for g := range gold {
			if l := likeness(f, g); l > 0 {
				all = append(all, Pair{f, g, l})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b Pair) int { return cmp.Compare(b.Likeness, a.Likeness) })
	usedFound, usedGold := make([]bool, found), make([]bool, gold)
	for _, p := range all {
		if !usedFound[p.Found] && !usedGold[p.Gold] {
			usedFound[p.Found], usedGold[p.Gold] = true, true
			kept = append(kept, p)
		}
	}
	slices.SortFunc(kept, func(a, b Pair) int { return a.Gold - b.Gold })
	return kept
}

// Length is the number of bytes of the spans, which do not overlap each other.
func Length(spans []article.Span) int {
	n := 0
	for _, s := range spans {
		n += s.Len()
	}
	return n
}

// Common is the number of bytes that lie in spans of both; the spans of each do not overlap each other.
func Common(a, b []article.Span) int {
	n := 0
	for _, x := range a {
		for _, y := range b {
			n += max(0, min(x.End, y.End)-max(x.Start, y.Start))
		}
	}
	return n
}

// Cover is the share of the bytes of gold that found has, 0 to 1.
func Cover(found, gold []article.Span) float64 {
	return float64(Common(found, gold)) / float64(max(Length(gold), 1))
}

// Alike is the share of the bytes of either that both have (the Jaccard index), 0 to 1.
func Alike(a, b []article.Span) float64 {
	common := Common(a, b)
	return float64(common) / float64(max(Length(a)+Length(b)-common, 1))
}
