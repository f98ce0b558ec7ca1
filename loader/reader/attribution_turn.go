package reader

import (
	"strings"

	"github.com/newsgraph/newsgraph/loader/article"
)

// interview is what the text shows of an interview whose turns begin with dashes.
type interview struct {
	turns  int            // how many paragraphs begin with a dash; 0 for no interview
	first  int            // the byte at which the first turn starts
	answer []article.Span // who answers: the person named first before the turns, or nothing
	next   int            // the number of the turn that comes next
}

// interview looks for turns that begin with dashes, the first of them a question.
func (t *attributor) interview() interview {
	var talk interview
	for _, p := range t.Paragraphs {
		turn := p.Of(t.Text)
		if !dashed(turn) {
			continue
		}
		if talk.turns == 0 {
			if !strings.HasSuffix(strings.TrimRight(turn, " \t"), "?") {
				return interview{}
			}
			talk.first = p.Start
		}
		talk.turns++
	}
	if talk.turns < 2 {
		return interview{}
	}
	return talk
}

// dashed tells whether the paragraph begins with a long dash.
func dashed(s string) bool {
	return strings.HasPrefix(s, "—") || strings.HasPrefix(s, "–")
}

// markAnswerer sets who answers in the interview: the person named first before the turns.
func (t *attributor) markAnswerer(names []article.Name) {
	if t.talk.turns == 0 {
		return
	}
	for _, n := range names {
		if n.Span.Start >= t.talk.first {
			return
		}
		if n.Kind == article.Person {
			t.talk.answer = []article.Span{n.Span}
			return
		}
	}
}

// takeTurn reads a paragraph of an interview, which is one attribution as a whole, and returns the word of the unit at
// which the search for others inside of it starts.
func (t *attributor) takeTurn(first bool) int {
	switch {
	case t.inside:
		return 0
	case !first:
		t.goOn()
		return 0
	case t.talk.turns > 0 && t.unit[0].start >= t.talk.first && t.unit[0].oneOf("—", "–") && len(t.unit) > 1:
		return t.dashTurn()
	}
	return t.label()
}

// goOn adds the unit to the turn that its paragraph is.
func (t *attributor) goOn() {
	if t.turn > 0 {
		content := t.found[t.turn-1].Content
		content[0].End = t.spanOf(0, len(t.unit)).End
	}
}

// dashTurn reads “— words”. Questions and answers take turns.
func (t *attributor) dashTurn() int {
	var source []article.Span
	if t.talk.next%2 == 1 {
		source = t.talk.answer
	}
	t.talk.next++
	t.turn = t.emit(article.Attribution{Source: source, Cue: t.spans(0, 1), Content: t.spans(1, len(t.unit)), Confidence: 0.6})
	return 1
}

// label reads "Jane Doe: words", as interviews have it, to the end of the paragraph.
func (t *attributor) label() int {
	colon := t.labelEnd()
	end := t.end()
	if colon == 0 || end-colon < 3 && !(colon+1 < end && t.unit[colon+1].isQuote()) {
		return 0
	}
	if t.unit[colon+1].isQuote() {
		t.last = t.attribute(t.spans(0, colon), t.spans(colon, colon+1), colon+1, end, 0.7)
		return colon + 1
	}
	t.turn = t.emit(article.Attribution{
		Source: t.spans(0, colon), Cue: t.spans(colon, colon+1), Content: t.spans(colon+1, len(t.unit)), Confidence: 0.7,
	})
	return colon + 1
}

// labelEnd returns the colon behind the name, or the letter, of who speaks; 0 when the unit has no label.
func (t *attributor) labelEnd() int {
	colon := 0
	for colon < len(t.unit) && colon < 6 && t.unit[colon].lower != ":" {
		w := &t.unit[colon]
		if !w.capital() && !w.is(cHonor) || w.is(cTechnical) {
			return 0
		}
		colon++
	}
	if colon == 0 || colon+1 >= len(t.unit) || t.unit[colon].lower != ":" {
		return 0
	}
	if t.unit[colon-1].is(cNamed|cSpeakOrg) || colon == 1 && t.unit[0].oneOf("q", "a", "question", "answer") {
		return colon
	}
	return 0
}
