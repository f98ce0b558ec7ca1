package sqlitestore

import (
	"database/sql"
	"slices"

	"github.com/newsgraph/newsgraph/graph"
)

// keyRow is a row of keys, with the display name of its entity ("" when it has no mentions).
type keyRow struct {
	n          int64
	key        graph.Key
	entity     int64
	entityName string
}

const (
	sqlKeyRows = `SELECT k.n, k.key, k.entity, ifnull(e.name, '') FROM json_each(?) f CROSS JOIN keys k ON k.key = f.value
LEFT JOIN entities e ON e.n = k.entity`
	sqlInsertKey = `INSERT INTO keys (n, key, id, entity, sample) VALUES (?, ?, ?, ?, '')`
	sqlDeleteKey = `DELETE FROM keys WHERE n = ? AND NOT EXISTS (SELECT 1 FROM key_names WHERE key = keys.n)
AND NOT EXISTS (SELECT 1 FROM judgements WHERE a = keys.n) AND NOT EXISTS (SELECT 1 FROM judgements WHERE b = keys.n)`
)

// ensureKeys loads the keys into w.keys, and adds those that are not stored, each as an entity of its own.
func (w *writing) ensureKeys(keys []graph.Key) error {
	keys = slices.Compact(slices.Sorted(slices.Values(keys)))
	err := w.c.query(w.ctx, sqlKeyRows, []any{list(keys)}, func(rows *sql.Rows) error {
		row := &keyRow{}
		err := rows.Scan(&row.n, &row.key, &row.entity, &row.entityName)
		w.keys[row.key] = row
		return err
	})
	if err != nil {
		return err
	}
	for _, key := range keys {
		if w.keys[key] != nil {
			continue
		}
		n, err := w.free("keys")
		if err != nil {
			return err
		}
		if err := w.exec(sqlInsertKey, n, key, graph.EntityID(key), n); err != nil {
			return err
		}
		w.keys[key] = &keyRow{n: n, key: key, entity: n}
	}
	return nil
}
