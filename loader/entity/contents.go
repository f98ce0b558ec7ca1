package entity

import (
	"cmp"
	"slices"

	"github.com/newsgraph/newsgraph/loader/article"
)

// owned is a span and its attribution.
type owned struct {
	span  article.Span
	owner int
}

// spansOf returns spans of all attributions by their first byte, the longer first.
func spansOf(a *article.Article, of func(*article.Attribution) []article.Span) []owned {
	var out []owned
	for i := range a.Attributions {
		for _, s := range of(&a.Attributions[i]) {
			out = append(out, owned{span: s, owner: i})
		}
	}
	slices.SortStableFunc(out, func(x, y owned) int {
		return cmp.Or(cmp.Compare(x.span.Start, y.span.Start), cmp.Compare(y.span.End, x.span.End))
	})
	return out
}
