package sqlitestore

import (
	"context"
	"database/sql"
	"time"

	"github.com/newsgraph/newsgraph/graph"
)

const (
	sqlJudgementColumns = `SELECT j.id, ka.key, kb.key, j.verdict, j.by, j.score, j.author, j.reason, j.at, j.block, j.a, j.b`
	sqlJudgementKeys    = ` CROSS JOIN keys ka ON ka.n = j.a CROSS JOIN keys kb ON kb.n = j.b`
	sqlAllJudgements    = sqlJudgementColumns + ` FROM judgements j` + sqlJudgementKeys + ` ORDER BY ka.key, kb.key, j.by`
	sqlJudgementsOn     = sqlJudgementColumns + ` FROM (
SELECT x.id FROM json_each(?1) f CROSS JOIN keys k ON k.key = f.value CROSS JOIN judgements x ON x.a = k.n
UNION SELECT x.id FROM json_each(?1) f CROSS JOIN keys k ON k.key = f.value CROSS JOIN judgements x ON x.b = k.n
) i CROSS JOIN judgements j ON j.id = i.id` + sqlJudgementKeys + ` ORDER BY ka.key, kb.key, j.by`
)

// judgementRow is a judgement with the n of its keys.
type judgementRow struct {
	graph.Judgement
	a, b int64
}

func scanJudgement(rows *sql.Rows) (j judgementRow, err error) {
	var at sql.NullInt64
	err = rows.Scan(&j.ID, &j.A, &j.B, &j.Verdict, &j.By, &j.Score, &j.Author, &j.Reason, &at, &j.Block, &j.a, &j.b)
	if at.Valid {
		j.At = time.Unix(at.Int64, 0).UTC()
	}
	return j, err
}

// Judgements returns the judgements on the keys, see [graph.Store].
func (s *Store) Judgements(ctx context.Context, keys []graph.Key) ([]graph.Judgement, error) {
	out := []graph.Judgement{}
	query, args := sqlJudgementsOn, []any{list(keys)}
	if keys == nil {
		query, args = sqlAllJudgements, nil
	}
	err := s.read(ctx, func(ctx context.Context, c *conn) error {
		return c.query(ctx, query, args, func(rows *sql.Rows) error {
			j, err := scanJudgement(rows)
			out = append(out, j.Judgement)
			return err
		})
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}
