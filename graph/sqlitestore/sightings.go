package sqlitestore

import (
	"database/sql"
	"maps"
	"slices"
	"time"

	"github.com/newsgraph/newsgraph/graph"
)

const (
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
	samples, err := w.samples(numbers)
	if err != nil {
		return nil, err
	}
	articles, err := w.seen(samples)
	if err != nil {
		return nil, err
	}
	for _, key := range keys {
		for _, s := range samples[ns[key]] {
			sighting, err := articles[s.n].Of(key)
			if err != nil {
				return nil, err
			}
			out[key] = append(out[key], sighting)
		}
	}
	return out, nil
}

// seen reads what the articles of the sightings say.
func (w *writing) seen(samples map[int64][]sampled) (map[int64]*graph.Seen, error) {
	articles := map[int64]*graph.Seen{}
	for _, sample := range samples {
		for _, s := range sample {
			articles[s.n] = nil
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
