package neo4jstore_test

import (
	"path/filepath"
	"testing"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/graph/graphtest"
	"github.com/newsgraph/newsgraph/graph/neo4jstore"
	"github.com/newsgraph/newsgraph/graph/sqlitestore"
	"github.com/newsgraph/newsgraph/internal/neo4jtest"
)

func TestConformance(t *testing.T) { graphtest.Run(t, open) }

func TestDifferential(t *testing.T) { graphtest.RunDifferential(t, openSQLite, open) }

func open(t *testing.T) graph.Store {
	t.Helper()
	s, err := neo4jstore.Open(t.Context(), neo4jtest.Start(t).URI(), nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

func openSQLite(t *testing.T) graph.Store {
	t.Helper()
	s, err := sqlitestore.Open(t.Context(), filepath.Join(t.TempDir(), "graph.db"), nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}
