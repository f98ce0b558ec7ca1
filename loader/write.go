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

// item is an article of the source: its record, or why there is none.
type item struct {
	record *graph.Record
	path   string // of an article that is refused, as the source names it
	err    error
}

// maxBatchBytes is from how many bytes of text on a batch is full, so that long articles do not fill the memory.
const maxBatchBytes = 8 << 20

// gather annotates the articles of the source and sends them in batches, in the order of the source.
func (p *Pipeline) gather(ctx context.Context, src Source, o *Options, batches chan<- []item) error {
	var batch []item
	bytes := 0
	flush := func() error {
		if len(batch) == 0 {
			return nil
		}
		full := batch
		batch, bytes = nil, 0
		return send(ctx, batches, full)
	}
	err := p.Each(ctx, src, o.Workers, func(a *article.Article, err error) error {
		batch = append(batch, newItem(a, err))
		if err == nil {
			bytes += len(a.Text)
		}
		if len(batch) < o.Batch && bytes < maxBatchBytes {
			return nil
		}
		return flush()
	})
	if err != nil {
		return err
	}
	return flush()
}

func newItem(a *article.Article, err error) item {
	switch {
	case err == nil:
		return item{record: identity.Record(a)}
	case a == nil:
		return item{err: err}
	}
	return item{path: a.SourcePath, err: err}
}

// writer writes batches, and keeps the report.
type writer struct {
	graph  *graph.Graph
	opts   Options
	report Report
}

func (w *writer) write(ctx context.Context, batch []item) error {
	var records []*graph.Record
	for _, it := range batch {
		w.report.Read++
		if it.err != nil {
			w.refuse(it.path, it.err)
			continue
		}
		records = append(records, it.record)
	}
	if err := w.writeRecords(ctx, w.lastOfEach(records)); err != nil {
		return err
	}
	w.opts.Wrote(w.report)
	return nil
}

func (w *writer) refuse(path string, err error) {
	w.report.Refused++
	w.opts.Refused(Refusal{Path: path, Err: err})
}

// writeRecords writes records at once. When some record in them is not sound, they are written one by one, so that only
// that one is refused.
func (w *writer) writeRecords(ctx context.Context, records []*graph.Record) error {
	if len(records) == 0 {
		return nil
	}
	err := w.apply(ctx, records)
	switch {
	case !errors.Is(err, graph.ErrInvalid):
		return err
	case len(records) == 1:
		w.refuse(records[0].Article.SourcePath, err)
		return nil
	}
	for i := range records {
		if err := w.writeRecords(ctx, records[i:i+1]); err != nil {
			return err
		}
	}
	return nil
}

// lastOfEach drops from the batch all but the last record of each article, as writing them in turn would.
func (w *writer) lastOfEach(records []*graph.Record) []*graph.Record {
	last := make(map[graph.NodeID]int, len(records))
	for i, r := range records {
		last[r.Article.ID] = i
	}
	kept := make([]*graph.Record, 0, len(records))
	for i, r := range records {
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
		w.report.Statements += len(r.Statements)
		w.report.Reports += len(r.Reports)
		for _, a := range r.Actors {
			if len(a.Mentions) > 0 {
				w.report.Actors++
				w.report.Mentions += len(a.Mentions)
			}
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

// Write writes annotated articles in one batch, together with what the batch has besides, patiently as [Pipeline.Load] does. An article of
// a key that another one behind it has too is left out.
func Write(ctx context.Context, g *graph.Graph, batch *graph.Batch, articles []*article.Article) (graph.Applied, error) {
	w := &writer{graph: g, opts: (*Options)(nil).withDefaults()}
	records := make([]*graph.Record, len(articles))
	for i, a := range articles {
		records[i] = identity.Record(a)
	}
	whole := *batch
	whole.Records = w.lastOfEach(records)
	return w.applyPatiently(ctx, &whole)
}
