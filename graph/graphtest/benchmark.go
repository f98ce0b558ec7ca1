package graphtest

import (
	"fmt"
	"testing"

	"github.com/newsgraph/newsgraph/graph"
)

// OpenBenchmark opens a store without content for a benchmark, and sees to it that it is closed.
type OpenBenchmark = func(b *testing.B) graph.Store

// Benchmark measures a store on articles of typical size ([Records]): articles written a second, in
// batches of 1, 10 and 100, and the time of the most typical reads on a graph of size articles.
func Benchmark(b *testing.B, open OpenBenchmark, size int) {
	for _, n := range []int{1, 10, 100} {
		b.Run(fmt.Sprintf("Write/batch=%d", n), func(b *testing.B) { benchmarkWrite(b, open, n) })
	}
	b.Run(fmt.Sprintf("Read/articles=%d", size), func(b *testing.B) { benchmarkReads(b, open, size) })
}

// benchmarkWrite writes batches of n articles; an operation is one article.
func benchmarkWrite(b *testing.B, open OpenBenchmark, n int) {
	g := graph.New(open(b), nil)
	all := Records(1, b.N)
	b.ResetTimer()
	for len(all) > 0 {
		now := min(n, len(all))
		if _, err := g.Apply(b.Context(), &graph.Batch{Records: all[:now]}); err != nil {
			b.Fatal(err)
		}
		all = all[now:]
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "articles/s")
}

func benchmarkReads(b *testing.B, open OpenBenchmark, size int) {
	g := graph.New(open(b), nil)
	for from := 0; from < size; from += 100 {
		// In parts, so that the articles need not be in memory all at once.
		part := recordsFrom(1, from, min(size, from+100))
		if _, err := g.Apply(b.Context(), &graph.Batch{Records: part}); err != nil {
			b.Fatal(err)
		}
	}
	for _, read := range typicalReads(b, g) {
		b.Run(read.name, func(b *testing.B) {
			for range b.N {
				if err := read.run(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
