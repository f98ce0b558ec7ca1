package entity

import (
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

// baseVote is what a name counts for its kind beside its confidence.
const baseVote = 0.5

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
		if name := d.called[n.Span.Start]; name != "" {
			as.text = name
		}
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
				d.forms[f].votes[k] += baseVote + n.Confidence
			}
		}
		d.names[i].form = f
	}
	for i := range d.forms {
		d.settle(&d.forms[i])
	}
	d.namedLikePersons()
	d.namedLikeBodies()
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
	if _, honor := d.lex.honorifics[f.words[0]]; honor && len(f.words) > 1 && f.kind == article.Organization && f.words[0] != "miss" && f.words[0] != "don" && f.words[0] != "father" {
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
