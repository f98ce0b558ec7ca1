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

// BenchmarkBig measures, while a reader asks without end, how long it takes to make an entity with 50,000 mentions of two halves and to part
// them again, and to merge it whole with a little one and to split that off; and how long the reader waits at most. The first of each pays for what a
// server prepares once, so that it is told apart.
func BenchmarkBig(b *testing.B, open OpenBenchmark) {
	g := graph.New(open(b), nil)
	for from := 0; from < bigArticles; from += 500 {
		batch := &graph.Batch{}
		for i := range 500 {
			batch.Records = append(batch.Records, aboutBig(b, from+i))
		}
		if _, err := g.Apply(b.Context(), batch); err != nil {
			b.Fatal(err)
		}
	}
	same := func(x, y string) (judged, undone *graph.Batch) {
		j := graph.Judgement{A: personKey(x), B: personKey(y), Verdict: graph.Same, By: graph.ByPerson, Score: 1, Author: "Ada", Reason: "One person."}
		return &graph.Batch{Judge: []graph.Judgement{j}}, &graph.Batch{Undo: []graph.NodeID{graph.JudgementID(&j)}}
	}
	join, part := same(bigHalves[0], bigHalves[1])
	merge, split := same("Ana Reis", bigHalves[0]) // the little one has the lesser key, which gives the id
	for n := range b.N {
		for _, act := range []struct {
			what  string
			batch *graph.Batch
		}{{"join-halves", join}, {"merge", merge}, {"split", split}, {"part-halves", part}} {
			took, slowest := whileRead(b, g, personKey(bigHalves[0]), act.batch)
			what := act.what
			if n == 0 {
				what = "first-" + what
			}
			b.ReportMetric(took.Seconds(), "s/"+what)
			b.ReportMetric(float64(slowest.Milliseconds()), "ms/slowest-read-at-"+what)
		}
	}
}

// bigHalves are the names of the big entity, each of half of its articles.
var bigHalves = [2]string{"Zoe Reis", "Zoe B. Reis"}

// aboutBig is an article in which the big entity speaks once and is named besides; the first names the little one too.
func aboutBig(b *testing.B, number int) *graph.Record {
	b.Helper()
	name := bigHalves[number%2]
	s := story{key: fmt.Sprint("big ", number), at: "2017-01-01T00:00:00Z", text: name + " said hello.", who: []who{person(name, name)}}
	for range bigMentions - 1 {
		s.text += " " + name + "."
	}
	if number == 0 {
		s.text += " Ana Reis."
		s.who = append(s.who, person("Ana Reis", "Ana Reis"))
	}
	s.said = []said{{what: "hello", by: name, cue: "said"}}
	return s.record(b)
}

// whileRead applies the batch while a reader asks for the big entity, and returns how long that took, and the slowest round of the reader.
func whileRead(b *testing.B, g *graph.Graph, big graph.Key, batch *graph.Batch) (took, slowest time.Duration) {
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
			slowest = max(slowest, time.Since(start))
		}
	})
	start := time.Now()
	_, err := g.Apply(b.Context(), batch)
	took = time.Since(start)
	close(done)
	reader.Wait()
	if err != nil {
		b.Fatal(err)
	}
	return took, slowest
}
