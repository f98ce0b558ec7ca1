package neo4jstore

import (
	"context"
	_ "embed"

	"github.com/newsgraph/newsgraph/graph"
)

// The names of the counters beside those of the kinds of entities and statements.
const (
	countArticles   = "articles"
	countMentions   = "mentions"
	countJudgements = "judgements"
	countReports    = "reports"
)

//go:embed cypher/stats.cypher
var cypherStats string

// newCounts returns changes of all counters, by nothing.
func newCounts() map[string]int {
	counts := map[string]int{countArticles: 0, countMentions: 0, countJudgements: 0, countReports: 0}
	for _, k := range graph.Kinds() {
		counts[string(k)] = 0
	}
	for _, k := range graph.StatementKinds() {
		counts[string(k)] = 0
	}
	return counts
}

// Stats counts what is in the graph, see [graph.Store].
func (s *Store) Stats(ctx context.Context) (graph.Stats, error) {
	return read(ctx, s, (*tx).stats)
}

func (t *tx) stats() (graph.Stats, error) {
	out := graph.Stats{Entities: map[graph.Kind]int{}, Statements: map[graph.StatementKind]int{}}
	rows, err := t.run(cypherStats, nil)
	if err != nil {
		return out, err
	}
	r := rows[0]
	out.Articles, out.Mentions, out.Judgements = r.int(countArticles), r.int(countMentions), r.int(countJudgements)
	out.Reports = r.int(countReports)
	for _, k := range graph.Kinds() {
		out.Entities[k] = r.int(string(k))
	}
	for _, k := range graph.StatementKinds() {
		out.Statements[k] = r.int(string(k))
	}
	return out, r.err()
}
