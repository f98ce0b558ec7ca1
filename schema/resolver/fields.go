package resolver

import (
	"context"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/schema/batch"
)

// nodes answers in the order of the ids, with null for those that are not in the graph.
func (r *Resolver) nodes(ctx context.Context, ids []graph.NodeID) ([]graph.Node, error) {
	return batch.Load(ctx, func(ctx context.Context, _ []any) ([]graph.Node, []any, error) {
		nodes, err := r.Graph.Nodes(ctx, ids)
		var delivered []any
		for i, n := range nodes {
			if n != nil {
				delivered = append(delivered, n)
				nodes[i] = typed(n)
			}
		}
		return nodes, delivered, err
	})
}

// named returns the best match for a name, or null.
func (r *Resolver) named(ctx context.Context, name graph.NameQuery) (graph.EntityNode, error) {
	return batch.Load(ctx, func(ctx context.Context, _ []any) (graph.EntityNode, []any, error) {
		found, err := r.Graph.Lookup(ctx, []graph.NameQuery{name})
		if err != nil || len(found[0]) == 0 {
			return nil, nil, err
		}
		best := found[0][0]
		return best.Typed(), []any{best}, nil
	})
}

func (r *Resolver) roles(ctx context.Context, person graph.NodeID) ([]*graph.Role, error) {
	roles, err := batch.Load(ctx, func(ctx context.Context, objects []any) (map[graph.NodeID][]*graph.Role, []any, error) {
		roles, err := perID(r.Graph, owners(ctx, objects), func(ids []graph.NodeID) ([][]graph.Role, error) { return r.Graph.Roles(ctx, ids) })
		out := make(map[graph.NodeID][]*graph.Role, len(roles))
		var delivered []any
		for id, of := range roles {
			out[id] = make([]*graph.Role, len(of))
			for i := range of {
				out[id][i] = &of[i]
				delivered = append(delivered, &of[i])
			}
		}
		return out, delivered, err
	})
	return pick(roles, person, err)
}

func (r *Resolver) keys(ctx context.Context, entity graph.NodeID) ([]string, error) {
	keys, err := batch.Load(ctx, func(ctx context.Context, objects []any) (map[graph.NodeID][]graph.KeyCount, []any, error) {
		keys, err := perID(r.Graph, owners(ctx, objects), func(ids []graph.NodeID) ([][]graph.KeyCount, error) { return r.Graph.Keys(ctx, ids) })
		return keys, nil, err
	})
	mine, err := pick(keys, entity, err)
	out := make([]string, len(mine))
	for i, k := range mine {
		out[i] = string(k.Key)
	}
	return out, err
}

func (r *Resolver) addressees(ctx context.Context, s *graph.Statement) ([]graph.EntityNode, error) {
	nodes, err := links(ctx, r.Graph, func(s *graph.Statement) []graph.NodeID { return s.Addressees })
	out := make([]graph.EntityNode, 0, len(s.Addressees))
	for _, id := range s.Addressees {
		n, err := pick(nodes, id, err)
		if err != nil {
			return nil, err
		}
		out = append(out, n.(*graph.Entity).Typed())
	}
	return out, err
}

func (r *Resolver) within(ctx context.Context, s *graph.Statement) (*graph.Statement, error) {
	if s.Within == "" {
		return nil, nil
	}
	n, err := link(ctx, r.Graph, s.Within, func(s *graph.Statement) []graph.NodeID { return []graph.NodeID{s.Within} })
	if err != nil {
		return nil, err
	}
	return n.(*graph.Statement), nil
}

func targets(s *graph.Statement) []graph.NodeID {
	ids := make([]graph.NodeID, len(s.About))
	for i, t := range s.About {
		ids[i] = t.Entity
	}
	return ids
}

func roleArticles(role *graph.Role) []graph.NodeID {
	ids := make([]graph.NodeID, len(role.Evidence))
	for i, e := range role.Evidence {
		ids[i] = e.Article
	}
	return ids
}

// passage cuts a span out of a text; it is empty when the article was replaced by a shorter one meanwhile.
func passage(text string, s graph.Span) string {
	if s.Start < 0 || s.End > len(text) || s.Start > s.End {
		return ""
	}
	return text[s.Start:s.End]
}

// count returns the number of one kind, or of all.
func count[K ~string](counts map[K]int, kind *K) int {
	if kind != nil {
		return counts[*kind]
	}
	sum := 0
	for _, n := range counts {
		sum += n
	}
	return sum
}
