package reader

import "github.com/newsgraph/newsgraph/loader/article"

// context lets what stands around the candidate vote.
func (n *namer) context(c candidate, b *ballot) {
	s := n.sentences[n.words[c.from].sentence]
	if c.from > s[0] {
		n.contextBefore(c.from-1, s[0], b)
	}
	if c.to < s[1] {
		n.contextAfter(c.to, s[1], b)
	}
	n.endings(n.words[c.to-1].lower, b)
	if c.to-c.from >= 2 && c.to-c.from <= 3 {
		b.person += 0.6
	}
	if c.to-c.from > 1 && !n.words[c.from].is(cGiven) && c.from > s[0] && n.words[c.from-1].lower == "the" {
		b.person--
	}
}

// contextBefore lets the word before the candidate vote, with the one before that.
func (n *namer) contextBefore(k, from int, b *ballot) {
	w := &n.words[k]
	if v, ok := n.lex.before[w.lower]; ok {
		b.vote(v.kind, v.weight)
		return
	}
	if w.shape == shapeLower && w.is(cOrgCue|cTitle|cHuman) {
		n.apposed(w, 2, b)
		return
	}
	if k == from {
		return
	}
	switch p := &n.words[k-1]; w.lower {
	case ",":
		n.apposed(p, 1, b)
	case "and":
		if n.lex.names[p.lower] == article.Place {
			b.place += 1.2
		}
	case "of":
		v := n.lex.beforeOf[p.lower]
		b.vote(v.kind, v.weight)
	}
}

// apposed lets the noun beside the candidate vote: "the insurer Selmora Mutual", "the doctor, Jane Doe".
func (n *namer) apposed(w *word, weight float64, b *ballot) {
	switch {
	case w.shape != shapeLower:
	case w.is(cOrgCue):
		b.organization += weight
	case w.is(cTitle | cHuman):
		b.person += weight
	}
}

// contextAfter lets the words after the candidate vote.
func (n *namer) contextAfter(k, limit int, b *ballot) {
	w := &n.words[k]
	if v, ok := n.lex.after[w.lower]; ok {
		b.vote(v.kind, v.weight)
		return
	}
	switch {
	case w.lower == ",":
		n.contextComma(k+1, limit, b)
	case w.lower == "and":
		if k+1 < limit && n.lex.names[n.words[k+1].lower] == article.Place {
			b.place += 1.2
		}
	case w.possessive():
		n.contextOwned(k+1, limit, b)
	case w.shape == shapeLower:
		n.contextWord(w, b)
	}
}

// contextWord lets a word in lower case right after the candidate vote.
func (n *namer) contextWord(w *word, b *ballot) {
	v, cue := n.lex.verbs[w.lower]
	switch {
	case cue && v.form != formIng && v.frames&(fSay|fThink|fTell) != 0:
		b.person++
	case w.is(cHuman) && !w.oneOf("people", "women", "men", "children"):
		b.organization += 0.7
	case w.is(cPlaceHead) && !w.is(cOrgHead) && !w.oneOf("camp", "point", "house", "market"):
		b.place++
	}
}

// contextOwned lets what belongs to the candidate vote: a country's government, a person's wife.
func (n *namer) contextOwned(k, limit int, b *ballot) {
	if k >= limit {
		return
	}
	if v, ok := n.lex.owned[n.words[k].lower]; ok {
		b.vote(v.kind, v.weight)
		return
	}
	for end := min(limit, k+3); k < end && n.words[k].shape == shapeLower; k++ {
		if w := &n.words[k]; w.is(cPlaceHead) && !w.is(cOrgHead|cCommon) {
			b.place++
			return
		}
	}
}

// contextComma lets what is set behind the candidate vote: ", who", ", 45,", ", Syria".
func (n *namer) contextComma(k, limit int, b *ballot) {
	if k >= limit {
		return
	}
	w := &n.words[k]
	switch {
	case w.oneOf("who", "whose"):
		b.person += 1.5
	case w.shape == shapeNumber && len(w.lower) == 2 && k+1 < limit && n.words[k+1].lower == ",":
		b.person += 2
	case n.lex.names[w.lower] == article.Place:
		b.place += 1.5
	case w.is(cDet | cPoss):
		n.contextApposed(k+1, limit, b)
	}
}

// contextApposed lets the noun set behind the candidate vote: ", a doctor", ", the Turkish transport minister".
func (n *namer) contextApposed(k, limit int, b *ballot) {
	for end := min(limit, k+5); k < end && n.words[k].shape != shapePunct && !n.words[k].is(cPrep|cAux); k++ {
		w, last := &n.words[k], k+1 >= limit || n.words[k+1].shape == shapePunct || n.words[k+1].is(cPrep|cWh|cConj)
		switch {
		case !last || w.shape != shapeLower:
		case w.is(cHuman|cTitle) && !w.is(cOrgCue):
			b.person += 2
		case w.is(cOrgCue):
			b.organization += 2
		case w.is(cPlaceHead):
			b.place += 1.5
		}
	}
}

// endings lets the form of the name vote.
func (n *namer) endings(w string, b *ballot) {
	for _, e := range [...]string{"stan", "ville", "burg", "grad", "abad", "pur", "shire", "land", "polis"} {
		if len(w) > len(e)+2 && w[len(w)-len(e):] == e {
			b.place += 0.8
		}
	}
	for _, e := range [...]string{"ov", "ova", "ev", "enko", "sky", "skiy", "vich", "yan", "dze", "shvili", "son", "ez", "sen", "berg", "stein", "man", "ski", "ić"} {
		if len(w) > len(e)+2 && w[len(w)-len(e):] == e {
			b.person += 0.8
			return
		}
	}
}

// brackets lets the short form in brackets have the kind of the name before it: "Islamic State (IS, formerly ISIS)".
func (n *namer) brackets() {
	byEnd := make(map[int]int, len(n.found))
	for i, c := range n.found {
		byEnd[c.to] = i
	}
	for i := range n.found {
		c := &n.found[i]
		if c.to-c.from != 1 || n.words[c.from].shape != shapeCaps {
			continue
		}
		open := n.openBracket(c.from)
		if open <= 0 {
			continue
		}
		if at, ok := byEnd[open]; ok && c.weight < 3 && n.found[at].kind != "" && n.found[at].kind != article.Person {
			c.kind, c.weight = n.found[at].kind, max(n.found[at].weight, 2.5)
		}
	}
}

// openBracket returns the opening bracket that the word stands in, at most six words before it, or 0.
func (n *namer) openBracket(k int) int {
	for i := k - 1; i > 0 && i >= k-6; i-- {
		switch n.words[i].lower {
		case "(":
			return i
		case ")":
			return 0
		}
	}
	return 0
}
