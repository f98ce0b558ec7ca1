package identity

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/graph/fold"
	"github.com/newsgraph/newsgraph/internal/gazetteer"
	"github.com/newsgraph/newsgraph/internal/toponym"
	"github.com/newsgraph/newsgraph/loader/article"
)

// mark stands in the key of a place between its name and its id at geonames.org, when the article means another place than the name usually
// does: "PLACE:tripoli #266826" is the one in Lebanon. No folded name has it.
const mark = " #"

func placeMark(l *article.Location) string {
	if l == nil || l.Usual || l.GeoNames == 0 {
		return ""
	}
	return mark + strconv.FormatUint(uint64(l.GeoNames), 10)
}

// Places returns what is known of where places are, by their keys: of the one that the key marks, or else of the one that its name
// usually means.
func Places() graph.Places { return newAtlas() }

// atlas tells which places of the gazetteer keys stand for.
type atlas struct {
	places   *gazetteer.Gazetteer
	resolver *toponym.Resolver
}

func newAtlas() *atlas {
	g := gazetteer.Open()
	return &atlas{places: g, resolver: toponym.New(g)}
}

// of is the place that a key stands for, None for a name that is not known.
func (at *atlas) of(key graph.Key) gazetteer.ID {
	name, number, marked := strings.Cut(key.Name(), mark)
	if !marked {
		return at.resolver.Usual(name)
	}
	for _, m := range at.places.Find(name) {
		if strconv.FormatUint(uint64(at.places.Place(m.ID).GeoNames), 10) == number {
			return m.ID
		}
	}
	return gazetteer.None
}

// Place implements [graph.Places].
func (at *atlas) Place(key graph.Key) (graph.PlaceFacts, bool) {
	id := at.of(key)
	if key.Kind() != graph.KindPlace || id == gazetteer.None {
		return graph.PlaceFacts{}, false
	}
	p := at.places.Place(id)
	facts := graph.PlaceFacts{
		GeoNames: int(p.GeoNames), Type: graph.PlaceType(p.Type.String()), Latitude: p.Latitude, Longitude: p.Longitude,
	}
	if p.Country != gazetteer.None {
		facts.CountryCode, facts.CountryKey = at.country(p.Country)
	}
	return facts, true
}

// country is the code of a country and its key.
func (at *atlas) country(id gazetteer.ID) (string, graph.Key) {
	p := at.places.Place(id)
	name := fold.Name(p.Name)
	if at.resolver.Usual(name) != id {
		name += mark + strconv.FormatUint(uint64(p.GeoNames), 10)
	}
	return p.Code, graph.MakeKey(graph.KindPlace, name)
}

// blocks has the keys compared that stand for one place.
func (at *atlas) blocks(key graph.Key) []string {
	id := at.of(key)
	if id == gazetteer.None {
		return nil
	}
	return []string{placeBlock + strconv.FormatUint(uint64(at.places.Place(id).GeoNames), 10)}
}

// placeNames judges the keys that stand for one place.
type placeNames struct {
	block *graph.Block
	atlas *atlas
}

// parts gives one: all names of the place.
func (p *placeNames) parts(of []graph.Key) [][]graph.Key {
	if len(p.block.Keys) < 2 {
		return nil
	}
	var keys []graph.Key
	for i := range p.block.Keys {
		keys = append(keys, p.block.Keys[i].Key)
	}
	return onePart(keys, of)
}

func (p *placeNames) wanted() []graph.Key { return nil }

// judge joins all keys with the one that most articles mention.
func (p *placeNames) judge() (out []graph.Judgement) {
	best := &p.block.Keys[0]
	for i := range p.block.Keys {
		if f := &p.block.Keys[i]; byArticles(f, best) < 0 {
			best = f
		}
	}
	place := p.atlas.places.Place(p.atlas.of(best.Key))
	what := place.Name
	if place.Country != gazetteer.None && place.Country != place.ID {
		what += ", " + p.atlas.places.Place(place.Country).Name
	}
	for i := range p.block.Keys {
		if other := &p.block.Keys[i]; other != best {
			why := fmt.Sprintf("%s: both are names of %s (geonames.org/%d).", both(best.Key, other.Key), what, place.GeoNames)
			out = append(out, judged(best.Key, other.Key, 0.95, "place", why))
		}
	}
	return out
}
