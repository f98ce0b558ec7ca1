package graphtest

import (
	"github.com/newsgraph/newsgraph/graph"
	"pgregory.net/rapid"
)

func eventFacets() []graph.Facet {
	return []graph.Facet{graph.FacetType, graph.FacetStatus, graph.FacetParticipant, graph.FacetPlace, graph.FacetMonth}
}

func (p *pool) eventFilter(t *rapid.T, depth int) (f graph.EventFilter) {
	entities := func(t *rapid.T) []graph.NodeID { return some(t, 6, p.entity) }
	f.Types = rarely(t, func(t *rapid.T) []graph.EventType {
		return some(t, 2, of([]graph.EventType{graph.EventMeet, graph.EventAccuse, graph.EventNamed}))
	})
	f.Modes = rarely(t, func(t *rapid.T) []string { return some(t, 2, of([]string{"talk", "by phone"})) })
	f.Statuses = rarely(t, func(t *rapid.T) []graph.EventStatus { return some(t, 2, of(graph.EventStatuses())) })
	f.Participants = rarely(t, entities)
	f.Actors = rarely(t, entities)
	f.Recipients = rarely(t, entities)
	f.Places = rarely(t, entities)
	f.Within = rarely(t, timeRange)
	f.Articles = rarely(t, func(t *rapid.T) []graph.NodeID { return some(t, 5, p.article) })
	f.Sources = rarely(t, func(t *rapid.T) []string { return some(t, 2, p.source) })
	f.ReportedBy = rarely(t, entities)
	f.Asserted = rarely(t, func(t *rapid.T) *bool { asserted := rapid.Bool().Draw(t, "asserted"); return &asserted })
	f.MinReports = rarely(t, func(t *rapid.T) int { return rapid.IntRange(0, 4).Draw(t, "min reports") })
	f.MinConfidence = rarely(t, func(t *rapid.T) float64 { return float64(rapid.IntRange(0, 10).Draw(t, "confidence")) / 10 })
	f.And, f.Or, f.Not = inside(t, depth, p.eventFilter)
	return f
}

func (d *duel) eventQuery() graph.EventQuery {
	q := graph.EventQuery{Filter: d.pool.eventFilter(d.T, 2)}
	q.Anchor = rapid.SampledFrom([]graph.EventAnchor{
		graph.AnyEvent, graph.AnyEvent, graph.TookPart, graph.Acted, graph.HappenedAt, graph.ReportedIn, graph.ToldWithin,
	}).Draw(d.T, "anchor")
	switch q.Anchor {
	case graph.AnyEvent:
	case graph.TookPart, graph.Acted:
		q.Of = some(d.T, 3, d.pool.entity)
		q.With = d.with(len(q.Of))
	case graph.HappenedAt:
		q.Of = some(d.T, 3, d.pool.entity)
	case graph.ReportedIn:
		q.Of = some(d.T, 3, d.pool.article)
	case graph.ToldWithin:
		q.Of = some(d.T, 3, d.pool.statement)
	}
	return q
}

func (d *duel) events() {
	d.Helper()
	q := d.eventQuery()
	q.Order = timeOrder(d.T)
	list(d, describe("events", q.Order), func(g *graph.Graph, p graph.Page) ([]graph.EventPage, error) {
		q.Page = p
		return g.Events(d.ctx, &q)
	}, func(p graph.EventPage) (out []string) {
		for _, e := range p.Edges {
			out = append(out, e.Cursor)
		}
		return out
	})
}

func (d *duel) reports() {
	d.Helper()
	q := graph.ReportQuery{Anchor: graph.OfEvent, Order: timeOrder(d.T)}
	switch rapid.IntRange(0, 3).Draw(d.T, "of") {
	case 0:
		q.Anchor, q.Of = graph.InItsArticle, some(d.T, 3, d.pool.article)
	case 1:
		q.Anchor, q.Of = graph.InAStatement, some(d.T, 3, d.pool.statement)
	default:
		q.Of = some(d.T, 3, d.pool.entity)
	}
	list(d, describe("reports", q.Order), func(g *graph.Graph, p graph.Page) ([]graph.ReportPage, error) {
		q.Page = p
		return g.Reports(d.ctx, &q)
	}, func(p graph.ReportPage) (out []string) {
		for _, e := range p.Edges {
			out = append(out, e.Cursor)
		}
		return out
	})
}
