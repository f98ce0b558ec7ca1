package sqlitestore

import (
	"context"
	"database/sql"
	"strconv"

	"github.com/newsgraph/newsgraph/graph"
)

const (
	sqlResolveEntities = `SELECT k.id, k.entity FROM json_each(?) f CROSS JOIN keys k ON k.id = f.value
CROSS JOIN entities e ON e.n = k.entity`
	sqlResolveArticles   = `SELECT a.id, a.n FROM json_each(?) f CROSS JOIN articles a ON a.id = f.value`
	sqlResolveStatements = `SELECT s.id, s.n FROM json_each(?) f CROSS JOIN articles a ON a.id = f.value ->> 0
CROSS JOIN statements s ON s.article = a.n AND s.ord = f.value ->> 1`
)

// resolve finds the n of the nodes with the ids, by id. Entities may be called by the id of any key of theirs.
func (c *conn) resolve(ctx context.Context, want graph.NodeType, ids []graph.NodeID) (map[graph.NodeID]int64, error) {
	found := map[graph.NodeID]int64{}
	if len(ids) == 0 {
		return found, nil
	}
	query, arg := "", list(ids)
	switch want {
	case graph.TypeEntity:
		query = sqlResolveEntities
	case graph.TypeArticle:
		query = sqlResolveArticles
	case graph.TypeStatement:
		query, arg = sqlResolveStatements, list(statementPlaces(ids))
	case graph.TypeJudgement, graph.TypeAudit:
		return found, nil
	}
	err := c.query(ctx, query, []any{arg}, func(rows *sql.Rows) error {
		var id graph.NodeID
		var n int64
		err := rows.Scan(&id, &n)
		found[id] = n
		return err
	})
	return found, err
}

// statementPlaces takes the ids of statements apart into the article's id and the number in it, see
// [graph.StatementID].
func statementPlaces(ids []graph.NodeID) [][2]any {
	const prefix = len("s_0123456789abcdef")
	var places [][2]any
	for _, id := range ids {
		ord, err := strconv.ParseInt(string(id[prefix+1:]), 10, 64)
		if err == nil {
			places = append(places, [2]any{"a_" + id[2:prefix], ord})
		}
	}
	return places
}

// drivers gives the n of each id, and nil for one that is not in the graph.
func (c *conn) drivers(ctx context.Context, want graph.NodeType, ids []graph.NodeID) ([]any, error) {
	found, err := c.resolve(ctx, want, ids)
	if err != nil {
		return nil, err
	}
	drivers := make([]any, len(ids))
	for i, id := range ids {
		if n, there := found[id]; there {
			drivers[i] = n
		}
	}
	return drivers, nil
}
