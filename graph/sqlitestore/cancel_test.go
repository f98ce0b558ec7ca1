package sqlitestore_test

import (
	"context"
	"errors"
	"sync/atomic"
	"testing"
	"time"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/graph/graphtest"
)

// fleeting is a context that ends when it has been asked so often whether it has.
type fleeting struct {
	context.Context
	left *atomic.Int64
}

// Done implements [context.Context].
func (f fleeting) Done() <-chan struct{} {
	done := make(chan struct{})
	if f.left.Add(-1) < 0 {
		close(done)
	}
	return done
}

// Err implements [context.Context].
func (f fleeting) Err() error {
	if f.left.Load() < 0 {
		return context.Canceled
	}
	return nil
}

// TestCallsEndWithTheirContext ends the context of calls at each of the points where they look at it.
func TestCallsEndWithTheirContext(t *testing.T) {
	t.Parallel()
	g := graph.New(openInMemory(t), &graph.Options{Rules: graphtest.Rules(), Places: graphtest.Places()})
	records := graphtest.Records(1, 3)
	if _, err := g.Apply(t.Context(), &graph.Batch{Records: records}); err != nil {
		t.Fatal(err)
	}
	article := records[0].Article.ID
	for name, ask := range map[string]func(context.Context) error{
		"entities":   func(ctx context.Context) error { _, err := g.Entities(ctx, &graph.EntityQuery{}); return err },
		"articles":   func(ctx context.Context) error { _, err := g.Articles(ctx, &graph.ArticleQuery{}); return err },
		"statements": func(ctx context.Context) error { _, err := g.Statements(ctx, &graph.StatementQuery{}); return err },
		"events":     func(ctx context.Context) error { _, err := g.Events(ctx, &graph.EventQuery{}); return err },
		"reports": func(ctx context.Context) error {
			_, err := g.Reports(ctx, &graph.ReportQuery{Anchor: graph.InItsArticle, Of: []graph.NodeID{article}})
			return err
		},
		"mentions": func(ctx context.Context) error {
			_, err := g.Mentions(ctx, &graph.MentionQuery{Anchor: graph.OfArticle, Of: []graph.NodeID{article}})
			return err
		},
		"search": func(ctx context.Context) error {
			_, err := g.Search(ctx, &graph.SearchQuery{Text: records[0].Actors[0].Name})
			return err
		},
		"relations": func(ctx context.Context) error {
			_, err := g.Relations(ctx, &graph.RelationQuery{Of: []graph.NodeID{graph.EntityID(records[0].Actors[0].Key)}})
			return err
		},
		"roles": func(ctx context.Context) error {
			_, err := g.Roles(ctx, []graph.NodeID{graph.EntityID(records[0].Actors[0].Key)})
			return err
		},
		"apply": func(ctx context.Context) error {
			_, err := g.Apply(ctx, &graph.Batch{Records: records[1:2], Delete: []graph.NodeID{article}})
			return err
		},
		"nodes": func(ctx context.Context) error { _, err := g.Nodes(ctx, []graph.NodeID{article}); return err },
	} {
		points := 0
		for left := int64(0); ; left++ {
			ctx := fleeting{t.Context(), &atomic.Int64{}}
			ctx.left.Store(left)
			err := ask(ctx)
			if err == nil {
				break
			}
			if points++; !errors.Is(err, context.Canceled) {
				t.Fatalf("%s, %d: %v", name, left, err)
			}
		}
		if points < 2 {
			t.Errorf("%s: the context was looked at %d times", name, points)
		}
	}
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	if _, err := g.Stats(ctx); err != nil { // all connections are sound
		t.Error(err)
	}
}
