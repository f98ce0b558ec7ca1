package sqlitestore

import (
	"database/sql"
	"maps"
	"slices"

	"github.com/newsgraph/newsgraph/graph"
)

const (
	sqlFindJudgements  = sqlJudgementColumns + ` FROM json_each(?) f CROSS JOIN judgements j ON j.id = f.value` + sqlJudgementKeys
	sqlDeleteJudgement = `DELETE FROM judgements WHERE id = ?`
	sqlJudge           = `INSERT OR REPLACE INTO judgements (id, a, b, kind, verdict, by, score, author, reason, at, block, act, name, down)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
)

// judgements takes judgements back and adds others, has the rules judge, and brings the groups of the keys in line.
func (w *writing) judgements(batch *graph.Batch) error {
	touched, err := w.undo(batch.Undo)
	if err != nil {
		return err
	}
	more, err := w.judge(batch.Judge)
	if err != nil {
		return err
	}
	named := w.namedKeys()
	if err := w.settleNames(); err != nil {
		return err
	}
	ruled, err := w.rule(batch.Rules)
	if err != nil {
		return err
	}
	touched = slices.Concat(touched, more, ruled)
	if len(touched) == 0 {
		return nil
	}
	if err := w.regroup(touched); err != nil {
		return err
	}
	if err := w.renameEntities(named); err != nil {
		return err
	}
	return w.deleteKeys(touched)
}

// undo returns the keys that the judgements were on.
func (w *writing) undo(ids []graph.NodeID) (touched []int64, err error) {
	stored, err := w.findJudgements(sqlJudgementsOn, "[]", list(ids))
	if err != nil {
		return nil, err
	}
	for id, j := range stored {
		if j.Block != "" {
			continue
		}
		if err := w.exec(sqlDeleteJudgement, id); err != nil {
			return nil, err
		}
		w.counts[countJudgements]--
		w.applied.Undone++
		touched = append(touched, j.a, j.b)
		if j.Verdict == graph.Named {
			w.changeName(keyName{j.a, j.Name, j.A.Coded()}).chosen--
		}
	}
	return touched, nil
}

func (w *writing) judge(judge []graph.Judgement) (touched []int64, err error) {
	ids := make([]graph.NodeID, len(judge))
	var keys []graph.Key
	for i, j := range judge {
		ids[i] = j.ID
		keys = append(keys, j.A)
		if j.B != "" {
			keys = append(keys, j.B)
		}
	}
	stored, err := w.findJudgements(sqlFindJudgements, list(ids))
	if err != nil {
		return nil, err
	}
	if err := w.ensureKeys(keys); err != nil {
		return nil, err
	}
	for _, j := range judge {
		old, there := stored[j.ID]
		if there && old.Judgement == j {
			continue
		}
		if !there {
			w.counts[countJudgements]++
		}
		more, err := w.writeJudgement(j)
		if err != nil {
			return nil, err
		}
		if j.Verdict == graph.Named {
			w.changeName(keyName{more[0], j.Name, j.A.Coded()}).chosen++
		}
		w.applied.Judged++
		touched = append(touched, more...)
	}
	return touched, nil
}

// writeJudgement writes a judgement whose keys are stored, and returns them.
func (w *writing) writeJudgement(j graph.Judgement) ([]int64, error) {
	a := w.keys[j.A].n
	b := a
	if j.B != "" {
		b = w.keys[j.B].n
	}
	err := w.exec(sqlJudge, j.ID, a, b, j.A.Kind(), j.Verdict, j.By, j.Score, j.Author, j.Reason, j.At.UnixMicro(), j.Block, j.Act, j.Name, doubt(j))
	return []int64{a, b}, err
}

// doubt is what suggestions are sorted by; NULL for what is none.
func doubt(j graph.Judgement) any {
	if j.By != graph.ByRule || j.Verdict != graph.Unsure {
		return nil
	}
	return -graph.ScoreRank(j.Score)
}

// findJudgements runs a query for judgements.
func (w *writing) findJudgements(query string, args ...any) (map[graph.NodeID]judgementRow, error) {
	stored := map[graph.NodeID]judgementRow{}
	err := w.c.query(w.ctx, query, args, func(rows *sql.Rows) error {
		j, err := scanJudgement(rows)
		stored[j.ID] = j
		return err
	})
	return stored, err
}

const (
	sqlComponent = `WITH RECURSIVE part (n) AS (
  SELECT value FROM json_each(?)
  UNION SELECT j.b FROM part CROSS JOIN judgements j ON j.a = part.n AND j.verdict <> 'UNSURE'
  UNION SELECT j.a FROM part CROSS JOIN judgements j ON j.b = part.n AND j.verdict <> 'UNSURE'
) `
	sqlComponentKeys       = sqlComponent + `SELECT k.n, k.key, k.entity FROM part CROSS JOIN keys k ON k.n = part.n`
	sqlComponentJudgements = sqlComponent + sqlJudgementColumns + ` FROM part CROSS JOIN judgements j ON j.a = part.n` + sqlJudgementKeys
)

// regroup computes anew the groups of all keys that judgements connect with the touched ones, and
// moves what hangs on the keys that came into another group.
func (w *writing) regroup(touched []int64) error {
	byKey := map[graph.Key]*keyRow{}
	err := w.c.query(w.ctx, sqlComponentKeys, []any{list(touched)}, func(rows *sql.Rows) error {
		row := &keyRow{}
		err := rows.Scan(&row.n, &row.key, &row.entity)
		byKey[row.key] = row
		return err
	})
	if err != nil {
		return err
	}
	var js []graph.Judgement
	err = w.c.query(w.ctx, sqlComponentJudgements, []any{list(touched)}, func(rows *sql.Rows) error {
		j, err := scanJudgement(rows)
		js = append(js, j.Judgement)
		return err
	})
	if err != nil {
		return err
	}
	groups := graph.Groups(slices.Collect(maps.Keys(byKey)), js)
	return w.moveKeys(byKey, groups)
}

// move is a change of entity, for some keys.
type move struct{ from, to int64 }

func (w *writing) moveKeys(byKey map[graph.Key]*keyRow, groups map[graph.Key]graph.Key) error {
	moves := map[move][]int64{}
	kinds := map[int64]graph.Kind{}
	for key, row := range byKey {
		to := byKey[groups[key]].n
		if to == row.entity {
			continue
		}
		m := move{row.entity, to}
		moves[m] = append(moves[m], row.n)
		kinds[m.from], kinds[m.to] = key.Kind(), key.Kind()
	}
	for m, keys := range moves {
		for _, query := range sqlMoves() {
			if err := w.exec(query, m.to, m.from, list(keys)); err != nil {
				return err
			}
		}
	}
	return w.recount(kinds)
}

// sqlMoves has a statement for each place where an entity stands beside its key. The rows are found by the entity
// that they leave.
func sqlMoves() []string {
	return []string{
		`UPDATE keys SET entity = ?1 WHERE n IN (SELECT value FROM json_each(?3)) AND entity = ?2`,
		`UPDATE mentions SET entity = ?1 WHERE entity = ?2 AND key IN (SELECT value FROM json_each(?3))`,
		`UPDATE statements SET speaker = ?1 WHERE speaker = ?2 AND speaker_key IN (SELECT value FROM json_each(?3))`,
		`UPDATE links SET entity = ?1 WHERE role IN (0, 1) AND entity = ?2 AND key IN (SELECT value FROM json_each(?3))`,
		`UPDATE reports SET entity = ?1 WHERE entity = ?2 AND key IN (SELECT value FROM json_each(?3))`,
		`UPDATE event_links SET entity = ?1 WHERE place IN (0, 1) AND entity = ?2 AND key IN (SELECT value FROM json_each(?3))`,
		`UPDATE roles SET person = ?1 WHERE person = ?2 AND person_key IN (SELECT value FROM json_each(?3))`,
		`UPDATE roles SET of = ?1 WHERE of = ?2 AND of_key IN (SELECT value FROM json_each(?3))`,
	}
}

const (
	sqlDropMoved    = `DELETE FROM entities WHERE n = ?`
	sqlCountEntity  = `SELECT ifnull(sum(count), 0) FROM mentions WHERE entity = ?`
	sqlCountArticle = `SELECT count(*) FROM (SELECT 1 FROM mentions INDEXED BY mentions_down WHERE entity = ? GROUP BY down, id)`
	sqlCountEventIn = `SELECT count(*) FROM (SELECT article FROM mentions WHERE entity = ?1 UNION SELECT article FROM reports WHERE entity = ?1)`
)

// recount makes the rows of the entities anew from their mentions.
func (w *writing) recount(kinds map[int64]graph.Kind) error {
	for n, kind := range kinds {
		dropped, err := w.c.exec(w.ctx, sqlDropMoved, n)
		if err != nil {
			return err
		}
		w.counts[string(kind)] -= dropped
		mentions, err := w.c.int(w.ctx, sqlCountEntity, n)
		if err != nil {
			return err
		}
		count := sqlCountArticle
		if kind == graph.KindEvent {
			count = sqlCountEventIn
			w.events[n] = true
		}
		articles, err := w.c.int(w.ctx, count, n)
		if err != nil {
			return err
		}
		w.entities[n] = &entityChange{kind: kind, mentions: int(mentions), articles: int(articles), rename: true}
	}
	return w.settleEntities()
}
