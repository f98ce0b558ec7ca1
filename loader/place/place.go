// Package place is the stage that finds where an article's places are: which place of the gazetteer each is, of several of one name the one that
// the article means. It adds nothing to actors of other kinds, and finds no places by itself.
package place

import (
	"context"
	"fmt"
	"slices"

	"github.com/newsgraph/newsgraph/internal/gazetteer"
	"github.com/newsgraph/newsgraph/internal/toponym"
	"github.com/newsgraph/newsgraph/loader/article"
)

// Stage gives an article's places their locations. It may be used by many goroutines at once.
type Stage struct {
	places   *gazetteer.Gazetteer
	resolver *toponym.Resolver
}

// New returns the stage.
func New() *Stage {
	g := gazetteer.Open()
	return &Stage{places: g, resolver: toponym.New(g)}
}

// Contract implements [article.Stage].
func (s *Stage) Contract() article.Contract {
	return article.Contract{
		Name:     "place",
		Requires: []article.Layer{article.LayerText, article.LayerActors},
		Adds:     []article.Layer{article.LayerPlaces},
	}
}

// Annotate implements [article.Stage]. It returns the context's error and no other.
func (s *Stage) Annotate(ctx context.Context, a *article.Article) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	t := &toponym.Text{Text: a.Text, URL: a.URL}
	var actors []int
	for i := range a.Actors {
		if a.Actors[i].Kind == article.Place {
			actors, t.Names = append(actors, i), append(t.Names, nameOf(a, &a.Actors[i]))
		}
	}
	for n, p := range s.resolver.Resolve(t) {
		a.Actors[actors[n]].Location = s.location(&p)
	}
	return nil
}

// nameOf is the actor's full name with the ways in which the article writes it.
func nameOf(a *article.Article, actor *article.Actor) toponym.Name {
	n := toponym.Name{Names: []string{actor.Name}}
	for _, m := range actor.Mentions {
		if m.Form != article.FormName {
			continue
		}
		n.Ends = append(n.Ends, m.Span.End)
		n.Dateline = n.Dateline || a.Dateline.Contains(m.Span)
		if text := m.Span.Of(a.Text); !slices.Contains(n.Names, text) {
			n.Names = append(n.Names, text)
		}
	}
	return n
}

// location tells of a place what articles carry; nil of none.
func (s *Stage) location(found *toponym.Place) *article.Location {
	if found.ID == gazetteer.None {
		return nil
	}
	p := s.places.Place(found.ID)
	l := &article.Location{
		GeoNames: p.GeoNames, Name: p.Name, Type: article.PlaceType(p.Type.String()), Latitude: p.Latitude, Longitude: p.Longitude,
		Usual: found.Usual, Confidence: found.Confidence,
	}
	if found.Part {
		l.GeoNames, l.Type, l.Usual = 0, article.PlaceArea, false
	}
	if p.Country != gazetteer.None {
		country := s.places.Place(p.Country)
		l.CountryCode, l.Country = country.Code, country.Name
	}
	if p.Region != gazetteer.None {
		l.Region = s.places.Place(p.Region).Name
	}
	l.Reason = reason(found, l)
	return l
}

func reason(found *toponym.Place, l *article.Location) article.Reason {
	in := l.Country
	if l.Region != "" && l.Region != l.Name {
		in = l.Region + ", " + l.Country
	}
	switch {
	case found.Part:
		return article.Reason{Code: "place.part", Text: fmt.Sprintf("the name is that of a part of %s, or of what lies around it", l.Name)}
	case found.Told:
		return article.Reason{Code: "place.told", Text: fmt.Sprintf("the text says beside the name that it is in %s", in)}
	case found.Usual:
		return article.Reason{Code: "place.usual", Text: "what the name usually means, and nothing in the text speaks against it"}
	}
	return article.Reason{Code: "place.around", Text: fmt.Sprintf("the other places of the text are in or near %s", in)}
}
