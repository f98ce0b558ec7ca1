package examples_test

import (
	"path/filepath"
	"testing"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/graph/graphtest"
	"github.com/newsgraph/newsgraph/graph/sqlitestore"
	"github.com/newsgraph/newsgraph/loader"
	"github.com/newsgraph/newsgraph/loader/identity"
)

// loaded returns a graph of all examples in the embedded store.
func loaded(t *testing.T) *graph.Graph {
	t.Helper()
	store, err := sqlitestore.Open(t.Context(), sqlitestore.Memory, nil)
	if err != nil {
		t.Fatal(err)
	}
	g := graph.New(store, &graph.Options{Rules: identity.Rules(), Places: identity.Places()})
	t.Cleanup(func() {
		if err := g.Close(); err != nil {
			t.Error(err)
		}
	})
	report, err := pipeline(t).Load(t.Context(), g, open(t), &loader.Options{
		Refused: func(r loader.Refusal) { t.Error(r) },
	})
	if err != nil {
		t.Fatal(err)
	}
	if report.Added == 0 || report.Added != report.Read {
		t.Errorf("of %d articles, %d are new in an empty graph", report.Read, report.Added)
	}
	return g
}

// TestGolden compares the graph of all examples with testdata/examples/graph.json. The embedded store is the reference:
// only from it is the file ever written.
func TestGolden(t *testing.T) {
	t.Parallel()
	dump, err := graphtest.Dump(t.Context(), loaded(t))
	if err != nil {
		t.Fatal(err)
	}
	golden(t, filepath.Join("..", "testdata", "examples", "graph.json"), string(dump))
}
