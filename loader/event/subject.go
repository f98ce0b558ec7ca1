package event

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/loader/article"
)

// turn gives an object that was taken for the one who does it back its role: "before anyone hit him", "whom Tarn accused".
func (d *draft) turn(w int, e *entry, p *parts) {
	if e.noun || d.is(w-1, "to") || d.gerund(w) {
		return
	}
	if p.actor != none && d.is(d.mentions[p.actor].from, "him", "them", "me", "us") && d.mentions[p.actor].form == article.FormPronoun {
		if p.recipient == none && len(e.recipient) > 0 {
			p.recipient = p.actor
		}
		p.actor = none
	}
	if p.recipient == none && len(e.recipient) > 0 && !d.passive(w) {
		if m := d.relative(w); m != p.actor {
			p.recipient = m
		}
	}
}

// relative is whom "whom" stands for right before the subject of the verb.
func (d *draft) relative(w int) int {
	for v := w - 1; v > max(0, w-7) && d.sameSentence(v, w) && !d.is(v, ",", "who", "that", "which"); v-- {
		if d.is(v, "whom") {
			return d.antecedent(v)
		}
		if d.words[v].predicate != none && !auxiliary(d.low(v)) {
			return none
		}
	}
	return none
}

// outside takes out who does not stand in the subject that stands right before the verb: "data that agencies seize".
func (d *draft) outside(w int, e *entry, p *parts) {
	if e.noun || d.gerund(w) || d.is(w-1, "to") {
		return
	}
	passive := d.passive(w)
	if !passive {
		d.nearer(w, e, p)
	}
	switch {
	case p.recipient == none:
	case passive && d.mentions[p.recipient].to <= w && d.otherSubject(w, p.recipient), !passive && !slices.Contains(e.recipient, "ARG0") && d.apart(w, p):
		p.recipient = none
	}
}

// nearer takes the subject right before an active verb for the one who does it.
func (d *draft) nearer(w int, e *entry, p *parts) {
	if p.actor == none {
		return
	}
	if d.otherSubject(w, p.actor) || d.joinedTo(w, p.actor) {
		p.actor = none
		return
	}
	if m := d.ownSubject(w); m != none && d.mentions[p.actor].to < d.mentions[m].from && slices.Contains(e.actor, "ARG0") {
		if p.actor = m; p.recipient == m {
			p.recipient = none
		}
	}
}

// joinedTo tells whether the verb is joined to another by "and", whose subject is somebody else: "Lind says rebels shelled Lisk and burned".
func (d *draft) joinedTo(w, actor int) bool {
	v := d.subjectPlace(w)
	if !d.is(v, "and", "or") {
		return false
	}
	for u := v - 1; u > max(d.mentions[actor].to, v-12) && d.sameSentence(u, w); u-- {
		if d.is(u, ",", ";", "who", "which", "that") {
			return false
		}
		if d.words[u].predicate != none && past(d.low(u)) && !d.is(u-1, "to") {
			return d.otherSubject(u, actor)
		}
	}
	return false
}

// past tells forms of verbs in the past.
func past(low string) bool {
	return strings.HasSuffix(low, "ed") || slices.Contains([]string{
		"went", "took", "made", "came", "got", "told", "gave", "left", "won", "lost", "held", "met", "led", "sent", "shot", "fought", "found", "built", "kept", "hit", "broke", "ran", "flew", "drove", "fell", "stole",
	}, low)
}

// apart tells whether a recipient stands before the clause of the verb, or behind the next verb that is joined to it: "visited Lisk, met with",
// "expel the men and asked Lisk".
func (d *draft) apart(w int, p *parts) bool {
	m := &d.mentions[p.recipient]
	if m.to <= w {
		if p.actor != none && (d.partner(p.actor) == p.recipient || d.mentions[p.actor].from > m.from) {
			return false
		}
		for v := m.to; v < w; v++ {
			if d.is(v, "who", "whom", "which", "that") {
				return false
			}
			if d.words[v].predicate != none && !auxiliary(d.low(v)) || d.is(v, ",") {
				return true
			}
		}
		return false
	}
	for v := w + 2; v < m.from; v++ {
		if d.words[v].predicate != none && d.is(v-1, "and", "but", "or") && !d.gerund(v) {
			return true
		}
	}
	return false
}

// ownSubject is who is named right before a verb as the first of its clause: "Tarn, whose plan Lind rejected".
func (d *draft) ownSubject(w int) int {
	v := d.subjectPlace(w)
	if v < 0 || !d.sameSentence(v, w) || d.words[v].mention == none {
		return none
	}
	m := d.words[v].mention
	nouns := 0
	for u := d.mentions[m].from - 1; u > max(0, v-8) && d.sameSentence(u, w); u-- {
		switch {
		case d.is(u, "whose"), nouns == 0 && d.is(u, ",", "which", "whom", "while", "when", "as", "because", "but", "where", "if"):
			return m
		case d.plainNoun(u) && !d.words[u].capital && nouns < 2:
			nouns++
		case !d.words[u].capital && !determiner(d.low(u)):
			return none
		}
	}
	return none
}

// otherSubject tells whether a noun right before the verb is the subject, and the mention is no part of its phrase.
func (d *draft) otherSubject(w, m int) bool {
	v := d.subjectPlace(w)
	for v > 0 && adverb(d.low(v)) {
		v--
	}
	if v < 0 || !d.sameSentence(v, w) || !d.plainNoun(v) || d.words[v].capital && d.mentions[m].to == v {
		return false
	}
	return !d.inPhrase(m, v)
}

// inPhrase tells whether a mention stands in the noun phrase that ends at the word.
func (d *draft) inPhrase(m, v int) bool {
	for u := v - 1; u >= max(0, v-8) && d.sameSentence(u, v); u-- {
		if d.words[u].mention != none && d.mentions[m].from <= u && u < d.mentions[m].to {
			return true
		}
		if stops(d.low(u)) && !d.is(u, "and", "of") || d.words[u].predicate != none {
			return false
		}
	}
	return false
}

// plainNoun tells whether a word without a name may be a noun: it is none of the words that are something else.
func (d *draft) plainNoun(v int) bool {
	x := &d.words[v]
	return x.mention == none && x.predicate == none && len(x.low) > 1 && x.low[0] >= 'a' && x.low[0] <= 'z' && !stops(x.low) && !determiner(x.low) && !auxiliary(x.low) &&
		!adverb(x.low) && !d.pronounAt(v) && !strings.HasSuffix(x.low, "ly") && !strings.HasSuffix(x.low, "ing") && !strings.HasSuffix(x.low, "ed")
}

// adverb tells words that stand before verbs and are no nouns there, or only tell a time.
func adverb(low string) bool { return adverbs[low] || strings.HasSuffix(low, "day") }

var adverbs = set(`when while where if because since until than so yet once what why how whom whose though although whether then even only ever instead rather both each all himself herself
itself themselves tomorrow tonight week month year night morning afternoon evening weekend summer spring fall autumn winter ago earlier twice too further together alone first last next there
here always sometimes long much more most well meanwhile however thus hence perhaps maybe almost nearly him her them me us another others not out off up down back away over that this these
those january february march april may june july august september october november december nor plus via per like unlike except despite amid let help helped`)

// ofAnother tells whether a verb between the word and a preposition has what stands behind that: "the attack that Tarn pinned on Lind".
func (d *draft) ofAnother(w, link, m int) bool {
	for u := w + 1; u < link; u++ {
		i := d.words[u].predicate
		if i == none || auxiliary(d.low(u)) || light(d.low(u)) {
			continue
		}
		if d.is(u-1, "was", "were", "is", "are", "been", "has", "had", "have", "he", "she", "they", "it", "who") || d.words[u-1].mention != none && u-1 > w && !d.gerund(u) || strings.HasSuffix(d.low(u), "ed") && d.takes(i, m) {
			return true
		}
	}
	return false
}

// takes tells whether an argument of the predicate is the mention.
func (d *draft) takes(predicate, m int) bool {
	return slices.ContainsFunc(d.a.Predicates[predicate].Arguments, func(arg article.Argument) bool {
		head := d.wordAt(arg.Head.Start)
		return arg.Confidence >= sureEnough && d.mentions[m].from <= head && head < d.mentions[m].to
	})
}

// doneBefore tells whether a verb before a noun has the mention as who does it: "papers issued the day before the murders by Lind".
func (d *draft) doneBefore(w, m int) bool {
	for u := w - 1; u >= max(0, w-10) && d.sameSentence(u, w); u-- {
		i := d.words[u].predicate
		if i == none || light(d.low(u)) {
			continue
		}
		for _, arg := range d.a.Predicates[i].Arguments {
			if head := d.wordAt(arg.Head.Start); arg.Label == "ARG0" && d.mentions[m].from <= head && head < d.mentions[m].to {
				return true
			}
		}
	}
	return false
}

// joined is the one of the same kind who is joined to a participant by "and" on the side away from the trigger: "Wick and Roth were arrested".
func (d *draft) joined(m, w int) int {
	if m == none || d.onlyThere(m) || d.mentions[m].form == article.FormPronoun {
		return none
	}
	x, behind := d.beyondAnd(m, w)
	if x == none {
		return none
	}
	if behind || d.person(m) {
		x = d.titled(x)
	}
	if d.mentions[x].actor == d.mentions[m].actor || !d.alike(x, m) || d.hanging(x) && d.mentions[x].to <= w {
		return none
	}
	return x
}

// beyondAnd is the mention that "and" joins to another, on the side away from the trigger, and whether that is behind it.
func (d *draft) beyondAnd(m, w int) (x int, behind bool) {
	v := d.mentions[m].from - 1
	if behind = d.mentions[m].from > w; behind {
		v = d.mentions[m].to
		if d.is(v, "and") && determiner(d.low(v+1)) {
			v++
		}
		v++
	} else {
		if determiner(d.low(v)) {
			v--
		}
		v--
	}
	if and := v - 1; behind && !d.is(and, "and") && !d.is(and-1, "and") || !behind && !d.is(v+1, "and") || !d.sameSentence(v, w) {
		return none, behind
	}
	return d.words[v].mention, behind
}

// alike tells whether a mention is a name of the same kind as another, and no owner of something.
func (d *draft) alike(x, m int) bool {
	return d.kindOf(x) == d.kindOf(m) && d.mentions[x].form != article.FormPronoun && !d.possessor(x)
}
