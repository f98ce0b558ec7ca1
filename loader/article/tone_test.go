package article_test

import (
	"math"
	"testing"

	"github.com/newsgraph/newsgraph/loader/article"
)

func TestToneToward(t *testing.T) {
	t.Parallel()
	span := func(start, end int) article.Span { return article.Span{Start: start, End: end} }
	a := &article.Article{
		Text:   "Ada Byrne lied to him",
		Tokens: []article.Token{{Span: span(0, 3)}, {Span: span(4, 9)}, {Span: span(10, 14)}, {Span: span(15, 17)}, {Span: span(18, 21)}},
		Tones: []article.WordTone{
			{Span: span(0, 3), Negative: 0.9}, {Span: span(4, 9), Negative: 0.7, Positive: 0.1}, {Span: span(18, 21), Positive: 0.6},
		},
	}
	tests := []struct {
		name       string
		article    *article.Article
		spans      []article.Span
		want       article.Tone
		confidence float64
	}{
		{"the mean of the words", a, []article.Span{span(0, 9)}, article.Negative, 0.8},
		{"a word without a tone", a, []article.Span{span(10, 14)}, article.Neutral, 1},
		{"words without one count", a, []article.Span{span(15, 21)}, article.Neutral, 0.7},
		{"several passages", a, []article.Span{span(4, 9), span(18, 21)}, article.Positive, 0.35},
		{"no passage", a, nil, article.Neutral, 0},
		{"nobody has judged", &article.Article{Tokens: a.Tokens}, []article.Span{span(0, 3)}, article.Neutral, 0},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			got, confidence := test.article.ToneToward(test.spans)
			if got != test.want || math.Abs(confidence-test.confidence) > 1e-9 {
				t.Errorf("%s %v, want %s %v", got, confidence, test.want, test.confidence)
			}
		})
	}
}
