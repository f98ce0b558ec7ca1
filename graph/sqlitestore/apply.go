package sqlitestore

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"

	"github.com/newsgraph/newsgraph/graph"
)

// Apply applies a batch in one transaction, see [graph.Store].
func (s *Store) Apply(ctx context.Context, batch *graph.Batch) (graph.Applied, error) {
	var applied graph.Applied
	err := s.write(ctx, func(ctx context.Context, c *conn) error {
		w := newWriting(ctx, c)
		if err := w.apply(batch); err != nil {
			return err
		}
		applied = w.applied
		return ctx.Err()
	})
	if err != nil {
		return graph.Applied{}, err
	}
	return applied, nil
}

// writing is the state of one Apply. What articles do to the counters of names and entities is
// summed up, and written once for the whole batch.
type writing struct {
	ctx     context.Context // without its end: each statement is short, and the end is looked at between articles
	outer   context.Context // with its end
	c       *conn
	applied graph.Applied
	next    map[string]int64 // the next free n of a table

	keys     map[graph.Key]*keyRow
	names    map[keyName]*nameChange
	entities map[int64]*entityChange
	counts   map[string]int
	places   graph.Places
	borne    map[graph.Key]*bearing // the keys of the articles that come, change or go
	events   map[int64]bool         // entities of which the reports are others
}

func newWriting(ctx context.Context, c *conn) *writing {
	return &writing{
		ctx: context.WithoutCancel(ctx), outer: ctx, c: c,
		next:     map[string]int64{},
		keys:     map[graph.Key]*keyRow{},
		names:    map[keyName]*nameChange{},
		entities: map[int64]*entityChange{},
		counts:   map[string]int{},
		borne:    map[graph.Key]*bearing{},
		events:   map[int64]bool{},
	}
}

func (w *writing) apply(batch *graph.Batch) error {
	w.places = batch.Places
	if err := w.checkReceipt(batch.Receipt); err != nil {
		return err
	}
	if err := w.delete(batch.Delete); err != nil {
		return err
	}
	if err := w.records(batch.Records); err != nil {
		return err
	}
	if err := w.settle(); err != nil {
		return err
	}
	if err := w.judgements(batch); err != nil {
		return err
	}
	if err := w.settleEvents(); err != nil {
		return err
	}
	if err := w.writeCounts(); err != nil {
		return err
	}
	return w.note(batch)
}

func (w *writing) exec(query string, args ...any) error {
	_, err := w.c.exec(w.ctx, query, args...)
	return err
}

// free returns an n of the table that no row has.
func (w *writing) free(table string) (int64, error) {
	if w.next[table] == 0 {
		last, err := w.c.int(w.ctx, "SELECT ifnull(max(n), 0) FROM "+table)
		if err != nil {
			return 0, err
		}
		w.next[table] = last
	}
	w.next[table]++
	return w.next[table], nil
}

func (w *writing) delete(ids []graph.NodeID) error {
	stored, err := w.c.storedArticles(w.ctx, ids)
	if err != nil {
		return err
	}
	for _, a := range stored {
		if err := w.remove(a.n); err != nil {
			return err
		}
		w.applied.Deleted++
	}
	return nil
}

func (w *writing) records(records []*graph.Record) error {
	ids := make([]graph.NodeID, len(records))
	for i, r := range records {
		ids[i] = r.Article.ID
	}
	stored, err := w.c.storedArticles(w.ctx, ids)
	if err != nil {
		return err
	}
	var fresh []*graph.Record
	for _, r := range records {
		old, there := stored[r.Article.ID]
		switch {
		case !there:
			w.applied.Added++
			w.applied.Records = append(w.applied.Records, graph.Added)
		case old.digest == r.Digest:
			w.applied.Unchanged++
			w.applied.Records = append(w.applied.Records, graph.Unchanged)
			continue
		default:
			w.applied.Replaced++
			w.applied.Records = append(w.applied.Records, graph.Replaced)
			if err := w.remove(old.n); err != nil {
				return err
			}
		}
		fresh = append(fresh, r)
	}
	if err := w.ensureKeys(recordKeys(fresh)); err != nil {
		return err
	}
	for _, r := range fresh {
		if err := w.insert(r); err != nil {
			return fmt.Errorf("article %s: %w", r.Article.ID, err)
		}
	}
	return nil
}

func recordKeys(records []*graph.Record) []graph.Key {
	var keys []graph.Key
	for _, r := range records {
		for _, actor := range r.Actors {
			keys = append(keys, actor.Key)
		}
	}
	return keys
}

type storedArticle struct {
	n      int64
	digest string
}

func (c *conn) storedArticles(ctx context.Context, ids []graph.NodeID) (map[graph.NodeID]storedArticle, error) {
	stored := map[graph.NodeID]storedArticle{}
	err := c.query(ctx, sqlStoredArticles, []any{list(ids)}, func(rows *sql.Rows) error {
		var id graph.NodeID
		var a storedArticle
		err := rows.Scan(&id, &a.n, &a.digest)
		stored[id] = a
		return err
	})
	return stored, err
}

const sqlStoredArticles = `SELECT a.id, a.n, a.digest FROM json_each(?) f CROSS JOIN articles a ON a.id = f.value`

// list gives values as the JSON that json_each reads.
func list[T any](values []T) string {
	if len(values) == 0 {
		return "[]"
	}
	b, err := json.Marshal(values)
	if err != nil {
		panic(fmt.Sprintf("sqlitestore: marshal %T: %v", values, err)) // ids, keys, names and numbers always marshal
	}
	return string(b)
}
