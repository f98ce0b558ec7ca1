package loader

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/loader/article"
	"github.com/newsgraph/newsgraph/loader/identity"
)

// writer gathers records into batches and writes them, in the order of the source.
type writer struct {
	graph  *graph.Graph
	opts   Options
	report Report
	batch  []*graph.Record
}

// add takes the next article of the source, or the error in its place. The batch is written when it is full.
func (w *writer) add(ctx context.Context, a *article.Article, err error) error {
	w.report.Read++
	if err != nil {
		path := ""
		if a != nil {
			path = a.SourcePath
		}
		w.refuse(path, err)
		return nil
	}
	w.batch = append(w.batch, identity.Record(a))
	if len(w.batch) < w.opts.Batch {
		return nil
	}
	return w.flush(ctx)
}

func (w *writer) refuse(path string, err error) {
	w.report.Refused++
	w.opts.Refused(Refusal{Path: path, Err: err})
}

// flush writes the batch. When some record in it is not sound, the records are written one by
// one, so that only that one is refused.
func (w *writer) flush(ctx context.Context) error {
	records := w.lastOfEach()
	w.batch = nil
	if len(records) == 0 {
		return nil
	}
	err := w.apply(ctx, records)
	if errors.Is(err, graph.ErrInvalid) {
		if len(records) > 1 {
			return w.flushSingly(ctx, records)
		}
		w.refuse(records[0].Article.SourcePath, err)
		err = nil
	}
	w.opts.Wrote(w.report)
	return err
}

func (w *writer) flushSingly(ctx context.Context, records []*graph.Record) error {
	for _, r := range records {
		w.batch = []*graph.Record{r}
		if err := w.flush(ctx); err != nil {
			return err
		}
	}
	return nil
}

// lastOfEach drops from the batch all but the last record of each article, as writing them in turn would.
func (w *writer) lastOfEach() []*graph.Record {
	last := make(map[graph.NodeID]int, len(w.batch))
	for i, r := range w.batch {
		last[r.Article.ID] = i
	}
	kept := make([]*graph.Record, 0, len(w.batch))
	for i, r := range w.batch {
		if last[r.Article.ID] == i {
			kept = append(kept, r)
		} else {
			w.report.Repeated++
		}
	}
	return kept
}

func (w *writer) apply(ctx context.Context, records []*graph.Record) error {
	applied, err := w.applyPatiently(ctx, &graph.Batch{Records: records})
	if err != nil {
		return fmt.Errorf("write %d articles, the first from %s: %w", len(records), records[0].Article.SourcePath, err)
	}
	w.report.Added += applied.Added
	w.report.Replaced += applied.Replaced
	w.report.Unchanged += applied.Unchanged
	for _, r := range records {
		w.report.Actors += len(r.Actors)
		w.report.Statements += len(r.Statements)
		for _, a := range r.Actors {
			w.report.Mentions += len(a.Mentions)
		}
	}
	return nil
}

// applyPatiently tries again while the store is away or busy, at growing intervals. A
// batch is written as a whole or not at all, and writing it twice changes nothing, so trying again is safe.
func (w *writer) applyPatiently(ctx context.Context, batch *graph.Batch) (graph.Applied, error) {
	deadline := time.Now().Add(w.opts.Patience)
	for wait := 100 * time.Millisecond; ; wait = min(2*wait, 5*time.Second) {
		applied, err := w.graph.Apply(ctx, batch)
		passing := errors.Is(err, graph.ErrUnavailable) || errors.Is(err, graph.ErrConflict)
		if !passing || time.Now().Add(wait).After(deadline) {
			return applied, err
		}
		select {
		case <-time.After(wait):
		case <-ctx.Done():
			return applied, ctx.Err()
		}
	}
}
