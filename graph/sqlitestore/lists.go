package sqlitestore

import (
	"context"

	"github.com/newsgraph/newsgraph/graph"
)

// The steps by which a list is answered, for a request Q and items N.
type (
	listing[Q any]       func(*conn, context.Context, *Q) (*query, error)
	fetching[N any]      func(*conn, context.Context, []int64) (map[int64]N, error) // by the items' n, each once
	showing[Q, N, P any] func(*Q, *page, map[int64]N) P
)

// listed reads the pages of a list.
func listed[Q, N, P any](ctx context.Context, s *Store, q *Q, list listing[Q], fetch fetching[N], show showing[Q, N, P]) ([]P, error) {
	return read(ctx, s, func(ctx context.Context, c *conn) ([]P, error) {
		pages, nodes, err := itemsOf(ctx, c, q, list, fetch)
		if err != nil {
			return nil, err
		}
		out := make([]P, len(pages))
		for i := range pages {
			out[i] = show(q, &pages[i], nodes)
		}
		return out, nil
	})
}

// itemsOf reads where the items of a list are, and the items.
func itemsOf[Q, N any](ctx context.Context, c *conn, q *Q, list listing[Q], fetch fetching[N]) ([]page, map[int64]N, error) {
	l, err := list(c, ctx, q)
	if err != nil {
		return nil, nil, err
	}
	pages, err := c.pages(ctx, l)
	if err != nil {
		return nil, nil, err
	}
	nodes, err := fetch(c, ctx, itemNumbers(pages))
	return pages, nodes, err
}

// itemNumbers gives the n of all items of the pages, each once.
func itemNumbers(pages []page) []int64 {
	seen := map[int64]bool{}
	ns := []int64{}
	for i := range pages {
		for _, it := range pages[i].items {
			if !seen[it.n] {
				seen[it.n] = true
				ns = append(ns, it.n)
			}
		}
	}
	return ns
}

// edgesOf makes an edge of each item of a page, and tells where the page lies.
func edgesOf[E any](p *page, cursor func(place) graph.Cursor, edge func(cursor string, it *item) E) ([]E, graph.PageInfo) {
	edges, cursors := make([]E, len(p.items)), make([]string, len(p.items))
	for i := range p.items {
		cursors[i] = graph.EncodeCursor(cursor(p.items[i].place))
		edges[i] = edge(cursors[i], &p.items[i])
	}
	return edges, graph.NewPageInfo(p.hasPrevious, p.hasNext, cursors)
}
