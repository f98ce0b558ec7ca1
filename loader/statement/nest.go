package statement

import (
	"github.com/newsgraph/newsgraph/loader/article"
)

// maxOpen is how many statements around another are looked at, from the innermost.
const maxOpen = 8

// findWithin puts a statement within the smallest one of another speaker that its content lies in. Statements are in order.
func (d *draft) findWithin() {
	var open []int
	for i := range d.made {
		m := &d.made[i]
		for len(open) > 0 && end(&d.made[open[len(open)-1]]) <= m.Content[0].Start {
			open = open[:len(open)-1]
		}
		for k := len(open) - 1; k >= max(0, len(open)-maxOpen); k-- {
			if outer := &d.made[open[k]]; outer.length > m.length && holds(outer, m) && !sameSpeaker(outer, m) {
				m.Within = open[k]
				break
			}
		}
		open = append(open, i)
	}
}

func end(m *made) int { return m.Content[len(m.Content)-1].End }

// holds tells whether each span of the inner content lies in one of the outer.
func holds(outer, inner *made) bool {
	o := 0
	for _, s := range inner.Content {
		for o < len(outer.Content) && outer.Content[o].End < s.End {
			o++
		}
		if o == len(outer.Content) || !outer.Content[o].Contains(s) {
			return false
		}
	}
	return true
}

func sameSpeaker(x, y *made) bool { return x.Speaker != none && x.Speaker == y.Speaker }

// nestedInQuotes finds what a speaker says that another said, where the reader did not: "Rex Dale used to tell me that …".
func (d *draft) nestedInQuotes() {
	var cues []article.Span
	for i := range d.made {
		cues = append(cues, d.made[i].cues...)
	}
	read := newCover(cues)
	done := 0 // contents overlap: each passage is read once, for the outermost statement
	for i, n := 0, len(d.made); i < n; i++ {
		for _, s := range d.made[i].Content {
			s.Start = max(s.Start, done)
			for w, to := d.wordsIn(s); w < to; w++ {
				if d.lex.say[d.words[w].low] && !read.overlaps(d.words[w].span) {
					d.nested(i, w, s)
				}
			}
			done = max(done, s.End)
		}
	}
}

// nested makes a statement of "X (used to) say (to me) that …" around the verb, if it is that.
func (d *draft) nested(outer, verb int, content article.Span) {
	source, ok := d.subjectBefore(verb, content.Start)
	if !ok || source.actor == d.made[outer].Speaker {
		return
	}
	that := verb + 1
	for that < verb+6 && d.low(that) != "that" {
		switch d.low(that) {
		case ",", ";", "", "\"", "”":
			return
		}
		that++
	}
	if d.low(that) != "that" || that+2 >= len(d.words) {
		return
	}
	clause, ok := d.clauseFrom(that+1, content.End)
	if !ok {
		return
	}
	m := made{cues: []article.Span{d.words[verb].span}, sources: []article.Span{source.Span}, told: true}
	m.Cue, m.Content, m.Confidence = d.words[verb].span, []article.Span{clause}, 0.7*d.made[outer].Confidence
	m.Addressees = d.toldWhom(outer, verb+1, source.actor)
	d.add(m)
}

// subjectBefore is the mention of a person or organization before a verb and its auxiliaries.
func (d *draft) subjectBefore(verb, from int) (mention, bool) {
	w := verb - 1
	for w > verb-5 && w > 0 && isAuxiliary(d.low(w)) {
		w--
	}
	if w < 0 {
		return mention{}, false
	}
	last := d.words[w].span
	for _, x := range d.mentionsIn(article.Span{Start: max(from, last.End-80), End: last.End}) {
		if x.Span.End == last.End && x.Span.Start >= from && d.a.Actors[x.actor].Kind != article.Event && !d.lex.preps[d.low(d.wordAt(x.Span.Start)-1)] {
			return x, true
		}
	}
	return mention{}, false
}

func isAuxiliary(low string) bool {
	switch low {
	case "used", "to", "has", "had", "have", "also", "once", "repeatedly", "recently", "always", "often", "already", "later", "then", "himself", "herself":
		return true
	}
	return false
}

// maxClause is how many words a clause has that is found inside a quotation.
const maxClause = 120

// clauseFrom is the clause that starts at the word: to the end of the sentence or content, or to "but".
func (d *draft) clauseFrom(w, limit int) (article.Span, bool) {
	s := article.Span{Start: d.words[w].span.Start, End: d.words[w].span.End}
	for i := w; i < min(w+maxClause, len(d.words)) && d.words[i].span.End <= limit && d.words[i].sentence == d.words[w].sentence; i++ {
		if low := d.words[i].low; low == "but" || low == ";" || low == "”" || low == "\"" || low == "." || low == "—" || low == "–" {
			break
		}
		s.End = d.words[i].span.End
	}
	s = trim(d.a.Text, s)
	return s, s.Len() > 10
}

// toldWhom reads the object of "tell" in a nested statement: "me" is the outer speaker.
func (d *draft) toldWhom(outer, w, speaker int) []int {
	who := none
	switch d.low(w) {
	case "me", "us":
		who = d.made[outer].Speaker
	default:
		if x, ok := d.mentionAt(w, len(d.a.Text)); ok {
			who = x.actor
		}
	}
	if who == none || who == speaker {
		return nil
	}
	return []int{who}
}
