package entity

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/loader/article"
)

// roster finds the persons of an article by the words of their names.
type roster struct {
	byLast  map[string][]int // actors whose full name ends in the word
	byWord  map[string][]int // actors whose full name has the word elsewhere
	byFirst map[string][]int // actors whose full name starts with the word
	full    map[int][]string // the words of an actor's longest name
	since   map[int]int      // the first name, index into Names, that is an actor's longest
	suffix  map[int]string   // the suffix of an actor's full name
	juniors map[string]bool  // the surnames that the text gives with a suffix: "Silva Jr."
}

func (d *draft) newRoster() *roster {
	r := &roster{
		byLast: map[string][]int{}, byWord: map[string][]int{}, byFirst: map[string][]int{}, full: map[int][]string{},
		since: map[int]int{}, suffix: map[int]string{}, juniors: map[string]bool{},
	}
	for i := range d.forms {
		if f := &d.forms[i]; f.suffix != "" && len(f.words) == 1 {
			r.juniors[f.words[0]] = true
		}
	}
	return r
}

func (r *roster) add(a int, words []string, suffix string) {
	if _, ok := r.full[a]; ok {
		return
	}
	r.full[a] = words
	r.suffix[a] = suffix
	last := len(words) - 1
	r.byLast[words[last]] = append(r.byLast[words[last]], a)
	if last > 0 {
		r.byFirst[words[0]] = append(r.byFirst[words[0]], a)
	}
	for i := 1; i < last; i++ {
		if !slices.Contains(words[:i], words[i]) {
			r.byWord[words[i]] = append(r.byWord[words[i]], a)
		}
	}
}

// groupPersons makes one actor out of full names, surnames and first names, and returns who they are.
func (d *draft) groupPersons() *roster {
	d.joinCouples()
	r := d.newRoster()
	for _, i := range d.byLength() {
		f := &d.forms[i]
		if f.kind != article.Person || len(f.words) == 0 {
			continue
		}
		found, how := d.persons(r, f)
		switch len(found) {
		case 0:
			f.actor = d.newActor(f)
			f.how, f.sure = article.Reason{Code: "name", Text: "The text names the person."}, 0.95
			r.add(f.actor, f.words, f.suffix)
			d.actors[f.actor].full = f.words
			r.since[f.actor] = f.names[0]
		case 1:
			f.actor = found[0]
			f.how, f.sure = reasonOf(how)
		default:
			f.rivals = found
		}
	}
	return r
}

// joinCouples reads "Ron and Maureen Tickle": a first name alone before "and" and a full name has the surname too, unless the article has
// somebody else of that first name.
func (d *draft) joinCouples() {
	first := map[string]bool{}
	for i := range d.forms {
		if f := &d.forms[i]; f.kind == article.Person && len(f.words) > 1 {
			first[f.words[0]] = true
		}
	}
	for i := 1; i < len(d.names); i++ {
		x, y := d.names[i-1], d.names[i]
		if x.form == none || y.form == none || y.first != x.last+2 || d.at(x.last, x.last+1) != "and" {
			continue
		}
		one, full := &d.forms[x.form], &d.forms[y.form]
		if one.kind != article.Person || full.kind != article.Person || len(one.words) != 1 || len(full.words) < 2 || d.lex.first[one.words[0]] == unknown || first[one.words[0]] {
			continue
		}
		words := strings.Fields(full.text)
		one.words = append(one.words, full.words[len(full.words)-1])
		one.text += " " + words[len(words)-1]
	}
}

// before keeps the actors whose full name comes before the name: a first name, or a part of a name, does not introduce
// anybody. A surname may, in a headline.
func (r *roster) before(list []int, name int) []int {
	var out []int
	for _, a := range bounded(list) {
		if r.since[a] < name {
			out = append(out, a)
		}
	}
	return out
}

// quotedFirst tells whether the form is first used in a quotation: who speaks may use the first name of one who is named in full
// only later.
func (d *draft) quotedFirst(f *form) bool {
	at := d.names[f.names[0]]
	return at.first <= at.last && d.words[at.first].quoted
}

func reasonOf(how string) (article.Reason, float64) {
	switch how {
	case "surname":
		return article.Reason{Code: "surname", Text: "It is the surname of one person of the article only."}, 0.92
	case "first-name":
		return article.Reason{Code: "first-name", Text: "It is the first name of one person of the article only."}, 0.8
	case "part":
		return article.Reason{Code: "name-part", Text: "It is part of the name of one person of the article only."}, 0.8
	}
	return article.Reason{Code: "name", Text: "It is a form of the person's full name."}, 0.93
}

// persons returns the actors that the form may be a shorter or a second name of, and what it is of their name.
func (d *draft) persons(r *roster, f *form) ([]int, string) {
	w := f.words
	if len(w) == 1 {
		if found := r.ofGeneration(bounded(r.byLast[w[0]]), f); len(found) > 0 {
			return found, "surname"
		}
		if found := r.ofGeneration(r.before(r.byWord[w[0]], f.names[0]), f); len(found) > 0 {
			return found, "part"
		}
		found := r.before(r.byFirst[w[0]], f.names[0])
		if len(found) == 0 && d.quotedFirst(f) {
			found = bounded(r.byFirst[w[0]])
		}
		return r.ofGeneration(found, f), "first-name"
	}
	var found []int
	for _, a := range bounded(r.byLast[w[len(w)-1]]) {
		if sameName(r.full[a], w) {
			found = append(found, a)
		}
	}
	if len(found) == 0 {
		for _, a := range bounded(r.byFirst[w[0]]) {
			if full := r.full[a]; len(full) > len(w) && slices.Equal(full[:len(w)], w) {
				found = append(found, a)
			}
		}
	}
	return r.ofGeneration(found, f), "name"
}

// ofGeneration keeps the actors that the form's suffix, or its lack of one, does not tell apart. A bare surname is the father's;
// where the text has the son alone, it is his, unless the text calls him by surname and suffix. A name
// with a middle name and a suffix is a formal one, for which the text may go on without both.
func (r *roster) ofGeneration(list []int, f *form) []int {
	var same, others []int
	for _, a := range list {
		if r.suffix[a] == f.suffix {
			same = append(same, a)
		} else {
			others = append(others, a)
		}
	}
	switch {
	case len(same) > 0 || f.suffix != "":
	case len(f.words) == 1 && !r.juniors[f.words[0]]:
		return others
	case len(f.words) == 2: // "Otto Falk" is short for "Otto J. Falk Jr."
		return slices.DeleteFunc(others, func(a int) bool { return len(r.full[a]) < 3 })
	}
	return same
}

// bounded keeps a look-up short in texts with very many persons of one name.
func bounded(list []int) []int { return list[:min(len(list), 32)] }

// sameName tells whether two names with the same surname can be one person's: the first names are equal, or one is
// the other's initial, or the shorter name is the end of the longer ("von der Leyen").
func sameName(long, short []string) bool {
	if len(long) >= len(short) && slices.Equal(long[len(long)-len(short):], short) {
		return true
	}
	a, b := long[0], short[0]
	if a != b && !(len(a) == 1 && strings.HasPrefix(b, a)) && !(len(b) == 1 && strings.HasPrefix(a, b)) {
		return false
	}
	// Middle names may be left out or shortened, but not be others: "John F. Kennedy" and "John Q. Kennedy" are two.
	ma, mb := long[1:len(long)-1], short[1:len(short)-1]
	if len(ma) == 0 || len(mb) == 0 {
		return true
	}
	for i := range min(len(ma), len(mb)) {
		if ma[i][0] != mb[i][0] {
			return false
		}
	}
	return true
}
