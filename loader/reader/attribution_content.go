package reader

import (
	"strings"

	"github.com/newsgraph/newsgraph/loader/article"
)

// after files content that stands after the cue: X said that ….
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
	k, fr := c.to, c.verb.frames
	switch {
	case k >= end:
		return -1, 0
	case t.unit[k].lower == "to" && fr&fTo != 0:
		return k, 0.75
	}
	if fr&(fTell|fAsk) != 0 || fr&fOf != 0 && fr&fSay != 0 {
		if at := t.afterAddressee(k, end); at > 0 {
			return at, 0.9
		}
	}
	if fr&(clausal|fQuote|fPut) != 0 {
		if at := t.clauseStart(c, end); at > 0 {
			return at, 0.9
		}
	}
	if t.takesObject(c, k, end) {
		return k, 0.7
	}
	return -1, 0
}

// clausal are the frames of verbs that a clause may follow.
const clausal = fSay | fTell | fThink | fThing | fAsk

// takesObject tells whether the object of the verb, which starts at the word, is its content: "praised Y".
func (t *attributor) takesObject(c *cue, k, end int) bool {
	w, fr := &t.unit[k], c.verb.frames
	object := t.nominalStart(k) || w.isQuote() || w.is(cPron)
	if fr&(fOf|fObj) != 0 && object && t.hasAs(c, k, end) {
		return true
	}
	return fr&fPrep != 0 && fr&fObj != 0 && (object || w.is(cWh))
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
	k := c.to
	for n := 0; k < end && n < 8; n++ {
		at, done := t.clauseStep(c, k, end)
		if done {
			return at
		}
		k = at
	}
	return 0
}

// clauseStep looks at one word after the cue: the content starts at the place returned when done, 0 for none; otherwise
// the search goes on there.
func (t *attributor) clauseStep(c *cue, k, end int) (at int, done bool) {
	w, fr := &t.unit[k], c.verb.frames
	switch {
	case w.isQuote():
		return k, true
	case fr&clausal == 0 && !w.oneOf(",", ":") && !w.is(cPrep|cAdv|cTime|cWeekday):
		return 0, true
	case w.shape == shapeLower && w.oneOf("that", "how", "what", "why", "whether", "if", "who", "where", "when"):
		return k, true
	case w.lower == ":":
		return t.orQuote(k+1, end, fr), true
	case w.lower == ",":
		return t.overComma(k, end)
	case t.aside(k, end):
		return k + 1, false
	case w.is(cPrep) && !w.is(cDet|cPron) && w.lower != "like":
		next := t.phraseRight(k+1, end)
		if next == k+1 || next >= end {
			return 0, true
		}
		return next, false
	}
	return t.bareClause(c, k, end), true
}

// aside tells a word of time, or an adverb before the content.
func (t *attributor) aside(k, end int) bool {
	w := &t.unit[k]
	return w.is(cWeekday|cTime) && !w.is(cNoun) || w.is(cAdv) && !w.is(cPron|cSubord|cDet|cPrep) && t.quoteOrThat(k+1, end)
}

// overComma steps over what stands between commas: said, in a statement, that …; done as clauseStep.
func (t *attributor) overComma(k, end int) (at int, done bool) {
	if k+1 < end && t.unit[k+1].isQuote() {
		return k + 1, true
	}
	k = t.toComma(k+1, min(end, k+12))
	if k >= end || t.unit[k].lower != "," && !t.unit[k].isQuote() {
		return 0, true
	}
	if t.unit[k].lower == "," {
		k++
	}
	if k < end && !t.unit[k].isQuote() && t.unit[k].lower != "that" {
		return 0, true
	}
	return k, false
}

// bareClause returns the word when a clause without "that" starts there, or 0.
func (t *attributor) bareClause(c *cue, k, end int) int {
	if k > c.to && !t.unit[k].is(cDet|cPron|cPoss) && !t.unit[k].capital() || !t.reports(c, k, end) {
		return 0
	}
	return k
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
	return c.verb.frames&fThink != 0 && !factive(c.verb.base) && t.clauseAhead(k, end)
}

// factive tells a verb that attributes only with "that" or a question word: without them it mostly has an object.
func factive(base string) bool {
	switch base {
	case "know", "understand", "see", "consider", "recognize", "recognise", "discover", "notice", "judge":
		return true
	}
	return false
}

// hasClause tells whether a verb in a finite form stands in the words [from, to).
func (t *attributor) hasClause(from, to int) bool {
	for k := from; k < to; k++ {
		if w := &t.unit[k]; w.is(cAux) || k > from && (t.finiteAt(k) || w.shape == shapeLower && strings.HasSuffix(w.lower, "ed")) {
			return true
		}
	}
	return false
}

// clauseAhead tells whether a subject with its verb starts here.
func (t *attributor) clauseAhead(k, end int) bool {
	for n := 0; k < end && n < 20; n++ {
		w := &t.unit[k]
		if w.shape == shapePunct && !w.isQuote() && !w.possessive() && w.lower != "-" {
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
