package eval

import (
	"fmt"
	"sort"

	"github.com/newsgraph/newsgraph/eval/gold"
	"github.com/newsgraph/newsgraph/eval/score"
	"github.com/newsgraph/newsgraph/loader/article"
)

// arc is an argument as it is compared: the tokens of the predicate and of the argument's head word, and the label.
type arc struct {
	predicate, head int
	label           string
}

// roleSamples compares predicates, and arguments by predicate, head word and label.
func roleSamples(texts []gold.Roled) []sample {
	var out []sample
	for _, g := range texts {
		out = append(out, sample{
			article: article.Article{Key: g.ID, Raw: g.Text},
			compare: func(a *article.Article, t *tally) { compareRoles(t, a, &g) },
		})
	}
	return out
}

func compareRoles(t *tally, a *article.Article, g *gold.Roled) {
	var foundWords, goldWords []int
	var found, want []arc
	for _, p := range a.Predicates {
		word := tokenAt(g.Tokens, p.Span)
		foundWords = append(foundWords, word)
		for _, x := range p.Arguments {
			found = append(found, arc{word, tokenAt(g.Tokens, x.Head), x.Label})
		}
	}
	for _, p := range g.Predicates {
		goldWords = append(goldWords, p.Token)
		for _, x := range p.Arguments {
			want = append(want, arc{p.Token, x.Token, x.Label})
		}
	}
	t.count("role.predicate", score.Exact(foundWords, goldWords))
	t.count("role.argument", score.Exact(found, want))
	roleFaults(t, a, g, found, want)
}

// tokenAt is the token in which the span begins.
func tokenAt(tokens []article.Span, s article.Span) int {
	return sort.Search(len(tokens), func(i int) bool { return tokens[i].End > s.Start })
}

// roleFaults sorts the errors: another label, missed, or none; those of predicates that are missed or none themselves among them.
func roleFaults(t *tally, a *article.Article, g *gold.Roled, found, want []arc) {
	show := func(x arc) string {
		return fmt.Sprintf("%s %s(%s)", x.label, words(a, g.Tokens[x.predicate]), words(a, g.Tokens[x.head]))
	}
	labels, right := map[[2]int]arc{}, map[arc]bool{}
	for _, f := range found {
		labels[[2]int{f.predicate, f.head}] = f
		right[f] = true
	}
	matched := map[[2]int]bool{}
	for _, w := range want {
		at := [2]int{w.predicate, w.head}
		matched[at] = true
		f, ok := labels[at]
		switch {
		case right[w]:
		case ok:
			t.fault("argument with another label", a, show(f), show(w), g.Tokens[w.predicate])
		default:
			t.fault("argument missed", a, "", show(w), g.Tokens[w.predicate])
		}
	}
	for _, f := range found {
		if !matched[[2]int{f.predicate, f.head}] {
			t.fault("no argument", a, show(f), "", g.Tokens[f.predicate])
		}
	}
}
