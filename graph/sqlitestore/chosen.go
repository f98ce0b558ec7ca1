package sqlitestore

import (
	"database/sql"
	"maps"
	"slices"
	"time"

	"github.com/newsgraph/newsgraph/graph"
)

const (
	sqlChosen = `SELECT k.entity, j.id, k.key, j.score, j.at, j.name FROM json_each(?) f CROSS JOIN keys k ON k.entity = f.value
CROSS JOIN judgements j INDEXED BY judgements_named ON j.a = k.n AND j.verdict = 'NAMED'`
	sqlEntitiesOfKeys = `SELECT k.entity, k.key FROM json_each(?) f CROSS JOIN keys k ON k.n = f.value`
)

// chosenNames gives the names that persons chose for entities.
func (w *writing) chosenNames(ns []int64) (map[int64]string, error) {
	said := map[int64][]graph.Judgement{}
	err := w.c.query(w.ctx, sqlChosen, []any{list(ns)}, func(rows *sql.Rows) error {
		var n, at int64
		j := graph.Judgement{Verdict: graph.Named, By: graph.ByPerson}
		err := rows.Scan(&n, &j.ID, &j.A, &j.Score, &at, &j.Name)
		j.At = time.UnixMicro(at).UTC()
		said[n] = append(said[n], j)
		return err
	})
	out := map[int64]string{}
	for n, judgements := range said {
		out[n] = graph.ChosenName(judgements)
	}
	return out, err
}

// namedKeys gives the keys for which the batch chooses names, or takes such choices back.
func (w *writing) namedKeys() []int64 {
	keys := map[int64]bool{}
	for at, change := range w.names {
		if change.chosen != 0 {
			keys[at.key] = true
		}
	}
	return slices.Sorted(maps.Keys(keys))
}

// renameEntities names the entities of the keys anew.
func (w *writing) renameEntities(keys []int64) error {
	if len(keys) == 0 {
		return nil
	}
	err := w.c.query(w.ctx, sqlEntitiesOfKeys, []any{list(keys)}, func(rows *sql.Rows) error {
		var n int64
		var key graph.Key
		err := rows.Scan(&n, &key)
		w.changeEntity(n, key.Kind()).rename = true
		return err
	})
	if err != nil {
		return err
	}
	return w.settleEntities()
}
