package graphtest

import (
	"time"

	"github.com/newsgraph/newsgraph/graph"
)

func articleCases() []testCase {
	return []testCase{
		{"an article comes back as it was given", func(b *bench) {
			r := meeting().record(b)
			r.Article.Authors = []string{"Zoë O'Neil", ""}
			r.Article.SourcePath, r.Article.Language = "in/meeting.txt", "fr"
			b.apply(&graph.Batch{Records: []*graph.Record{r}})
			got := ok(b.graph.Node(b.ctx, r.Article.ID))(b)
			equal(b, "article", got, graph.Node(&r.Article))
		}},
		{"times are kept to the second, in UTC", func(b *bench) {
			r := note("note", "", "Ada").record(b)
			r.Article.PublishedAt = time.Date(2017, 1, 1, 1, 0, 0, 999, time.FixedZone("CET", 3600))
			b.apply(&graph.Batch{Records: []*graph.Record{r}})
			equal(b, "published", ok(b.graph.Articles(b.ctx, &graph.ArticleQuery{}))(b)[0].Edges[0].Node.PublishedAt, when("2017-01-01T00:00:00Z"))
		}},
		{"those without a time are last in both orders", func(b *bench) {
			b.load(newsroom()...)
			equal(b, "newest first", b.articles(graph.ArticleQuery{}), [][]string{{"two", "one", "three"}})
			equal(b, "oldest first", b.articles(graph.ArticleQuery{Order: graph.ByTimeAsc}), [][]string{{"one", "two", "three"}})
		}},
		{"times before 1970 sort too", func(b *bench) {
			b.load(note("moon", "1969-07-20T00:00:00Z", "Neil"), note("old", "0800-12-25T00:00:00Z", "Karl"), note("far", "9999-12-31T00:00:00Z", "Zoe"))
			equal(b, "oldest first", b.articles(graph.ArticleQuery{Order: graph.ByTimeAsc}), [][]string{{"old", "moon", "far"}})
			equal(b, "first seen", b.entity(entityID("Karl")).FirstSeen, when("0800-12-25T00:00:00Z"))
		}},
		{"ties are broken by id in both orders", func(b *bench) {
			const at = "2017-01-01T00:00:00Z"
			b.load(note("a", at, "A"), note("b", at, "B"), note("c", at, "C"), note("d", at, "D"), note("e", "", "E"), note("f", "", "F"))
			equal(b, "both orders", b.articles(graph.ArticleQuery{}), b.articles(graph.ArticleQuery{Order: graph.ByTimeAsc}))
			var ids []graph.NodeID
			for _, e := range ok(b.graph.Articles(b.ctx, &graph.ArticleQuery{}))(b)[0].Edges[:4] {
				ids = append(ids, e.Node.ID)
			}
			equal(b, "sorted", isSorted(ids), true)
		}},
		{"a page for each entity", func(b *bench) {
			b.load(newsroom()...)
			equal(b, "pages", b.articles(graph.ArticleQuery{Mentioning: []graph.NodeID{
				entityID("Adam Bank"), entityID("Nobody"), entityID("Ada Smith"),
			}, Order: graph.ByTimeAsc}), [][]string{{"two", "three"}, {}, {"one", "two"}})
		}},
		{"an article with two keys of an entity is once on its page", func(b *bench) {
			b.load(newsroom()...)
			b.judge(same(graph.KindPerson, "Ada Smith", "Adam Bank"))
			page := ok(b.graph.Articles(b.ctx, &graph.ArticleQuery{
				Mentioning: []graph.NodeID{entityID("Adam Bank")}, Page: graph.Page{Count: true},
			}))(b)[0]
			equal(b, "number", []int{len(page.Edges), page.Total, b.entity(entityID("Adam Bank")).ArticleCount}, []int{3, 3, 3})
		}},
		{"filters", func(b *bench) {
			b.load(newsroom()...)
			for _, c := range articleFilters() {
				equal(b, c.name, b.articles(graph.ArticleQuery{Filter: c.filter, Order: graph.ByTimeAsc})[0], c.want)
			}
		}},
		{"texts are in the order of the ids", func(b *bench) {
			b.load(newsroom()...)
			equal(b, "texts", ok(b.graph.Texts(b.ctx, articleIDs("three", "no such", "two", "three")))(b), []string{
				"Adam Bank slept.", "", newsroom()[1].text, "Adam Bank slept.",
			})
		}},
	}
}

type articleFilterCase struct {
	name   string
	filter graph.ArticleFilter
	want   []string
}

func articleFilters() []articleFilterCase {
	type f = graph.ArticleFilter
	span := func(from, to string) graph.TimeRange { return graph.TimeRange{From: when(from), To: when(to)} }
	ada, adam := entityID("Ada Smith"), entityID("Adam Bank")
	return []articleFilterCase{
		{"nothing set", f{}, []string{"one", "two", "three"}},
		{"a source", f{Sources: []string{"Echo"}}, []string{"two"}},
		{"sources, exactly", f{Sources: []string{"Wire", "echo"}}, []string{"one", "three"}},
		{"from", f{Published: span("2017-02-01T00:00:00Z", "")}, []string{"two"}},
		{"to is not in the range", f{Published: span("", "2017-02-01T00:00:00Z")}, []string{"one"}},
		{"from and to", f{Published: span("2017-01-01T00:00:00Z", "2017-01-01T00:00:01Z")}, []string{"one"}},
		{"an empty range", f{Published: span("2017-01-01T00:00:00Z", "2017-01-01T00:00:00Z")}, []string{}},
		{"from within a second", f{Published: graph.TimeRange{From: when("2017-01-01T00:00:00Z").Add(1)}}, []string{"two"}},
		{"to within a second", f{Published: graph.TimeRange{To: when("2017-01-01T00:00:00Z").Add(1)}}, []string{"one"}},
		{"a word of title or text", f{Text: "TRADE"}, []string{"one", "two"}},
		{"words of title and text together", f{Text: "grows waits"}, []string{"one"}},
		{"whole words only", f{Text: "trad"}, []string{}},
		{"folded", f{Text: "Naive"}, []string{"one"}},
		{"a text without a word", f{Text: "!"}, []string{"one", "two", "three"}},
		{"an entity", f{Mentions: []graph.NodeID{adam}}, []string{"two", "three"}},
		{"all entities", f{Mentions: []graph.NodeID{adam, ada}}, []string{"two"}},
		{"an entity that is not there", f{Mentions: []graph.NodeID{adam, entityID("Nobody")}}, []string{}},
		{"and", f{And: []f{{Sources: []string{"Wire"}}, {Mentions: []graph.NodeID{adam}}}}, []string{"three"}},
		{"or", f{Or: []f{{Text: "slept"}, {Text: "calm"}}}, []string{"two", "three"}},
		{"not", f{Not: &f{Mentions: []graph.NodeID{ada}}}, []string{"three"}},
		{"not in a range, without a time", f{Not: &f{Published: span("2017-01-15T00:00:00Z", "")}}, []string{"one", "three"}},
		{"nested", f{Or: []f{{Not: &f{Text: "trade"}}, {And: []f{{Sources: []string{"Echo"}}, {Text: "calm"}}}}}, []string{"two", "three"}},
	}
}
