package graphtest

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/newsgraph/newsgraph/graph"
)

// Open opens a store without content, and sees to it that it is closed when the test ends, whether
// or not the test has closed it.
type Open = func(t *testing.T) graph.Store

// Run runs the conformance suite on the stores that open gives. Each case opens a store of its own.
func Run(t *testing.T, open Open) {
	t.Helper()
	for _, group := range []struct {
		name  string
		cases []testCase
	}{
		{"Apply", applyCases()},
		{"Judge", judgeCases()},
		{"Act", actCases()},
		{"Suggestions", suggestionCases()},
		{"Audit", auditCases()},
		{"Receipt", receiptCases()},
		{"Rules", rulesCases()},
		{"State", stateCases()},
		{"Entities", entityCases()},
		{"Places", placeCases()},
		{"Lookup", lookupCases()},
		{"Articles", articleCases()},
		{"Statements", statementCases()},
		{"Mentions", mentionCases()},
		{"Roles", roleCases()},
		{"Relations", relationCases()},
		{"Networks", networkCases()},
		{"Search", searchCases()},
		{"Facets", facetCases()},
		{"Timeline", timelineCases()},
		{"Events", eventCases()},
		{"Nodes", nodeCases()},
		{"Pages", pageCases()},
		{"Values", valueCases()},
		{"Fields", fieldCases()},
	} {
		t.Run(group.name, func(t *testing.T) {
			for _, c := range group.cases {
				t.Run(c.name, func(t *testing.T) { c.run(newBench(t, open)) })
			}
		})
	}
}

// testCase is a sentence of the contract.
type testCase struct {
	name string
	run  func(*bench)
}

// bench is a graph under test with what cases need to speak of it in few words.
type bench struct {
	*testing.T
	ctx   context.Context
	store graph.Store
	graph *graph.Graph
}

func newBench(t *testing.T, open Open) *bench {
	t.Helper()
	store := open(t)
	return &bench{T: t, ctx: t.Context(), store: store, graph: graph.New(store, nil)}
}

// equal compares what the store gave with what the contract says.
func equal(b *bench, what string, got, want any) {
	b.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		b.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

// ok fails the case when err is set, and else passes the value on.
func ok[T any](value T, err error) func(*bench) T {
	return func(b *bench) T {
		b.Helper()
		if err != nil {
			b.Fatal(err)
		}
		return value
	}
}

// apply applies a batch that must be taken.
func (b *bench) apply(batch *graph.Batch) graph.Applied {
	b.Helper()
	applied := ok(b.graph.Apply(b.ctx, batch))(b)
	applied.Records = nil // has cases of its own
	return applied
}

// load writes stories in one batch.
func (b *bench) load(stories ...story) graph.Applied {
	b.Helper()
	return b.apply(&graph.Batch{Records: records(b, stories...)})
}

func (b *bench) judge(judgements ...graph.Judgement) graph.Applied {
	b.Helper()
	return b.apply(&graph.Batch{Judge: judgements})
}

func (b *bench) remove(keys ...string) graph.Applied {
	b.Helper()
	return b.apply(&graph.Batch{Delete: articleIDs(keys...)})
}

func articleIDs(keys ...string) []graph.NodeID {
	ids := make([]graph.NodeID, len(keys))
	for i, key := range keys {
		ids[i] = graph.ArticleID(key)
	}
	return ids
}

func (b *bench) dump() string {
	b.Helper()
	return string(ok(Dump(b.ctx, b.graph))(b))
}

// entity is the entity with the id, which must be in the graph.
func (b *bench) entity(id graph.NodeID) *graph.Entity {
	b.Helper()
	e, is := ok(b.graph.Node(b.ctx, id))(b).(*graph.Entity)
	if !is {
		b.Fatalf("%s is not an entity", id)
	}
	return e
}

// entities gives the names of the entities of each page.
func (b *bench) entities(q graph.EntityQuery) [][]string {
	b.Helper()
	out := [][]string{}
	for _, p := range ok(b.graph.Entities(b.ctx, &q))(b) {
		names := []string{}
		for _, e := range p.Edges {
			names = append(names, e.Node.Name)
		}
		out = append(out, names)
	}
	return out
}

// articles gives the keys of the articles of each page.
func (b *bench) articles(q graph.ArticleQuery) [][]string {
	b.Helper()
	out := [][]string{}
	for _, p := range ok(b.graph.Articles(b.ctx, &q))(b) {
		keys := []string{}
		for _, e := range p.Edges {
			keys = append(keys, e.Node.Key)
		}
		out = append(out, keys)
	}
	return out
}

// statements gives the texts of the statements of each page.
func (b *bench) statements(q graph.StatementQuery) [][]string {
	b.Helper()
	out := [][]string{}
	for _, p := range ok(b.graph.Statements(b.ctx, &q))(b) {
		texts := []string{}
		for _, e := range p.Edges {
			texts = append(texts, e.Node.Text)
		}
		out = append(out, texts)
	}
	return out
}

// mentions gives article and text of the mentions of each page.
func (b *bench) mentions(q graph.MentionQuery) [][]string {
	b.Helper()
	out := [][]string{}
	for _, p := range ok(b.graph.Mentions(b.ctx, &q))(b) {
		found := []string{}
		for _, e := range p.Edges {
			found = append(found, b.articleKey(e.Node.Article)+": "+e.Node.Text)
		}
		out = append(out, found)
	}
	return out
}

func (b *bench) articleKey(id graph.NodeID) string {
	b.Helper()
	a, is := ok(b.graph.Node(b.ctx, id))(b).(*graph.Article)
	if !is {
		b.Fatalf("%s is not an article", id)
	}
	return a.Key
}
