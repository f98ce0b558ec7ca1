package graphtest

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/newsgraph/newsgraph/graph"
	"golang.org/x/sync/errgroup"
	"pgregory.net/rapid"
)

// RunProperties checks, on random sets of articles and judgements, that the graph is a function of these sets: it does
// not depend on how they came into the store, nor on what was in it before. Each property empties
// the one store that it opens again and again.
func RunProperties(t *testing.T, open Open) {
	t.Helper()
	for _, property := range []struct {
		name  string
		check func(*trial, content)
	}{
		{"loading is idempotent", loadingIsIdempotent},
		{"order and batch size make no difference", orderMakesNoDifference},
		{"concurrent loaders make no difference", concurrencyMakesNoDifference},
		{"a changed article replaces its old self", changedArticlesReplace},
		{"delete and load is as never loaded", deletedIsNeverLoaded},
		{"judgements commute", judgementsCommute},
		{"undo restores the graph", undoRestores},
		{"acts are undone in any order", actsAreUndone},
		{"acts survive delete and another load", actsSurvive},
		{"a file of judgements gives the graph again", fileGivesGraph},
	} {
		t.Run(property.name, func(t *testing.T) {
			g, p := graph.New(open(t), &graph.Options{Rules: chance{}, Places: Places()}), newPool(2)
			p.ruled = true
			rapid.Check(t, func(rt *rapid.T) {
				property.check(&trial{T: rt, ctx: t.Context(), g: g, pool: p}, p.content(rt))
			})
		})
	}
}

// content is what a graph is a function of.
type content struct {
	records    []*graph.Record
	judgements []graph.Judgement
}

// content draws a set of articles, each in one version, and of judgements.
func (p *pool) content(t *rapid.T) (c content) {
	for i, versions := range p.versions {
		if v := rapid.IntRange(-1, poolVersions-1).Draw(t, fmt.Sprintf("version of article %d", i)); v >= 0 {
			c.records = append(c.records, versions[v])
		}
	}
	ids := map[graph.NodeID]bool{}
	for range rapid.IntRange(0, 6).Draw(t, "judgements") {
		j, ok := p.judgement(t)
		if id := graph.JudgementID(&j); ok && !ids[id] {
			ids[id] = true
			c.judgements = append(c.judgements, j)
		}
	}
	return c
}

func (c content) batch() *graph.Batch { return &graph.Batch{Records: c.records, Judge: c.judgements} }

// pieces gives each record and judgement a batch of its own.
func (c content) pieces() (out []*graph.Batch) {
	for _, r := range c.records {
		out = append(out, &graph.Batch{Records: []*graph.Record{r}})
	}
	for _, j := range c.judgements {
		out = append(out, &graph.Batch{Judge: []graph.Judgement{j}})
	}
	return out
}

// trial is one run of a property.
type trial struct {
	*rapid.T
	ctx  context.Context
	g    *graph.Graph
	pool *pool
}

func (t *trial) apply(b *graph.Batch) graph.Applied {
	t.Helper()
	applied, err := t.g.Apply(t.ctx, b)
	if err != nil {
		t.Fatalf("apply: %v", err)
	}
	return applied
}

func (t *trial) dump() *Dumped {
	t.Helper()
	d, err := dump(t.ctx, t.g)
	if err != nil {
		t.Fatalf("dump: %v", err)
	}
	return d
}

func (t *trial) wipe() {
	t.Helper()
	if err := wipe(t.ctx, t.g); err != nil {
		t.Fatalf("empty: %v", err)
	}
}

// loaded gives the graph of the content, loaded at once into an empty store.
func (t *trial) loaded(c content) *Dumped {
	t.Helper()
	t.wipe()
	t.apply(c.batch())
	return t.dump()
}

func (t *trial) expect(want *Dumped) {
	t.Helper()
	if diff := cmp.Diff(want, t.dump()); diff != "" {
		t.Fatalf("the graph is another one (-want +got):\n%s", diff)
	}
}

func loadingIsIdempotent(t *trial, c content) {
	want := t.loaded(c)
	if got := t.apply(c.batch()); !cmp.Equal(got, graph.Applied{Unchanged: len(c.records), Records: slices.Repeat([]graph.Change{graph.Unchanged}, len(c.records))}, cmpopts.EquateEmpty()) {
		t.Fatalf("loading again applied %+v", got)
	}
	t.expect(want)
}

func orderMakesNoDifference(t *trial, c content) {
	want := t.loaded(c)
	t.wipe()
	for _, b := range t.shuffled(c) {
		t.apply(b)
	}
	t.expect(want)
}

// shuffled gives the content in batches of random size and order.
func (t *trial) shuffled(c content) (out []*graph.Batch) {
	pieces := rapid.Permutation(c.pieces()).Draw(t.T, "order")
	for len(pieces) > 0 {
		b := &graph.Batch{}
		for range min(len(pieces), rapid.IntRange(1, 4).Draw(t.T, "batch")) {
			b.Records = append(b.Records, pieces[0].Records...)
			b.Judge = append(b.Judge, pieces[0].Judge...)
			pieces = pieces[1:]
		}
		out = append(out, b)
	}
	return out
}

func concurrencyMakesNoDifference(t *trial, c content) {
	want := t.loaded(c)
	t.wipe()
	group, ctx := errgroup.WithContext(t.ctx)
	group.SetLimit(4)
	for _, b := range t.shuffled(c) {
		group.Go(func() error {
			_, err := t.g.Apply(ctx, b)
			return err
		})
	}
	if err := group.Wait(); err != nil {
		t.Fatalf("apply: %v", err)
	}
	t.expect(want)
}

func changedArticlesReplace(t *trial, c content) {
	want := t.loaded(c)
	t.wipe()
	var old []*graph.Record
	for _, r := range c.records {
		i := slices.IndexFunc(t.pool.versions, func(v []*graph.Record) bool { return v[0].Article.ID == r.Article.ID })
		old = append(old, rapid.SampledFrom(t.pool.versions[i]).Draw(t.T, "old version"))
	}
	t.apply(&graph.Batch{Records: old})
	applied := t.apply(c.batch())
	if applied.Replaced+applied.Unchanged != len(c.records) {
		t.Fatalf("loading another version applied %+v", applied)
	}
	t.expect(want)
}

func deletedIsNeverLoaded(t *trial, c content) {
	want := t.loaded(c)
	t.wipe()
	keep := map[graph.NodeID]bool{}
	for _, r := range c.records {
		keep[r.Article.ID] = true
	}
	other := t.pool.content(t.T)
	t.apply(&graph.Batch{Records: other.records})
	t.apply(c.batch())
	var gone []graph.NodeID
	for _, r := range other.records {
		if !keep[r.Article.ID] {
			gone = append(gone, r.Article.ID)
		}
	}
	if got := t.apply(&graph.Batch{Delete: gone}); !cmp.Equal(got, graph.Applied{Deleted: len(gone)}) {
		t.Fatalf("deleting %d applied %+v", len(gone), got)
	}
	t.expect(want)
}

func judgementsCommute(t *trial, c content) {
	want := t.loaded(c)
	t.wipe()
	t.apply(&graph.Batch{Records: c.records})
	for _, j := range rapid.Permutation(c.judgements).Draw(t.T, "order") {
		t.apply(&graph.Batch{Judge: []graph.Judgement{j}})
	}
	t.expect(want)
}

func undoRestores(t *trial, c content) {
	want := t.loaded(c)
	var undo []graph.NodeID
	for range rapid.IntRange(1, 5).Draw(t.T, "more judgements") {
		j, ok := t.pool.judgement(t.T)
		j.Act = "" // one of those may be in the content
		id := graph.JudgementID(&j)
		taken := slices.ContainsFunc(c.judgements, func(o graph.Judgement) bool { return graph.JudgementID(&o) == id })
		if !ok || taken {
			continue
		}
		t.apply(&graph.Batch{Judge: []graph.Judgement{j}})
		undo = append(undo, id)
	}
	for _, id := range rapid.Permutation(undo).Draw(t.T, "order of undoing") {
		t.apply(&graph.Batch{Undo: []graph.NodeID{id}})
	}
	t.expect(want)
}
