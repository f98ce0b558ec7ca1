package graphtest

import (
	"context"
	"slices"

	"github.com/newsgraph/newsgraph/graph"
)

// Judgements implements [graph.Store].
func (m *model) Judgements(ctx context.Context, q *graph.JudgementQuery) ([]graph.Judgement, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	out := []graph.Judgement{}
	for id, j := range m.judgements {
		wanted := slices.Contains(q.Keys, j.A) || slices.Contains(q.Keys, j.B) || slices.Contains(q.IDs, id) || slices.Contains(q.IDs, j.Act)
		if q.All() || wanted {
			out = append(out, j)
		}
	}
	slices.SortFunc(out, graph.Judgement.Compare)
	return out, nil
}

// Suggestions implements [graph.Store].
func (m *model) Suggestions(ctx context.Context, q *graph.SuggestionQuery) (graph.SuggestionPage, error) {
	s, err := m.see(ctx)
	if err != nil {
		return graph.SuggestionPage{}, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	var rows []row[*graph.Judgement]
	for id, j := range m.judgements {
		kind := len(q.Kinds) == 0 || slices.Contains(q.Kinds, j.A.Kind())
		if kind && j.Score >= q.MinScore && m.open(s, &j) {
			rows = append(rows, row[*graph.Judgement]{&j, graph.Cursor{
				Order: graph.ByScoreDesc, Ints: []int64{graph.ScoreRank(j.Score)}, Texts: []string{string(id)},
			}})
		}
	}
	p := pageOf(rows, q.Page, byValues(1))
	return graph.SuggestionPage{PageInfo: p.info, Total: p.total, Edges: edges(p, func(cursor string, j *graph.Judgement) graph.SuggestionEdge {
		return graph.SuggestionEdge{Cursor: cursor, Node: j}
	})}, nil
}

// open tells whether a judgement is one on an open pair.
func (m *model) open(s *sight, j *graph.Judgement) bool {
	if j.By != graph.ByRule || j.Verdict != graph.Unsure || s.sightings[j.A] == 0 || s.sightings[j.B] == 0 || s.of(j.A) == s.of(j.B) {
		return false
	}
	for _, o := range m.judgements {
		if o.By == graph.ByPerson && o.A == j.A && o.B == j.B {
			return false
		}
	}
	return true
}

// Keys implements [graph.Store].
func (m *model) Keys(ctx context.Context, entities []graph.NodeID) ([][]graph.KeyCount, error) {
	s, err := m.see(ctx)
	if err != nil {
		return nil, err
	}
	out := make([][]graph.KeyCount, len(entities))
	for i, id := range entities {
		for _, key := range s.keys[s.entity[id]] {
			out[i] = append(out[i], graph.KeyCount{Key: key, Articles: s.sightings[key]})
		}
	}
	return out, nil
}
