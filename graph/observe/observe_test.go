package observe_test

import (
	"context"
	"errors"
	"reflect"
	"testing"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/graph/observe"
)

// brokenStore has no database behind it: each call panics.
type brokenStore struct{ graph.Store }

// TestEveryMethodIsTold calls each method of a store, also one that was added after this test was written.
func TestEveryMethodIsTold(t *testing.T) {
	t.Parallel()
	type started struct{}
	var told []string
	ended := 0
	store := observe.Store(brokenStore{}, func(ctx context.Context, method string) (context.Context, func(error)) {
		told = append(told, method)
		return context.WithValue(ctx, started{}, true), func(error) { ended++ }
	})
	methods := reflect.TypeFor[graph.Store]()
	for i := range methods.NumMethod() {
		m := methods.Method(i)
		if m.Name == "Close" {
			continue
		}
		args := []reflect.Value{reflect.ValueOf(t.Context())}
		for a := 1; a < m.Type.NumIn(); a++ {
			args = append(args, reflect.Zero(m.Type.In(a)))
		}
		told, ended = nil, 0
		func() {
			defer func() { _ = recover() }()
			reflect.ValueOf(store).MethodByName(m.Name).Call(args)
		}()
		if len(told) != 1 || told[0] != m.Name || ended != 1 {
			t.Errorf("%s: told of %v, %d times of its end", m.Name, told, ended)
		}
	}
}

// answeringStore answers Stats as its fields say.
type answeringStore struct {
	graph.Store
	stats graph.Stats
	err   error
}

func (s answeringStore) Stats(ctx context.Context) (graph.Stats, error) {
	if ctx.Value(mark{}) == nil {
		return graph.Stats{}, errors.New("the context is not the observer's")
	}
	return s.stats, s.err
}

type mark struct{}

func TestAnswersPass(t *testing.T) {
	t.Parallel()
	fault := errors.New("disk on fire")
	for _, want := range []error{nil, fault} {
		var got error
		store := observe.Store(answeringStore{stats: graph.Stats{Articles: 3}, err: want}, func(ctx context.Context, _ string) (context.Context, func(error)) {
			return context.WithValue(ctx, mark{}, true), func(err error) { got = err }
		})
		stats, err := store.Stats(t.Context())
		if stats.Articles != 3 || !errors.Is(err, want) || !errors.Is(got, want) {
			t.Errorf("%+v, %v, told %v; want %v", stats, err, got, want)
		}
	}
}
