package telemetry

import (
	"cmp"
	"context"
	"errors"
	"net/http"
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/schema"
)

// metrics are what is counted. No label holds what a client can make up, so their number is bounded.
type metrics struct {
	registry   *prometheus.Registry
	inFlight   prometheus.Gauge
	requests   *prometheus.CounterVec
	durations  *prometheus.HistogramVec
	errors     *prometheus.CounterVec
	refusals   *prometheus.CounterVec
	storeCalls *prometheus.CounterVec
	storeTimes *prometheus.HistogramVec
}

// seconds are the bounds of latencies: from an answer out of memory to the default limit of a request and beyond.
func seconds() []float64 {
	return []float64{.0005, .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30}
}

func newMetrics(version string) *metrics {
	counter := func(name, help string, labels ...string) *prometheus.CounterVec {
		return prometheus.NewCounterVec(prometheus.CounterOpts{Namespace: "newsgraph", Name: name, Help: help}, labels)
	}
	histogram := func(name, help string, labels ...string) *prometheus.HistogramVec {
		return prometheus.NewHistogramVec(prometheus.HistogramOpts{Namespace: "newsgraph", Name: name, Help: help, Buckets: seconds()}, labels)
	}
	m := &metrics{
		registry:   prometheus.NewRegistry(),
		inFlight:   prometheus.NewGauge(prometheus.GaugeOpts{Namespace: "newsgraph", Name: "requests_in_flight", Help: "GraphQL requests being answered."}),
		requests:   counter("requests_total", "GraphQL requests by kind of operation (none: it did not come so far) and HTTP status.", "operation", "status"),
		durations:  histogram("request_duration_seconds", "From a GraphQL request's arrival to the end of its answer.", "operation"),
		errors:     counter("request_errors_total", "GraphQL requests with an error of the code.", "code"),
		refusals:   counter("request_refusals_total", "GraphQL requests that were over the limit.", "limit"),
		storeCalls: counter("store_calls_total", "Calls of the store by method and result.", "method", "result"),
		storeTimes: histogram("store_call_duration_seconds", "Time of a call of the store by method.", "method"),
	}
	build := prometheus.NewGauge(prometheus.GaugeOpts{
		Namespace: "newsgraph", Name: "build_info", Help: "1 for the version that runs.", ConstLabels: prometheus.Labels{"version": version},
	})
	build.Set(1)
	m.registry.MustRegister(m.inFlight, m.requests, m.durations, m.errors, m.refusals, m.storeCalls, m.storeTimes, build,
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

func (m *metrics) handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{})
}

func (m *metrics) request(s schema.Served) {
	operation := cmp.Or(s.Operation, "none")
	m.requests.WithLabelValues(operation, strconv.Itoa(s.Status)).Inc()
	m.durations.WithLabelValues(operation).Observe(s.Took.Seconds())
	for _, code := range s.Codes {
		m.errors.WithLabelValues(code).Inc()
	}
	if s.Limit != "" {
		m.refusals.WithLabelValues(s.Limit).Inc()
	}
}

func (m *metrics) storeCall(method string) func(error) {
	start := time.Now()
	return func(err error) {
		m.storeTimes.WithLabelValues(method).Observe(time.Since(start).Seconds())
		m.storeCalls.WithLabelValues(method, result(err)).Inc()
	}
}

// result puts an error of a store into few words.
func result(err error) string {
	for _, kind := range []struct {
		err  error
		name string
	}{
		{context.Canceled, "canceled"},
		{context.DeadlineExceeded, "timeout"},
		{graph.ErrConflict, "conflict"},
		{graph.ErrUnavailable, "unavailable"},
		{graph.ErrNotFound, "not_found"},
		{graph.ErrInvalid, "invalid"},
	} {
		if errors.Is(err, kind.err) {
			return kind.name
		}
	}
	if err != nil {
		return "fault"
	}
	return "ok"
}
