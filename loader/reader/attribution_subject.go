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
		switch next {
		case "for", "on", "out", "to", "about", "of", "against", "back":
			if next == "back" || c.verb.base == "speak" && next != "of" && next != "about" && next != "against" {
				break
			}
			c.to++
			if next == "out" || c.verb.base == "warn" || c.verb.base == "complain" {
				c.verb.frames |= fSay
			}
			c.verb.frames |= fObj
			return c, true
		}
		return c, c.verb.frames&(fSay|fOf|fObj) != 0 || c.verb.base == "call" && c.verb.frames&fOf != 0
	case "put":
		c.to++
		return c, next == "it"
	case "rule":
		if next == "out" {
			c.to++
			c.verb.frames |= fObj
			return c, true
		}
	}
	return c, true
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

// subject finds the noun phrase in front of the cue.
func (t *attributor) subject(c cue) phrase {
	const floor = 0
	to := c.from
	if c.infinitive {
		return phrase{}
	}
	to = t.skipTime(to, floor)
	if to <= floor {
		return phrase{}
	}
	if to > 2 && t.unit[to-1].lower == "," && t.unit[to-2].lower == ")" {
		to--
	}
	switch t.unit[to-1].lower {
	case ",":
		return t.subjectBeforeComma(to-1, floor)
	case "—", "–":
		return t.subjectBeforeDash(to-1, floor)
	case ")":
		for k := to - 2; k > floor && k > to-20; k-- {
			if t.unit[k].lower == "(" {
				to = k
				break
			}
		}
	}
	if from := t.phraseLeft(to, floor); from >= 0 {
		return phrase{from, to}
	}
	return phrase{}
}

// skipTime steps left over "on Monday", "last week".
func (t *attributor) skipTime(to, floor int) int {
	k := to
	for k > floor && t.unit[k-1].is(cWeekday|cTime|cMonth) && !t.unit[k-1].is(cHuman|cDet) && k-1 > floor {
		k--
	}
	if k < to {
		for k > floor && t.unit[k-1].oneOf("on", "late", "early", "last", "this", "the") {
			k--
		}
		if k > floor && (t.nominal(k-1) || t.unit[k-1].lower == ",") {
			return k
		}
		return to
	}
	return to
}

// subjectBeforeComma reads "X, a doctor, said": the comma closes what was set behind the subject.
func (t *attributor) subjectBeforeComma(comma, floor int) phrase {
	best := phrase{}
	for k, n := comma-1, 0; k > floor && comma-k < 45 && n < 4; k-- {
		if t.unit[k].isQuote() && t.unit[k].end-t.unit[k].start > 80 {
			break
		}
		if t.unit[k].lower != "," {
			continue
		}
		n++
		if !t.setBehind(k + 1) {
			continue
		}
		if from := t.phraseLeft(k, floor); from >= 0 && (from == floor || t.clauseEdge(from-1)) {
			best = phrase{from, comma}
			if from == floor || t.unit[from-1].lower != "," || t.unit[k+1].shape == shapeNumber {
				break
			}
		}
	}
	return best
}

// subjectBeforeDash reads "X — and some Y — said".
func (t *attributor) subjectBeforeDash(dash, floor int) phrase {
	for k := dash - 1; k > floor && dash-k < 45; k-- {
		if t.unit[k].lower != t.unit[dash].lower {
			continue
		}
		if from := t.phraseLeft(k, floor); from >= 0 && (from == floor || t.clauseEdge(from-1)) {
			return phrase{from, dash + 1}
		}
		break
	}
	return phrase{}
}

// setBehind tells whether the words from here may be an apposition or a relative clause.
func (t *attributor) setBehind(k int) bool {
	w := &t.unit[k]
	if w.is(cDet|cPoss|cHuman|cTitle|cTitleMod|cAdv|cVerb) || w.oneOf("who", "which", "whose", "speaking", "in", "on", "at", "of", "for", "from", "like", "including", "along", "when", "while", "according") {
		return true
	}
	if w.shape == shapeNumber || w.capital() {
		return true
	}
	n := len(w.lower)
	return n > 4 && (w.lower[n-3:] == "ing" || w.lower[n-2:] == "ed")
}

// firstSubject finds the noun phrase at the start of the unit that a verb follows.
func (t *attributor) firstSubject(before int) phrase {
	from := 0
	for n := 0; from < before && n < 3; n++ {
		for from < before && (t.unit[from].is(cConj|cAdv|cSubord) && !t.unit[from].is(cDet|cPron) || t.unit[from].lower == ",") {
			from++
		}
		if from < before && !t.unit[from].is(cPrep) {
			if to := t.phraseRight(from, before); to > from && t.verbFollows(to, before) {
				return phrase{from, t.appositiveSubject(to, before)}
			}
			if t.unit[from].is(cPron) && from+1 <= before {
				return phrase{from, from + 1}
			}
		}
		for from < before && t.unit[from].lower != "," {
			from++
		}
	}
	return phrase{}
}

func (t *attributor) verbFollows(to, before int) bool {
	if to >= before {
		return true
	}
	w := &t.unit[to]
	_, cue := t.lex.verbs[w.lower]
	return cue || w.is(cAux|cVerb|cAdv) || w.lower == "," && t.appositive(to, before) > to
}

func (t *attributor) appositiveSubject(to, before int) int {
	if end := t.appositive(to, before); end < before && t.unit[end].lower == "," {
		return end
	}
	return to
}

// plausible tells whether the phrase can be the source of words or thoughts.
func (t *attributor) plausible(p phrase, v verb) bool {
	if p.none() || t.unit[p.to-1].is(cWeekday) || p.to == p.from+1 && !t.pronounFits(&t.unit[p.from], v) {
		return false
	}
	for k := p.from; k < p.to; k++ {
		w := &t.unit[k]
		if k > p.from && k+1 < p.to && w.lower == "," && t.unit[k+1].is(cNamed) {
			return true
		}
		if k > p.from && (w.is(cPrep) && w.shape == shapeLower || w.oneOf(",", "who", "which")) {
			break
		}
		if w.is(cNamed) || w.capital() && (k > 0 || k+1 == p.to) || w.is(cHuman|cSpeakOrg|cOrgCue|cPron|cGiven|cNation) || w.shape == shapeNumber {
			return true
		}
	}
	return v.base == "say" || v.base == "tell"
}

// pronounFits leaves out "I" and "you", who are the writer and the reader, and pronouns that mostly stand for no speaker.
func (t *attributor) pronounFits(w *word, v verb) bool {
	switch w.lower {
	case "i", "you", "we", "this", "that", "which", "one":
		return false
	case "it":
		return v.frames&(fSay|fThing|fQuote) > fThing && v.frames&fThing != 0 && v.base != "find" && v.base != "prove"
	case "who", "they":
		return v.base == "" || v.frames&(fSay|fTell|fOf|fThing) != 0
	}
	return true
}
