package schema_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/graph/neo4jstore"
	"github.com/newsgraph/newsgraph/internal/neo4jtest"
	"github.com/newsgraph/newsgraph/schema"
)

// TestQueriesOnNeo4j runs the queries of TestQueries on the other store: it must give the same answers, byte for byte.
func TestQueriesOnNeo4j(t *testing.T) {
	store, err := neo4jstore.Open(t.Context(), neo4jtest.Start(t).URI(), nil)
	if err != nil {
		t.Fatal(err)
	}
	g := graph.New(store, nil)
	t.Cleanup(func() { _ = g.Close() })
	if _, err := g.Apply(t.Context(), &graph.Batch{Records: fixture()}); err != nil {
		t.Fatal(err)
	}
	// A server that has just started plans each query first: what is tested is the answer.
	a := newAPIOver(t, g, &schema.Options{Timeout: 2 * time.Minute})
	files, err := filepath.Glob("testdata/queries/*.graphql")
	if err != nil || len(files) == 0 {
		t.Fatalf("no queries: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".graphql"), func(t *testing.T) {
			query, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := a.query(t, string(query), variablesOf(t, query))
			want, err := os.ReadFile(strings.TrimSuffix(file, "graphql") + "json")
			if err != nil {
				t.Fatal(err)
			}
			if string(want) != string(indent(t, got.Body)) {
				t.Errorf("another answer than the embedded store's:\n%s\n%s", indent(t, got.Body), a.log)
			}
		})
	}
	t.Run("cursors survive writes", func(t *testing.T) { cursorsSurvive(t, a, g) })
	for _, list := range []string{"entities", "entities(orderBy: NAME_ASC", "statements(orderBy: TIME_ASC", "articles"} {
		t.Run("pages of "+list, func(t *testing.T) {
			whole, _ := a.page(t, list, "first: 100")
			if got := a.walk(t, list, "first: 1", "after"); !slices.Equal(got, whole) {
				t.Errorf("forwards %v, want %v", got, whole)
			}
			if got := a.walk(t, list, "last: 1", "before"); !slices.Equal(got, whole) {
				t.Errorf("backwards %v, want %v", got, whole)
			}
		})
	}
}
