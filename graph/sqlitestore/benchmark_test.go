package sqlitestore_test

import (
	"flag"
	"path/filepath"
	"testing"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/graph/graphtest"
	"github.com/newsgraph/newsgraph/graph/sqlitestore"
)

var articles = flag.Int("articles", 1000, "how many articles the graph of the read benchmarks has")

func BenchmarkStore(b *testing.B) {
	graphtest.Benchmark(b, func(b *testing.B) graph.Store {
		s, err := sqlitestore.Open(b.Context(), filepath.Join(b.TempDir(), "graph.db"), nil)
		if err != nil {
			b.Fatal(err)
		}
		b.Cleanup(func() { _ = s.Close() })
		return s
	}, *articles)
}
