package reader

import (
	"strings"

	"github.com/newsgraph/newsgraph/loader/article"
)

const functionWord = cDet | cPron | cPoss | cPrep | cConj | cSubord | cWh | cAux | cAdv

// nameish words may begin a name although they are everyday words.
const nameish = cOrgHead | cOrgOf | cPlaceHead | cPlaceOf | cDirection | cTitle | cTitleMod | cNation | cFaith | cGiven | cEventHead | cHonor

// chunks finds the runs of capitals of a sentence and resolves each.
func (n *namer) chunks(sentence int) {
	s := n.sentences[sentence]
	for k := s[0]; k < s[1]; {
		if !n.begins(k, sentence) {
			k++
			continue
		}
		end := n.chunkEnd(k, s[1])
		k = n.afterOffice(k, end, s[0])
		if n.title[sentence] || n.shouted(k, end) {
			n.resolveTitled(k, end)
		} else {
			n.resolve(k, n.beforeAgain(k, end, s[1]))
		}
		k = end
	}
}

// shouted tells words in capitals: "YOUR SECOND CUP".
func (n *namer) shouted(from, to int) bool {
	words := 0
	for k := from; k < to; k++ {
		if w := &n.words[k]; w.shape == shapeCaps && w.end-w.start > 3 && strings.IndexByte(w.lower, '.') < 0 {
			words++
		}
	}
	return words >= 2
}

// beforeAgain returns the end of the name before its long form, which scraped pages put behind it without a mark:
// "Jane Doe" in "Jane Doe Jane (Janie) Mary Doe".
func (n *namer) beforeAgain(from, to, limit int) int {
	if to >= limit || n.words[to].lower != "(" && !n.scrapeJoin(to) {
		return to
	}
	k := from
	for k < to && !n.words[k].is(cGiven) {
		k++
	}
	for k++; k < to; k++ {
		if n.words[k].is(cGiven) && !n.words[k-1].is(cGiven) {
			return k
		}
	}
	return to
}

// afterOffice steps over the office in "Secretary of State John Kerry", where the chunk starts with "State".
func (n *namer) afterOffice(k, end, from int) int {
	if k < from+2 || n.words[k-1].lower != "of" || !n.words[k-2].is(cTitle) {
		return k
	}
	at := k
	for at < end && n.words[at].is(cTitleMod|cCommon) && !n.words[at].is(cGiven) {
		at++
	}
	if at > k && end-at >= 2 {
		return at
	}
	return k
}

// begins tells whether a chunk may begin with the word.
func (n *namer) begins(k, sentence int) bool {
	w := &n.words[k]
	if !n.nameWord(k) {
		return false
	}
	if n.title[sentence] || !n.initial(k) {
		return !w.is(functionWord) || w.shape == shapeCaps || w.is(nameish) || n.lex.heads[w.lower] || n.lex.names[w.lower] != "" || n.caps[w.lower] > 2
	}
	if n.lex.names[w.lower] != "" || n.lex.heads[w.lower] {
		return true
	}
	return !w.is(functionWord|cCommon) || w.is(nameish) || n.caps[w.lower] > 0 && n.lows[w.lower] == 0
}

// nameWord tells whether the word may be part of a name by its shape and by its neighbours.
func (n *namer) nameWord(k int) bool {
	w := &n.words[k]
	switch {
	case w.shape == shapeOther:
		return n.lex.names[w.lower] != "" || arabic(n.Text[w.start:w.end])
	case !w.capital(), n.scrapeJoin(k):
		return false
	case w.lower == "i", w.lower == "fm", w.shape == shapeCaps && roman(w.lower):
		return n.endsName(k)
	case w.is(cMonth | cWeekday):
		return n.monthAsName(k)
	}
	return !n.noName(k)
}

// noName tells words in capitals that name nothing of our kinds: abbreviations, marks of parties, sums of money.
func (n *namer) noName(k int) bool {
	w := &n.words[k]
	return w.is(cNoName) && n.lex.names[w.lower] == "" && !roman(w.lower) || partisan(w.lower) || pluralShort(n.Text[w.start:w.end]) ||
		w.shape == shapeCaps && k+1 < len(n.words) && n.words[k+1].lower == "$"
}

// endsName tells whether a numeral, or "FM", closes a name: World War I, King Karel III, Harbour FM.
func (n *namer) endsName(k int) bool {
	if k == 0 || !n.words[k-1].capital() {
		return false
	}
	switch n.words[k].lower {
	case "i":
		return n.words[k-1].lower == "war"
	case "fm":
		return k+1 >= len(n.words) || !n.words[k+1].capital()
	}
	return true
}

// scrapeJoin tells two words that lost the blank between them, as scraped pages have it: "TrumpGOP" beside "Trump".
func (n *namer) scrapeJoin(k int) bool {
	w := &n.words[k]
	at := innerCapital(n.Text[w.start:w.end])
	return at > 0 && k > 0 && n.words[k-1].capital() && (n.caps[w.lower[:at]] > 0 || n.lex.names[w.lower[:at]] != "")
}

// arabic tells a name with its article: al-Assad.
func arabic(w string) bool {
	cut := strings.IndexByte(w, '-')
	return cut > 0 && articleOfArabic(w[:cut]) && startsUpper(w[cut+1:])
}

// articleOfArabic tells the article in the spellings of news.
func articleOfArabic(w string) bool {
	switch w {
	case "al", "el", "ul", "ar", "as", "ash", "at", "ad", "an", "ez", "az":
		return true
	}
	return false
}

// pluralShort tells the plural of an abbreviation: MPs, NGOs, 747s.
func pluralShort(w string) bool {
	last := len(w) - 1
	return last >= 2 && w[last] == 's' && strings.ToUpper(w[:last]) == w[:last]
}

// partisan tells the party and state of an American politician: "R-Texas", "D-N.Y.".
func partisan(w string) bool {
	return len(w) > 3 && w[1] == '-' && (w[0] == 'd' || w[0] == 'r' || w[0] == 'i')
}

// roman tells a Roman numeral of two letters and more.
func roman(w string) bool {
	return len(w) > 1 && strings.Trim(w, "ivx") == ""
}

// monthAsName tells "Theresa May" and "Jan Egeland" from the month, and the Saturday Night Massacre from the day.
func (n *namer) monthAsName(k int) bool {
	w := &n.words[k]
	if w.is(cGiven) && k+1 < len(n.words) && n.words[k+1].shape == shapeCap && !n.words[k+1].is(cMonth|cWeekday|cCommon) {
		return true
	}
	if k+2 < len(n.words) && n.words[k+1].lower == "night" && n.words[k+1].capital() && n.words[k+2].capital() {
		return true
	}
	return w.oneOf("may", "june", "april", "march") && n.bearsMonth(k)
}

// bearsMonth tells whether somebody in the text is called as the month is.
func (n *namer) bearsMonth(k int) bool {
	w := &n.words[k]
	if k+1 < len(n.words) && n.words[k+1].shape == shapeNumber {
		return false
	}
	return k > 0 && n.words[k-1].shape == shapeCap && n.words[k-1].is(cGiven|cHonor|cTitle) || n.caps[w.lower] > 2 && n.parts[w.lower] != nil
}

// longestChunk is how many words a chunk has at most; it keeps the time linear for texts in capitals.
const longestChunk = 60

// chunkEnd returns where the run of name words from k ends.
func (n *namer) chunkEnd(k, limit int) int {
	end := k + 1
	for limit = min(limit, k+longestChunk); end < limit; {
		next := n.extend(k, end, limit)
		if next == end {
			break
		}
		end = next
	}
	return end
}

// extend returns the end after the next word of the chunk, with what links it; the same end when there is none.
func (n *namer) extend(from, end, limit int) int {
	w := &n.words[end]
	if n.nameWord(end) && !w.is(cPron|cSubord) {
		return end + 1
	}
	if end+1 >= limit || !n.links(from, end, limit) {
		return end
	}
	next := end + 1
	for next < limit-1 && n.words[next].shape == shapeLower && (n.words[next].lower == "the" || w.is(cParticle) && n.words[next].is(cParticle)) {
		next++
	}
	if n.nameWord(next) && (n.words[next].shape == shapeCap || w.oneOf("of", "&")) {
		return next + 1
	}
	return end
}

// links tells whether the word, which has no capital, may tie the words around it to one name.
func (n *namer) links(from, at, limit int) bool {
	w, p := &n.words[at], &n.words[at-1]
	switch {
	case w.lower == "of":
		return p.is(cOrgOf|cPlaceOf|cEventHead|cOrgHead|cPlaceHead) && !p.is(cTitle)
	case w.oneOf("for", "on", "against", "without"):
		return p.is(cOrgOf) && !n.words[at+1].is(cTitle|cGiven|cHonor)
	case w.lower == "&":
		return true
	case w.lower == "and":
		return n.joinsByAnd(from, at, limit)
	case w.possessive():
		if p.oneOf("king", "queen", "bishop", "driver", "lloyd", "moody") && !n.words[at+1].is(cOrgHead|cPlaceHead) {
			return false
		}
		return strings.HasSuffix(p.lower, "men") && !p.is(cGiven) || p.oneOf("people", "women", "children", "workers", "farmers", "men", "lloyd", "moody", "levi", "king",
			"queen", "driver", "teachers", "writers", "veterans", "students", "girls", "boys", "bishop")
	}
	return w.is(cParticle) && w.shape == shapeLower
}

// joinsByAnd tells whether "and" lies inside one name: "Ministry of Health and Sports", "Food and Drug Administration".
func (n *namer) joinsByAnd(from, and, limit int) bool {
	if and+1 >= limit || !n.words[and+1].capital() || !n.joinable(&n.words[and-1]) {
		return false
	}
	for k := and - 1; k >= from; k-- {
		if w := &n.words[and+1]; n.words[k].oneOf("of", "for", "on") {
			return w.is(cCommon|cTitleMod) || n.lex.names[w.lower] == "" && !w.is(cGiven|cTitle)
		}
	}
	for end := and + 1; end < min(limit, and+5) && n.words[end].shape == shapeCap && !n.words[end].is(cTitle|cGiven|cHonor); end++ {
		if end > and+1 && n.words[end].is(cOrgHead) {
			return true
		}
	}
	return false
}

// joinable tells a common word that is no head: what stands before "and" in the name of a body.
func (n *namer) joinable(w *word) bool {
	return (w.is(cCommon|cTitleMod) || abstract(w.lower)) && !w.is(cTitle|cOrgHead)
}

// resolveTitled takes from a headline only what is known or what the article names elsewhere.
func (n *namer) resolveTitled(from, to int) {
	for k := from; k < to; {
		if end, kd := n.knownAt(k, to); end > k && (kd != article.Organization || end > k+1 || n.words[k].shape == shapeCaps || n.caps[n.words[k].lower] > 0) {
			if !n.words[k].is(functionWord) || n.words[k].shape == shapeCaps && len(n.words[k].lower) > 2 {
				n.add(candidate{from: k, to: end, kind: kd, weight: 3})
			}
			k = end
			continue
		}
		end := n.seenAt(k, to)
		if end > k {
			n.resolve(k, end)
			k = end
			continue
		}
		k++
	}
}

// seenAt returns the end of the run of words that the article writes with capitals in its sentences.
func (n *namer) seenAt(k, to int) int {
	end := k
	for end < to && n.words[end].capital() && n.caps[n.words[end].lower] > 0 && n.lows[n.words[end].lower] == 0 &&
		!n.words[end].is(functionWord) {
		end++
	}
	return end
}
