package graphtest

import (
	"cmp"
	"context"
	"slices"
	"time"

	"github.com/newsgraph/newsgraph/graph"
)

// counted is an item of a list as facets and timelines see it.
type counted struct {
	values   map[graph.Facet][]string
	at       time.Time
	articles []graph.NodeID
}

// lists gives the items of each list.
func (s *sight) lists(l *graph.List) [][]counted {
	switch {
	case l.Entities != nil:
		return s.entityLists(l.Entities)
	case l.Articles != nil:
		return s.articleLists(l.Articles)
	case l.Events != nil:
		return s.eventLists(l.Events)
	}
	return s.statementLists(l.Statements)
}

func (s *sight) entityLists(q *graph.EntityQuery) [][]counted {
	return anchors(q.In, q.In == nil, itself, func(_ int, article graph.NodeID) (out []counted) {
		for _, e := range s.entitiesOn(q, article) {
			out = append(out, counted{values: map[graph.Facet][]string{graph.FacetKind: {string(e.Kind)}}})
		}
		return out
	})
}

func (s *sight) articleLists(q *graph.ArticleQuery) [][]counted {
	return anchors(q.Mentioning, q.Mentioning == nil, s.current, func(page int, entity graph.NodeID) (out []counted) {
		for _, a := range s.articlesOn(q, page, entity) {
			out = append(out, countedArticle(a))
		}
		return out
	})
}

func (s *sight) statementLists(q *graph.StatementQuery) [][]counted {
	return anchors(q.Of, q.Anchor == graph.NoAnchor, s.current, func(page int, node graph.NodeID) (out []counted) {
		for _, st := range s.statementsOn(q, page, node) {
			out = append(out, s.countedStatement(st, aboutNode(q, node)))
		}
		return out
	})
}

func itself(id graph.NodeID) graph.NodeID { return id }

// current gives the current id of an entity, "" when it is not in the graph, and other ids as they are.
func (s *sight) current(id graph.NodeID) graph.NodeID {
	if id.Type() == graph.TypeEntity {
		return s.entity[id]
	}
	return id
}

func countedArticle(a *graph.Article) counted {
	return counted{at: a.PublishedAt, articles: []graph.NodeID{a.ID}, values: map[graph.Facet][]string{
		graph.FacetSource: {a.Source}, graph.FacetLanguage: {a.Language}, graph.FacetMonth: {month(a.PublishedAt)},
	}}
}

// countedStatement is a statement on a page of those about the node, or "" on any other page.
func (s *sight) countedStatement(st *graph.Statement, aboutNode graph.NodeID) counted {
	var about, tones, to []string
	for _, t := range st.About {
		about = append(about, string(t.Entity))
		if aboutNode == "" || aboutNode == t.Entity {
			tones = append(tones, string(t.Tone))
		}
	}
	for _, id := range st.Addressees {
		to = append(to, string(id))
	}
	return counted{at: st.At, articles: []graph.NodeID{st.Article}, values: map[graph.Facet][]string{
		graph.FacetSource: {s.article(st.Article).Source}, graph.FacetKind: {string(st.Kind)}, graph.FacetSpeaker: {string(st.Speaker)},
		graph.FacetMode: {string(st.Mode)}, graph.FacetTone: tones, graph.FacetTarget: about, graph.FacetAddressee: to, graph.FacetMonth: {month(st.At)},
	}}
}

func month(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format("2006-01")
}

// Facets implements [graph.Store].
func (m *model) Facets(ctx context.Context, q *graph.FacetQuery) ([]graph.Facets, error) {
	s, err := m.see(ctx)
	if err != nil {
		return nil, err
	}
	out := []graph.Facets{}
	for _, items := range s.lists(&q.List) {
		facets := graph.Facets{}
		for _, f := range q.Facets {
			facets[f] = countValues(items, f, q.Top)
		}
		out = append(out, facets)
	}
	return out, nil
}

func countValues(items []counted, facet graph.Facet, top int) graph.FacetCounts {
	out := graph.FacetCounts{Values: []graph.FacetCount{}}
	counts := map[string]int{}
	for _, item := range items {
		values := slices.Compact(slices.Sorted(slices.Values(item.values[facet])))
		if len(values) == 0 || values[0] == "" {
			out.Missing++
			continue
		}
		for _, v := range values {
			counts[v]++
		}
	}
	for v, n := range counts {
		out.Values = append(out.Values, graph.FacetCount{Value: v, Count: n})
	}
	slices.SortFunc(out.Values, func(a, b graph.FacetCount) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Value, b.Value))
	})
	n := min(top, len(out.Values))
	out.Omitted, out.Values = len(out.Values)-n, out.Values[:n]
	return out
}

// Timeline implements [graph.Store].
func (m *model) Timeline(ctx context.Context, q *graph.TimelineQuery) ([][]graph.Bucket, error) {
	s, err := m.see(ctx)
	if err != nil {
		return nil, err
	}
	out := [][]graph.Bucket{}
	for _, items := range s.lists(&q.List) {
		buckets := map[time.Time]*graph.Bucket{}
		articles := map[time.Time]map[graph.NodeID]bool{}
		for _, item := range items {
			if item.at.IsZero() {
				continue
			}
			start := bucketStart(item.at, q.Interval)
			if buckets[start] == nil {
				buckets[start], articles[start] = &graph.Bucket{Start: start}, map[graph.NodeID]bool{}
			}
			buckets[start].Count++
			for _, id := range item.articles {
				articles[start][id] = true
			}
			if q.CountArticles {
				buckets[start].Articles = len(articles[start])
			}
		}
		list := []graph.Bucket{}
		for _, b := range buckets {
			list = append(list, *b)
		}
		slices.SortFunc(list, func(a, b graph.Bucket) int { return a.Start.Compare(b.Start) })
		out = append(out, list[:min(len(list), q.Limit)])
	}
	return out, nil
}

// bucketStart is the start of the bucket in which t falls.
func bucketStart(t time.Time, of graph.Interval) time.Time {
	year, month, day := t.UTC().Date()
	switch of {
	case graph.Year:
		month, day = time.January, 1
	case graph.Month:
		day = 1
	case graph.Week:
		day -= (int(t.UTC().Weekday()) + 6) % 7
	case graph.Day:
	}
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}
