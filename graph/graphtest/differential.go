package graphtest

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/newsgraph/newsgraph/graph"
	"pgregory.net/rapid"
)

// RunDifferential applies the same random batches (articles new, changed and deleted, merges, splits
// and what takes them back) to two stores, and compares their answers to random requests of all kinds, the order included.
// A failure is shrunk, and printed with the seed that gives it again. Both stores are emptied again and again, not opened anew.
func RunDifferential(t *testing.T, openA, openB Open) {
	t.Helper()
	a, b, p := openA(t), openB(t), newPool(1)
	for _, test := range []struct {
		name  string
		rules graph.Rules
	}{{"no rules", nil}, {"rules", chance{}}} {
		t.Run(test.name, func(t *testing.T) {
			opts := &graph.Options{Rules: test.rules, Places: Places()}
			p.ruled = test.rules != nil
			duels(t, graph.New(a, opts), graph.New(b, opts), p)
		})
	}
}

func duels(t *testing.T, a, b *graph.Graph, p *pool) {
	t.Helper()
	rapid.Check(t, func(rt *rapid.T) {
		d := &duel{T: rt, ctx: t.Context(), pool: p, a: a, b: b, cursors: map[string][]string{}}
		d.empty()
		for range rapid.IntRange(1, 5).Draw(rt, "batches") {
			batch := d.noted(p.batch(rt))
			d.compare("apply", func(g *graph.Graph) (any, error) { return g.Apply(d.ctx, batch) })
			d.compare("dump", func(g *graph.Graph) (any, error) { return dump(d.ctx, g) })
			for range rapid.IntRange(1, 12).Draw(rt, "requests") {
				d.request()
			}
		}
	})
}

// duel compares two graphs.
type duel struct {
	*rapid.T
	ctx     context.Context
	pool    *pool
	a, b    *graph.Graph
	cursors map[string][]string // seen so far, of each list
}

// noted sometimes adds an audit entry and a receipt to a batch. Their times go on from those before.
func (d *duel) noted(b *graph.Batch) *graph.Batch {
	d.pool.noted++
	at := time.Unix(1e9, 0).Add(time.Duration(d.pool.noted) * time.Second)
	b.Audit = rarely(d.T, func(t *rapid.T) *graph.AuditEntry {
		return &graph.AuditEntry{
			At: at.Add(time.Duration(rapid.IntRange(0, 3).Draw(t, "microseconds")) * time.Microsecond),
			By: rapid.SampledFrom(auditors).Draw(t, "by"), Action: rapid.SampledFrom(auditActions).Draw(t, "action"),
			Outcome: rapid.SampledFrom(graph.AuditOutcomes()).Draw(t, "outcome"), Nodes: some(t, 3, d.pool.article),
		}
	})
	b.Receipt = rarely(d.T, func(t *rapid.T) *graph.Receipt {
		life := time.Duration(rapid.IntRange(1, 20).Draw(t, "life")) * time.Second
		return &graph.Receipt{Key: rapid.SampledFrom(receiptKeys).Draw(t, "key"), Digest: fmt.Sprint(d.pool.noted), At: at, Until: at.Add(life)}
	})
	return b
}

// empty takes everything out of both graphs.
func (d *duel) empty() {
	d.Helper()
	for _, g := range []*graph.Graph{d.a, d.b} {
		if err := wipe(d.ctx, g); err != nil {
			d.Fatalf("empty: %v", err)
		}
	}
	d.compare("empty graph", func(g *graph.Graph) (any, error) { return dump(d.ctx, g) })
}

// wipe deletes all articles and judgements.
func wipe(ctx context.Context, g *graph.Graph) error {
	batch := &graph.Batch{}
	err := everyPage(func(page graph.Page) (graph.PageInfo, error) {
		pages, err := g.Articles(ctx, &graph.ArticleQuery{Page: page})
		if err != nil {
			return graph.PageInfo{}, err
		}
		for _, e := range pages[0].Edges {
			batch.Delete = append(batch.Delete, e.Node.ID)
		}
		return pages[0].PageInfo, nil
	})
	if err != nil {
		return err
	}
	judgements, err := g.Judgements(ctx, &graph.JudgementQuery{})
	if err != nil {
		return err
	}
	for _, j := range judgements {
		batch.Undo = append(batch.Undo, j.ID)
	}
	_, err = g.Apply(ctx, batch)
	return err
}

// compare asks both graphs the same, and returns the answer.
func (d *duel) compare(what string, ask func(*graph.Graph) (any, error)) any {
	d.Helper()
	a, errA := ask(d.a)
	b, errB := ask(d.b)
	if sentinel(errA) != sentinel(errB) {
		d.Fatalf("%s: the first store fails with %v, the second with %v", what, errA, errB)
	}
	if diff := cmp.Diff(a, b); diff != "" {
		d.Fatalf("%s (-first store +second store):\n%s", what, diff)
	}
	return a
}

// sentinel names the error that err wraps.
func sentinel(err error) string {
	for _, known := range []error{graph.ErrNotFound, graph.ErrInvalid, graph.ErrConflict, graph.ErrRepeated, graph.ErrUnavailable, graph.ErrClosed} {
		if errors.Is(err, known) {
			return known.Error()
		}
	}
	if err != nil {
		return "other"
	}
	return ""
}

// request asks something at random.
func (d *duel) request() {
	d.Helper()
	requests := []func(){
		d.entities, d.articles, d.statements, d.statements, d.mentions, d.search, d.facets, d.timeline, d.nodes, d.lookup, d.ofPeople, d.audit, d.receipt,
		d.relations, d.relations, d.suggestions, d.suggestions, d.events, d.events, d.reports,
	}
	requests[rapid.IntRange(0, len(requests)-1).Draw(d.T, "request")]()
}

// list asks for pages of a list, first without cursors and then with some that the list has given.
func list[P any](d *duel, name string, ask func(*graph.Graph, graph.Page) ([]P, error), cursors func(P) []string) {
	d.Helper()
	for range 2 {
		p := page(d.T, d.cursors[name])
		pages, ok := d.compare(name, func(g *graph.Graph) (any, error) { return ask(g, p) }).([]P)
		for i := 0; ok && i < len(pages); i++ {
			d.cursors[name] = append(d.cursors[name], cursors(pages[i])...)
		}
		if n := len(d.cursors[name]); n > 60 {
			d.cursors[name] = d.cursors[name][n-60:]
		}
	}
}

func describe(what string, q any) string {
	return strings.ReplaceAll(fmt.Sprintf("%s %+v", what, q), "\n", " ")
}
