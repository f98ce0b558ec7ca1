package reader

import "strings"

// cue is an attributing verb in its place: words [from, to) of the unit, the verb itself at.
type cue struct {
	from, to, at int
	verb         verb
	passive      bool
	infinitive   bool // "to say", "went on to say"
}

// phrase is a noun phrase of the unit; to == from stands for none.
type phrase struct{ from, to int }

func (p phrase) none() bool { return p.to <= p.from }

// cueAt reads the verb at the word with the auxiliaries and adverbs before it, and the particle after it.
func (t *attributor) cueAt(k int) (cue, bool) {
	v, ok := t.lex.verbs[t.unit[k].lower]
	if !ok {
		v, ok = t.quoteVerb(k)
	}
	if !ok || !t.verbShape(k) || t.asNoun(k, v) {
		return cue{}, false
	}
	c := cue{from: k, to: k + 1, at: k, verb: v}
	be := false
	for c.from > 0 && t.auxiliary(&t.unit[c.from-1]) {
		c.from--
		be = be || t.unit[c.from].is(cBe)
	}
	for c.from < k && t.unit[c.from].oneOf("here", "there", "today", "yesterday", "tonight", "tomorrow", "ago", "earlier",
		"back", "up", "down", "out", "away", "together", "far", "long", "well", "however", "meanwhile", "instead") {
		c.from++
	}
	c.passive = be && (v.form == formPast || v.form == formPart)
	c.infinitive = v.form == formBase && c.from > 0 && t.unit[c.from-1].lower == "to"
	return t.particle(c)
}

// quoteVerb reads any verb in the past as one of saying when it stands with its subject behind a quotation that ends
// with a comma: “…,” the boy sobbed.
func (t *attributor) quoteVerb(k int) (verb, bool) {
	w := &t.unit[k]
	if k < 1 || w.shape != shapeLower || !strings.HasSuffix(w.lower, "ed") || w.is(functionWord) {
		return verb{}, false
	}
	said := verb{base: w.lower, frames: fQuote, form: formPast}
	if q := t.unit[k-1].quote; q >= 0 && t.endsClause(q) && k+1 < len(t.unit) && t.unit[k+1].is(cNamed) {
		return said, true
	}
	if k+1 < len(t.unit) && t.unit[k+1].shape != shapePunct && !t.unit[k+1].is(cPrep|cAdv|cSubord|cWeekday|cTime) {
		return verb{}, false
	}
	from := t.phraseLeft(k, 0)
	if from < 1 || !t.unit[from-1].isQuote() || !t.endsClause(t.unit[from-1].quote) {
		return verb{}, false
	}
	return said, true
}

// verbShape tells whether the word is written as a verb of its sentence: in lower case, or first.
func (t *attributor) verbShape(k int) bool {
	w := &t.unit[k]
	return !w.isQuote() && !w.is(cNamed) && (w.shape == shapeLower || w.shape == shapeCap && (k == 0 || w.oneOf("says", "said") && t.unit[k-1].is(cNamed)))
}

// auxiliary tells a word that belongs to the verb after it: "has", "also", "not".
func (t *attributor) auxiliary(w *word) bool {
	return w.shape == shapeLower && (w.is(cAux|cAdv) || w.oneOf("not", "never"))
}

// particle takes in what belongs to the verb: "called for", "pointed out", "put it".
func (t *attributor) particle(c cue) (cue, bool) {
	next := ""
	if c.to < len(t.unit) {
		next = t.unit[c.to].lower
	}
	switch c.verb.base {
	case "call", "point", "refer", "allude", "speak", "talk", "complain", "warn", "rail", "appeal", "push", "inveigh", "react", "turn", "lay":
		if !takesUp(c.verb.base, next) {
			return c, c.verb.frames&(fSay|fOf|fObj) != 0
		}
		c.to++
		if next == "out" || c.verb.base == "warn" || c.verb.base == "complain" {
			c.verb.frames |= fSay
		}
		c.verb.frames |= fObj
	case "put":
		c.to++
		return c, next == "it"
	case "rule":
		if next == "out" {
			c.to++
			c.verb.frames |= fObj
		}
	}
	return c, true
}

// takesUp tells whether the preposition belongs to the verb.
func takesUp(base, next string) bool {
	switch next {
	case "of", "about", "against":
		return true
	case "for", "on", "out", "to":
		return base != "speak"
	}
	return false
}

// asNoun tells that the word is a noun or an adjective here: "the claims", "his alleged".
func (t *attributor) asNoun(k int, v verb) bool {
	if k == 0 {
		return v.form != formIng
	}
	p := &t.unit[k-1]
	switch {
	case p.isQuote(), v.form == formPast && v.base == "say":
		return false
	case t.nounAfter(p, v), t.nounBefore(k, v):
		return true
	case v.base == "state" && v.form != formPast && v.form != formIng:
		return k+1 >= len(t.unit) || !t.unit[k+1].isQuote() && !t.unit[k+1].oneOf("that", ",", ":")
	}
	return v.form == formBase && !t.baseFits(k)
}

// nounAfter tells that the word before makes it a noun.
func (t *attributor) nounAfter(p *word, v verb) bool {
	switch {
	case p.possessive() && p.end-p.start > 1, p.is(cPoss) && p.shape != shapePunct, p.oneOf("no", "this"):
		return true
	case p.is(cDet) && !p.is(cPron) && p.shape != shapePunct:
		return true
	case p.is(cNumber) && v.form != formPast:
		return true
	case p.is(cPrep) && !p.is(cAdv|cSubord) && p.lower != "to":
		return v.form != formIng
	}
	return v.base == "talk" && (v.form == formBase || v.form == formThird) && !p.is(cPron|cAux|cPrep)
}

// nounBefore tells that the word after makes it a noun: "reports of …", "the group claims are …".
func (t *attributor) nounBefore(k int, v verb) bool {
	if v.form != formBase && v.form != formThird || !t.unit[k].is(cNoun) || k+1 >= len(t.unit) || t.unit[k-1].is(cNamed|cPron) {
		return false
	}
	n := &t.unit[k+1]
	return n.is(cAux|cVerb) && !n.is(cNoun) || n.oneOf("of", "from") || n.shape == shapePunct && !n.oneOf(":", ",")
}

// baseFits tells whether a verb without an ending can be one here: after "to", an auxiliary, a plural or "they".
func (t *attributor) baseFits(k int) bool {
	for k--; k >= 0 && t.unit[k].is(cAdv) && !t.unit[k].is(cAux); k-- {
	}
	if k < 0 {
		return false
	}
	w := &t.unit[k]
	if w.is(cAux) || w.oneOf("to", "they", "we", "i", "you", "who", "some", "many", "others", "those", "most", "few", "both", "all") {
		return true
	}
	if w.oneOf(",", ")", "and", "%", "percent", "—", "–") || w.shape == shapeNumber {
		return true
	}
	n := len(w.lower)
	return n > 2 && w.lower[n-1] == 's' && w.lower[n-2] != 's' || strings.HasSuffix(w.lower, "men") || w.oneOf("people", "women", "men", "police", "children", "percent", "media") || w.is(cNation)
}
