package place_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/loader/article"
	"github.com/newsgraph/newsgraph/loader/place"
)

func TestAnnotate(t *testing.T) {
	t.Parallel()
	a := &article.Article{Text: "Paris Hilton left Paris, Texas, for Qwxyz."}
	for _, x := range []struct {
		kind article.Kind
		name string
		at   string // the text from its mention on
	}{
		{article.Person, "Paris Hilton", "Paris Hilton"},
		{article.Place, "Paris", "Paris, Texas"},
		{article.Place, "Texas", "Texas,"},
		{article.Place, "Qwxyz", "Qwxyz"},
	} {
		start := strings.Index(a.Text, x.at)
		m := article.Mention{Span: article.Span{Start: start, End: start + len(x.name)}, Form: article.FormName}
		a.Actors = append(a.Actors, article.Actor{Kind: x.kind, Name: x.name, Mentions: []article.Mention{m}})
	}
	if err := place.New().Annotate(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	if a.Actors[0].Location != nil || a.Actors[3].Location != nil {
		t.Errorf("a person lies at %+v, an unknown place at %+v", a.Actors[0].Location, a.Actors[3].Location)
	}
	got := *a.Actors[1].Location
	if got.Confidence < 0.5 || got.Confidence > 1 {
		t.Errorf("confidence %v", got.Confidence)
	}
	got.Confidence = 0
	want := article.Location{
		GeoNames: 4717560, Name: "Paris", Type: article.PlaceCity, Latitude: 33.66094, Longitude: -95.55551, CountryCode: "US",
		Country: "United States", Region: "Texas", Reason: article.Reason{
			Code: "place.told", Text: "the text says beside the name that it is in Texas, United States",
		},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("Paris (-want +got):\n%s", diff)
	}
	if texas := a.Actors[2].Location; texas == nil || texas.Type != article.PlaceRegion || texas.Region != "Texas" || !texas.Usual {
		t.Errorf("Texas: %+v", texas)
	}
}

func TestContextEnds(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := place.New().Annotate(ctx, &article.Article{}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}
