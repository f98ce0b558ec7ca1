package graph

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"
)

func numbered(from, to int) []NodeID {
	var ids []NodeID
	for i := from; i < to; i++ {
		ids = append(ids, ArticleID(fmt.Sprint(i)))
	}
	return ids
}

func TestWatchTellsEachArticleOnceInOrder(t *testing.T) {
	t.Parallel()
	g := &Graph{feed: newFeed()}
	g.feed.publish(numbered(0, 3)) // before the watch
	var readers sync.WaitGroup
	for range 3 {
		w := g.Watch()
		readers.Go(func() {
			var got []NodeID
			for len(got) < 100 {
				ids, err := w.Next(t.Context(), 7)
				if err != nil || len(ids) > 7 {
					t.Errorf("%d ids, %v", len(ids), err)
					return
				}
				got = append(got, ids...)
			}
			if !slices.Equal(got, numbered(3, 103)) {
				t.Errorf("got %v", got)
			}
		})
	}
	for i := 3; i < 103; i += 4 {
		g.feed.publish(numbered(i, i+4))
	}
	readers.Wait()
}

func TestWatchEnds(t *testing.T) {
	t.Parallel()
	g := &Graph{feed: newFeed()}
	lagging, following := g.Watch(), g.Watch()
	for range 3 {
		g.feed.publish(numbered(0, keptUpdates))
	}
	if _, err := lagging.Next(t.Context(), 1); !errors.Is(err, ErrLagged) {
		t.Errorf("lagging: %v", err)
	}
	if got := len(g.feed.recent); got > 2*keptUpdates {
		t.Errorf("%d ids are kept", got)
	}
	following.at = g.feed.first + uint64(len(g.feed.recent)) - 1
	g.feed.close()
	g.feed.close()
	g.feed.publish(numbered(0, 1))
	if ids, err := following.Next(t.Context(), 5); err != nil || len(ids) != 1 {
		t.Errorf("the last one: %v %v", ids, err)
	}
	if _, err := following.Next(t.Context(), 5); !errors.Is(err, ErrClosed) {
		t.Errorf("after the end: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	waiting := &Graph{feed: newFeed()}
	if _, err := waiting.Watch().Next(ctx, 1); !errors.Is(err, context.Canceled) {
		t.Errorf("an ended context: %v", err)
	}
}
