package eval

import (
	"io"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newsgraph/newsgraph/eval/gold"
	"github.com/newsgraph/newsgraph/eval/score"
	"github.com/newsgraph/newsgraph/loader/article"
)

// locatedStep is which articles of a set without gold names are measured: each that many-th.
const locatedStep = 4

// locatedNoises are the ways in which articles without gold names are spoiled. They have no commas to lose.
func locatedNoises() []noise {
	kept := slices.DeleteFunc(noises(), func(n noise) bool { return n.name == "plain" })
	return append(kept, noise{"bare", "without stops and quote marks", bare})
}

// bare is what is left of a character when a text loses its punctuation.
func bare(r rune) string {
	if strings.ContainsRune(".,;:!?\"“”„«»()", r) {
		return ""
	}
	return string(r)
}

// located are sets of articles of newsrooms for which there are no gold names: each article tells what place it is about, and spoiled
// texts are compared with what is read in them as they are.
func located() []*Set {
	base := Set{Name: "fakes", Path: "bulk/syria/FA-KES-Dataset.csv", What: "the place of articles of 15 newsrooms that lost their commas"}
	base.load = func(_ *Set, name string, r io.Reader) ([]sample, error) { return loadLocated(name, r, nil) }
	out := []*Set{&base}
	for _, n := range locatedNoises() {
		noisy := base
		noisy.Name, noisy.What, noisy.Noisy = base.Name+"-"+n.name, "the same, "+n.what+"; and names like those of the text as it is", true
		noisy.load = func(_ *Set, name string, r io.Reader) ([]sample, error) { return loadLocated(name, r, &n) }
		out = append(out, &noisy)
	}
	return out
}

func loadLocated(name string, r io.Reader, n *noise) ([]sample, error) {
	texts, err := gold.ReadLocated(name, r)
	if err != nil {
		return nil, err
	}
	var out []sample
	for i := 0; i < len(texts); i += locatedStep {
		out = append(out, locatedSample(&texts[i], n))
	}
	return out, nil
}

func locatedSample(g *gold.Located, n *noise) sample {
	word := regexp.MustCompile(`(?i)` + regexp.QuoteMeta(g.Place))
	if n == nil {
		return sample{
			article: article.Article{Key: g.ID, Raw: g.Text},
			compare: func(a *article.Article, t *tally) { comparePlace(t, a, word) },
		}
	}
	clean := &article.Article{Key: g.ID, Raw: g.Text}
	text, place := n.spoil(g.Text)
	return sample{
		article: article.Article{Key: g.ID, Raw: text},
		before:  clean,
		compare: func(a *article.Article, t *tally) {
			comparePlace(t, a, word)
			compareSame(t, a, clean.Names, place)
		},
	}
}

// comparePlace counts at how many of the places where an article names the place that it is about, a name is read.
func comparePlace(t *tally, a *article.Article, word *regexp.Regexp) {
	for _, at := range word.FindAllStringIndex(a.Text, -1) {
		s := article.Span{Start: at[0], End: at[1]}
		if inWord(a.Text, s) {
			continue
		}
		right := false
		for _, n := range a.Names {
			right = right || n.Span.Overlaps(s)
		}
		t.rate("names.place.read", right)
		if !right {
			t.fault("place missed", a, "", words(a, s), s)
		}
	}
}

// inWord tells whether the word goes on before or behind the span.
func inWord(text string, s article.Span) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:s.Start])
	behind, _ := utf8.DecodeRuneInString(text[s.End:])
	return unicode.IsLetter(before) || unicode.IsLetter(behind)
}

// compareSame counts names against those of the text before it was spoiled, by exact span and kind.
func compareSame(t *tally, a *article.Article, clean []article.Name, place func(article.Span) article.Span) {
	var found, want []mark
	for _, n := range a.Names {
		found = append(found, mark{n.Span, n.Kind})
	}
	for _, n := range clean {
		want = append(want, mark{place(n.Span), n.Kind})
	}
	t.count("names.same", score.Exact(found, want))
	t.count("names.same.span", score.Exact(spansOf(found), spansOf(want)))
}
