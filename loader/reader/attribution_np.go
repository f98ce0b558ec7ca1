package reader

import "strings"

// nominal tells whether the word may be inside a noun phrase.
func (t *attributor) nominal(k int) bool {
	w := &t.unit[k]
	switch {
	case w.isQuote():
		return w.end-w.start < 60 && !t.endsClause(w.quote)
	case w.is(cNamed):
		return true
	}
	switch w.shape {
	case shapePunct:
		return w.possessive() || w.oneOf("-", "%", "$")
	case shapeCaps, shapeNumber, shapeOther:
		return true
	case shapeCap:
		return k > 0 && !t.unit[k-1].isQuote() || !w.is(functionWord) || w.is(cGiven)
	}
	return t.nominalWord(k)
}

// nominalWord is nominal for words in lower case.
func (t *attributor) nominalWord(k int) bool {
	w := &t.unit[k]
	switch {
	case w.oneOf("them", "us", "him", "me"):
		return true
	case w.is(functionWord):
		return w.is(cNumber) || w.oneOf("other", "many", "several", "own", "few", "more", "former", "early", "later", "top", "people")
	case w.is(cHuman | cNoun):
		return true
	}
	if _, cue := t.lex.verbs[w.lower]; cue {
		return k > 0 && (t.unit[k-1].possessive() || t.unit[k-1].is(cPoss)) && t.unit[k-1].shape != shapeCap
	}
	return !w.is(cVerb) || t.attributive(k)
}

// attributive tells a participle before its noun: "the retired general".
func (t *attributor) attributive(k int) bool {
	w := &t.unit[k].lower
	if k == 0 || k+1 >= len(t.unit) || !strings.HasSuffix(*w, "ed") && !strings.HasSuffix(*w, "ing") {
		return false
	}
	next, p := &t.unit[k+1], &t.unit[k-1]
	if next.isQuote() || next.shape == shapePunct || next.is(functionWord|cVerb) && !next.is(cNamed) {
		return false
	}
	return p.is(cDet|cPoss) && p.shape == shapeLower || p.oneOf("said", "says", "former", "newly", "recently")
}

// endsClause tells whether the quotation ends with a mark of its own: then it is no part of a phrase.
func (t *attributor) endsClause(quote int) bool {
	inner := t.Quotes[quote].Inner.Of(t.Text)
	return inner != "" && strings.IndexByte(",.?!", inner[len(inner)-1]) >= 0
}

// phraseLeft returns the start of the noun phrase that ends before the word, or -1.
func (t *attributor) phraseLeft(to, floor int) int {
	k := to - 1
	if k < floor {
		return -1
	}
	w := &t.unit[k]
	if w.oneOf("who", "he", "she", "they", "it", "we", "i", "you", "everyone", "nobody", "someone", "one", "others", "some", "many", "those", "most", "none", "all") && w.shape != shapePunct {
		if k-1 >= floor && t.unit[k-1].is(cDet) && !w.oneOf("who", "he", "she", "they", "it", "we", "i", "you") {
			return k - 1
		}
		return k
	}
	if !t.nominal(k) || w.possessive() || w.isQuote() {
		return -1
	}
	return t.phraseStart(k, floor)
}

// phraseStart walks left from the last word of a noun phrase.
func (t *attributor) phraseStart(k, floor int) int {
	start := k
	for j := k - 1; j >= floor && k-j < 40; j-- {
		w := &t.unit[j]
		switch {
		case t.nominal(j), t.betweenAdjectives(j, start, floor), t.adverbInside(j, start, floor):
			start = j
		case w.is(cDet|cPoss) && w.shape != shapePunct:
			if w.lower == "that" && j > floor && !t.unit[j-1].is(cPrep) {
				return start
			}
			start = j
			if j > floor && t.unit[j-1].is(cDet) && t.unit[j-1].lower != "that" {
				j--
				start = j
			}
			if j-1 < floor || !t.attaches(j-1, floor) {
				return t.coordinated(j-1, start, floor)
			}
		case t.attaches(j, floor):
		default:
			return t.coordinated(j, start, floor)
		}
	}
	return start
}

// betweenAdjectives tells the comma in "the bespectacled, elderly diplomat".
func (t *attributor) betweenAdjectives(j, start, floor int) bool {
	if t.unit[j].lower != "," || j-2 < floor || !t.unit[j-2].is(cDet) || t.unit[start].shape != shapeLower {
		return false
	}
	p := &t.unit[j-1]
	return p.shape == shapeLower && !p.is(cNoun) && strings.HasSuffix(p.lower, "ed")
}

// adverbInside tells the adverb in "a newly elected mayor".
func (t *attributor) adverbInside(j, start, floor int) bool {
	w := &t.unit[j]
	return w.is(cAdv) && j > floor && strings.HasSuffix(w.lower, "ly") && t.unit[j-1].is(cDet|cPoss) && t.nominal(start)
}

// attaches tells whether the preposition ties what follows to a noun before it.
func (t *attributor) attaches(j, floor int) bool {
	w := &t.unit[j]
	if j-1 < floor || !w.is(cPrep) || w.is(cSubord|cConj) && !w.oneOf("for") || w.shape != shapeLower {
		return false
	}
	p := &t.unit[j-1]
	if w.lower == "of" {
		return t.nominal(j-1) || p.is(cDet|cPron)
	}
	return w.oneOf("in", "at", "for", "from", "with", "on", "near", "to", "against", "inside") && t.nominal(j-1) && !p.is(cTime|cWeekday|cMonth|cNumber)
}

// coordinated takes in the phrases before "and": "doctors and officials".
func (t *attributor) coordinated(j, start, floor int) int {
	if j <= floor || !t.unit[j].oneOf("and", "or", "&") || !t.nominal(j-1) {
		return start
	}
	left := t.phraseStartSimple(j-1, floor)
	if left == floor || t.clauseEdge(left-1) {
		return left
	}
	return start
}

// phraseStartSimple walks left over nouns and one determiner.
func (t *attributor) phraseStartSimple(k, floor int) int {
	start := k
	for j := k - 1; j >= floor && k-j < 12; j-- {
		if t.nominal(j) {
			start = j
			continue
		}
		if t.unit[j].is(cDet|cPoss) && t.unit[j].lower != "that" {
			return j
		}
		break
	}
	return start
}

// clauseEdge tells whether a clause may start after the word.
func (t *attributor) clauseEdge(k int) bool {
	if k < 0 {
		return true
	}
	w := &t.unit[k]
	return w.isQuote() || w.shape == shapePunct && !w.possessive() || w.is(cSubord|cConj|cWh) && !w.is(cDet) || w.lower == "that"
}

// phraseRight returns the end of the noun phrase that starts at the word; the word itself when there is none.
func (t *attributor) phraseRight(from, limit int) int {
	k := from
	if k < limit && t.pronounAt(k, limit) {
		return k + 1
	}
	for k < limit && k-from < 40 && t.phraseGoesOn(from, k, limit) {
		k++
	}
	return k
}

// pronounAt tells a pronoun that is a phrase by itself.
func (t *attributor) pronounAt(k, limit int) bool {
	if t.unit[k].lower == "her" {
		return k+1 >= limit || !t.nominal(k+1)
	}
	return t.unit[k].oneOf("he", "she", "they", "it", "we", "i", "you", "them", "him", "me", "us")
}

// phraseGoesOn tells whether the word still belongs to the phrase.
func (t *attributor) phraseGoesOn(from, k, limit int) bool {
	w := &t.unit[k]
	switch {
	case w.isQuote():
		return false
	case t.nominal(k):
		return true
	case w.is(cDet|cPoss) && w.shape != shapePunct:
		return k == from || w.lower != "that" && t.unit[k-1].is(cPrep|cDet|cConj)
	case k == from || k+1 >= limit || !t.nominalStart(k+1):
		return false
	case w.oneOf("of", "for", "at", "in", "with", "from", "to", "on"):
		return !t.timeAt(k+1, limit)
	}
	return w.oneOf("and", "or", "&") && !t.verbAhead(k+1, limit)
}

func (t *attributor) nominalStart(k int) bool {
	return t.nominal(k) && !t.unit[k].isQuote() || t.unit[k].is(cDet|cPoss)
}

// timeAt tells whether words of time start here: "Monday", "a statement", "the weekend".
func (t *attributor) timeAt(k, limit int) bool {
	for ; k < limit && t.unit[k].is(cDet|cNumber); k++ {
	}
	return k < limit && t.unit[k].is(cWeekday|cMonth|cTime)
}

// verbAhead tells whether a finite verb follows within a few words: then a new clause starts here.
func (t *attributor) verbAhead(k, limit int) bool {
	for end := min(limit, k+5); k < end; k++ {
		w := &t.unit[k]
		if w.shape == shapePunct && !w.possessive() {
			return false
		}
		if w.is(cAux) || w.is(cVerb) && !w.is(cNoun) && w.shape == shapeLower {
			return true
		}
		if v, ok := t.lex.verbs[w.lower]; ok && !w.is(cNoun|cHuman) && w.shape == shapeLower && v.form != formIng {
			return true
		}
	}
	return false
}

// appositive returns the end of what is set behind the phrase by a comma: ", a doctor in Homs"; ", 45, a doctor".
func (t *attributor) appositive(end, limit int) int {
	for n := 0; n < 3 && end+1 < limit && t.unit[end].lower == ","; n++ {
		k := end + 1
		w := &t.unit[k]
		switch {
		case w.shape == shapeNumber && len(w.lower) == 2:
			end = k + 1
			continue
		case w.oneOf("who", "whose", "which"):
			return t.toComma(k, limit)
		case !t.opensAppositive(w) && !t.namedAppositive(end, k, limit):
			return end
		}
		next := t.phraseRight(k, limit)
		if next == k || t.finiteAfter(next, limit) {
			return end
		}
		end = next
		if end < limit && t.unit[end].oneOf("who", "that", "which") {
			return t.toComma(end, limit)
		}
	}
	return end
}

// namedAppositive tells a name set behind what its bearer is, or in front of it: "the director, Jane Doe"; "Jane Doe, Selmora's mayor".
func (t *attributor) namedAppositive(end, k, limit int) bool {
	if !t.unit[k].is(cNamed) {
		return false
	}
	head := &t.unit[end-1]
	return head.is(cHuman|cTitle) && head.shape == shapeLower || k+2 < limit && t.unit[k+1].possessive() && t.unit[k+2].is(cHuman|cTitle|cTitleMod)
}

// opensAppositive tells a word with which an apposition starts: an article, or a person's function.
func (t *attributor) opensAppositive(w *word) bool {
	return w.is(cDet) && !w.oneOf("that", "this") || w.is(cHuman|cTitle|cTitleMod) && w.shape == shapeLower || w.is(cPoss)
}

func (t *attributor) toComma(k, limit int) int {
	for k < limit && t.unit[k].lower != "," && !t.unit[k].isQuote() {
		k++
	}
	return k
}

func (t *attributor) finiteAt(k int) bool {
	w := &t.unit[k]
	v, ok := t.lex.verbs[w.lower]
	return (w.is(cVerb) || ok && v.form != formIng) && !w.is(cNoun) && w.shape == shapeLower
}
