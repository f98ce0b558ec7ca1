package event

import (
	"slices"
)

// inherit takes the actor from the predicate that governs the word: who plans, agrees, denies to do it does it; who is
// accused of it does it.
func (d *draft) inherit(w int, e *entry, p *parts) {
	if !slices.Contains(e.actor, "ARG0") || d.passive(w) || d.trailing(w, e) {
		return
	}
	g := d.governor(w)
	switch {
	case e.noun && (g == none || !d.blames(g)):
		if p.actor == none && !mutual(e.kind) {
			p.actor = d.subject(w)
		}
	case g == none:
	case d.blames(g):
		p.actor = d.accused(g, w)
	case d.gerund(w) && d.is(w-1, "for"): // "thanked Korvia for sending food"
		p.actor = d.object(g, false)
	case d.carriedOn(w, e, g):
		p.actor = d.doer(w, g, p.recipient)
	}
}

// objectBefore is whom a verb before "to" has as its object.
func (d *draft) objectBefore(g, to int) int {
	m := d.words[to-1].mention
	if m == none || d.mentions[m].from <= g || d.hanging(m) || d.is(g, "promised", "vowed", "threatened") {
		return none
	}
	return m
}

// carriedOn tells whether who does what the governing verb tells also does what the word tells: "plans to", ", killing", "denied attacking".
func (d *draft) carriedOn(w int, e *entry, g int) bool {
	return d.is(w-1, "to") || d.is(g, "denied", "denies", "denying", "avoid", "avoids", "avoided", "admitted", "started", "began", "stopped", "resumed") ||
		d.gerund(w) && !e.noun && d.is(w-1, ",", "by", "of", "after", "before", "while", "when", "in", "from", "without", "and", "—", "–", "--", "-")
}

// trailing tells whether a gerund stands right behind a noun, which does what it tells: "members demanding".
func (d *draft) trailing(w int, e *entry) bool {
	return !e.noun && d.gerund(w) && w > 0 && d.sameSentence(w-1, w) && d.words[w-1].mention == none && !stops(d.low(w-1)) && !auxiliary(d.low(w-1)) &&
		d.words[w-1].predicate == none && !d.words[w-1].capital && d.low(w-1) >= "a" && !d.is(w-1, "while", "when", "without", "then", "until", "since", "despite", "often", "than", "once", "not", "never", "including")
}

// doer is who does what a governing verb tells, or of whom it is expected: "ordered Tarn to resign".
func (d *draft) doer(w, g, not int) int {
	if m := d.objectBefore(g, w-1); m != none && d.is(w-1, "to") {
		if m == not {
			return none
		}
		return m
	}
	if m := d.argument(g, []string{"ARG0"}, false, not); m != none {
		return m
	}
	if m := d.before(g); d.passive(g) && m != not {
		return m
	}
	return none
}

func (d *draft) gerund(w int) bool { return len(d.low(w)) > 4 && d.low(w)[len(d.low(w))-3:] == "ing" }

// accused is whom a predicate of accusing blames: its object, or the subject of its passive.
func (d *draft) accused(g, w int) int {
	for _, arg := range d.a.Predicates[d.words[g].predicate].Arguments {
		if arg.Label != "ARG1" && arg.Label != "ARG2" {
			continue
		}
		head := d.wordAt(arg.Head.Start)
		if m := d.phrase(head, false); m != none && head < w {
			return m
		}
	}
	if d.passive(g) {
		return d.before(g)
	}
	return d.object(g, false)
}

// governor is the word of the predicate before this one that has it as an argument, or that stands so near that it must.
func (d *draft) governor(w int) int {
	for v := w - 1; v >= max(0, w-10) && d.sameSentence(v, w); v-- {
		i := d.words[v].predicate
		if i == none {
			continue
		}
		for _, arg := range d.a.Predicates[i].Arguments {
			if d.wordAt(arg.Head.Start) == w {
				return v
			}
		}
		if d.blames(v) || w-v <= 3 && !d.is(v, "is", "was", "were", "are", "be", "been", "has", "had", "have") {
			return v
		}
	}
	return none
}

func (d *draft) blames(v int) bool {
	return d.is(v, "accused", "accuses", "accusing", "accuse", "blamed", "blames", "blaming", "blame", "suspected", "charged", "convicted")
}
