package neo4jstore

import (
	"testing"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/graph/graphtest"
	"github.com/newsgraph/newsgraph/internal/neo4jtest"
)

func BenchmarkStore(b *testing.B) { graphtest.Benchmark(b, openBenchmark, 1000) }

func openBenchmark(b *testing.B) graph.Store {
	b.Helper()
	s, err := Open(b.Context(), neo4jtest.Start(b).URI(), nil)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = s.Close() })
	return s
}
