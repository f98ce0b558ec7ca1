package telemetry

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/sdk/trace/tracetest"
	"go.uber.org/goleak"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/graph/observe"
	"github.com/newsgraph/newsgraph/graph/sqlitestore"
	"github.com/newsgraph/newsgraph/schema"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// watched is the API over an empty graph, watched.
func watched(t *testing.T, watch *Telemetry) http.Handler {
	t.Helper()
	store, err := sqlitestore.Open(t.Context(), sqlitestore.Memory, nil)
	if err != nil {
		t.Fatal(err)
	}
	g := graph.New(observe.Store(store, watch.StoreCall), nil)
	t.Cleanup(func() { _ = g.Close() })
	return schema.NewHandler(g, &schema.Options{Observer: watch, MaxDepth: 2, Logger: slog.New(slog.DiscardHandler)})
}

func ask(t *testing.T, h http.Handler, query string, header http.Header) {
	t.Helper()
	r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/graphql", strings.NewReader(`{"query":"`+query+`"}`))
	r.Header = header.Clone()
	r.Header.Set("Content-Type", "application/json")
	h.ServeHTTP(httptest.NewRecorder(), r)
}

func TestMetrics(t *testing.T) {
	t.Parallel()
	watch, err := Start(t.Context(), "v1.2.3")
	if err != nil {
		t.Fatal(err)
	}
	h := watched(t, watch)
	ask(t, h, "query A { stats { articles } }", http.Header{})
	ask(t, h, "query B { stats { articles } }", http.Header{})
	ask(t, h, "{ articles { edges { cursor } } }", http.Header{})
	ask(t, h, "{ sheep }", http.Header{})
	_, done := watch.StoreCall(t.Context(), "Nodes")
	done(errors.New("disk on fire"))

	w := httptest.NewRecorder()
	watch.Metrics().ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/metrics", nil))
	for _, want := range []string{
		`newsgraph_requests_total{operation="query",status="200"} 2`,
		`newsgraph_requests_total{operation="query",status="400"} 1`,
		`newsgraph_requests_total{operation="none",status="400"} 1`,
		`newsgraph_request_duration_seconds_count{operation="query"} 3`,
		`newsgraph_request_errors_total{code="GRAPHQL_VALIDATION_FAILED"} 1`,
		`newsgraph_request_errors_total{code="DEPTH_LIMIT_EXCEEDED"} 1`,
		`newsgraph_request_refusals_total{limit="maxDepth"} 1`,
		`newsgraph_requests_in_flight 0`,
		`newsgraph_store_calls_total{method="Stats",result="ok"} 2`,
		`newsgraph_store_calls_total{method="Nodes",result="fault"} 1`,
		`newsgraph_store_call_duration_seconds_count{method="Stats"} 2`,
		`newsgraph_build_info{version="v1.2.3"} 1`,
		`go_goroutines`,
	} {
		if !strings.Contains(w.Body.String(), want) {
			t.Errorf("no %s in\n%s", want, w.Body)
		}
	}
}

// TestResults has a word for each error of the graph.
func TestResults(t *testing.T) {
	t.Parallel()
	for want, err := range map[string]error{
		"ok": nil, "fault": errors.New("x"), "canceled": context.Canceled, "timeout": context.DeadlineExceeded,
		"conflict": graph.ErrConflict, "unavailable": graph.ErrUnavailable, "not_found": graph.ErrNotFound, "invalid": graph.ErrInvalid,
	} {
		if got := result(err); got != want {
			t.Errorf("%v is %s", err, got)
		}
	}
}

// TestTraces checks that a store's call hangs on its operation, that on its request, and that on the client's span.
func TestTraces(t *testing.T) {
	t.Parallel()
	spans := tracetest.NewInMemoryExporter()
	watch, err := Start(t.Context(), "v1")
	if err != nil {
		t.Fatal(err)
	}
	watch.watch(sdktrace.NewTracerProvider(sdktrace.WithSyncer(spans)))
	const trace, parent = "0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331"
	ask(t, watched(t, watch), "query Counts { stats { articles } }", http.Header{"Traceparent": {"00-" + trace + "-" + parent + "-01"}})
	var chain []string
	for _, s := range spans.GetSpans() { // the innermost ends first
		if got := s.SpanContext.TraceID().String(); got != trace {
			t.Errorf("%s is of the trace %s", s.Name, got)
		}
		chain = append(chain, s.SpanContext.SpanID().String()+" "+s.Name+" in "+s.Parent.SpanID().String())
	}
	got := strings.Join(chain, "; ")
	names := []string{"store Stats", "graphql query", "POST /graphql"}
	if len(chain) != len(names) || !strings.HasSuffix(got, parent) {
		t.Fatalf("spans: %s", got)
	}
	for i, name := range names {
		if !strings.Contains(chain[i], " "+name+" in ") {
			t.Errorf("span %d is %s", i, chain[i])
		}
		if i > 0 && !strings.HasSuffix(chain[i-1], " in "+strings.Fields(chain[i])[0]) {
			t.Errorf("%s is not within %s", chain[i-1], chain[i])
		}
	}
	if err := watch.Close(t.Context()); err != nil {
		t.Error(err)
	}
}

// TestTracesAreSent gives the endpoint by the environment, to a collector that is there.
func TestTracesAreSent(t *testing.T) {
	got := make(chan string, 1)
	collector := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		if unpack, err := gzip.NewReader(bytes.NewReader(body)); err == nil {
			body, _ = io.ReadAll(unpack)
		}
		got <- r.URL.Path + " " + string(body)
	}))
	defer collector.Close()
	t.Setenv("OTEL_EXPORTER_OTLP_ENDPOINT", collector.URL)
	watch, err := Start(t.Context(), "v1.2.3")
	if err != nil {
		t.Fatal(err)
	}
	ask(t, watched(t, watch), "{ stats { articles } }", http.Header{})
	if err := watch.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	sent := <-got
	for _, want := range []string{"/v1/traces ", "newsgraph", "v1.2.3", "POST /graphql", "graphql query", "store Stats"} {
		if !strings.Contains(sent, want) {
			t.Errorf("no %q in what was sent: %q", want, sent)
		}
	}
}
