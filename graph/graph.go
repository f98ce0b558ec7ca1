package graph

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"time"
)

// Options bounds what a [Graph] may be asked for. The zero value of a field means its default.
type Options struct {
	DefaultPage int // items of a page when neither First nor Last is set; 20
	MaxPage     int // most items of a page; 100
	MaxIDs      int // most ids, names or keys in one call; 1000
	MaxFilter   int // most filters in one filter, nested ones counted; 50
	// MaxNetwork is the most entities of a network, 500; MaxNetworkDepth its most steps, 3.
	MaxNetwork, MaxNetworkDepth int

	MaxNewest  int // most statements, articles and events of one entity that are looked at for relations; 2000
	MaxBuckets int // most buckets of a timeline; 1000
	// AuditKeep is how long entries of the audit log are kept: with each that is written, those older by more are taken out. 0: for ever.
	AuditKeep time.Duration
	// Rules judge which keys are the same, with each batch; nil for none. All that write to one store have the same.
	Rules Rules
	// Places tells where the entities of kind PLACE are; nil for nowhere. All that write to one store have the same.
	Places Places
}

func (o *Options) withDefaults() Options {
	var out Options
	if o != nil {
		out = *o
	}
	for _, d := range []struct {
		field *int
		value int
	}{
		{&out.DefaultPage, 20},
		{&out.MaxPage, 100},
		{&out.MaxIDs, 1000},
		{&out.MaxFilter, 50},
		{&out.MaxNewest, 2000},
		{&out.MaxNetwork, 500},
		{&out.MaxNetworkDepth, 3},
		{&out.MaxBuckets, 1000},
	} {
		if *d.field == 0 {
			*d.field = d.value
		}
	}
	return out
}

// Graph is the graph in a store. It may be used by many goroutines at once.
type Graph struct {
	opts   Options
	mu     sync.RWMutex // held for reading by every call, for writing by Close
	closed bool
	store  Store
	feed   *feed
}

// New returns the graph in the store, which it owns from then on. opts may be nil.
func New(store Store, opts *Options) *Graph {
	return &Graph{opts: opts.withDefaults(), store: store, feed: newFeed()}
}

// Options returns the bounds in force.
func (g *Graph) Options() Options { return g.opts }

// Close closes the graph and its store, after the calls that are running. Later calls return [ErrClosed].
func (g *Graph) Close() error {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.closed {
		return ErrClosed
	}
	g.closed = true
	g.feed.close()
	if err := g.store.Close(); err != nil {
		return fmt.Errorf("close graph: %w", err)
	}
	return nil
}

// call runs one store call, unless the graph is closed, and says in its error what was called.
func call[T any](g *Graph, what string, f func(Store) (T, error)) (T, error) {
	var zero T
	g.mu.RLock()
	defer g.mu.RUnlock()
	if g.closed {
		return zero, ErrClosed
	}
	out, err := f(g.store)
	if err != nil {
		return zero, fmt.Errorf("%s: %w", what, err)
	}
	return out, nil
}

// Apply applies a batch as a whole or not at all, see [Store.Apply]. It returns [ErrInvalid], and
// applies nothing, when a record is not sound: an id that is not its key's, a span that does not fit the text, a key that
// no actor has. The batch is not changed.
func (g *Graph) Apply(ctx context.Context, batch *Batch) (Applied, error) {
	sound, err := prepare(batch)
	if err == nil {
		sound.Places = g.opts.Places
		err = sound.ruledBy(g.opts.Rules)
	}
	if err == nil && sound.Audit != nil && g.opts.AuditKeep > 0 {
		sound.AuditSince = sound.Audit.At.Add(-g.opts.AuditKeep)
	}
	if err != nil {
		return Applied{}, fmt.Errorf("apply: %w", err)
	}
	applied, err := call(g, "apply", func(s Store) (Applied, error) { return s.Apply(ctx, sound) })
	if err == nil {
		g.feed.publish(loaded(sound, applied))
	}
	return applied, err
}

// Nodes returns the nodes with the given ids, in the same order, and nil for each that is not in the graph.
func (g *Graph) Nodes(ctx context.Context, ids []NodeID) ([]Node, error) {
	if err := g.checkIDs(ids, ""); err != nil {
		return nil, err
	}
	return call(g, "nodes", func(s Store) ([]Node, error) { return s.Nodes(ctx, ids) })
}

// Node returns the node with the given id, or [ErrNotFound].
func (g *Graph) Node(ctx context.Context, id NodeID) (Node, error) {
	nodes, err := g.Nodes(ctx, []NodeID{id})
	if err != nil {
		return nil, err
	}
	if nodes[0] == nil {
		return nil, fmt.Errorf("node %s: %w", id, ErrNotFound)
	}
	return nodes[0], nil
}

// Lookup returns for each name the entities that are called so, see [Store.Lookup].
func (g *Graph) Lookup(ctx context.Context, names []NameQuery) ([][]*Entity, error) {
	if len(names) > g.opts.MaxIDs {
		return nil, fmt.Errorf("%w: %d names in one call, at most %d", ErrInvalid, len(names), g.opts.MaxIDs)
	}
	for _, n := range names {
		if n.Kind != "" && !slices.Contains(Kinds(), n.Kind) {
			return nil, fmt.Errorf("%w: unknown kind %q", ErrInvalid, n.Kind)
		}
	}
	return call(g, "lookup", func(s Store) ([][]*Entity, error) { return s.Lookup(ctx, names) })
}

// Entities returns pages of entities, see [Store.Entities].
func (g *Graph) Entities(ctx context.Context, q *EntityQuery) ([]EntityPage, error) {
	sound := *q
	err := firstError(
		g.checkIDs(q.In, TypeArticle),
		checkOrder(&sound.Order, ByMentionsDesc, ByNameAsc),
		g.checkPage(&sound.Page, sound.Order, entityInts, entityTexts),
		g.checkFilter(sound.Filter.count()),
		sound.Filter.check(),
	)
	if err != nil {
		return nil, fmt.Errorf("entities: %w", err)
	}
	return call(g, "entities", func(s Store) ([]EntityPage, error) { return s.Entities(ctx, &sound) })
}

// Articles returns pages of articles, see [Store.Articles].
func (g *Graph) Articles(ctx context.Context, q *ArticleQuery) ([]ArticlePage, error) {
	sound := *q
	err := firstError(
		g.checkIDs(q.Mentioning, TypeEntity),
		g.checkWith(q.With, q.Mentioning, true),
		checkOrder(&sound.Order, ByTimeDesc, ByTimeAsc),
		g.checkPage(&sound.Page, sound.Order, timeInts, timeTexts),
		g.checkFilter(sound.Filter.count()),
		sound.Filter.check(),
	)
	if err != nil {
		return nil, fmt.Errorf("articles: %w", err)
	}
	return call(g, "articles", func(s Store) ([]ArticlePage, error) { return s.Articles(ctx, &sound) })
}

// Statements returns pages of statements, see [Store.Statements].
func (g *Graph) Statements(ctx context.Context, q *StatementQuery) ([]StatementPage, error) {
	sound := *q
	err := firstError(
		checkAnchor(q),
		g.checkIDs(q.Of, anchorType(q.Anchor)),
		g.checkWith(q.With, q.Of, q.Anchor == SpokenBy || q.Anchor == AboutWhom || q.Anchor == ToWhom),
		checkOrder(&sound.Order, ByTimeDesc, ByTimeAsc),
		g.checkPage(&sound.Page, sound.Order, timeInts, timeTexts),
		g.checkFilter(sound.Filter.count()),
		sound.Filter.check(),
	)
	if err != nil {
		return nil, fmt.Errorf("statements: %w", err)
	}
	return call(g, "statements", func(s Store) ([]StatementPage, error) { return s.Statements(ctx, &sound) })
}

// Mentions returns pages of mentions, see [Store.Mentions].
func (g *Graph) Mentions(ctx context.Context, q *MentionQuery) ([]MentionPage, error) {
	sound := *q
	want := TypeEntity
	if q.Anchor == OfArticle {
		want = TypeArticle
	} else if q.Anchor != OfEntity {
		return nil, fmt.Errorf("mentions: %w: unknown anchor %q", ErrInvalid, q.Anchor)
	}
	err := firstError(
		g.checkIDs(q.Of, want),
		checkOrder(&sound.Order, ByTimeDesc, ByTimeAsc),
		g.checkPage(&sound.Page, sound.Order, mentionInts, mentionTexts),
	)
	if err != nil {
		return nil, fmt.Errorf("mentions: %w", err)
	}
	return call(g, "mentions", func(s Store) ([]MentionPage, error) { return s.Mentions(ctx, &sound) })
}

// Roles returns the roles of each person, see [Store.Roles].
func (g *Graph) Roles(ctx context.Context, persons []NodeID) ([][]Role, error) {
	if err := g.checkIDs(persons, TypeEntity); err != nil {
		return nil, fmt.Errorf("roles: %w", err)
	}
	return call(g, "roles", func(s Store) ([][]Role, error) { return s.Roles(ctx, persons) })
}

// Texts returns the text of each article, see [Store.Texts].
func (g *Graph) Texts(ctx context.Context, articles []NodeID) ([]string, error) {
	if err := g.checkIDs(articles, TypeArticle); err != nil {
		return nil, fmt.Errorf("texts: %w", err)
	}
	return call(g, "texts", func(s Store) ([]string, error) { return s.Texts(ctx, articles) })
}

// Search returns a page of search hits, see [Store.Search].
func (g *Graph) Search(ctx context.Context, q *SearchQuery) (SearchPage, error) {
	sound := *q
	if q.Page.Last != nil || q.Page.Before != "" {
		return SearchPage{}, fmt.Errorf("search: %w: search hits are paged forward only", ErrInvalid)
	}
	for _, t := range q.Types {
		if t != SearchEntities && t != SearchStatements && t != SearchArticles {
			return SearchPage{}, fmt.Errorf("search: %w: unknown type %q", ErrInvalid, t)
		}
	}
	if err := g.checkPage(&sound.Page, BySearchRank, searchInts, searchTexts); err != nil {
		return SearchPage{}, fmt.Errorf("search: %w", err)
	}
	return call(g, "search", func(s Store) (SearchPage, error) { return s.Search(ctx, &sound) })
}

// Stats counts what is in the graph.
func (g *Graph) Stats(ctx context.Context) (Stats, error) {
	return call(g, "stats", func(s Store) (Stats, error) { return s.Stats(ctx) })
}
