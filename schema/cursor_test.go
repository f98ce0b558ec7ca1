package schema_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/graph"
)

// TestCursorsSurviveWrites pages on, both ways, from a cursor whose item was deleted in between, and from it when it is there again.
func TestCursorsSurviveWrites(t *testing.T) {
	t.Parallel()
	a := newAPI(t, fixture(), nil)
	cursorsSurvive(t, a, graph.New(a.store, nil))
}

// cursorsSurvive takes an API over a graph of the fixture.
func cursorsSurvive(t *testing.T, a *api, g *graph.Graph) {
	t.Helper()
	gone := graph.ArticleID("https://dam.example/1")
	inGone := func(id string) bool { return strings.HasPrefix(id, "s_"+strings.TrimPrefix(string(gone), "a_")) }
	for _, order := range []string{"TIME_DESC", "TIME_ASC"} {
		list := "statements(orderBy: " + order
		whole, _ := a.page(t, list, "first: 100")
		at := slices.IndexFunc(whole, inGone) + 1 // behind the first item that will go
		first, info := a.page(t, list, "first: "+strconv.Itoa(at))
		if !cmp.Equal(first, whole[:at]) || info.EndCursor == nil {
			t.Fatalf("first %d: %v of %v", at, first, whole)
		}
		check := func(when string, want []string) {
			t.Helper()
			behind, i := a.page(t, list, `first: 100 after: "`+*info.EndCursor+`"`)
			before, _ := a.page(t, list, `last: 100 before: "`+*info.EndCursor+`"`)
			left := slices.DeleteFunc(slices.Clone(whole[at:]), func(id string) bool { return !slices.Contains(want, id) })
			right := slices.DeleteFunc(slices.Clone(whole[:at-1]), func(id string) bool { return !slices.Contains(want, id) })
			if !slices.Equal(behind, left) || !slices.Equal(before, right) || i.HasNextPage {
				t.Errorf("%s, %s: behind %v, want %v; before %v, want %v", order, when, behind, left, before, right)
			}
		}
		check("nothing written", whole)
		apply(t, g, &graph.Batch{Delete: []graph.NodeID{gone}})
		check("its article deleted", slices.DeleteFunc(slices.Clone(whole), inGone))
		apply(t, g, &graph.Batch{Records: fixture()})
		check("its article back", whole)
	}
}

func apply(t *testing.T, g *graph.Graph, b *graph.Batch) {
	t.Helper()
	if _, err := g.Apply(t.Context(), b); err != nil {
		t.Fatal(err)
	}
}
