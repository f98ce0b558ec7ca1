package resolver

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/99designs/gqlgen/graphql"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/schema/batch"
)

// perID asks for each of the ids once, as many in one call as the graph allows.
func perID[V any](g *graph.Graph, ids []graph.NodeID, get func([]graph.NodeID) ([]V, error)) (map[graph.NodeID]V, error) {
	ids = slices.Compact(slices.Sorted(slices.Values(ids)))
	out := make(map[graph.NodeID]V, len(ids))
	for some := range slices.Chunk(ids, g.Options().MaxIDs) {
		values, err := get(some)
		if err != nil {
			return nil, err
		}
		for i, id := range some {
			out[id] = values[i]
		}
	}
	return out, nil
}

// pick returns the value of an id, or [graph.ErrNotFound] when the node went away while the answer was made.
func pick[V any](values map[graph.NodeID]V, id graph.NodeID, err error) (V, error) {
	v, ok := values[id]
	if err == nil && !ok {
		err = fmt.Errorf("node %s: %w", id, graph.ErrNotFound)
	}
	return v, err
}

// link returns the node with the id, which hangs on an object of the type O; it is loaded with
// the nodes that hang in the same way on the other objects of the place.
func link[O any](ctx context.Context, g *graph.Graph, id graph.NodeID, ids func(O) []graph.NodeID) (graph.Node, error) {
	nodes, err := links(ctx, g, ids)
	return pick(nodes, id, err)
}

func links[O any](ctx context.Context, g *graph.Graph, ids func(O) []graph.NodeID) (map[graph.NodeID]graph.Node, error) {
	return batch.Load(ctx, func(ctx context.Context, objects []any) (map[graph.NodeID]graph.Node, []any, error) {
		return loadNodes(ctx, g, gather(objects, ids))
	})
}

// loadNodes leaves out ids that are not in the graph.
func loadNodes(ctx context.Context, g *graph.Graph, ids []graph.NodeID) (map[graph.NodeID]graph.Node, []any, error) {
	nodes, err := perID(g, ids, func(ids []graph.NodeID) ([]graph.Node, error) { return g.Nodes(ctx, ids) })
	if err != nil {
		return nil, nil, err
	}
	delivered := make([]any, 0, len(nodes))
	for id, n := range nodes {
		if n == nil {
			delete(nodes, id)
			continue
		}
		delivered = append(delivered, n)
	}
	return nodes, delivered, nil
}

// gather returns the ids that hang on the objects of the type O; none of them is empty.
func gather[O any](objects []any, ids func(O) []graph.NodeID) []graph.NodeID {
	var out []graph.NodeID
	for _, o := range batch.Of[O](objects) {
		out = append(out, ids(o)...)
	}
	return slices.DeleteFunc(out, func(id graph.NodeID) bool { return id == "" })
}

// entityOf returns the entity with the id; null for "".
func entityOf[O any](ctx context.Context, g *graph.Graph, id graph.NodeID, ids func(O) []graph.NodeID) (graph.EntityNode, error) {
	if id == "" {
		return nil, nil
	}
	n, err := link(ctx, g, id, ids)
	if err != nil {
		return nil, err
	}
	return n.(*graph.Entity).Typed(), nil
}

func articleOf[O any](ctx context.Context, g *graph.Graph, id graph.NodeID, ids func(O) []graph.NodeID) (*graph.Article, error) {
	n, err := link(ctx, g, id, ids)
	if err != nil {
		return nil, err
	}
	return n.(*graph.Article), nil
}

// typed returns a node as the type by which the API knows it.
func typed(n graph.Node) graph.Node {
	if e, ok := n.(*graph.Entity); ok {
		return e.Typed()
	}
	return n
}

// owners returns the ids of those objects of the place on which the query asks for the field of
// the context: a field within `... on Person` is asked of persons only.
func owners(ctx context.Context, objects []any) []graph.NodeID {
	on := strings.ToUpper(graphql.GetFieldContext(ctx).Field.ObjectDefinition.Name)
	var ids []graph.NodeID
	for _, n := range batch.Of[graph.Node](objects) {
		entity, ok := n.(graph.EntityNode)
		if !ok && on == string(n.NodeID().Type()) || ok && (on == "ENTITY" || on == string(entity.Base().Kind)) {
			ids = append(ids, n.NodeID())
		}
	}
	return ids
}

func textsOf[O any](ctx context.Context, g *graph.Graph, ids func(O) []graph.NodeID) (map[graph.NodeID]string, error) {
	return batch.Load(ctx, func(ctx context.Context, objects []any) (map[graph.NodeID]string, []any, error) {
		texts, err := perID(g, gather(objects, ids), func(ids []graph.NodeID) ([]string, error) { return g.Texts(ctx, ids) })
		return texts, nil, err
	})
}

// optional turns the empty value, which stands for "not known", into null.
func optional[T comparable](v T) *T {
	var none T
	if v == none {
		return nil
	}
	return &v
}

// deref returns the value of an argument, or the zero value when it is left out.
func deref[T any](v *T) T {
	var none T
	if v == nil {
		return none
	}
	return *v
}
