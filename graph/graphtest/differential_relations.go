package graphtest

import (
	"github.com/newsgraph/newsgraph/graph"
	"pgregory.net/rapid"
)

// relations asks for relations of all kinds; often only few of the statements, articles and events are looked at.
func (d *duel) relations() {
	d.Helper()
	q := graph.RelationQuery{
		Of: some(d.T, 6, d.pool.entity), Among: rapid.IntRange(0, 2).Draw(d.T, "among") == 0, MinWeight: rapid.IntRange(0, 3).Draw(d.T, "min weight"),
		Kinds: rarely(d.T, func(t *rapid.T) []graph.RelationKind {
			return some(t, 3, func(t *rapid.T) graph.RelationKind { return rapid.SampledFrom(graph.RelationKinds()).Draw(t, "kind") })
		}),
		Newest: rapid.SampledFrom([]int{0, 1, 2, 3, 5}).Draw(d.T, "newest"),
		Filter: graph.RelationFilter{
			Seen:    rarely(d.T, timeRange),
			Sources: rarely(d.T, func(t *rapid.T) []string { return some(t, 2, d.pool.source) }),
			EventTypes: rarely(d.T, func(t *rapid.T) []graph.EventType {
				return some(t, 2, of([]graph.EventType{graph.EventMeet, graph.EventAccuse, graph.EventNamed}))
			}),
			EventStatuses: rarely(d.T, func(t *rapid.T) []graph.EventStatus { return some(t, 2, of(graph.EventStatuses())) }),
			MinConfidence: rarely(d.T, func(t *rapid.T) float64 { return float64(rapid.IntRange(0, 10).Draw(t, "confidence")) / 10 }),
		},
	}
	if !q.Among {
		q.Direction = rapid.SampledFrom([]graph.RelationDirection{graph.BothWays, graph.Outward, graph.Inward}).Draw(d.T, "direction")
		q.Filter.Ends = rarely(d.T, func(t *rapid.T) []graph.Kind { return some(t, 2, kind) })
	}
	list(d, "relations", func(g *graph.Graph, p graph.Page) ([]graph.RelationPage, error) {
		q.Page = p
		return g.Relations(d.ctx, &q)
	}, func(p graph.RelationPage) (out []string) {
		for _, e := range p.Edges {
			out = append(out, e.Cursor)
		}
		return out
	})
}

// with draws second ends for so many pages, or none.
func (d *duel) with(pages int) []graph.NodeID {
	if !rapid.Bool().Draw(d.T, "with") {
		return nil
	}
	out := make([]graph.NodeID, pages)
	for i := range out {
		out[i] = d.pool.entity(d.T)
	}
	return out
}
