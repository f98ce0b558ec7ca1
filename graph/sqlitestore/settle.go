package sqlitestore

import (
	"cmp"
	"database/sql"
	"encoding/json"
	"maps"
	"slices"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/graph/fold"
)

// keyName is a name of a key.
type keyName struct {
	key  int64
	name string
	// coded tells that the key is of an event that no text calls by a name: nobody can find it by this one, unless somebody chose it.
	coded bool
}

// fold gives the name the form in which it can be found.
func (n keyName) fold(chosen int) string {
	if n.coded && chosen == 0 {
		return ""
	}
	return fold.Name(n.name)
}

// nameChange is what a batch does to a row of key_names.
type nameChange struct{ mentions, articles, chosen int }

// entityChange is what a batch does to a row of entities.
type entityChange struct {
	kind               graph.Kind
	mentions, articles int
	rename             bool // the display name may be another one
}

// changeNames adds (sign 1) or takes away (-1) the names under which an article mentions a key.
func (w *writing) changeNames(key int64, full string, mentions []packed, sign int) {
	w.changeName(keyName{key, full, false}).articles += sign
	for _, m := range mentions {
		if m.form == graph.FormName {
			w.changeName(keyName{key, m.text, false}).mentions += sign
		}
	}
}

func (w *writing) changeName(at keyName) *nameChange {
	if w.names[at] == nil {
		w.names[at] = &nameChange{}
	}
	return w.names[at]
}

func (w *writing) changeEntity(n int64, kind graph.Kind) *entityChange {
	if w.entities[n] == nil {
		w.entities[n] = &entityChange{kind: kind}
	}
	return w.entities[n]
}

// settle writes what the articles of the batch change in names, entities and keys.
func (w *writing) settle() error {
	bare := map[int64]bool{} // keys that lost a name
	for at, change := range w.names {
		if change.mentions < 0 || change.articles < 0 {
			bare[at.key] = true
		}
	}
	if err := w.settleNames(); err != nil {
		return err
	}
	if err := w.settleEntities(); err != nil {
		return err
	}
	if err := w.deleteKeys(slices.Sorted(maps.Keys(bare))); err != nil {
		return err
	}
	return w.settleSamples()
}

// settleNames writes what changed in names.
func (w *writing) settleNames() error {
	names := slices.SortedFunc(maps.Keys(w.names), func(a, b keyName) int {
		return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.name, b.name))
	})
	for _, at := range names {
		if err := w.settleName(at, *w.names[at]); err != nil {
			return err
		}
	}
	clear(w.names)
	return nil
}

func (w *writing) deleteKeys(ns []int64) error {
	for _, n := range ns {
		if err := w.exec(sqlDeleteKey, n); err != nil {
			return err
		}
	}
	return nil
}

const (
	sqlAddToName  = `UPDATE key_names SET mentions = mentions + ?, articles = articles + ?, chosen = chosen + ? WHERE key = ? AND name = ?`
	sqlNewKeyName = `INSERT INTO key_names (key, name, words, mentions, articles, chosen) VALUES (?, ?, ?, ?, ?, ?)`
	sqlDropName   = `DELETE FROM key_names WHERE key = ? AND name = ? AND mentions = 0 AND articles = 0 AND chosen = 0`
	sqlChosenName = `SELECT chosen FROM key_names WHERE key = ? AND name = ?`
	sqlRewordName = `UPDATE key_names SET words = ? WHERE key = ? AND name = ?`
	sqlFindName   = `SELECT n FROM names WHERE fold = ?`
	sqlNewName    = `INSERT INTO names (n, fold) VALUES (?, ?)`
	sqlNewWords   = `INSERT INTO name_words (rowid, words) VALUES (?, ?)`
	sqlDropWords  = `DELETE FROM names WHERE n = ? AND NOT EXISTS (SELECT 1 FROM key_names WHERE words = names.n)`
	sqlForgetName = `DELETE FROM name_words WHERE rowid = ?`
)

// settleName writes one change.
func (w *writing) settleName(at keyName, change nameChange) error {
	if change == (nameChange{}) {
		return nil
	}
	n, err := w.c.exec(w.ctx, sqlAddToName, change.mentions, change.articles, change.chosen, at.key, at.name)
	if err != nil {
		return err
	}
	if n == 0 {
		words, err := w.ensureName(at.fold(change.chosen))
		if err != nil {
			return err
		}
		return w.exec(sqlNewKeyName, at.key, at.name, words, change.mentions, change.articles, change.chosen)
	}
	chosen := 0
	if at.coded && change.chosen != 0 {
		if chosen, err = w.reword(at, change.chosen); err != nil {
			return err
		}
	}
	if change.mentions >= 0 && change.articles >= 0 && change.chosen >= 0 {
		return nil
	}
	if n, err = w.c.exec(w.ctx, sqlDropName, at.key, at.name); err != nil || n == 0 {
		return err
	}
	return w.dropName(at.fold(chosen))
}

// reword gives the name of a coded event the form in which it can be found, which depends on how often it is chosen: now, and by how much
// less before.
func (w *writing) reword(at keyName, change int) (chosen int, err error) {
	now, err := w.c.int(w.ctx, sqlChosenName, at.key, at.name)
	chosen = int(now)
	if err != nil || at.fold(chosen) == at.fold(chosen-change) {
		return chosen, err
	}
	words, err := w.ensureName(at.fold(chosen))
	if err != nil {
		return chosen, err
	}
	if err := w.exec(sqlRewordName, words, at.key, at.name); err != nil {
		return chosen, err
	}
	return chosen, w.dropName(at.fold(chosen - change))
}

func (w *writing) ensureName(folded string) (int64, error) {
	n, err := w.c.int(w.ctx, sqlFindName, folded)
	if err != nil || n != 0 {
		return n, err
	}
	if n, err = w.free("names"); err != nil {
		return 0, err
	}
	if err := w.exec(sqlNewName, n, folded); err != nil {
		return 0, err
	}
	return n, w.exec(sqlNewWords, n, folded)
}

// dropName deletes a folded name that no key has any more.
func (w *writing) dropName(folded string) error {
	n, err := w.c.int(w.ctx, sqlFindName, folded)
	if err != nil {
		return err
	}
	dropped, err := w.c.exec(w.ctx, sqlDropWords, n)
	if err != nil || dropped == 0 {
		return err
	}
	return w.exec(sqlForgetName, n)
}

const (
	sqlAddToEntity = `UPDATE entities SET rank = rank - ?, articles = articles + ? WHERE n = ?`
	sqlNewEntity   = `INSERT INTO entities (n, id, kind, name, fold, rank, articles, place)
VALUES (?1, (SELECT id FROM keys WHERE n = ?1), ?2, ?3, ?4, -?5, ?6, ?7)`
	sqlKeyOf      = `SELECT key FROM keys WHERE n = ?`
	sqlRename     = `UPDATE entities SET name = ?1, fold = ?2 WHERE n = ?3 AND name <> ?1`
	sqlDropEntity = `DELETE FROM entities WHERE n = ? AND articles = 0`
	sqlFullNames  = `SELECT k.entity, kn.name, sum(kn.articles) FROM json_each(?) f CROSS JOIN keys k ON k.entity = f.value
CROSS JOIN key_names kn ON kn.key = k.n WHERE kn.articles > 0 GROUP BY k.entity, kn.name`
)

func (w *writing) settleEntities() error {
	ns := slices.Sorted(maps.Keys(w.entities))
	names, err := w.bestNames(ns)
	if err != nil {
		return err
	}
	for _, n := range ns {
		if err := w.settleEntity(n, w.entities[n], names[n]); err != nil {
			return err
		}
	}
	clear(w.entities)
	return nil
}

func (w *writing) settleEntity(n int64, change *entityChange, name string) error {
	updated, err := w.c.exec(w.ctx, sqlAddToEntity, change.mentions, change.articles, n)
	switch {
	case err != nil:
		return err
	case updated == 0 && change.articles > 0:
		w.counts[string(change.kind)]++
		place, err := w.place(n, change.kind)
		if err != nil {
			return err
		}
		return w.exec(sqlNewEntity, n, change.kind, name, fold.Name(name), change.mentions, change.articles, place)
	case change.articles < 0:
		dropped, err := w.c.exec(w.ctx, sqlDropEntity, n)
		if err != nil || dropped > 0 {
			w.counts[string(change.kind)] -= dropped
			return err
		}
	}
	if !change.rename {
		return nil
	}
	return w.exec(sqlRename, name, fold.Name(name), n)
}

// place is where a new entity is, as JSON; nil where that is not known.
func (w *writing) place(n int64, kind graph.Kind) (any, error) {
	if kind != graph.KindPlace || w.places == nil {
		return nil, nil //nolint:nilnil // NULL
	}
	var key graph.Key
	if err := w.c.query(w.ctx, sqlKeyOf, []any{n}, func(rows *sql.Rows) error { return rows.Scan(&key) }); err != nil {
		return nil, err
	}
	facts := graph.PlaceOf(w.places, key)
	if facts == nil {
		return nil, nil //nolint:nilnil // NULL
	}
	packed, err := json.Marshal(facts)
	return string(packed), err
}

// bestNames chooses the display names of those entities for which the change asks it.
func (w *writing) bestNames(ns []int64) (map[int64]string, error) {
	var wanted []int64
	for _, n := range ns {
		if w.entities[n].rename {
			wanted = append(wanted, n)
		}
	}
	best := map[int64]string{}
	if len(wanted) == 0 {
		return best, nil
	}
	candidates := map[int64][]graph.NameCount{}
	err := w.c.query(w.ctx, sqlFullNames, []any{list(wanted)}, func(rows *sql.Rows) error {
		var n int64
		var c graph.NameCount
		err := rows.Scan(&n, &c.Name, &c.Articles)
		candidates[n] = append(candidates[n], c)
		return err
	})
	if err != nil {
		return nil, err
	}
	for n, c := range candidates {
		best[n] = graph.BestName(w.entities[n].kind, c)
	}
	chosen, err := w.chosenNames(wanted)
	maps.Copy(best, chosen)
	return best, err
}
