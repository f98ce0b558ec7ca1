package statement

import (
	"strings"
	"unicode"

	"github.com/newsgraph/newsgraph/loader/article"
)

// floatingQuotes makes statements of the quotations that no attribution covers, and gives those without a source to
// the speaker who is talking around them, when that is clear.
func (d *draft) floatingQuotes() {
	d.addUncovered()
	d.sort()
	last := none
	reached := 0 // the end of the content of what was read
	for i := range d.made {
		m := &d.made[i]
		if m.Content[0].Start < reached {
			continue // nested
		}
		reached = end(m)
		// A turn without a name is the answer of the other side, not the running speaker's.
		if m.Speaker == none && m.SpeakerSpan.Empty() && m.Kind != article.Indirect && !d.isTurn(m.Cue) {
			d.running(m, last)
		}
		last = i
	}
}

// addUncovered makes statements of quotations that overlap no content.
func (d *draft) addUncovered() {
	covered := make([]article.Span, 0, len(d.made))
	for i := range d.made {
		covered = append(covered, d.made[i].Content...)
	}
	c := newCover(covered)
	reached := 0
	for i := range d.a.Quotes {
		q := &d.a.Quotes[i]
		if q.Span.Start < reached || c.overlaps(q.Span) {
			continue
		}
		reached = q.Span.End
		inner := trim(d.a.Text, q.Inner)
		if inner.Empty() || d.isName(inner) {
			continue
		}
		if m, ok := d.floatingQuote(q, inner); ok {
			d.add(m)
			reached = max(reached, end(&m))
		}
	}
}

// floatingQuote makes a statement of a quotation that is whole sentences, or of a longer one in a sentence about a person.
func (d *draft) floatingQuote(q *article.Quote, inner article.Span) (made, bool) {
	words := len(strings.Fields(inner.Of(d.a.Text)))
	m := made{}
	m.Confidence = 0.8
	if d.isWhole(q.Span) && (words >= d.floating || endsSentence(d.a.Text[inner.Start:q.Span.End]) && words >= 2) {
		m.Content = d.trimAll(d.wholeQuotes([]article.Span{q.Span}))
		return m, len(m.Content) > 0
	}
	if words < d.floating {
		return made{}, false
	}
	s, ok := d.subjectOf(q.Span)
	m.Content, m.sources = []article.Span{inner}, []article.Span{s}
	m.Confidence = 0.5
	return m, ok
}

// isWhole tells whether the sentences of the quotation have no words outside it.
func (d *draft) isWhole(q article.Span) bool {
	first, last := d.sentenceAt(q.Start), d.sentenceAt(q.End-1)
	if first == none || last == none {
		return false
	}
	before := article.Span{Start: d.a.Sentences[first].Span.Start, End: q.Start}
	after := article.Span{Start: q.End, End: d.a.Sentences[last].Span.End}
	return !hasLetter(d.a.Text, before) && !hasLetter(d.a.Text, after)
}

func hasLetter(text string, s article.Span) bool {
	return !s.Empty() && strings.ContainsFunc(s.Of(text), unicode.IsLetter)
}

func endsSentence(s string) bool {
	return strings.ContainsAny(s[max(0, len(s)-6):], ".?!…")
}

// subjectOf is the person with whose mention the sentence of a quotation starts, as in "Byrne called the plan “…”" it does.
func (d *draft) subjectOf(q article.Span) (article.Span, bool) {
	sentence := d.sentenceAt(q.Start - 1)
	if sentence == none {
		return article.Span{}, false
	}
	s := d.a.Sentences[sentence].Span
	if w := d.wordAt(s.Start); w < len(d.words) && s.Start < q.Start {
		for range 2 {
			if m, ok := d.mentionAt(w, q.Start); ok && d.a.Actors[m.actor].Kind == article.Person {
				return m.Span, true
			}
			r, ok := d.roleAt(w)
			if !ok || r.End >= q.Start {
				break
			}
			w = d.wordAt(r.End)
		}
	}
	return article.Span{}, false
}

// running gives a quotation without a source to the speaker of the last statement, if that is near and nobody else
// is named between.
func (d *draft) running(m *made, last int) {
	if last == none || d.paragraph(m.Content[0].Start)-d.paragraph(end(&d.made[last])-1) > 1 {
		d.introduced(m, d.sentenceAt(m.Content[0].Start))
		return
	}
	before := &d.made[last]
	if before.Speaker == none {
		d.introduced(m, d.sentenceAt(m.Content[0].Start))
		return
	}
	from := end(before)
	for _, s := range append([]article.Span{before.SpeakerSpan}, before.cues...) {
		if s.End <= m.Content[0].Start {
			from = max(from, s.End)
		}
	}
	for _, x := range d.mentionsIn(article.Span{Start: from, End: m.Content[0].Start}) {
		if x.actor != before.Speaker && d.a.Actors[x.actor].Kind == article.Person {
			m.Reason = article.Reason{Code: "no-source", Text: "Somebody else is named since the last statement."}
			if here := d.sentenceAt(m.Content[0].Start); here > 0 && d.a.Sentences[here-1].Paragraph == d.a.Sentences[here].Paragraph {
				d.introduced(m, here)
			}
			return
		}
	}
	m.Speaker = before.Speaker
	m.Confidence *= 1.6 // of the 0.4 for "no source"
	m.Reason = article.Reason{Code: "running-speaker", Text: "The quotation follows the speaker's last statement, and nobody else is named between."}
}

// introduced gives a quotation to the person with whose name the sentence right before it starts, when nobody else is named there: "Prime
// Minister Byrne remembered her in a speech. “She threw me out …”". In the quotation's own paragraph the name may stand
// anywhere: "Behind her stood Luc Holt, a baker. “I have …”".
func (d *draft) introduced(m *made, sentence int) {
	if sentence < 1 {
		return
	}
	before := d.a.Sentences[sentence-1]
	s, ok := d.subjectOf(article.Span{Start: before.Span.End, End: before.Span.End + 1})
	if !ok && before.Paragraph != d.a.Sentences[sentence].Paragraph {
		return
	}
	who := none
	for _, x := range d.mentionsIn(before.Span) {
		switch person := x.Form == article.FormName && d.a.Actors[x.actor].Kind == article.Person; {
		case ok && x.Span == s, !ok && person && who == none:
			who = x.actor
		case person && who != x.actor:
			return
		}
	}
	if who != none {
		m.Speaker = who
		m.Confidence *= 1.2 // of the 0.4 for "no source"
		m.Reason = article.Reason{Code: "introduced", Text: "The sentence before the quotation is about the speaker, and names nobody else."}
	}
}

func (d *draft) paragraph(offset int) int {
	if s := d.sentenceAt(offset); s != none {
		return d.a.Sentences[s].Paragraph
	}
	return none
}
