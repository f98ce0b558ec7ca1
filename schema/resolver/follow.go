package resolver

import (
	"context"
	"errors"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/schema/batch"
	"github.com/newsgraph/newsgraph/schema/intake"
)

// atOnce is how many articles of the feed are looked at in one call of the store.
const atOnce = 50

// follow tells of loaded articles until the context or the server ends. tell returns false when nobody listens any more. An error is told too, as the last event.
func follow[E any](ctx context.Context, r *Resolver, tell func(ids []graph.NodeID, send func(E) bool) error, fail func(error) E) <-chan E {
	events := make(chan E)
	watch := r.Graph.Watch()
	ctx, cancel := context.WithCancel(ctx)
	stop := context.AfterFunc(r.running(), cancel)
	send := func(e E) bool {
		select {
		case events <- e:
			return true
		case <-ctx.Done():
			return false
		}
	}
	go func() {
		defer close(events)
		defer cancel()
		defer stop()
		for {
			ids, err := watch.Next(ctx, atOnce)
			if err == nil {
				err = tell(ids, send)
			}
			if ctx.Err() != nil || errors.Is(err, graph.ErrClosed) {
				return
			}
			if err != nil {
				send(fail(err))
				return
			}
		}
	}()
	return events
}

// running ends when the server is told to stop.
func (r *Resolver) running() context.Context {
	if r.Running == nil {
		return context.Background()
	}
	return r.Running
}

// followStatements tells of the statements of loaded articles.
func (r *Resolver) followStatements(ctx context.Context, filter *graph.StatementFilter) (<-chan *intake.StatementAdded, error) {
	q := graph.StatementQuery{Anchor: graph.InArticle, Filter: deref(filter), Order: graph.ByTimeAsc}
	if err := resolveNames(ctx, r.Graph, func(visit func([]graph.NodeID)) { statementNames(&q.Filter, visit) }); err != nil {
		return nil, err
	}
	// What is wrong with the filter is said now, not at the first statement.
	if _, err := r.Graph.Statements(ctx, &q); err != nil {
		return nil, err
	}
	all := r.Graph.Options().MaxPage
	tell := func(ids []graph.NodeID, send func(*intake.StatementAdded) bool) error {
		first := q
		first.Of, first.Page = ids, graph.Page{First: &all}
		pages, err := r.Graph.Statements(ctx, &first)
		if err != nil {
			return err
		}
		for i := range pages {
			if err := r.tellStatements(ctx, first, ids[i], &pages[i], send); err != nil {
				return err
			}
		}
		return nil
	}
	return follow(ctx, r, tell, func(err error) *intake.StatementAdded { return &intake.StatementAdded{Err: err} }), nil
}

// tellStatements tells of all statements of an article, of which the first page is there.
func (r *Resolver) tellStatements(
	ctx context.Context, q graph.StatementQuery, article graph.NodeID, page *graph.StatementPage, send func(*intake.StatementAdded) bool,
) error {
	for {
		for _, e := range page.Edges {
			if !send(&intake.StatementAdded{Statement: e.Node}) {
				return nil
			}
		}
		if !page.PageInfo.HasNextPage {
			return nil
		}
		q.Of, q.Page.After = []graph.NodeID{article}, page.PageInfo.EndCursor
		next, err := r.Graph.Statements(ctx, &q)
		if err != nil {
			return err
		}
		page = &next[0]
	}
}

// followArticles tells of loaded articles.
func (r *Resolver) followArticles(ctx context.Context) <-chan *intake.ArticleLoaded {
	tell := func(ids []graph.NodeID, send func(*intake.ArticleLoaded) bool) error {
		nodes, err := r.Graph.Nodes(ctx, ids)
		if err != nil {
			return err
		}
		for _, n := range nodes {
			if a, ok := n.(*graph.Article); ok && !send(&intake.ArticleLoaded{Article: a}) {
				return nil
			}
		}
		return nil
	}
	return follow(ctx, r, tell, func(err error) *intake.ArticleLoaded { return &intake.ArticleLoaded{Err: err} })
}

// followLoads tells how far loads are.
func (r *Resolver) followLoads(ctx context.Context) <-chan *intake.Progress {
	events := make(chan *intake.Progress)
	loads := r.Loads
	if loads == nil {
		loads = intake.NewLoads()
	}
	ctx, cancel := context.WithCancel(ctx)
	stop := context.AfterFunc(r.running(), cancel)
	go func() {
		defer close(events)
		defer cancel()
		defer stop()
		f := loads.Follow()
		for {
			news, err := f.Next(ctx)
			if err != nil {
				return
			}
			for _, p := range news {
				select {
				case events <- &p:
				case <-ctx.Done():
					return
				}
			}
		}
	}()
	return events
}

// told gives what an event tells of, so that its fields are loaded as those of any object.
func told[V any](ctx context.Context, v V, failed error) (V, error) {
	return batch.Load(ctx, func(context.Context, []any) (V, []any, error) { return v, []any{v}, failed })
}
