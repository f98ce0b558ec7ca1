package sqlitestore

import (
	"cmp"
	"context"
	"database/sql"
	"slices"
	"time"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/graph/fold"
)

const (
	sqlPersons   = `SELECT e.n, e.id FROM json_each(?) f CROSS JOIN entities e ON e.n = f.value WHERE e.kind = 'PERSON'`
	sqlRoleLines = `SELECT r.person, r.title, ifnull(o.id, ''), r.id, r.start, r.stop, r.down
FROM json_each(?) f CROSS JOIN roles r INDEXED BY roles_person ON r.person = f.value LEFT JOIN keys o ON o.n = r.of
ORDER BY r.person, r.id, r.start, r.stop`
)

// Roles returns the roles of each person, see [graph.Store].
func (s *Store) Roles(ctx context.Context, persons []graph.NodeID) ([][]graph.Role, error) {
	return read(ctx, s, func(ctx context.Context, c *conn) ([][]graph.Role, error) {
		found, err := c.resolve(ctx, graph.TypeEntity, persons)
		if err != nil {
			return nil, err
		}
		gathered, err := c.gatherRoles(ctx, lookup(found, persons))
		out := make([][]graph.Role, len(persons))
		for i, id := range persons {
			if g := gathered[found[id]]; g != nil {
				out[i] = g.roles()
			}
		}
		return out, err
	})
}

// gathering puts the passages on one person together.
type gathering struct {
	person graph.NodeID
	byRole map[roleID]*gathered
	folded map[string]string // of titles
}

type roleID struct {
	title string // folded
	of    graph.NodeID
}

type gathered struct {
	graph.Role
	titles map[string]int
}

func (c *conn) gatherRoles(ctx context.Context, ns []int64) (map[int64]*gathering, error) {
	people := map[int64]*gathering{}
	err := c.query(ctx, sqlPersons, []any{list(ns)}, func(rows *sql.Rows) error {
		var n int64
		g := &gathering{byRole: map[roleID]*gathered{}, folded: map[string]string{}}
		err := rows.Scan(&n, &g.person)
		people[n] = g
		return err
	})
	if err != nil {
		return nil, err
	}
	err = c.query(ctx, sqlRoleLines, []any{list(ns)}, func(rows *sql.Rows) error {
		var n int64
		var title string
		var of graph.NodeID
		var at graph.Evidence
		var down sql.NullInt64
		err := rows.Scan(&n, &title, &of, &at.Article, &at.Span.Start, &at.Span.End, &down)
		if people[n] != nil {
			people[n].add(title, of, at, seen(down))
		}
		return err
	})
	return people, err
}

func (g *gathering) add(title string, of graph.NodeID, at graph.Evidence, when time.Time) {
	folded, known := g.folded[title]
	if !known {
		folded = fold.Name(title)
		g.folded[title] = folded
	}
	id := roleID{folded, of}
	r := g.byRole[id]
	if r == nil {
		r = &gathered{Role: graph.Role{Person: g.person, Of: of, Evidence: []graph.Evidence{}}, titles: map[string]int{}}
		g.byRole[id] = r
	}
	r.titles[title]++
	r.Count++
	if len(r.Evidence) < graph.MaxRoleEvidence {
		r.Evidence = append(r.Evidence, at)
	}
	if when.IsZero() {
		return
	}
	if r.FirstSeen.IsZero() || when.Before(r.FirstSeen) {
		r.FirstSeen = when
	}
	if when.After(r.LastSeen) {
		r.LastSeen = when
	}
}

func (g *gathering) roles() []graph.Role {
	out := make([]graph.Role, 0, len(g.byRole))
	for _, r := range g.byRole {
		for title, n := range r.titles {
			if best := r.titles[r.Title]; n > best || n == best && title < r.Title {
				r.Title = title
			}
		}
		out = append(out, r.Role)
	}
	slices.SortFunc(out, func(a, b graph.Role) int {
		return cmp.Or(
			cmp.Compare(down(a.LastSeen), down(b.LastSeen)),
			cmp.Compare(a.Title, b.Title),
			cmp.Compare(a.Of, b.Of),
		)
	})
	return out
}
