package resolver

import (
	"context"
	"fmt"
	"slices"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/schema/batch"
)

func (r *Resolver) relations(
	ctx context.Context, of graph.NodeID, kinds []graph.RelationKind, direction *graph.RelationDirection, minWeight *int,
	filter *graph.RelationFilter, page graph.Page,
) (*graph.RelationPage, error) {
	return pageOf(ctx, r.Graph, of, func(ctx context.Context) (func([]graph.NodeID) (graph.List, []graph.RelationPage, error), error) {
		q := graph.RelationQuery{Kinds: kinds, Direction: deref(direction), MinWeight: deref(minWeight), Filter: deref(filter), Page: page}
		q.Page.Count = wantsTotal(ctx)
		return func(ids []graph.NodeID) (graph.List, []graph.RelationPage, error) {
			q.Of = ids
			pages, err := r.Graph.Relations(ctx, &q)
			return graph.List{}, pages, err
		}, nil
	}, func(p graph.RelationPage) []any {
		out := make([]any, len(p.Edges))
		for i, e := range p.Edges {
			out[i] = e.Node
		}
		return out
	})
}

// atLeastOne refuses arguments that are given and less than 1; 0 stands for the default in package graph.
func atLeastOne(names string, arguments ...*int) error {
	for _, n := range arguments {
		if n != nil && *n < 1 {
			return fmt.Errorf("%w: %s must be at least 1, not %d", graph.ErrInvalid, names, *n)
		}
	}
	return nil
}

// ends puts ids in the place of names.
func (r *Resolver) ends(ctx context.Context, lists ...[]graph.NodeID) error {
	return resolveNames(ctx, r.Graph, func(visit func([]graph.NodeID)) {
		for _, ids := range lists {
			visit(ids)
		}
	})
}

func (r *Resolver) network(ctx context.Context, q *graph.NetworkQuery) (*graph.Network, error) {
	return batch.Load(ctx, func(ctx context.Context, _ []any) (*graph.Network, []any, error) {
		n, err := r.networkOf(ctx, q)
		if err != nil {
			return nil, nil, err
		}
		var delivered []any
		for i := range n.Nodes {
			delivered = append(delivered, n.Nodes[i].Entity)
		}
		for i := range n.Edges {
			delivered = append(delivered, &n.Edges[i].Relation)
		}
		return n, delivered, nil
	})
}

func (r *Resolver) networkOf(ctx context.Context, q *graph.NetworkQuery) (*graph.Network, error) {
	q.Around = slices.Clone(q.Around)
	if err := r.ends(ctx, q.Around); err != nil {
		return nil, err
	}
	return r.Graph.Network(ctx, q)
}

func (r *Resolver) influence(ctx context.Context, q *graph.NetworkQuery) ([]*graph.Influence, error) {
	return batch.Load(ctx, func(ctx context.Context, _ []any) ([]*graph.Influence, []any, error) {
		n, err := r.networkOf(ctx, q)
		if err != nil {
			return nil, nil, err
		}
		out := pointers(n.Influence())
		var delivered []any
		for _, i := range out {
			delivered = append(delivered, i.Entity)
		}
		return out, delivered, nil
	})
}

func (r *Resolver) paths(ctx context.Context, q *graph.PathQuery) ([]*graph.Path, error) {
	return batch.Load(ctx, func(ctx context.Context, _ []any) ([]*graph.Path, []any, error) {
		ids := []graph.NodeID{q.From, q.To}
		if err := r.ends(ctx, ids); err != nil {
			return nil, nil, err
		}
		q.From, q.To = ids[0], ids[1]
		found, err := r.Graph.Paths(ctx, q)
		out := pointers(found)
		var delivered []any
		for _, p := range out {
			for _, e := range p.Nodes {
				delivered = append(delivered, e)
			}
			for i := range p.Relations {
				delivered = append(delivered, &p.Relations[i])
			}
		}
		return out, delivered, err
	})
}

func (r *Resolver) compare(ctx context.Context, q *graph.CompareQuery) (*graph.Comparison, error) {
	return batch.Load(ctx, func(ctx context.Context, _ []any) (*graph.Comparison, []any, error) {
		ids := []graph.NodeID{q.A, q.B}
		if err := r.ends(ctx, ids); err != nil {
			return nil, nil, err
		}
		q.A, q.B = ids[0], ids[1]
		c, err := r.Graph.Compare(ctx, q)
		if err != nil {
			return nil, nil, err
		}
		delivered := []any{c.A, c.B}
		for _, t := range slices.Concat(c.Both, c.OnlyA, c.OnlyB, c.Together) {
			delivered = append(delivered, t.Entity)
			for _, relation := range []*graph.Relation{t.A, t.B} {
				if relation != nil {
					delivered = append(delivered, relation)
				}
			}
		}
		return c, delivered, nil
	})
}

// relationKey is a relation among those of a place.
type relationKey struct {
	kind     graph.RelationKind
	from, to graph.NodeID
}

func keyOf(x *graph.Relation) relationKey { return relationKey{x.Kind, x.From, x.To} }

// perRelation loads a page for each of the relations of a place that are of the kinds, as many in one call as the graph allows.
func perRelation[P any](
	g *graph.Graph, objects []any, kinds []graph.RelationKind, out map[relationKey]P, get func(from, to []graph.NodeID) ([]P, error),
) error {
	var of []*graph.Relation
	seen := map[relationKey]bool{}
	for _, x := range batch.Of[*graph.Relation](objects) {
		if slices.Contains(kinds, x.Kind) && !seen[keyOf(x)] {
			seen[keyOf(x)] = true
			of = append(of, x)
		}
	}
	for some := range slices.Chunk(of, g.Options().MaxIDs) {
		from, to := make([]graph.NodeID, len(some)), make([]graph.NodeID, len(some))
		for i, x := range some {
			from[i], to[i] = x.From, x.To
		}
		pages, err := get(from, to)
		if err != nil {
			return err
		}
		for i, x := range some {
			out[keyOf(x)] = pages[i]
		}
	}
	return nil
}

func (r *Resolver) statementsOf(
	ctx context.Context, of *graph.Relation, filter *graph.StatementFilter, order *graph.Order, page graph.Page,
) (*graph.StatementPage, error) {
	pages, err := batch.Load(ctx, func(ctx context.Context, objects []any) (map[relationKey]*graph.StatementPage, []any, error) {
		q := graph.StatementQuery{Filter: deref(filter), Order: deref(order), Page: page, Fields: wanted(ctx)}
		q.Page.Count = wantsTotal(ctx)
		if err := resolveNames(ctx, r.Graph, func(visit func([]graph.NodeID)) { statementNames(&q.Filter, visit) }); err != nil {
			return nil, nil, err
		}
		from, pages := &listed{}, map[relationKey]*graph.StatementPage{}
		for _, way := range []struct {
			kind   graph.RelationKind
			anchor graph.StatementAnchor
		}{{graph.SaidAbout, graph.SpokenBy}, {graph.SaidTo, graph.ToWhom}} {
			err := perRelation(r.Graph, objects, []graph.RelationKind{way.kind}, pages, func(a, b []graph.NodeID) ([]*graph.StatementPage, error) {
				q := q
				q.Anchor, q.Of, q.With = way.anchor, a, b
				if way.anchor == graph.ToWhom {
					q.Of, q.With = b, a
				}
				pages, err := r.Graph.Statements(ctx, &q)
				return listPages(from, graph.List{Statements: &q}, pages), err
			})
			if err != nil {
				return nil, nil, err
			}
		}
		return pages, append(deliver(pages, statementsIn), from), nil
	})
	return orEmpty(pages[keyOf(of)]), err
}

func (r *Resolver) articlesOf(
	ctx context.Context, of *graph.Relation, filter *graph.ArticleFilter, order *graph.Order, page graph.Page,
) (*graph.ArticlePage, error) {
	pages, err := batch.Load(ctx, func(ctx context.Context, objects []any) (map[relationKey]*graph.ArticlePage, []any, error) {
		q := graph.ArticleQuery{Filter: deref(filter), Order: deref(order), Page: page, Fields: wanted(ctx)}
		q.Page.Count = wantsTotal(ctx)
		if err := resolveNames(ctx, r.Graph, func(visit func([]graph.NodeID)) { articleNames(&q.Filter, visit) }); err != nil {
			return nil, nil, err
		}
		from, pages := &listed{}, map[relationKey]*graph.ArticlePage{}
		err := perRelation(r.Graph, objects, graph.RelationKinds(), pages, func(a, b []graph.NodeID) ([]*graph.ArticlePage, error) {
			q := q
			q.Mentioning, q.With = a, b
			pages, err := r.Graph.Articles(ctx, &q)
			return listPages(from, graph.List{Articles: &q}, pages), err
		})
		return pages, append(deliver(pages, articlesIn), from), err
	})
	return orEmpty(pages[keyOf(of)]), err
}

func (r *Resolver) eventsOf(
	ctx context.Context, of *graph.Relation, filter *graph.EventFilter, order *graph.Order, page graph.Page,
) (*graph.EventPage, error) {
	pages, err := batch.Load(ctx, func(ctx context.Context, objects []any) (map[relationKey]*graph.EventPage, []any, error) {
		q := graph.EventQuery{Filter: deref(filter), Order: deref(order), Page: page}
		q.Page.Count = wantsTotal(ctx)
		if err := resolveNames(ctx, r.Graph, func(visit func([]graph.NodeID)) { eventNames(&q.Filter, visit) }); err != nil {
			return nil, nil, err
		}
		from, pages := &listed{}, map[relationKey]*graph.EventPage{}
		for _, way := range []struct {
			kind   graph.RelationKind
			anchor graph.EventAnchor
		}{{graph.ActedOn, graph.Acted}, {graph.TookPartWith, graph.TookPart}} {
			err := perRelation(r.Graph, objects, []graph.RelationKind{way.kind}, pages, func(a, b []graph.NodeID) ([]*graph.EventPage, error) {
				q := q
				q.Anchor, q.Of, q.With = way.anchor, a, b
				pages, err := r.Graph.Events(ctx, &q)
				return listPages(from, graph.List{Events: &q}, pages), err
			})
			if err != nil {
				return nil, nil, err
			}
		}
		return pages, append(deliver(pages, eventsIn), from), nil
	})
	return orEmpty(pages[keyOf(of)]), err
}

// deliver lists the items of pages.
func deliver[P any](pages map[relationKey]*P, items func(P) []any) []any {
	var out []any
	for _, p := range pages {
		out = append(out, items(*p)...)
	}
	return out
}

// orEmpty is a page of a relation, or an empty one where its kind has none.
func orEmpty[P any](page *P) *P {
	if page == nil {
		page = new(P)
	}
	return page
}

func (r *Resolver) rolesOf(ctx context.Context, of *graph.Relation) ([]*graph.Role, error) {
	roles, err := batch.Load(ctx, func(ctx context.Context, objects []any) (map[relationKey][]*graph.Role, []any, error) {
		out := map[relationKey][]*graph.Role{}
		var delivered []any
		err := perRelation(r.Graph, objects, []graph.RelationKind{graph.HoldsRole}, out, func(from, to []graph.NodeID) ([][]*graph.Role, error) {
			found, err := r.Graph.Roles(ctx, from)
			at := make([][]*graph.Role, len(found))
			for i, all := range found {
				for _, role := range pointers(all) {
					if role.Of == to[i] {
						at[i] = append(at[i], role)
						delivered = append(delivered, role)
					}
				}
			}
			return at, err
		})
		return out, delivered, err
	})
	return append([]*graph.Role{}, roles[keyOf(of)]...), err
}

func typedAll(entities []*graph.Entity) []graph.EntityNode {
	out := make([]graph.EntityNode, len(entities))
	for i, e := range entities {
		out[i] = e.Typed()
	}
	return out
}

// pointers points at the values themselves, not at copies.
func pointers[T any](values []T) []*T {
	out := make([]*T, len(values))
	for i := range values {
		out[i] = &values[i]
	}
	return out
}
