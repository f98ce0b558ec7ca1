package eval

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/eval/gold"
	"github.com/newsgraph/newsgraph/eval/score"
	"github.com/newsgraph/newsgraph/loader/article"
)

// mark is a name as it is compared: its bytes and its kind.
type mark struct {
	span article.Span
	kind article.Kind
}

// nameSamples compares names. What a set marks nowhere at all (events, mostly) is not counted as found.
func nameSamples(texts []gold.Tagged) []sample {
	marked := map[article.Kind]bool{}
	for _, t := range texts {
		for _, n := range t.Names {
			marked[n.Kind] = true
		}
	}
	var out []sample
	for _, t := range texts {
		want := marks(t.Names, marked)
		out = append(out, sample{
			article: article.Article{Key: t.ID, Raw: t.Text},
			compare: func(a *article.Article, c *tally) { compareNames(c, a, marks(a.Names, marked), want) },
		})
	}
	return out
}

func marks(names []article.Name, kinds map[article.Kind]bool) []mark {
	var out []mark
	for _, n := range names {
		if kinds[n.Kind] {
			out = append(out, mark{n.Span, n.Kind})
		}
	}
	return out
}

// compareNames counts names by exact span and kind (all but events together, and each kind), by span alone, and by any overlap.
func compareNames(t *tally, a *article.Article, found, want []mark) {
	actors := func(kind article.Kind) bool { return kind != article.Event }
	t.count("names.exact", score.Exact(of(found, actors), of(want, actors)))
	for _, kind := range []article.Kind{article.Person, article.Organization, article.Place, article.Event} {
		only := func(k article.Kind) bool { return k == kind }
		if c := score.Exact(of(found, only), of(want, only)); c != (score.Counts{}) {
			t.count("names."+strings.ToLower(string(kind))+".exact", c)
		}
	}
	t.count("names.span", score.Exact(spansOf(of(found, actors)), spansOf(of(want, actors))))
	f, g := of(found, actors), of(want, actors)
	pairs := score.Match(len(f), len(g), func(i, j int) float64 {
		if f[i].kind != g[j].kind {
			return 0
		}
		return score.Alike([]article.Span{f[i].span}, []article.Span{g[j].span})
	})
	t.count("names.overlap", score.Counts{Right: len(pairs), Found: len(f), Gold: len(g)})
	nameFaults(t, a, found, want)
}

func of(all []mark, keep func(article.Kind) bool) []mark {
	return slices.DeleteFunc(slices.Clone(all), func(m mark) bool { return !keep(m.kind) })
}

func spansOf(all []mark) []article.Span {
	var out []article.Span
	for _, m := range all {
		out = append(out, m.span)
	}
	return out
}

// nameFaults sorts the errors: another kind, another boundary, missed, or no name at all.
func nameFaults(t *tally, a *article.Article, found, want []mark) {
	text := func(m mark) string { return string(m.kind) + " " + words(a, m.span) }
	for _, w := range want {
		i := slices.IndexFunc(found, func(f mark) bool { return f.span.Overlaps(w.span) })
		switch {
		case i < 0:
			t.fault("name missed: "+strings.ToLower(string(w.kind)), a, "", text(w), w.span)
		case slices.Contains(found, w):
		case found[i].span == w.span:
			t.fault("name of another kind", a, text(found[i]), text(w), w.span)
		default:
			t.fault("name with another boundary", a, text(found[i]), text(w), w.span)
		}
	}
	for _, f := range found {
		if !slices.ContainsFunc(want, func(w mark) bool { return w.span.Overlaps(f.span) }) {
			t.fault("no name: "+strings.ToLower(string(f.kind)), a, text(f), "", f.span)
		}
	}
}
