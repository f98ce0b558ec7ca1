package neo4jstore

import (
	"cmp"
	"context"
	_ "embed"
	"slices"

	"github.com/newsgraph/newsgraph/graph"
)

var (
	//go:embed cypher/judgements.cypher
	cypherJudgements string
	//go:embed cypher/judgements_on.cypher
	cypherJudgementsOn string
)

// Judgements returns the judgements on the keys, see [graph.Store].
func (s *Store) Judgements(ctx context.Context, keys []graph.Key) ([]graph.Judgement, error) {
	cypher := cypherJudgementsOn
	if keys == nil {
		cypher = cypherJudgements
	}
	ids := make([]graph.NodeID, len(keys))
	for i, k := range keys {
		ids[i] = graph.EntityID(k)
	}
	return read(ctx, s, func(t *tx) ([]graph.Judgement, error) {
		rows, err := t.run(cypher, map[string]any{"ids": ids})
		if err != nil {
			return nil, err
		}
		out := make([]graph.Judgement, len(rows))
		for i, r := range rows {
			out[i] = judgement(r)
			if err := r.err(); err != nil {
				return nil, err
			}
		}
		slices.SortFunc(out, func(a, b graph.Judgement) int {
			return cmp.Or(cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B), cmp.Compare(a.By, b.By))
		})
		return out, nil
	})
}
