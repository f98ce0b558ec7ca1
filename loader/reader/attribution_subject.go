package reader

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
	if p.none() || p.to == p.from+1 && !t.pronounFits(&t.unit[p.from], v) {
		return false
	}
	if p.to-p.from <= 3 && t.unit[p.to-1].is(cWeekday) {
		return false
	}
	return t.speaker(p) || v.base == "say" || v.base == "tell"
}

// speaker tells whether the head of the phrase, or a name set behind it, can say things.
func (t *attributor) speaker(p phrase) bool {
	for k := p.from; k < p.to; k++ {
		w := &t.unit[k]
		if t.speaks(k) || w.capital() && k+1 == p.to {
			return true
		}
		if k == p.from {
			continue
		}
		if w.lower == "," && k+1 < p.to && t.unit[k+1].is(cNamed) {
			return true
		}
		if w.is(cPrep) && w.shape == shapeLower || w.oneOf(",", "who", "which") {
			break
		}
	}
	return false
}

// speaks tells a word for somebody who can say things, or a name.
func (t *attributor) speaks(k int) bool {
	w := &t.unit[k]
	return w.capital() && k > 0 || w.shape == shapeNumber || w.is(cNamed|cHuman|cSpeakOrg|cOrgCue|cPron|cGiven|cNation)
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
