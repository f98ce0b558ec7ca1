package sqlitestore

import (
	"cmp"
	"database/sql"
	"maps"
	"slices"
	"time"

	"github.com/newsgraph/newsgraph/graph"
)

const (
	sqlKeysInBlocks = `SELECT k.n, k.key, ifnull((SELECT sum(articles) FROM key_names WHERE key = k.n), 0), EXISTS (SELECT 1 FROM blocks WHERE key = k.n),
ifnull((SELECT x.id FROM mentions x INDEXED BY mentions_key WHERE x.key = k.n ORDER BY x.id LIMIT 1 OFFSET ?2), '')
FROM json_each(?1) f CROSS JOIN keys k ON k.key = f.value`
	sqlIntoBlock  = `INSERT INTO blocks (block, key) VALUES (?, ?)`
	sqlOutOfBlock = `DELETE FROM blocks WHERE key = ?`
	sqlBlocks     = `SELECT b.block, k.n, k.key, (SELECT sum(articles) FROM key_names WHERE key = k.n)
FROM json_each(?1) f CROSS JOIN blocks b ON b.block = f.value CROSS JOIN keys k ON k.n = b.key
WHERE NOT EXISTS (SELECT 1 FROM blocks x WHERE x.block = f.value LIMIT 1 OFFSET ?2)`
	sqlRuled = sqlJudgementColumns + ` FROM json_each(?) f CROSS JOIN judgements j ON j.block = f.value AND j.block <> ''` + sqlJudgementKeys
)

// bearing is what a batch does to what rules know of a key.
type bearing struct {
	came  int          // articles
	least graph.NodeID // of those
	gone  bool         // an article went that mentioned it
}

func (w *writing) bears(key graph.Key) *bearing {
	if w.borne[key] == nil {
		w.borne[key] = &bearing{}
	}
	return w.borne[key]
}

func (b *bearing) come(article graph.NodeID) {
	if b.came == 0 || article < b.least {
		b.least = article
	}
	b.came++
}

// tells whether the facts of a key may be others than before the batch; it has so many articles now, and last is the
// greatest id of its sightings, "" when all its articles are sightings. Most keys are so well known that an article more is no news.
func (b *bearing) tells(articles int, last graph.NodeID) bool {
	return b.gone || last == "" || b.least <= last || graph.RoundArticles(articles) != graph.RoundArticles(articles-b.came)
}

// rule has the rules judge the blocks that the batch bears on, and stores what they judge in place of what they judged
// before. It returns the keys whose groups may be others.
func (w *writing) rule(rules graph.Rules) (touched []int64, err error) {
	if rules == nil || len(w.borne) == 0 {
		return nil, nil
	}
	news, err := w.fillBlocks(rules)
	if err != nil {
		return nil, err
	}
	names := map[string]bool{}
	for key := range news {
		for _, name := range rules.Blocks(key) {
			names[name] = true
		}
	}
	blocks := slices.Sorted(maps.Keys(names))
	stored, err := w.ruled(blocks)
	if err != nil {
		return nil, err
	}
	judged, err := w.judgeBlocks(rules, blocks)
	if err != nil {
		return nil, err
	}
	return w.replaceRuled(stored, judged)
}

// change is a key that comes into its blocks, or leaves them.
type change struct {
	n   int64
	key graph.Key
	in  bool
}

// fillBlocks puts the batch's keys that came to be mentioned into their blocks, and takes those out that no longer are.
// It returns the keys of which rules know other facts now.
func (w *writing) fillBlocks(rules graph.Rules) (news map[graph.Key]bool, err error) {
	var changes []change
	news = map[graph.Key]bool{}
	for key, b := range w.borne {
		if b.gone { // it may have no row any more
			news[key] = true
		}
	}
	keys := slices.Sorted(maps.Keys(w.borne))
	err = w.c.query(w.ctx, sqlKeysInBlocks, []any{list(keys), graph.MaxSightings - 1}, func(rows *sql.Rows) error {
		var c change
		var articles int
		var blocked bool
		var last graph.NodeID
		err := rows.Scan(&c.n, &c.key, &articles, &blocked, &last)
		c.in = articles > 0
		if c.in != blocked {
			changes = append(changes, c)
		}
		if c.in != blocked || w.borne[c.key].tells(articles, last) {
			news[c.key] = true
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	for _, c := range changes {
		if err := w.changeBlocks(rules, c); err != nil {
			return nil, err
		}
	}
	return news, nil
}

func (w *writing) changeBlocks(rules graph.Rules, c change) error {
	if !c.in {
		return w.exec(sqlOutOfBlock, c.n)
	}
	for _, name := range rules.Blocks(c.key) {
		if err := w.exec(sqlIntoBlock, name, c.n); err != nil {
			return err
		}
	}
	return nil
}

// ruled returns what rules have judged in the blocks.
func (w *writing) ruled(blocks []string) (map[graph.NodeID]judgementRow, error) {
	stored := map[graph.NodeID]judgementRow{}
	err := w.c.query(w.ctx, sqlRuled, []any{list(blocks)}, func(rows *sql.Rows) error {
		j, err := scanJudgement(rows)
		stored[j.ID] = j
		return err
	})
	return stored, err
}

// judgeBlocks has the rules judge the blocks that are not too large.
func (w *writing) judgeBlocks(rules graph.Rules, names []string) ([]graph.Judgement, error) {
	blocks := map[string]*graph.Block{}
	ns := map[graph.Key]int64{}
	err := w.c.query(w.ctx, sqlBlocks, []any{list(names), graph.MaxBlock}, func(rows *sql.Rows) error {
		var name string
		var n int64
		var f graph.Facts
		if err := rows.Scan(&name, &n, &f.Key, &f.Articles); err != nil {
			return err
		}
		if blocks[name] == nil {
			blocks[name] = &graph.Block{Name: name}
		}
		f.Articles = graph.RoundArticles(f.Articles)
		blocks[name].Keys, ns[f.Key] = append(blocks[name].Keys, f), n
		return nil
	})
	if err != nil {
		return nil, err
	}
	var sound []*graph.Block
	for _, name := range names {
		if b := blocks[name]; b != nil && len(b.Keys) > 1 {
			slices.SortFunc(b.Keys, func(x, y graph.Facts) int { return cmp.Compare(x.Key, y.Key) })
			sound = append(sound, b)
		}
	}
	wanted, fill := graph.Want(rules, sound)
	seen, err := w.sightings(wanted, ns)
	if err != nil {
		return nil, err
	}
	fill(seen)
	var judged []graph.Judgement
	for _, b := range sound {
		judged = append(judged, graph.Ruled(rules, b)...)
	}
	return judged, nil
}

const (
	sqlSightings = `SELECT f.value, m.article, m.id, m.down, m.name, m.spans FROM json_each(?1) f
CROSS JOIN mentions m INDEXED BY mentions_key ON m.key = f.value
AND m.id IN (SELECT x.id FROM mentions x INDEXED BY mentions_key WHERE x.key = f.value ORDER BY x.id LIMIT ?2) ORDER BY f.value, m.id`
	sqlSeenWith = `SELECT m.article, k.key FROM json_each(?) f CROSS JOIN mentions m ON m.article = f.value
CROSS JOIN keys k ON k.n = m.key ORDER BY m.article, k.key`
	sqlSeenTitles = `SELECT r.article, r.person_key, r.title, ifnull(k.key, '') FROM json_each(?) f
CROSS JOIN roles r ON r.article = f.value LEFT JOIN keys k ON k.n = r.of_key`
)

// sightingRow is a sighting with the n of its article.
type sightingRow struct {
	graph.Sighting
	article int64
}

// sightings returns those of each key, whose numbers are in ns.
func (w *writing) sightings(keys []graph.Key, ns map[graph.Key]int64) (map[graph.Key][]graph.Sighting, error) {
	out := map[graph.Key][]graph.Sighting{}
	if len(keys) == 0 {
		return out, nil
	}
	numbers := make([]int64, len(keys))
	for i, key := range keys {
		numbers[i] = ns[key]
	}
	rows, err := w.sightingRows(numbers)
	if err != nil {
		return nil, err
	}
	seen := map[int64]bool{}
	for _, of := range rows {
		for _, row := range of {
			seen[row.article] = true
		}
	}
	articles := list(slices.Sorted(maps.Keys(seen)))
	with, err := w.seenWith(articles)
	if err != nil {
		return nil, err
	}
	titles, err := w.seenTitles(articles)
	if err != nil {
		return nil, err
	}
	for _, key := range keys {
		for _, row := range rows[ns[key]] {
			row.With, row.Titles = with[row.article], titles[seenAt{row.article, ns[key]}]
			out[key] = append(out[key], row.Sighting)
		}
	}
	return out, nil
}

func (w *writing) sightingRows(keys []int64) (map[int64][]sightingRow, error) {
	out := map[int64][]sightingRow{}
	err := w.c.query(w.ctx, sqlSightings, []any{list(keys), graph.MaxSightings}, func(rows *sql.Rows) error {
		var row sightingRow
		var key, down int64
		var spans string
		if err := rows.Scan(&key, &row.article, &row.Article, &down, &row.Name, &spans); err != nil {
			return err
		}
		if down != missing {
			row.At = time.Unix(-down, 0).UTC()
		}
		mentions, err := unpackMentions(spans)
		for _, m := range mentions {
			if m.form == graph.FormName {
				row.Aliases = append(row.Aliases, m.text)
			}
		}
		slices.Sort(row.Aliases)
		row.Aliases = slices.Compact(row.Aliases)
		out[key] = append(out[key], row)
		return err
	})
	return out, err
}

func (w *writing) seenWith(articles string) (map[int64][]graph.Key, error) {
	out := map[int64][]graph.Key{}
	err := w.c.query(w.ctx, sqlSeenWith, []any{articles}, func(rows *sql.Rows) error {
		var article int64
		var key graph.Key
		err := rows.Scan(&article, &key)
		out[article] = append(out[article], key)
		return err
	})
	return out, err
}

// seenAt is a key in an article.
type seenAt struct{ article, key int64 }

func (w *writing) seenTitles(articles string) (map[seenAt][]graph.Title, error) {
	out := map[seenAt][]graph.Title{}
	err := w.c.query(w.ctx, sqlSeenTitles, []any{articles}, func(rows *sql.Rows) error {
		var at seenAt
		var t graph.Title
		err := rows.Scan(&at.article, &at.key, &t.Title, &t.Of)
		out[at] = append(out[at], t)
		return err
	})
	for _, titles := range out {
		slices.SortFunc(titles, graph.Title.Compare)
	}
	return out, err
}

// replaceRuled writes where the rules judge otherwise than they did.
func (w *writing) replaceRuled(stored map[graph.NodeID]judgementRow, judged []graph.Judgement) (touched []int64, err error) {
	fresh := map[graph.NodeID]bool{}
	var changed []graph.Judgement
	var keys []graph.Key
	for _, j := range judged {
		fresh[j.ID] = true
		if old, there := stored[j.ID]; !there || old.Judgement != j {
			changed = append(changed, j)
			keys = append(keys, j.A, j.B)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(stored)) {
		if fresh[id] {
			continue
		}
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
