package resolver

import (
	"context"
	"fmt"

	"github.com/newsgraph/newsgraph/graph"
)

// resolveNames puts the id of the best match in the place of each name among the ids that walk visits, and
// returns [graph.ErrNotFound] for a name that no entity has. It asks the graph once, or not at all.
func resolveNames(ctx context.Context, g *graph.Graph, walk func(visit func([]graph.NodeID))) error {
	var names []graph.NameQuery
	index := map[graph.NodeID]int{}
	walk(func(ids []graph.NodeID) {
		for _, id := range ids {
			if _, known := index[id]; id.Type() == "" && !known {
				index[id] = len(names)
				names = append(names, graph.NameQuery{Name: string(id)})
			}
		}
	})
	if len(names) == 0 {
		return nil
	}
	found, err := g.Lookup(ctx, names)
	if err != nil {
		return err
	}
	for i, entities := range found {
		if len(entities) == 0 {
			return fmt.Errorf("%w: no entity is called %q", graph.ErrNotFound, names[i].Name)
		}
	}
	walk(func(ids []graph.NodeID) {
		for at, id := range ids {
			if i, isName := index[id]; isName {
				ids[at] = found[i][0].ID
			}
		}
	})
	return nil
}

func statementNames(f *graph.StatementFilter, visit func([]graph.NodeID)) {
	graph.EachFilter(f, func(f *graph.StatementFilter) {
		visit(f.Speakers)
		visit(f.About)
		visit(f.Addressees)
	})
}

func articleNames(f *graph.ArticleFilter, visit func([]graph.NodeID)) {
	graph.EachFilter(f, func(f *graph.ArticleFilter) { visit(f.Mentions) })
}
