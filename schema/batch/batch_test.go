package batch_test

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/google/go-cmp/cmp"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/newsgraph/newsgraph/schema/batch"
)

// in returns the context of a field within the field of ctx.
func in(ctx context.Context, f *ast.Field) context.Context {
	return graphql.WithFieldContext(ctx, &graphql.FieldContext{Field: graphql.CollectedField{Field: f}})
}

// item returns the context of an item of the list in ctx.
func item(ctx context.Context, i int) context.Context {
	return graphql.WithFieldContext(ctx, &graphql.FieldContext{Index: &i})
}

func TestLoadRunsOnceForAPlace(t *testing.T) {
	t.Parallel()
	list, edges, speaker := &ast.Field{Alias: "list"}, &ast.Field{Alias: "edges"}, &ast.Field{Alias: "speaker"}
	root := in(batch.New(t.Context()), list)
	if _, err := batch.Load(root, func(_ context.Context, at []any) (int, []any, error) {
		return len(at), []any{1, 2, "three"}, nil
	}); err != nil {
		t.Fatal(err)
	}
	var runs atomic.Int32
	var wait sync.WaitGroup
	for i := range 50 {
		wait.Go(func() {
			ctx := in(item(in(root, edges), i), speaker)
			got, err := batch.Load(ctx, func(_ context.Context, at []any) ([]int, []any, error) {
				runs.Add(1)
				return batch.Of[int](at), nil, nil
			})
			if diff := cmp.Diff([]int{1, 2}, got); diff != "" || err != nil {
				t.Errorf("%v %s", err, diff)
			}
		})
	}
	wait.Wait()
	if runs.Load() != 1 {
		t.Errorf("%d runs, want 1", runs.Load())
	}
}

func TestPlacesAreApart(t *testing.T) {
	t.Parallel()
	a, b, shared := &ast.Field{Alias: "a"}, &ast.Field{Alias: "b"}, &ast.Field{Alias: "shared"}
	answer := batch.New(t.Context())
	load := func(ctx context.Context, deliver any) []any {
		at, err := batch.Load(ctx, func(_ context.Context, at []any) ([]any, []any, error) { return at, []any{deliver}, nil })
		if err != nil {
			t.Error(err)
		}
		return at
	}
	load(in(answer, a), "of a")
	load(in(answer, b), "of b")
	for f, want := range map[*ast.Field]string{a: "of a", b: "of b"} {
		if diff := cmp.Diff([]any{want}, load(in(in(answer, f), shared), nil)); diff != "" {
			t.Error(diff)
		}
	}
	if at := load(in(batch.New(t.Context()), a), nil); len(at) != 0 {
		t.Errorf("another answer has %v", at)
	}
}

func TestLoadFails(t *testing.T) {
	t.Parallel()
	fault := errors.New("fault")
	ctx := in(batch.New(t.Context()), &ast.Field{})
	for range 2 {
		if _, err := batch.Load(ctx, func(context.Context, []any) (int, []any, error) { return 1, nil, fault }); !errors.Is(err, fault) {
			t.Errorf("%v", err)
		}
	}
	if _, err := batch.Load(t.Context(), func(context.Context, []any) (int, []any, error) { return 1, nil, nil }); !errors.Is(err, batch.ErrContext) {
		t.Errorf("%v, want ErrContext", err)
	}
}

func TestLoadOfNothing(t *testing.T) {
	t.Parallel()
	got, err := batch.Load(in(batch.New(t.Context()), &ast.Field{}), func(context.Context, []any) (error, []any, error) { return nil, nil, nil })
	if got != nil || err != nil {
		t.Errorf("%v %v", got, err)
	}
}
