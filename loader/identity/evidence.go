package identity

import (
	"github.com/newsgraph/newsgraph/graph/fold"
	"github.com/newsgraph/newsgraph/internal/gazetteer"
)

// other is how often a surname is something else: a first name or a place.
type other int

const (
	seldom other = iota
	often
	oftener
)

// largePlace is from how many inhabitants on a city is named in news about other countries.
const largePlace = 500_000

func (s *surnames) other(text string) other {
	if everydayNames[text] {
		return oftener
	}
	if id := s.places.resolver.Usual(text); id != gazetteer.None {
		p := s.places.places.Place(id)
		if fold.Name(p.Name) == text && (p.Type == gazetteer.Country || p.Population >= largePlace) {
			return oftener
		}
	}
	if commonNames[text] || foreignNames[text] {
		return often
	}
	return seldom
}

// evidence is what speaks for a single name being that of one person.
type evidence struct {
	articles    int     // that mention the person
	bare        int     // that mention the single name
	rest        int     // that mention others of the name
	share       float64 // how much of the bare name is the person's, from 0 to 1
	contested   bool    // others are known about as well
	shared      int     // how many people and organizations stand beside both
	title       bool    // both hold the same title
	accompanied float64 // the share of what articles say of the name alone that has some of the person's company
}

// The share of a single name from which on it is a person's, and that where others are known about as well.
const (
	most     = 0.9
	mostOfIt = 0.93
)

// company is how much of what articles say of a single name must have some of the person's company, where others of the name are known.
const company = 0.75

// mostly tells whether the single name is clearly the person's.
func (e *evidence) mostly() bool { return e.share >= mostOfIt || e.share >= most && !e.contested }

// surname gives the score of a surname; 0 where the articles do not make it clear.
func (e *evidence) surname(also other) (score float64, why string) {
	switch {
	case !e.title && (also == oftener || also == often && e.articles < 32):
		return 0, ""
	case e.title && e.shared > 0 && e.articles >= 2*e.rest:
		return 0.92, "both hold the same title"
	case !e.mostly() || e.articles < 16 && e.articles < 8*e.rest:
		return 0, ""
	case 5*e.rest >= e.articles && e.accompanied < company: // others are too well known
		return 0, ""
	case e.bare > 8*e.articles: // it is something else's name
		return 0, ""
	}
	return e.beside()
}

// beside is the score of a single name by which hardly anybody else is called.
func (e *evidence) beside() (score float64, why string) {
	switch {
	case e.title || e.shared >= 2:
		return 0.95, "hardly anybody else is called so, and the same people or titles stand beside both"
	case e.articles >= 16 && e.shared > 0:
		return 0.93, "hardly anybody else is called so, and somebody stands beside both"
	case e.articles >= 64:
		return 0.92, "hardly anybody else is called so, and the name is known well"
	case e.rest == 0 && e.shared > 0 && e.articles >= 4:
		return 0.91, "nobody else has the surname, and somebody stands beside both"
	}
	return 0, ""
}

// given gives the score of a first name beside whose bearer's surname so many of its sightings are.
func (e *evidence) given(beside, sightings int) (score float64, why string) {
	switch {
	case !e.mostly() || e.shared < 2:
		return 0, ""
	case e.articles >= 16 && 2*beside >= sightings:
		return 0.92, "hardly anybody else is called so, and the surname and the same people stand beside the first name"
	case e.articles >= 32 && e.share >= 0.95 && beside > 0:
		return 0.92, "hardly anybody else is called so, the name is known, and the same people stand beside both"
	}
	return 0, ""
}
