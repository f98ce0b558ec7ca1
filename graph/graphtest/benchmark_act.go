package graphtest

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/newsgraph/newsgraph/graph"
)

// BenchmarkActs measures what people do to an entity with 50,000 mentions in 5,000 articles, each with a statement of it, as the most
// mentioned people of a large graph have them: the merge that moves all of that to another entity, the undoing that moves it back, and renaming.
func BenchmarkActs(b *testing.B, open OpenBenchmark) {
	g := graph.New(open(b), nil)
	const articles, mentions = 5000, 10
	for from := 0; from < articles; from += 250 {
		var records []*graph.Record
		for i := range 250 {
			records = append(records, crowded(from+i, mentions).record(b))
		}
		if _, err := g.Apply(b.Context(), &graph.Batch{Records: records}); err != nil {
			b.Fatal(err)
		}
	}
	if _, err := g.Apply(b.Context(), &graph.Batch{Records: records(b, note("other", "", "Ada"))}); err != nil {
		b.Fatal(err)
	}
	ada, zoe := entityID("Ada"), entityID("Zoe") // the id is that of the lesser key: all of Zoe's moves
	b.ResetTimer()
	for n := range b.N {
		at := graph.Opinion{At: time.Unix(int64(n), 0)}
		merge, err := g.Merge(b.Context(), []graph.NodeID{ada, zoe}, at)
		if err != nil {
			b.Fatal(err)
		}
		rename, err := g.Rename(b.Context(), zoe, "Zoe the First", at)
		if err != nil {
			b.Fatal(err)
		}
		for _, step := range []struct {
			what  string
			batch graph.Batch
		}{
			{"rename", graph.Batch{Judge: rename}},
			{"merge", graph.Batch{Judge: merge}},
			{"undo", graph.Batch{Undo: []graph.NodeID{merge[0].Act, rename[0].Act}}},
		} {
			began := time.Now()
			if _, err := g.Apply(b.Context(), &step.batch); err != nil {
				b.Fatal(err)
			}
			b.ReportMetric(time.Since(began).Seconds(), "last-"+step.what+"-s")
		}
	}
}

// crowded is an article in which Zoe is named so many times and says something.
func crowded(n, mentions int) story {
	text := strings.Repeat("Zoe ", mentions) + "said: It is so."
	return story{
		key: fmt.Sprint("crowd ", n), at: time.Unix(1e9+int64(n)*60, 0).UTC().Format(time.RFC3339), source: "Tribune", text: text,
		who: []who{person("Zoe", "Zoe")}, said: []said{{what: "It is so.", by: "Zoe", about: []string{"Zoe"}, cue: "said"}},
	}
}
