package graphtest

import (
	"errors"
	"strings"
	"sync"
	"time"

	"github.com/newsgraph/newsgraph/graph"
)

// noon is when the entries of these cases begin.
func noon() time.Time { return time.Date(2024, 3, 2, 12, 0, 0, 0, time.UTC) }

// entry is an audit entry so many microseconds after noon.
func entry(after int, by, action string, keys ...string) *graph.AuditEntry {
	return &graph.AuditEntry{
		At: noon().Add(time.Duration(after) * time.Microsecond), By: by, Action: action, Outcome: graph.AuditDone, Nodes: articleIDs(keys...),
	}
}

// audit gives by whom the entries are that a query finds.
func (b *bench) audit(q graph.AuditQuery) []string {
	b.Helper()
	names := []string{}
	for _, e := range ok(b.graph.Audit(b.ctx, &q))(b).Edges {
		names = append(names, e.Node.By)
	}
	return names
}

func auditCases() []testCase {
	return []testCase{
		{"an entry comes back as it was given, with what the batch changed", func(b *bench) {
			b.load(note("old", "", "Ada"))
			e := entry(7, "O'Neil – “ß”", "loadArticles", "b", "a", "b")
			e.Detail, e.Outcome = "zwei\nZeilen", graph.AuditPartly
			b.apply(&graph.Batch{Records: records(b, note("old", "", "Ada"), note("new", "", "Bob")), Audit: e})
			got := ok(b.graph.Audit(b.ctx, &graph.AuditQuery{}))(b).Edges
			want := *e
			want.ID, want.Nodes = got[0].Node.ID, []graph.NodeID{articleIDs("a")[0], articleIDs("b")[0]}
			if want.Nodes[1] < want.Nodes[0] {
				want.Nodes[0], want.Nodes[1] = want.Nodes[1], want.Nodes[0]
			}
			want.Applied = graph.Applied{Added: 1, Unchanged: 1}
			equal(b, "entry", *got[0].Node, want)
			equal(b, "type of its id", want.ID.Type(), graph.TypeAudit)
			b.remove("old", "new")
			equal(b, "stays when the articles go", len(b.audit(graph.AuditQuery{})), 1)
		}},
		{"a batch that changes nothing is told of too", func(b *bench) {
			b.apply(&graph.Batch{Audit: entry(0, "ana", "deleteArticle")})
			equal(b, "entries", b.audit(graph.AuditQuery{}), []string{"ana"})
		}},
		{"an entry is written once", func(b *bench) {
			b.apply(&graph.Batch{Audit: entry(0, "ana", "loadArticles", "a")})
			b.apply(&graph.Batch{Audit: entry(0, "ana", "loadArticles", "a"), Records: records(b, note("a", "", "Ada"))})
			got := ok(b.graph.Audit(b.ctx, &graph.AuditQuery{Page: graph.Page{Count: true}}))(b)
			equal(b, "entries", got.Total, 1)
			equal(b, "applied", got.Edges[0].Node.Applied, graph.Applied{})
		}},
		{"an entry is not written when the batch is refused", func(b *bench) {
			r := &graph.Receipt{Key: "k", At: noon(), Until: noon().Add(time.Hour)}
			b.apply(&graph.Batch{Receipt: r})
			if _, err := b.graph.Apply(b.ctx, &graph.Batch{Receipt: r, Audit: entry(0, "ana", "x")}); !errors.Is(err, graph.ErrRepeated) {
				b.Errorf("error is %v, want ErrRepeated", err)
			}
			equal(b, "entries", b.audit(graph.AuditQuery{}), []string{})
		}},
		{"the newest entry comes first", func(b *bench) {
			for i, by := range []string{"three", "one", "two"} {
				b.apply(&graph.Batch{Audit: entry(map[string]int{"one": 1, "two": 2, "three": 3}[by], by, "x", "a", "b")})
				equal(b, "so far", len(b.audit(graph.AuditQuery{})), i+1)
			}
			equal(b, "all", b.audit(graph.AuditQuery{}), []string{"three", "two", "one"})
			equal(b, "of a node", b.audit(graph.AuditQuery{Filter: graph.AuditFilter{Node: articleIDs("a")[0]}}), []string{"three", "two", "one"})
		}},
		{"entries are kept for as long as they shall be", func(b *bench) {
			keeping := graph.New(b.store, &graph.Options{AuditKeep: 3 * time.Microsecond})
			for i, by := range []string{"one", "two", "three"} {
				ok(keeping.Apply(b.ctx, &graph.Batch{Audit: entry(i, by, "x", "a", by)}))(b)
			}
			equal(b, "all are young", b.audit(graph.AuditQuery{}), []string{"three", "two", "one"})
			ok(keeping.Apply(b.ctx, &graph.Batch{Audit: entry(4, "four", "x", "b")}))(b)
			equal(b, "old ones are gone", b.audit(graph.AuditQuery{}), []string{"four", "three", "two"})
			equal(b, "of a node", b.audit(graph.AuditQuery{Filter: graph.AuditFilter{Node: articleIDs("a")[0]}}), []string{"three", "two"})
			equal(b, "of a node that only they concern", b.audit(graph.AuditQuery{Filter: graph.AuditFilter{Node: articleIDs("one")[0]}}), []string{})
			b.apply(&graph.Batch{Audit: entry(100, "five", "x")})
			equal(b, "without a bound", b.audit(graph.AuditQuery{}), []string{"five", "four", "three", "two"})
		}},
		{"filters select entries", auditFilters},
		{"entries are paged in both directions", func(b *bench) {
			for i := range 5 {
				b.apply(&graph.Batch{Audit: entry(i/2, strings.Repeat("x", i), "x", "a")})
			}
			for _, filter := range []graph.AuditFilter{{}, {Node: articleIDs("a")[0]}} {
				auditPaging(b, filter)
			}
		}},
	}
}

func auditFilters(b *bench) {
	refused := entry(2, "bob", "loadArticles", "b")
	refused.Outcome = graph.AuditRefused
	for _, e := range []*graph.AuditEntry{entry(1, "ana", "loadArticles", "a", "b"), refused, entry(3, "cid", "deleteArticle", "a")} {
		b.apply(&graph.Batch{Audit: e})
	}
	at := func(from, to int) graph.TimeRange {
		return graph.TimeRange{From: noon().Add(time.Duration(from)), To: noon().Add(time.Duration(to))}
	}
	for _, c := range []struct {
		what   string
		filter graph.AuditFilter
		want   []string
	}{
		{"by", graph.AuditFilter{By: []string{"ana", "cid", "nobody"}}, []string{"cid", "ana"}},
		{"action", graph.AuditFilter{Actions: []string{"loadArticles"}}, []string{"bob", "ana"}},
		{"outcome", graph.AuditFilter{Outcomes: []graph.AuditOutcome{graph.AuditRefused}}, []string{"bob"}},
		{"node", graph.AuditFilter{Node: articleIDs("a")[0]}, []string{"cid", "ana"}},
		{"unknown node", graph.AuditFilter{Node: articleIDs("zzz")[0]}, []string{}},
		{"range", graph.AuditFilter{At: at(1000, 3000)}, []string{"bob", "ana"}},
		{"range between microseconds", graph.AuditFilter{At: at(1001, 2001)}, []string{"bob"}},
		{"open range", graph.AuditFilter{At: graph.TimeRange{From: noon().Add(2000)}}, []string{"cid", "bob"}},
		{"all at once", graph.AuditFilter{By: []string{"ana"}, Actions: []string{"deleteArticle"}, Node: articleIDs("a")[0]}, []string{}},
	} {
		equal(b, c.what, b.audit(graph.AuditQuery{Filter: c.filter}), c.want)
	}
}

func auditPaging(b *bench, filter graph.AuditFilter) {
	b.Helper()
	whole := ok(b.graph.Audit(b.ctx, &graph.AuditQuery{Filter: filter, Page: graph.Page{Count: true}}))(b)
	equal(b, "total", whole.Total, 5)
	one := 1
	for i, e := range whole.Edges {
		next := ok(b.graph.Audit(b.ctx, &graph.AuditQuery{Filter: filter, Page: graph.Page{First: &one, After: e.Cursor}}))(b)
		previous := ok(b.graph.Audit(b.ctx, &graph.AuditQuery{Filter: filter, Page: graph.Page{Last: &one, Before: e.Cursor}}))(b)
		if i+1 < len(whole.Edges) {
			equal(b, "next", next.Edges, whole.Edges[i+1:i+2])
		}
		if i > 0 {
			equal(b, "previous", previous.Edges, whole.Edges[i-1:i])
		}
		equal(b, "sides", []bool{next.PageInfo.HasNextPage, previous.PageInfo.HasPreviousPage}, []bool{i+2 < 5, i > 1})
	}
}

func receiptCases() []testCase {
	receipt := func(key string, hours int) *graph.Receipt {
		return &graph.Receipt{
			Key: key, Digest: "d'1", Answer: `{"ä":1}`, At: noon().Add(time.Duration(hours) * time.Hour), Until: noon().Add(time.Duration(hours+2) * time.Hour),
		}
	}
	return []testCase{
		{"what became of each record is told, and kept", func(b *bench) {
			b.load(note("same", "", "Ada"), note("changed", "", "Ada"))
			stories := []story{note("changed", "", "Bob"), note("new", "", "Ada"), note("same", "", "Ada")}
			got := ok(b.graph.Apply(b.ctx, &graph.Batch{Records: records(b, stories...), Receipt: receipt("k", 0)}))(b)
			want := graph.Applied{
				Added: 1, Replaced: 1, Unchanged: 1, Records: []graph.Change{graph.Replaced, graph.Added, graph.Unchanged},
			}
			equal(b, "applied", got, want)
			kept := receipt("k", 0)
			kept.Applied = want
			equal(b, "receipt", ok(b.graph.Receipt(b.ctx, "k", noon()))(b), *kept)
		}},
		{"a request is carried out once", func(b *bench) {
			b.apply(&graph.Batch{Records: records(b, note("a", "", "Ada")), Receipt: receipt("k", 0)})
			before := b.dump()
			again := &graph.Batch{Delete: articleIDs("a"), Records: records(b, note("b", "", "Bob")), Receipt: receipt("k", 1)}
			if _, err := b.graph.Apply(b.ctx, again); !errors.Is(err, graph.ErrRepeated) {
				b.Errorf("error is %v, want ErrRepeated", err)
			}
			equal(b, "graph", b.dump(), before)
			equal(b, "another key", b.apply(&graph.Batch{Delete: articleIDs("a"), Receipt: receipt("K", 1)}), graph.Applied{Deleted: 1})
		}},
		{"a receipt that is over counts as not there", func(b *bench) {
			b.apply(&graph.Batch{Receipt: receipt("k", 0)})
			for hours, want := range []error{nil, nil, graph.ErrNotFound, graph.ErrNotFound} {
				if _, err := b.graph.Receipt(b.ctx, "k", noon().Add(time.Duration(hours)*time.Hour)); !errors.Is(err, want) {
					b.Errorf("after %d hours: %v, want %v", hours, err, want)
				}
			}
			b.apply(&graph.Batch{Receipt: receipt("k", 2), Records: records(b, note("a", "", "Ada"))})
			equal(b, "the new one", ok(b.graph.Receipt(b.ctx, "k", noon().Add(3*time.Hour)))(b).Applied.Added, 1)
			b.apply(&graph.Batch{Receipt: receipt("other", 9)})
			if _, err := b.graph.Receipt(b.ctx, "k", noon().Add(9*time.Hour)); !errors.Is(err, graph.ErrNotFound) {
				b.Errorf("error is %v, want ErrNotFound", err)
			}
		}},
		{"of the same requests at once one is carried out", func(b *bench) {
			var all sync.WaitGroup
			var mu sync.Mutex
			done, repeated := 0, 0
			batch := &graph.Batch{Records: records(b, note("a", "", "Ada")), Receipt: receipt("k", 0)}
			for range 4 {
				all.Go(func() {
					_, err := b.graph.Apply(b.ctx, batch)
					mu.Lock()
					defer mu.Unlock()
					switch {
					case err == nil:
						done++
					case errors.Is(err, graph.ErrRepeated):
						repeated++
					default:
						b.Error(err)
					}
				})
			}
			all.Wait()
			equal(b, "done and repeated", []int{done, repeated}, []int{1, 3})
		}},
	}
}
