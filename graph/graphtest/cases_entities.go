package graphtest

import (
	"github.com/newsgraph/newsgraph/graph"
)

// newsroom has entities of three kinds in three articles; the numbers are mentions:
//
//	one   (2017-01): Ada Smith 3, Bank of Mali 1, Mali 2
//	two   (2017-02): Ada Smith 1, Adam Bank 1, Mali 1
//	three (no date): Adam Bank 1
func newsroom() []story {
	return []story{
		{
			key: "one", at: "2017-01-01T00:00:00Z", source: "Wire", title: "Trade grows",
			text: "Ada Smith came. Smith said: “Trade is naïve.” She left the Bank of Mali in Mali. Mali waits.",
			who: []who{
				person("Ada Smith", "Ada Smith", "Smith", "~She"), organization("Bank of Mali", "Bank of Mali"), country("Mali", "in Mali", "Mali waits"),
			},
			said: []said{{what: "Trade is naïve.", by: "Ada Smith", about: []string{"Mali"}}},
		},
		{
			key: "two", at: "2017-02-01T00:00:00Z", source: "Echo", title: "Adam's trade",
			text: "ADAM BANK told Ada Smith: “No trade.” MALI is calm.",
			who:  []who{person("Adam Bank", "ADAM BANK"), person("Ada Smith", "Ada Smith"), country("Mali", "MALI")},
			said: []said{{what: "No trade.", by: "Adam Bank", to: []string{"Ada Smith"}, at: "2016-12-31T23:59:59Z"}},
		},
		{
			key: "three", source: "Wire", title: "Undated", text: "Adam Bank slept.",
			who: []who{person("Adam Bank", "Adam Bank")},
		},
	}
}

func entityCases() []testCase {
	return []testCase{
		{"an entity gathers what articles say of it", func(b *bench) {
			b.load(newsroom()...)
			equal(b, "entity", b.entity(entityID("Ada Smith")), &graph.Entity{
				ID: entityID("Ada Smith"), Kind: graph.KindPerson, Name: "Ada Smith",
				Aliases:      []graph.Alias{{Name: "Ada Smith", Mentions: 2}, {Name: "Smith", Mentions: 1}},
				ArticleCount: 2, MentionCount: 4, FirstSeen: when("2017-01-01T00:00:00Z"), LastSeen: when("2017-02-01T00:00:00Z"),
			})
			equal(b, "dates of one that is also in an undated article", b.entity(entityID("Adam Bank")).FirstSeen, when("2017-02-01T00:00:00Z"))
		}},
		{"an entity in undated articles only has no dates", func(b *bench) {
			b.load(newsroom()[2])
			e := b.entity(entityID("Adam Bank"))
			equal(b, "seen", []bool{e.FirstSeen.IsZero(), e.LastSeen.IsZero()}, []bool{true, true})
		}},
		{"names are those of BestName", func(b *bench) {
			upper := note("upper", "", "ADA SMITH")
			b.load(upper)
			equal(b, "all capitals for want of another", b.entity(entityID("Ada Smith")).Name, "ADA SMITH")
			b.load(note("lower", "", "Ada Smith"))
			equal(b, "not all capitals", b.entity(entityID("Ada Smith")).Name, "Ada Smith")
			b.load(note("upper 2", "", "ADA SMITH"))
			equal(b, "of more articles", b.entity(entityID("Ada Smith")).Name, "ADA SMITH")
			b.remove("upper", "upper 2")
			equal(b, "after they are gone", b.entity(entityID("Ada Smith")).Name, "Ada Smith")
		}},
		{"without In there is one page", func(b *bench) {
			equal(b, "of an empty graph", b.entities(graph.EntityQuery{}), [][]string{{}})
			b.load(newsroom()...)
			equal(b, "by mentions, ties by id", b.entities(graph.EntityQuery{}), [][]string{{"Ada Smith", "Mali", "Adam Bank", "Bank of Mali"}})
		}},
		{"by folded name", func(b *bench) {
			b.load(note("note", "", "Zoe", "éva", "Adam", "Eve", "ÅSA"))
			equal(b, "names", b.entities(graph.EntityQuery{Order: graph.ByNameAsc}), [][]string{{"Adam", "ÅSA", "éva", "Eve", "Zoe"}})
		}},
		{"ties are broken by id", func(b *bench) {
			b.load(note("note", "", "A", "B", "C", "D", "E", "F"))
			var ids []graph.NodeID
			for _, e := range ok(b.graph.Entities(b.ctx, &graph.EntityQuery{}))(b)[0].Edges {
				ids = append(ids, e.Node.ID)
			}
			equal(b, "sorted", isSorted(ids), true)
		}},
		{"a page for each article, by the mentions of the whole graph", func(b *bench) {
			b.load(newsroom()...)
			equal(b, "pages", b.entities(graph.EntityQuery{In: articleIDs("two", "no such", "three", "two")}), [][]string{
				{"Ada Smith", "Mali", "Adam Bank"}, {}, {"Adam Bank"}, {"Ada Smith", "Mali", "Adam Bank"},
			})
			equal(b, "filtered", b.entities(graph.EntityQuery{
				In: articleIDs("one"), Filter: graph.EntityFilter{Kinds: []graph.Kind{graph.KindPlace}},
			}), [][]string{{"Mali"}})
			equal(b, "no articles", b.entities(graph.EntityQuery{In: []graph.NodeID{}}), [][]string{})
		}},
		{"filters", func(b *bench) {
			b.load(newsroom()...)
			for _, c := range entityFilters() {
				equal(b, c.name, b.entities(graph.EntityQuery{Filter: c.filter, Order: graph.ByNameAsc})[0], c.want)
			}
		}},
	}
}

func isSorted(ids []graph.NodeID) bool {
	for i := range ids[1:] {
		if ids[i] >= ids[i+1] {
			return false
		}
	}
	return true
}

type entityFilterCase struct {
	name   string
	filter graph.EntityFilter
	want   []string
}

func entityFilters() []entityFilterCase {
	type f = graph.EntityFilter
	people := f{Kinds: []graph.Kind{graph.KindPerson}}
	return []entityFilterCase{
		{"nothing set", f{}, []string{"Ada Smith", "Adam Bank", "Bank of Mali", "Mali"}},
		{"a kind", people, []string{"Ada Smith", "Adam Bank"}},
		{"kinds", f{Kinds: []graph.Kind{graph.KindPlace, graph.KindOrganization, graph.KindPlace}}, []string{"Bank of Mali", "Mali"}},
		{"beginnings of words", f{Text: "ad"}, []string{"Ada Smith", "Adam Bank"}},
		{"beginnings of all words of one name", f{Text: "SMI ad"}, []string{"Ada Smith"}},
		{"not the middle of a word", f{Text: "mith"}, []string{}},
		{"words of two names are not one name", f{Text: "in waits"}, []string{}},
		{"a name that is an alias only", f{Text: "Mali wai"}, []string{"Mali"}},
		{"a text without a word", f{Text: " … "}, []string{"Ada Smith", "Adam Bank", "Bank of Mali", "Mali"}},
		{"articles", f{MinArticles: 2}, []string{"Ada Smith", "Adam Bank", "Mali"}},
		{"all at once", f{Kinds: people.Kinds, Text: "a", MinArticles: 2}, []string{"Ada Smith", "Adam Bank"}},
		{"and", f{And: []f{people, {Text: "bank"}}}, []string{"Adam Bank"}},
		{"or", f{Or: []f{{Text: "smith"}, {Text: "mali"}}}, []string{"Ada Smith", "Bank of Mali", "Mali"}},
		{"or with what is set", f{Kinds: people.Kinds, Or: []f{{Text: "smith"}, {Text: "mali"}}}, []string{"Ada Smith"}},
		{"not", f{Not: &people}, []string{"Bank of Mali", "Mali"}},
		{"not of everything", f{Not: &f{}}, []string{}},
		{"nested", f{Not: &f{Or: []f{people, {And: []f{{Text: "mali"}, {MinArticles: 2}}}}}}, []string{"Bank of Mali"}},
	}
}

func lookupCases() []testCase {
	return []testCase{
		{"finds by alias and by full name, folded", func(b *bench) {
			b.load(newsroom()...)
			for _, c := range []struct {
				name string
				want []string
			}{
				{"Ada Smith", []string{"Ada Smith"}},
				{"  SMITH’s ", []string{"Ada Smith"}},
				{"adam bank", []string{"Adam Bank"}},
				{"she", []string{}}, // a pronoun is no alias
				{"Ada", []string{}}, // nor is a part of one
				{"Smith Ada", []string{}},
				{"Mali", []string{"Mali"}}, // the full name, though the aliases are others
				{"", []string{}},
				{"…", []string{}},
			} {
				equal(b, c.name, b.lookup(graph.NameQuery{Name: c.name}), c.want)
			}
		}},
		{"answers in the order of the queries, by kind", func(b *bench) {
			b.load(newsroom()...)
			b.load(story{key: "four", text: "Mali ran.", who: []who{person("Mali", "Mali")}})
			found := ok(b.graph.Lookup(b.ctx, []graph.NameQuery{
				{Name: "mali", Kind: graph.KindPerson}, {Name: "nobody"}, {Name: "mali", Kind: graph.KindPlace}, {Name: "mali"}, {Name: "mali", Kind: graph.KindEvent},
			}))(b)
			var kinds [][]graph.Kind
			for _, entities := range found {
				of := []graph.Kind{}
				for _, e := range entities {
					of = append(of, e.Kind)
				}
				kinds = append(kinds, of)
			}
			equal(b, "kinds", kinds, [][]graph.Kind{
				{graph.KindPerson}, {}, {graph.KindPlace}, {graph.KindPlace, graph.KindPerson}, {},
			})
		}},
		{"full names first, then the most mentioned", func(b *bench) {
			b.load(
				story{key: "1", text: "Smith Smith Smith", who: []who{person("Ada Smith", "Smith")}},
				story{key: "2", text: "Smith Smith", who: []who{person("Bob Smith", "Smith")}},
				story{key: "3", text: "Smith", who: []who{person("Smith", "Smith")}},
			)
			equal(b, "people", b.lookup(graph.NameQuery{Name: "smith"}), []string{"Smith", "Ada Smith", "Bob Smith"})
		}},
		{"at most MaxLookup", func(b *bench) {
			var stories []story
			for i := range graph.MaxLookup + 5 {
				stories = append(stories, story{key: string(rune('a' + i)), text: "Li", who: []who{person(string(rune('a'+i))+" Li", "Li")}})
			}
			b.load(stories...)
			equal(b, "number", len(b.lookup(graph.NameQuery{Name: "LI"})), graph.MaxLookup)
		}},
		{"forgets names with their last mention", func(b *bench) {
			b.load(note("one", "", "Ada"), story{key: "two", text: "Addy", who: []who{person("Ada", "Addy")}})
			equal(b, "before", b.lookup(graph.NameQuery{Name: "addy"}), []string{"Ada"})
			b.remove("two")
			equal(b, "after", b.lookup(graph.NameQuery{Name: "addy"}), []string{})
		}},
	}
}

// lookup gives the names of the entities that are called so.
func (b *bench) lookup(q graph.NameQuery) []string {
	b.Helper()
	names := []string{}
	for _, e := range ok(b.graph.Lookup(b.ctx, []graph.NameQuery{q}))(b)[0] {
		names = append(names, e.Name)
	}
	return names
}
