package telemetry

import (
	"context"
	"net/http"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/propagation"
	"go.opentelemetry.io/otel/trace"

	"github.com/newsgraph/newsgraph/schema"
)

// The names of spans and their attributes are those of OpenTelemetry's semantic conventions, where these have one.

func serviceName(name string) attribute.KeyValue { return attribute.String("service.name", name) }

func serviceVersion(name string) attribute.KeyValue { return attribute.String("service.version", name) }

// traceRequest begins a span for a request, under the span that the client names (W3C Trace Context).
func (t *Telemetry) traceRequest(r *http.Request) (context.Context, func(schema.Served)) {
	ctx := propagation.TraceContext{}.Extract(r.Context(), propagation.HeaderCarrier(r.Header))
	ctx, span := t.tracer.Start(ctx, method(r)+" "+r.URL.Path, trace.WithSpanKind(trace.SpanKindServer), trace.WithAttributes(
		attribute.String("http.request.method", method(r)),
		attribute.String("url.path", r.URL.Path),
	))
	return ctx, func(s schema.Served) {
		span.SetAttributes(attribute.Int("http.response.status_code", s.Status))
		if s.Limit != "" {
			span.SetAttributes(attribute.String("newsgraph.limit", s.Limit))
		}
		if s.Status >= http.StatusInternalServerError {
			span.SetStatus(codes.Error, "")
		}
		span.End()
	}
}

// method is a request's method, of those that there are.
func method(r *http.Request) string {
	switch r.Method {
	case http.MethodGet, http.MethodPost, http.MethodOptions, http.MethodHead:
		return r.Method
	}
	return "HTTP"
}

func (t *Telemetry) traceOperation(ctx context.Context, kind, name string) (context.Context, func([]string)) {
	ctx, span := t.tracer.Start(ctx, "graphql "+kind, trace.WithAttributes(
		attribute.String("graphql.operation.type", kind),
		attribute.String("graphql.operation.name", name),
	))
	return ctx, func(errors []string) {
		if len(errors) > 0 {
			span.SetAttributes(attribute.StringSlice("newsgraph.codes", errors))
			span.SetStatus(codes.Error, "")
		}
		span.End()
	}
}

func (t *Telemetry) traceStoreCall(ctx context.Context, method string) (context.Context, func(error)) {
	ctx, span := t.tracer.Start(ctx, "store "+method, trace.WithSpanKind(trace.SpanKindClient),
		trace.WithAttributes(attribute.String("db.operation.name", method)))
	return ctx, func(err error) {
		if err != nil {
			span.SetStatus(codes.Error, result(err))
		}
		span.End()
	}
}
