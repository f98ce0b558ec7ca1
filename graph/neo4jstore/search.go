package neo4jstore

import (
	"context"
	"slices"
	"strconv"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/graph/fold"
	"github.com/newsgraph/newsgraph/graph/search"
)

// section is the part of the hits that is of one type.
type section struct {
	list   *listQuery
	node   func(row) graph.Node
	cursor func(row) graph.Cursor
}

// Search returns a page of hits, see [graph.Store].
func (s *Store) Search(ctx context.Context, q *graph.SearchQuery) (graph.SearchPage, error) {
	if fold.Name(q.Text) == "" {
		return graph.SearchPage{Edges: []graph.SearchEdge{}, Corrections: []graph.Correction{}}, nil
	}
	return read(ctx, s, func(t *tx) (graph.SearchPage, error) { return search.Find(q, t.search, t.corrections) })
}

func (t *tx) search(q *graph.SearchQuery) (graph.SearchPage, error) {
	out := graph.SearchPage{Edges: []graph.SearchEdge{}}
	var after *graph.Cursor
	if q.Page.After != "" {
		c, err := graph.DecodeCursor(q.Page.After, graph.BySearchRank, 3, 1)
		if err != nil {
			return out, err
		}
		after = &c
	}
	for i, of := range []graph.SearchType{graph.SearchEntities, graph.SearchStatements, graph.SearchArticles} {
		if len(q.Types) > 0 && !slices.Contains(q.Types, of) {
			continue
		}
		if err := t.addSection(&out, q, i, after); err != nil {
			return out, err
		}
	}
	if n := len(out.Edges); n > 0 {
		out.PageInfo.StartCursor, out.PageInfo.EndCursor = out.Edges[0].Cursor, out.Edges[n-1].Cursor
	}
	return out, nil
}

// addSection adds the hits of one type to the page.
func (t *tx) addSection(out *graph.SearchPage, q *graph.SearchQuery, rank int, after *graph.Cursor) error {
	s := newSection(q, rank)
	s.list.count = q.Page.Count
	s.list.Limit = *q.Page.First - len(out.Edges)
	passed := false // the cursor lies behind the section
	if after != nil && int(after.Ints[0]) == rank {
		s.list.After = searchPlace(after)
	} else if after != nil && int(after.Ints[0]) > rank {
		passed, s.list.Limit = true, 0
	}
	pages, err := t.pages(s.list)
	if err != nil {
		return err
	}
	p := pages[0]
	for _, r := range p.items {
		out.Edges = append(out.Edges, graph.SearchEdge{Cursor: graph.EncodeCursor(s.cursor(r)), Node: s.node(r)})
		if err := r.err(); err != nil {
			return err
		}
	}
	out.Total += p.total
	out.PageInfo.HasPreviousPage = out.PageInfo.HasPreviousPage || p.hasPrevious || passed && p.hasNext
	out.PageInfo.HasNextPage = out.PageInfo.HasNextPage || p.hasNext && !passed
	return nil
}

// searchPlace is where in its section the item of a cursor stands.
func searchPlace(c *graph.Cursor) *place {
	if c.Ints[0] > 0 {
		return &place{rank: timeRank(c.Ints[2], c.Texts[0], graph.ByTimeDesc)}
	}
	return &place{rank: exactRank(c.Ints[1]) + mentionRank(c.Ints[2], c.Texts[0])}
}

// exactRank sorts entities with a name that equals the text (2) first, then those with a name that has its words (1).
func exactRank(exact int64) string { return strconv.FormatInt(2-exact, 10) }

func newSection(q *graph.SearchQuery, rank int) *section {
	b := newBuilder()
	f := &filters{builder: b}
	timed := func(at int64, id graph.NodeID) graph.Cursor {
		return graph.Cursor{Order: graph.BySearchRank, Ints: []int64{int64(rank), 0, at}, Texts: []string{string(id)}}
	}
	switch rank {
	case 0:
		return entitySection(f, q)
	case 1:
		source := f.statementSource(&graph.StatementFilter{Text: q.Text}, graph.ByTimeDesc)
		return &section{
			list: &listQuery{builder: b, source: source, item: item(statementColumns(), q.Fields), some: q.Fields != nil},
			node: func(r row) graph.Node { return statement(r) },
			cursor: func(r row) graph.Cursor {
				return timed(graph.SortTime(r.time("at"), graph.ByTimeDesc), r.id("id"))
			},
		}
	}
	source := f.articleSource(&graph.ArticleFilter{Text: q.Text}, graph.ByTimeDesc)
	return &section{
		list: &listQuery{builder: b, source: source, item: item(articleColumns(), q.Fields), some: q.Fields != nil},
		node: func(r row) graph.Node { return article(r) },
		cursor: func(r row) graph.Cursor {
			return timed(graph.SortTime(r.time("publishedAt"), graph.ByTimeDesc), r.id("id"))
		},
	}
}

func entitySection(f *filters, q *graph.SearchQuery) *section {
	text := q.Text
	folded := f.bind(fold.Name(text))
	words := f.bind(distinct(fold.Words(text)))
	return &section{
		list: &listQuery{builder: f.builder, item: item(append(entityColumns(), column{"", "rank: rank"}), q.Fields), some: q.Fields != nil, source: source{
			match: "CALL db.index.fulltext.queryNodes('newsgraph_names', " + f.bind(luceneNames(text)) + ") YIELD node AS n\n" +
				"MATCH (n)<-[:KNOWN_AS]-(x:Entity)\nWHERE " + beginWords("n.folded", words) + "\n" +
				"WITH x, min(CASE WHEN n.folded = " + folded + " THEN '0' WHEN all(w IN " + words + " WHERE w IN split(n.folded, ' ')) THEN '1' ELSE '2' END) AS exact\n" +
				"WITH x, exact + coalesce(x.byMentions, " + f.bind(mentionRank(0, "")) + " + x.id) AS rank",
			rank: "rank",
		}},
		node: func(r row) graph.Node { return entity(r) },
		cursor: func(r row) graph.Cursor {
			exact := int64('2' - r.text("rank")[0])
			return graph.Cursor{
				Order: graph.BySearchRank, Ints: []int64{0, exact, int64(r.int("mentionCount"))}, Texts: []string{string(r.id("id"))},
			}
		},
	}
}
