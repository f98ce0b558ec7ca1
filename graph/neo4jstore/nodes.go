package neo4jstore

import (
	"context"

	"github.com/newsgraph/newsgraph/graph"
)

// Nodes returns the nodes with the ids, see [graph.Store].
func (s *Store) Nodes(ctx context.Context, ids []graph.NodeID) ([]graph.Node, error) {
	return read(ctx, s, func(t *tx) ([]graph.Node, error) {
		out := make([]graph.Node, len(ids))
		for _, of := range nodeTypes() {
			if err := t.nodes(of, ids, out); err != nil {
				return nil, err
			}
		}
		return out, nil
	})
}

// nodeType tells how the nodes of one type are read.
type nodeType struct {
	graph.NodeType
	match, item string
	node        func(row) graph.Node
}

func nodeTypes() []nodeType {
	return []nodeType{
		{
			graph.TypeEntity, "MATCH (k:Key {id: w.id})\nMATCH (x:Entity {id: k.entity})", item(entityColumns(), nil),
			func(r row) graph.Node { return entity(r) },
		},
		{
			graph.TypeStatement, "MATCH (x:Statement {id: w.id})", item(statementColumns(), nil),
			func(r row) graph.Node { return statement(r) },
		},
		{
			graph.TypeArticle, "MATCH (x:Article {id: w.id})", item(articleColumns(), nil),
			func(r row) graph.Node { return article(r) },
		},
	}
}

// nodes reads those of the nodes that are of one type, into their places.
func (t *tx) nodes(of nodeType, ids []graph.NodeID, out []graph.Node) error {
	wanted := []map[string]any{}
	for i, id := range ids {
		if id.Type() == of.NodeType {
			wanted = append(wanted, map[string]any{"i": i, "id": id})
		}
	}
	if len(wanted) == 0 {
		return nil
	}
	rows, err := t.run("UNWIND $wanted AS w\n"+of.match+"\nRETURN w.i AS i, "+of.item+" AS item", map[string]any{"wanted": wanted})
	if err != nil {
		return err
	}
	for _, r := range rows {
		out[r.int("i")] = of.node(r.row("item"))
		if err := r.err(); err != nil {
			return err
		}
	}
	return nil
}
