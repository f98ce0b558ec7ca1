package sqlitestore

import (
	"context"
	"slices"

	"github.com/newsgraph/newsgraph/graph"
)

// terms are what the filters of a request name, looked up once for all of them.
type terms struct {
	entities map[graph.NodeID]int64
	articles map[graph.NodeID]int64
	texts    map[string]textMatch
}

func lookup(found map[graph.NodeID]int64, ids []graph.NodeID) []int64 {
	ns := []int64{}
	for _, id := range ids {
		if n, there := found[id]; there && !slices.Contains(ns, n) {
			ns = append(ns, n)
		}
	}
	return ns
}

func (c *conn) terms(ctx context.Context, index textIndex, entities, articles []graph.NodeID, texts []string) (t terms, err error) {
	if t.entities, err = c.resolve(ctx, graph.TypeEntity, entities); err != nil {
		return t, err
	}
	if t.articles, err = c.resolve(ctx, graph.TypeArticle, articles); err != nil {
		return t, err
	}
	t.texts, err = c.matches(ctx, index, texts)
	return t, err
}

// each calls visit for the filter and all filters in it.
func each[F any](f *F, children func(*F) ([]F, []F, *F), visit func(*F)) {
	visit(f)
	and, or, not := children(f)
	for _, group := range [][]F{and, or} {
		for i := range group {
			each(&group[i], children, visit)
		}
	}
	if not != nil {
		each(not, children, visit)
	}
}

// nested is the condition of a filter's own part and of the filters in it.
func nested[F any](f *F, children func(*F) ([]F, []F, *F), own func(*F) cond) cond {
	and, or, negated := children(f)
	conds := []cond{own(f)}
	for i := range and {
		conds = append(conds, nested(&and[i], children, own))
	}
	if len(or) > 0 {
		var some []cond
		for i := range or {
			some = append(some, nested(&or[i], children, own))
		}
		conds = append(conds, anyOf(some))
	}
	if negated != nil {
		conds = append(conds, not(nested(negated, children, own)))
	}
	return all(conds...)
}

// required lists the filter and those in it that must hold whenever it holds.
func required[F any](f *F, children func(*F) ([]F, []F, *F)) []*F {
	out := []*F{f}
	and, or, _ := children(f)
	for i := range and {
		out = append(out, required(&and[i], children)...)
	}
	if len(or) == 1 {
		out = append(out, required(&or[0], children)...)
	}
	return out
}
