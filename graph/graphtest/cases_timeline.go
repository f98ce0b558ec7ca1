package graphtest

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/newsgraph/newsgraph/graph"
)

// timeline gives the buckets of each list in a line: "start:count/articles".
func (b *bench) timeline(q graph.TimelineQuery) []string {
	b.Helper()
	out := []string{}
	for _, buckets := range ok(b.graph.Timeline(b.ctx, &q))(b) {
		parts := []string{}
		for _, x := range buckets {
			parts = append(parts, fmt.Sprintf("%s:%d/%d", x.Start.Format(time.DateOnly), x.Count, x.Articles))
		}
		out = append(out, strings.Join(parts, " "))
	}
	return out
}

// dated is an article with two statements: one of its own time, if any, and one of the article's.
func dated(key, at, yes string) story {
	return story{
		key: key, at: at, who: []who{person("Ada", "Ada")}, text: "Ada: Yes. No.",
		said: []said{{what: "Yes.", by: "Ada", at: yes}, {what: "No.", by: "Ada"}},
	}
}

func timelineCases() []testCase {
	all := graph.List{Statements: &graph.StatementQuery{}}
	return []testCase{
		{"buckets of each interval, in UTC, empty ones between", func(b *bench) {
			// 2017-01-01 is a Sunday: of the week that began on 2016-12-26.
			b.load(dated("a", "2017-01-01T00:00:00Z", ""), dated("b", "2017-01-03T23:59:59Z", "2016-12-31T23:59:59Z"))
			for interval, want := range map[graph.Interval]string{
				graph.Day:   "2016-12-31:1/1 2017-01-01:2/1 2017-01-02:0/0 2017-01-03:1/1",
				graph.Week:  "2016-12-26:3/2 2017-01-02:1/1",
				graph.Month: "2016-12-01:1/1 2017-01-01:3/2",
				graph.Year:  "2016-01-01:1/1 2017-01-01:3/2",
			} {
				equal(b, string(interval), b.timeline(graph.TimelineQuery{List: all, Interval: interval, CountArticles: true}), []string{want})
			}
			buckets := ok(b.graph.Timeline(b.ctx, &graph.TimelineQuery{List: all, Interval: graph.Month}))(b)[0]
			equal(b, "bounds", []time.Time{buckets[0].Start, buckets[0].End, buckets[1].End},
				[]time.Time{when("2016-12-01T00:00:00Z"), when("2017-01-01T00:00:00Z"), when("2017-02-01T00:00:00Z")})
		}},
		{"times before 1970", func(b *bench) {
			b.load(dated("a", "1969-12-31T23:59:59Z", "1962-02-28T12:00:00Z"), dated("b", "1970-01-01T00:00:00Z", ""))
			equal(b, "days", b.timeline(graph.TimelineQuery{
				List: graph.List{Articles: &graph.ArticleQuery{}}, Interval: graph.Day,
			}), []string{"1969-12-31:1/0 1970-01-01:1/0"})
			equal(b, "years", b.timeline(graph.TimelineQuery{List: all, Interval: graph.Year})[0][:32], "1962-01-01:1/0 1963-01-01:0/0 19")
			equal(b, "weeks", b.timeline(graph.TimelineQuery{
				List: graph.List{Articles: &graph.ArticleQuery{}}, Interval: graph.Week, CountArticles: true,
			}), []string{"1969-12-29:2/2"})
		}},
		{"items without a time are in no bucket", func(b *bench) {
			b.load(debate()...)
			equal(b, "months", b.timeline(graph.TimelineQuery{
				List: graph.List{Statements: &graph.StatementQuery{Filter: graph.StatementFilter{Speakers: []graph.NodeID{entityID("Ada")}}}}, Interval: graph.Month,
			}), []string{"2017-03-01:1/0"})
			equal(b, "none", b.timeline(graph.TimelineQuery{
				List: graph.List{Statements: &graph.StatementQuery{Filter: graph.StatementFilter{Text: "peace fails"}}}, Interval: graph.Day,
			}), []string{""})
		}},
		{"of each list, an item once", func(b *bench) {
			b.load(debate()...)
			b.judge(same(graph.KindPerson, "Bob", "Cid"))
			equal(b, "about", b.timeline(graph.TimelineQuery{
				List: graph.List{Statements: &graph.StatementQuery{
					Anchor: graph.AboutWhom, Of: []graph.NodeID{entityID("Cid"), entityID("Nobody"), entityID("Ada"), entityID("Bob")},
				}},
				Interval: graph.Day, CountArticles: true,
			}), []string{"2017-03-05:1/1", "", "2017-03-04:1/1", "2017-03-05:1/1"})
			equal(b, "articles", b.timeline(graph.TimelineQuery{
				List: graph.List{Articles: &graph.ArticleQuery{Mentioning: []graph.NodeID{entityID("Bob")}}}, Interval: graph.Year, CountArticles: true,
			}), []string{"2017-01-01:1/1"})
		}},
		{"more buckets than allowed are refused, with what to do", func(b *bench) {
			b.load(dated("a", "2017-01-01T00:00:00Z", ""), dated("b", "2000-01-03T00:00:00Z", ""))
			_, err := b.graph.Timeline(b.ctx, &graph.TimelineQuery{List: all, Interval: graph.Day})
			if !errors.Is(err, graph.ErrInvalid) || !strings.Contains(err.Error(), "choose a longer interval") {
				b.Errorf("days of 17 years: %v", err)
			}
			equal(b, "months", len(ok(b.graph.Timeline(b.ctx, &graph.TimelineQuery{List: all, Interval: graph.Month}))(b)[0]), 17*12+1)
		}},
		{"as many buckets as allowed are not", func(b *bench) {
			b.load(dated("a", "2017-01-31T00:00:00Z", ""), dated("b", "2017-03-01T00:00:00Z", ""))
			for most, fits := range map[int]bool{1: false, 2: false, 3: true} {
				_, err := graph.New(b.store, &graph.Options{MaxBuckets: most}).Timeline(b.ctx, &graph.TimelineQuery{List: all, Interval: graph.Month})
				equal(b, fmt.Sprint(most), err == nil, fits)
			}
		}},
		{"what has no time is refused", func(b *bench) {
			for _, q := range []graph.TimelineQuery{
				{Interval: graph.Day}, {List: all}, {List: all, Interval: "DECADE"}, {List: graph.List{Entities: &graph.EntityQuery{}}, Interval: graph.Day},
			} {
				if _, err := b.graph.Timeline(b.ctx, &q); !errors.Is(err, graph.ErrInvalid) {
					b.Errorf("%+v: %v", q, err)
				}
			}
		}},
	}
}
