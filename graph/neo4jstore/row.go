package neo4jstore

import (
	"fmt"
	"time"

	"github.com/newsgraph/newsgraph/graph"
)

// row is a map that the server sent: a row of an answer, or a map in one. It gathers the first error of reading its
// values, which the rows in it share.
type row struct {
	values map[string]any
	fault  *error
	some   bool // values that are not there were not asked for
}

func newRow(values map[string]any) row { return row{values: values, fault: new(error)} }

// err returns the first error of reading values from the row.
func (r row) err() error { return *r.fault }

// get returns a value that must be there.
func get[T any](r row, name string) T {
	value, there := r.values[name]
	v, ok := value.(T)
	if !ok && *r.fault == nil && (there || !r.some) {
		*r.fault = fmt.Errorf("the database has %T for %s, want %T", value, name, v)
	}
	return v
}

func (r row) text(name string) string { return get[string](r, name) }

func (r row) id(name string) graph.NodeID { return graph.NodeID(r.text(name)) }

func (r row) key(name string) graph.Key { return graph.Key(r.text(name)) }

func (r row) int(name string) int { return int(get[int64](r, name)) }

func (r row) bool(name string) bool { return get[bool](r, name) }

func (r row) float(name string) float64 { return get[float64](r, name) }

func (r row) missing(name string) bool { return r.values[name] == nil }

// time returns a time in UTC, or the zero time for null.
func (r row) time(name string) time.Time {
	if r.missing(name) {
		return time.Time{}
	}
	return get[time.Time](r, name).UTC()
}

// row returns the map of that name.
func (r row) row(name string) row { return row{values: get[map[string]any](r, name), fault: r.fault} }

// rows returns the list of maps of that name.
func (r row) rows(name string) []row {
	list := get[[]any](r, name)
	out := make([]row, 0, len(list))
	for _, v := range list {
		values, ok := v.(map[string]any)
		if !ok && *r.fault == nil {
			*r.fault = fmt.Errorf("the database has %T in %s, want a map", v, name)
		}
		out = append(out, row{values: values, fault: r.fault})
	}
	return out
}

// named returns a list of values as a row, by the names that they are given.
func (r row) named(values []any, names ...string) row {
	out := make(map[string]any, len(names))
	for i, name := range names {
		if i < len(values) {
			out[name] = values[i]
		}
	}
	return row{values: out, fault: r.fault}
}

// list returns the list of that name.
func list[T any](r row, name string) []T {
	values := get[[]any](r, name)
	out := make([]T, 0, len(values))
	for _, v := range values {
		t, ok := v.(T)
		if !ok && *r.fault == nil {
			*r.fault = fmt.Errorf("the database has %T in %s, want %T", v, name, t)
		}
		out = append(out, t)
	}
	return out
}

// spans returns the spans of a list of starts and ends in turn.
func (r row) spans(name string) []graph.Span {
	bounds := list[int64](r, name)
	out := make([]graph.Span, 0, len(bounds)/2)
	for i := 0; i+1 < len(bounds); i += 2 {
		out = append(out, graph.Span{Start: int(bounds[i]), End: int(bounds[i+1])})
	}
	return out
}

// bounds gives spans the form in which they are stored, starts and ends in turn.
func bounds(spans ...graph.Span) []int {
	out := make([]int, 0, 2*len(spans))
	for _, s := range spans {
		out = append(out, s.Start, s.End)
	}
	return out
}

// orNull gives a time the form in which it is stored: null for the zero time.
func orNull(t time.Time) any {
	if t.IsZero() {
		return nil
	}
	return t.UTC()
}

// span returns the span of that name.
func (r row) span(name string) graph.Span {
	if spans := r.spans(name); len(spans) == 1 {
		return spans[0]
	}
	return graph.Span{}
}
