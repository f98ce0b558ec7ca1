package entity

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/loader/article"
)

// sameActor joins the forms that name the same organization, place or event: by a bracket or "formerly", as
// acronym, and as short form of a company's name.
func (d *draft) sameActor() sets {
	same := newSets(len(d.forms))
	d.joinAliases(same)
	d.joinAcronyms(same)
	d.joinShort(same)
	return same
}

// joinAliases reads "Islamic State (IS, formerly ISIS)" and "Twitter, now known as X".
func (d *draft) joinAliases(same sets) {
	head := none // the name before the bracket
	for i := 1; i < len(d.names); i++ {
		before, name := d.names[i-1], d.names[i]
		if before.form == none || name.form == none || name.first > name.last || before.first > before.last {
			head = none
			continue
		}
		bracket, cue, ok := d.aliasLink(before.last+1, name.first)
		if !ok {
			head = none
			continue
		}
		if bracket || head == none {
			head = i - 1
		}
		d.joinAlias(same, d.names[head].form, name.form, cue)
	}
}

// joinAlias joins the second form to the first, beside which it stands in a bracket or after a comma, when words ("formerly") or its
// letters say that it names the same.
func (d *draft) joinAlias(same sets, i, j int, cue bool) {
	long, short := &d.forms[i], &d.forms[j]
	if i == j || long.kind == article.Person || short.country != "" && long.country == "" && !cue {
		return
	}
	switch {
	case cue && short.kind != article.Person:
		d.join(same, i, j, "formerly", "The text says that it is another name of it.")
	case isAcronym(short.text) && stands(short.key, long.words):
		d.join(same, i, j, "acronym", "The text gives it as the acronym.")
	}
}

func (d *draft) join(same sets, i, j int, code, text string) {
	same.join(i, j)
	d.forms[j].how, d.forms[j].sure = article.Reason{Code: code, Text: text}, 0.9
	d.forms[j].kind = d.forms[i].kind
}

// aliasLink reads the few words between two names: whether they open a bracket, whether they say that
// the second is another name, and whether they are such words at all.
func (d *draft) aliasLink(from, to int) (bracket, cue, ok bool) {
	if to-from < 1 || to-from > 6 {
		return false, false, false
	}
	for w := from; w < to; w++ {
		switch d.words[w].low {
		case "(", "[":
			bracket = true
		case "formerly", "previously", "known", "aka", "a.k.a", "called", "named", "renamed", "abbreviated":
			cue = true
		case ",", "the", "or", "now", "also", "as", "once", "better", "then", "and", "“", "\"", "‘", "”", "’", "'":
		default:
			return false, false, false
		}
	}
	return bracket, cue, bracket || cue || d.inBracket(from)
}

// inBracket tells whether a bracket was opened in the few words before and not closed.
func (d *draft) inBracket(w int) bool {
	for i := w - 1; i >= 0 && i > w-12; i-- {
		switch d.words[i].low {
		case "(", "[":
			return true
		case ")", "]":
			return false
		}
	}
	return false
}

// isAcronym tells whether the text is two to eight capitals, perhaps with dots, digits and small letters ("DoD").
func isAcronym(text string) bool {
	capitals, others := 0, 0
	for _, r := range text {
		switch {
		case 'A' <= r && r <= 'Z':
			capitals++
		case r == '.' || '0' <= r && r <= '9' || r == '-' || r == '&':
		default:
			others++
		}
	}
	return capitals >= 2 && capitals <= 8 && others < capitals
}

// stands tells whether the letters of the acronym are the initials of the words, small words left out or not.
func stands(acronym string, words []string) bool {
	var all, big strings.Builder
	for _, w := range words {
		all.WriteByte(w[0])
		if !isSmall(w) {
			big.WriteByte(w[0])
		}
	}
	acronym = strings.ReplaceAll(acronym, " ", "")
	return len(acronym) >= 2 && (acronym == all.String() || acronym == big.String())
}

func isSmall(w string) bool {
	return slices.Contains([]string{"of", "the", "and", "for", "in", "on", "to", "de", "la", "du", "des", "et", "&"}, w)
}

// joinAcronyms joins "WHO" to the one name of the article that it can stand for.
func (d *draft) joinAcronyms(same sets) {
	long := map[string][]int{} // first letter → forms of several words
	for i := range d.forms {
		if f := &d.forms[i]; len(f.words) > 1 && f.kind != article.Person && f.country == "" {
			long[f.words[0][:1]] = append(long[f.words[0][:1]], i)
		}
	}
	for i := range d.forms {
		f := &d.forms[i]
		if len(f.words) != 1 || !isAcronym(f.text) || f.country != "" || f.kind == article.Place || f.kind == article.Event {
			continue
		}
		var found []int
		for _, j := range bounded(long[f.key[:1]]) {
			if stands(f.key, d.forms[j].words) {
				found = append(found, j)
			}
		}
		if len(found) == 1 && same.find(found[0]) != same.find(i) {
			d.join(same, found[0], i, "acronym", "Its letters are the initials of one name of the article only.")
		}
	}
}

// joinShort joins "Goldman Sachs" to "Goldman Sachs Group", and "al-Nusra" to "Al-Nusra Front", where one longer name starts so.
func (d *draft) joinShort(same sets) {
	longer := map[string][]int{}
	for i := range d.forms {
		if f := &d.forms[i]; f.kind == article.Organization {
			longer[bareWords(f.words)[0]] = append(longer[bareWords(f.words)[0]], i)
		}
	}
	ending := d.byEnding()
	for i := range d.forms {
		f := &d.forms[i]
		if f.kind != article.Organization || f.country != "" {
			continue
		}
		if long := ending[f.key]; len(long) == 1 {
			d.join(same, long[0], i, "short-name", "One longer name of the article ends in it.")
			continue
		}
		short := bareWords(f.words)
		var found []int
		for _, j := range bounded(longer[short[0]]) {
			if j != i && d.isShortOf(short, bareWords(d.forms[j].words)) {
				found = append(found, j)
			}
		}
		if len(found) == 1 {
			d.join(same, found[0], i, "short-name", "One longer name of the article starts with it.")
		}
	}
}

// byEnding finds the longer names of organizations by their last word: "Commission", "Serrano" of "Banco Serrano".
func (d *draft) byEnding() map[string][]int {
	ending := map[string][]int{}
	for i := range d.forms {
		if f := &d.forms[i]; f.kind == article.Organization && len(f.words) > 1 {
			last := f.words[len(f.words)-1]
			ending[last] = append(ending[last], i)
		}
	}
	return ending
}

// bareWords drops the article of Arabic names: "al Nusra Front" is "Nusra Front".
func bareWords(words []string) []string {
	if len(words) > 1 && (words[0] == "al" || words[0] == "the") {
		return words[1:]
	}
	return words
}

// isPaperOrClub tells the nouns before which a place stands in an organization's name: "Halden Radio" is not Halden.
func isPaperOrClub(noun string) bool {
	switch noun {
	case "radio", "tv", "television", "news", "times", "post", "herald", "daily", "star", "echo", "journal", "tribune", "gazette", "city", "united",
		"rovers", "fc", "athletic", "county", "airport", "zoo", "museum", "orchestra", "opera", "theatre", "theater", "stadium":
		return true
	}
	return false
}

// isShortOf tells whether the long name is the short one and words that only say what kind of body it is.
func (d *draft) isShortOf(short, long []string) bool {
	if len(long) <= len(short) || !slices.Equal(long[:len(short)], short) {
		return len(long) == len(short) && slices.Equal(long, short)
	}
	if d.lex.bodies[short[len(short)-1]] || d.places.country(short[0]) != "" {
		return false
	}
	if len(short) == 1 && len(long) == 2 && len(short[0]) > 3 && !d.lex.bodies[short[0]] && !isPaperOrClub(long[1]) {
		return true
	}
	for _, w := range long[len(short):] {
		switch w {
		case "inc", "ltd", "plc", "llc", "co", "ag", "sa", "holdings", "corp", "group", "and", "company", "sons":
		default:
			if !d.lex.bodies[w] {
				return false
			}
		}
	}
	return true
}
