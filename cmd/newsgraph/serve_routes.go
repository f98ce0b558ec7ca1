package main

import (
	"fmt"
	"log/slog"
	"net/http"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/internal/telemetry"
	"github.com/newsgraph/newsgraph/schema"
	"github.com/newsgraph/newsgraph/schema/auth"
)

// watched is what the API is told, with telemetry told of its requests.
func watched(opts *schema.Options, watch *telemetry.Telemetry) *schema.Options {
	out := *opts
	out.Observer = watch
	return &out
}

// routes is everything that the server answers.
func routes(g *graph.Graph, api http.Handler, who auth.Authenticator, watch *telemetry.Telemetry, log *slog.Logger) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/", api)
	mux.Handle("GET /metrics", auth.Require(who, auth.Reader, watch.Metrics()))
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
