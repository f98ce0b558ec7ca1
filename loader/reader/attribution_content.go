package reader

import (
	"strings"

	"github.com/newsgraph/newsgraph/loader/article"
)

// after files content that stands after the cue: X said that …
func (t *attributor) after(c cue, source []article.Span) {
	end := t.end()
	from, confidence := t.contentStart(&c, end)
	if from < 0 || from >= end {
		t.source = source
		return
	}
	to := t.contentEnd(from, end)
	if to <= from {
		return
	}
	at := t.attribute(source, t.spans(c.from, c.to), from, to, confidence)
	t.source = source
	if t.unit[to-1].isQuote() {
		t.last = at
	}
}

// contentStart finds where the content after the cue starts, and how sure that is; -1 when there is none.
func (t *attributor) contentStart(c *cue, end int) (int, float64) {
	k := c.to
	if k >= end {
		return -1, 0
	}
	fr := c.verb.frames
	if t.unit[k].lower == "to" && fr&fTo != 0 {
		return k, 0.75
	}
	if fr&(fTell|fAsk) != 0 || fr&fOf != 0 && fr&fSay != 0 {
		if at := t.afterAddressee(k, end); at > 0 {
			return at, 0.9
		}
	}
	if fr&(fSay|fTell|fThink|fThing|fQuote|fAsk|fPut) != 0 {
		if at := t.clauseStart(c, end); at > 0 {
			return at, 0.9
		}
	}
	w := &t.unit[k]
	object := t.nominalStart(k) || w.isQuote() || w.is(cPron)
	if fr&(fOf|fObj) != 0 && object && t.hasAs(c, k, end) {
		return k, 0.7
	}
	if fr&fPrep != 0 && fr&fObj != 0 && (object || w.is(cWh)) {
		return k, 0.7
	}
	return -1, 0
}

// hasAs tells whether "as" follows the object of a verb that attributes only with it: "see Y as".
func (t *attributor) hasAs(c *cue, k, end int) bool {
	switch c.verb.base {
	case "see", "cast", "view", "regard", "identify", "quote", "credit", "charge", "compare", "attack", "press", "order", "instruct":
	default:
		return true
	}
	for limit := min(end, k+16); k < limit; k++ {
		if t.unit[k].oneOf("as", "of", "to", "with") {
			return t.unit[k].lower == "as" || c.verb.frames&fThink == 0 && c.verb.base != "cast"
		}
	}
	return false
}

// afterAddressee steps over the one who is told: "told RT that …", "asked him whether …"; 0 when nothing such follows.
func (t *attributor) afterAddressee(k, end int) int {
	to := t.phraseRight(k, end)
	for to < end && (t.unit[to].is(cWeekday|cTime) || t.unit[to].oneOf("on", "in", "during", "at") && t.phraseRight(to+1, end) > to+1) {
		if t.unit[to].is(cPrep) {
			to = t.phraseRight(to+1, end)
		} else {
			to++
		}
	}
	if to == k || to >= end {
		return 0
	}
	w := &t.unit[to]
	switch {
	case w.isQuote(), w.oneOf("that", "to", "how", "what", "why", "whether", "if", "when", "where", "who", "not"):
		return to
	case w.oneOf(",", ":") && to+1 < end && t.unit[to+1].isQuote():
		return to + 1
	case w.is(cPron|cDet|cPoss) && w.shape != shapePunct:
		return to
	}
	return 0
}

// clauseStart steps over words of time and place to the reported clause or the quotation.
func (t *attributor) clauseStart(c *cue, end int) int {
	fr := c.verb.frames
	k := c.to
	for n := 0; k < end && n < 8; n++ {
		w := &t.unit[k]
		switch {
		case w.isQuote():
			return k
		case fr&(fSay|fTell|fThink|fThing|fAsk) == 0 && !w.oneOf(",", ":") && !w.is(cPrep|cAdv|cTime|cWeekday):
			return 0
		case w.oneOf("that", "how", "what", "why", "whether", "if", "who", "where", "when") && w.shape == shapeLower:
			return k
		case w.lower == ":":
			return t.orQuote(k+1, end, fr)
		case w.lower == ",":
			if k+1 < end && t.unit[k+1].isQuote() {
				return k + 1
			}
			k = t.toComma(k+1, min(end, k+12))
			if k >= end || t.unit[k].lower != "," && !t.unit[k].isQuote() {
				return 0
			}
			if t.unit[k].lower == "," {
				k++
			}
			if k < end && !t.unit[k].isQuote() && t.unit[k].lower != "that" {
				return 0
			}
		case w.is(cWeekday|cTime) && !w.is(cNoun), w.is(cAdv) && !w.is(cPron|cSubord|cDet|cPrep) && t.quoteOrThat(k+1, end):
			k++
		case w.is(cPrep) && !w.is(cDet|cPron) && w.lower != "like":
			next := t.phraseRight(k+1, end)
			if next == k+1 || next >= end {
				return 0
			}
			k = next
		default:
			if k > c.to && !t.unit[k].is(cDet|cPron|cPoss) && !t.unit[k].capital() {
				return 0
			}
			if t.reports(c, k, end) {
				return k
			}
			return 0
		}
	}
	return 0
}

func (t *attributor) orQuote(k, end int, fr frame) int {
	if k < end && (t.unit[k].isQuote() || fr&(fSay|fTell) != 0) {
		return k
	}
	return 0
}

func (t *attributor) quoteOrThat(k, end int) bool {
	return k < end && (t.unit[k].isQuote() || t.unit[k].oneOf("that", ",", ":", "on", "in"))
}

// reports tells whether a clause without "that", or an object, may follow the verb here.
func (t *attributor) reports(c *cue, k, end int) bool {
	if !t.nominalStart(k) && !t.unit[k].is(cPron|cAdv|cSubord) && t.unit[k].shape != shapeCap {
		return false
	}
	if c.verb.frames&fObj != 0 {
		return true
	}
	if c.verb.frames&(fSay|fThing|fTell) != 0 && (c.verb.base == "say" || t.clauseAhead(k, end)) {
		return true
	}
	return c.verb.frames&fThink != 0 && t.clauseAhead(k, end)
}

// clauseAhead tells whether a subject with its verb starts here.
func (t *attributor) clauseAhead(k, end int) bool {
	for n := 0; k < end && n < 20; n++ {
		w := &t.unit[k]
		if w.shape == shapePunct && !w.possessive() && w.lower != "-" {
			return false
		}
		if w.is(cAux) || n > 0 && (t.finiteAt(k) || w.shape == shapeLower && strings.HasSuffix(w.lower, "ed")) {
			return true
		}
		k++
	}
	return false
}

// contentEnd finds where content that starts at the word ends.
func (t *attributor) contentEnd(from, end int) int {
	for k := from + 1; k < end; k++ {
		w := &t.unit[k]
		if w.isQuote() {
			continue
		}
		if w.lower == ";" {
			return k
		}
		if w.lower == "," && k+1 < end && t.breaksOff(k+1, end) {
			return k
		}
		if w.lower == "according" && k+1 < end && t.unit[k+1].lower == "to" {
			return k
		}
	}
	return end
}

// breaksOff tells that what follows a comma is no longer content: "adding that", "according to".
func (t *attributor) breaksOff(k, end int) bool {
	w := &t.unit[k]
	if w.is(cAdv) && k+1 < end {
		k++
		w = &t.unit[k]
	}
	if v, ok := t.lex.verbs[w.lower]; ok && v.form == formIng && v.frames&(fSay|fTell|fOf) != 0 {
		return true
	}
	if w.lower == "according" {
		return true
	}
	if w.oneOf("but", "and", "while", "as", "though", "although", "after") {
		return t.cueSoon(k+1, end)
	}
	return false
}

// cueSoon tells whether a source and a verb of saying follow within a few words.
func (t *attributor) cueSoon(k, end int) bool {
	for limit := min(end, k+7); k < limit; k++ {
		w := &t.unit[k]
		if w.isQuote() || w.lower == "," {
			return false
		}
		if v, ok := t.lex.verbs[w.lower]; ok && v.frames&(fSay|fTell) != 0 && v.form != formIng && v.form != formBase && w.shape == shapeLower && !t.asNoun(k, v) {
			return true
		}
	}
	return false
}

// asClause reads "As X put it, …", "…, as X says", "or, as X claim, …".
func (t *attributor) asClause(c cue, p phrase) {
	source := t.spans(p.from, p.to)
	words := t.spans(c.from, c.to)
	if c.verb.frames&fPut != 0 {
		words = []article.Span{t.spanOf(p.from-1, p.from), t.spanOf(c.from, c.to)}
	}
	end := t.end()
	as := p.from - 1
	comma := t.toComma(c.to, min(end, c.to+10))
	t.source = source
	switch {
	case comma < end && t.unit[comma].lower == "," && comma+1 < end:
		to := t.contentEnd(comma+1, end)
		at := t.attribute(source, words, comma+1, to, 0.85)
		if t.unit[to-1].isQuote() {
			t.last = at
		}
	case comma < end && t.unit[comma].isQuote():
		t.last = t.attribute(source, words, comma, t.contentEnd(comma, end), 0.85)
	case as > 2 && t.unit[as-1].lower == ",":
		t.attribute(source, words, t.contentFloor(), as-1, 0.8)
	case as > 0 && t.unit[as-1].isQuote():
		t.last = t.attribute(source, words, t.contentFloor(), as, 0.8)
	}
}

// accordingTo reads "according to X" and returns the end of it; k when it is none.
func (t *attributor) accordingTo(k int) int {
	end := t.end()
	if t.unit[k].lower != "according" || k+2 >= end || t.unit[k+1].lower != "to" {
		return k
	}
	to := t.phraseRight(k+2, end)
	if to == k+2 {
		return k
	}
	source := t.spans(k+2, t.appositive(to, end))
	words := t.spans(k, k+2)
	t.source = source
	switch {
	case k > 2 && (k-1 > 0 && t.unit[k-1].lower == "," || k >= 3):
		last := k
		if t.unit[k-1].lower == "," {
			last--
		}
		if t.contentFloor() < last {
			at := t.attribute(source, words, t.contentFloor(), last, 0.9)
			if t.unit[last-1].isQuote() {
				t.last = at
			}
		}
		t.closed = to
	default:
		if comma := t.toComma(to, min(end, to+25)); comma+1 < end && t.unit[comma].lower == "," {
			t.attribute(source, words, comma+1, t.contentEnd(comma+1, end), 0.9)
		}
	}
	return to
}
