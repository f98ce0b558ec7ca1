package sqlitestore

import (
	"database/sql"
	"encoding/json"
	"maps"
	"slices"
	"time"

	"github.com/newsgraph/newsgraph/graph"
)

const (
	sqlSightings = `SELECT f.value, m.article, m.id, m.down, m.name, m.spans FROM json_each(?1) f
CROSS JOIN mentions m INDEXED BY mentions_key ON m.key = f.value
AND m.id IN (SELECT x.id FROM mentions x INDEXED BY mentions_key WHERE x.key = f.value ORDER BY x.id LIMIT ?2) ORDER BY f.value, m.id`
	sqlSeenWith   = `SELECT a.n, a.keys FROM json_each(?) f CROSS JOIN articles a ON a.n = f.value`
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
		var packed string
		if err := rows.Scan(&article, &packed); err != nil {
			return err
		}
		var keys []graph.Key
		err := json.Unmarshal([]byte(packed), &keys)
		out[article] = keys
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
