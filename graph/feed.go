package graph

import (
	"context"
	"slices"
	"sync"
)

// keptUpdates is how many of the last loaded articles are known to those who follow the graph.
const keptUpdates = 1 << 14

// feed is the order in which articles were loaded, as far back as it is kept. All who follow share it, so that its
// memory does not depend on how many they are or how slow.
type feed struct {
	mu     sync.Mutex
	recent []NodeID
	first  uint64        // the number of recent[0]
	more   chan struct{} // closed when there is more, or nothing more will come
	closed bool
}

func newFeed() *feed { return &feed{more: make(chan struct{})} }

// publish tells of articles that are new or changed.
func (f *feed) publish(ids []NodeID) {
	if len(ids) == 0 {
		return
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.closed {
		return
	}
	f.recent = append(f.recent, ids...)
	if over := len(f.recent) - keptUpdates; over > keptUpdates {
		f.recent = slices.Clone(f.recent[over:])
		f.first += uint64(over)
	}
	close(f.more)
	f.more = make(chan struct{})
}

func (f *feed) close() {
	f.mu.Lock()
	defer f.mu.Unlock()
	if !f.closed {
		f.closed = true
		close(f.more)
	}
}

// since returns at most n of the ids from the number at on, or what to wait for when there are none.
func (f *feed) since(at uint64, n int) (ids []NodeID, wait <-chan struct{}, err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	end := f.first + uint64(len(f.recent))
	switch {
	case at < f.first:
		return nil, nil, ErrLagged
	case at < end:
		from := int(at - f.first)
		return slices.Clone(f.recent[from:min(len(f.recent), from+n)]), nil, nil
	case f.closed:
		return nil, nil, ErrClosed
	}
	return nil, f.more, nil
}

// Watch follows what is loaded into a graph from a moment on. One goroutine uses it at a time; it needs no closing.
type Watch struct {
	feed *feed
	at   uint64
}

// Watch returns a watch of what this graph, in this process, loads from now on.
func (g *Graph) Watch() *Watch {
	g.feed.mu.Lock()
	defer g.feed.mu.Unlock()
	return &Watch{feed: g.feed, at: g.feed.first + uint64(len(g.feed.recent))}
}

// Next returns the ids of the next articles that were new or changed, at least one and at most n, in the order in which
// they were loaded. It waits for them. It returns [ErrLagged] when so many were loaded since the last call that some are forgotten,
// [ErrClosed] when the graph is closed and all have been told, and the context's error. By the time an id is told the article may be
// gone, or changed again; then it is told again.
func (w *Watch) Next(ctx context.Context, n int) ([]NodeID, error) {
	for {
		ids, wait, err := w.feed.since(w.at, max(1, n))
		if err != nil || len(ids) > 0 {
			w.at += uint64(len(ids))
			return ids, err
		}
		select {
		case <-wait:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
}

// loaded lists the articles of a batch that are new or changed.
func loaded(b *Batch, applied Applied) []NodeID {
	var ids []NodeID
	for i, change := range applied.Records {
		if change != Unchanged {
			ids = append(ids, b.Records[i].Article.ID)
		}
	}
	return ids
}
