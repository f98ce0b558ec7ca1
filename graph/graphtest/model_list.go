package graphtest

import (
	"cmp"
	"context"
	"slices"
	"time"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/graph/fold"
)

// row is an item of a list with its cursor.
type row[T any] struct {
	node   T
	cursor graph.Cursor
}

// before orders rows by the values of their cursors; those of less stand first if up, else behind.
type before func(a, b graph.Cursor) int

// byValues compares cursors. Of the ints, the first desc of them are in descending order.
func byValues(desc int) before {
	return func(a, b graph.Cursor) int {
		for i := range a.Ints {
			c := cmp.Compare(a.Ints[i], b.Ints[i])
			if i < desc {
				c = -c
			}
			// The first text breaks the ties of the first int: mentions have ints behind their article's id.
			if c == 0 && i == 0 && len(a.Ints) == 3 && len(a.Texts) == 2 {
				c = cmp.Compare(a.Texts[0], b.Texts[0])
			}
			if c != 0 {
				return c
			}
		}
		return slices.Compare(a.Texts, b.Texts)
	}
}

// listed is a page, whatever it is of.
type listed[T any] struct {
	nodes   []T
	cursors []string
	info    graph.PageInfo
	total   int
}

// pageOf sorts rows and takes a page.
func pageOf[T any](rows []row[T], p graph.Page, order before) listed[T] {
	slices.SortFunc(rows, func(a, b row[T]) int { return order(a.cursor, b.cursor) })
	from, to := 0, len(rows)
	if p.After != "" {
		after := decode(p.After)
		for from < len(rows) && order(rows[from].cursor, after) <= 0 {
			from++
		}
	}
	if p.Before != "" {
		limit := decode(p.Before)
		for to > 0 && order(rows[to-1].cursor, limit) >= 0 {
			to--
		}
	}
	switch {
	case p.Last != nil:
		from = max(min(from, to), to-*p.Last)
	default:
		to = min(max(from, to), from+*p.First)
	}
	if p.Last == nil && to < from {
		to = from
	}
	out := listed[T]{info: graph.PageInfo{HasPreviousPage: from > 0, HasNextPage: to < len(rows)}}
	for _, r := range rows[from:to] {
		out.nodes = append(out.nodes, r.node)
		out.cursors = append(out.cursors, graph.EncodeCursor(r.cursor))
	}
	if n := len(out.cursors); n > 0 {
		out.info.StartCursor, out.info.EndCursor = out.cursors[0], out.cursors[n-1]
	}
	if p.Count {
		out.total = len(rows)
	}
	return out
}

func decode(s string) graph.Cursor {
	var c graph.Cursor
	for ints := range 4 {
		for texts := range 4 {
			for _, order := range []graph.Order{
				graph.ByTimeAsc, graph.ByTimeDesc, graph.ByMentionsDesc, graph.ByNameAsc, graph.BySearchRank, graph.ByWeightDesc, graph.ByScoreDesc,
			} {
				if found, err := graph.DecodeCursor(s, order, ints, texts); err == nil {
					c = found
				}
			}
		}
	}
	return c
}

// byTime is the order of lists by time.
func byTime(order graph.Order) before {
	if order == graph.ByTimeAsc {
		return byValues(0)
	}
	return byValues(1)
}

// anchors calls list for each id, with its place among them and its current form ("" when it is not in the graph), or once with nothing.
func anchors[P any](ids []graph.NodeID, none bool, resolve func(graph.NodeID) graph.NodeID, list func(page int, node graph.NodeID) P) []P {
	if none {
		return []P{list(0, "")}
	}
	out := make([]P, len(ids))
	for i, id := range ids {
		out[i] = list(i, resolve(id))
	}
	return out
}

// edges makes the edges of a page.
func edges[T, E any](p listed[T], edge func(cursor string, node T) E) []E {
	out := make([]E, len(p.nodes))
	for i, n := range p.nodes {
		out[i] = edge(p.cursors[i], n)
	}
	return out
}

// timePage takes a page of a list by time.
func timePage[T any](nodes []T, order graph.Order, p graph.Page, key func(T) (time.Time, graph.NodeID)) listed[T] {
	rows := make([]row[T], len(nodes))
	for i, n := range nodes {
		at, id := key(n)
		rows[i] = row[T]{n, graph.Cursor{Order: order, Ints: []int64{graph.SortTime(at, order)}, Texts: []string{string(id)}}}
	}
	return pageOf(rows, p, byTime(order))
}

// Entities implements [graph.Store].
func (m *model) Entities(ctx context.Context, q *graph.EntityQuery) ([]graph.EntityPage, error) {
	s, err := m.see(ctx)
	if err != nil {
		return nil, err
	}
	return anchors(q.In, q.In == nil, itself, func(_ int, article graph.NodeID) graph.EntityPage {
		var rows []row[*graph.Entity]
		for _, e := range s.entitiesOn(q, article) {
			c := graph.Cursor{Order: q.Order, Ints: []int64{int64(e.MentionCount)}, Texts: []string{"", string(e.ID)}}
			if q.Order == graph.ByNameAsc {
				c.Ints[0], c.Texts[0] = 0, fold.Name(e.Name)
			}
			rows = append(rows, row[*graph.Entity]{e, c})
		}
		p := pageOf(rows, q.Page, byValues(1))
		return graph.EntityPage{Edges: edges(p, entityEdge), PageInfo: p.info, Total: p.total}
	}), nil
}

func entityEdge(cursor string, e *graph.Entity) graph.EntityEdge {
	return graph.EntityEdge{Cursor: cursor, Node: e}
}

// entitiesOn lists the entities of a page.
func (s *sight) entitiesOn(q *graph.EntityQuery, article graph.NodeID) (out []*graph.Entity) {
	for _, e := range s.entities {
		if (q.In == nil && e.MentionCount > 0 || s.mentionsOf(article, e.ID)) && s.entityHolds(&q.Filter, e) {
			out = append(out, e)
		}
	}
	return out
}

// Articles implements [graph.Store].
func (m *model) Articles(ctx context.Context, q *graph.ArticleQuery) ([]graph.ArticlePage, error) {
	s, err := m.see(ctx)
	if err != nil {
		return nil, err
	}
	return anchors(q.Mentioning, q.Mentioning == nil, s.current, func(page int, entity graph.NodeID) graph.ArticlePage {
		key := func(a *graph.Article) (time.Time, graph.NodeID) { return a.PublishedAt, a.ID }
		p := timePage(s.articlesOn(q, page, entity), q.Order, q.Page, key)
		return graph.ArticlePage{PageInfo: p.info, Total: p.total, Edges: edges(p, func(cursor string, a *graph.Article) graph.ArticleEdge {
			return graph.ArticleEdge{Cursor: cursor, Node: a}
		})}
	}), nil
}

// articlesOn lists the articles of a page.
func (s *sight) articlesOn(q *graph.ArticleQuery, page int, entity graph.NodeID) (out []*graph.Article) {
	for _, a := range s.articles {
		if q.With != nil && !s.mentionsOf(a.ID, s.entity[q.With[page]]) {
			continue
		}
		if (q.Mentioning == nil || s.mentionsOf(a.ID, entity)) && s.articleHolds(&q.Filter, a) {
			out = append(out, a)
		}
	}
	return out
}

func (s *sight) mentionsOf(article, entity graph.NodeID) bool {
	return slices.ContainsFunc(s.mentions, func(m *graph.Mention) bool { return m.Article == article && m.Entity == entity })
}

// Statements implements [graph.Store].
func (m *model) Statements(ctx context.Context, q *graph.StatementQuery) ([]graph.StatementPage, error) {
	s, err := m.see(ctx)
	if err != nil {
		return nil, err
	}
	return anchors(q.Of, q.Anchor == graph.NoAnchor, s.current, func(page int, node graph.NodeID) graph.StatementPage {
		key := func(st *graph.Statement) (time.Time, graph.NodeID) { return st.At, st.ID }
		p := timePage(s.statementsOn(q, page, node), q.Order, q.Page, key)
		return graph.StatementPage{PageInfo: p.info, Total: p.total, Edges: edges(p, func(cursor string, st *graph.Statement) graph.StatementEdge {
			return graph.StatementEdge{Cursor: cursor, Node: st}
		})}
	}), nil
}

// statementsOn lists the statements of a page.
func (s *sight) statementsOn(q *graph.StatementQuery, page int, node graph.NodeID) (out []*graph.Statement) {
	for _, st := range s.statements {
		if q.With != nil && !s.leadsTo(st, q.Anchor, q.With[page]) {
			continue
		}
		if hangs(st, q.Anchor, node) && s.statementHolds(&q.Filter, st, aboutNode(q, node)) {
			out = append(out, st)
		}
	}
	return out
}

// aboutNode is the node of a page of statements about it; "" of any other page.
func aboutNode(q *graph.StatementQuery, node graph.NodeID) graph.NodeID {
	if q.Anchor == graph.AboutWhom {
		return node
	}
	return ""
}

// leadsTo tells whether the statement has to do with the second end of its page.
func (s *sight) leadsTo(st *graph.Statement, anchor graph.StatementAnchor, with graph.NodeID) bool {
	if anchor == graph.SpokenBy {
		return hangs(st, graph.AboutWhom, s.entity[with])
	}
	return hangs(st, graph.SpokenBy, s.entity[with])
}

// hangs tells whether the statement is on the node's list.
func hangs(st *graph.Statement, anchor graph.StatementAnchor, node graph.NodeID) bool {
	if anchor == graph.NoAnchor {
		return true
	}
	if node == "" {
		return false
	}
	switch anchor {
	case graph.SpokenBy:
		return st.Speaker == node
	case graph.AboutWhom:
		return slices.ContainsFunc(st.About, func(t graph.Target) bool { return t.Entity == node })
	case graph.ToWhom:
		return slices.Contains(st.Addressees, node)
	case graph.InArticle:
		return st.Article == node
	case graph.WithinThat:
		return st.Within == node
	case graph.NoAnchor:
	}
	return false
}

// Mentions implements [graph.Store].
func (m *model) Mentions(ctx context.Context, q *graph.MentionQuery) ([]graph.MentionPage, error) {
	s, err := m.see(ctx)
	if err != nil {
		return nil, err
	}
	out := make([]graph.MentionPage, len(q.Of))
	for i, id := range q.Of {
		var rows []row[*graph.Mention]
		for _, x := range s.mentions {
			if q.Anchor == graph.OfArticle && x.Article == id || q.Anchor == graph.OfEntity && x.Entity == s.entity[id] {
				rows = append(rows, row[*graph.Mention]{x, s.mentionCursor(x, q.Order)})
			}
		}
		p := pageOf(rows, q.Page, byTime(q.Order))
		out[i] = graph.MentionPage{PageInfo: p.info, Total: p.total, Edges: edges(p, func(cursor string, x *graph.Mention) graph.MentionEdge {
			return graph.MentionEdge{Cursor: cursor, Node: x}
		})}
	}
	return out, nil
}

func (s *sight) mentionCursor(x *graph.Mention, order graph.Order) graph.Cursor {
	at := int64(0)
	for _, a := range s.articles {
		if a.ID == x.Article {
			at = graph.SortTime(a.PublishedAt, order)
		}
	}
	return graph.Cursor{
		Order: order, Ints: []int64{at, int64(x.Span.Start), int64(x.Span.End)}, Texts: []string{string(x.Article), string(x.Key)},
	}
}
