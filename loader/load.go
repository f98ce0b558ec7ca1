package loader

import (
	"context"
	"fmt"
	"iter"
	"runtime"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/loader/article"
)

// Source gives articles. An error of the sequence is about one article or file; the sequence goes
// on after it.
type Source interface {
	Articles(ctx context.Context) iter.Seq2[*article.Article, error]
}

// Options sets how a load runs. The zero value of a field means its default.
type Options struct {
	Workers int // articles annotated at once; the number of cores
	Batch   int // articles written at once, at most; 256, and fewer long ones
	// Patience is how long the load waits for a store that is away, or for other writers, before it gives up; 2 minutes.
	Patience time.Duration
	// Refused is called for each article that is not loaded, in the order of the source. It is not called concurrently.
	Refused func(Refusal)
	// Wrote is called after each batch with the report so far. It is not called concurrently.
	Wrote func(Report)
}

func (o *Options) withDefaults() Options {
	var out Options
	if o != nil {
		out = *o
	}
	if out.Workers == 0 {
		out.Workers = runtime.GOMAXPROCS(0)
	}
	if out.Batch == 0 {
		out.Batch = 256
	}
	if out.Patience == 0 {
		out.Patience = 2 * time.Minute
	}
	if out.Refused == nil {
		out.Refused = func(Refusal) {}
	}
	if out.Wrote == nil {
		out.Wrote = func(Report) {}
	}
	return out
}

// Refusal is an article that was not loaded, and why.
type Refusal struct {
	Path string // as the source names it; "" when the error itself does
	Err  error
}

// String says it in one line.
func (r Refusal) String() string {
	if r.Path == "" {
		return fmt.Sprintf("refused: %v", r.Err)
	}
	return fmt.Sprintf("refused: %s: %v", r.Path, r.Err)
}

// Report counts what a load did: Read = Added + Replaced + Unchanged + Repeated + Refused.
type Report struct {
	Read      int // articles that the source gave, refused ones too
	Added     int // new in the graph
	Replaced  int // in the graph before, with another text or another reading
	Unchanged int // in the graph before, just so
	Repeated  int // followed in the same batch by an article of the same key
	Refused   int // not loaded
	// Actors, Mentions, Statements and Reports (of events) count what the articles of this load have that were not refused.
	Actors     int
	Mentions   int
	Statements int
	Reports    int
	Elapsed    time.Duration
}

// Load takes all articles of the source through the pipeline and into the graph. Articles that
// cannot be loaded are refused, one by one, and the rest goes on. It returns an error, with the report
// of what was done, when the context ends or the store fails; what has been written by then stays, and the same load
// can be run again to go on.
func (p *Pipeline) Load(ctx context.Context, g *graph.Graph, src Source, opts *Options) (Report, error) {
	o := opts.withDefaults()
	start := time.Now()
	w := &writer{graph: g, opts: o}
	batches := make(chan []item) // one is written while the next is gathered
	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() error {
		defer close(batches)
		return p.gather(ctx, src, &o, batches)
	})
	group.Go(func() error {
		for b := range batches {
			if err := w.write(ctx, b); err != nil {
				return err
			}
		}
		return nil
	})
	err := group.Wait()
	w.report.Elapsed = time.Since(start)
	return w.report, err
}
