package graphtest

import (
	"errors"
	"fmt"
	"slices"

	"github.com/newsgraph/newsgraph/graph"
)

// relations gives what the relations of each page say.
func (b *bench) relations(q graph.RelationQuery) [][]string {
	b.Helper()
	out := [][]string{}
	for _, p := range ok(b.graph.Relations(b.ctx, &q))(b) {
		said := []string{}
		for _, e := range p.Edges {
			r := e.Node
			said = append(said, fmt.Sprintf("%s %s %s ×%d", b.entity(r.From).Name, r.Kind, b.entity(r.To).Name, r.Weight))
		}
		out = append(out, said)
	}
	return out
}

// only asks for relations of one kind.
func only(kind graph.RelationKind, of ...string) graph.RelationQuery {
	q := graph.RelationQuery{Kinds: []graph.RelationKind{kind}}
	for _, name := range of {
		q.Of = append(q.Of, entityID(name))
	}
	return q
}

// pair is how a relation of those that are mentioned together is written.
func pair(a, b string, weight int) string { return undirected(graph.CoMentioned, a, b, weight) }

// undirected is how a relation without a direction is written.
func undirected(kind graph.RelationKind, a, b string, weight int) string {
	if entityID(b) < entityID(a) {
		a, b = b, a
	}
	return fmt.Sprintf("%s %s %s ×%d", a, kind, b, weight)
}

func relationCases() []testCase {
	return slices.Concat(relationKindCases(), relationCountCases(), relationFilterCases(), relationBoundCases(), relationPageCases(), relationEventCases())
}

func relationKindCases() []testCase {
	return []testCase{
		{"a page for each entity, empty for one that is not in the graph", func(b *bench) {
			b.load(debate()...)
			equal(b, "said about", b.relations(only(graph.SaidAbout, "Cid", "Nobody", "Bob")), [][]string{
				{"Ada SAID_ABOUT Cid ×1"}, {}, {"Ada SAID_ABOUT Bob ×2", "Bob SAID_ABOUT Ada ×1"},
			})
		}},
		{"statements count toward their targets and addressees", func(b *bench) {
			b.load(debate()...)
			q := only(graph.SaidTo, "Cid")
			equal(b, "both ways", len(b.relations(q)[0]), 3)
			q.Direction = graph.Inward
			equal(b, "to Cid", b.relations(q), [][]string{{"Ada SAID_TO Cid ×1"}})
			q = only(graph.SaidAbout, "Ada")
			q.Direction = graph.Outward
			equal(b, "by Ada", b.relations(q), [][]string{{"Ada SAID_ABOUT Bob ×2", "Ada SAID_ABOUT Cid ×1"}})
		}},
		{"articles count for those that they mention, whatever the direction", func(b *bench) {
			b.load(debate()...)
			for _, direction := range []graph.RelationDirection{graph.BothWays, graph.Inward, graph.Outward} {
				q := only(graph.CoMentioned, "Dan")
				q.Direction = direction
				equal(b, "with Dan", len(b.relations(q)[0]), 3)
			}
			equal(b, "the heaviest first", b.relations(only(graph.CoMentioned, "Ada"))[0][2], pair("Ada", "Dan", 1))
		}},
		{"passages count for roles", func(b *bench) {
			b.load(office("1", "", "Ada", role{title: "Minister", of: "Russia"}, role{title: "Envoy", of: "Russia"}, role{title: "Agent"}),
				office("2", "", "Ada", role{title: "Envoy", of: "Syria"}))
			equal(b, "of Ada", b.relations(only(graph.HoldsRole, "Ada")), [][]string{{"Ada HOLDS_ROLE Russia ×2", "Ada HOLDS_ROLE Syria ×1"}})
			q := only(graph.HoldsRole)
			q.Of, q.Direction = []graph.NodeID{placeID("Russia")}, graph.Inward
			equal(b, "at Russia", b.relations(q), [][]string{{"Ada HOLDS_ROLE Russia ×2"}})
			q.Direction = graph.Outward
			equal(b, "by Russia", b.relations(q), [][]string{{}})
		}},
		{"all kinds in one list, by weight, kind, from and to", func(b *bench) {
			b.load(debate()...)
			got := b.relations(graph.RelationQuery{Of: []graph.NodeID{entityID("Dan")}})[0]
			equal(b, "number", len(got), 4)
			equal(b, "last", got[3], "Ada SAID_TO Dan ×1")
		}},
	}
}

func relationCountCases() []testCase {
	return []testCase{
		{"tones add up to the weight", func(b *bench) {
			b.load(debate()...)
			r := ok(b.graph.Relations(b.ctx, &graph.RelationQuery{Of: []graph.NodeID{entityID("Bob")}, Kinds: []graph.RelationKind{graph.SaidAbout}}))(b)[0]
			equal(b, "toward Bob", r.Edges[0].Node.Tones, graph.ToneBalance{Positive: 1, Negative: 1})
			b.judge(same(graph.KindPerson, "Bob", "Cid"))
			r = ok(b.graph.Relations(b.ctx, &graph.RelationQuery{Of: []graph.NodeID{entityID("Ada")}, Kinds: []graph.RelationKind{graph.SaidAbout}}))(b)[0]
			equal(b, "in different tones", r.Edges[0].Node.Tones, graph.ToneBalance{Neutral: 1, Negative: 1})
		}},
		{"first and last seen are those of what counts", func(b *bench) {
			b.load(debate()...)
			seen := func(kind graph.RelationKind, of string) []bool {
				r := ok(b.graph.Relations(b.ctx, &graph.RelationQuery{Of: []graph.NodeID{entityID(of)}, Kinds: []graph.RelationKind{kind}}))(b)[0].Edges[0].Node
				return []bool{r.FirstSeen.Equal(when("2017-03-05T00:00:00Z")), r.LastSeen.Equal(when("2017-03-05T00:00:00Z"))}
			}
			equal(b, "statements, one undated", seen(graph.SaidAbout, "Ada"), []bool{true, true})
			equal(b, "articles, one undated", seen(graph.CoMentioned, "Ada"), []bool{true, true})
			b.load(office("no date", "", "Eve", role{title: "Minister", of: "Russia"}))
			r := ok(b.graph.Relations(b.ctx, &graph.RelationQuery{Of: []graph.NodeID{entityID("Eve")}}))(b)[0].Edges[0].Node
			equal(b, "without a date", []bool{r.FirstSeen.IsZero(), r.LastSeen.IsZero()}, []bool{true, true})
		}},
		{"an entity has no relation to itself", func(b *bench) {
			b.load(debate()...)
			b.judge(same(graph.KindPerson, "Ada", "Bob"), same(graph.KindPerson, "Bob", "Cid"), same(graph.KindPerson, "Cid", "Dan"))
			equal(b, "all one", b.relations(graph.RelationQuery{Of: []graph.NodeID{entityID("Bob")}}), [][]string{{}})
		}},
		{"what has two keys of an entity counts once", func(b *bench) {
			b.load(debate()...)
			b.judge(same(graph.KindPerson, "Bob", "Cid"))
			name := b.entity(entityID("Bob")).Name
			equal(b, "about both", b.relations(only(graph.SaidAbout, "Ada")), [][]string{{"Ada SAID_ABOUT " + name + " ×2", name + " SAID_ABOUT Ada ×1"}})
			q := only(graph.CoMentioned, "Ada")
			q.MinWeight = 2
			equal(b, "with both", len(b.relations(q)[0]), 1)
		}},
	}
}

func relationFilterCases() []testCase {
	return []testCase{
		{"filters", func(b *bench) {
			b.load(debate()...)
			for what, c := range map[string]struct {
				filter graph.RelationFilter
				want   []string
			}{
				"seen":       {graph.RelationFilter{Seen: graph.TimeRange{From: when("2017-03-05T00:00:00Z")}}, []string{"Ada SAID_ABOUT Bob ×1", "Ada SAID_ABOUT Cid ×1"}},
				"seen until": {graph.RelationFilter{Seen: graph.TimeRange{To: when("2017-03-05T00:00:00Z")}}, []string{"Bob SAID_ABOUT Ada ×1"}},
				"source":     {graph.RelationFilter{Sources: []string{"Echo"}}, []string{"Ada SAID_ABOUT Bob ×1"}},
				"confidence": {graph.RelationFilter{MinConfidence: 0.8}, []string{"Ada SAID_ABOUT Bob ×1", "Ada SAID_ABOUT Cid ×1"}},
				"ends":       {graph.RelationFilter{Ends: []graph.Kind{graph.KindPlace}}, []string{}},
			} {
				q := only(graph.SaidAbout, "Ada")
				q.Filter = c.filter
				if what == "seen" || what == "confidence" {
					q.Direction = graph.Outward
				}
				got := b.relations(q)[0]
				equal(b, what, len(got), len(c.want))
				for _, want := range c.want {
					equal(b, what+": "+want, slices.Contains(got, want), true)
				}
			}
		}},
		{"light ones are left out", func(b *bench) {
			b.load(debate()...)
			q := only(graph.SaidAbout, "Ada")
			q.MinWeight, q.Page.Count = 2, true
			page := ok(b.graph.Relations(b.ctx, &q))(b)[0]
			equal(b, "number", []int{len(page.Edges), page.Total}, []int{1, 1})
		}},
	}
}

func relationBoundCases() []testCase {
	return []testCase{
		{"only the newest are looked at, and it says so", func(b *bench) {
			b.load(debate()...)
			b.load(note("newer", "2018-01-01T00:00:00Z", "Ada", "Eve"))
			q := only(graph.CoMentioned, "Ada", "Eve")
			q.Newest = 1
			pages := ok(b.graph.Relations(b.ctx, &q))(b)
			equal(b, "relations", b.relations(q), [][]string{{pair("Ada", "Eve", 1)}, {pair("Ada", "Eve", 1)}})
			equal(b, "partial", []bool{pages[0].Partial, pages[1].Partial}, []bool{true, false})
			q.Filter.Seen.To = when("2018-01-01T00:00:00Z")
			equal(b, "in a range", len(b.relations(q)[0]), 3)
			equal(b, "partial", ok(b.graph.Relations(b.ctx, &q))(b)[0].Partial, false)
			q.Filter.Sources = []string{"Echo"}
			equal(b, "the filter selects from the newest", b.relations(q)[0], []string{})
		}},
		{"undated ones are the last to be looked at", func(b *bench) {
			b.load(debate()...)
			q := only(graph.SaidAbout, "Ada")
			q.Newest, q.Direction = 1, graph.Outward
			equal(b, "relations", len(b.relations(q)[0]), 2)
			q.Direction = graph.Inward
			equal(b, "not partial", ok(b.graph.Relations(b.ctx, &q))(b)[0].Partial, false)
		}},
		{"roles all count", func(b *bench) {
			b.load(office("1", "", "Ada", role{title: "Minister", of: "Russia"}), office("2", "", "Ada", role{title: "Minister", of: "Russia"}))
			q := only(graph.HoldsRole, "Ada")
			q.Newest = 1
			equal(b, "roles", b.relations(q), [][]string{{"Ada HOLDS_ROLE Russia ×2"}})
			equal(b, "partial", ok(b.graph.Relations(b.ctx, &q))(b)[0].Partial, false)
		}},
		{"relations among entities are one page", func(b *bench) {
			b.load(debate()...)
			q := graph.RelationQuery{Among: true, Of: []graph.NodeID{entityID("Bob"), entityID("Nobody"), entityID("Cid"), entityID("Bob")}}
			equal(b, "of two", b.relations(q), [][]string{{pair("Bob", "Cid", 2), "Cid SAID_TO Bob ×1"}})
			q.Of = []graph.NodeID{}
			equal(b, "of none", b.relations(q), [][]string{{}})
			b.judge(same(graph.KindPerson, "Bob", "Cid"))
			q.Of = []graph.NodeID{entityID("Bob"), entityID("Cid")}
			equal(b, "of one under two ids", b.relations(q), [][]string{{}})
		}},
		{"among entities the newest of both are looked at", func(b *bench) {
			b.load(note("old", "2017-01-01T00:00:00Z", "Ada", "Bob"), note("new", "2018-01-01T00:00:00Z", "Ada", "Cid"))
			q := only(graph.CoMentioned, "Ada", "Bob", "Cid")
			q.Among, q.Newest = true, 1
			equal(b, "relations", b.relations(q), [][]string{{pair("Ada", "Cid", 1)}})
			equal(b, "partial", ok(b.graph.Relations(b.ctx, &q))(b)[0].Partial, true)
			q.Newest = 2
			equal(b, "not partial", ok(b.graph.Relations(b.ctx, &q))(b)[0].Partial, false)
		}},
	}
}

func relationPageCases() []testCase {
	return []testCase{
		{"pages follow their cursors, which survive writes", func(b *bench) {
			b.load(debate()...)
			one := 1
			q := graph.RelationQuery{Of: []graph.NodeID{entityID("Ada")}, Page: graph.Page{First: &one, Count: true}}
			all := ok(b.graph.Relations(b.ctx, &graph.RelationQuery{Of: q.Of}))(b)[0]
			for i := range all.Edges {
				p := ok(b.graph.Relations(b.ctx, &q))(b)[0]
				equal(b, "item", p.Edges, all.Edges[i:i+1])
				equal(b, "sides", []any{p.Total, p.PageInfo.HasPreviousPage, p.PageInfo.HasNextPage}, []any{len(all.Edges), i > 0, i < len(all.Edges)-1})
				q.Page.After = p.PageInfo.EndCursor
			}
			b.remove("undated")
			q.Page.After = all.Edges[0].Cursor
			equal(b, "lighter ones come after it", ok(b.graph.Relations(b.ctx, &q))(b)[0].Edges[0].Node.Weight, 1)
		}},
		{"statements and articles of pairs", func(b *bench) {
			b.load(debate()...)
			of, with := []graph.NodeID{entityID("Ada"), entityID("Ada"), entityID("Bob")}, []graph.NodeID{entityID("Cid"), entityID("Nobody"), entityID("Ada")}
			equal(b, "by one about the other", b.statements(graph.StatementQuery{Anchor: graph.SpokenBy, Of: of, With: with}), [][]string{
				{"Peace holds."}, {}, {"War ends."},
			})
			equal(b, "about one by the other", b.statements(graph.StatementQuery{Anchor: graph.AboutWhom, Of: of, With: []graph.NodeID{
				entityID("Bob"), entityID("Cid"), entityID("Ada"),
			}}), [][]string{{"War ends."}, {}, {"Peace holds.", "Peace fails."}})
			equal(b, "to one by the other", b.statements(graph.StatementQuery{Anchor: graph.ToWhom, Of: with, With: of})[0], []string{"Peace fails."})
			equal(b, "mention both", b.articles(graph.ArticleQuery{Mentioning: of, With: []graph.NodeID{entityID("Dan"), entityID("Nobody"), entityID("Cid")}}), [][]string{
				{"march"}, {}, {"march", "undated"},
			})
			_, err := b.graph.Statements(b.ctx, &graph.StatementQuery{Anchor: graph.SpokenBy, Of: of, With: with[:1]})
			equal(b, "one is missing", errors.Is(err, graph.ErrInvalid), true)
		}},
		{"relations go with their articles", func(b *bench) {
			b.load(debate()...)
			before := b.relations(graph.RelationQuery{Of: []graph.NodeID{entityID("Ada"), entityID("Bob")}})
			b.load(note("more", "", "Ada", "Bob"))
			b.remove("more")
			equal(b, "relations", b.relations(graph.RelationQuery{Of: []graph.NodeID{entityID("Ada"), entityID("Bob")}}), before)
		}},
	}
}
