package graphtest

import (
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/newsgraph/newsgraph/graph"
)

// The entity of [BenchmarkBig]: 50,000 mentions.
const (
	bigArticles = 10_000
	bigMentions = 5 // in each article
)

// BenchmarkBig measures how long it takes to merge an entity with 50,000 mentions into
// another one, and to split it off again, while a reader asks for it without end; and how long that reader waits at most.
func BenchmarkBig(b *testing.B, open OpenBenchmark) {
	g := graph.New(open(b), nil)
	little, big := personKey("Ana Reis"), personKey("Zoe Reis") // the greater key moves
	for from := 0; from < bigArticles; from += 500 {
		batch := &graph.Batch{}
		for i := range 500 {
			batch.Records = append(batch.Records, aboutBig(b, from+i))
		}
		if _, err := g.Apply(b.Context(), batch); err != nil {
			b.Fatal(err)
		}
	}
	same := graph.Judgement{A: little, B: big, Verdict: graph.Same, By: graph.ByPerson, Score: 1, Author: "Ada", Reason: "One person."}
	var merge, split, slowest time.Duration
	for range b.N {
		merge += whileRead(b, g, big, &slowest, &graph.Batch{Judge: []graph.Judgement{same}})
		split += whileRead(b, g, big, &slowest, &graph.Batch{Undo: []graph.NodeID{graph.JudgementID(&same)}})
	}
	b.ReportMetric(merge.Seconds()/float64(b.N), "s/merge")
	b.ReportMetric(split.Seconds()/float64(b.N), "s/split")
	b.ReportMetric(float64(slowest.Milliseconds()), "ms/slowest-read")
}

// aboutBig is an article in which the big entity speaks once and is named besides; the first names the little one too.
func aboutBig(b *testing.B, number int) *graph.Record {
	b.Helper()
	s := story{key: fmt.Sprint("big ", number), at: "2017-01-01T00:00:00Z", text: "Zoe Reis said hello.", who: []who{person("Zoe Reis", "Zoe Reis")}}
	for range bigMentions - 1 {
		s.text += " Zoe Reis."
	}
	if number == 0 {
		s.text += " Ana Reis."
		s.who = append(s.who, person("Ana Reis", "Ana Reis"))
	}
	s.said = []said{{what: "hello", by: "Zoe Reis", cue: "said"}}
	return s.record(b)
}

// whileRead applies the batch while a reader asks for the big entity, and returns how long that took.
func whileRead(b *testing.B, g *graph.Graph, big graph.Key, slowest *time.Duration, batch *graph.Batch) time.Duration {
	b.Helper()
	done := make(chan struct{})
	var reader sync.WaitGroup
	reader.Go(func() {
		for {
			select {
			case <-done:
				return
			default:
			}
			start := time.Now()
			if _, err := g.Entities(b.Context(), &graph.EntityQuery{}); err != nil {
				b.Errorf("read: %v", err)
				return
			}
			if _, err := g.Node(b.Context(), graph.EntityID(big)); err != nil {
				b.Errorf("read: %v", err)
				return
			}
			*slowest = max(*slowest, time.Since(start))
		}
	})
	start := time.Now()
	_, err := g.Apply(b.Context(), batch)
	took := time.Since(start)
	close(done)
	reader.Wait()
	if err != nil {
		b.Fatal(err)
	}
	return took
}
