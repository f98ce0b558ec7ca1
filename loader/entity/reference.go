package entity

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/loader/article"
)

// titleMention reads "the minister" and "the Russian president", whose head noun is the word, and gives it to the one
// person in reach who holds such a title.
func (d *draft) titleMention(w int) {
	p, ok := d.definite(w, d.isTitleWord)
	if !ok || d.at(w, w+1) == "of" || d.beforePerson(w) {
		return
	}
	words := d.titleWords(p.first, p.last)
	of := d.ofKnown(p)
	who := none
	for i := len(d.recent) - 1; i >= max(0, len(d.recent)-maxRecent); i-- {
		s := &d.recent[i]
		if d.sentencesBetween(s.word, w) > d.reach {
			break
		}
		if s.actor == who || !d.fits(s.actor, words, of) {
			continue
		}
		if who != none {
			return
		}
		who = s.actor
	}
	how, sure := article.Reason{Code: "title", Text: "It is the one person near who holds the title."}, 0.8
	if who == none {
		who, sure = d.described(w, p), 0.6
		how = article.Reason{Code: "description", Text: "It is the one person who was named or spoke just before."}
	}
	if who == none {
		return
	}
	d.mention(who, p.from, p.last, article.Mention{Span: d.span(p.from, p.last), Form: article.FormTitle, Confidence: sure, Reason: how})
}

// described finds the person for "the diplomat said": a source without a title that anybody holds is the one
// person of the two sentences before.
func (d *draft) described(w int, p phrase) int {
	if d.words[w].source == none || p.first != w || p.of != none || p.country != "" || d.held[d.words[w].low] {
		return none
	}
	return d.onlyPersonNear(w, d.lex.heads[d.words[w].low])
}

// onlyPersonNear is the one person of the two sentences before, when it can be of the gender; else none.
func (d *draft) onlyPersonNear(w int, g gender) int {
	who := none
	for i := len(d.recent) - 1; i >= max(0, len(d.recent)-maxRecent); i-- {
		s := &d.recent[i]
		if d.sentencesBetween(s.word, w) > 2 {
			break
		}
		if d.actors[s.actor].kind != article.Person || s.actor == who {
			continue
		}
		if who != none || g != unknown && d.actors[s.actor].gender() != unknown && g != d.actors[s.actor].gender() {
			return none
		}
		who = s.actor
	}
	return who
}

// agedMention reads "the 52-year-old" and "the old man" as a source: the one person of the two sentences before.
func (d *draft) agedMention(w int) {
	low := d.words[w].low
	if d.words[w].source == none || low != "man" && low != "woman" && !strings.HasSuffix(low, "-year-old") {
		return
	}
	p, ok := d.definite(w, func(i int) bool { return d.words[i].low == "old" || d.words[i].low == "young" })
	if !ok || d.at(w, w+1) != "" && isLetter(d.at(w, w+1)) && d.words[w+1].source == d.words[w].source {
		return
	}
	who := d.onlyPersonNear(w, map[string]gender{"man": male, "woman": female}[low])
	if who == none {
		return
	}
	d.mention(who, p.from, w, article.Mention{
		Span: d.span(p.from, w), Form: article.FormTitle, Confidence: 0.6,
		Reason: article.Reason{Code: "description", Text: "It is the one person who was named or spoke just before."},
	})
}

// definite reads a phrase that ends in the word and is definite: "the", "Russia's" or "the Russian" before it.
func (d *draft) definite(w int, part func(int) bool) (phrase, bool) {
	p := phrase{first: w, last: w, of: none, from: w}
	for p.first > 0 && w-p.first < maxTitle && d.sameSentence(p.first-1, w) && part(p.first-1) {
		p.first--
	}
	p.from = p.first
	d.ofBefore(&p)
	i := p.from - 1
	if i >= 0 && d.sameSentence(i, w) && d.words[i].low == "the" {
		p.from = i
		return p, true
	}
	return p, p.of != none && isPossessive(d.at(w, p.first-1))
}

// beforePerson tells whether a person's name follows: then the title is that person's.
func (d *draft) beforePerson(w int) bool {
	i := d.skipForward(w + 1)
	if i >= len(d.words) || !d.sameSentence(i, w) {
		return false
	}
	n := d.words[i].name
	return n != none && d.names[n].form != none && d.forms[d.names[n].form].kind == article.Person
}

func (d *draft) skipForward(w int) int {
	if w < len(d.words) {
		if _, ok := d.lex.honorifics[d.words[w].low]; ok {
			return w + 1
		}
	}
	return w
}

// fits tells whether the person holds a title of these words, of that body or country; none stands for any.
func (d *draft) fits(a int, words []string, of int) bool {
	return slices.ContainsFunc(d.actors[a].titles, func(t held) bool {
		if of != none && t.of != of {
			return false
		}
		for _, w := range words {
			if !slices.ContainsFunc(t.words, func(x string) bool { return sameTitle(x, w) }) {
				return false
			}
		}
		for _, x := range t.words {
			if d.lex.lowering[x] && !slices.Contains(words, x) {
				return false
			}
		}
		return sameTitle(t.words[len(t.words)-1], words[len(words)-1]) || len(words) > 1
	})
}

// sameTitle tells whether two words of titles are the same; a spokesperson may be a spokesman.
func sameTitle(x, y string) bool {
	if x == y {
		return true
	}
	for _, ending := range []string{"man", "woman"} {
		x, y = strings.TrimSuffix(x, ending), strings.TrimSuffix(y, ending)
	}
	return strings.TrimSuffix(x, "person") == strings.TrimSuffix(y, "person")
}

// bodyMention reads "the ministry", and gives it to the one organization in reach with the word in its name.
func (d *draft) bodyMention(w int) {
	p, ok := d.definite(w, func(int) bool { return false })
	if next := d.at(w, w+1); !ok || next == "of" || next == "for" || d.beforeNoun(w) {
		return
	}
	who, how := d.bodyFor(w)
	if who == none {
		return
	}
	d.mention(who, p.from, w, article.Mention{
		Span: d.span(p.from, w), Form: article.FormTitle, Confidence: 0.75,
		Reason: article.Reason{Code: "description", Text: how},
	})
}

// bodyFor finds the organization for the noun, and tells why: the one near with it in its name; where somebody says something, or says
// it, also the one that was named just before, or the one of the article with it in its name.
func (d *draft) bodyFor(w int) (who int, how string) {
	who, several := d.namedNear(d.words[w].low, w)
	switch {
	case several:
		return none, ""
	case who != none:
		return who, "It is the one organization near with the word in its name."
	case d.words[w].source == none && d.words[w].content == none:
		return none, ""
	}
	if who = d.onlyBodyNear(w); who != none {
		return who, "It is the one organization that was named just before."
	}
	if !d.lex.common[d.words[w].low] {
		who = d.onlyBody(d.words[w].low)
	}
	return who, "It is the one organization of the article with the word in its name."
}

// namedNear is the one organization in reach with the word in its name, or none; several tells that there are more.
func (d *draft) namedNear(low string, w int) (who int, several bool) {
	who = none
	for i := len(d.recent) - 1; i >= max(0, len(d.recent)-maxRecent); i-- {
		s := &d.recent[i]
		if d.sentencesBetween(s.word, w) > d.reach {
			break
		}
		if s.actor == who || !d.named(s.actor, low) {
			continue
		}
		if who != none {
			return none, true
		}
		who = s.actor
	}
	return who, false
}

// onlyBodyNear finds the organization for "the company said": the one of this sentence and the one before.
func (d *draft) onlyBodyNear(w int) int {
	switch d.words[w].low {
	case "company", "firm", "group", "airline", "charity", "union", "club", "bank", "newspaper", "corporation", "organization", "organisation",
		"studio", "broadcaster", "retailer", "carmaker", "operator", "developer", "manufacturer":
	default:
		return none
	}
	who := none
	for i := len(d.recent) - 1; i >= max(0, len(d.recent)-maxRecent); i-- {
		s := &d.recent[i]
		if d.sentencesBetween(s.word, w) > 1 {
			break
		}
		if d.actors[s.actor].kind != article.Organization || s.actor == who {
			continue
		}
		if who != none {
			return none
		}
		who = s.actor
	}
	return who
}

// beforeNoun tells whether the word is a modifier of what follows: "the party leader", "the ministry's spokesman".
func (d *draft) beforeNoun(w int) bool {
	next := d.at(w, w+1)
	return isPossessive(next) || d.isHeadAt(w+1) || d.lex.bodies[next]
}

func (d *draft) isHeadAt(w int) bool { return w < len(d.words) && d.isTitleWord(w) }

// named tells whether the organization has the word in one of its names.
func (d *draft) named(a int, low string) bool {
	x := &d.actors[a]
	return x.kind == article.Organization && slices.Contains(x.nouns, low)
}
