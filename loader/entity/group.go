package entity

import (
	"cmp"
	"slices"

	"github.com/newsgraph/newsgraph/loader/article"
)

// group makes actors out of forms, and gives each name its actor where its form alone decides that.
func (d *draft) group() {
	d.collectForms()
	same := d.sameActor()
	for _, i := range d.byLength() {
		f := &d.forms[i]
		if f.kind == article.Person {
			continue
		}
		root := same.find(i)
		if d.forms[root].actor == none {
			d.forms[root].actor = d.newActor(&d.forms[root])
		}
		f.actor = d.forms[root].actor
		d.noteNouns(f)
		if f.how.Code == "" {
			f.how, f.sure = article.Reason{Code: "name", Text: "The text names it."}, 0.95
		}
	}
	r := d.groupPersons()
	for i := range d.names {
		if f := d.names[i].form; f != none {
			d.names[i].actor = d.forms[f].actor
		}
	}
	d.settleSurnames(r)
	for i := range d.names {
		if a := d.names[i].actor; a != none {
			d.actors[a].count++
		}
	}
	d.capitalsThatAct()
	d.findSpeakers()
}

// noteNouns keeps the words of an organization's name by which the text may take it up: "the ministry".
func (d *draft) noteNouns(f *form) {
	for _, w := range f.words {
		if !d.lex.bodies[w] || len(f.words) < 2 || slices.Contains(d.actors[f.actor].nouns, w) {
			continue
		}
		d.actors[f.actor].nouns = append(d.actors[f.actor].nouns, w)
		if f.kind == article.Organization {
			d.byNoun[w] = append(d.byNoun[w], f.actor)
		}
	}
}

// byLength returns the forms' indexes, those with more words first; of equal length in the order of the text.
func (d *draft) byLength() []int {
	order := make([]int, len(d.forms))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(x, y int) int { return cmp.Compare(len(d.forms[y].words), len(d.forms[x].words)) })
	return order
}

func (d *draft) newActor(f *form) int {
	d.actors = append(d.actors, actor{kind: f.kind, country: f.country != "", name: f.country})
	if f.country != "" {
		d.byCountry[f.country] = len(d.actors) - 1
	}
	return len(d.actors) - 1
}

// findSpeakers notes which actor's name stands in each attribution's source.
func (d *draft) findSpeakers() {
	d.speakers = make([]int, len(d.a.Attributions))
	for i := range d.a.Attributions {
		d.speakers[i] = none
		for _, s := range d.a.Attributions[i].Source {
			if who := d.namedIn(s); who != none {
				d.speakers[i] = who
			}
		}
	}
}

// namedIn returns the last person named in the span, or else the last actor, or none.
func (d *draft) namedIn(s article.Span) int {
	who := none
	i, _ := slices.BinarySearchFunc(d.given, s.Start, func(n article.Name, at int) int { return cmp.Compare(n.Span.Start, at) })
	for ; i < len(d.given) && d.given[i].Span.End <= s.End; i++ {
		if a := d.names[i].actor; a != none && (who == none || d.actors[a].kind == article.Person || d.actors[who].kind != article.Person) {
			who = a
		}
	}
	return who
}

// sets is a union-find over forms; the root is the form with the smallest index.
type sets []int

func newSets(n int) sets {
	s := make(sets, n)
	for i := range s {
		s[i] = i
	}
	return s
}

func (s sets) find(i int) int {
	for s[i] != i {
		s[i] = s[s[i]]
		i = s[i]
	}
	return i
}

func (s sets) join(i, j int) {
	i, j = s.find(i), s.find(j)
	s[max(i, j)] = min(i, j)
}
