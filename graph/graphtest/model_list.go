package graphtest

import (
	"cmp"
	"context"
	"slices"

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

// anchors calls list for each id, with its current form ("" when it is not in the graph), or once with nothing.
func anchors[P any](ids []graph.NodeID, none bool, resolve func(graph.NodeID) graph.NodeID, list func(graph.NodeID) P) []P {
	if none {
		return []P{list("")}
	}
	out := make([]P, len(ids))
	for i, id := range ids {
		out[i] = list(resolve(id))
	}
	return out
}

// Entities implements [graph.Store].
func (m *model) Entities(ctx context.Context, q *graph.EntityQuery) ([]graph.EntityPage, error) {
	s, err := m.see(ctx)
	if err != nil {
		return nil, err
	}
	order := byValues(1)
	same := func(id graph.NodeID) graph.NodeID { return id }
	return anchors(q.In, q.In == nil, same, func(article graph.NodeID) graph.EntityPage {
		var rows []row[*graph.Entity]
		for _, e := range s.entities {
			in := q.In == nil && e.MentionCount > 0 || slices.ContainsFunc(s.mentions, func(m *graph.Mention) bool { return m.Entity == e.ID && m.Article == article })
			if !in || !s.entityHolds(&q.Filter, e) {
				continue
			}
			c := graph.Cursor{Order: q.Order, Ints: []int64{int64(e.MentionCount)}, Texts: []string{"", string(e.ID)}}
			if q.Order == graph.ByNameAsc {
				c.Ints[0], c.Texts[0] = 0, fold.Name(e.Name)
			}
			rows = append(rows, row[*graph.Entity]{e, c})
		}
		p := pageOf(rows, q.Page, order)
		out := graph.EntityPage{Edges: []graph.EntityEdge{}, PageInfo: p.info, Total: p.total}
		for i, e := range p.nodes {
			out.Edges = append(out.Edges, graph.EntityEdge{Cursor: p.cursors[i], Node: e})
		}
		return out
	}), nil
}

// Articles implements [graph.Store].
func (m *model) Articles(ctx context.Context, q *graph.ArticleQuery) ([]graph.ArticlePage, error) {
	s, err := m.see(ctx)
	if err != nil {
		return nil, err
	}
	current := func(id graph.NodeID) graph.NodeID { return s.entity[id] }
	page := -1
	return anchors(q.Mentioning, q.Mentioning == nil, current, func(entity graph.NodeID) graph.ArticlePage {
		var rows []row[*graph.Article]
		page++
		for _, a := range s.articles {
			if q.With != nil && !s.mentionsOf(a.ID, s.entity[q.With[page]]) {
				continue
			}
			if (q.Mentioning == nil || s.mentionsOf(a.ID, entity)) && s.articleHolds(&q.Filter, a) {
				rows = append(rows, row[*graph.Article]{a, timeCursor(q.Order, graph.SortTime(a.PublishedAt, q.Order), a.ID)})
			}
		}
		p := pageOf(rows, q.Page, byTime(q.Order))
		out := graph.ArticlePage{Edges: []graph.ArticleEdge{}, PageInfo: p.info, Total: p.total}
		for i, a := range p.nodes {
			out.Edges = append(out.Edges, graph.ArticleEdge{Cursor: p.cursors[i], Node: a})
		}
		return out
	}), nil
}

func timeCursor(order graph.Order, at int64, id graph.NodeID) graph.Cursor {
	return graph.Cursor{Order: order, Ints: []int64{at}, Texts: []string{string(id)}}
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
	current := func(id graph.NodeID) graph.NodeID {
		if id.Type() == graph.TypeEntity {
			return s.entity[id]
		}
		return id
	}
	page := -1
	return anchors(q.Of, q.Anchor == graph.NoAnchor, current, func(node graph.NodeID) graph.StatementPage {
		var rows []row[*graph.Statement]
		page++
		aboutNode := graph.NodeID("")
		if q.Anchor == graph.AboutWhom {
			aboutNode = node
		}
		for _, st := range s.statements {
			if q.With != nil && !s.leadsTo(st, q.Anchor, q.With[page]) {
				continue
			}
			if hangs(st, q.Anchor, node) && s.statementHolds(&q.Filter, st, aboutNode) {
				rows = append(rows, row[*graph.Statement]{st, timeCursor(q.Order, graph.SortTime(st.At, q.Order), st.ID)})
			}
		}
		p := pageOf(rows, q.Page, byTime(q.Order))
		out := graph.StatementPage{Edges: []graph.StatementEdge{}, PageInfo: p.info, Total: p.total}
		for i, st := range p.nodes {
			out.Edges = append(out.Edges, graph.StatementEdge{Cursor: p.cursors[i], Node: st})
		}
		return out
	}), nil
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
		out[i] = graph.MentionPage{Edges: []graph.MentionEdge{}, PageInfo: p.info, Total: p.total}
		for j, x := range p.nodes {
			out[i].Edges = append(out[i].Edges, graph.MentionEdge{Cursor: p.cursors[j], Node: x})
		}
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
