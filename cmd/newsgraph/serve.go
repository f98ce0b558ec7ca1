package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"

	"github.com/spf13/cobra"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/schema"
)

// patience is how long running requests may take to finish when the server is told to stop.
const patience = 10 * time.Second

type serving struct {
	loading
	store    string
	addr     string
	paths    []string
	insecure bool
}

func newServe(io std) *cobra.Command {
	var s serving
	cmd := &cobra.Command{
		Use:   "serve [flags]",
		Short: "Answer GraphQL over the graph",
		Long: "serve answers GraphQL at /graphql, with a page to try queries at /. With --load it loads articles first.\n" +
			"It listens on this machine alone, unless --addr and --insecure say otherwise.",
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return s.run(cmd.Context(), io) },
	}
	storeFlag(cmd, &s.store)
	s.flags(cmd)
	cmd.Flags().StringArrayVar(&s.paths, "load", nil, "load this file, folder or glob before serving (may be repeated)")
	cmd.Flags().StringVar(&s.addr, "addr", "127.0.0.1:8080", "host:port to listen on")
	cmd.Flags().BoolVar(&s.insecure, "insecure", false, "allow an --addr that other machines reach: anyone there can read the graph")
	return cmd
}

func (s *serving) run(ctx context.Context, io std) error {
	if err := s.checkAddr(); err != nil {
		return err
	}
	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", s.addr)
	if err != nil {
		return fmt.Errorf("listen on %s: %w; choose another --addr", s.addr, err)
	}
	defer listener.Close() //nolint:errcheck // closed by the server already
	g, err := openGraph(ctx, s.store)
	if err != nil {
		return err
	}
	err = s.loadAndServe(ctx, io, g, listener)
	if cerr := g.Close(); err == nil {
		err = cerr
	}
	return err
}

// checkAddr refuses an address that other machines reach, unless --insecure says so.
func (s *serving) checkAddr() error {
	host, _, err := net.SplitHostPort(s.addr)
	if err != nil {
		return fmt.Errorf("%w: --addr %q is not host:port", errUsage, s.addr)
	}
	ip := net.ParseIP(host)
	if s.insecure || host == "localhost" || ip != nil && ip.IsLoopback() {
		return nil
	}
	return fmt.Errorf("%w: --addr %s can be reached from other machines, and anyone there could read the graph; "+
		"use 127.0.0.1, or add --insecure if that is meant", errUsage, s.addr)
}

func (s *serving) loadAndServe(ctx context.Context, io std, g *graph.Graph, listener net.Listener) error {
	if len(s.paths) > 0 {
		src, err := s.open(io, s.paths)
		if err != nil {
			return err
		}
		if _, err := s.into(ctx, io, g, src); err != nil {
			return err
		}
	}
	log := slog.New(slog.NewTextHandler(io.err, nil))
	server := &http.Server{
		Handler:           handler(g, log),
		ReadHeaderTimeout: 10 * time.Second,
		BaseContext:       func(net.Listener) context.Context { return context.WithoutCancel(ctx) },
	}
	if _, err := fmt.Fprintf(io.out, "GraphQL at http://%[1]s/graphql, a page to try it at http://%[1]s/\n", listener.Addr()); err != nil {
		return err
	}
	return serveUntil(ctx, server, listener)
}

// serveUntil serves until the context ends, and then lets running requests finish.
func serveUntil(ctx context.Context, server *http.Server, listener net.Listener) error {
	stopped := make(chan error, 1)
	stop := context.AfterFunc(ctx, func() {
		grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), patience)
		defer cancel()
		stopped <- server.Shutdown(grace)
	})
	err := server.Serve(listener)
	if stop() || !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("serve: %w", err)
	}
	if err := <-stopped; err != nil {
		return fmt.Errorf("stop serving: %w", err)
	}
	return nil
}

// handler is everything that the server answers.
func handler(g *graph.Graph, log *slog.Logger) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/", schema.NewHandler(g, &schema.Options{Logger: log}))
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { answer(w, http.StatusOK, "ok") })
	mux.HandleFunc("GET /readyz", func(w http.ResponseWriter, r *http.Request) {
		if _, err := g.Stats(r.Context()); err != nil {
			log.ErrorContext(r.Context(), "not ready", "error", err)
			answer(w, http.StatusServiceUnavailable, "the store does not answer")
			return
		}
		answer(w, http.StatusOK, "ready")
	})
	return mux
}

func answer(w http.ResponseWriter, status int, text string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.WriteHeader(status)
	_, _ = fmt.Fprintln(w, text) // the client is gone: nobody to tell
}
