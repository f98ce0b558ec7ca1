package graphtest

import (
	"hash/fnv"

	"github.com/newsgraph/newsgraph/graph"
)

// Places returns whereabouts for tests: two in three places are somewhere, by their keys.
func Places() graph.Places { return somewhere{} }

type somewhere struct{}

// Place implements [graph.Places].
func (somewhere) Place(key graph.Key) (graph.PlaceFacts, bool) {
	h := fnv.New32a()
	h.Write([]byte(key))
	sum := int(h.Sum32())
	facts := graph.PlaceFacts{
		GeoNames: sum, Type: graph.PlaceTypes()[sum%5], Latitude: float64(sum%1800)/10 - 90, Longitude: float64(sum%7200)/20 - 180,
	}
	if facts.Type != graph.PlaceContinent {
		facts.CountryCode, facts.CountryKey = "ML", keyOf(graph.KindPlace, "Mali")
	}
	return facts, sum%3 > 0
}

func placeCases() []testCase {
	return []testCase{
		{"a place is where Places tells of its key, everywhere", func(b *bench) {
			b.graph = graph.New(b.store, &graph.Options{Places: Places()})
			b.load(newsroom()...)
			want := graph.PlaceOf(Places(), keyOf(graph.KindPlace, "Mali"))
			if want == nil {
				b.Fatal("the whereabouts for tests know no Mali: choose another place")
			}
			mali := graph.EntityID(keyOf(graph.KindPlace, "Mali"))
			equal(b, "node", b.entity(mali).Place, want)
			equal(b, "looked up", ok(b.graph.Lookup(b.ctx, []graph.NameQuery{{Name: "mali"}}))(b)[0][0].Place, want)
			page := ok(b.graph.Entities(b.ctx, &graph.EntityQuery{Filter: graph.EntityFilter{Kinds: []graph.Kind{graph.KindPlace}}}))(b)[0]
			equal(b, "in a list", page.Edges[0].Node.Place, want)
			equal(b, "of a person", b.entity(entityID("Ada Smith")).Place, (*graph.PlaceFacts)(nil))
		}},
		{"without Places nothing is known", func(b *bench) {
			b.load(newsroom()...)
			equal(b, "place", b.entity(graph.EntityID(keyOf(graph.KindPlace, "Mali"))).Place, (*graph.PlaceFacts)(nil))
		}},
		{"a merged place is where the least of its keys is, mentioned or not, and undone where each was", func(b *bench) {
			b.graph = graph.New(b.store, &graph.Options{Places: Places()})
			b.load(calm("one", "Bamako"), calm("two", "Mali"), calm("three", "Zulia"))
			first := map[string]*graph.PlaceFacts{}
			for _, name := range []string{"Bamako", "Mali", "Zulia"} {
				first[name] = b.entity(graph.EntityID(keyOf(graph.KindPlace, name))).Place
				equal(b, name, first[name], graph.PlaceOf(Places(), keyOf(graph.KindPlace, name)))
			}
			js := []graph.Judgement{same(graph.KindPlace, "Bamako", "Mali"), same(graph.KindPlace, "Aleppo", "Zulia")}
			b.judge(js...)
			equal(b, "merged", b.entity(graph.EntityID(keyOf(graph.KindPlace, "Mali"))).Place, first["Bamako"])
			aleppo := graph.PlaceOf(Places(), keyOf(graph.KindPlace, "Aleppo"))
			equal(b, "with one that nobody mentions", b.entity(graph.EntityID(keyOf(graph.KindPlace, "Zulia"))).Place, aleppo)
			b.remove("three")
			b.load(calm("four", "Zulia"))
			equal(b, "gone and come again", b.entity(graph.EntityID(keyOf(graph.KindPlace, "Zulia"))).Place, aleppo)
			b.apply(undo(js...))
			for name, want := range first {
				equal(b, name, b.entity(graph.EntityID(keyOf(graph.KindPlace, name))).Place, want)
			}
		}},
	}
}

// calm is an article that names a place.
func calm(key, place string) story {
	return story{key: key, title: key, text: place + " is calm.", who: []who{country(place, place)}}
}
