// Package observe tells an observer of each call of a store, for metrics and traces.
package observe

import (
	"context"
	"time"

	"github.com/newsgraph/newsgraph/graph"
)

// Call is told the name of a method of [graph.Store] that is about to be called. The call is made in the context
// that it returns; done, which it returns too, is called with the call's error, nil when there is none.
type Call func(ctx context.Context, method string) (_ context.Context, done func(error))

// Store returns the store with each call told, except Close.
func Store(store graph.Store, call Call) graph.Store { return &observed{Store: store, call: call} }

type observed struct {
	graph.Store
	call Call
}

func tell[A, V any](ctx context.Context, call Call, method string, f func(context.Context, A) (V, error), arg A) (out V, err error) {
	ctx, done := call(ctx, method)
	defer func() { done(err) }()
	return f(ctx, arg)
}

// Apply implements [graph.Store].
func (s *observed) Apply(ctx context.Context, batch *graph.Batch) (graph.Applied, error) {
	return tell(ctx, s.call, "Apply", s.Store.Apply, batch)
}

// Nodes implements [graph.Store].
func (s *observed) Nodes(ctx context.Context, ids []graph.NodeID) ([]graph.Node, error) {
	return tell(ctx, s.call, "Nodes", s.Store.Nodes, ids)
}

// Lookup implements [graph.Store].
func (s *observed) Lookup(ctx context.Context, names []graph.NameQuery) ([][]*graph.Entity, error) {
	return tell(ctx, s.call, "Lookup", s.Store.Lookup, names)
}

// Entities implements [graph.Store].
func (s *observed) Entities(ctx context.Context, q *graph.EntityQuery) ([]graph.EntityPage, error) {
	return tell(ctx, s.call, "Entities", s.Store.Entities, q)
}

// Articles implements [graph.Store].
func (s *observed) Articles(ctx context.Context, q *graph.ArticleQuery) ([]graph.ArticlePage, error) {
	return tell(ctx, s.call, "Articles", s.Store.Articles, q)
}

// Statements implements [graph.Store].
func (s *observed) Statements(ctx context.Context, q *graph.StatementQuery) ([]graph.StatementPage, error) {
	return tell(ctx, s.call, "Statements", s.Store.Statements, q)
}

// Mentions implements [graph.Store].
func (s *observed) Mentions(ctx context.Context, q *graph.MentionQuery) ([]graph.MentionPage, error) {
	return tell(ctx, s.call, "Mentions", s.Store.Mentions, q)
}

// Roles implements [graph.Store].
func (s *observed) Roles(ctx context.Context, persons []graph.NodeID) ([][]graph.Role, error) {
	return tell(ctx, s.call, "Roles", s.Store.Roles, persons)
}

// Relations implements [graph.Store].
func (s *observed) Relations(ctx context.Context, q *graph.RelationQuery) ([]graph.RelationPage, error) {
	return tell(ctx, s.call, "Relations", s.Store.Relations, q)
}

// Texts implements [graph.Store].
func (s *observed) Texts(ctx context.Context, articles []graph.NodeID) ([]string, error) {
	return tell(ctx, s.call, "Texts", s.Store.Texts, articles)
}

// Search implements [graph.Store].
func (s *observed) Search(ctx context.Context, q *graph.SearchQuery) (graph.SearchPage, error) {
	return tell(ctx, s.call, "Search", s.Store.Search, q)
}

// Facets implements [graph.Store].
func (s *observed) Facets(ctx context.Context, q *graph.FacetQuery) ([]graph.Facets, error) {
	return tell(ctx, s.call, "Facets", s.Store.Facets, q)
}

// Events implements [graph.Store].
func (s *observed) Events(ctx context.Context, q *graph.EventQuery) ([]graph.EventPage, error) {
	return tell(ctx, s.call, "Events", s.Store.Events, q)
}

// Reports implements [graph.Store].
func (s *observed) Reports(ctx context.Context, q *graph.ReportQuery) ([]graph.ReportPage, error) {
	return tell(ctx, s.call, "Reports", s.Store.Reports, q)
}

// Timeline implements [graph.Store].
func (s *observed) Timeline(ctx context.Context, q *graph.TimelineQuery) ([][]graph.Bucket, error) {
	return tell(ctx, s.call, "Timeline", s.Store.Timeline, q)
}

// Judgements implements [graph.Store].
func (s *observed) Judgements(ctx context.Context, q *graph.JudgementQuery) ([]graph.Judgement, error) {
	return tell(ctx, s.call, "Judgements", s.Store.Judgements, q)
}

// Suggestions implements [graph.Store].
func (s *observed) Suggestions(ctx context.Context, q *graph.SuggestionQuery) (graph.SuggestionPage, error) {
	return tell(ctx, s.call, "Suggestions", s.Store.Suggestions, q)
}

// Keys implements [graph.Store].
func (s *observed) Keys(ctx context.Context, entities []graph.NodeID) ([][]graph.KeyCount, error) {
	return tell(ctx, s.call, "Keys", s.Store.Keys, entities)
}

// Audit implements [graph.Store].
func (s *observed) Audit(ctx context.Context, q *graph.AuditQuery) (graph.AuditPage, error) {
	return tell(ctx, s.call, "Audit", s.Store.Audit, q)
}

// Receipt implements [graph.Store].
func (s *observed) Receipt(ctx context.Context, key string, at time.Time) (out graph.Receipt, err error) {
	ctx, done := s.call(ctx, "Receipt")
	defer func() { done(err) }()
	return s.Store.Receipt(ctx, key, at)
}

// Stats implements [graph.Store].
func (s *observed) Stats(ctx context.Context) (out graph.Stats, err error) {
	ctx, done := s.call(ctx, "Stats")
	defer func() { done(err) }()
	return s.Store.Stats(ctx)
}
