package neo4jstore_test

import (
	"flag"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/graph/graphtest"
	"github.com/newsgraph/newsgraph/graph/neo4jstore"
	"github.com/newsgraph/newsgraph/graph/sqlitestore"
	"github.com/newsgraph/newsgraph/internal/neo4jtest"
	"github.com/newsgraph/newsgraph/loader/identity"
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

// BenchmarkBigEntity measures a merge and a split of an entity with 50,000 mentions.
func BenchmarkBigEntity(b *testing.B) {
	for _, name := range []string{"embedded", "neo4j"} {
		b.Run(name, func(b *testing.B) { graphtest.BenchmarkBig(b, openers()[name]) })
	}
}

// BenchmarkGrowth writes the articles once, with the rules of identity and names that are new in each article, and compares the last
// tenth with the first: the time, and the processor time of this process (Neo4j's server is another one).
func BenchmarkGrowth(b *testing.B) {
	for _, name := range []string{"embedded", "neo4j"} {
		b.Run(name, func(b *testing.B) {
			g := graph.New(openers()[name](b), &graph.Options{Rules: identity.Rules()})
			tenth := *benchSize / 10
			first := write(b, g, 0, tenth)
			write(b, g, tenth, *benchSize-tenth)
			last := write(b, g, *benchSize-tenth, *benchSize)
			b.ReportMetric(float64(tenth)/first.wall.Seconds(), "first-articles/s")
			b.ReportMetric(float64(tenth)/last.wall.Seconds(), "last-articles/s")
			b.ReportMetric(last.wall.Seconds()/first.wall.Seconds(), "last/first")
			b.ReportMetric(last.cpu.Seconds()/first.cpu.Seconds(), "last/first-cpu")
		})
	}
}

// spent is what writing takes.
type spent struct{ wall, cpu time.Duration }

// write writes the articles with these numbers in batches of the size that a load has, and returns what that took without inventing them.
func write(b *testing.B, g *graph.Graph, from, to int) (took spent) {
	b.Helper()
	for at := from; at < to; at += 256 {
		records := graphtest.Growing(1, at, min(at+256, to))
		runtime.GC()
		start, cpu := time.Now(), cpuTime(b)
		if _, err := g.Apply(b.Context(), &graph.Batch{Records: records}); err != nil {
			b.Fatal(err)
		}
		took.wall, took.cpu = took.wall+time.Since(start), took.cpu+cpuTime(b)-cpu
	}
	return took
}

// BenchmarkActs measures merges, names and what takes them back.
func BenchmarkActs(b *testing.B) {
	for _, name := range []string{"embedded", "neo4j"} {
		b.Run(name, func(b *testing.B) { graphtest.BenchmarkActs(b, openers()[name]) })
	}
}
