package neo4jstore

import (
	"cmp"
	"context"
	"slices"

	"github.com/newsgraph/newsgraph/graph"
)

// mention is a mention with the sort key of its article.
type mention struct {
	graph.Mention
	rank string
	time int64 // the [graph.SortTime] of the article
}

func (m mention) compare(o mention) int {
	return cmp.Or(
		cmp.Compare(m.rank, o.rank),
		cmp.Compare(m.Span.Start, o.Span.Start),
		cmp.Compare(m.Span.End, o.Span.End),
		cmp.Compare(m.Key, o.Key),
	)
}

func (m mention) cursor(order graph.Order) string {
	return graph.EncodeCursor(graph.Cursor{
		Order: order,
		Ints:  []int64{m.time, int64(m.Span.Start), int64(m.Span.End)},
		Texts: []string{string(m.Article), string(m.Key)},
	})
}

// mentionQuery asks for pages of mentions. The graph holds all mentions of a key in an article as one relationship, so that
// a page is read by articles and cut to size here.
type mentionQuery struct {
	*graph.MentionQuery
	*builder
	graph.Window[mention]
	rank string // the sort key on relationships "m"
}

// Mentions returns pages of mentions, see [graph.Store].
func (s *Store) Mentions(ctx context.Context, q *graph.MentionQuery) ([]graph.MentionPage, error) {
	w, err := graph.NewWindow(q.Page, q.Order, 3, 2, func(c graph.Cursor) mention {
		m := mention{rank: timeRank(c.Ints[0], c.Texts[0], q.Order), time: c.Ints[0]}
		m.Span = graph.Span{Start: int(c.Ints[1]), End: int(c.Ints[2])}
		m.Key = graph.Key(c.Texts[1])
		return m
	}, mention.compare)
	if err != nil {
		return nil, err
	}
	return read(ctx, s, func(t *tx) ([]graph.MentionPage, error) {
		return t.mentions(&mentionQuery{q, newBuilder(), w, "m." + timeProperty(q.Order)})
	})
}

func (t *tx) mentions(q *mentionQuery) ([]graph.MentionPage, error) {
	out := make([]graph.MentionPage, len(q.Of))
	for i := range out {
		out[i].Edges = []graph.MentionEdge{}
	}
	rows, err := t.run(q.cypher(), q.params)
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		var mentions []mention
		for _, m := range r.rows("items") {
			mentions = append(mentions, q.unpack(m)...)
		}
		page := q.cut(mentions)
		page.PageInfo.HasNextPage = page.PageInfo.HasNextPage || r.bool("next")
		page.PageInfo.HasPreviousPage = page.PageInfo.HasPreviousPage || r.bool("previous")
		page.Total = r.int("total")
		out[r.int("i")] = page
		if err := r.err(); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// cypher reads the relationships of one article more than a page can have, and of the articles of both cursors.
func (q *mentionQuery) cypher() string {
	q.add("UNWIND range(0, " + q.bind(len(q.Of)-1) + ") AS i")
	const item = "m {entity: s.id, .key, .names, .forms, .spans, .newest, .oldest, article: a.id, published: a.publishedAt}"
	next, previous, total := "false", "false", "0"
	if q.Anchor == graph.OfArticle {
		q.add("MATCH (a:Article {id: "+q.bind(q.Of)+"[i]})", "CALL {", "WITH a",
			"MATCH (a)<-[m:MENTIONED_IN]-(s)", "RETURN collect("+item+") AS items, sum(m.count) AS total", "}")
	} else {
		const match = "MATCH ()-[m:MENTIONED_IN]->(a:Article)\nWHERE m.hub = of AND "
		q.add("MATCH (k:Key {id: "+q.bind(q.Of)+"[i]})", "MATCH (e:Entity {id: k.entity})", "WITH i, e, e.hub AS of")
		q.add("CALL {", "WITH of", match+all(q.rank+" > ''", q.side(">=", q.After), q.side("<=", q.Before)),
			"WITH DISTINCT m.hub AS lead, "+q.rank+" AS rank, a",
			"ORDER BY lead"+direction(q.Backward)+", rank"+direction(q.Backward)+" LIMIT "+q.bind(q.Limit+2),
			"MATCH (a)<-[m:MENTIONED_IN]-(s)", "WHERE m.hub = lead", "RETURN collect("+item+") AS items", "}")
		outside := func(name, op string, m *mention) string {
			if m == nil {
				return "false"
			}
			q.add("CALL {", "WITH of", match+q.side(op, m), "WITH m LIMIT 1", "RETURN count(m) > 0 AS "+name, "}")
			return name
		}
		previous, next = outside("previous", "<", q.After), outside("next", ">", q.Before)
		q.add("WITH *, e.mentionCount AS total")
	}
	if q.Page.Count {
		total = "total"
	}
	q.add("RETURN i, items, " + next + " AS next, " + previous + " AS previous, " + total + " AS total")
	return q.String()
}

// side holds for articles on one side of that of a mention.
func (q *mentionQuery) side(op string, m *mention) cond {
	if m == nil {
		return ""
	}
	return q.rank + " " + op + " " + q.bind(m.rank)
}

// unpack gives the mentions in a relationship.
func (q *mentionQuery) unpack(r row) []mention {
	names, forms := list[string](r, "names"), list[string](r, "forms")
	out := make([]mention, 0, len(names))
	for i, span := range r.spans("spans") {
		out = append(out, mention{
			Mention: graph.Mention{
				Entity: r.id("entity"), Article: r.id("article"), Key: r.key("key"),
				Span: span, Text: names[i], Form: graph.MentionForm(forms[i]),
			},
			rank: r.text(timeProperty(q.Order)),
			time: graph.SortTime(r.time("published"), q.Order),
		})
	}
	return out
}

// cut takes the page from the mentions of its articles.
func (q *mentionQuery) cut(mentions []mention) graph.MentionPage {
	slices.SortFunc(mentions, mention.compare)
	from, to := 0, len(mentions)
	for q.After != nil && from < to && mentions[from].compare(*q.After) <= 0 {
		from++
	}
	for q.Before != nil && from < to && mentions[to-1].compare(*q.Before) >= 0 {
		to--
	}
	// A side is looked at where a cursor or the size of the page sets it a bound.
	previous, next := q.After != nil && from > 0, q.Before != nil && to < len(mentions)
	if q.Backward {
		previous = previous || to-from > q.Limit
		from = max(from, to-q.Limit)
	} else {
		next = next || to-from > q.Limit
		to = min(to, from+q.Limit)
	}
	out := graph.MentionPage{Edges: make([]graph.MentionEdge, 0, to-from)}
	cursors := make([]string, 0, to-from)
	for _, m := range mentions[from:to] {
		cursors = append(cursors, m.cursor(q.Order))
		out.Edges = append(out.Edges, graph.MentionEdge{Cursor: m.cursor(q.Order), Node: &m.Mention})
	}
	out.PageInfo = graph.NewPageInfo(previous, next, cursors)
	return out
}
