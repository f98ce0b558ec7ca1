package graphtest

import (
	"cmp"
	"context"
	"slices"
	"time"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/graph/fold"
)

// Nodes implements [graph.Store].
func (m *model) Nodes(ctx context.Context, ids []graph.NodeID) ([]graph.Node, error) {
	s, err := m.see(ctx)
	if err != nil {
		return nil, err
	}
	out := make([]graph.Node, len(ids))
	for i, id := range ids {
		for _, e := range s.entities {
			if e.ID == s.entity[id] {
				out[i] = e
			}
		}
		for _, a := range s.articles {
			if a.ID == id {
				out[i] = a
			}
		}
		for _, st := range s.statements {
			if st.ID == id {
				out[i] = st
			}
		}
	}
	return out, nil
}

// Lookup implements [graph.Store].
func (m *model) Lookup(ctx context.Context, names []graph.NameQuery) ([][]*graph.Entity, error) {
	s, err := m.see(ctx)
	if err != nil {
		return nil, err
	}
	out := make([][]*graph.Entity, len(names))
	for i, q := range names {
		folded := fold.Name(q.Name)
		found := []*graph.Entity{}
		for _, e := range s.entities {
			if called, _ := s.called(e.ID, folded); called && (q.Kind == "" || q.Kind == e.Kind) {
				found = append(found, e)
			}
		}
		slices.SortFunc(found, func(a, b *graph.Entity) int {
			_, fullA := s.called(a.ID, folded)
			_, fullB := s.called(b.ID, folded)
			return cmp.Or(boolCompare(fullB, fullA), cmp.Compare(b.MentionCount, a.MentionCount), cmp.Compare(a.ID, b.ID))
		})
		out[i] = found[:min(len(found), graph.MaxLookup)]
	}
	return out, nil
}

func boolCompare(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// Roles implements [graph.Store].
func (m *model) Roles(ctx context.Context, persons []graph.NodeID) ([][]graph.Role, error) {
	s, err := m.see(ctx)
	if err != nil {
		return nil, err
	}
	out := make([][]graph.Role, len(persons))
	for i, id := range persons {
		for _, e := range s.entities {
			if e.ID == s.entity[id] && e.Kind == graph.KindPerson {
				out[i] = s.rolesOf(e.ID)
			}
		}
	}
	return out, nil
}

func (s *sight) rolesOf(person graph.NodeID) []graph.Role {
	type roleID struct {
		title string
		of    graph.NodeID
	}
	lines := map[roleID][]roleLine{}
	for _, line := range s.roles {
		if line.person == person {
			id := roleID{fold.Name(line.title), line.of}
			lines[id] = append(lines[id], line)
		}
	}
	out := []graph.Role{}
	for id, same := range lines {
		out = append(out, gather(person, id.of, same))
	}
	slices.SortFunc(out, func(a, b graph.Role) int {
		return cmp.Or(
			cmp.Compare(graph.SortTime(b.LastSeen, graph.ByTimeDesc), graph.SortTime(a.LastSeen, graph.ByTimeDesc)),
			cmp.Compare(a.Title, b.Title), cmp.Compare(a.Of, b.Of))
	})
	return out
}

func gather(person, of graph.NodeID, lines []roleLine) graph.Role {
	r := graph.Role{Person: person, Of: of, Count: len(lines), Evidence: []graph.Evidence{}}
	titles := map[string]int{}
	for _, line := range lines {
		titles[line.title]++
		r.Evidence = append(r.Evidence, line.at)
		at := line.article.PublishedAt
		if !at.IsZero() && (r.FirstSeen.IsZero() || at.Before(r.FirstSeen)) {
			r.FirstSeen = at
		}
		if at.After(r.LastSeen) {
			r.LastSeen = at
		}
	}
	for title, n := range titles {
		if n > titles[r.Title] || n == titles[r.Title] && title < r.Title {
			r.Title = title
		}
	}
	slices.SortFunc(r.Evidence, func(a, b graph.Evidence) int {
		return cmp.Or(cmp.Compare(a.Article, b.Article), cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(a.Span.End, b.Span.End))
	})
	r.Evidence = r.Evidence[:min(len(r.Evidence), graph.MaxRoleEvidence)]
	return r
}

// Texts implements [graph.Store].
func (m *model) Texts(ctx context.Context, articles []graph.NodeID) ([]string, error) {
	s, err := m.see(ctx)
	if err != nil {
		return nil, err
	}
	out := make([]string, len(articles))
	for i, id := range articles {
		out[i] = s.texts[id]
	}
	return out, nil
}

// Stats implements [graph.Store].
func (m *model) Stats(ctx context.Context) (graph.Stats, error) {
	s, err := m.see(ctx)
	if err != nil {
		return graph.Stats{}, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	stats := graph.Stats{
		Articles: len(s.articles), Mentions: len(s.mentions), Judgements: len(m.judgements),
		Entities: map[graph.Kind]int{}, Statements: map[graph.StatementKind]int{},
	}
	for _, kind := range graph.Kinds() {
		stats.Entities[kind] = 0
	}
	for _, kind := range graph.StatementKinds() {
		stats.Statements[kind] = 0
	}
	stats.Reports = len(s.reports)
	for _, e := range s.entities {
		stats.Entities[e.Kind]++
	}
	for _, st := range s.statements {
		stats.Statements[st.Kind]++
	}
	return stats, nil
}

// inRange tells whether a range of time holds t.
func inRange(r graph.TimeRange, t time.Time) bool {
	if r.Open() {
		return true
	}
	return !t.IsZero() && (r.From.IsZero() || !t.Before(r.From)) && (r.To.IsZero() || t.Before(r.To))
}
