package sqlitestore

import (
	"context"
	"database/sql"
	"slices"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/graph/fold"
)

// Nodes returns the nodes with the ids, see [graph.Store].
func (s *Store) Nodes(ctx context.Context, ids []graph.NodeID) ([]graph.Node, error) {
	byType := map[graph.NodeType][]graph.NodeID{}
	for _, id := range ids {
		byType[id.Type()] = append(byType[id.Type()], id)
	}
	return read(ctx, s, func(ctx context.Context, c *conn) ([]graph.Node, error) {
		out := make([]graph.Node, len(ids))
		for t, ofType := range byType {
			nodes, err := c.nodes(ctx, t, ofType)
			if err != nil {
				return nil, err
			}
			for i, id := range ids {
				if node := nodes[id]; node != nil {
					out[i] = node()
				}
			}
		}
		return out, nil
	})
}

// nodes reads nodes of one type. Each call of a function in the answer makes a copy of the node.
func (c *conn) nodes(ctx context.Context, t graph.NodeType, ids []graph.NodeID) (map[graph.NodeID]func() graph.Node, error) {
	found, err := c.resolve(ctx, t, ids)
	if err != nil {
		return nil, err
	}
	ns := lookup(found, ids)
	out := map[graph.NodeID]func() graph.Node{}
	switch t {
	case graph.TypeEntity:
		nodes, err := c.fetchEntities(ctx, ns)
		return copies(out, found, nodes, func(e *graph.Entity) graph.Node { return copyEntity(e) }), err
	case graph.TypeArticle:
		nodes, err := c.fetchArticles(ctx, ns)
		return copies(out, found, nodes, func(a *graph.Article) graph.Node { return copyArticle(a) }), err
	case graph.TypeStatement:
		nodes, err := c.fetchStatements(ctx, ns)
		return copies(out, found, nodes, func(s *graph.Statement) graph.Node { return copyStatement(s) }), err
	case graph.TypeJudgement, graph.TypeAudit:
	}
	return out, nil
}

func copies[T any](out map[graph.NodeID]func() graph.Node, found map[graph.NodeID]int64, nodes map[int64]T,
	clone func(T) graph.Node,
) map[graph.NodeID]func() graph.Node {
	for id, n := range found {
		if node, there := nodes[n]; there {
			out[id] = func() graph.Node { return clone(node) }
		}
	}
	return out
}

func copyArticle(a *graph.Article) *graph.Article {
	out := *a
	out.Authors = slices.Clone(a.Authors)
	return &out
}

func copyStatement(s *graph.Statement) *graph.Statement {
	out := *s
	out.Spans = slices.Clone(s.Spans)
	out.Addressees = slices.Clone(s.Addressees)
	out.AddresseeKeys = slices.Clone(s.AddresseeKeys)
	out.About = slices.Clone(s.About)
	for i := range out.About {
		out.About[i].Spans = slices.Clone(s.About[i].Spans)
	}
	return &out
}

const sqlLookup = `SELECT f.key, e.n, max(kn.articles > 0 OR kn.chosen > 0) AS full FROM json_each(?) f
CROSS JOIN names nm ON nm.fold = f.value ->> 0
CROSS JOIN key_names kn ON kn.words = nm.n CROSS JOIN keys k ON k.n = kn.key CROSS JOIN entities e ON e.n = k.entity
WHERE f.value ->> 1 IN ('', e.kind) GROUP BY f.key, e.n ORDER BY f.key, full DESC, e.rank, e.id`

// Lookup returns the entities that are called by each name, see [graph.Store].
func (s *Store) Lookup(ctx context.Context, names []graph.NameQuery) ([][]*graph.Entity, error) {
	return read(ctx, s, func(ctx context.Context, c *conn) ([][]*graph.Entity, error) {
		found, err := c.lookup(ctx, names)
		if err != nil {
			return nil, err
		}
		nodes, err := c.fetchEntities(ctx, slices.Concat(found...))
		out := make([][]*graph.Entity, len(names))
		for i, ns := range found {
			out[i] = make([]*graph.Entity, 0, len(ns))
			for _, n := range ns {
				if e := nodes[n]; e != nil {
					out[i] = append(out[i], copyEntity(e))
				}
			}
		}
		return out, err
	})
}

func (c *conn) lookup(ctx context.Context, names []graph.NameQuery) ([][]int64, error) {
	found := make([][]int64, len(names))
	wanted := make([][2]any, len(names))
	for i, name := range names {
		wanted[i] = [2]any{nil, name.Kind} // a name without a word finds nobody
		if folded := fold.Name(name.Name); folded != "" {
			wanted[i][0] = folded
		}
	}
	err := c.query(ctx, sqlLookup, []any{list(wanted)}, func(rows *sql.Rows) error {
		var i int
		var n int64
		var full bool
		err := rows.Scan(&i, &n, &full)
		if len(found[i]) < graph.MaxLookup {
			found[i] = append(found[i], n)
		}
		return err
	})
	return found, err
}
