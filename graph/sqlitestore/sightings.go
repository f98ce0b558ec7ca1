package sqlitestore

import (
	"cmp"
	"database/sql"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/newsgraph/newsgraph/graph"
)

const (
	sqlSeenIn = `SELECT f.value, (SELECT group_concat(x.article) FROM (
SELECT article FROM mentions INDEXED BY mentions_key WHERE key = f.value ORDER BY id LIMIT ?2) x) FROM json_each(?1) f`
	sqlSeen = `SELECT a.n, a.id, a.down, a.seen FROM json_each(?) f CROSS JOIN articles a ON a.n = f.value`
)

// sightings returns those of each key, whose numbers are in ns.
func (w *writing) sightings(keys []graph.Key, ns map[graph.Key]int64) (map[graph.Key][]graph.Sighting, error) {
	out := make(map[graph.Key][]graph.Sighting, len(keys))
	if len(keys) == 0 {
		return out, nil
	}
	numbers := make([]int64, len(keys))
	for i, key := range keys {
		numbers[i] = ns[key]
	}
	seen, err := w.seenIn(numbers)
	if err != nil {
		return nil, err
	}
	articles, err := w.seen(seen)
	if err != nil {
		return nil, err
	}
	for _, key := range keys {
		for _, n := range seen[ns[key]] {
			sighting, err := articles[n].Of(key)
			if err != nil {
				return nil, err
			}
			out[key] = append(out[key], sighting)
		}
		slices.SortFunc(out[key], func(x, y graph.Sighting) int { return cmp.Compare(x.Article, y.Article) })
	}
	return out, nil
}

// seenIn returns for each key the articles of its sightings, by number.
func (w *writing) seenIn(keys []int64) (map[int64][]int64, error) {
	out := make(map[int64][]int64, len(keys))
	err := w.c.query(w.ctx, sqlSeenIn, []any{list(keys), graph.MaxSightings}, func(rows *sql.Rows) error {
		var key int64
		var packed sql.NullString
		if err := rows.Scan(&key, &packed); err != nil || !packed.Valid {
			return err
		}
		for article := range strings.SplitSeq(packed.String, ",") {
			n, err := strconv.ParseInt(article, 10, 64)
			if err != nil {
				return fmt.Errorf("numbers of articles %q: %w", packed.String, err)
			}
			out[key] = append(out[key], n)
		}
		return nil
	})
	return out, err
}

// seen reads what the articles of the sightings say.
func (w *writing) seen(by map[int64][]int64) (map[int64]*graph.Seen, error) {
	articles := map[int64]*graph.Seen{}
	for _, in := range by {
		for _, n := range in {
			articles[n] = nil
		}
	}
	err := w.c.query(w.ctx, sqlSeen, []any{list(slices.Sorted(maps.Keys(articles)))}, func(rows *sql.Rows) error {
		var n, down int64
		var id graph.NodeID
		var packed string
		if err := rows.Scan(&n, &id, &down, &packed); err != nil {
			return err
		}
		var at time.Time
		if down != missing {
			at = time.Unix(-down, 0).UTC()
		}
		seen, err := graph.UnpackSeen(id, at, packed)
		articles[n] = seen
		return err
	})
	return articles, err
}
