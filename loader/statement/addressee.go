package statement

import (
	"slices"

	"github.com/newsgraph/newsgraph/loader/article"
)

// maxAround is how many words around a cue are read.
const maxAround = 40

// findAddressees finds to whom each statement was made.
func (d *draft) findAddressees() {
	for i := range d.made {
		m := &d.made[i]
		if m.told || m.Cue.Empty() {
			continue
		}
		for _, h := range slices.Concat(d.toldTo(m), d.urged(m), d.addressed(m)) {
			if h != m.Speaker && !slices.Contains(m.Addressees, h) {
				m.Addressees = append(m.Addressees, h)
			}
		}
		slices.Sort(m.Addressees)
		d.inheritAddressees(i)
	}
	d.interviewed()
}

// interviewed gives the turns of an interview of two the other side as the addressee.
func (d *draft) interviewed() {
	var sides []int
	for i := range d.made {
		if m := &d.made[i]; d.isTurn(m.Cue) && m.Speaker != none && !slices.Contains(sides, m.Speaker) {
			sides = append(sides, m.Speaker)
		}
	}
	if len(sides) != 2 {
		return
	}
	for i := range d.made {
		if m := &d.made[i]; d.isTurn(m.Cue) && m.Speaker != none && len(m.Addressees) == 0 {
			m.Addressees = []int{sides[0] + sides[1] - m.Speaker}
		}
	}
}

// around yields the words of the cue's sentence that are not content, from some words before the cue on.
func (d *draft) around(m *made, before int, yield func(w int)) {
	cue := d.wordAt(m.Cue.Start)
	for w := max(0, cue-before); w < len(d.words) && w < cue+maxAround; w++ {
		if d.words[w].sentence == m.sentence && !d.inContent(m, w) {
			yield(w)
		}
	}
}

// toldTo reads "told RT", "in an interview with RT", "speaking to RT" outside the content.
func (d *draft) toldTo(m *made) []int {
	var found []int
	d.around(m, maxAround, func(w int) {
		low := d.words[w].low
		inCue := m.Cue.Overlaps(d.words[w].span)
		switch {
		case inCue && d.lex.tell[low] && (d.low(w+1) == "me" || d.low(w+1) == "us"):
			if m.Within != none && d.made[m.Within].Speaker != none {
				found = append(found, d.made[m.Within].Speaker)
			}
		case inCue && d.lex.tell[low]:
			found = appendHead(found, d.objectHead(m, w+1))
		case (low == "to" || low == "with") && d.lex.audience[d.low(w-1)]:
			found = appendHead(found, d.objectHead(m, w+1))
		case low == "to" && inCue:
			found = appendHead(found, d.objectHead(m, w+1))
		}
	})
	return found
}

// urged reads whom "urged Ada Byrne and RX to go" is said to, where the reader takes them as the beginning of the content.
func (d *draft) urged(m *made) []int {
	w, to := d.wordsIn(m.Content[0])
	last := d.wordAt(m.Cue.End - 1)
	if m.Kind == article.Direct || !d.lex.tell[d.low(last)] || w <= last || w > last+2 {
		return nil
	}
	var found []int
	for w < to && len(found) < maxUrged {
		x, ok := d.mentionAt(w, m.Content[0].End)
		switch low := d.low(w); {
		case ok:
			found = append(found, x.actor)
			w = d.wordAt(x.Span.End)
		case low == "to" || low == "not" && d.low(w+1) == "to":
			return found
		case isBetweenNames(low):
			w++
		default:
			return nil
		}
	}
	return nil
}

func isBetweenNames(low string) bool {
	switch low {
	case "and", ",", "the", "mr", "mrs", "ms", "both":
		return true
	}
	return false
}

// maxUrged is how many are urged at once.
const maxUrged = 4

// addressed reads whom a question or a request names first: “Mrs Byrne, why did you go?”.
func (d *draft) addressed(m *made) []int {
	w, to := d.wordsIn(m.Content[0])
	if m.Kind != article.Direct {
		return nil
	}
	if low := d.low(w); low == "mr" || low == "mrs" || low == "ms" || low == "dr" {
		w++
	}
	if w >= to {
		return nil
	}
	x, ok := d.mentionAt(w, m.Content[0].End)
	if !ok || d.a.Actors[x.actor].Kind != article.Person || d.low(d.wordAt(x.Span.End)) != "," {
		return nil
	}
	for i := d.wordAt(x.Span.End); i < min(to, w+maxAround) && d.words[i].sentence == d.words[w].sentence; i++ {
		if low := d.low(i); low == "you" || low == "your" || low == "?" {
			return []int{x.actor}
		}
	}
	return nil
}

func appendHead(list []int, h head) []int {
	if h.actor == none {
		return list
	}
	return append(list, h.actor)
}

// objectHead finds the head of the phrase that starts at the word and ends before the content, at the latest.
func (d *draft) objectHead(m *made, w int) head {
	if w >= len(d.words) {
		return head{actor: none}
	}
	s := article.Span{Start: d.words[w].span.Start, End: d.words[w].span.Start}
	for i := w; i < len(d.words) && i < w+10; i++ {
		if d.words[i].sentence != d.words[w].sentence || d.inContent(m, i) || d.isTime(i) || i > w && d.lex.say[d.words[i].low] {
			break
		}
		s.End = d.words[i].span.End
	}
	if s.Empty() {
		return head{actor: none}
	}
	return d.headOf(s)
}

// isTime tells whether the word is a day: "told RT Monday".
func (d *draft) isTime(w int) bool {
	low := d.words[w].low
	return d.lex.weekdays[low] || low == "yesterday" || low == "today" || low == "earlier" || low == "late" || low == "last"
}

// inheritAddressees gives "…, adding that …" the addressees of what it is added to.
func (d *draft) inheritAddressees(i int) {
	m := &d.made[i]
	if len(m.Addressees) > 0 || i == 0 {
		return
	}
	before := &d.made[i-1]
	if before.Speaker != m.Speaker || before.Speaker == none || before.sentence != m.sentence {
		return
	}
	if low := d.low(d.wordAt(m.Cue.Start)); len(low) > 3 && low[len(low)-3:] == "ing" {
		m.Addressees = slices.Clone(before.Addressees)
	}
}
