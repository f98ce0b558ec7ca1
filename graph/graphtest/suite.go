package graphtest

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/newsgraph/newsgraph/graph"
)

// Open opens a store without content, and sees to it that it is closed when the test ends, whether
// or not the test has closed it.
type Open = func(t *testing.T) graph.Store

// Run runs the conformance suite on the stores that open gives. Each case opens a store of its own.
func Run(t *testing.T, open Open) {
	t.Helper()
	for _, group := range []struct {
		name  string
		cases []testCase
	}{
		{"Apply", applyCases()},
		{"Entities", entityCases()},
	} {
		t.Run(group.name, func(t *testing.T) {
			for _, c := range group.cases {
				t.Run(c.name, func(t *testing.T) { c.run(newBench(t, open)) })
			}
		})
	}
}

// testCase is a sentence of the contract.
type testCase struct {
	name string
	run  func(*bench)
}

// bench is a graph under test with what cases need to speak of it in few words.
type bench struct {
	*testing.T
	ctx   context.Context
	graph *graph.Graph
}

func newBench(t *testing.T, open Open) *bench {
	t.Helper()
	return &bench{T: t, ctx: t.Context(), graph: graph.New(open(t), nil)}
}

// apply applies a batch that must be taken.
func (b *bench) apply(batch *graph.Batch) graph.Applied {
	b.Helper()
	applied, err := b.graph.Apply(b.ctx, batch)
	if err != nil {
		b.Fatalf("apply: %v", err)
	}
	return applied
}

// load writes stories in one batch.
func (b *bench) load(stories ...story) graph.Applied {
	b.Helper()
	return b.apply(&graph.Batch{Records: records(b, stories...)})
}

func (b *bench) judge(judgements ...graph.Judgement) graph.Applied {
	b.Helper()
	return b.apply(&graph.Batch{Judge: judgements})
}

// must fails the case when err is set.
func must[T any](b *bench, value T, err error) T {
	b.Helper()
	if err != nil {
		b.Fatal(err)
	}
	return value
}

// equal compares what the store gave with what the contract says.
func equal(b *bench, what string, got, want any) {
	b.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		b.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

func (b *bench) dump() string {
	b.Helper()
	out, err := Dump(b.ctx, b.graph)
	if err != nil {
		b.Fatal(err)
	}
	return string(out)
}
