package statement

import (
	"time"

	"github.com/newsgraph/newsgraph/internal/timex"
	"github.com/newsgraph/newsgraph/loader/article"
)

// maxBefore is how many words before a cue may tell when something was said.
const maxBefore = 16

// when sets the time of a statement from the words around its cue that are not content, counted from the article's
// date: those that stand next to the cue. It is the beginning of the day, week, month or year that they tell. Days to come,
// and several units in one ("since May"), are not when something was said.
func (d *draft) when(m *made) {
	if m.Cue.Empty() || m.sentence == none || d.a.PublishedAt.IsZero() {
		return
	}
	window := d.wordWindow(m)
	best := -1
	for _, e := range d.timesOf(m.sentence) {
		at := article.Span{Start: e.Start, End: e.End}
		if !window.Contains(at) || d.inContent(m, d.wordAt(at.Start)) || !d.singleUnit(e) {
			continue
		}
		if distance := distance(at, m.Cue); best < 0 || distance < best {
			best = distance
			m.SaidAt, m.SaidAtPrecision = beginning(e)
		}
	}
}

// wordWindow is the passage around the cue in which its time may stand.
func (d *draft) wordWindow(m *made) article.Span {
	cue := d.wordAt(m.Cue.Start)
	last := min(cue+maxAround, len(d.words)) - 1
	return article.Span{Start: d.words[max(0, cue-maxBefore)].span.Start, End: d.words[last].span.End}
}

// distance is how many bytes lie between two spans.
func distance(x, y article.Span) int { return max(0, x.Start-y.End, y.Start-x.End) }

// timesOf are the time expressions of a sentence; their bytes are those of the text.
func (d *draft) timesOf(sentence int) []timex.Expression {
	if d.times == nil {
		d.times = make([][]timex.Expression, len(d.a.Sentences))
		r := timex.NewReader(d.a.PublishedAt)
		for i, s := range d.a.Sentences {
			d.times[i] = r.Sentence(s.Span.Of(d.a.Text))
			for j := range d.times[i] {
				d.times[i][j].Start += s.Span.Start
				d.times[i][j].End += s.Span.Start
			}
		}
	}
	return d.times[sentence]
}

// singleUnit tells whether the expression is a past or present unit of its precision, or a part of one.
func (d *draft) singleUnit(e timex.Expression) bool {
	from, _ := beginning(e)
	limit := map[timex.Precision]time.Time{
		timex.Day: from.AddDate(0, 0, 1), timex.Week: from.AddDate(0, 0, 7), timex.Month: from.AddDate(0, 1, 0), timex.Year: from.AddDate(1, 0, 0),
	}[e.Precision]
	return !e.To.After(limit) && !e.From.After(d.a.PublishedAt)
}

// beginning is the first day of the unit in which the expression begins, and that unit.
func beginning(e timex.Expression) (time.Time, article.Precision) {
	t := e.From
	switch e.Precision {
	case timex.Week:
		return t.AddDate(0, 0, -(int(t.Weekday()+6) % 7)), article.ToWeek
	case timex.Month:
		return time.Date(t.Year(), t.Month(), 1, 0, 0, 0, 0, time.UTC), article.ToMonth
	case timex.Year:
		return time.Date(t.Year(), 1, 1, 0, 0, 0, 0, time.UTC), article.ToYear
	case timex.Day:
	}
	return t, article.ToDay
}
