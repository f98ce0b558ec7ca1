package reader

import (
	"strings"

	"github.com/newsgraph/newsgraph/loader/article"
)

// resolvePlain files a chunk that has neither titles nor a head word.
func (n *namer) resolvePlain(from, to int) {
	for k := from; k < to; k++ {
		if n.words[k].oneOf("of", "for", "on", "and", "&") && n.words[k].shape != shapeCap {
			n.resolve(from, k)
			n.resolve(k+1, to)
			return
		}
	}
	if legal(&n.words[to-1]) || n.inhabitants(from, to) {
		return
	}
	from, to = n.trimNations(from, to)
	if from >= to || n.resolveBranch(from, to) {
		return
	}
	if end, kd := n.knownAt(from, to); end > from && !n.words[from].is(cGiven) {
		n.addKnown(from, end, kd)
		n.resolve(end, to)
		return
	}
	if to-from == 1 {
		n.addSingle(from)
		return
	}
	n.addSeveral(from, to)
}

// legal tells the last word of the names of laws, prizes and days, which are no kind of ours.
func legal(w *word) bool {
	return w.oneOf("act", "acts", "law", "bill", "amendment", "treaty", "pact", "accord", "accords", "agreement", "deal", "constitution",
		"day", "prize", "medal", "award", "awards", "code", "plan", "address", "doctrine", "clause", "depression", "recession", "dream", "era", "eve", "consensus", "equality", "almighty", "syndrome", "virus", "variant")
}

// inhabitants tells the people of a known place by the ending: Costa Ricans, New Zealanders.
func (n *namer) inhabitants(from, to int) bool {
	name := n.lower[n.words[from].start:n.words[to-1].end]
	for _, e := range [...]string{"n", "ns", "an", "ans", "er", "ers", "ian", "ians"} {
		if place, ok := strings.CutSuffix(name, e); ok && n.lex.names[place] == article.Place {
			return !n.words[from].is(cGiven) && n.lex.names[name] == ""
		}
	}
	return false
}

// trimNations takes nationalities and faiths off both ends.
func (n *namer) trimNations(from, to int) (int, int) {
	for from < to && n.words[from].is(cNation|cFaith) && n.lex.names[n.words[from].lower] == "" {
		if end, _ := n.knownAt(from, to); end > from {
			break
		}
		from++
	}
	for to-from > 1 && n.words[to-1].is(cNation|cFaith) && !n.words[from].is(cGiven) {
		to--
	}
	return from, to
}

// resolveBranch reads a place's name with one or two more words as an organization: "Houston Dynamo", "Nedbank Namibia".
func (n *namer) resolveBranch(from, to int) bool {
	if to-from < 2 || to-from > 4 || n.words[from].is(cGiven) {
		return false
	}
	end, kd := n.knownAt(from, to)
	if kd == article.Place && end < to && to-end <= 2 && !n.words[end].is(cGiven|cTitle|cHonor) && n.words[end].shape == shapeCap && n.lex.names[n.words[end].lower] == "" {
		n.add(candidate{from: from, to: to, kind: article.Organization, weight: 1})
		return true
	}
	if n.lex.names[n.words[to-1].lower] == article.Place && to-from == 2 && n.lex.names[n.words[from].lower] != article.Place && !n.words[from].is(cCommon|cTitle) {
		n.add(candidate{from: from, to: to, kind: article.Organization, weight: 1})
		return true
	}
	return false
}

// abstract tells words that by their ending are no names of persons or places: Marketing, Shintoism, Bolivians.
func abstract(w string) bool {
	for _, e := range [...]string{
		"ism", "ians", "ists", "tion", "tions", "ment", "ments", "ness", "ology", "ship", "ities", "ancy", "ency", "logue", "ants", "nese",
		"ites", "hood", "hoods", "ous", "ful", "ical", "graphy", "ization", "ings", "ally",
	} {
		if len(w) > len(e)+2 && strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

// addSingle files one capitalized word whose kind only the context can tell.
func (n *namer) addSingle(k int) {
	w := &n.words[k]
	if len(w.lower) < 2 || w.is(functionWord|cTechnical) && w.shape != shapeCaps {
		return
	}
	c := candidate{from: k, to: k + 1, start: n.initial(k)}
	if len(w.lower) == 2 && w.lower[1] == '.' || n.families(w.lower) {
		return
	}
	switch {
	case w.shape == shapeCaps && w.is(cCommon|cTechnical|functionWord):
		return
	case w.shape == shapeCaps && len(w.lower) <= 7, camel(n.Text[w.start:w.end]):
		c.kind, c.weight = article.Organization, 1
	case abstract(w.lower) && !w.is(cGiven):
		return
	case w.is(cCommon|cTitle|cTitleMod|cOrgHead|cPlaceHead|cHuman|cFaith|cNation|cDirection|cEventHead|cHonor) && !w.is(cGiven):
		return
	}
	n.add(c)
}

// families tells the plural of a family name that the text has: the Clintons.
func (n *namer) families(w string) bool {
	one, ok := strings.CutSuffix(w, "s")
	return ok && (n.lex.names[one] == article.Person || n.caps[one] > 0 && n.caps[w] > 0 && n.caps[one] > n.caps[w] && len(one) > 4)
}

// camel tells a word with a capital inside that is no family name: OpenAI, BuzzFeed; not McCain, DeSantis.
func camel(w string) bool { return innerCapital(w) > 0 }

// innerCapital returns the place of a capital behind a small letter, or 0; those of family names do not count.
func innerCapital(w string) int {
	for i := 2; i < len(w); i++ {
		if 'A' <= w[i] && w[i] <= 'Z' && 'a' <= w[i-1] && w[i-1] <= 'z' {
			switch w[:i] {
			case "Mc", "Mac", "De", "La", "Le", "Di", "Van", "Fitz", "Du", "Da", "St", "Del", "Von":
				return 0
			}
			return i
		}
	}
	return 0
}

// addSeveral files two and more words: mostly a person.
func (n *namer) addSeveral(from, to int) {
	c := candidate{from: from, to: to, start: n.initial(from)}
	common := n.everyday(from, to)
	if c.start && to-from > 2 && n.trade(from) && n.words[from+1].is(cGiven) {
		n.resolve(from+1, to)
		return
	}
	switch {
	case n.words[from].is(cGiven) && to-from <= 5 && common <= 1:
		c.kind, c.weight = article.Person, 2
	case common == to-from:
		return
	case common == 1 && n.words[from].is(cCommon) && c.start:
		n.resolve(from+1, to)
		return
	}
	n.add(c)
}

// trade tells a word that by its ending says what somebody does: Gardener, Cellist.
func (n *namer) trade(k int) bool {
	w := &n.words[k]
	for _, e := range [...]string{"er", "or", "ist", "man", "woman", "ian", "lady"} {
		if strings.HasSuffix(w.lower, e) && !w.is(cGiven) && len(w.lower) > 4 {
			return true
		}
	}
	return false
}

// everyday counts the words that are no names by themselves.
func (n *namer) everyday(from, to int) int {
	common := 0
	for k := from; k < to; k++ {
		w := &n.words[k]
		if w.is(cCommon|cFaith|cNation) && !w.is(cGiven) || abstract(w.lower) || w.shape == shapeCaps && len(w.lower) > 2 ||
			strings.HasSuffix(w.lower, "ed") && len(w.lower) > 6 && !w.is(cGiven) {
			common++
		}
	}
	return common
}
