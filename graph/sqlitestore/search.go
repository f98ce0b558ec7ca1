package sqlitestore

import (
	"context"
	"database/sql"
	"slices"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/graph/fold"
	"github.com/newsgraph/newsgraph/graph/search"
)

// hit is a node that a search found, with the values by which hits are sorted.
type hit struct {
	node   graph.Node
	cursor string
}

// section is the part of the hits that is of one type.
type section struct {
	hits        []hit
	hasPrevious bool
	hasNext     bool
	total       int
}

// Search returns a page of hits, see [graph.Store].
func (s *Store) Search(ctx context.Context, q *graph.SearchQuery) (graph.SearchPage, error) {
	if fold.Name(q.Text) == "" {
		return graph.SearchPage{Edges: []graph.SearchEdge{}, Corrections: []graph.Correction{}}, nil
	}
	return read(ctx, s, func(ctx context.Context, c *conn) (graph.SearchPage, error) {
		return search.Find(q,
			func(q *graph.SearchQuery) (graph.SearchPage, error) { return c.search(ctx, q) },
			func(q *graph.SearchQuery) (map[string]string, error) { return c.corrections(ctx, q) })
	})
}

func (c *conn) search(ctx context.Context, q *graph.SearchQuery) (graph.SearchPage, error) {
	out := graph.SearchPage{Edges: []graph.SearchEdge{}}
	after, err := searchCursor(q.Page.After)
	if err != nil {
		return out, err
	}
	for rank, t := range searchTypes() {
		if len(q.Types) > 0 && !slices.Contains(q.Types, t) {
			continue
		}
		if err := c.addSection(ctx, &out, q, rank, after); err != nil {
			return out, err
		}
	}
	if n := len(out.Edges); n > 0 {
		out.PageInfo.StartCursor, out.PageInfo.EndCursor = out.Edges[0].Cursor, out.Edges[n-1].Cursor
	}
	return out, nil
}

func searchTypes() []graph.SearchType {
	return []graph.SearchType{graph.SearchEntities, graph.SearchStatements, graph.SearchArticles}
}

// searchCursor reads a cursor; it returns nil for none.
func searchCursor(s string) (*graph.Cursor, error) {
	if s == "" {
		return nil, nil //nolint:nilnil // no cursor is no fault
	}
	c, err := graph.DecodeCursor(s, graph.BySearchRank, 3, 1)
	return &c, err
}

// addSection adds the hits of one type to the page.
func (c *conn) addSection(ctx context.Context, out *graph.SearchPage, q *graph.SearchQuery, rank int, after *graph.Cursor) error {
	page := graph.Page{Count: q.Page.Count}
	limit := *q.Page.First - len(out.Edges)
	var from *graph.Cursor
	passed := false // the cursor lies behind the section
	if after != nil {
		switch at := int(after.Ints[0]); {
		case at == rank:
			from = after
		case at > rank:
			passed, limit = true, 0
		}
	}
	page.First = &limit
	s, err := c.section(ctx, q.Text, rank, page, from)
	if err != nil {
		return err
	}
	for _, h := range s.hits {
		out.Edges = append(out.Edges, graph.SearchEdge{Cursor: h.cursor, Node: h.node})
	}
	out.Total += s.total
	info := &out.PageInfo
	info.HasPreviousPage = info.HasPreviousPage || s.hasPrevious || passed && s.hasNext
	info.HasNextPage = info.HasNextPage || s.hasNext && !passed
	return nil
}

func (c *conn) section(ctx context.Context, text string, rank int, page graph.Page, from *graph.Cursor) (section, error) {
	if from != nil && rank > 0 {
		page.After = graph.EncodeCursor(graph.Cursor{Order: graph.ByTimeDesc, Ints: from.Ints[2:], Texts: from.Texts})
	}
	switch searchTypes()[rank] {
	case graph.SearchStatements:
		return c.statementHits(ctx, text, rank, page)
	case graph.SearchArticles:
		return c.articleHits(ctx, text, rank, page)
	case graph.SearchEntities:
	}
	return c.entityHits(ctx, text, page, from)
}

func (c *conn) statementHits(ctx context.Context, text string, rank int, page graph.Page) (section, error) {
	q := graph.StatementQuery{Filter: graph.StatementFilter{Text: text}, Order: graph.ByTimeDesc, Page: page}
	return timeHits(ctx, c, &q, rank, (*conn).statementList, (*conn).fetchStatements)
}

func (c *conn) articleHits(ctx context.Context, text string, rank int, page graph.Page) (section, error) {
	q := graph.ArticleQuery{Filter: graph.ArticleFilter{Text: text}, Order: graph.ByTimeDesc, Page: page}
	return timeHits(ctx, c, &q, rank, (*conn).articleList, (*conn).fetchArticles)
}

// timeHits makes a section of the one page of a list by time.
func timeHits[Q any, N graph.Node](
	ctx context.Context, c *conn, q *Q, rank int, list listing[Q], fetch fetching[N],
) (section, error) {
	pages, nodes, err := itemsOf(ctx, c, q, list, fetch)
	if err != nil {
		return section{}, err
	}
	p := &pages[0]
	s := section{hasPrevious: p.hasPrevious, hasNext: p.hasNext, total: p.total}
	for _, it := range p.items {
		cursor := graph.Cursor{
			Order: graph.BySearchRank, Ints: []int64{int64(rank), 0, sortValue(it.number, graph.ByTimeDesc)}, Texts: []string{it.id},
		}
		s.hits = append(s.hits, hit{nodes[it.n], graph.EncodeCursor(cursor)})
	}
	return s, nil
}

const (
	// "vague" is 0 for an entity with a name that equals the text, 1 for one with a name that has its words, else 2.
	sqlEntityHits = `(SELECT e.n AS n, min(CASE WHEN nm.fold = ? THEN 0
WHEN w.rowid IN (SELECT rowid FROM name_words WHERE name_words MATCH ?) THEN 1 ELSE 2 END) AS vague, e.rank AS rank, e.id AS id
FROM name_words w CROSS JOIN names nm ON nm.n = w.rowid CROSS JOIN key_names kn ON kn.words = w.rowid
CROSS JOIN keys k ON k.n = kn.key CROSS JOIN entities e ON e.n = k.entity
WHERE w.name_words MATCH ? GROUP BY e.n)`
	sqlEntityHitPage = `SELECT n, vague, rank, id FROM ` + sqlEntityHits + `
WHERE (vague, rank, id) > (?, ?, ?) ORDER BY vague, rank, id LIMIT ?`
	sqlEntityHitsBefore = `SELECT EXISTS (SELECT 1 FROM ` + sqlEntityHits + ` WHERE (vague, rank, id) <= (?, ?, ?))`
	sqlEntityHitCount   = `SELECT count(*) FROM ` + sqlEntityHits
)

// entityHits reads hits on names, see [graph.Store] for their order.
func (c *conn) entityHits(ctx context.Context, text string, page graph.Page, from *graph.Cursor) (section, error) {
	words := fold.Words(text)
	args := []any{fold.Name(text), match(words, false), match(words, true)}
	var s section
	if page.Count {
		total, err := c.int(ctx, sqlEntityHitCount, args...)
		if err != nil {
			return s, err
		}
		s.total = int(total)
	}
	at := []any{-1, 0, ""} // before all
	if from != nil {
		at = []any{2 - from.Ints[1], -from.Ints[2], from.Texts[0]}
		before, err := c.int(ctx, sqlEntityHitsBefore, slices.Concat(args, at)...)
		if err != nil {
			return s, err
		}
		s.hasPrevious = before != 0
	}
	var cursors []graph.Cursor
	var ns []int64
	err := c.query(ctx, sqlEntityHitPage, slices.Concat(args, at, []any{*page.First + 1}), func(rows *sql.Rows) error {
		var n, vague, rank int64
		var id string
		err := rows.Scan(&n, &vague, &rank, &id)
		ns = append(ns, n)
		cursors = append(cursors, graph.Cursor{
			Order: graph.BySearchRank, Ints: []int64{0, 2 - vague, -rank}, Texts: []string{id},
		})
		return err
	})
	if err != nil {
		return s, err
	}
	if s.hasNext = len(ns) > *page.First; s.hasNext {
		ns = ns[:*page.First]
	}
	nodes, err := c.fetchEntities(ctx, ns)
	for i, n := range ns {
		s.hits = append(s.hits, hit{nodes[n], graph.EncodeCursor(cursors[i])})
	}
	return s, err
}
