package graphtest

import (
	"github.com/newsgraph/newsgraph/graph"
)

func mentionCases() []testCase {
	return []testCase{
		{"a mention says where, how and under which key", func(b *bench) {
			b.load(meeting())
			edges := ok(b.graph.Mentions(b.ctx, &graph.MentionQuery{Anchor: graph.OfEntity, Of: []graph.NodeID{entityID("Sergey Lavrov")}}))(b)[0].Edges
			text := meeting().text
			equal(b, "last", *edges[2].Node, graph.Mention{
				Entity: entityID("Sergey Lavrov"), Article: graph.ArticleID("meeting"), Key: personKey("Sergey Lavrov"),
				Span: until(find(b, text, "he smiled"), 3), Text: "he ", Form: graph.FormPronoun,
			})
		}},
		{"by article, then by place, then by key", func(b *bench) {
			b.load(newsroom()...)
			of := []graph.NodeID{entityID("Adam Bank"), entityID("Nobody"), entityID("Ada Smith")}
			equal(b, "newest first", b.mentions(graph.MentionQuery{Anchor: graph.OfEntity, Of: of}), [][]string{
				{"two: ADAM BANK", "three: Adam Bank"},
				{},
				{"two: Ada Smith", "one: Ada Smith", "one: Smith", "one: She"},
			})
			equal(b, "oldest first", b.mentions(graph.MentionQuery{Anchor: graph.OfEntity, Of: of, Order: graph.ByTimeAsc}), [][]string{
				{"two: ADAM BANK", "three: Adam Bank"},
				{},
				{"one: Ada Smith", "one: Smith", "one: She", "two: Ada Smith"},
			})
		}},
		{"those of an article are in the order of its text", func(b *bench) {
			b.load(newsroom()...)
			equal(b, "mentions", b.mentions(graph.MentionQuery{Anchor: graph.OfArticle, Of: articleIDs("two", "no such", "three")}), [][]string{
				{"two: ADAM BANK", "two: Ada Smith", "two: MALI"}, {}, {"three: Adam Bank"},
			})
		}},
		{"the keys of one entity are in one order", func(b *bench) {
			b.load(
				story{key: "mixed", text: "Al Bo Al Bo Al", who: []who{person("Al", "Al"), person("Bo", "Bo")}},
				story{key: "shared", at: "2017-01-01T00:00:00Z", text: "Al Bo", who: []who{person("Al", "Al"), person("Bo", "Al Bo"), person("Cy", "Al")}},
			)
			b.judge(same(graph.KindPerson, "Al", "Bo"), same(graph.KindPerson, "Al", "Cy"))
			q := graph.MentionQuery{Anchor: graph.OfEntity, Of: []graph.NodeID{entityID("Bo")}}
			want := []string{
				"shared: Al", "shared: Al", "shared: Al Bo", // [0, 2) under "al" and "cy", then [0, 5)
				"mixed: Al", "mixed: Bo", "mixed: Al", "mixed: Bo", "mixed: Al",
			}
			equal(b, "mentions", b.mentions(q), [][]string{want})
			equal(b, "page by page", b.mentionsPaged(q, 1), want)
			equal(b, "by two", b.mentionsPaged(q, 2), want)
			equal(b, "by three", b.mentionsPaged(q, 3), want)
			equal(b, "count", b.entity(entityID("Al")).MentionCount, len(want))
		}},
	}
}

// until gives the first n bytes of the span.
func until(s graph.Span, n int) graph.Span { return graph.Span{Start: s.Start, End: s.Start + n} }

// mentionsPaged reads the mentions of one node in pages of n, forward; and checks that backward gives the same.
func (b *bench) mentionsPaged(q graph.MentionQuery, n int) []string {
	b.Helper()
	var forward, backward []string
	q.Page = graph.Page{First: &n}
	for more := true; more; {
		forward = append(forward, b.mentions(q)[0]...)
		info := ok(b.graph.Mentions(b.ctx, &q))(b)[0].PageInfo
		q.Page.After, more = info.EndCursor, info.HasNextPage
	}
	q.Page = graph.Page{Last: &n}
	for more := true; more; {
		backward = append(b.mentions(q)[0], backward...)
		info := ok(b.graph.Mentions(b.ctx, &q))(b)[0].PageInfo
		q.Page.Before, more = info.StartCursor, info.HasPreviousPage
	}
	equal(b, "backward", backward, forward)
	return forward
}
