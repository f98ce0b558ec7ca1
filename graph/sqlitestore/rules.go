package sqlitestore

import (
	"database/sql"
	"maps"
	"slices"

	"github.com/newsgraph/newsgraph/graph"
)

const (
	// How many articles mention a key, and whether it is in its blocks.
	sqlKeysInBlocks = `SELECT k.n, k.key, ifnull((SELECT sum(articles) FROM key_names WHERE key = k.n), 0),
EXISTS (SELECT 1 FROM blocks WHERE n = k.n)
FROM json_each(?1) f CROSS JOIN keys k ON k.n = f.value`
	sqlIntoBlock   = `INSERT INTO blocks (block, key, n, known) VALUES (?, ?, ?, 0)`
	sqlOutOfBlocks = `DELETE FROM blocks WHERE n = ?`
	sqlFlag        = `UPDATE blocks SET known = ? WHERE block = ? AND key = ?`
	sqlKnownIn     = `SELECT b.block, b.n, b.known FROM json_each(?1) f CROSS JOIN blocks b INDEXED BY blocks_known ON b.n = f.value AND b.known > 0`
	sqlBlocks      = `SELECT b.block, b.key, b.n, b.known FROM json_each(?1) f CROSS JOIN blocks b ON b.block = f.value
WHERE NOT EXISTS (SELECT 1 FROM blocks x WHERE x.block = f.value LIMIT 1 OFFSET ?2)`
	sqlCountKeys = `SELECT f.value, ifnull((SELECT sum(articles) FROM key_names WHERE key = f.value), 0) FROM json_each(?) f`
	sqlRejudge   = `UPDATE judgements SET verdict = ?, score = ?, author = ?, reason = ?, block = ?, down = ? WHERE id = ?`
	sqlRuled     = sqlJudgementColumns + ` FROM json_each(?) f CROSS JOIN judgements j ON j.block = f.value AND j.block <> ''` + sqlJudgementKeys
)

// bearing is what a batch does to what rules know of a key.
type bearing struct {
	n        int64
	coded    bool      // it has no sightings
	came     []sampled // the articles that come and mention it
	gone     []int64   // those that go
	seenElse bool      // it has other sightings
}

func (w *writing) bears(key graph.Key, n int64) *bearing {
	if w.borne[key] == nil {
		w.borne[key] = &bearing{n: n, coded: key.Coded()}
	}
	return w.borne[key]
}

// ruling is what the batch changes in the blocks.
type ruling struct {
	news   map[graph.Key]graph.News
	blocks map[string]*graph.StoredBlock // in which a judgement may be another one
	ns     map[graph.Key]int64
}

// block is one that the batch may bear on.
func (r *ruling) block(name string) *graph.StoredBlock {
	if r.blocks[name] == nil {
		r.blocks[name] = &graph.StoredBlock{Name: name}
	}
	return r.blocks[name]
}

// rule has the rules judge what the batch bears on, and stores what they judge in place of what they judged
// before. It returns the keys whose groups may be others.
func (w *writing) rule(rules graph.Rules) (touched []int64, err error) {
	if rules == nil || len(w.borne) == 0 {
		return nil, nil
	}
	r := &ruling{news: map[graph.Key]graph.News{}, blocks: map[string]*graph.StoredBlock{}, ns: map[graph.Key]int64{}}
	if err := w.fillBlocks(rules, r); err != nil {
		return nil, err
	}
	blocks, err := w.storedBlocks(r)
	if err != nil {
		return nil, err
	}
	judging := graph.NewJudging(rules, blocks, func(key graph.Key) graph.News { return r.news[key] })
	counts, err := w.countKeys(judging.Keys(), r.ns)
	if err != nil {
		return nil, err
	}
	judging.Count(counts)
	for _, f := range judging.Flags() {
		if err := w.exec(sqlFlag, f.Known, f.Block, f.Key); err != nil {
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

// borneKey is a key of the batch.
type borneKey struct {
	articles int  // that mention it
	blocked  bool // it is in its blocks
}

// changedKeys looks the batch's keys up; one that has no row any more has none here.
func (w *writing) changedKeys() (map[graph.Key]borneKey, error) {
	ns := make([]int64, 0, len(w.borne))
	for _, b := range w.borne {
		ns = append(ns, b.n)
	}
	slices.Sort(ns)
	out := map[graph.Key]borneKey{}
	err := w.c.query(w.ctx, sqlKeysInBlocks, []any{list(ns)}, func(rows *sql.Rows) error {
		var n int64
		var key graph.Key
		var k borneKey
		err := rows.Scan(&n, &key, &k.articles, &k.blocked)
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
			r.block(block).Left = true
		}
		return w.exec(sqlOutOfBlocks, b.n)
	case !k.blocked:
		r.news[key] = graph.Came
		for _, block := range rules.Blocks(key) {
			r.block(block)
			if err := w.exec(sqlIntoBlock, block, key, b.n); err != nil {
				return err
			}
		}
	case graph.RoundArticles(k.articles) != graph.RoundArticles(k.articles-len(b.came)+len(b.gone)):
		r.news[key] = graph.CountElse
	case b.seenElse:
		r.news[key] = graph.SeenElse
	}
	return nil
}

// knownBlocks finds the blocks where the rules knew what is no longer so.
func (w *writing) knownBlocks(r *ruling) error {
	keys := map[int64]graph.News{}
	for key, news := range r.news {
		keys[w.borne[key].n] = news
	}
	ns := slices.Sorted(maps.Keys(keys))
	return w.c.query(w.ctx, sqlKnownIn, []any{list(ns)}, func(rows *sql.Rows) error {
		var block string
		var n int64
		var known graph.Known
		if err := rows.Scan(&block, &n, &known); err != nil {
			return err
		}
		if known.Bears(keys[n]) {
			r.block(block)
		}
		return nil
	})
}

// storedBlocks reads the blocks that the batch may bear on, those without a key and those that are too large too.
func (w *writing) storedBlocks(r *ruling) ([]*graph.StoredBlock, error) {
	if err := w.knownBlocks(r); err != nil {
		return nil, err
	}
	names := slices.Sorted(maps.Keys(r.blocks))
	err := w.c.query(w.ctx, sqlBlocks, []any{list(names), graph.MaxBlock}, func(rows *sql.Rows) error {
		var name string
		var n int64
		var k graph.StoredKey
		if err := rows.Scan(&name, &k.Key, &n, &k.Known); err != nil {
			return err
		}
		r.blocks[name].Keys, r.ns[k.Key] = append(r.blocks[name].Keys, k), n
		return nil
	})
	out := make([]*graph.StoredBlock, len(names))
	for i, name := range names {
		out[i] = r.blocks[name]
	}
	return out, err
}

// countKeys tells how many articles mention each key, whose numbers are in ns.
func (w *writing) countKeys(keys []graph.Key, ns map[graph.Key]int64) (map[graph.Key]int, error) {
	numbers, byNumber := make([]int64, len(keys)), make(map[int64]graph.Key, len(keys))
	for i, key := range keys {
		numbers[i], byNumber[ns[key]] = ns[key], key
	}
	counts := make(map[graph.Key]int, len(keys))
	err := w.c.query(w.ctx, sqlCountKeys, []any{list(numbers)}, func(rows *sql.Rows) error {
		var key int64
		var articles int
		err := rows.Scan(&key, &articles)
		counts[byNumber[key]] = articles
		return err
	})
	return counts, err
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
	for _, id := range gone {
		if err := w.exec(sqlDeleteJudgement, id); err != nil {
			return nil, err
		}
		w.counts[countJudgements]--
		touched = append(touched, stored[id].a, stored[id].b)
	}
	var fresh []graph.Judgement
	var keys []graph.Key
	for _, j := range judged {
		old, there := stored[j.ID]
		switch {
		case !there:
			fresh = append(fresh, j)
			keys = append(keys, j.A, j.B)
		case old.Judgement != j:
			if err := w.exec(sqlRejudge, j.Verdict, j.Score, j.Author, j.Reason, j.Block, doubt(j), j.ID); err != nil {
				return nil, err
			}
			if j.Verdict != old.Verdict || j.Score != old.Score && j.Verdict != graph.Unsure {
				touched = append(touched, old.a, old.b)
			}
		}
	}
	more, err := w.addRuled(fresh, keys)
	return append(touched, more...), err
}

// addRuled writes judgements on pairs on which there were none.
func (w *writing) addRuled(fresh []graph.Judgement, keys []graph.Key) (touched []int64, err error) {
	if err := w.ensureKeys(keys); err != nil {
		return nil, err
	}
	for _, j := range fresh {
		w.counts[countJudgements]++
		more, err := w.writeJudgement(j)
		if err != nil {
			return nil, err
		}
		if j.Verdict != graph.Unsure {
			touched = append(touched, more...)
		}
	}
	return touched, nil
}
