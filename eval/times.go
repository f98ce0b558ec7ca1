package eval

import (
	"time"

	"github.com/newsgraph/newsgraph/eval/times"
	"github.com/newsgraph/newsgraph/internal/timex"
	"github.com/newsgraph/newsgraph/loader/article"
)

func timeSample(c times.Case) sample {
	return sample{
		article: article.Article{Key: c.ID, Raw: c.Text, PublishedAt: c.Published},
		compare: func(a *article.Article, t *tally) { compareTime(t, a, &c) },
	}
}

// compareTime compares the days of the expression that shares a byte with the marked passage. A passage that is no time is
// right when nothing is read there.
func compareTime(t *tally, a *article.Article, c *times.Case) {
	at := article.Span{Start: c.Start, End: c.End}
	var got timex.Expression
	r := timex.NewReader(a.PublishedAt)
	for _, s := range a.Sentences {
		for _, e := range r.Sentence(s.Span.Of(a.Text)) {
			if at.Overlaps(article.Span{Start: s.Span.Start + e.Start, End: s.Span.Start + e.End}) {
				got = e
			}
		}
	}
	right := got.From.Equal(c.From) && got.To.Equal(c.To)
	if c.Precision == "" {
		t.rate("time.none", right)
	} else {
		t.rate("time.interval", right)
		t.rate("time.precision", right && string(got.Precision) == c.Precision)
	}
	if !right {
		t.fault("another time", a, days(got.From, got.To), days(c.From, c.To), at)
	}
}

// days are the first and the last day.
func days(from, to time.Time) string {
	if from.IsZero() {
		return ""
	}
	return from.Format(time.DateOnly) + " to " + to.AddDate(0, 0, -1).Format(time.DateOnly)
}
