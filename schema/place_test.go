package schema_test

import (
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/graph/sqlitestore"
)

// whereabouts are where the places of the fixture are.
type whereabouts map[graph.Key]graph.PlaceFacts

// Place implements [graph.Places].
func (w whereabouts) Place(key graph.Key) (graph.PlaceFacts, bool) {
	facts, ok := w[key]
	return facts, ok
}

func TestPlaces(t *testing.T) {
	t.Parallel()
	store, err := sqlitestore.Open(t.Context(), sqlitestore.Memory, nil)
	if err != nil {
		t.Fatal(err)
	}
	counting := &countingStore{Store: store}
	g := graph.New(counting, &graph.Options{Places: whereabouts{
		amsel:   {GeoNames: 7, Type: graph.PlaceCity, Latitude: 51.5, Longitude: -4.25, CountryCode: "TV", CountryKey: talovia},
		talovia: {GeoNames: 8, Type: graph.PlaceCountry, Latitude: 52, Longitude: -4, CountryCode: "TV", CountryKey: talovia},
	}})
	t.Cleanup(func() { _ = g.Close() })
	if _, err := g.Apply(t.Context(), &graph.Batch{Records: fixture()}); err != nil {
		t.Fatal(err)
	}
	a := newAPIOver(t, g, nil)
	counting.take()
	const fields = `... on Place { name placeType coordinates { latitude longitude } country { name country { name } } countryCode geoNamesId }`
	wantData(t, a.query(t, `{ entities(filter: {kind: PLACE}, orderBy: NAME_ASC) { edges { node { `+fields+` } } } }`, nil),
		`{"entities":{"edges":[{"node":{"name":"Port Amsel","placeType":"CITY","coordinates":{"latitude":51.5,"longitude":-4.25},"country":{"name":"Talovia","country":{"name":"Talovia"}},"countryCode":"TV","geoNamesId":7}},{"node":{"name":"Talovia","placeType":"COUNTRY","coordinates":{"latitude":52,"longitude":-4},"country":{"name":"Talovia","country":{"name":"Talovia"}},"countryCode":"TV","geoNamesId":8}}]}}`)
	if got, want := strings.Join(counting.take(), " "), "Entities Nodes Nodes"; got != want {
		t.Errorf("store calls %q, want %q", got, want)
	}
	if _, err := g.Apply(t.Context(), &graph.Batch{Delete: []graph.NodeID{fixture()[0].Article.ID}}); err != nil {
		t.Fatal(err)
	}
	wantData(t, a.query(t, `{ entity(name: "Port Amsel") { `+fields+` } }`, nil),
		`{"entity":{"name":"Port Amsel","placeType":"CITY","coordinates":{"latitude":51.5,"longitude":-4.25},"country":null,"countryCode":"TV","geoNamesId":7}}`)
	unknown := newAPI(t, fixture(), nil)
	wantData(t, unknown.query(t, `{ entity(name: "Port Amsel") { `+fields+` } }`, nil),
		`{"entity":{"name":"Port Amsel","placeType":null,"coordinates":null,"country":null,"countryCode":null,"geoNamesId":null}}`)
}
