package eval

import (
	"fmt"
	"io"
	"slices"

	"github.com/newsgraph/newsgraph/eval/gold"
	"github.com/newsgraph/newsgraph/internal/gazetteer"
	"github.com/newsgraph/newsgraph/loader/article"
)

// nearEnough is how far from the marked place one may be to be it, in kilometres: 100 miles, as is usual for such measures.
const nearEnough = 161

// loadPlaces reads the tuning half of a set of places, or its test half where the set is held back.
func loadPlaces(s *Set, name string, r io.Reader) ([]sample, error) {
	texts, err := gold.ReadPlaced(name, r)
	if err != nil {
		return nil, err
	}
	if s.Held {
		texts = gold.TestHalf(texts)
	} else {
		texts = gold.TuningHalf(texts)
	}
	g := gazetteer.Open()
	var out []sample
	for _, t := range texts {
		out = append(out, sample{
			article: article.Article{Key: t.ID, Raw: t.Text, URL: t.URL},
			names:   placeNames(&t),
			compare: func(a *article.Article, c *tally) { comparePlaces(c, a, &t, g) },
		})
	}
	return out, nil
}

// placeNames are the marked passages as names, in order and apart.
func placeNames(t *gold.Placed) []article.Name {
	var names []article.Name
	for _, p := range t.Places {
		names = append(names, article.Name{Span: p.Span, Kind: article.Place, Confidence: 1})
	}
	slices.SortFunc(names, func(x, y article.Name) int { return x.Span.Start - y.Span.Start })
	return slices.CompactFunc(names, func(x, y article.Name) bool { return x.Span.Overlaps(y.Span) })
}

// comparePlaces counts the marked places that are found within 161 km, and in the right country where the set tells it: of all
// marked ones, so that one that is not found is wrong. A mark of a country's people is one of the country.
func comparePlaces(t *tally, a *article.Article, want *gold.Placed, g *gazetteer.Gazetteer) {
	at := map[int]*article.Location{} // by the first byte of the mention
	for i := range a.Actors {
		for _, m := range a.Actors[i].Mentions {
			if l := a.Actors[i].Location; l != nil && m.Form == article.FormName {
				at[m.Span.Start] = l
			}
		}
	}
	for _, p := range want.Places {
		l := at[p.Span.Start]
		right := l != nil && gazetteer.Distance(l.Latitude, l.Longitude, p.Latitude, p.Longitude) <= nearEnough
		t.rate("place.161km", right)
		if p.Country != 0 {
			t.rate("place.country", l != nil && l.CountryCode == g.CodeOf(p.Country))
		}
		switch {
		case right:
		case l == nil:
			t.fault("place not known", a, "", point(p.Latitude, p.Longitude), p.Span)
		default:
			got := fmt.Sprintf("%s (%s), %s, %s %s", l.Name, l.Type, l.Region, l.Country, point(l.Latitude, l.Longitude))
			t.fault("another place", a, got, point(p.Latitude, p.Longitude), p.Span)
		}
	}
}

func point(latitude, longitude float64) string { return fmt.Sprintf("%.1f,%.1f", latitude, longitude) }
