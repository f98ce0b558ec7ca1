package eval

import (
	"fmt"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/eval/gold"
	"github.com/newsgraph/newsgraph/eval/score"
	"github.com/newsgraph/newsgraph/loader/article"
)

// The overlaps at which a content counts as found: the shares of its gold bytes.
const (
	partly = 0.3
	mostly = 0.8
)

// attributionSamples compares attributions and the statements made of them.
func attributionSamples(texts []gold.Attributed) []sample {
	var out []sample
	for _, g := range texts {
		out = append(out, sample{
			article: article.Article{Key: g.ID, Raw: g.Text},
			compare: func(a *article.Article, t *tally) {
				compareAttributions(t, a, &g)
				compareStatements(t, a, &g)
				compareQuoted(t, a, &g)
			},
		})
	}
	return out
}

// discarded tells whether a found content lies in what nobody has marked.
func discarded(content []article.Span, discard []article.Span) bool {
	return slices.ContainsFunc(discard, func(d article.Span) bool { return d.Overlaps(content[0]) })
}

func compareAttributions(t *tally, a *article.Article, g *gold.Attributed) {
	found := slices.DeleteFunc(slices.Clone(a.Attributions), func(x article.Attribution) bool { return discarded(x.Content, g.Discard) })
	var foundParts, goldParts [3][]string // source, cue, content
	for _, f := range found {
		addParts(&foundParts, f.Source, f.Cue, f.Content)
	}
	for _, w := range g.Attributions {
		addParts(&goldParts, w.Source, w.Cue, w.Content)
	}
	for i, part := range []string{"source", "cue", "content"} {
		t.count("attribution."+part+".exact", score.Exact(foundParts[i], goldParts[i]))
	}
	var contents [][]article.Span
	for _, f := range found {
		contents = append(contents, f.Content)
	}
	pairs := byContent(t, "attribution", contents, contentsOf(g), g)
	for _, p := range pairs {
		f, w := &found[p.Found], &g.Attributions[p.Gold]
		if len(w.Source) > 0 {
			t.rate("attribution.source.given-content", score.Common(f.Source, w.Source) > 0)
		}
	}
	attributionFaults(t, a, found, g.Attributions, pairs)
}

// addParts adds the parts that an attribution has, each as one string of all its spans.
func addParts(to *[3][]string, parts ...[]article.Span) {
	for i, spans := range parts {
		if len(spans) > 0 {
			to[i] = append(to[i], fmt.Sprint(spans))
		}
	}
}

// byContent counts contents of which at least 0.3 and 0.8 of the gold bytes are found, and the former by kind, and returns
// the pairs of the former. Pairs are one to one; of several that fit the most alike is taken, so that
// a content that takes in half the article finds one gold content at most.
func byContent(t *tally, what string, found, want [][]article.Span, g *gold.Attributed) []score.Pair {
	match := func(least float64) []score.Pair {
		return score.Match(len(found), len(want), func(f, w int) float64 {
			if score.Cover(found[f], want[w]) < least {
				return 0
			}
			return score.Alike(found[f], want[w])
		})
	}
	pairs := match(partly)
	t.count(what+".overlap30", score.Counts{Right: len(pairs), Found: len(found), Gold: len(want)})
	t.count(what+".overlap80", score.Counts{Right: len(match(mostly)), Found: len(found), Gold: len(want)})
	got := make([]bool, len(want))
	for _, p := range pairs {
		got[p.Gold] = true
	}
	for i, w := range g.Attributions {
		t.rate(what+".found."+strings.ToLower(string(w.Kind)), got[i])
	}
	return pairs
}

// contentsOf are the gold contents.
func contentsOf(g *gold.Attributed) [][]article.Span {
	var out [][]article.Span
	for _, w := range g.Attributions {
		out = append(out, w.Content)
	}
	return out
}

// attributionFaults sorts the errors of attributions: missed, none, or a part of another extent.
func attributionFaults(t *tally, a *article.Article, found []article.Attribution, want []gold.Attribution, pairs []score.Pair) {
	show := func(source, cue, content []article.Span) string {
		return fmt.Sprintf("{%s | %s | %s}", words(a, source...), words(a, cue...), words(a, content...))
	}
	pairedFound, pairedGold := map[int]bool{}, map[int]bool{}
	for _, p := range pairs {
		pairedFound[p.Found], pairedGold[p.Gold] = true, true
		f, w := &found[p.Found], &want[p.Gold]
		class := ""
		switch {
		case score.Common(f.Source, w.Source) == 0 && len(w.Source)+len(f.Source) > 0:
			class = "attribution with another source"
		case !slices.Equal(f.Content, w.Content):
			class = "attribution with another extent of its content"
		case !slices.Equal(f.Source, w.Source):
			class = "attribution with another extent of its source"
		case !slices.Equal(f.Cue, w.Cue):
			class = "attribution with another cue"
		default:
			continue
		}
		t.fault(class, a, show(f.Source, f.Cue, f.Content), show(w.Source, w.Cue, w.Content), w.Content...)
	}
	for i, w := range want {
		if !pairedGold[i] {
			t.fault("attribution missed: "+strings.ToLower(string(w.Kind)), a, "", show(w.Source, w.Cue, w.Content), w.Content...)
		}
	}
	for i, f := range found {
		if !pairedFound[i] {
			t.fault("no attribution", a, show(f.Source, f.Cue, f.Content), "", f.Content...)
		}
	}
}
