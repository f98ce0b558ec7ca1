package neo4jstore

import (
	"flag"
	"path/filepath"
	"testing"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/graph/graphtest"
	"github.com/newsgraph/newsgraph/graph/sqlitestore"
	"github.com/newsgraph/newsgraph/internal/neo4jtest"
)

func TestConformance(t *testing.T) { graphtest.Run(t, openEmpty) }

func TestProperties(t *testing.T) {
	checks(t, "8")
	graphtest.RunProperties(t, openEmpty)
}

func TestDifferential(t *testing.T) {
	checks(t, "10")
	graphtest.RunDifferential(t, openSQLite, openEmpty)
}

// checks sets the number of random cases, unless the command line does (-rapid.checks): the server takes its time to
// plan each new query.
func checks(t *testing.T, n string) {
	t.Helper()
	const name = "rapid.checks"
	f := flag.Lookup(name)
	before := f.Value.String()
	if before != f.DefValue {
		return
	}
	set := func(n string) {
		if err := flag.Set(name, n); err != nil {
			t.Fatal(err)
		}
	}
	set(n)
	t.Cleanup(func() { set(before) })
}

func openEmpty(t *testing.T) graph.Store {
	t.Helper()
	s, err := Open(t.Context(), neo4jtest.Start(t).URI(), nil)
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
