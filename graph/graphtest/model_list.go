package graphtest

import (
	"context"
	"slices"
	"time"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/graph/fold"
)

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
