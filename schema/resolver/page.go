package resolver

import (
	"context"
	"slices"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/schema/batch"
)

// page puts the arguments of a list together.
func page(first *int, after *string, last *int, before *string) graph.Page {
	return graph.Page{First: first, After: deref(after), Last: last, Before: deref(before)}
}

// pageOf loads the page that hangs on the node of, with the pages of the other nodes of its place, or,
// for "", the one page of a list of the root. prepare runs once for all of them and gives the function that loads
// pages and tells of which lists they are; items lists what a page delivers.
func pageOf[P any](
	ctx context.Context, g *graph.Graph, of graph.NodeID,
	prepare func(context.Context) (func([]graph.NodeID) (graph.List, []P, error), error), items func(P) []any,
) (*P, error) {
	pages, err := batch.Load(ctx, func(ctx context.Context, objects []any) (map[graph.NodeID]*P, []any, error) {
		get, err := prepare(ctx)
		if err != nil {
			return nil, nil, err
		}
		from := &listed{}
		pages, err := rootOrPerID(g, of, owners(ctx, objects), func(ids []graph.NodeID) ([]*P, error) {
			list, pages, err := get(ids)
			return listPages(from, list, pages), err
		})
		delivered := []any{from}
		for _, p := range pages {
			delivered = append(delivered, items(*p)...)
		}
		return pages, delivered, err
	})
	return pick(pages, of, err)
}

func rootOrPerID[P any](g *graph.Graph, of graph.NodeID, ids []graph.NodeID, get func([]graph.NodeID) ([]P, error)) (map[graph.NodeID]P, error) {
	if of != "" {
		return perID(g, ids, get)
	}
	pages, err := get(nil)
	if err != nil {
		return nil, err
	}
	return map[graph.NodeID]P{"": pages[0]}, nil
}

func (r *Resolver) statements(
	ctx context.Context, anchor graph.StatementAnchor, of graph.NodeID,
	filter *graph.StatementFilter, order *graph.Order, page graph.Page,
) (*graph.StatementPage, error) {
	return pageOf(ctx, r.Graph, of, func(ctx context.Context) (func([]graph.NodeID) (graph.List, []graph.StatementPage, error), error) {
		q := graph.StatementQuery{Anchor: anchor, Filter: deref(filter), Order: deref(order), Page: page, Fields: wanted(ctx)}
		q.Page.Count = wantsTotal(ctx)
		err := resolveNames(ctx, r.Graph, func(visit func([]graph.NodeID)) { statementNames(&q.Filter, visit) })
		return func(ids []graph.NodeID) (graph.List, []graph.StatementPage, error) {
			q := q
			q.Of = ids
			pages, err := r.Graph.Statements(ctx, &q)
			return graph.List{Statements: &q}, pages, err
		}, err
	}, statementsIn)
}

func statementsIn(p graph.StatementPage) []any {
	out := make([]any, len(p.Edges))
	for i, e := range p.Edges {
		out[i] = e.Node
	}
	return out
}

func (r *Resolver) articles(
	ctx context.Context, of graph.NodeID, filter *graph.ArticleFilter, order *graph.Order, page graph.Page,
) (*graph.ArticlePage, error) {
	return pageOf(ctx, r.Graph, of, func(ctx context.Context) (func([]graph.NodeID) (graph.List, []graph.ArticlePage, error), error) {
		q := graph.ArticleQuery{Filter: deref(filter), Order: deref(order), Page: page, Fields: wanted(ctx)}
		q.Page.Count = wantsTotal(ctx)
		err := resolveNames(ctx, r.Graph, func(visit func([]graph.NodeID)) { articleNames(&q.Filter, visit) })
		return func(ids []graph.NodeID) (graph.List, []graph.ArticlePage, error) {
			q := q
			q.Mentioning = ids
			pages, err := r.Graph.Articles(ctx, &q)
			return graph.List{Articles: &q}, pages, err
		}, err
	}, articlesIn)
}

func articlesIn(p graph.ArticlePage) []any {
	out := make([]any, len(p.Edges))
	for i, e := range p.Edges {
		out[i] = e.Node
	}
	return out
}

func (r *Resolver) entities(
	ctx context.Context, of graph.NodeID, filter *graph.EntityFilter, order *graph.Order, page graph.Page,
) (*graph.EntityPage, error) {
	return pageOf(ctx, r.Graph, of, func(ctx context.Context) (func([]graph.NodeID) (graph.List, []graph.EntityPage, error), error) {
		q := graph.EntityQuery{Filter: deref(filter), Order: deref(order), Page: page, Fields: wanted(ctx)}
		q.Page.Count = wantsTotal(ctx)
		return func(ids []graph.NodeID) (graph.List, []graph.EntityPage, error) {
			q := q
			q.In = ids
			pages, err := r.Graph.Entities(ctx, &q)
			return graph.List{Entities: &q}, pages, err
		}, nil
	}, entitiesIn)
}

func entitiesIn(p graph.EntityPage) []any {
	out := make([]any, len(p.Edges))
	for i, e := range p.Edges {
		out[i] = e.Node
	}
	return out
}

func (r *Resolver) mentions(
	ctx context.Context, anchor graph.MentionAnchor, of graph.NodeID, order *graph.Order, page graph.Page,
) (*graph.MentionPage, error) {
	return pageOf(ctx, r.Graph, of, func(ctx context.Context) (func([]graph.NodeID) (graph.List, []graph.MentionPage, error), error) {
		q := graph.MentionQuery{Anchor: anchor, Order: deref(order), Page: page}
		q.Page.Count = wantsTotal(ctx)
		return func(ids []graph.NodeID) (graph.List, []graph.MentionPage, error) {
			q.Of = ids
			pages, err := r.Graph.Mentions(ctx, &q)
			return graph.List{}, pages, err
		}, nil
	}, mentionsIn)
}

func mentionsIn(p graph.MentionPage) []any {
	out := make([]any, len(p.Edges))
	for i, e := range p.Edges {
		out[i] = e.Node
	}
	return out
}

// wantsTotal tells whether the query selects totalCount of the connection that the field of the context gives.
func wantsTotal(ctx context.Context) bool {
	return slices.Contains(selected(ctx), "totalCount")
}

// selected names the fields that the query selects of what the field of the context gives.
func selected(ctx context.Context) []string {
	op := graphql.GetOperationContext(ctx)
	var names []string
	for _, f := range alike(op, graphql.GetFieldContext(ctx)) {
		for _, sub := range graphql.CollectFields(op, f.Selections, []string{f.Definition.Type.Name()}) {
			names = append(names, sub.Name)
		}
	}
	return names
}

// wanted names the fields that the query selects of the nodes of the list that the field of the context gives: a field of the API is
// made of that which is called alike in Go, but for highlights, which are made of all.
func wanted(ctx context.Context) graph.Fields {
	op := graphql.GetOperationContext(ctx)
	out := graph.Fields{}
	for _, list := range alike(op, graphql.GetFieldContext(ctx)) {
		for _, edges := range graphql.CollectFields(op, list.Selections, []string{list.Definition.Type.Name()}) {
			for _, edge := range graphql.CollectFields(op, edges.Selections, []string{edges.Definition.Type.Name()}) {
				if edge.Name == "highlights" {
					return nil
				}
				for _, f := range graphql.CollectFields(op, edge.Selections, nodeTypes()) {
					out = append(out, inGo(f.Name))
					if slices.Contains(coreFields(), f.Name) {
						out = append(out, "Event")
					}
				}
			}
		}
	}
	return out
}

func nodeTypes() []string {
	return []string{"Node", "Statement", "Article", "Entity", "Person", "Organization", "Place", "Event"}
}

// inGo is how a field is called in Go.
func inGo(name string) string {
	switch name {
	case "url":
		return "URL"
	case "coordinates", "placeType", "country", "countryCode", "geoNamesId":
		return "Place"
	}
	return strings.ToUpper(name[:1]) + name[1:]
}

// alike lists the fields for which one load serves: the field itself, as each kind of entity above it has it. One load serves all kinds of
// entities, and fragments may select more for some of them only.
func alike(op *graphql.OperationContext, field *graphql.FieldContext) []graphql.CollectedField {
	above := []ast.SelectionSet{rootOf(op)}
	for up := field.Parent; up != nil; up = up.Parent {
		if up.Field.Field == nil {
			continue
		}
		above = nil
		for _, f := range alike(op, up) {
			above = append(above, f.Selections)
		}
		break
	}
	types := append(nodeTypes(), field.Object)
	var out []graphql.CollectedField
	for _, siblings := range above {
		for _, f := range graphql.CollectFields(op, siblings, types) {
			if f.Alias == field.Field.Alias {
				out = append(out, f)
			}
		}
	}
	return out
}

// rootOf is what is selected at the root of an answer. The fields of an event do not know of the field that they are subscribed by: it is their root.
func rootOf(op *graphql.OperationContext) ast.SelectionSet {
	if op.Operation.Operation != ast.Subscription {
		return op.Operation.SelectionSet
	}
	var below ast.SelectionSet
	for _, f := range graphql.CollectFields(op, op.Operation.SelectionSet, []string{"Subscription"}) {
		below = append(below, f.Selections...)
	}
	return below
}
