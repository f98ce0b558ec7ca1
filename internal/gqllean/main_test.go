package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRun(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	file := filepath.Join(dir, "a.go")
	if err := os.WriteFile(file, []byte(`package generated

import (
	"context"
)

func f(ctx context.Context, v []int) {
	deferred := graphql.NewDeferredGroup(ctx)
	ret := graphql.MarshalSliceConcurrently(ctx, len(v), 0, false, item)
}
`), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := run(dir); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	want := `package generated

import (
	"github.com/newsgraph/newsgraph/schema/marshal"

	"context"
)

func f(ctx context.Context, v []int) {
	deferred := graphql.DeferredGroup{}
	ret := marshal.Slice(ctx, len(v), item)
}
`
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Error(diff)
	}
	if err := run(dir); err == nil {
		t.Error("code in which there is nothing to replace is no error")
	}
}
