package graphtest

import (
	"time"

	"github.com/newsgraph/newsgraph/graph"
	"pgregory.net/rapid"
)

func timeRange(t *rapid.T) graph.TimeRange {
	at := func(t *rapid.T) time.Time {
		day := rapid.IntRange(0, 400).Draw(t, "day")
		return time.Date(2017, 1, 1+day, 6, 0, 0, rapid.IntRange(0, 1).Draw(t, "ns"), time.UTC)
	}
	r := graph.TimeRange{From: rarely(t, at), To: rarely(t, at)}
	if !r.From.IsZero() && !r.To.IsZero() && r.To.Before(r.From) {
		r.From, r.To = r.To, r.From
	}
	return r
}

func kind(t *rapid.T) graph.Kind { return rapid.SampledFrom(graph.Kinds()).Draw(t, "kind") }

func (p *pool) source(t *rapid.T) string {
	return rapid.SampledFrom(append(p.world.sources, "the observer")).Draw(t, "source")
}

// inside draws the filters that stand in a filter.
func inside[F any](t *rapid.T, depth int, draw func(*rapid.T, int) F) (and, or []F, not *F) {
	if depth == 0 {
		return nil, nil, nil
	}
	deeper := func(t *rapid.T) F { return draw(t, depth-1) }
	and = rarely(t, func(t *rapid.T) []F { return some(t, 2, deeper) })
	or = rarely(t, func(t *rapid.T) []F { return some(t, 3, deeper) })
	not = rarely(t, func(t *rapid.T) *F { f := deeper(t); return &f })
	return and, or, not
}

func (p *pool) entityFilter(t *rapid.T, depth int) (f graph.EntityFilter) {
	f.Kinds = rarely(t, func(t *rapid.T) []graph.Kind { return some(t, 2, kind) })
	f.Text = rarely(t, p.text)
	f.MinArticles = rarely(t, func(t *rapid.T) int { return rapid.IntRange(0, 4).Draw(t, "min articles") })
	f.And, f.Or, f.Not = inside(t, depth, p.entityFilter)
	return f
}

func (p *pool) articleFilter(t *rapid.T, depth int) (f graph.ArticleFilter) {
	f.Sources = rarely(t, func(t *rapid.T) []string { return some(t, 2, p.source) })
	f.Published = rarely(t, timeRange)
	f.Text = rarely(t, p.text)
	f.Mentions = rarely(t, func(t *rapid.T) []graph.NodeID { return some(t, 2, p.entity) })
	f.And, f.Or, f.Not = inside(t, depth, p.articleFilter)
	return f
}

func (p *pool) statementFilter(t *rapid.T, depth int) (f graph.StatementFilter) {
	entities := func(t *rapid.T) []graph.NodeID { return some(t, 6, p.entity) }
	f.Speakers = rarely(t, entities)
	f.About = rarely(t, entities)
	f.Addressees = rarely(t, entities)
	f.Kinds = rarely(t, func(t *rapid.T) []graph.StatementKind {
		return some(t, 2, func(t *rapid.T) graph.StatementKind { return rapid.SampledFrom(graph.StatementKinds()).Draw(t, "kind") })
	})
	f.Articles = rarely(t, func(t *rapid.T) []graph.NodeID { return some(t, 5, p.article) })
	f.Sources = rarely(t, func(t *rapid.T) []string { return some(t, 2, p.source) })
	f.Text = rarely(t, p.text)
	f.Said = rarely(t, timeRange)
	f.Published = rarely(t, timeRange)
	f.Tones = rarely(t, func(t *rapid.T) []graph.Tone { return some(t, 2, of(graph.Tones())) })
	f.Modes = rarely(t, func(t *rapid.T) []graph.StatementMode { return some(t, 2, of(graph.StatementModes())) })
	f.Cue = rarely(t, of([]string{"told", "TOLD reporters", "said", "?"}))
	f.SpeakerText = rarely(t, p.text)
	f.Context = rarely(t, p.text)
	f.Within = rarely(t, func(t *rapid.T) []graph.NodeID { return some(t, 4, p.statement) })
	f.Nested = rarely(t, func(t *rapid.T) *bool { nested := rapid.Bool().Draw(t, "nested"); return &nested })
	f.Reasons = rarely(t, func(t *rapid.T) []string { return some(t, 2, of([]string{"subject", "pronoun"})) })
	f.MinConfidence = rarely(t, func(t *rapid.T) float64 { return float64(rapid.IntRange(0, 10).Draw(t, "confidence")) / 10 })
	f.And, f.Or, f.Not = inside(t, depth, p.statementFilter)
	return f
}

// of draws one of the values.
func of[T any](values []T) func(*rapid.T) T {
	return func(t *rapid.T) T { return rapid.SampledFrom(values).Draw(t, "value") }
}

func timeOrder(t *rapid.T) graph.Order {
	return rapid.SampledFrom([]graph.Order{graph.ByTimeDesc, graph.ByTimeAsc, ""}).Draw(t, "order")
}

// page draws a part of a list; cursors are some of such a list.
func page(t *rapid.T, cursors []string) graph.Page {
	var p graph.Page
	n := rapid.IntRange(0, 4).Draw(t, "size")
	switch rapid.IntRange(0, 2).Draw(t, "direction") {
	case 0:
		p.First = &n
	case 1:
		p.Last = &n
	}
	cursor := func(t *rapid.T) string { return rapid.SampledFrom(append(cursors, "")).Draw(t, "cursor") }
	p.After, p.Before = cursor(t), rarely(t, cursor)
	if p.Last != nil {
		p.After, p.Before = p.Before, p.After
	}
	p.Count = rapid.Bool().Draw(t, "count")
	return p
}
