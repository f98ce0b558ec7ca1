package neo4jstore_test

import (
	"flag"
	"path/filepath"
	"testing"
	"time"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/graph/graphtest"
	"github.com/newsgraph/newsgraph/graph/neo4jstore"
	"github.com/newsgraph/newsgraph/graph/sqlitestore"
	"github.com/newsgraph/newsgraph/internal/neo4jtest"
)

var benchSize = flag.Int("articles", 1000, "how many articles the graph of a benchmark has")

// openers open each of the two stores without content.
func openers() map[string]graphtest.OpenBenchmark {
	return map[string]graphtest.OpenBenchmark{
		"embedded": func(b *testing.B) graph.Store {
			b.Helper()
			s, err := sqlitestore.Open(b.Context(), filepath.Join(b.TempDir(), "graph.db"), nil)
			return closed(b, s, err)
		},
		"neo4j": func(b *testing.B) graph.Store {
			b.Helper()
			s, err := neo4jstore.Open(b.Context(), neo4jtest.Start(b).URI(), nil)
			return closed(b, s, err)
		},
	}
}

func closed(b *testing.B, s graph.Store, err error) graph.Store {
	b.Helper()
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		if err := s.Close(); err != nil {
			b.Error(err)
		}
	})
	return s
}

// BenchmarkStores measures both stores in one run.
func BenchmarkStores(b *testing.B) {
	for _, name := range []string{"embedded", "neo4j"} {
		b.Run(name, func(b *testing.B) { graphtest.Benchmark(b, openers()[name], *benchSize) })
	}
}

// BenchmarkGrowth writes the articles once and compares the time of the last tenth with that of the first.
func BenchmarkGrowth(b *testing.B) {
	for _, name := range []string{"embedded", "neo4j"} {
		b.Run(name, func(b *testing.B) {
			g := graph.New(openers()[name](b), nil)
			all := graphtest.Records(1, *benchSize)
			b.ResetTimer()
			tenth := len(all) / 10
			first := write(b, g, all[:tenth])
			write(b, g, all[tenth:len(all)-tenth])
			last := write(b, g, all[len(all)-tenth:])
			b.ReportMetric(float64(tenth)/first.Seconds(), "first-articles/s")
			b.ReportMetric(float64(tenth)/last.Seconds(), "last-articles/s")
			b.ReportMetric(last.Seconds()/first.Seconds(), "last/first")
		})
	}
}

// write writes the records in batches of the size that a load has, and returns how long that took.
func write(b *testing.B, g *graph.Graph, records []*graph.Record) time.Duration {
	b.Helper()
	start := time.Now()
	for len(records) > 0 {
		n := min(256, len(records))
		if _, err := g.Apply(b.Context(), &graph.Batch{Records: records[:n]}); err != nil {
			b.Fatal(err)
		}
		records = records[n:]
	}
	return time.Since(start)
}
