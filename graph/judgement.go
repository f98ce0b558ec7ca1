package graph

import (
	"context"
	"fmt"
	"math"
	"slices"
)

// JudgementQuery asks for judgements: those that name any of the keys, and those with any of the ids, which are their own or that of
// their act. With both nil it asks for all.
type JudgementQuery struct {
	Keys []Key
	IDs  []NodeID
}

// All tells whether the query asks for all judgements.
func (q *JudgementQuery) All() bool { return q.Keys == nil && q.IDs == nil }

// KeyCount is a key with the number of articles that mention it.
type KeyCount struct {
	Key      Key `json:"key"`
	Articles int `json:"articles"`
}

// SuggestionQuery asks for a page of the open pairs: those of which a rule is unsure, and on which no person has judged. Both keys have mentions,
// and are not in one entity.
type SuggestionQuery struct {
	Kinds    []Kind  // any of these; empty for all
	MinScore float64 // at least this
	Page     Page
}

// SuggestionPage is a page of suggestions.
type SuggestionPage struct {
	Edges    []SuggestionEdge
	PageInfo PageInfo
	Total    int // set when Page.Count was
}

// SuggestionEdge is the rule's judgement on an open pair.
type SuggestionEdge struct {
	Cursor string
	Node   *Judgement
}

// ScoreRank gives a score as an integer that sorts like it, as cursors hold it. The score is not negative.
func ScoreRank(score float64) int64 {
	return int64(math.Float64bits(score))
}

// Judgements returns judgements, see [Store.Judgements].
func (g *Graph) Judgements(ctx context.Context, q *JudgementQuery) ([]Judgement, error) {
	if len(q.Keys) > g.opts.MaxIDs {
		return nil, fmt.Errorf("judgements: %w: %d keys in one call, at most %d", ErrInvalid, len(q.Keys), g.opts.MaxIDs)
	}
	if err := g.checkIDs(q.IDs, TypeJudgement); err != nil {
		return nil, fmt.Errorf("judgements: %w", err)
	}
	return call(g, "judgements", func(s Store) ([]Judgement, error) { return s.Judgements(ctx, q) })
}

// Suggestions returns a page of the open pairs, see [Store.Suggestions].
func (g *Graph) Suggestions(ctx context.Context, q *SuggestionQuery) (SuggestionPage, error) {
	sound := *q
	err := firstError(
		g.checkPage(&sound.Page, ByScoreDesc, suggestionInts, suggestionTexts),
		checkAmong("kind", Kinds(), q.Kinds...),
		checkConfidence(q.MinScore),
	)
	if err != nil {
		return SuggestionPage{}, fmt.Errorf("suggestions: %w", err)
	}
	sound.Kinds = slices.Compact(slices.Sorted(slices.Values(q.Kinds)))
	return call(g, "suggestions", func(s Store) (SuggestionPage, error) { return s.Suggestions(ctx, &sound) })
}

// Keys returns the keys of each entity, see [Store.Keys].
func (g *Graph) Keys(ctx context.Context, entities []NodeID) ([][]KeyCount, error) {
	if err := g.checkIDs(entities, TypeEntity); err != nil {
		return nil, fmt.Errorf("keys: %w", err)
	}
	return call(g, "keys", func(s Store) ([][]KeyCount, error) { return s.Keys(ctx, entities) })
}
