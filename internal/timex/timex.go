// Package timex finds the time expressions of a news text ("last Friday", "in December", "the past six months") and
// gives each its days, counted from the date of the article. It never asks the clock.
//
// How expressions are read is written down in eval/times/README.md, beside the sentences that it is measured with. The
// word is that of the TIMEX3 standard (ISO 24617-1), of which this is the part that can be placed on a calendar.
package timex

import "time"

// Precision is the unit in which a text tells a time.
type Precision string

// The precisions, from fine to coarse.
const (
	Day   Precision = "DAY"
	Week  Precision = "WEEK"
	Month Precision = "MONTH"
	Year  Precision = "YEAR"
)

// Expression is a passage that tells a time: bytes [Start, End) of the sentence, and the days From ≤ t < To in UTC.
type Expression struct {
	Start, End int
	From, To   time.Time
	Precision  Precision
}

// Reader reads one text, sentence after sentence; what a sentence tells is what "the day before" in the next one
// counts from.
type Reader struct {
	today time.Time
	last  *interval
}

// NewReader returns a reader of a text of that date, of which the day (UTC) counts.
func NewReader(published time.Time) *Reader {
	return &Reader{today: published.UTC().Truncate(24 * time.Hour)}
}

// Sentence reads the next sentence. Expressions do not overlap and are in order. A sentence of which nothing can be placed
// gives none, and so does a reader without a date.
func (r *Reader) Sentence(text string) []Expression {
	if r.today.IsZero() {
		return nil
	}
	p := &parser{words: split(text), today: r.today, last: r.last}
	var out []Expression
	for i := 0; i < len(p.words); {
		found, n := p.expression(i)
		if n == 0 {
			i++
			continue
		}
		out = append(out, Expression{
			Start: p.words[i].start, End: p.words[i+n-1].end,
			From: found.from, To: found.to, Precision: found.unit.precision(),
		})
		p.last = &found
		i += n
	}
	r.last = p.last
	return out
}
