package eval

import (
	"io"
	"strings"

	"github.com/newsgraph/newsgraph/eval/pages"
	"github.com/newsgraph/newsgraph/loader/article"
)

// loadNoise has the example articles with their lines of noise.
func loadNoise(_ *Set, _ string, _ io.Reader) ([]sample, error) {
	marked, err := pages.Load()
	if err != nil {
		return nil, err
	}
	var out []sample
	for _, p := range marked {
		out = append(out, sample{
			article: article.Article{Key: p.Name, Raw: p.Text},
			cleaned: true,
			compare: func(a *article.Article, t *tally) {
				for _, line := range p.Lines {
					compareNoise(t, a, line)
				}
			},
		})
	}
	return out, nil
}

// compareNoise counts a line of noise as clear when no name is read in what is left of it.
func compareNoise(t *tally, a *article.Article, line string) {
	free := true
	for _, left := range leftOf(a, line) {
		for _, n := range a.Names {
			if n.Span.Overlaps(left) {
				t.fault("name in noise", a, words(a, n.Span), "", n.Span)
				free = false
			}
		}
	}
	t.rate("noise.clear", free)
}

// leftOf is where in the text the line of Raw, or what was not removed of it, stands.
func leftOf(a *article.Article, line string) []article.Span {
	start := strings.Index("\n"+a.Raw+"\n", "\n"+line+"\n")
	whole := article.Span{Start: start, End: start + len(line)}
	var out []article.Span
	keep := func(s article.Span) {
		words := strings.TrimSpace(s.Of(a.Raw))
		if at := strings.Index(a.Text, words); words != "" && at >= 0 {
			out = append(out, article.Span{Start: at, End: at + len(words)})
		}
	}
	for _, r := range a.Removed {
		if r.Span.Overlaps(whole) {
			keep(article.Span{Start: whole.Start, End: max(whole.Start, r.Span.Start)})
			whole.Start = min(whole.End, r.Span.End)
		}
	}
	keep(whole)
	return out
}
