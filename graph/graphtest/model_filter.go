package graphtest

import (
	"context"
	"slices"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/graph/fold"
	"github.com/newsgraph/newsgraph/graph/search"
)

// combined tells whether a filter's own part and the filters in it hold.
func combined[F any](own bool, and, or []F, not *F, holds func(*F) bool) bool {
	for i := range and {
		own = own && holds(&and[i])
	}
	some := len(or) == 0
	for i := range or {
		some = some || holds(&or[i])
	}
	return own && some && (not == nil || !holds(not))
}

func unsetOr[T comparable](set []T, value T) bool {
	return len(set) == 0 || slices.Contains(set, value)
}

func (s *sight) entityHolds(f *graph.EntityFilter, e *graph.Entity) bool {
	words := fold.Words(f.Text)
	own := unsetOr(f.Kinds, e.Kind) && e.ArticleCount >= f.MinArticles && (len(words) == 0 || s.begins(e.ID, words))
	return combined(own, f.And, f.Or, f.Not, func(f *graph.EntityFilter) bool { return s.entityHolds(f, e) })
}

func (s *sight) articleHolds(f *graph.ArticleFilter, a *graph.Article) bool {
	own := unsetOr(f.Sources, a.Source) && inRange(f.Published, a.PublishedAt) && s.articleHas(a, fold.Words(f.Text))
	for _, id := range f.Mentions {
		own = own && s.entity[id] != "" && s.mentionsOf(a.ID, s.entity[id])
	}
	return combined(own, f.And, f.Or, f.Not, func(f *graph.ArticleFilter) bool { return s.articleHolds(f, a) })
}

func (s *sight) articleHas(a *graph.Article, words []string) bool {
	return hasAll(append(fold.Words(a.Title), fold.Words(s.texts[a.ID])...), words, equalWords)
}

func (s *sight) article(id graph.NodeID) *graph.Article {
	i := slices.IndexFunc(s.articles, func(a *graph.Article) bool { return a.ID == id })
	return s.articles[i]
}

func (s *sight) anyOf(ids []graph.NodeID, of ...graph.NodeID) bool {
	return len(ids) == 0 || slices.ContainsFunc(ids, func(id graph.NodeID) bool {
		return s.entity[id] != "" && slices.Contains(of, s.entity[id])
	})
}

// statementHolds tells whether the filter holds for a statement on a page of those about the node, or "" on any other page.
func (s *sight) statementHolds(f *graph.StatementFilter, st *graph.Statement, aboutNode graph.NodeID) bool {
	a := s.article(st.Article)
	own := s.anyOf(f.Speakers, st.Speaker) && s.aboutHolds(f, st, aboutNode) && s.anyOf(f.Addressees, st.Addressees...) &&
		saidSo(f, st) && unsetOr(f.Articles, st.Article) && unsetOr(f.Sources, a.Source) &&
		inRange(f.Said, st.At) && inRange(f.Published, a.PublishedAt) && st.Confidence >= f.MinConfidence
	return combined(own, f.And, f.Or, f.Not, func(f *graph.StatementFilter) bool { return s.statementHolds(f, st, aboutNode) })
}

// saidSo tells whether what the filter asks of the statement alone holds.
func saidSo(f *graph.StatementFilter, st *graph.Statement) bool {
	return unsetOr(f.Kinds, st.Kind) && unsetOr(f.Modes, st.Mode) && unsetOr(f.Reasons, st.Reason.Code) &&
		unsetOr(f.Within, st.Within) && (f.Nested == nil || *f.Nested == (st.Within != "")) &&
		hasWords(st.Text, f.Text) && hasWords(st.Context, f.Context) && hasWords(st.Cue, f.Cue) && hasWords(st.SpeakerText, f.SpeakerText)
}

func hasWords(text, words string) bool {
	return hasAll(fold.Words(text), fold.Words(words), equalWords)
}

func (s *sight) aboutHolds(f *graph.StatementFilter, st *graph.Statement, aboutNode graph.NodeID) bool {
	if len(f.About)+len(f.Tones) == 0 {
		return true
	}
	return slices.ContainsFunc(st.About, func(t graph.Target) bool {
		toward := s.anyOf(f.About, t.Entity)
		if len(f.About) == 0 && aboutNode != "" {
			toward = t.Entity == aboutNode
		}
		return toward && unsetOr(f.Tones, t.Tone)
	})
}

// Search implements [graph.Store].
func (m *model) Search(ctx context.Context, q *graph.SearchQuery) (graph.SearchPage, error) {
	s, err := m.see(ctx)
	if err != nil {
		return graph.SearchPage{}, err
	}
	out := graph.SearchPage{Edges: []graph.SearchEdge{}, Corrections: []graph.Correction{}}
	if len(fold.Words(q.Text)) == 0 {
		return out, nil
	}
	q, out.Corrections = search.Correct(q, s.replacements(q))
	p := pageOf(s.hits(q, fold.Words(q.Text)), q.Page, byHit)
	out.Edges = edges(p, func(cursor string, node graph.Node) graph.SearchEdge {
		return graph.SearchEdge{Cursor: cursor, Node: node}
	})
	out.PageInfo, out.Total = p.info, p.total
	return out, nil
}

// byHit orders hits: by type, then exact names first, then the most mentioned or newest.
func byHit(a, b graph.Cursor) int {
	flip := func(c graph.Cursor) graph.Cursor {
		c.Ints = []int64{-c.Ints[0], c.Ints[1], c.Ints[2]}
		return c
	}
	return byValues(3)(flip(a), flip(b))
}

func (s *sight) hits(q *graph.SearchQuery, words []string) []row[graph.Node] {
	var rows []row[graph.Node]
	add := func(t graph.SearchType, n graph.Node, ints ...int64) {
		if unsetOr(q.Types, t) {
			rows = append(rows, row[graph.Node]{n, graph.Cursor{Order: graph.BySearchRank, Ints: ints, Texts: []string{string(n.NodeID())}}})
		}
	}
	for _, e := range s.entities {
		if s.begins(e.ID, words) {
			exact := int64(0)
			if called, _ := s.called(e.ID, fold.Name(q.Text)); called {
				exact = 2
			} else if s.has(e.ID, words, equalWords) {
				exact = 1
			}
			add(graph.SearchEntities, e, 0, exact, int64(e.MentionCount))
		}
	}
	for _, st := range s.statements {
		if hasAll(fold.Words(st.Text), words, equalWords) {
			add(graph.SearchStatements, st, 1, 0, graph.SortTime(st.At, graph.ByTimeDesc))
		}
	}
	for _, a := range s.articles {
		if s.articleHas(a, words) {
			add(graph.SearchArticles, a, 2, 0, graph.SortTime(a.PublishedAt, graph.ByTimeDesc))
		}
	}
	return rows
}

// replacements gives the words that were meant by the mistyped ones of a search.
func (s *sight) replacements(q *graph.SearchQuery) map[string]string {
	out := map[string]string{}
	for _, word := range search.Mistakable(q.Text) {
		if len(s.hits(&graph.SearchQuery{Text: word, Types: q.Types}, []string{word})) > 0 {
			continue
		}
		var candidates []search.Candidate
		for _, e := range s.entities {
			for name := range s.names[e.ID] {
				for _, w := range fold.Words(name) {
					if edits, near := fold.Near(word, w); near {
						candidates = append(candidates, search.Candidate{Word: w, Edits: edits, Mentions: e.MentionCount})
					}
				}
			}
		}
		out[word] = search.Best(candidates)
	}
	return out
}
