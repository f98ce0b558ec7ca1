package marshal_test

import (
	"bytes"
	"context"
	"errors"
	"strconv"
	"testing"

	"github.com/99designs/gqlgen/graphql"

	"github.com/newsgraph/newsgraph/schema/marshal"
)

// answering is the context of an answer.
func answering(t *testing.T) context.Context {
	t.Helper()
	ctx := graphql.WithResponseContext(t.Context(), graphql.DefaultErrorPresenter, func(context.Context, any) error { return errors.New("a panic") })
	return graphql.WithFieldContext(ctx, &graphql.FieldContext{})
}

func TestSlice(t *testing.T) {
	t.Parallel()
	for _, length := range []int{0, 1, 2, 100} {
		t.Run(strconv.Itoa(length), func(t *testing.T) {
			t.Parallel()
			got := marshal.Slice(answering(t), length, func(ctx context.Context, i int) graphql.Marshaler {
				if at := graphql.GetFieldContext(ctx).Index; at == nil || *at != i {
					t.Errorf("item %d has the index %v", i, at)
				}
				return marshal.Slice(ctx, i%3, func(context.Context, int) graphql.Marshaler { return graphql.MarshalInt(i) })
			})
			var want, text bytes.Buffer
			for i := range length {
				items := bytes.TrimSuffix(bytes.Repeat([]byte(strconv.Itoa(i)+","), i%3), []byte(","))
				want.WriteString(",[" + string(items) + "]")
			}
			if got.MarshalGQL(&text); text.String() != "["+string(bytes.TrimPrefix(want.Bytes(), []byte(",")))+"]" {
				t.Errorf("%s", text.String())
			}
		})
	}
}

func TestSliceOfAPanic(t *testing.T) {
	t.Parallel()
	ctx := answering(t)
	got := marshal.Slice(ctx, 3, func(_ context.Context, i int) graphql.Marshaler {
		if i == 1 {
			panic("one")
		}
		return graphql.True
	})
	if got[0] != graphql.True || got[1] != graphql.Null || got[2] != graphql.True {
		t.Errorf("%v", got)
	}
	if errs := graphql.GetErrors(ctx); len(errs) != 1 || errs[0].Path.String() != "[1]" {
		t.Errorf("%v", errs)
	}
}
