package neo4jstore

import (
	"cmp"
	"context"
	_ "embed"
	"slices"

	"github.com/newsgraph/newsgraph/graph"
)

//go:embed cypher/roles.cypher
var cypherRoles string

// Roles returns the roles of each person, see [graph.Store].
func (s *Store) Roles(ctx context.Context, persons []graph.NodeID) ([][]graph.Role, error) {
	return read(ctx, s, func(t *tx) ([][]graph.Role, error) {
		out := make([][]graph.Role, len(persons))
		rows, err := t.run(cypherRoles, map[string]any{"ids": persons, "last": len(persons) - 1, "evidence": graph.MaxRoleEvidence})
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			out[r.int("i")] = roles(r)
			if err := r.err(); err != nil {
				return nil, err
			}
		}
		return out, nil
	})
}

// roles puts together what titles that are the same when folded say of one person.
func roles(r row) []graph.Role {
	type id struct{ folded, of string }
	type gathered struct {
		graph.Role
		most int // passages with the title as it is shown
	}
	byID := map[id]*gathered{}
	for _, t := range r.rows("titles") {
		at := id{t.text("folded"), t.text("of")}
		g := byID[at]
		if g == nil {
			g = &gathered{Role: graph.Role{Person: r.id("person"), Of: graph.NodeID(at.of)}}
			byID[at] = g
		}
		if n, title := t.int("count"), t.text("title"); n > g.most || n == g.most && title < g.Title {
			g.most, g.Title = n, title
		}
		addPassages(&g.Role, t)
	}
	out := make([]graph.Role, 0, len(byID))
	for _, g := range byID {
		slices.SortFunc(g.Evidence, compareEvidence)
		g.Evidence = g.Evidence[:min(len(g.Evidence), graph.MaxRoleEvidence)]
		out = append(out, g.Role)
	}
	slices.SortFunc(out, compareRoles)
	return out
}

func addPassages(role *graph.Role, t row) {
	role.Count += t.int("count")
	if first := t.time("first"); !first.IsZero() && (role.FirstSeen.IsZero() || first.Before(role.FirstSeen)) {
		role.FirstSeen = first
	}
	if last := t.time("last"); last.After(role.LastSeen) {
		role.LastSeen = last
	}
	for _, e := range t.rows("evidence") {
		span := graph.Span{Start: e.int("start"), End: e.int("end")}
		role.Evidence = append(role.Evidence, graph.Evidence{Article: e.id("article"), Span: span})
	}
}

func compareEvidence(a, b graph.Evidence) int {
	return cmp.Or(cmp.Compare(a.Article, b.Article), cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(a.Span.End, b.Span.End))
}

func compareRoles(a, b graph.Role) int {
	return cmp.Or(
		cmp.Compare(graph.SortTime(b.LastSeen, graph.ByTimeDesc), graph.SortTime(a.LastSeen, graph.ByTimeDesc)),
		cmp.Compare(a.Title, b.Title),
		cmp.Compare(a.Of, b.Of),
	)
}
