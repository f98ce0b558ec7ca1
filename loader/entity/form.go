package entity

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/loader/article"
)

// form is one way of naming in the article: all names with the same folded words.
type form struct {
	key     string
	words   []string // folded, without "the", honorifics and "Jr."
	text    string   // as it is first written
	kind    article.Kind
	votes   [4]float64 // for each of the kinds
	country string     // the everyday name of the country that it names, or ""
	names   []int      // indexes into Names, in order
	honor   string     // the honorific that is part of the name, folded: "mrs"
	suffix  string     // what tells a son from his father, folded: "jr"
	actor   int        // index into actors, or none
	// rivals are the actors that the form may stand for, when there are several: then each name is settled by itself.
	rivals []int
	how    article.Reason // why it is the actor's
	sure   float64        // the confidence of that
}

// kinds is the order in which ties between kinds are broken.
func kinds() [4]article.Kind {
	return [...]article.Kind{article.Person, article.Organization, article.Place, article.Event}
}

// collectForms makes the forms of the article's names, in the order of their first use.
func (d *draft) collectForms() {
	type writing struct {
		text string
		kind article.Kind
	}
	index := map[string]int{}
	read := map[writing]int{}
	for i, n := range d.given {
		as := writing{n.Span.Of(d.a.Text), n.Kind}
		f, ok := read[as]
		if !ok {
			f = d.formOf(as.text, n.Kind, index)
			read[as] = f
		}
		if f == none {
			continue
		}
		d.forms[f].names = append(d.forms[f].names, i)
		for k, kind := range kinds() {
			if kind == n.Kind {
				d.forms[f].votes[k] += 0.5 + n.Confidence
			}
		}
		d.names[i].form = f
	}
	for i := range d.forms {
		d.settle(&d.forms[i])
	}
	d.namedLikeBodies()
	d.namedLikePersons()
}

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

// namedLikePersons corrects the kind of a name that the reader takes for a body's or a place's: of a surname or first name behind the
// full name of a person ("Bayliss" after "Conrad Bayliss"), and of a full name with a first name that people have, when its last word is a
// person's ("Helga Storm", "Storm").
func (d *draft) namedLikePersons() {
	full, alone, others := map[string]int{}, map[string]bool{}, map[string]bool{} // words of names, and where the first is
	for i := range d.forms {
		f := &d.forms[i]
		last := f.words[len(f.words)-1]
		switch {
		case f.kind == article.Person && len(f.words) > 1:
			for _, part := range []string{f.words[0], last} {
				if at, ok := full[part]; !ok || f.names[0] < at {
					full[part] = f.names[0]
				}
			}
		case f.kind == article.Person:
			alone[last] = true
		case len(f.words) > 1 && d.lex.first[f.words[0]] == unknown:
			for _, w := range f.words {
				others[w] = true
			}
		}
	}
	for i := range d.forms {
		f := &d.forms[i]
		last := f.words[len(f.words)-1]
		if f.kind == article.Person || f.kind == article.Event || f.country != "" || isAcronym(f.text) || others[last] || d.lex.bodies[last] || d.places.capitals[f.key] != "" {
			continue
		}
		at, named := full[last]
		if len(f.words) == 1 && named && at < f.names[0] && !d.isWhere(f) || len(f.words) > 1 && alone[last] && d.lex.first[f.words[0]] != unknown {
			f.kind = article.Person
			f.words = d.personWords(f)
		}
	}
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

// formOf returns the form of a name, a new one when there is none yet; none for a name without letters.
func (d *draft) formOf(text string, kind article.Kind, index map[string]int) int {
	key := fold(text)
	if key == "" {
		return none
	}
	country := d.countryOf(text, kind)
	if country != "" {
		key = "country " + fold(country)
	} else {
		key = strings.TrimPrefix(key, "the ")
	}
	f, ok := index[key]
	if !ok {
		f = len(d.forms)
		index[key] = f
		d.forms = append(d.forms, form{key: key, text: text, country: country, actor: none})
	}
	return f
}

// countryOf returns the country that a name names. Names that are given to persons too (Jordan, Chad) are countries
// only where the reader says that they are places.
func (d *draft) countryOf(text string, kind article.Kind) string {
	if kind == article.Person || kind == article.Event {
		return ""
	}
	return d.places.country(text)
}

// settle decides a form's kind by majority and takes its words apart.
func (d *draft) settle(f *form) {
	best := 0.0
	for k, v := range f.votes {
		if v > best {
			f.kind, best = kinds()[k], v
		}
	}
	f.words = strings.Fields(f.key)
	if _, honor := d.lex.honorifics[f.words[0]]; honor && len(f.words) > 1 && f.words[0] != "miss" && f.words[0] != "don" && f.words[0] != "father" {
		f.kind = article.Person // "Cllr Tubb", whatever the reader says
	}
	if f.country != "" {
		f.kind = article.Place
		return
	}
	if f.kind == article.Person {
		f.words = d.personWords(f)
	}
}

// personWords returns the words of a person's name that tell who it is.
func (d *draft) personWords(f *form) []string {
	words := f.words
	for len(words) > 1 {
		if _, ok := d.lex.honorifics[words[0]]; !ok {
			break
		}
		f.honor, words = words[0], words[1:]
	}
	for len(words) > 1 {
		switch words[len(words)-1] {
		case "jr", "sr", "ii", "iii":
			f.suffix, words = words[len(words)-1], words[:len(words)-1]
			continue
		}
		break
	}
	// "al-Assad" is "Assad".
	out := words[:0:0]
	for i, w := range words {
		if i == len(words)-1 || w != "al" && w != "el" {
			out = append(out, w)
		}
	}
	return out
}
