package identity_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/loader/article"
	"github.com/newsgraph/newsgraph/loader/identity"
)

func TestPlaceKeys(t *testing.T) {
	t.Parallel()
	at := func(geonames uint32, usual bool) *article.Location {
		return &article.Location{GeoNames: geonames, Usual: usual}
	}
	a := &article.Article{Key: "k", Text: "Tripoli Beirut Qwxyz", Actors: []article.Actor{
		{Kind: article.Place, Name: "Tripoli", Location: at(266826, false), Mentions: []article.Mention{{Span: article.Span{Start: 0, End: 7}}}},
		{Kind: article.Place, Name: "Beirut", Location: at(276781, true), Mentions: []article.Mention{{Span: article.Span{Start: 8, End: 14}}}},
		{Kind: article.Place, Name: "Qwxyz", Mentions: []article.Mention{{Span: article.Span{Start: 15, End: 20}}}},
	}}
	var got []graph.Key
	for _, actor := range identity.Record(a).Actors {
		got = append(got, actor.Key)
	}
	if diff := cmp.Diff([]graph.Key{"PLACE:beirut", "PLACE:qwxyz", "PLACE:tripoli #266826"}, got); diff != "" {
		t.Errorf("keys (-want +got):\n%s", diff)
	}
}

func TestPlaces(t *testing.T) {
	t.Parallel()
	places := identity.Places()
	tests := []struct {
		key     graph.Key
		kind    graph.PlaceType // "" for one that is not known
		code    string
		country graph.Key
	}{
		{"PLACE:tripoli", graph.PlaceCity, "LY", "PLACE:libya"},
		{"PLACE:tripoli #266826", graph.PlaceCity, "LB", "PLACE:lebanon"},
		{"PLACE:lebanon", graph.PlaceCountry, "LB", "PLACE:lebanon"},
		{"PLACE:tbilisi", graph.PlaceCity, "GE", "PLACE:georgia"},
		{"PLACE:georgia", graph.PlaceCountry, "GE", "PLACE:georgia"},
		{"PLACE:georgia #4197000", graph.PlaceRegion, "US", "PLACE:united states"},
		{"PLACE:texas", graph.PlaceRegion, "US", "PLACE:united states"},
		{"PLACE:africa", graph.PlaceContinent, "", ""},
		{"PLACE:qwxyz", "", "", ""},
		{"PLACE:tripoli #1", "", "", ""},
		{"PLACE:qwxyz #266826", "", "", ""},
		{"PERSON:paris", "", "", ""},
	}
	for _, test := range tests {
		t.Run(string(test.key), func(t *testing.T) {
			t.Parallel()
			got, ok := places.Place(test.key)
			if ok != (test.kind != "") || got.Type != test.kind || got.CountryCode != test.code || got.CountryKey != test.country {
				t.Errorf("%v, %+v", ok, got)
			}
		})
	}
}

// placesOf are the groups that the rules make of the keys of places.
func placesOf(keys ...graph.Key) map[graph.Key]graph.Key {
	r := &graph.Record{Article: graph.Article{ID: graph.ArticleID("k"), Key: "k"}}
	for _, key := range keys {
		r.Actors = append(r.Actors, graph.Actor{Key: key, Name: key.Name(), Mentions: []graph.ActorMention{{Form: graph.FormName}}})
	}
	return graph.Groups(keys, graph.JudgeAll(identity.Rules(), []*graph.Record{r}))
}

func TestPlacesOfSeveralNames(t *testing.T) {
	t.Parallel()
	got := placesOf("PLACE:kiev", "PLACE:kyiv", "PLACE:tripoli", "PLACE:tripoli #266826", "PLACE:rangoon", "PLACE:yangon", "PLACE:qwxyz", "PLACE:moscow")
	want := map[graph.Key]graph.Key{
		"PLACE:kiev": "PLACE:kiev", "PLACE:kyiv": "PLACE:kiev", "PLACE:tripoli": "PLACE:tripoli", "PLACE:tripoli #266826": "PLACE:tripoli #266826",
		"PLACE:rangoon": "PLACE:rangoon", "PLACE:yangon": "PLACE:rangoon", "PLACE:qwxyz": "PLACE:qwxyz", "PLACE:moscow": "PLACE:moscow",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("groups (-want +got):\n%s", diff)
	}
}

// Whatever the name, it is in no more than one block of places, and known exactly when it is in one.
func TestPlaceBlocks(t *testing.T) {
	t.Parallel()
	rules, places := identity.Rules(), identity.Places()
	rapid.Check(t, func(t *rapid.T) {
		key := graph.MakeKey(graph.KindPlace, rapid.OneOf(rapid.String(), rapid.StringMatching(`(paris|tripoli|homs|us)( #[0-9]{1,8})?`)).Draw(t, "name"))
		_, known := places.Place(key)
		if blocks := rules.Blocks(key); len(blocks) > 1 || known != (len(blocks) == 1) {
			t.Fatalf("%q is known: %v, in blocks %q", key, known, blocks)
		}
	})
}
