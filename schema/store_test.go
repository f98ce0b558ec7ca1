package schema_test

import (
	"context"
	"slices"
	"sync"

	"github.com/newsgraph/newsgraph/graph"
)

// countingStore counts the calls of a store, and can be made to fail.
type countingStore struct {
	graph.Store
	mu    sync.Mutex
	calls []string
	fail  func(ctx context.Context) error // nil: no call fails
}

var _ graph.Store = (*countingStore)(nil)

// take returns the names of the calls since the last take, sorted.
func (s *countingStore) take() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	calls := slices.Sorted(slices.Values(s.calls))
	s.calls = nil
	return calls
}

func (s *countingStore) call(ctx context.Context, name string) error {
	s.mu.Lock()
	s.calls = append(s.calls, name)
	s.mu.Unlock()
	if s.fail != nil {
		return s.fail(ctx)
	}
	return nil
}

func (s *countingStore) Nodes(ctx context.Context, ids []graph.NodeID) ([]graph.Node, error) {
	if err := s.call(ctx, "Nodes"); err != nil {
		return nil, err
	}
	return s.Store.Nodes(ctx, ids)
}

func (s *countingStore) Lookup(ctx context.Context, names []graph.NameQuery) ([][]*graph.Entity, error) {
	if err := s.call(ctx, "Lookup"); err != nil {
		return nil, err
	}
	return s.Store.Lookup(ctx, names)
}

func (s *countingStore) Entities(ctx context.Context, q *graph.EntityQuery) ([]graph.EntityPage, error) {
	if err := s.call(ctx, counted("Entities", q.Page)); err != nil {
		return nil, err
	}
	return s.Store.Entities(ctx, q)
}

func (s *countingStore) Articles(ctx context.Context, q *graph.ArticleQuery) ([]graph.ArticlePage, error) {
	if err := s.call(ctx, counted("Articles", q.Page)); err != nil {
		return nil, err
	}
	return s.Store.Articles(ctx, q)
}

func (s *countingStore) Statements(ctx context.Context, q *graph.StatementQuery) ([]graph.StatementPage, error) {
	if err := s.call(ctx, counted("Statements", q.Page)); err != nil {
		return nil, err
	}
	return s.Store.Statements(ctx, q)
}

func (s *countingStore) Events(ctx context.Context, q *graph.EventQuery) ([]graph.EventPage, error) {
	if err := s.call(ctx, counted("Events", q.Page)); err != nil {
		return nil, err
	}
	return s.Store.Events(ctx, q)
}

func (s *countingStore) Reports(ctx context.Context, q *graph.ReportQuery) ([]graph.ReportPage, error) {
	if err := s.call(ctx, counted("Reports", q.Page)); err != nil {
		return nil, err
	}
	return s.Store.Reports(ctx, q)
}

func (s *countingStore) Mentions(ctx context.Context, q *graph.MentionQuery) ([]graph.MentionPage, error) {
	if err := s.call(ctx, counted("Mentions", q.Page)); err != nil {
		return nil, err
	}
	return s.Store.Mentions(ctx, q)
}

func (s *countingStore) Roles(ctx context.Context, persons []graph.NodeID) ([][]graph.Role, error) {
	if err := s.call(ctx, "Roles"); err != nil {
		return nil, err
	}
	return s.Store.Roles(ctx, persons)
}

func (s *countingStore) Texts(ctx context.Context, articles []graph.NodeID) ([]string, error) {
	if err := s.call(ctx, "Texts"); err != nil {
		return nil, err
	}
	return s.Store.Texts(ctx, articles)
}

func (s *countingStore) Search(ctx context.Context, q *graph.SearchQuery) (graph.SearchPage, error) {
	if err := s.call(ctx, counted("Search", q.Page)); err != nil {
		return graph.SearchPage{}, err
	}
	return s.Store.Search(ctx, q)
}

func (s *countingStore) Facets(ctx context.Context, q *graph.FacetQuery) ([]graph.Facets, error) {
	if err := s.call(ctx, "Facets"); err != nil {
		return nil, err
	}
	return s.Store.Facets(ctx, q)
}

func (s *countingStore) Timeline(ctx context.Context, q *graph.TimelineQuery) ([][]graph.Bucket, error) {
	if err := s.call(ctx, "Timeline"); err != nil {
		return nil, err
	}
	return s.Store.Timeline(ctx, q)
}

func (s *countingStore) Keys(ctx context.Context, entities []graph.NodeID) ([][]graph.KeyCount, error) {
	if err := s.call(ctx, "Keys"); err != nil {
		return nil, err
	}
	return s.Store.Keys(ctx, entities)
}

func (s *countingStore) Judgements(ctx context.Context, q *graph.JudgementQuery) ([]graph.Judgement, error) {
	if err := s.call(ctx, "Judgements"); err != nil {
		return nil, err
	}
	return s.Store.Judgements(ctx, q)
}

func (s *countingStore) Suggestions(ctx context.Context, q *graph.SuggestionQuery) (graph.SuggestionPage, error) {
	if err := s.call(ctx, counted("Suggestions", q.Page)); err != nil {
		return graph.SuggestionPage{}, err
	}
	return s.Store.Suggestions(ctx, q)
}

func (s *countingStore) Relations(ctx context.Context, q *graph.RelationQuery) ([]graph.RelationPage, error) {
	if err := s.call(ctx, counted("Relations", q.Page)); err != nil {
		return nil, err
	}
	return s.Store.Relations(ctx, q)
}

func (s *countingStore) Stats(ctx context.Context) (graph.Stats, error) {
	if err := s.call(ctx, "Stats"); err != nil {
		return graph.Stats{}, err
	}
	return s.Store.Stats(ctx)
}

// counted marks the calls that count the whole list.
func counted(name string, p graph.Page) string {
	if p.Count {
		return name + "+count"
	}
	return name
}
