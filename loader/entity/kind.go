package entity

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/loader/article"
)

// namedLikeBodies corrects the kind of a name of one word that the reader takes for a person's, when the article has an
// organization whose name starts or ends with it ("Kestrel" of "Kestrel Shipping") and no person with it in the name.
func (d *draft) namedLikeBodies() {
	bodies, persons := map[string]bool{}, map[string]bool{}
	for i := range d.forms {
		f := &d.forms[i]
		switch {
		case len(f.words) < 2:
		case f.kind == article.Organization:
			bodies[f.words[0]] = true
			bodies[f.words[len(f.words)-1]] = true
		case f.kind == article.Person:
			for _, w := range f.words {
				persons[w] = true
			}
		}
	}
	for i := range d.forms {
		if f := &d.forms[i]; f.kind == article.Person && len(f.words) == 1 && f.honor == "" && bodies[f.words[0]] && !persons[f.words[0]] {
			f.kind = article.Organization
		}
	}
}

// parts are the words of the article's names.
type parts struct {
	full   map[string]int  // first and last words of full names of persons: the first such name
	alone  map[string]bool // words that are persons' names by themselves
	others map[string]bool // words of longer names of others
}

func (d *draft) newParts() *parts {
	p := &parts{full: map[string]int{}, alone: map[string]bool{}, others: map[string]bool{}}
	for i := range d.forms {
		f := &d.forms[i]
		switch {
		case f.kind == article.Person && len(f.words) > 1:
			p.add(f.words[0], f.names[0])
			p.add(f.words[len(f.words)-1], f.names[0])
		case f.kind == article.Person:
			p.alone[f.words[0]] = true
		case len(f.words) > 1 && d.lex.first[f.words[0]] == unknown:
			for _, w := range f.words {
				p.others[w] = true
			}
		}
	}
	return p
}

func (p *parts) add(word string, name int) {
	if at, ok := p.full[word]; !ok || name < at {
		p.full[word] = name
	}
}

// namedLikePersons corrects the kind of a name that the reader takes for a body's or a place's: of a surname or first name behind the
// full name of a person ("Bayliss" after "Conrad Bayliss"), and of a full name with a first name that people have, when its last
// word is a person's ("Helga Storm", "Storm"); of a name behind an office that a person alone can hold ("Rep. Teo O'Dair"); and of one that
// begins with a first name, where the reader is not sure.
func (d *draft) namedLikePersons() {
	d.takeForPersons(func(f *form) bool { return d.holdsOffice(f) || d.hasFirstName(f) })
	p := d.newParts()
	d.takeForPersons(func(f *form) bool {
		return !p.others[f.words[len(f.words)-1]] && (len(f.words) == 1 && d.isPartOf(p, f) || len(f.words) > 1 && d.isFullOf(p, f))
	})
}

// takeForPersons makes persons of those forms that may be one and for which the test says so.
func (d *draft) takeForPersons(is func(*form) bool) {
	for i := range d.forms {
		if f := &d.forms[i]; d.mayBePerson(f) && is(f) {
			f.kind = article.Person
			f.words = d.personWords(f)
		}
	}
}

// holdsOffice tells whether the form stands right behind the title of an office or an honorific somewhere. Of the heads of titles only those are
// looked at that no organization has before its name.
func (d *draft) holdsOffice(f *form) bool {
	return slices.ContainsFunc(f.names, func(n int) bool {
		first := d.names[n].first
		low := strings.TrimSuffix(d.at(first, first-1), ".")
		if _, honor := d.lex.honorifics[low]; honor {
			return low != "don" && low != "father" && low != "miss"
		}
		switch low {
		case "president", "leader", "premier", "chancellor", "senator", "congressman", "congresswoman", "governor", "mayor", "ambassador", "dictator",
			"king", "queen", "pope", "emperor", "sultan", "ayatollah", "archbishop":
			return true
		}
		return false
	})
}

// unsure is the mean confidence under which the reader did not quite know what kind of name it read.
const unsure = 0.6

// hasFirstName tells a common first name with a word or two behind it, of which the reader was not sure.
func (d *draft) hasFirstName(f *form) bool {
	if len(f.words) < 2 || len(f.words) > 3 || d.lex.first[f.words[0]] == unknown || f.kind != article.Organization {
		return false
	}
	votes := 0.0
	for k, kind := range kinds() {
		if kind == f.kind {
			votes = f.votes[k]
		}
	}
	return votes/float64(len(f.names))-baseVote < unsure
}

// mayBePerson leaves out persons, and what is surely something else.
func (d *draft) mayBePerson(f *form) bool {
	return f.kind != article.Person && f.kind != article.Event && f.country == "" && !isAcronym(f.text) &&
		!d.lex.bodies[f.words[len(f.words)-1]] && d.places.capitals[f.key] == ""
}

func (d *draft) isPartOf(p *parts, f *form) bool {
	at, ok := p.full[f.words[0]]
	return ok && at < f.names[0] && !d.isWhere(f)
}

func (d *draft) isFullOf(p *parts, f *form) bool {
	return p.alone[f.words[len(f.words)-1]] && d.lex.first[f.words[0]] != unknown
}

// isWhere tells whether the form stands behind a preposition of place somewhere.
func (d *draft) isWhere(f *form) bool {
	return slices.ContainsFunc(f.names, func(n int) bool {
		switch first := d.names[n].first; d.at(first, first-1) {
		case "in", "near", "across", "outside":
			return true
		}
		return false
	})
}
