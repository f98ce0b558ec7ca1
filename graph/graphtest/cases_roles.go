package graphtest

import (
	"fmt"

	"github.com/newsgraph/newsgraph/graph"
)

// office is an article that gives a person titles, of places or of nothing.
func office(key, at, name string, titles ...role) story {
	s := story{key: key, at: at, text: name + " Russia Syria", who: []who{
		person(name, name), country("Russia", "Russia"), country("Syria", "Syria"),
	}}
	for _, r := range titles {
		r.person = name
		s.text += " " + r.title
		s.roles = append(s.roles, r)
	}
	return s
}

func placeID(name string) graph.NodeID { return graph.EntityID(keyOf(graph.KindPlace, name)) }

// roles gives title, place and count of the roles of a person.
func (b *bench) roles(id graph.NodeID) []string {
	b.Helper()
	out := []string{}
	for _, r := range ok(b.graph.Roles(b.ctx, []graph.NodeID{id}))(b)[0] {
		of := ""
		if r.Of != "" {
			of = b.entity(r.Of).Name
		}
		out = append(out, fmt.Sprintf("%s of %s ×%d", r.Title, of, r.Count))
	}
	return out
}

func roleCases() []testCase {
	return []testCase{
		{"in the order of the ids, nil for what is no person", func(b *bench) {
			b.load(office("one", "", "Ada", role{title: "Minister"}), note("two", "", "Bob"))
			got := ok(b.graph.Roles(b.ctx, []graph.NodeID{entityID("Bob"), entityID("Nobody"), placeID("Russia"), entityID("Ada")}))(b)
			equal(b, "lengths", []int{len(got[0]), len(got[1]), len(got[2]), len(got[3])}, []int{0, 0, 0, 1})
			equal(b, "nil", []bool{got[0] == nil, got[1] == nil, got[2] == nil, got[3] == nil}, []bool{false, true, true, false})
		}},
		{"one for each title and place, by last seen, title, place", func(b *bench) {
			b.load(
				office("new", "2018-01-01T00:00:00Z", "Ada", role{title: "Minister", of: "Russia"}, role{title: "Envoy"}),
				office("old", "2017-01-01T00:00:00Z", "Ada", role{title: "Minister", of: "Syria"}, role{title: "MINISTER", of: "Russia"}),
				office("undated", "", "Ada", role{title: "Agent"}),
			)
			equal(b, "roles", b.roles(entityID("Ada")), []string{
				"Envoy of  ×1", "MINISTER of Russia ×2", "Minister of Syria ×1", "Agent of  ×1",
			})
			got := ok(b.graph.Roles(b.ctx, []graph.NodeID{entityID("Ada")}))(b)[0]
			equal(b, "seen", []any{got[1].FirstSeen, got[1].LastSeen, got[3].FirstSeen.IsZero()}, []any{
				when("2017-01-01T00:00:00Z"), when("2018-01-01T00:00:00Z"), true,
			})
		}},
		{"the title is shown as most passages have it", func(b *bench) {
			b.load(
				office("1", "", "Ada", role{title: "Président"}), office("2", "", "Ada", role{title: "President"}),
				office("3", "", "Ada", role{title: "Président"}),
			)
			equal(b, "roles", b.roles(entityID("Ada")), []string{"Président of  ×3"})
		}},
		{"merges bring roles together", func(b *bench) {
			b.load(
				office("1", "", "Ada", role{title: "Minister", of: "Russia"}), office("2", "", "Bob", role{title: "Minister", of: "Syria"}),
			)
			before := b.dump()
			js := []graph.Judgement{same(graph.KindPerson, "Ada", "Bob"), same(graph.KindPlace, "Russia", "Syria")}
			b.judge(js...)
			equal(b, "roles", b.roles(entityID("Bob")), []string{"Minister of Russia ×2"})
			b.apply(undo(js...))
			equal(b, "graph", b.dump(), before)
		}},
		{"evidence is by article, then place, at most MaxRoleEvidence", func(b *bench) {
			var stories []story
			for i := range graph.MaxRoleEvidence + 5 {
				stories = append(stories, office(fmt.Sprintf("%02d", i), "", "Ada", role{title: "Minister"}))
			}
			b.load(stories...)
			r := ok(b.graph.Roles(b.ctx, []graph.NodeID{entityID("Ada")}))(b)[0][0]
			equal(b, "numbers", []int{r.Count, len(r.Evidence)}, []int{graph.MaxRoleEvidence + 5, graph.MaxRoleEvidence})
			var ids []graph.NodeID
			for _, e := range r.Evidence {
				ids = append(ids, e.Article)
				equal(b, "span", e.Span, find(b, stories[0].text, "Minister"))
			}
			equal(b, "sorted", isSorted(ids), true)
		}},
		{"roles go with their article", func(b *bench) {
			b.load(office("1", "", "Ada", role{title: "Minister"}), note("2", "", "Ada"))
			b.remove("1")
			equal(b, "roles", b.roles(entityID("Ada")), []string{})
		}},
	}
}
