package eval

import (
	"strings"

	"github.com/newsgraph/newsgraph/eval/gold"
	"github.com/newsgraph/newsgraph/eval/score"
	"github.com/newsgraph/newsgraph/loader/article"
)

// toneSamples compares the tones of sentences toward the targets that the set has marked in them.
func toneSamples(sentences []gold.Toned) []sample {
	var out []sample
	for _, g := range sentences {
		out = append(out, sample{
			article: article.Article{Key: g.ID, Raw: g.Text},
			compare: func(a *article.Article, t *tally) {
				for _, target := range g.Targets {
					got, _ := a.ToneToward(target.Spans)
					t.countTone("tone", got, target.Tone)
					if got != target.Tone {
						t.fault("another tone", a, string(got), string(target.Tone), target.Spans...)
					}
				}
			},
		})
	}
	return out
}

// countTone counts a tone: each by itself, and the mean of their F1 as macro.
func (t *tally) countTone(measure string, got, want article.Tone) {
	var parts []string
	for _, tone := range []article.Tone{article.Positive, article.Neutral, article.Negative} {
		var c score.Counts
		if got == tone {
			c.Found = 1
		}
		if want == tone {
			c.Gold = 1
		}
		c.Right = min(c.Found, c.Gold)
		part := measure + "." + strings.ToLower(string(tone))
		t.count(part, c)
		parts = append(parts, part)
	}
	t.means[measure+".macro"] = parts
}
