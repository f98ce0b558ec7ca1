package sqlitestore

import (
	"cmp"
	"database/sql"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
)

const (
	sqlSamples  = `SELECT k.n, k.sample FROM json_each(?) f CROSS JOIN keys k ON k.n = f.value`
	sqlResample = `UPDATE keys SET sample = ? WHERE n = ?`
	// The entity's mentions are gone through: an article of few is seldom one of its many.
	sqlSampleOf = `SELECT m.id, m.article FROM keys k CROSS JOIN mentions m INDEXED BY mentions_down ON m.entity = k.entity AND m.key = k.n WHERE k.n = ?`
)

// sampled is an article of a key's sightings.
type sampled struct {
	id graph.NodeID
	n  int64
}

// packSample gives the articles of a key's sightings as the key's row holds them: ids and numbers, in order of the ids.
func packSample(sample []sampled) string {
	var b strings.Builder
	for i, s := range sample {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(string(s.id))
		b.WriteByte(' ')
		b.WriteString(strconv.FormatInt(s.n, 10))
	}
	return b.String()
}

func unpackSample(packed string) (sample []sampled, err error) {
	for s := range slices.Chunk(strings.Fields(packed), 2) {
		n, err := strconv.ParseInt(s[len(s)-1], 10, 64)
		if err != nil || len(s) != 2 {
			return nil, fmt.Errorf("packed sample %q: %w", packed, graph.ErrInvalid)
		}
		sample = append(sample, sampled{graph.NodeID(s[0]), n})
	}
	return sample, nil
}

// samples reads the articles of the sightings of keys.
func (w *writing) samples(keys []int64) (map[int64][]sampled, error) {
	out := make(map[int64][]sampled, len(keys))
	err := w.c.query(w.ctx, sqlSamples, []any{list(keys)}, func(rows *sql.Rows) error {
		var n int64
		var packed string
		if err := rows.Scan(&n, &packed); err != nil {
			return err
		}
		sample, err := unpackSample(packed)
		out[n] = sample
		return err
	})
	return out, err
}

// settleSamples brings the samples of the batch's keys up to date.
func (w *writing) settleSamples() error {
	numbers := make([]int64, 0, len(w.borne))
	for _, b := range w.borne {
		if !b.coded {
			numbers = append(numbers, b.n)
		}
	}
	slices.Sort(numbers)
	stored, err := w.samples(numbers)
	if err != nil {
		return err
	}
	for _, b := range w.borne {
		old, there := stored[b.n]
		if !there {
			continue
		}
		sample, err := w.resample(b, old)
		if err != nil {
			return err
		}
		if slices.Equal(sample, old) {
			continue
		}
		b.seenElse = true
		if err := w.exec(sqlResample, packSample(sample), b.n); err != nil {
			return err
		}
	}
	return nil
}

// resample gives the least of the articles that mention a key, of which it had the old ones.
func (w *writing) resample(b *bearing, old []sampled) (sample []sampled, err error) {
	sample = slices.DeleteFunc(slices.Clone(old), func(s sampled) bool { return slices.Contains(b.gone, s.n) })
	b.seenElse = len(sample) < len(old) // one that is written anew may have its number again
	if len(old) == graph.MaxSightings && len(sample) < len(old) {
		sample = nil // others may come in
		err = w.c.query(w.ctx, sqlSampleOf, []any{b.n}, func(rows *sql.Rows) error {
			var s sampled
			err := rows.Scan(&s.id, &s.n)
			sample = append(sample, s)
			return err
		})
	} else {
		sample = append(sample, b.came...)
	}
	slices.SortFunc(sample, func(x, y sampled) int { return cmp.Compare(x.id, y.id) })
	return sample[:min(len(sample), graph.MaxSightings)], err
}
