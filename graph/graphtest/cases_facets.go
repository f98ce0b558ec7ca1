package graphtest

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
)

// facets gives the counts of each list in a line: "value×count …", then "+others" and "?missing" where there are any.
func (b *bench) facets(q graph.FacetQuery) []map[graph.Facet]string {
	b.Helper()
	out := []map[graph.Facet]string{}
	for _, facets := range ok(b.graph.Facets(b.ctx, &q))(b) {
		lines := map[graph.Facet]string{}
		for f, counts := range facets {
			lines[f] = b.line(counts)
		}
		out = append(out, lines)
	}
	return out
}

// line writes counts; values that are ids are written as names.
func (b *bench) line(counts graph.FacetCounts) string {
	b.Helper()
	var parts []string
	for _, v := range counts.Values {
		name := v.Value
		if id := graph.NodeID(v.Value); id.Type() == graph.TypeEntity {
			name = b.entity(id).Name
		}
		parts = append(parts, fmt.Sprintf("%s×%d", name, v.Count))
	}
	if counts.Omitted > 0 {
		parts = append(parts, fmt.Sprintf("+%d", counts.Omitted))
	}
	if counts.Missing > 0 {
		parts = append(parts, fmt.Sprintf("?%d", counts.Missing))
	}
	return strings.Join(parts, " ")
}

func statementFacets() []graph.Facet {
	return []graph.Facet{
		graph.FacetSource, graph.FacetKind, graph.FacetMode, graph.FacetTone, graph.FacetSpeaker, graph.FacetTarget, graph.FacetAddressee, graph.FacetMonth,
	}
}

func facetCases() []testCase { return slices.Concat(facetsOfAll(), facetsOfSome()) }

func facetsOfAll() []testCase {
	all := graph.List{Statements: &graph.StatementQuery{}}
	return []testCase{
		{"the facets of statements", func(b *bench) {
			b.load(debate()...)
			equal(b, "all", b.facets(graph.FacetQuery{List: all, Facets: statementFacets()}), []map[graph.Facet]string{{
				graph.FacetSource:    "Wire×3 Echo×2",
				graph.FacetKind:      "DIRECT×3 INDIRECT×1 MIXED×1",
				graph.FacetMode:      "SAID×3 HYPOTHETICAL×1 NOT_SAID×1",
				graph.FacetTone:      "NEGATIVE×2 NEUTRAL×1 POSITIVE×1 ?2",
				graph.FacetSpeaker:   b.byID("Ada×2", "Bob×1", "Cid×1") + " ?1",
				graph.FacetTarget:    b.byID("Bob×2", "Ada×1", "Cid×1") + " ?2",
				graph.FacetAddressee: b.byID("Ada×1", "Bob×1", "Cid×1", "Dan×1") + " ?2",
				graph.FacetMonth:     "2017-03×3 2018-01×1 ?1",
			}})
		}},
		{"the facets of articles and entities", func(b *bench) {
			b.load(debate()...)
			b.load(story{key: "bare", text: "Acme.", who: []who{organization("Acme", "Acme")}})
			equal(b, "articles", b.facets(graph.FacetQuery{
				List: graph.List{Articles: &graph.ArticleQuery{}}, Facets: []graph.Facet{graph.FacetSource, graph.FacetMonth, graph.FacetLanguage},
			}), []map[graph.Facet]string{{graph.FacetSource: "Echo×1 Wire×1 ?1", graph.FacetMonth: "2017-03×1 ?2", graph.FacetLanguage: "en×3"}})
			equal(b, "entities", b.facets(graph.FacetQuery{
				List: graph.List{Entities: &graph.EntityQuery{}}, Facets: []graph.Facet{graph.FacetKind},
			}), []map[graph.Facet]string{{graph.FacetKind: "PERSON×4 ORGANIZATION×1"}})
			equal(b, "entities of articles", b.facets(graph.FacetQuery{
				List:   graph.List{Entities: &graph.EntityQuery{In: articleIDs("bare", "nowhere", "march"), Filter: graph.EntityFilter{Text: "a"}}},
				Facets: []graph.Facet{graph.FacetKind},
			}), []map[graph.Facet]string{{graph.FacetKind: "ORGANIZATION×1"}, {graph.FacetKind: ""}, {graph.FacetKind: "PERSON×1"}})
		}},
		{"the most frequent values, and how many others there are", func(b *bench) {
			b.load(debate()...)
			equal(b, "top one", b.facets(graph.FacetQuery{List: all, Facets: []graph.Facet{graph.FacetKind, graph.FacetSource}, Top: 1}),
				[]map[graph.Facet]string{{graph.FacetKind: "DIRECT×3 +2", graph.FacetSource: "Wire×3 +1"}})
		}},
	}
}

func facetsOfSome() []testCase {
	all := graph.List{Statements: &graph.StatementQuery{}}
	return []testCase{
		{"of each list, with its filter", func(b *bench) {
			b.load(debate()...)
			equal(b, "by each", b.facets(graph.FacetQuery{
				List: graph.List{Statements: &graph.StatementQuery{
					Anchor: graph.SpokenBy, Of: []graph.NodeID{entityID("Ada"), entityID("Nobody"), entityID("Bob"), entityID("Ada")},
					Filter: graph.StatementFilter{Sources: []string{"Wire"}},
				}},
				Facets: []graph.Facet{graph.FacetTarget},
			}), []map[graph.Facet]string{
				{graph.FacetTarget: b.byID("Bob×1", "Cid×1")}, {graph.FacetTarget: ""}, {graph.FacetTarget: "Ada×1"}, {graph.FacetTarget: b.byID("Bob×1", "Cid×1")},
			})
			equal(b, "of none", b.facets(graph.FacetQuery{
				List:   graph.List{Articles: &graph.ArticleQuery{Mentioning: []graph.NodeID{}}},
				Facets: []graph.Facet{graph.FacetSource},
			}), []map[graph.Facet]string{})
		}},
		{"tones on a list about somebody are those toward him", func(b *bench) {
			b.load(debate()...)
			of := func(names ...string) graph.FacetQuery {
				q := graph.StatementQuery{Anchor: graph.AboutWhom}
				for _, name := range names {
					q.Of = append(q.Of, entityID(name))
				}
				return graph.FacetQuery{List: graph.List{Statements: &q}, Facets: []graph.Facet{graph.FacetTone}}
			}
			equal(b, "apart", b.facets(of("Bob", "Cid")), []map[graph.Facet]string{
				{graph.FacetTone: "NEGATIVE×1 POSITIVE×1"}, {graph.FacetTone: "NEUTRAL×1"},
			})
			b.judge(same(graph.KindPerson, "Bob", "Cid"))
			equal(b, "two keys of one", b.facets(of("Cid")), []map[graph.Facet]string{{graph.FacetTone: "NEGATIVE×1 NEUTRAL×1 POSITIVE×1"}})
		}},
		{"an item that has a value twice counts once", func(b *bench) {
			b.load(debate()...)
			b.judge(same(graph.KindPerson, "Bob", "Cid"))
			name := b.entity(entityID("Bob")).Name
			equal(b, "of all", b.facets(graph.FacetQuery{List: all, Facets: []graph.Facet{graph.FacetTarget}}),
				[]map[graph.Facet]string{{graph.FacetTarget: name + "×2 Ada×1 ?2"}})
			equal(b, "of any of two", b.facets(graph.FacetQuery{
				List:   graph.List{Statements: &graph.StatementQuery{Filter: graph.StatementFilter{About: []graph.NodeID{entityID("Bob"), entityID("Ada")}}}},
				Facets: []graph.Facet{graph.FacetKind},
			}), []map[graph.Facet]string{{graph.FacetKind: "DIRECT×2 MIXED×1"}})
		}},
		{"what cannot be counted is refused", func(b *bench) {
			for _, q := range []graph.FacetQuery{
				{},
				{List: graph.List{Entities: &graph.EntityQuery{}, Articles: &graph.ArticleQuery{}}},
				{List: all, Facets: []graph.Facet{graph.FacetLanguage}},
				{List: all, Facets: []graph.Facet{graph.FacetKind, graph.FacetKind}},
				{List: all, Top: 101},
				{List: all, Top: -1},
				{List: graph.List{Statements: &graph.StatementQuery{Anchor: graph.SpokenBy, Of: articleIDs("a")}}},
				{List: graph.List{Articles: &graph.ArticleQuery{Mentioning: articleIDs("a")}}},
				{List: graph.List{Entities: &graph.EntityQuery{Filter: graph.EntityFilter{Kinds: []graph.Kind{"SHEEP"}}}}},
			} {
				if _, err := b.graph.Facets(b.ctx, &q); !errors.Is(err, graph.ErrInvalid) {
					b.Errorf("%+v: %v", q, err)
				}
			}
		}},
	}
}

// byID sorts lines of "name×count" as facets do: those with the greatest count first, then by id.
func (b *bench) byID(lines ...string) string {
	b.Helper()
	rank := func(line string) string {
		name, n, _ := strings.Cut(line, "×")
		return fmt.Sprint(9-int(n[0]-'0'), entityID(name))
	}
	for i := range lines {
		for j := i; j > 0 && rank(lines[j]) < rank(lines[j-1]); j-- {
			lines[j], lines[j-1] = lines[j-1], lines[j]
		}
	}
	return strings.Join(lines, " ")
}
