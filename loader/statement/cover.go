package statement

import (
	"cmp"
	"slices"

	"github.com/newsgraph/newsgraph/loader/article"
)

// cover answers whether a span overlaps any of a set.
type cover struct{ spans []article.Span }

// newCover sorts the spans and joins those that overlap.
func newCover(spans []article.Span) *cover {
	slices.SortFunc(spans, byStart)
	out := spans[:0]
	for _, s := range spans {
		if n := len(out); n > 0 && s.Start <= out[n-1].End {
			out[n-1].End = max(out[n-1].End, s.End)
			continue
		}
		out = append(out, s)
	}
	return &cover{out}
}

func (c *cover) overlaps(s article.Span) bool {
	i, _ := slices.BinarySearchFunc(c.spans, s.Start, func(t article.Span, at int) int { return cmp.Compare(t.End, at+1) })
	return i < len(c.spans) && c.spans[i].Overlaps(s)
}
