package reader

import "github.com/newsgraph/newsgraph/loader/article"

// knownAt returns the end and the kind of the longest known name at the word.
func (n *namer) knownAt(k, to int) (int, kind) {
	end, found := k, kind("")
	limit := k + 1
	if n.lex.heads[n.words[k].lower] {
		limit = min(to, k+6)
	}
	for e := k + 1; e <= limit; e++ {
		if kd := n.lex.names[n.lower[n.words[k].start:n.words[e-1].end]]; kd != "" && n.fits(k, e) {
			end, found = e, kd
		}
	}
	return end, found
}

// fits tells whether a known name is written as one is: "US", not "us"; "RT", not "Rt".
func (n *namer) fits(k, e int) bool {
	w := &n.words[k]
	if e > k+1 {
		return true
	}
	if len(w.lower) <= 2 || w.is(functionWord) {
		return w.shape == shapeCaps
	}
	return true
}

// resolve cuts a chunk into names.
func (n *namer) resolve(from, to int) {
	from, to = n.trim(from, to)
	if from >= to {
		return
	}
	if end, kd := n.knownAt(from, to); end == to {
		n.addKnown(from, to, kd)
		return
	}
	if n.words[from].oneOf("republican", "democratic", "democrat", "gop") && to-from > 1 {
		if end, kd := n.knownAt(from+1, to); end == to {
			n.addKnown(from+1, to, kd)
			return
		}
	}
	if n.resolveHonor(from, to) || n.resolveTitle(from, to) {
		return
	}
	if kd := n.byHead(from, to); kd != "" {
		n.addHeaded(from, to, kd)
		return
	}
	n.resolvePlain(from, to)
}

// trim takes function words off both ends.
func (n *namer) trim(from, to int) (int, int) {
	for from < to {
		w := &n.words[from]
		if w.is(functionWord) && !w.is(cGiven|cDirection) && w.shape != shapeCaps || w.shape == shapePunct || w.shape == shapeLower {
			from++
			continue
		}
		break
	}
	for to > from && (n.words[to-1].shape == shapePunct || n.words[to-1].shape == shapeLower ||
		n.words[to-1].is(functionWord) && n.words[to-1].shape == shapeCap && !n.words[to-1].is(cOrgHead|cMonth)) {
		to--
	}
	return from, to
}

// addKnown files a name of the tables. Short words that are given names too stay open.
func (n *namer) addKnown(from, to int, kd kind) {
	w := &n.words[from]
	c := candidate{from: from, to: to, kind: kd, weight: 3, start: n.initial(from)}
	if to == from+1 {
		if w.is(cGiven|cCommon|cOrgHead) && w.shape != shapeCaps || n.parts[w.lower] != nil {
			c.weight = 1.5
		}
		if c.start && w.is(cCommon) && w.shape == shapeCap && n.caps[w.lower] == 0 {
			return
		}
	}
	n.add(c)
}

// resolveHonor reads "Mr. Smith", "Dr. Jane Doe".
func (n *namer) resolveHonor(from, to int) bool {
	if !n.words[from].is(cHonor) || n.words[from].is(cGiven) && n.words[from].shape != shapeCap {
		return false
	}
	k := from
	for k < to && n.words[k].is(cHonor|cTitle) {
		k++
	}
	if k >= to {
		return n.words[from].is(cHonor) && k == to
	}
	if n.words[from].oneOf("st", "st.", "saint") || n.words[to-1].is(cOrgHead|cPlaceHead) && !n.words[to-1].is(cCommon) {
		return false
	}
	n.addPerson(k, to, 3)
	return true
}

// resolveTitle reads "Russian Foreign Minister Sergey Lavrov", "Apple CEO Tim Cook", "President of Syria".
func (n *namer) resolveTitle(from, to int) bool {
	t := from
	for t < to && !n.titleAt(t, from) {
		t++
	}
	if t >= to || n.headEnds(t, to) || n.asSurname(t, from, to) || n.insideOrganization(t, from, to) {
		return false
	}
	end := t
	for end < to && n.words[end].is(cTitle|cTitleMod|cHonor) && (!n.words[end].is(cGiven) || end == t) {
		end++
	}
	n.resolveHolder(from, t)
	if end >= to {
		return true
	}
	if w := &n.words[end]; w.shape == shapeLower || w.shape == shapePunct || w.is(cConj|cPrep) {
		n.resolve(end, to)
	} else {
		n.addPerson(end, to, 2.5)
	}
	return true
}

// headEnds tells that the chunk is the name of an organization, a place or an event, in spite of the title in it.
func (n *namer) headEnds(t, to int) bool {
	last := &n.words[to-1]
	return last.is(cOrgHead|cPlaceHead|cEventHead) && !last.is(cTitle) && !n.words[t].is(cHonor) && !n.givenAfter(t, to)
}

// titleAt tells whether the word is a title here; the Justice in "Ministry of Justice" is none.
func (n *namer) titleAt(t, from int) bool {
	if t > from && n.words[t-1].oneOf("of", "for", "and", "on", "&", "the") && n.words[t-1].shape != shapeCap {
		return false
	}
	return n.words[t].is(cTitle) || n.words[t].oneOf("ceo", "cfo", "coo", "mp", "mep") || t > from && n.rankAt(t)
}

// rankAt tells a short form of a rank or an office: "Staff Sgt.", "Reps.".
func (n *namer) rankAt(t int) bool {
	w := &n.words[t]
	return w.is(cHonor) && !w.is(cGiven) && w.lower[len(w.lower)-1] == '.' && !w.oneOf("st.", "jr.", "sr.")
}

// asSurname tells a title that ends the name of a person: Stephen King, Martin Luther King Jr.
func (n *namer) asSurname(t, from, to int) bool {
	return t > from && t-from <= 2 && n.words[from].is(cGiven) && (t+1 == to || n.words[t+1].is(cSuffix))
}

// insideOrganization tells a title that ends the name of a body: "Department of Criminal Justice".
func (n *namer) insideOrganization(t, from, to int) bool {
	for k := from + 1; t+1 == to && k < t; k++ {
		if n.words[k].oneOf("of", "for", "on") && n.words[k-1].is(cOrgOf) && !n.words[k-1].is(cTitle) {
			return true
		}
	}
	return false
}

// givenAfter tells whether a given name stands after the title.
func (n *namer) givenAfter(t, to int) bool {
	for k := t + 1; k < to; k++ {
		if n.words[k].is(cGiven) {
			return true
		}
	}
	return false
}

// resolveHolder resolves what stands before a title: the organization or place, without the words of the title.
func (n *namer) resolveHolder(from, to int) {
	for to > from && n.words[to-1].is(cTitleMod|cNation|cFaith) {
		if end, _ := n.knownAt(from, to); end == to {
			break
		}
		to--
	}
	if from < to {
		n.resolve(from, to)
	}
}

// addPerson files the words as a person's name.
func (n *namer) addPerson(from, to int, weight float64) {
	for from < to && (n.words[from].is(cHonor) && !n.words[from].is(cGiven) || n.words[from].is(cNation) && to > from+1) {
		from++
	}
	for k := from; k < to; k++ {
		if n.words[k].oneOf("of", "and", "for", "on", "&") {
			rest := k + 1
			n.resolve(rest, to)
			to = k
			break
		}
	}
	if from < to {
		n.add(candidate{from: from, to: to, kind: article.Person, weight: weight})
	}
}

// byHead reads the kind of a name from the word that says what it is.
func (n *namer) byHead(from, to int) kind {
	last := to - 1
	if w := &n.words[last]; w.is(cSuffix) && last > from {
		if w.oneOf("jr", "jr.", "sr", "sr.", "ii", "iii", "iv") {
			return article.Person
		}
		return article.Organization
	}
	for k := from + 1; k < last; k++ {
		if n.words[k].oneOf("of", "for", "on", "against", "without") && n.words[k].shape == shapeLower {
			return n.headOf(&n.words[k-1])
		}
	}
	if to-from <= 3 && n.words[from].is(cGiven) && n.words[last].oneOf(surnameHeads...) {
		return ""
	}
	if to-from < 2 {
		return ""
	}
	if to-from == 2 && n.words[from].oneOf("storm", "hurricane", "typhoon", "cyclone", "operation") {
		return article.Event
	}
	return lastHead(&n.words[last])
}

// surnameHeads are heads of places' names that are family names too.
var surnameHeads = []string{
	"camp", "hill", "banks", "park", "lake", "rivers", "fields", "castle", "temple", "street", "marsh", "church",
	"house", "bush", "bridges", "beach", "farm", "post", "mills", "waters", "wells", "falls", "sea", "bank",
}

// lastHead is the kind of a name that ends with the word.
func lastHead(w *word) kind {
	switch {
	case w.is(cOrgHead) && w.is(cPlaceHead):
		if w.oneOf("court", "house", "parliament", "cathedral", "church") {
			return article.Organization
		}
		return article.Place
	case w.is(cOrgHead):
		return article.Organization
	case w.is(cEventHead):
		return article.Event
	case w.is(cPlaceHead):
		return article.Place
	}
	return ""
}

// headOf is the kind of "X of Y".
func (n *namer) headOf(w *word) kind {
	switch {
	case w.is(cPlaceOf):
		return article.Place
	case w.is(cOrgOf):
		return article.Organization
	case w.is(cEventHead):
		return article.Event
	case w.is(cOrgHead):
		return article.Organization
	case w.is(cPlaceHead):
		return article.Place
	}
	return ""
}

// general tells words that name no place by themselves: Congressional District.
func (n *namer) general(from, to int) bool {
	for k := from; k < to-1; k++ {
		if !n.words[k].is(cTitleMod|cNation|cFaith) || n.words[k].is(cDirection) {
			return false
		}
	}
	return true
}

// addHeaded files a name with a head word, unless nothing but everyday words makes it up.
func (n *namer) addHeaded(from, to int, kd kind) {
	if kd == article.Place && (n.words[from].is(cNation) && to == from+2 && !n.words[to-1].oneOf("sea", "ocean", "gulf") || n.general(from, to)) {
		return
	}
	n.add(candidate{from: from, to: to, kind: kd, weight: 2, start: n.initial(from)})
}
