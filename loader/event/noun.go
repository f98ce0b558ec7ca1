package event

import (
	"slices"

	"github.com/newsgraph/newsgraph/loader/article"
)

// aroundNoun fills what the roles left open from what hangs on a noun: "X's visit", "talks between X and Y", "takeover of X by Y".
func (d *draft) aroundNoun(w int, e *entry, p *parts) {
	agent := d.agent(w)
	if mutual(e.kind) {
		d.mutualNoun(w, e, p, d.owner(w))
	} else if p.actor == none {
		p.actor = d.nounsActor(w, e, agent)
	}
	if !mutual(e.kind) {
		d.nounsRecipient(w, e, p)
	}
	if p.actor == none && p.recipient != none && (e.kind == article.Assault || e.kind == article.Sanction) {
		p.actor = d.stateBefore(w)
	}
	if agent == none && d.is(w+1, "by") {
		p.actor = none
	}
	p.guessed = d.words[w].predicate == none
}

// agent is who stands behind "by", and does not belong to a verb before the noun.
func (d *draft) agent(w int) int {
	if m := d.behind(w, []string{"by"}, none); m != none && !d.doneBefore(w, m) {
		return m
	}
	return none
}

// nounsActor is who does what a noun tells: "by X", "X's", and of those that are done to nobody "of X".
func (d *draft) nounsActor(w int, e *entry, agent int) int {
	alone := len(e.recipient) == 0
	if agent != none {
		return agent
	}
	if owner := d.owner(w); owner != none && (alone || len(e.links) > 0) {
		return owner
	}
	if alone {
		if m := d.behind(w, []string{"of"}, none); e.kind != article.Mobilize || d.kindOf(m) == article.Place {
			return m
		}
	}
	return none
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

// nounsRecipient is who stands behind a preposition of the noun, right behind it before all others: "the Lisk police killing of Tarn".
func (d *draft) nounsRecipient(w int, e *entry, p *parts) {
	if p.recipient != none && d.mentions[p.recipient].to <= w && d.is(w+1, "of") && slices.Contains(e.links, "of") {
		if m := d.linked(w, w+1, p.actor); m != none && m != p.recipient {
			if p.actor == none {
				p.actor = p.recipient
			}
			p.recipient = m
		}
	}
	if p.recipient == none {
		p.recipient = d.behind(w, e.links, p.actor)
	}
}

// stateBefore is the country whose short name or people stands right before a noun: "the Korvian assassination of".
func (d *draft) stateBefore(w int) int {
	v := w - 1
	if d.is(v, "air", "drone", "missile", "rocket", "military", "led", "naval") {
		v--
	}
	if v < 0 || !d.sameSentence(v, w) {
		return none
	}
	if m := d.words[v].mention; m != none && d.kindOf(m) == article.Place && d.mentions[m].form == article.FormName && !d.written(m) {
		return m
	}
	return none
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
	for v := w + 1; v < w+14 && d.sameSentence(v, w) && !d.is(v, ";", ":", "said", "who", "which", "--", "–", "—"); v++ {
		if d.words[v].mention != none || !slices.Contains(links, d.low(v)) || d.is(v-1, "according", "due", "prior", "thanks", "owing", "related") || v > w+3 && d.is(v, "of") {
			continue // "the Group of Nine"
		}
		if d.gerund(v+1) && d.is(v, "from", "by") { // "banned from praising Lisk", "lost by praising Lisk"
			return none
		}
		if m := d.linked(w, v, not); m != none {
			return m
		}
	}
	return none
}

// linked is whom the preposition at the word joins to the trigger.
func (d *draft) linked(w, link, not int) int {
	next := d.skip(link + 1)
	if d.is(next, "his", "her", "their", "its") {
		next = d.skip(next + 1)
	}
	m := d.words[next].mention
	if m == none || m == not || !d.sameSentence(next, w) || d.ofAnother(w, link, m) {
		return none
	}
	if m = d.titled(m); m == not {
		return none
	}
	behind := d.low(d.mentions[m].to)
	if d.kindOf(m) == article.Organization && somebody(behind) && !fighter(behind) || d.possessor(m) && d.person(m) && !people(d.low(d.mentions[m].to+1)) {
		return none
	}
	return m
}
