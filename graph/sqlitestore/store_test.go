package sqlitestore_test

import (
	"path/filepath"
	"testing"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/graph/graphtest"
	"github.com/newsgraph/newsgraph/graph/sqlitestore"
)

func TestConformance(t *testing.T) { graphtest.Run(t, open) }

func TestConformanceInMemory(t *testing.T) { graphtest.Run(t, openInMemory) }

func open(t *testing.T) graph.Store {
	t.Helper()
	return openAt(t, filepath.Join(t.TempDir(), "graph.db"))
}

func openInMemory(t *testing.T) graph.Store {
	t.Helper()
	return openAt(t, sqlitestore.Memory)
}

func openAt(t *testing.T, path string) graph.Store {
	t.Helper()
	s, err := sqlitestore.Open(t.Context(), path, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

func TestProperties(t *testing.T) { graphtest.RunProperties(t, openInMemory) }
