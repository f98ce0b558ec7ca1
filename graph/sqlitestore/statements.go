package sqlitestore

import (
	"context"
	"fmt"

	"github.com/newsgraph/newsgraph/graph"
)

// Statements returns pages of statements, see [graph.Store].
func (s *Store) Statements(ctx context.Context, q *graph.StatementQuery) ([]graph.StatementPage, error) {
	return listed(ctx, s, q, (*conn).statementList, (*conn).fetchStatements, statementPage)
}

func statementPage(q *graph.StatementQuery, p *page, nodes map[int64]*graph.Statement) graph.StatementPage {
	edges, info := edgesOf(p, timeCursors(q.Order), func(cursor string, it *item) graph.StatementEdge {
		return graph.StatementEdge{Cursor: cursor, Node: copyStatement(nodes[it.n])}
	})
	return graph.StatementPage{Edges: edges, PageInfo: info, Total: p.total}
}

func (c *conn) statementList(ctx context.Context, q *graph.StatementQuery) (*query, error) {
	window, err := timeWindow(q.Page, q.Order)
	if err != nil {
		return nil, err
	}
	t, err := c.statementTerms(ctx, &q.Filter)
	if err != nil {
		return nil, err
	}
	out := &query{sort: byTime(q.Order), Window: window, count: q.Page.Count}
	if q.Anchor == graph.NoAnchor {
		out.merge = true
		out.source, out.drivers, err = c.statementDriver(ctx, &q.Filter, &t)
	} else {
		out.source = anchoredStatements(q.Anchor)
		out.drivers, err = c.drivers(ctx, anchorType(q.Anchor), q.Of)
	}
	out.filter = t.statement(&q.Filter, q.Anchor)
	if err == nil && q.With != nil {
		err = c.restrict(ctx, out, q.With, pick(q.Anchor == graph.SpokenBy,
			fmt.Sprintf("EXISTS (SELECT 1 FROM links w WHERE w.statement = t.n AND w.role = %d AND w.entity = ? ->> f.key)", roleAbout),
			"ifnull(t.speaker = ? ->> f.key, 0)"))
	}
	return out, err
}

// restrict has each page hold only what has to do with an entity of its own, too; the condition has that as its parameter.
func (c *conn) restrict(ctx context.Context, q *query, with []graph.NodeID, where string) error {
	drivers, err := c.drivers(ctx, graph.TypeEntity, with)
	q.filter = all(q.filter, is(where, list(drivers)))
	return err
}

func anchorType(a graph.StatementAnchor) graph.NodeType {
	switch a {
	case graph.InArticle:
		return graph.TypeArticle
	case graph.WithinThat:
		return graph.TypeStatement
	case graph.NoAnchor, graph.SpokenBy, graph.AboutWhom, graph.ToWhom:
	}
	return graph.TypeEntity
}

func anchoredStatements(a graph.StatementAnchor) source {
	switch a {
	case graph.SpokenBy:
		return statementSource("statements t INDEXED BY statements_speaker", "t.speaker = f.value")
	case graph.AboutWhom:
		return linkSource(roleAbout)
	case graph.ToWhom:
		return linkSource(roleTo)
	case graph.InArticle:
		return statementSource("statements t INDEXED BY statements_article", "t.article = f.value")
	case graph.WithinThat:
		return statementSource("statements t INDEXED BY statements_within", "t.within = f.value")
	case graph.NoAnchor:
	}
	return statementSource("statements t INDEXED BY statements_down", "")
}

func statementSource(from, where string) source {
	return source{table: "statements", from: from, item: "t.n", alias: "t", where: is(where)}
}

// firstLink holds for one row of those that a statement has for several keys of an entity.
const firstLink = `NOT EXISTS (SELECT 1 FROM links o WHERE o.statement = d.statement AND o.role = d.role AND o.key < d.key
AND o.entity = d.entity)`

func linkSource(role int) source {
	return source{
		table: "statements", item: "d.statement", alias: "d",
		from:  "links d INDEXED BY links_down" + linkJoin,
		where: is(fmt.Sprintf("d.role = %d AND d.entity = f.value AND %s", role, firstLink)),
	}
}
