package sqlitestore

import (
	"context"
	"slices"

	"github.com/newsgraph/newsgraph/graph"
)

// terms are what the filters of a request name, looked up once for all of them.
type terms struct {
	entities   map[graph.NodeID]int64
	articles   map[graph.NodeID]int64
	statements map[graph.NodeID]int64
	texts      map[string]textMatch
	contexts   map[string]textMatch
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
