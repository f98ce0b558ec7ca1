// Package marshal has what generated code calls in the place of gqlgen's own, see internal/gqllean.
package marshal

import (
	"context"
	"runtime"
	"sync"

	"github.com/99designs/gqlgen/graphql"
)

// shared is the key of contexts in which the items of a list are shared out already.
type shared struct{}

// Slice makes the items of a list. It does what graphql.MarshalSliceConcurrently does, by a goroutine for each processor and not for
// each item; the lists within such a list are made by the goroutine of their item.
func Slice(ctx context.Context, length int, element func(ctx context.Context, i int) graphql.Marshaler) graphql.Array {
	out := make(graphql.Array, length)
	workers := 1
	if ctx.Value(shared{}) == nil && length > 1 {
		workers = min(runtime.GOMAXPROCS(0), length)
		ctx = context.WithValue(ctx, shared{}, true)
	}
	work := func(first int) {
		for i := first; i < length; i += workers {
			out[i] = item(ctx, i, element)
		}
	}
	var wait sync.WaitGroup
	for first := 1; first < workers; first++ {
		wait.Go(func() { work(first) })
	}
	work(0)
	wait.Wait()
	return out
}

// item makes one item; it is null when that panics.
func item(ctx context.Context, i int, element func(ctx context.Context, i int) graphql.Marshaler) (out graphql.Marshaler) {
	at := graphql.WithFieldContext(ctx, &graphql.FieldContext{Index: &i})
	defer func() {
		if r := recover(); r != nil {
			graphql.AddError(at, graphql.Recover(at, r))
			out = graphql.Null
		}
	}()
	return element(at, i)
}
