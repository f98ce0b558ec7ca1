package statement

import (
	"github.com/newsgraph/newsgraph/loader/article"
)

// told reads whom the statement asks for something, where what it asks follows alone: "told RX [to go]".
func (t *targets) told() {
	from, _ := t.wordsIn(t.m.Content[0])
	if low := t.low(from); low != "to" && (low != "not" || t.low(from+1) != "to") || t.m.Kind == article.Direct {
		return
	}
	for _, actor := range t.m.Addressees {
		t.addActor(actor, t.wordAt(t.m.Cue.Start), maxAround, link{0.8, "told", "The statement wants something of the one to whom it is said."})
	}
}

// secondPerson reads "you" in what is said to one: outside of interviews, where it mostly asks, the statement is about whom it is said to.
func (t *targets) secondPerson() {
	to := t.m.Addressees
	if within := t.m.Within; within != none && t.m.Kind == article.Indirect && len(to) == 0 {
		to = t.made[within].Addressees
	} else if t.m.Kind != article.Direct || t.isTurn(t.m.Cue) {
		return
	}
	if len(to) != 1 || to[0] == t.m.Speaker || t.outlets[to[0]] {
		return
	}
	for _, s := range t.m.Content {
		for w, end := t.wordsIn(shortened(s)); w < end; w++ {
			if t.low(w) == "you" {
				t.add(mention{actor: to[0], Mention: &article.Mention{Span: t.words[w].span}}, link{0.6, "second-person", "The statement speaks to it of itself."})
			}
		}
	}
}
