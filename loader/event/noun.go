package event

import (
	"slices"

	"github.com/newsgraph/newsgraph/loader/article"
)

// aroundNoun fills what the roles left open from what hangs on a noun: "X's visit", "talks between X and Y", "takeover of X by Y".
func (d *draft) aroundNoun(w int, e *entry, p *parts) {
	owner := d.owner(w)
	agent := d.behind(w, []string{"by"}, none)
	object := d.behind(w, []string{"of"}, none)
	alone := len(e.recipient) == 0
	switch {
	case mutual(e.kind):
		d.mutualNoun(w, e, p, owner)
	case p.actor == none && agent != none:
		p.actor = agent
	case p.actor == none && owner != none && (alone || len(e.links) > 0):
		p.actor = owner
	case p.actor == none && object != none && alone:
		p.actor = object
	}
	if p.recipient == none && !mutual(e.kind) {
		p.recipient = d.behind(w, e.links, p.actor)
	}
	if agent == none && d.is(w+1, "by") {
		p.actor = none
	}
	p.guessed = d.words[w].predicate == none
}

// mutualNoun finds both sides of talks, meetings, agreements.
func (d *draft) mutualNoun(w int, e *entry, p *parts, owner int) {
	if first := d.behind(w, []string{"between", "of"}, none); first != none && d.mentions[first].from-w < 5 {
		p.actor, p.recipient = first, d.partner(first)
		return
	}
	if p.actor == none {
		p.actor = owner
	}
	if p.recipient == none || p.recipient == p.actor {
		p.recipient = d.behind(w, e.links, p.actor)
	}
	if p.actor == none {
		p.actor = d.subject(w)
	}
	if p.recipient == none && p.actor != none {
		p.recipient = d.partner(p.actor)
	}
	if p.actor == p.recipient {
		p.recipient = none
	}
}

// owner is who has the noun: "X's visit".
func (d *draft) owner(w int) int {
	for v := w - 1; v > max(0, w-4) && d.sameSentence(v, w); v-- {
		if d.is(v, "'s", "'") {
			return d.words[v-1].mention
		}
		if m := d.words[v].mention; m != none && d.mentions[m].form == article.FormPronoun && d.is(v, "his", "her", "their", "its") {
			return m
		}
		if stops(d.low(v)) {
			return none
		}
	}
	return none
}

// subject is who does what the nearest predicate before the word tells.
func (d *draft) subject(w int) int {
	for v := w - 1; v > max(-1, w-9) && d.sameSentence(v, w); v-- {
		if d.words[v].predicate == none || auxiliary(d.low(v)) {
			continue
		}
		if !light(d.low(v)) {
			return none
		}
		if m := d.argument(v, []string{"ARG0"}, false, none); m != none {
			return m
		}
		if m := d.argument(v, []string{"ARG1"}, false, none); m != none && d.mentions[m].to <= v {
			return m
		}
		if m := d.before(v); m != none {
			return m
		}
	}
	return none
}

// light tells verbs that say no more than that what a noun tells is done.
func light(low string) bool {
	return slices.Contains([]string{
		"went", "go", "goes", "going", "held", "hold", "holds", "holding", "launched", "launch", "launches", "launching", "carried", "carry", "carrying", "staged", "stage", "staging",
		"made", "make", "makes", "making", "conducted", "conduct", "mounted", "began", "begin", "begun", "started", "start", "imposed", "impose", "imposes", "imposing", "ordered", "paid",
		"pay", "paying", "committed", "signed", "sign", "signing", "reached", "reach", "struck", "had", "having", "has", "have", "opened", "open", "resumed", "resume", "concluded", "attended",
		"joined", "join", "entered", "announced", "undertook", "completed", "issued", "filed", "file", "voiced", "levelled", "leveled", "repeated", "planned", "plans", "agreed", "blamed",
	}, low)
}

// behind is the first mention behind one of the prepositions, after the word and in its clause.
func (d *draft) behind(w int, links []string, not int) int {
	for v := w + 1; v < w+14 && d.sameSentence(v, w) && !d.is(v, ";", ":", "said", "who", "which"); v++ {
		if slices.Contains(links, d.low(v)) {
			next := d.skip(v + 1)
			if d.is(next, "his", "her", "their", "its") {
				next = d.skip(next + 1)
			}
			if m := d.words[next].mention; m != none && m != not && d.sameSentence(next, w) {
				if m = d.titled(m); m != not && (!d.possessor(m) || !d.person(m) || people(d.low(d.mentions[m].to+1))) {
					return m
				}
			}
		}
	}
	return none
}
