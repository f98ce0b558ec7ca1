package sqlitestore

import (
	"database/sql"
	"maps"
	"slices"

	"github.com/newsgraph/newsgraph/graph"
)

const (
	// What is in a block of a key already, and the greatest id of its sightings when it has as many as can be.
	sqlKeysInBlocks = `SELECT k.n, k.key, ifnull((SELECT sum(articles) FROM key_names WHERE key = k.n), 0),
ifnull((SELECT articles FROM blocks WHERE n = k.n LIMIT 1), 0),
ifnull((SELECT x.id FROM mentions x INDEXED BY mentions_key WHERE x.key = k.n ORDER BY x.id LIMIT 1 OFFSET ?2), '')
FROM json_each(?1) f CROSS JOIN keys k ON k.n = f.value`
	sqlIntoBlock    = `INSERT INTO blocks (block, key, n, articles, wanted) VALUES (?, ?, ?, ?, 0)`
	sqlCountInBlock = `UPDATE blocks SET articles = ? WHERE block = ? AND key = ?`
	sqlOutOfBlocks  = `DELETE FROM blocks WHERE n = ?`
	sqlFlag         = `UPDATE blocks SET wanted = ? WHERE block = ? AND key = ?`
	sqlBlocks       = `SELECT b.block, b.key, b.n, b.articles, b.wanted FROM json_each(?1) f CROSS JOIN blocks b ON b.block = f.value
WHERE NOT EXISTS (SELECT 1 FROM blocks x WHERE x.block = f.value LIMIT 1 OFFSET ?2)`
	sqlRuled = sqlJudgementColumns + ` FROM json_each(?) f CROSS JOIN judgements j ON j.block = f.value AND j.block <> ''` + sqlJudgementKeys
)

// bearing is what a batch does to what rules know of a key.
type bearing struct {
	n     int64
	came  int          // articles
	least graph.NodeID // of those
	gone  bool         // an article went that mentioned it
}

func (w *writing) bears(key graph.Key, n int64) *bearing {
	if w.borne[key] == nil {
		w.borne[key] = &bearing{n: n}
	}
	return w.borne[key]
}

func (b *bearing) come(article graph.NodeID) {
	if b.came == 0 || article < b.least {
		b.least = article
	}
	b.came++
}

// ruling is what the batch changes in the blocks.
type ruling struct {
	news map[graph.Key]graph.News
	left map[string]bool // blocks that a key has left
	ns   map[graph.Key]int64
}

// rule has the rules judge what the batch bears on, and stores what they judge in place of what they judged
// before. It returns the keys whose groups may be others.
func (w *writing) rule(rules graph.Rules) (touched []int64, err error) {
	if rules == nil || len(w.borne) == 0 {
		return nil, nil
	}
	r := &ruling{news: map[graph.Key]graph.News{}, left: map[string]bool{}, ns: map[graph.Key]int64{}}
	if err := w.fillBlocks(rules, r); err != nil {
		return nil, err
	}
	blocks, err := w.storedBlocks(rules, r)
	if err != nil {
		return nil, err
	}
	judging := graph.NewJudging(rules, blocks, func(key graph.Key) graph.News { return r.news[key] })
	for _, f := range judging.Flags() {
		if err := w.exec(sqlFlag, f.Wanted, f.Block, f.Key); err != nil {
			return nil, err
		}
	}
	seen, err := w.sightings(judging.Wanted(), r.ns)
	if err != nil {
		return nil, err
	}
	stored, old, err := w.ruled(judging.Blocks())
	if err != nil {
		return nil, err
	}
	judged, gone := judging.Judge(seen, old)
	return w.replaceRuled(stored, judged, gone)
}

// fillBlocks brings the rows of the batch's keys in their blocks up to date, and finds out what is new of them.
func (w *writing) fillBlocks(rules graph.Rules, r *ruling) error {
	changes, err := w.changedKeys()
	if err != nil {
		return err
	}
	for _, key := range slices.Sorted(maps.Keys(w.borne)) {
		if err := w.fillBlocksOf(rules, r, key, changes[key]); err != nil {
			return err
		}
	}
	return nil
}

// borneKey is a key of the batch: how many articles mention it, as rules and as its rows in blocks say (0 without any).
type borneKey struct {
	articles, told int
	last           graph.NodeID // the greatest id of its sightings; "" when all its articles are sightings
}

// changedKeys looks the batch's keys up; one that has no row any more has none here.
func (w *writing) changedKeys() (map[graph.Key]borneKey, error) {
	ns := make([]int64, 0, len(w.borne))
	for _, b := range w.borne {
		ns = append(ns, b.n)
	}
	slices.Sort(ns)
	out := map[graph.Key]borneKey{}
	err := w.c.query(w.ctx, sqlKeysInBlocks, []any{list(ns), graph.MaxSightings - 1}, func(rows *sql.Rows) error {
		var n int64
		var key graph.Key
		var k borneKey
		err := rows.Scan(&n, &key, &k.articles, &k.told, &k.last)
		k.articles = graph.RoundArticles(k.articles)
		out[key] = k
		return err
	})
	return out, err
}

// fillBlocksOf does so for one key. Most keys are so well known that an article more is no news.
func (w *writing) fillBlocksOf(rules graph.Rules, r *ruling, key graph.Key, k borneKey) error {
	b := w.borne[key]
	switch {
	case k.articles == 0:
		r.news[key] = graph.CountElse
		for _, block := range rules.Blocks(key) {
			r.left[block] = true
		}
		return w.exec(sqlOutOfBlocks, b.n)
	case k.articles == k.told:
		if b.gone || k.last == "" || b.least <= k.last {
			r.news[key] = graph.SeenElse
		}
		return nil
	}
	r.news[key] = graph.CountElse
	for _, block := range rules.Blocks(key) {
		args := []any{k.articles, block, key}
		query := sqlCountInBlock
		if k.told == 0 {
			query, args = sqlIntoBlock, []any{block, key, b.n, k.articles}
		}
		if err := w.exec(query, args...); err != nil {
			return err
		}
	}
	return nil
}

// storedBlocks reads the blocks of the keys of which there is news, those without a key and those that are too large too.
func (w *writing) storedBlocks(rules graph.Rules, r *ruling) ([]*graph.StoredBlock, error) {
	blocks := map[string]*graph.StoredBlock{}
	for key := range r.news {
		for _, name := range rules.Blocks(key) {
			blocks[name] = &graph.StoredBlock{Name: name, Left: r.left[name]}
		}
	}
	names := slices.Sorted(maps.Keys(blocks))
	err := w.c.query(w.ctx, sqlBlocks, []any{list(names), graph.MaxBlock}, func(rows *sql.Rows) error {
		var name string
		var n int64
		var k graph.StoredKey
		if err := rows.Scan(&name, &k.Key, &n, &k.Articles, &k.Wanted); err != nil {
			return err
		}
		blocks[name].Keys, r.ns[k.Key] = append(blocks[name].Keys, k), n
		return nil
	})
	out := make([]*graph.StoredBlock, len(names))
	for i, name := range names {
		out[i] = blocks[name]
	}
	return out, err
}

// ruled returns what rules have judged in the blocks, by id and as a list.
func (w *writing) ruled(blocks []string) (stored map[graph.NodeID]judgementRow, all []graph.Judgement, err error) {
	stored = map[graph.NodeID]judgementRow{}
	err = w.c.query(w.ctx, sqlRuled, []any{list(blocks)}, func(rows *sql.Rows) error {
		j, err := scanJudgement(rows)
		stored[j.ID], all = j, append(all, j.Judgement)
		return err
	})
	return stored, all, err
}

// replaceRuled writes where the rules judge otherwise than they did.
func (w *writing) replaceRuled(stored map[graph.NodeID]judgementRow, judged []graph.Judgement, gone []graph.NodeID) (touched []int64, err error) {
	var changed []graph.Judgement
	var keys []graph.Key
	for _, j := range judged {
		if old, there := stored[j.ID]; !there || old.Judgement != j {
			changed = append(changed, j)
			keys = append(keys, j.A, j.B)
		}
	}
	for _, id := range gone {
		if err := w.exec(sqlDeleteJudgement, id); err != nil {
			return nil, err
		}
		w.counts[countJudgements]--
		touched = append(touched, stored[id].a, stored[id].b)
	}
	if err := w.ensureKeys(keys); err != nil {
		return nil, err
	}
	for _, j := range changed {
		if _, there := stored[j.ID]; !there {
			w.counts[countJudgements]++
		}
		more, err := w.writeJudgement(j)
		if err != nil {
			return nil, err
		}
		touched = append(touched, more...)
	}
	return touched, nil
}
