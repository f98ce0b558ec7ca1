package entity

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/newsgraph/newsgraph/loader/article"
)

// finish writes the actors and roles into the article: actors by their first mention.
func (d *draft) finish() {
	d.nameActors()
	order := make([]int, 0, len(d.actors))
	for i := range d.actors {
		if x := &d.actors[i]; len(x.mentions) > 0 && x.name != "" {
			slices.SortStableFunc(x.mentions, func(p, q article.Mention) int { return cmp.Compare(p.Span.Start, q.Span.Start) })
			x.mentions = disjoint(x.mentions)
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(i, j int) int {
		return cmp.Compare(d.actors[i].mentions[0].Span.Start, d.actors[j].mentions[0].Span.Start)
	})
	place := make([]int, len(d.actors))
	for i := range place {
		place[i] = none
	}
	for at, i := range order {
		place[i] = at
		x := &d.actors[i]
		d.a.Actors = append(d.a.Actors, article.Actor{Kind: x.kind, Name: x.name, Mentions: x.mentions})
	}
	d.addRoles(place)
}

// disjoint leaves out mentions that overlap the one before.
func disjoint(list []article.Mention) []article.Mention {
	out := list[:1]
	for _, m := range list[1:] {
		if !m.Span.Overlaps(out[len(out)-1].Span) {
			out = append(out, m)
		}
	}
	return out
}

func (d *draft) addRoles(place []int) {
	for _, r := range d.roles {
		if r.Person = place[r.Person]; r.Person == none {
			continue
		}
		if r.Of != none {
			r.Of = place[r.Of]
		}
		d.a.Roles = append(d.a.Roles, r)
	}
	slices.SortStableFunc(d.a.Roles, func(x, y article.Role) int { return cmp.Compare(x.Span.Start, y.Span.Start) })
}

// nameActors gives each actor its full name: the best of its forms.
func (d *draft) nameActors() {
	best := make([]int, len(d.actors))
	for i := range best {
		best[i] = none
	}
	for i := range d.forms {
		f := &d.forms[i]
		if f.actor == none || d.actors[f.actor].country {
			continue
		}
		if b := best[f.actor]; b == none || d.betterName(f, &d.forms[b]) {
			best[f.actor] = i
		}
	}
	for a, f := range best {
		if f != none {
			d.actors[a].name = d.cleanName(&d.forms[f])
		}
	}
}

// betterName tells whether f is a better full name than g: more words, then not in capitals all through, then longer.
func (d *draft) betterName(f, g *form) bool {
	return cmp.Or(
		cmp.Compare(len(bareWords(f.words)), len(bareWords(g.words))),
		cmp.Compare(number(!isShouted(f.text)), number(!isShouted(g.text))),
		cmp.Compare(len(f.key), len(g.key)),
	) > 0
}

func number(b bool) int {
	if b {
		return 1
	}
	return 0
}

func isShouted(s string) bool {
	return strings.ToUpper(s) == s && strings.ContainsFunc(s, unicode.IsLetter)
}

// cleanName returns the form as it is best written: without "the", honorifics, possessive ending and line ends.
func (d *draft) cleanName(f *form) string {
	text := f.text
	if isShouted(text) {
		text = d.unshouted(f)
	}
	s := trimPossessive(text, article.Span{End: len(text)})
	words := strings.Fields(s.Of(text))
	for len(words) > 1 && (strings.EqualFold(words[0], "the") || f.honor != "" && fold(words[0]) == f.honor) {
		words = words[1:]
	}
	return strings.Join(words, " ")
}

// unshouted returns a writing of the form that is not in capitals, as headlines are, when there is one.
func (d *draft) unshouted(f *form) string {
	for _, n := range f.names {
		if text := d.given[n].Span.Of(d.a.Text); !isShouted(text) {
			return text
		}
	}
	return f.text
}
