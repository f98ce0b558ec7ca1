package event

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/loader/article"
)

// parts are the mentions of an event's participants; none where there is nobody.
type parts struct {
	actor, recipient int
	guessed          bool // by position, not by roles
}

// sureEnough is the least confidence of an argument that is believed.
const sureEnough = 0.35

// participants finds who takes part in the event that a word tells.
func (d *draft) participants(w int, e *entry) parts {
	p := parts{actor: none, recipient: none}
	owners := e.kind == article.Reject || e.kind == article.Support
	p.actor = d.argument(w, e.actor, owners, none)
	p.recipient = d.argument(w, e.recipient, owners, p.actor)
	if e.noun {
		d.aroundNoun(w, e, &p)
	} else {
		d.sides(w, e, &p, owners)
		d.aroundVerb(w, e, &p)
	}
	if p.actor == none && p.recipient != none && mutual(e.kind) {
		p.actor, p.recipient = p.recipient, none
	}
	if p.actor == none || d.doubled(&p) {
		d.inherit(w, e, &p)
	}
	if d.doubled(&p) {
		p.recipient = none
	}
	return p
}

func (d *draft) doubled(p *parts) bool {
	return p.actor != none && p.recipient != none && d.mentions[p.actor].actor == d.mentions[p.recipient].actor
}

// mutual tells the types whose participants do the same.
func mutual(t article.EventType) bool {
	return t == article.Meet || t == article.Consult || t == article.Agree || t == article.Cooperate
}

// argument is the mention that an argument with one of the labels names, the first label first; not that of another one.
func (d *draft) argument(w int, labels []string, owners bool, not int) int {
	if d.words[w].predicate == none {
		return none
	}
	for _, label := range labels {
		for _, arg := range d.a.Predicates[d.words[w].predicate].Arguments {
			if arg.Label != label || arg.Confidence < sureEnough {
				continue
			}
			if m := d.phrase(d.wordAt(arg.Head.Start), owners); m != none && m != not && d.sameSentence(d.mentions[m].from, w) {
				return m
			}
		}
	}
	return none
}

// phrase is the mention that a noun phrase with this head names or belongs to: "Petrova", "Korvian troops", "inspectors of the Union". What
// belongs to a person is not the person, except where owners is set.
func (d *draft) phrase(head int, owners bool) int {
	if head >= len(d.words) {
		return none
	}
	if m := d.words[head].mention; m != none {
		return m
	}
	if m := d.apposed(head); m != none {
		return m
	}
	for v := head - 1; v >= max(0, head-4) && d.sameSentence(v, head); v-- {
		if m := d.words[v].mention; m != none {
			if d.is(v+1, "'s", "'") && !owners && d.person(m) || d.mentions[m].form == article.FormPronoun {
				return none
			}
			d.acting[d.mentions[m].actor] = true // as in "Korvian troops"
			return m
		}
		if stops(d.low(v)) || determiner(d.low(v)) || d.words[v].predicate != none && !d.is(v, "led", "backed") {
			break
		}
	}
	return d.belonging(head, owners)
}

// apposed is the person whose name stands right behind the head: "the engineer Lars Boe".
func (d *draft) apposed(head int) int {
	if !d.sameSentence(head+1, head) {
		return none
	}
	if m := d.words[head+1].mention; m != none && d.person(m) && d.mentions[m].form == article.FormName {
		return m
	}
	return none
}

// belonging is the one behind "of".
func (d *draft) belonging(head int, owners bool) int {
	if !d.is(head+1, "of") {
		return none
	}
	v := d.skip(head + 2)
	if !d.sameSentence(v, head) {
		return none
	}
	if m := d.words[v].mention; m != none && (owners || !d.person(m)) {
		return m
	}
	return none
}

func (d *draft) person(m int) bool { return d.a.Actors[d.mentions[m].actor].Kind == article.Person }

// skip goes over articles, numbers and nouns in small letters up to a mention, a few words at most.
func (d *draft) skip(v int) int {
	for end := v + 3; v < end && v < len(d.words) && d.words[v].mention == none && !stops(d.low(v)); v++ {
	}
	return min(v, len(d.words)-1)
}

func determiner(low string) bool {
	return slices.Contains([]string{"the", "a", "an", "this", "that", "these", "those", "his", "her", "their", "its"}, low)
}

// stops tells words at which a noun phrase ends.
func stops(low string) bool {
	return slices.Contains([]string{
		"of", "in", "on", "at", "by", "to", "from", "with", "for", "against", "and", "or", "but", "that", "which", "who", "as", "after", "before", "near",
		"is", "was", "were", "are", "be", "been", "has", "have", "had", "said", "will", "would", ",", ".", ";", ":", "–", "—", "\"", "“", "”", "(", ")",
	}, low)
}

// sides puts right what the roles have on the wrong side: before an active verb stands who does it.
func (d *draft) sides(w int, e *entry, p *parts, owners bool) {
	if d.passive(w) && p.recipient == none && len(e.recipient) > 0 {
		p.recipient = d.before(w)
		p.guessed = p.recipient != none
	}
	if d.passive(w) || d.gerund(w) || d.is(w-1, "to") || !slices.Contains(e.actor, "ARG0") {
		return
	}
	if p.actor == none && p.recipient != none && d.mentions[p.recipient].to <= w {
		p.actor = p.recipient
		p.recipient = d.argument(w, e.recipient, owners, p.actor)
	}
	if p.actor == none {
		p.actor = d.before(w)
		p.guessed = p.actor != none
	}
	if p.recipient == none && len(e.recipient) > 0 {
		if next := d.object(w); next != p.actor {
			p.recipient = next
		}
	}
}

// before is the mention right before a verb and its auxiliaries.
func (d *draft) before(w int) int {
	for v := w - 1; v >= max(0, w-4) && d.sameSentence(v, w); v-- {
		if m := d.words[v].mention; m != none {
			return m
		}
		if !auxiliary(d.low(v)) && !strings.HasSuffix(d.low(v), "ly") {
			return none
		}
	}
	return none
}

// object is the mention right behind a verb.
func (d *draft) object(w int) int {
	v := w + 1
	if determiner(d.low(v)) {
		v++
	}
	if !d.sameSentence(v, w) || d.words[v].mention == none || d.is(v, "his", "her", "their", "its") || d.is(d.mentions[d.words[v].mention].to, "'s", "'") {
		return none
	}
	return d.words[v].mention
}

// inner is whom the predicate that the word governs is done to: "threatened to cut off gas to X".
func (d *draft) inner(w int, owners bool, not int) int {
	if d.words[w].predicate == none {
		return none
	}
	for _, arg := range d.a.Predicates[d.words[w].predicate].Arguments {
		v := d.wordAt(arg.Head.Start)
		if v > w && v < len(d.words) && d.words[v].predicate != none && d.sameSentence(v, w) {
			if m := d.argument(v, []string{"ARG2", "ARG1"}, owners, not); m != none {
				return m
			}
		}
	}
	return none
}

// aroundVerb fills what the roles left open from the words around a verb: "by X" after a passive, a preposition of the entry.
func (d *draft) aroundVerb(w int, e *entry, p *parts) {
	if p.recipient == none {
		p.recipient = d.behind(w, e.links, p.actor)
	}
	if p.recipient == none && (e.kind == article.Threaten || e.kind == article.Reject) {
		p.recipient = d.inner(w, true, p.actor)
	}
	if p.actor == none && d.passive(w) && slices.Contains(e.actor, "ARG0") {
		p.actor = d.behind(w, []string{"by"}, p.recipient)
	}
	if mutual(e.kind) && p.recipient == none && p.actor != none {
		p.recipient = d.partner(p.actor)
	}
	if p.actor == p.recipient {
		p.recipient = none
	}
}

// passive tells whether a form of "be" stands before the verb, and no object behind it.
func (d *draft) passive(w int) bool {
	for v := w - 1; v >= max(0, w-4) && d.sameSentence(v, w); v-- {
		if d.is(v, "was", "were", "been", "being", "is", "are", "be", "got") {
			return true
		}
	}
	return false
}

// partner is the one joined to a mention by "and": "Korvia and Velmark".
func (d *draft) partner(m int) int {
	v := d.mentions[m].to
	if d.is(v, "and") {
		if v = d.skip(v + 1); d.words[v].mention != m {
			return d.words[v].mention
		}
	}
	v = d.mentions[m].from - 1
	for end := v - 3; v > max(0, end) && !d.is(v, "and") && !stops(d.low(v)); v-- {
	}
	if v > 0 && d.is(v, "and") {
		return d.words[v-1].mention
	}
	return none
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
				return m
			}
		}
	}
	return none
}

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
		if d.words[v].predicate == none {
			continue
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

// inherit takes the actor from the predicate that governs the word: who plans, agrees, denies to do it does it; who is
// accused of it does it.
func (d *draft) inherit(w int, e *entry, p *parts) {
	if !slices.Contains(e.actor, "ARG0") || d.passive(w) {
		return
	}
	g := d.governor(w)
	switch {
	case e.noun && !mutual(e.kind) && p.actor == none && p.recipient == none:
		p.actor = d.subject(w)
	case g == none || e.noun && !d.blames(g):
	case d.blames(g):
		p.actor = d.accused(g, w)
	case d.is(w-1, "to") || d.gerund(w):
		p.actor = d.argument(g, []string{"ARG0"}, false, p.recipient)
	}
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
	return d.object(g)
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
