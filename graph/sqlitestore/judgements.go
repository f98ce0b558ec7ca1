package sqlitestore

import (
	"context"
	"database/sql"
	"slices"
	"time"

	"github.com/newsgraph/newsgraph/graph"
)

const (
	sqlJudgementColumns = `SELECT j.id, ka.key, kb.key, j.verdict, j.by, j.score, j.author, j.reason, j.at, j.block, j.act, j.name, j.a, j.b`
	sqlJudgementKeys    = ` CROSS JOIN keys ka ON ka.n = j.a CROSS JOIN keys kb ON kb.n = j.b`
	sqlAllJudgements    = sqlJudgementColumns + ` FROM judgements j` + sqlJudgementKeys
	sqlJudgementsOn     = sqlJudgementColumns + ` FROM (
SELECT x.n FROM json_each(?1) f CROSS JOIN keys k ON k.key = f.value CROSS JOIN judgements x ON x.a = k.n
UNION SELECT x.n FROM json_each(?1) f CROSS JOIN keys k ON k.key = f.value CROSS JOIN judgements x ON x.b = k.n
UNION SELECT x.n FROM json_each(?2) f CROSS JOIN judgements x ON x.id = f.value
UNION SELECT x.n FROM json_each(?2) f CROSS JOIN judgements x ON x.act = f.value AND x.act <> ''
) i CROSS JOIN judgements j ON j.n = i.n` + sqlJudgementKeys
)

// judgementRow is a judgement with the n of its keys.
type judgementRow struct {
	graph.Judgement
	a, b int64
}

func scanJudgement(rows *sql.Rows) (j judgementRow, err error) {
	var at int64
	err = rows.Scan(&j.ID, &j.A, &j.B, &j.Verdict, &j.By, &j.Score, &j.Author, &j.Reason, &at, &j.Block, &j.Act, &j.Name, &j.a, &j.b)
	j.At = time.UnixMicro(at).UTC()
	if j.Verdict == graph.Named {
		j.B = ""
	}
	return j, err
}

// Judgements returns the judgements that are asked for, see [graph.Store].
func (s *Store) Judgements(ctx context.Context, q *graph.JudgementQuery) ([]graph.Judgement, error) {
	query, args := sqlJudgementsOn, []any{list(q.Keys), list(q.IDs)}
	if q.All() {
		query, args = sqlAllJudgements, nil
	}
	return read(ctx, s, func(ctx context.Context, c *conn) ([]graph.Judgement, error) {
		out := []graph.Judgement{}
		err := c.query(ctx, query, args, func(rows *sql.Rows) error {
			j, err := scanJudgement(rows)
			out = append(out, j.Judgement)
			return err
		})
		slices.SortFunc(out, graph.Judgement.Compare)
		return out, err
	})
}
