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
	owners := ofOwners(e.kind) || strings.HasPrefix(d.low(w), "attack")
	if !d.trailing(w, e) {
		p.actor = d.argument(w, e.actor, owners, none)
	}
	if p.actor != none && d.suffers(w, e, p.actor) {
		p.actor = none
	}
	p.recipient = d.argument(w, e.recipient, owners, p.actor)
	if e.noun {
		d.aroundNoun(w, e, &p)
	} else {
		d.sides(w, e, &p, owners)
		d.aroundVerb(w, e, &p)
		d.turn(w, e, &p)
		d.outside(w, e, &p)
	}
	if p.actor == none && p.recipient != none && mutual(e.kind) {
		p.actor, p.recipient = p.recipient, none
	}
	if p.actor == none || d.doubled(&p) {
		d.inherit(w, e, &p)
	}
	d.revise(w, e, &p)
	return p
}

// ofOwners tells the types of what is done to somebody by what is done to what is theirs: "rejected Tarn's plan".
func ofOwners(t article.EventType) bool {
	return t == article.Reject || t == article.Support || t == article.Accuse
}

// revise takes out who was found in a role that is not theirs.
func (d *draft) revise(w int, e *entry, p *parts) {
	if e.base == "blame" && d.is(w+1, "on") { // "a fire blamed on Harl Steel"
		if p.recipient = d.behind(w, []string{"on"}, none); p.actor != none && d.mentions[p.actor].from > w {
			p.actor = none
		}
	}
	if !e.noun && d.shorn(w, e, p) {
		p.actor, p.recipient = none, p.actor
	}
	if e.noun && e.kind == article.Assault && d.namedAfter(w, p.actor) {
		p.actor = none
	}
	if d.doubled(p) || d.venue(w, e, p.recipient) {
		p.recipient = none
	}
}

// namedAfter tells whether a noun is called by the place where it happened: "the Lisk attack".
func (d *draft) namedAfter(w, m int) bool {
	return m != none && d.isPlace(m) && d.written(m) && d.mentions[m].to == w
}

// shorn tells whether the verb is a passive without its auxiliary: "Edda Roth, 50, shot on Monday".
func (d *draft) shorn(w int, e *entry, p *parts) bool {
	return p.actor != none && p.recipient == none && d.is(w-1, ",") && d.mentions[p.actor].to < w && !d.gerund(w) && !d.objectBehind(w) &&
		(e.kind == article.Assault || e.kind == article.Arrest || e.kind == article.Coerce)
}

// venue tells whether a mention only says where talks are held: "the Grell talks".
func (d *draft) venue(w int, e *entry, m int) bool {
	return mutual(e.kind) && e.noun && m != none && d.mentions[m].to <= w && d.onlyThere(m)
}

// suffers tells whether the mention stands before a passive, so that it does not do what the verb says.
func (d *draft) suffers(w int, e *entry, m int) bool {
	return !e.noun && slices.Contains(e.actor, "ARG0") && d.mentions[m].to <= w && d.passive(w)
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
			head := d.wordAt(arg.Head.Start)
			if m := d.phrase(head, owners); m != none && m != not && d.sameSentence(d.mentions[m].from, w) && !d.aside(w, m, head, owners) {
				return m
			}
		}
	}
	return none
}

// aside tells whether a mention that an argument names is only the owner of something, or stands behind "from", or is the person whose
// mother, lawyer or aide takes part.
func (d *draft) aside(w, m, head int, owners bool) bool {
	if !owners && d.person(m) && (d.possessor(m) || d.is(d.mentions[m].from-1, "of") && d.mentions[m].from-2 != w) {
		return true
	}
	return head >= d.mentions[m].from && d.is(d.mentions[m].from-1, "from")
}

// sides puts right what the roles have on the wrong side: before an active verb stands who does it, before a passive to whom it is done.
func (d *draft) sides(w int, e *entry, p *parts, owners bool) {
	switch {
	case d.passive(w):
		if p.recipient == none && len(e.recipient) > 0 {
			if p.recipient = d.shortened(w); p.recipient == none {
				p.recipient = d.subjectOf(w)
			}
			p.guessed = p.recipient != none
		}
	case !d.gerund(w) && !d.is(w-1, "to") && slices.Contains(e.actor, "ARG0"):
		d.active(w, e, p, owners)
	}
}

// active finds who stands before an active verb, and who behind it.
func (d *draft) active(w int, e *entry, p *parts, owners bool) {
	if p.actor == none && p.recipient != none && d.mentions[p.recipient].to <= w {
		p.actor = p.recipient
		p.recipient = d.argument(w, e.recipient, owners, p.actor)
	}
	if p.actor == none {
		p.actor = d.subjectOf(w)
		p.guessed = p.actor != none
	}
	if p.recipient == none && len(e.recipient) > 0 {
		if next := d.object(w, owners); next != p.actor && (!mutual(e.kind) || e.base == "meet" || strings.HasSuffix(e.base, "phone")) {
			p.recipient = next
		}
	}
}

// subjectOf is who stands before the verb, if need be before an apposition.
func (d *draft) subjectOf(w int) int {
	if m := d.before(w); m != none {
		return m
	}
	return d.beforeApposition(w)
}

// shortened is who stands before the comma before a passive without its auxiliary: "Edda Roth, killed by".
func (d *draft) shortened(w int) int {
	if !d.is(w-1, ",") || !d.is(w+1, "by") || !d.sameSentence(w-2, w) {
		return none
	}
	return d.words[w-2].mention
}

// before is whom the noun phrase right before a verb and its auxiliaries names, unless the name hangs on another noun: "aides of Tarn".
func (d *draft) before(w int) int {
	for v := w - 1; v >= max(0, w-5) && d.sameSentence(v, w); v-- {
		if m := d.words[v].mention; m != none {
			if d.hanging(m) {
				return none
			}
			return m
		}
		if d.is(v, "who", "which", "that") {
			return d.antecedent(v)
		}
		if !auxiliary(d.low(v)) && !strings.HasSuffix(d.low(v), "ly") {
			if stops(d.low(v)) || d.words[v].predicate != none || !people(d.low(v)) {
				return none
			}
			if m := d.phrase(v, false); m != none && !d.hanging(m) {
				return m
			}
			return none
		}
	}
	return none
}

// antecedent is whom a relative pronoun stands for, when that is named right before.
func (d *draft) antecedent(v int) int {
	if v--; d.is(v, ",") {
		v--
	}
	if v < 0 || !d.sameSentence(v, v+1) {
		return none
	}
	if m := d.words[v].mention; m != none && !d.hanging(m) {
		return m
	}
	return none
}

// beforeApposition is who is named before the apposition that ends right before the verb: "Jonas Wick, the chairman of Harl Steel, accused …".
func (d *draft) beforeApposition(w int) int {
	w = d.subjectPlace(w) + 1
	if w < 2 || !d.is(w-1, ",") {
		return none
	}
	if m := d.words[w-2].mention; m != none && d.fullName(m) && d.is(d.mentions[m].from-1, ",") && oneWorker(d.low(d.mentions[m].from-2)) {
		return m // "its minister, Jonas Wick, accused"
	}
	for v := w - 2; v > max(0, w-reach) && d.sameSentence(v-1, w); v-- {
		m := d.words[v-1].mention
		if d.words[v].predicate != none {
			return none
		}
		if d.is(v, ",") && m != none && d.mentions[m].form == article.FormName && !d.is(v+1, "and", "but", "who") && !d.hanging(m) {
			return m
		}
	}
	return none
}

// fullName tells whether a mention is of a person by name.
func (d *draft) fullName(m int) bool { return d.person(m) && d.mentions[m].form == article.FormName }

// hanging tells whether a mention stands behind a preposition.
func (d *draft) hanging(m int) bool {
	for v := d.mentions[m].from - 1; v >= max(0, d.mentions[m].from-5) && d.sameSentence(v, d.mentions[m].from); v-- {
		switch {
		case d.is(v, "of") && v > 0 && people(d.low(v-1)) && !d.person(m):
			return false
		case d.is(v, ",") && v > 0 && d.isPlace(d.words[v-1].mention) && d.isPlace(m): // "in Lisk, Korvia"
			return d.hanging(d.words[v-1].mention)
		case d.is(v, "of", "in", "for", "with", "from", "by", "at", "to", "on", "against", "about", "near", "between", "than", "like"):
			return true
		case !d.words[v].capital && !determiner(d.low(v)) && !d.is(v, "."):
			return false
		}
	}
	return false
}

// object is whom the noun phrase right behind a verb names: "accused its rival Jonas Wick", "expelled three Korvian diplomats".
func (d *draft) object(w int, owners bool) int {
	from := w + 1
	if determiner(d.low(from)) {
		from++
	}
	if !d.sameSentence(from, w) {
		return none
	}
	end := d.phraseEnd(w)
	if m := d.words[from].mention; m != none && !d.is(from, "his", "her", "their", "its") && !d.possessor(m) && (d.person(m) || d.mentions[m].to >= end) {
		return d.titled(m)
	}
	if end <= from {
		return none
	}
	if m := d.words[end-1].mention; m != none && d.person(m) && !d.possessor(m) {
		return m
	}
	if m := d.renamed(end); m != none {
		return m
	}
	if owners || people(d.low(end-1)) {
		return d.phrase(end-1, owners)
	}
	return none
}

// renamed is the person whose name stands between commas behind a noun phrase: "accused her rival, Jonas Wick, of".
func (d *draft) renamed(end int) int {
	if !d.is(end, ",") || !d.sameSentence(end+1, end) {
		return none
	}
	if m := d.words[end+1].mention; m != none && d.person(m) && d.mentions[m].form == article.FormName && d.is(d.mentions[m].to, ",") {
		return m
	}
	return none
}

// phraseEnd is the end of the noun phrase right behind a verb, a few words at most.
func (d *draft) phraseEnd(w int) int {
	v := w + 1
	for v < w+8 && d.sameSentence(v, w) && (v == w+1 || d.words[v].predicate == none || !d.gerund(v)) && (d.words[v].mention != none || !stops(d.low(v)) && !d.is(v, "over", "if", "because", "while", "when", "for", "about", "into", "during")) {
		v++
	}
	return v
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

// passive tells whether a form of "be" stands right before a verb that is no infinitive, or before another one that it is joined to: "was shot and killed".
func (d *draft) passive(w int) bool {
	if d.gerund(w) {
		return false
	}
	if d.is(w+1, "by") && strings.HasSuffix(d.low(w), "ed") {
		return true // "now endorsed by his party"
	}
	for v := w - 1; v >= max(0, w-6) && d.sameSentence(v, w); v-- {
		switch {
		case d.is(v, "was", "were", "been", "being", "is", "are", "be", "got", "get", "gets", "stood", "stands", "stand", "'s", "'re"):
			return d.words[max(v-1, 0)].mention == none || !d.is(v, "'s")
		case strings.HasSuffix(d.low(v), "ly"), d.is(v, "not", "n't", "never", "also", "later", "then", "since", "once", "first", "just"):
		case d.is(v, "and", "or") && d.words[max(v-1, 0)].predicate != none && !d.gerund(v-1):
			v--
		default:
			return false
		}
	}
	return false
}
