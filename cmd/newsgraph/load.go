package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"time"

	"github.com/schollz/progressbar/v3"
	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/loader"
	"github.com/newsgraph/newsgraph/loader/source"
)

// loading is what load, and serve with --load, do.
type loading struct {
	reading
	batch int
	quiet bool
	json  bool
	wrote func(loader.Report) // is told how far the load is; nil: nobody is
}

func newLoad(io std) *cobra.Command {
	var l loading
	var store string
	cmd := &cobra.Command{
		Use:   "load [flags] PATH|-…",
		Short: "Load articles into the graph",
		Long: "load reads articles from text files, web pages, JSON and JSON Lines (each may be gzipped), folders, globs and\n" +
			"standard input (-), and writes them into the graph. Loading the same article again changes nothing; a\n" +
			"changed one takes the place of its old self. Stopped loads go on where they were when run again.",
		Example: "  newsgraph load examples/\n  newsgraph load --store neo4j://localhost 'news/2017-*.jsonl.gz'",
		Args:    someArgs("at least one PATH, or - for standard input"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return l.run(cmd.Context(), io, store, args)
		},
	}
	storeFlag(cmd, &store)
	l.flags(cmd)
	cmd.Flags().IntVar(&l.batch, "batch", 0, "articles written at once (default 256, and fewer long ones)")
	cmd.Flags().BoolVar(&l.quiet, "quiet", false, "no progress bar")
	cmd.Flags().BoolVar(&l.json, "json", false, "print the summary as JSON")
	return cmd
}

func (l *loading) run(ctx context.Context, io std, store string, paths []string) error {
	if err := checkStore(storeURI(store)); err != nil {
		return err
	}
	src, err := l.open(io, paths)
	if err != nil {
		return err
	}
	g, err := openGraph(ctx, store)
	if err != nil {
		return err
	}
	report, err := l.into(ctx, io, g, src)
	if cerr := g.Close(); err == nil {
		err = cerr
	}
	if err != nil {
		return err
	}
	if report.Refused > 0 {
		return errRefused
	}
	return nil
}

// into loads the source into the graph and prints the summary.
func (l *loading) into(ctx context.Context, io std, g *graph.Graph, src *source.Source) (loader.Report, error) {
	p, err := l.pipeline()
	if err != nil {
		return loader.Report{}, err
	}
	bar := l.bar(io, src)
	report, err := p.Load(ctx, g, src, &loader.Options{
		Workers: l.workers,
		Batch:   l.batch,
		Refused: func(r loader.Refusal) { bar.say(io.err, r.String()) },
		Wrote: func(r loader.Report) {
			bar.update(r)
			if l.wrote != nil {
				l.wrote(r)
			}
		},
	})
	bar.finish()
	if serr := l.summary(context.WithoutCancel(ctx), io.out, g, report); err == nil {
		err = serr
	}
	return report, err
}

// summary prints what the load did and what is in the graph now.
func (l *loading) summary(ctx context.Context, out io.Writer, g *graph.Graph, r loader.Report) error {
	stats, err := g.Stats(ctx)
	if err != nil {
		return err
	}
	if l.json {
		return json.NewEncoder(out).Encode(map[string]any{
			"read": r.Read, "added": r.Added, "replaced": r.Replaced, "unchanged": r.Unchanged,
			"repeated": r.Repeated, "refused": r.Refused, "seconds": r.Elapsed.Seconds(), "graph": stats,
		})
	}
	_, err = fmt.Fprintf(out, "Read %d articles in %s (%.0f/s): %d new, %d changed, %d unchanged, %d repeated, %d refused.\n"+
		"They have %d actors with %d mentions, %d statements and %d reports of events.\n"+
		"The graph now has %d articles, %d people, %d organizations, %d places, %d events and %d statements.\n",
		r.Read, r.Elapsed.Round(10*time.Millisecond), float64(r.Read)/max(r.Elapsed.Seconds(), 1e-3),
		r.Added, r.Replaced, r.Unchanged, r.Repeated, r.Refused,
		r.Actors, r.Mentions, r.Statements, r.Reports,
		stats.Articles, stats.Entities[graph.KindPerson], stats.Entities[graph.KindOrganization],
		stats.Entities[graph.KindPlace], stats.Entities[graph.KindEvent], statements(stats))
	return err
}

func statements(s graph.Stats) int {
	n := 0
	for _, k := range s.Statements {
		n += k
	}
	return n
}

// bar is the progress bar; a nil bar inside shows nothing.
type bar struct {
	bar *progressbar.ProgressBar
	src *source.Source
}

// bar returns a progress bar in bytes when standard error is a terminal.
func (l *loading) bar(io std, src *source.Source) *bar {
	f, ok := io.err.(interface{ Fd() uintptr })
	if l.quiet || !ok || !term.IsTerminal(int(f.Fd())) {
		return &bar{}
	}
	_, total := src.Progress()
	if total == 0 {
		total = -1 // a spinner
	}
	return &bar{src: src, bar: progressbar.NewOptions64(total,
		progressbar.OptionSetWriter(io.err), progressbar.OptionShowBytes(true), progressbar.OptionClearOnFinish(),
		progressbar.OptionThrottle(100*time.Millisecond))}
}

// update shows how far the source has been read. A bar that cannot be drawn is no fault of the load.
func (b *bar) update(r loader.Report) {
	if b.bar == nil {
		return
	}
	read, _ := b.src.Progress()
	b.bar.Describe(fmt.Sprintf("%d articles, %d refused", r.Read, r.Refused))
	_ = b.bar.Set64(read)
}

func (b *bar) say(w io.Writer, line string) {
	if b.bar != nil {
		_ = b.bar.Clear()
	}
	say(w, line)
}

func (b *bar) finish() {
	if b.bar != nil {
		_ = b.bar.Finish()
	}
}
