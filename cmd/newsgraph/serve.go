package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math"
	"net"
	"net/http"
	"os"
	"runtime/debug"
	"strings"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/graph/observe"
	"github.com/newsgraph/newsgraph/internal/telemetry"
	"github.com/newsgraph/newsgraph/loader"
	"github.com/newsgraph/newsgraph/loader/identity"
	"github.com/newsgraph/newsgraph/loader/source"
	"github.com/newsgraph/newsgraph/schema"
	"github.com/newsgraph/newsgraph/schema/intake"
)

type serving struct {
	loading
	guarding
	access
	fetching
	logging
	store  string
	addr   string
	paths  []string
	early  bool
	grace  time.Duration
	source *source.Source // of paths
}

func newServe(io std) *cobra.Command {
	var s serving
	cmd := &cobra.Command{
		Use:   "serve [flags]",
		Short: "Answer GraphQL over the graph",
		Long: "serve answers GraphQL at /graphql, with a page to try queries at /. With --load it loads articles first.\n" +
			"It listens on this machine alone, unless --addr says otherwise, which needs --tokens, --jwks or --insecure.\n" +
			"/metrics is for Prometheus, /healthz and /readyz tell whether it runs and whether its store answers. Traces are\n" +
			"sent where $OTEL_EXPORTER_OTLP_ENDPOINT says.",
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return s.run(cmd.Context(), io) },
	}
	storeFlag(cmd, &s.store)
	s.loading.flags(cmd)
	cmd.Flags().StringArrayVar(&s.paths, "load", nil, "load this file, folder or glob before serving (may be repeated)")
	cmd.Flags().BoolVar(&s.early, "background", false, "with --load: serve while it still loads; the subscription loadProgress tells how far it is")
	cmd.Flags().StringVar(&s.addr, "addr", "127.0.0.1:8080", "host:port to listen on")
	cmd.Flags().DurationVar(&s.grace, "grace", 15*time.Second, "how long running requests may take to finish when the server is told to stop")
	s.guarding.flags(cmd)
	s.access.flags(cmd)
	s.fetching.flags(cmd)
	s.logging.flags(cmd)
	return cmd
}

func (s *serving) run(ctx context.Context, io std) (err error) {
	if err := errors.Join(s.guarding.check(), s.access.check(s.addr)); err != nil {
		return err
	}
	log, err := s.logger(io.err)
	if err != nil {
		return err
	}
	// Also while the last requests finish.
	watching, stop := context.WithCancel(context.WithoutCancel(ctx))
	defer stop()
	api, err := s.api(watching, log)
	if err != nil {
		return err
	}
	fetcher, err := s.fetcher()
	if err != nil {
		return err
	}
	pipeline, err := s.pipeline()
	if err != nil {
		return err
	}
	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", s.addr)
	if err != nil {
		return fmt.Errorf("listen on %s: %w; choose another --addr", s.addr, err)
	}
	defer listener.Close() //nolint:errcheck // closed by the server already
	watch, err := telemetry.Start(ctx, version())
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, closeWithin(watching, s.grace, watch.Close)) }()
	g, err := s.openGraph(ctx, watch)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, g.Close()) }()
	load, err := s.opened(io, g)
	if err != nil {
		return err
	}
	if !s.early {
		if err := load(ctx); err != nil {
			return err
		}
	}
	collectSeldom()
	api.Loader = &editing{graph: g, pipeline: pipeline, fetcher: fetcher, log: log}
	api.Loads, api.Running = intake.NewLoads(), ctx
	handler := schema.NewHandler(g, watched(api, watch))
	server := &http.Server{
		Handler:           s.guardHost(s.addr, routes(g, handler, api.Auth, watch, log)),
		ReadHeaderTimeout: 10 * time.Second,
		ReadTimeout:       2 * max(s.limits.Timeout, 100*time.Millisecond), // of bodies that nobody reads; the API has its own
		WriteTimeout:      2 * time.Minute,                                 // of what is beside the API
		IdleTimeout:       2 * time.Minute,
		ErrorLog:          slog.NewLogLogger(log.Handler(), slog.LevelWarn),
		BaseContext:       func(net.Listener) context.Context { return watching },
	}
	if _, err := fmt.Fprintln(io.out, greeting(listener.Addr(), api)); err != nil {
		return err
	}
	if s.early {
		defer s.behind(ctx, load, api.Loads, log)()
	}
	return serveUntil(ctx, server, listener, handler.Wait, s.grace)
}

// collectSeldom has garbage collected when the heap has grown fivefold, not twofold, however large it is: what a server keeps is small beside
// what requests make, and collections were a quarter of their cost. $GOGC has the last word.
func collectSeldom() {
	collectEarly(math.MaxInt64)
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(400)
	}
}

// greeting says where the server is.
func greeting(addr net.Addr, api *schema.Options) string {
	text := fmt.Sprintf("GraphQL at http://%s/graphql", addr)
	if !api.DisableGraphiQL && api.Documents == nil {
		text += fmt.Sprintf(", a page to try it at http://%s/", addr)
	}
	return text
}

// openGraph opens the graph with the limits of the flags, its store watched.
func (s *serving) openGraph(ctx context.Context, watch *telemetry.Telemetry) (*graph.Graph, error) {
	uri := storeURI(s.store)
	if err := checkStore(uri); err != nil {
		return nil, err
	}
	store, err := openStore(ctx, uri)
	if err != nil {
		return nil, err
	}
	opts := s.pages()
	opts.Rules, opts.Places = identity.Rules(), identity.Places()
	return graph.New(observe.Store(store, watch.StoreCall), opts), nil
}

// opened opens what --load names, and returns what loads it.
func (s *serving) opened(io std, g *graph.Graph) (load func(context.Context) error, err error) {
	if len(s.paths) == 0 {
		return func(context.Context) error { return nil }, nil
	}
	if s.source, err = s.open(io, s.paths); err != nil {
		return nil, err
	}
	return func(ctx context.Context) error {
		_, err := s.into(ctx, io, g, s.source)
		return err
	}, nil
}

// behind loads while the server serves, and tells how far it is. The function that it returns waits for the end.
func (s *serving) behind(ctx context.Context, load func(context.Context) error, loads *intake.Loads, log *slog.Logger) (wait func()) {
	if len(s.paths) == 0 {
		return func() {}
	}
	report := loads.Begin(strings.Join(s.paths, ", "), time.Now())
	var last intake.Progress
	s.wrote = func(r loader.Report) {
		last = intake.Progress{Read: r.Read, Added: r.Added, Replaced: r.Replaced, Unchanged: r.Unchanged, Refused: r.Refused}
		if read, total := s.source.Progress(); total > 0 {
			fraction := float64(read) / float64(total)
			last.Fraction = &fraction
		}
		report(last)
	}
	var loading sync.WaitGroup
	loading.Go(func() {
		err := load(ctx)
		if err != nil && ctx.Err() == nil {
			log.ErrorContext(ctx, "loading failed; the server goes on with what there is", "error", err)
		}
		last.Done, last.Failed = true, err != nil
		report(last)
	})
	return loading.Wait
}

// serveUntil serves until the context ends, and then lets running requests finish for as long as grace.
// Streams end as the context does; wait waits for that.
func serveUntil(
	ctx context.Context, server *http.Server, listener net.Listener, wait func(context.Context) error, grace time.Duration,
) error {
	stopped := make(chan error, 1)
	stop := context.AfterFunc(ctx, func() {
		stopped <- closeWithin(context.WithoutCancel(ctx), grace, func(ctx context.Context) error {
			return errors.Join(server.Shutdown(ctx), wait(ctx))
		})
	})
	err := server.Serve(listener)
	if stop() || !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("serve: %w", err)
	}
	if err := <-stopped; err != nil {
		return errors.Join(fmt.Errorf("stop serving: requests were still running after --grace %s: %w", grace, err), server.Close())
	}
	return nil
}

// closeWithin closes something that may take as long as grace.
func closeWithin(ctx context.Context, grace time.Duration, end func(context.Context) error) error {
	ctx, cancel := context.WithTimeout(ctx, grace)
	defer cancel()
	return end(ctx)
}
