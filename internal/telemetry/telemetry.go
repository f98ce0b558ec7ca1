// Package telemetry shows from outside what the server does: metrics for Prometheus and traces for OpenTelemetry.
package telemetry

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"os"

	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracehttp"
	"go.opentelemetry.io/otel/sdk/resource"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/trace"
	"go.opentelemetry.io/otel/trace/noop"

	"github.com/newsgraph/newsgraph/schema"
)

// endpoints are the variables of the environment that say where traces go, after the OpenTelemetry specification
// of the OTLP exporter, which names more, for headers, timeouts and certificates.
var endpoints = []string{"OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"}

// Telemetry watches requests and calls of the store.
type Telemetry struct {
	metrics  *metrics
	provider *sdktrace.TracerProvider // nil: no traces
	tracer   trace.Tracer
}

var _ schema.Observer = (*Telemetry)(nil)

// Start starts to watch. Traces go, by OTLP over HTTP, where the environment says; without an endpoint there are none. The
// version is that of the program.
func Start(ctx context.Context, version string) (*Telemetry, error) {
	t := &Telemetry{metrics: newMetrics(version), tracer: noop.NewTracerProvider().Tracer("")}
	if os.Getenv(endpoints[0]) == "" && os.Getenv(endpoints[1]) == "" {
		return t, nil
	}
	exporter, err := otlptracehttp.New(ctx)
	if err != nil {
		return nil, fmt.Errorf("traces: %w", err)
	}
	what, err := resource.New(ctx, resource.WithTelemetrySDK(), resource.WithHost(),
		resource.WithAttributes(serviceName("newsgraph"), serviceVersion(version)), resource.WithFromEnv())
	if err != nil && !errors.Is(err, resource.ErrPartialResource) {
		return nil, fmt.Errorf("traces: %w", err)
	}
	t.watch(sdktrace.NewTracerProvider(sdktrace.WithBatcher(exporter), sdktrace.WithResource(what)))
	return t, nil
}

func (t *Telemetry) watch(provider *sdktrace.TracerProvider) {
	t.provider = provider
	t.tracer = provider.Tracer("github.com/newsgraph/newsgraph")
}

// Close sends the traces that are not sent yet.
func (t *Telemetry) Close(ctx context.Context) error {
	if t.provider == nil {
		return nil
	}
	if err := t.provider.Shutdown(ctx); err != nil {
		return fmt.Errorf("send traces: %w", err)
	}
	return nil
}

// Metrics serves the metrics in Prometheus' format.
func (t *Telemetry) Metrics() http.Handler { return t.metrics.handler() }

// Request implements [schema.Observer].
func (t *Telemetry) Request(r *http.Request) (context.Context, func(schema.Served)) {
	t.metrics.inFlight.Inc()
	ctx, end := t.traceRequest(r)
	return ctx, func(s schema.Served) {
		t.metrics.inFlight.Dec()
		t.metrics.request(s)
		end(s)
	}
}

// Operation implements [schema.Observer].
func (t *Telemetry) Operation(ctx context.Context, kind, name string) (context.Context, func([]string)) {
	return t.traceOperation(ctx, kind, name)
}

// StoreCall watches a call of the store; it is an observe.Call.
func (t *Telemetry) StoreCall(ctx context.Context, method string) (context.Context, func(error)) {
	measured := t.metrics.storeCall(method)
	ctx, end := t.traceStoreCall(ctx, method)
	return ctx, func(err error) {
		measured(err)
		end(err)
	}
}
