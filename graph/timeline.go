package graph

import (
	"context"
	"fmt"
	"slices"
	"time"
)

// Interval is the length of the buckets of a timeline. All begin at midnight in UTC.
type Interval string

// The intervals.
const (
	Day   Interval = "DAY"
	Week  Interval = "WEEK" // of ISO 8601: from Monday
	Month Interval = "MONTH"
	Year  Interval = "YEAR"
)

// Intervals lists the intervals, the shortest first.
func Intervals() []Interval { return []Interval{Day, Week, Month, Year} }

// Next returns the start of the bucket after the one that starts at t.
func (i Interval) Next(t time.Time) time.Time {
	switch i {
	case Day:
		return t.AddDate(0, 0, 1)
	case Week:
		return t.AddDate(0, 0, 7)
	case Month:
		return t.AddDate(0, 1, 0)
	case Year:
	}
	return t.AddDate(1, 0, 0)
}

// TimelineQuery asks how the items of lists spread over time: statements and events by At, articles by PublishedAt. Entities have no time.
type TimelineQuery struct {
	List
	Interval Interval
	// CountArticles tells whether [Bucket.Articles] is wanted.
	CountArticles bool
	// Limit is how many buckets with items a store returns at most; [Graph] sets it.
	Limit int
}

// Bucket is a stretch of time and how many items of a list fall into it.
type Bucket struct {
	Start time.Time // in UTC
	End   time.Time // the first moment after it; [Graph] sets it
	Count int
	// Articles is how many articles the counted statements stand in, or report the counted events; for articles it is Count. Set when it was asked for.
	Articles int
}

// Timeline counts the items of lists in buckets of time: for each list all buckets from the first to the last with
// an item, in order, those without one among them, see [Store.Timeline]. It returns [ErrInvalid] for a list of entities and when
// there would be more than [Options.MaxBuckets] of them.
func (g *Graph) Timeline(ctx context.Context, q *TimelineQuery) ([][]Bucket, error) {
	sound := *q
	sound.Limit = g.opts.MaxBuckets + 1
	err := g.checkList(&q.List)
	if err == nil && q.Entities != nil {
		err = fmt.Errorf("%w: entities have no time", ErrInvalid)
	}
	if err == nil && !slices.Contains(Intervals(), q.Interval) {
		err = fmt.Errorf("%w: unknown interval %q", ErrInvalid, q.Interval)
	}
	if err != nil {
		return nil, fmt.Errorf("timeline: %w", err)
	}
	found, err := call(g, "timeline", func(s Store) ([][]Bucket, error) { return s.Timeline(ctx, &sound) })
	if err != nil {
		return nil, err
	}
	out := make([][]Bucket, len(found))
	for i, buckets := range found {
		if out[i], err = g.fill(buckets, q.Interval); err != nil {
			return nil, fmt.Errorf("timeline: %w", err)
		}
	}
	return out, nil
}

// fill puts empty buckets where the buckets, which are in order, have gaps.
func (g *Graph) fill(buckets []Bucket, of Interval) ([]Bucket, error) {
	out := []Bucket{}
	for _, b := range buckets {
		for len(out) > 0 && out[len(out)-1].End.Before(b.Start) && len(out) <= g.opts.MaxBuckets {
			start := out[len(out)-1].End
			out = append(out, Bucket{Start: start, End: of.Next(start)})
		}
		if len(out) >= g.opts.MaxBuckets {
			return nil, fmt.Errorf("%w: more than %d buckets of a %s from %s to %s; choose a longer interval or a shorter range of time",
				ErrInvalid, g.opts.MaxBuckets, of, buckets[0].Start.Format(time.DateOnly), buckets[len(buckets)-1].Start.Format(time.DateOnly))
		}
		b.End = of.Next(b.Start)
		out = append(out, b)
	}
	return out, nil
}

// EntityBucket is a stretch of time and how much of an entity there is in it.
type EntityBucket struct {
	Start, End      time.Time // in UTC, as those of [Bucket]
	Articles        int       // that mention it
	Statements      int       // that it made
	StatementsAbout int       // about it
}

// EntityTimelines counts, for each of the entities, the articles that mention it by PublishedAt and the statements by and about it by At, in
// buckets as [Graph.Timeline] does; only what is in the range during. It returns none for an entity that is not in the graph.
func (g *Graph) EntityTimelines(ctx context.Context, entities []NodeID, of Interval, during TimeRange) ([][]EntityBucket, error) {
	found := make([]map[time.Time]EntityBucket, len(entities))
	for i := range found {
		found[i] = map[time.Time]EntityBucket{}
	}
	statements := func(anchor StatementAnchor) List {
		return List{Statements: &StatementQuery{Anchor: anchor, Of: entities, Filter: StatementFilter{Said: during}}}
	}
	for _, part := range []struct {
		list List
		set  func(*EntityBucket, int)
	}{
		{
			List{Articles: &ArticleQuery{Mentioning: entities, Filter: ArticleFilter{Published: during}}},
			func(b *EntityBucket, n int) { b.Articles = n },
		},
		{statements(SpokenBy), func(b *EntityBucket, n int) { b.Statements = n }},
		{statements(AboutWhom), func(b *EntityBucket, n int) { b.StatementsAbout = n }},
	} {
		lists, err := g.Timeline(ctx, &TimelineQuery{List: part.list, Interval: of})
		if err != nil {
			return nil, err
		}
		for i, buckets := range lists {
			for _, b := range buckets {
				at := found[i][b.Start]
				at.Start, at.End = b.Start, b.End
				part.set(&at, b.Count)
				found[i][b.Start] = at
			}
		}
	}
	return g.fillEntities(found, of)
}

// fillEntities puts buckets in order, with empty ones where there are gaps.
func (g *Graph) fillEntities(found []map[time.Time]EntityBucket, of Interval) ([][]EntityBucket, error) {
	out := make([][]EntityBucket, len(found))
	for i, at := range found {
		starts := make([]Bucket, 0, len(at))
		for start := range at {
			starts = append(starts, Bucket{Start: start})
		}
		slices.SortFunc(starts, func(a, b Bucket) int { return a.Start.Compare(b.Start) })
		filled, err := g.fill(starts, of)
		if err != nil {
			return nil, fmt.Errorf("timeline: %w", err)
		}
		out[i] = make([]EntityBucket, len(filled))
		for j, b := range filled {
			out[i][j] = at[b.Start]
			out[i][j].Start, out[i][j].End = b.Start, b.End
		}
	}
	return out, nil
}
