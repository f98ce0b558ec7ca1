package graphtest

import (
	"slices"
	"time"

	"github.com/newsgraph/newsgraph/graph"
	"pgregory.net/rapid"
)

// What random audit entries and receipts are made of.
var (
	auditors     = []string{"", "ana", "O'Neil", "Łukasz"}
	auditActions = []string{"loadArticles", "deleteArticle"}
	receiptKeys  = []string{"one", "two", "drei"}
)

// audit asks for pages of the log of changes.
func (d *duel) audit() {
	d.Helper()
	q := graph.AuditQuery{Filter: graph.AuditFilter{
		By: rarely(d.T, func(t *rapid.T) []string {
			return some(t, 2, func(t *rapid.T) string { return rapid.SampledFrom(auditors).Draw(t, "name") })
		}),
		Actions:  rarely(d.T, func(*rapid.T) []string { return auditActions[:1] }),
		Outcomes: rarely(d.T, func(*rapid.T) []graph.AuditOutcome { return graph.AuditOutcomes()[:2] }),
		Node:     rarely(d.T, d.pool.article),
		At:       rarely(d.T, d.recently),
	}}
	list(d, "audit", func(g *graph.Graph, p graph.Page) ([]graph.AuditPage, error) {
		q.Page = p
		page, err := g.Audit(d.ctx, &q)
		return []graph.AuditPage{page}, err
	}, func(p graph.AuditPage) (out []string) {
		for _, e := range p.Edges {
			out = append(out, e.Cursor)
		}
		return out
	})
}

// recently draws a range of time around the last entries.
func (d *duel) recently(t *rapid.T) graph.TimeRange {
	now := time.Unix(1e9, 0).Add(time.Duration(d.pool.noted) * time.Second)
	return graph.TimeRange{
		From: now.Add(-time.Duration(rapid.IntRange(0, 9).Draw(t, "from"))*time.Second + time.Nanosecond),
		To:   now.Add(-time.Duration(rapid.IntRange(-9, 0).Draw(t, "to")) * time.Second),
	}
}

// receipt asks for a receipt.
func (d *duel) receipt() {
	d.Helper()
	key := rapid.SampledFrom(slices.Concat(receiptKeys, []string{"none"})).Draw(d.T, "key")
	at := time.Unix(1e9, 0).Add(time.Duration(d.pool.noted+rapid.IntRange(0, 20).Draw(d.T, "later")) * time.Second)
	d.compare("receipt", func(g *graph.Graph) (any, error) { return g.Receipt(d.ctx, key, at) })
}
