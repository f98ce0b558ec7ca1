package graphtest

import (
	"math/rand/v2"

	"github.com/newsgraph/newsgraph/graph"
)

// newcomers is how many people an article names that none did before: 58,000 names came with 12,000 news articles.
const newcomers = 5

// Growing invents the articles with the numbers from ≤ i < to as [Records] does, with people of their own in each, so that the
// cast grows as the graph does. Their first names and surnames are drawn from few, so that many have something in common.
func Growing(seed uint64, from, to int) []*graph.Record {
	records := recordsFrom(seed, from, to)
	for i, record := range records {
		r := rand.New(rand.NewPCG(seed+1, uint64(from+i)))
		known := map[graph.Key]bool{}
		for _, a := range record.Actors {
			known[a.Key] = true
		}
		for range newcomers {
			name := title(syllables(r, 1)) + " " + title(syllables(r, 1+r.IntN(2)))
			key := personKey(name)
			if known[key] {
				continue
			}
			known[key] = true
			span := graph.Span{Start: len(record.Text), End: len(record.Text) + len(name)}
			record.Text += name + ". "
			record.Actors = append(record.Actors, graph.Actor{
				Key: key, Name: name, Mentions: []graph.ActorMention{{Span: span, Form: graph.FormName}},
			})
		}
	}
	return records
}
