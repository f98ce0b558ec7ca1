package sqlitestore

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/newsgraph/newsgraph/graph"
)

const (
	sqlStatementRows = `SELECT s.n, s.article, s.id, s.ord, ifnull(s.within, s.n), s.kind, s.mode, ifnull(e.id, ''), ifnull(k.key, ''), s.confidence,
s.reason, s.down, s.body FROM json_each(?) f CROSS JOIN statements s ON s.n = f.value
LEFT JOIN keys e ON e.n = s.speaker LEFT JOIN keys k ON k.n = s.speaker_key`
	sqlKeyEntities  = `SELECT k.n, k.key, e.id FROM json_each(?) f CROSS JOIN keys k ON k.n = f.value CROSS JOIN keys e ON e.n = k.entity`
	sqlArticleTexts = `SELECT a.n, a.id, x.text FROM json_each(?) f CROSS JOIN articles a ON a.n = f.value CROSS JOIN texts x ON x.article = a.n`
)

// statementRow is a statement on its way out of its row.
type statementRow struct {
	graph.Statement
	article     int64
	ord, within int // its own number in the article, and that of the statement around it or its own
	packedStatement
}

// keyEntity is a key and the id of its entity.
type keyEntity struct {
	key    graph.Key
	entity graph.NodeID
}

// fetchStatements reads statements by their n.
func (c *conn) fetchStatements(ctx context.Context, ns []int64) (map[int64]*graph.Statement, error) {
	nodes := make(map[int64]*graph.Statement, len(ns))
	if len(ns) == 0 {
		return nodes, nil
	}
	byArticle, keys := map[int64][]*statementRow{}, map[int64]keyEntity{}
	err := c.query(ctx, sqlStatementRows, []any{list(ns)}, func(rows *sql.Rows) error {
		r := &statementRow{}
		n, err := r.scan(rows)
		nodes[n], byArticle[r.article] = &r.Statement, append(byArticle[r.article], r)
		for _, key := range r.To {
			keys[key] = keyEntity{}
		}
		for _, t := range r.packedStatement.About {
			keys[t.Key] = keyEntity{}
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	if err := c.keyEntities(ctx, keys); err != nil {
		return nil, err
	}
	return nodes, c.eachText(ctx, slices.Collect(maps.Keys(byArticle)), func(n int64, id graph.NodeID, text string) {
		for _, r := range byArticle[n] {
			r.unpack(&r.Statement, text, keys)
			r.Article = id
			if r.within != r.ord {
				r.Within = graph.StatementID(id, r.within)
			}
		}
	})
}

func (r *statementRow) scan(rows *sql.Rows) (n int64, err error) {
	var within, down int64
	var body sql.RawBytes
	err = rows.Scan(&n, &r.article, &r.ID, &r.ord, &within, &r.Kind, &r.Mode, &r.Statement.Speaker, &r.SpeakerKey, &r.Confidence,
		&r.Statement.Reason.Code, &down, &body)
	if err != nil {
		return n, err
	}
	r.within = r.ord + int(within-n) // the statements of an article are numbered without a gap
	r.At = up(down)
	if err := json.Unmarshal(body, &r.packedStatement); err != nil {
		return n, fmt.Errorf("statement %d: %w", n, err)
	}
	return n, nil
}

// up gives the time that [down] was given.
func up(down int64) time.Time {
	if down == missing {
		return time.Time{}
	}
	return time.Unix(-down, 0).UTC()
}

// keyEntities looks up all keys of the map.
func (c *conn) keyEntities(ctx context.Context, keys map[int64]keyEntity) error {
	if len(keys) == 0 {
		return nil
	}
	return c.query(ctx, sqlKeyEntities, []any{list(slices.Collect(maps.Keys(keys)))}, func(rows *sql.Rows) error {
		var n int64
		var k keyEntity
		err := rows.Scan(&n, &k.key, &k.entity)
		keys[n] = k
		return err
	})
}

// eachText reads the texts of articles.
func (c *conn) eachText(ctx context.Context, articles []int64, visit func(n int64, id graph.NodeID, text string)) error {
	return c.query(ctx, sqlArticleTexts, []any{list(articles)}, func(rows *sql.Rows) error {
		var n int64
		var id graph.NodeID
		var text string
		if err := rows.Scan(&n, &id, &text); err != nil {
			return err
		}
		visit(n, id, text)
		return nil
	})
}
