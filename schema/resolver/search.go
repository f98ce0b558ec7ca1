package resolver

import (
	"context"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/graph/search"
	"github.com/newsgraph/newsgraph/schema/batch"
)

// searched are the words for which the hits of a place were searched.
type searched []string

func (r *Resolver) search(ctx context.Context, q graph.SearchQuery) (*graph.SearchPage, error) {
	return batch.Load(ctx, func(ctx context.Context, _ []any) (*graph.SearchPage, []any, error) {
		q.Page.Count, q.Fields = wantsTotal(ctx), wanted(ctx)
		page, err := r.Graph.Search(ctx, &q)
		delivered := []any{searched(search.Words(q.Text, page.Corrections))}
		for i, e := range page.Edges {
			delivered = append(delivered, e.Node)
			page.Edges[i].Node = typed(e.Node)
		}
		return &page, delivered, err
	})
}

// highlights shows where the words stand in a hit. The texts of the articles among the hits are loaded at once.
func (r *Resolver) highlights(ctx context.Context, hit *graph.SearchEdge) ([]*search.Highlight, error) {
	type hits struct {
		words searched
		texts map[graph.NodeID]string
	}
	found, err := batch.Load(ctx, func(ctx context.Context, objects []any) (hits, []any, error) {
		ids := gather(objects, func(a *graph.Article) []graph.NodeID { return []graph.NodeID{a.ID} })
		texts, err := perID(r.Graph, ids, func(ids []graph.NodeID) ([]string, error) { return r.Graph.Texts(ctx, ids) })
		return hits{batch.Of[searched](objects)[0], texts}, nil, err
	})
	if err != nil {
		return nil, err
	}
	node := hit.Node
	if e, is := node.(graph.EntityNode); is {
		node = e.Base()
	}
	return pointers(search.Highlights(node, found.words, found.texts[node.NodeID()])), nil
}
