package sqlitestore

import (
	"context"
	"database/sql"

	"github.com/newsgraph/newsgraph/graph"
)

// The counts beside those of the kinds of entities and of statements.
const (
	countArticles   = "articles"
	countMentions   = "mentions"
	countJudgements = "judgements"
	countReports    = "reports"
)

const (
	sqlAddCount = `INSERT INTO counts (what, n) VALUES (?, ?) ON CONFLICT (what) DO UPDATE SET n = n + excluded.n`
	sqlCounts   = `SELECT what, n FROM counts`
)

func (w *writing) writeCounts() error {
	for what, n := range w.counts {
		if n == 0 {
			continue
		}
		if err := w.exec(sqlAddCount, what, n); err != nil {
			return err
		}
	}
	return nil
}

func (c *conn) counts(ctx context.Context) (map[string]int, error) {
	counts := map[string]int{}
	err := c.query(ctx, sqlCounts, nil, func(rows *sql.Rows) error {
		var what string
		var n int
		err := rows.Scan(&what, &n)
		counts[what] = n
		return err
	})
	return counts, err
}

// Stats counts what is in the graph, see [graph.Store].
func (s *Store) Stats(ctx context.Context) (graph.Stats, error) {
	return read(ctx, s, func(ctx context.Context, c *conn) (graph.Stats, error) {
		counts, err := c.counts(ctx)
		stats := graph.Stats{Entities: map[graph.Kind]int{}, Statements: map[graph.StatementKind]int{}}
		for _, kind := range graph.Kinds() {
			stats.Entities[kind] = counts[string(kind)]
		}
		for _, kind := range graph.StatementKinds() {
			stats.Statements[kind] = counts[string(kind)]
		}
		stats.Articles, stats.Mentions, stats.Judgements = counts[countArticles], counts[countMentions], counts[countJudgements]
		stats.Reports = counts[countReports]
		return stats, err
	})
}
