package graphtest

import (
	"slices"

	"github.com/newsgraph/newsgraph/graph"
)

// feud has four events, one of them in two articles:
//
//	raided (2017-03-05, Wire): ASSAULT Ada, Cid → Bob, 1 March           MEET Bob → Dan, PLANNED
//	again (2017-03-08, Echo):  ASSAULT Ada, Cid → Bob, 1 March           ASSAULT Ada → Bob, 7 March
//	undated (Echo):            ACCUSE Bob → Ada, DENIED
func feud() []story {
	ada, bob, cid, dan := person("Ada", "Ada"), person("Bob", "Bob"), person("Cid", "Cid"), person("Dan", "Dan")
	first := happened{what: graph.EventAssault, trigger: "raided", by: "Ada+Cid", to: "Bob", on: "2017-03-01", confidence: 0.9}
	return []story{
		{
			key: "raided", at: "2017-03-05T00:00:00Z", source: "Wire", who: []who{ada, bob, cid, dan}, text: "Ada and Cid raided Bob, who met Dan.",
			events: []happened{first, {what: graph.EventMeet, trigger: "met", by: "Bob", to: "Dan", status: graph.Planned, confidence: 0.5}},
		},
		{
			key: "again", at: "2017-03-08T00:00:00Z", source: "Echo", who: []who{ada, bob, cid}, text: "Ada, who with Cid raided Bob before, struck him again.",
			events: []happened{first, {what: graph.EventAssault, trigger: "struck", by: "Ada", to: "Bob", on: "2017-03-07", confidence: 0.7}},
		},
		{
			key: "undated", source: "Echo", who: []who{ada, bob}, text: "Bob accused Ada.",
			events: []happened{{what: graph.EventAccuse, trigger: "accused", by: "Bob", to: "Ada", status: graph.Denied}},
		},
	}
}

func relationEventCases() []testCase {
	return slices.Concat(relationEventKindCases(), relationEventFilterCases(), relationEventBoundCases())
}

// with is how a relation of those who take part in events together is written.
func with(a, b string, weight int) string { return undirected(graph.TookPartWith, a, b, weight) }

// sameLines compares lists whose order depends on ids.
func (b *bench) sameLines(what string, got, want []string) {
	b.Helper()
	slices.Sort(got)
	slices.Sort(want)
	equal(b, what, got, want)
}

func relationEventKindCases() []testCase {
	return []testCase{
		{"events count from their actors to their recipients", func(b *bench) {
			b.load(feud()...)
			equal(b, "both ways", b.relations(only(graph.ActedOn, "Ada", "Nobody", "Cid")), [][]string{
				{"Ada ACTED_ON Bob ×2", "Bob ACTED_ON Ada ×1"}, {}, {"Cid ACTED_ON Bob ×1"},
			})
			q := only(graph.ActedOn, "Bob")
			q.Direction = graph.Inward
			equal(b, "on Bob", b.relations(q), [][]string{{"Ada ACTED_ON Bob ×2", "Cid ACTED_ON Bob ×1"}})
			q.Direction = graph.Outward
			b.sameLines("by Bob", b.relations(q)[0], []string{"Bob ACTED_ON Ada ×1", "Bob ACTED_ON Dan ×1"})
		}},
		{"events count for those who take part, whatever their roles and the direction", func(b *bench) {
			b.load(feud()...)
			for _, direction := range []graph.RelationDirection{graph.BothWays, graph.Inward, graph.Outward} {
				q := only(graph.TookPartWith, "Bob", "Dan")
				q.Direction = direction
				pages := b.relations(q)
				b.sameLines("with Bob", pages[0], []string{with("Ada", "Bob", 3), with("Bob", "Cid", 1), with("Bob", "Dan", 1)})
				equal(b, "with Dan", pages[1], []string{with("Bob", "Dan", 1)})
			}
			b.sameLines("with Cid", b.relations(only(graph.TookPartWith, "Cid"))[0], []string{with("Ada", "Cid", 1), with("Bob", "Cid", 1)})
		}},
		{"first and last seen are the times of the events", func(b *bench) {
			b.load(feud()...)
			q := only(graph.ActedOn, "Ada")
			edges := ok(b.graph.Relations(b.ctx, &q))(b)[0].Edges
			r := edges[0].Node
			equal(b, "by Ada", []any{r.FirstSeen, r.LastSeen}, []any{when("2017-03-01T00:00:00Z"), when("2017-03-07T00:00:00Z")})
			equal(b, "by Bob, undated", []bool{edges[1].Node.FirstSeen.IsZero(), edges[1].Node.LastSeen.IsZero()}, []bool{true, true})
			equal(b, "tones", r.Tones, graph.ToneBalance{})
		}},
		{"an event counts once, and no relation leads to itself", func(b *bench) {
			b.load(feud()...)
			b.judge(same(graph.KindPerson, "Ada", "Cid"))
			name := b.entity(entityID("Ada")).Name
			equal(b, "two actors are one", b.relations(only(graph.ActedOn, "Ada")), [][]string{{name + " ACTED_ON Bob ×2", "Bob ACTED_ON " + name + " ×1"}})
			equal(b, "weight", len(b.relations(only(graph.TookPartWith, "Cid"))[0]), 1)
			b.judge(same(graph.KindPerson, "Ada", "Bob"))
			name = b.entity(entityID("Ada")).Name
			equal(b, "actor and recipient are one", b.relations(only(graph.ActedOn, "Ada")), [][]string{{name + " ACTED_ON Dan ×1"}})
			equal(b, "with", len(b.relations(only(graph.TookPartWith, "Ada"))[0]), 1)
		}},
		{"relations go with the reports of their events", func(b *bench) {
			b.load(feud()...)
			b.remove("again")
			equal(b, "told elsewhere", b.relations(only(graph.ActedOn, "Cid")), [][]string{{"Cid ACTED_ON Bob ×1"}})
			equal(b, "told there alone", len(b.relations(only(graph.ActedOn, "Ada"))[0]), 2)
			b.remove("raided")
			equal(b, "gone", b.relations(only(graph.ActedOn, "Ada", "Cid")), [][]string{{"Bob ACTED_ON Ada ×1"}, {}})
		}},
	}
}

func relationEventFilterCases() []testCase {
	to, from := "Ada ACTED_ON Bob ×", "Bob ACTED_ON Ada ×1"
	march5 := when("2017-03-05T00:00:00Z")
	return []testCase{
		{"which events count", func(b *bench) {
			b.load(feud()...)
			for what, c := range map[string]struct {
				filter graph.RelationFilter
				acted  []string
				with   int // events of Ada and Bob
			}{
				"seen":                 {graph.RelationFilter{Seen: graph.TimeRange{From: march5}}, []string{to + "1"}, 1},
				"seen until":           {graph.RelationFilter{Seen: graph.TimeRange{To: march5}}, []string{to + "1"}, 1},
				"source":               {graph.RelationFilter{Sources: []string{"Wire"}}, []string{to + "1"}, 1},
				"source of all":        {graph.RelationFilter{Sources: []string{"Echo", "Wire"}}, []string{to + "2", from}, 3},
				"confidence":           {graph.RelationFilter{MinConfidence: 0.75}, []string{to + "1", from}, 2},
				"types":                {graph.RelationFilter{EventTypes: []graph.EventType{graph.EventAccuse, graph.EventMeet}}, []string{from}, 1},
				"statuses":             {graph.RelationFilter{EventStatuses: []graph.EventStatus{graph.Happened}}, []string{to + "2"}, 2},
				"a type and a status":  {graph.RelationFilter{EventTypes: []graph.EventType{graph.EventAccuse}, EventStatuses: []graph.EventStatus{graph.Happened}}, []string{}, 0},
				"ends of no such kind": {graph.RelationFilter{Ends: []graph.Kind{graph.KindPlace}}, []string{}, 0},
				"ends of a kind":       {graph.RelationFilter{Ends: []graph.Kind{graph.KindPerson}}, []string{to + "2", from}, 3},
			} {
				q := only(graph.ActedOn, "Ada")
				q.Filter = c.filter
				b.sameLines(what, b.relations(q)[0], c.acted)
				q.Kinds = []graph.RelationKind{graph.TookPartWith}
				equal(b, what+", together", slices.Contains(b.relations(q)[0], with("Ada", "Bob", c.with)), c.with > 0)
				if len(c.filter.Ends) == 0 {
					q.Among, q.Of = true, []graph.NodeID{entityID("Ada"), entityID("Bob")}
					equal(b, what+", among", len(b.relations(q)[0]), min(1, c.with))
				}
			}
		}},
		{"types and statuses of events leave other kinds alone", func(b *bench) {
			b.load(debate()...)
			q := graph.RelationQuery{Of: []graph.NodeID{entityID("Ada")}, Kinds: []graph.RelationKind{graph.SaidAbout, graph.SaidTo, graph.CoMentioned}}
			before := b.relations(q)
			q.Filter.EventTypes, q.Filter.EventStatuses = []graph.EventType{graph.EventMeet}, []graph.EventStatus{graph.Denied}
			equal(b, "relations", b.relations(q), before)
		}},
	}
}

func relationEventBoundCases() []testCase {
	partial := func(b *bench, q graph.RelationQuery) bool { return ok(b.graph.Relations(b.ctx, &q))(b)[0].Partial }
	return []testCase{
		{"only the newest events of an entity are looked at, in whatever role it takes part", func(b *bench) {
			b.load(feud()...)
			q := only(graph.ActedOn, "Ada")
			q.Newest = 1
			equal(b, "of Ada", b.relations(q), [][]string{{"Ada ACTED_ON Bob ×1"}})
			equal(b, "partial", partial(b, q), true)
			q.Filter.EventTypes = []graph.EventType{graph.EventAccuse}
			equal(b, "the filter selects from the newest", b.relations(q), [][]string{{}})
			q = only(graph.ActedOn, "Bob")
			q.Newest, q.Direction = 1, graph.Outward
			equal(b, "by Bob, who does nothing in the newest", b.relations(q), [][]string{{}})
			q.Filter.Seen.To = when("2017-03-06T00:00:00Z")
			equal(b, "in a range", b.relations(q), [][]string{{"Bob ACTED_ON Dan ×1"}})
			q = only(graph.TookPartWith, "Ada")
			q.Newest = 2
			b.sameLines("undated ones are last", b.relations(q)[0], []string{with("Ada", "Bob", 2), with("Ada", "Cid", 1)})
			equal(b, "partial", partial(b, q), true)
			q.Newest = 3
			equal(b, "not partial", partial(b, q), false)
		}},
		{"among entities the newest of the actor, or of both, are looked at", func(b *bench) {
			b.load(feud()...)
			for kind, want := range map[graph.RelationKind][2][]string{
				graph.ActedOn:      {{"Ada ACTED_ON Bob ×2", "Bob ACTED_ON Ada ×1", "Bob ACTED_ON Dan ×1"}, {"Ada ACTED_ON Bob ×1"}},
				graph.TookPartWith: {{with("Ada", "Bob", 3), with("Bob", "Dan", 1)}, {with("Ada", "Bob", 1)}},
			} {
				q := only(kind, "Ada", "Bob", "Nobody", "Dan", "Bob")
				q.Among = true
				pages := b.relations(q)
				equal(b, "pages", len(pages), 1)
				b.sameLines("all", pages[0], want[0])
				equal(b, "not partial", partial(b, q), false)
				q.Newest = 1
				equal(b, "newest", b.relations(q), [][]string{want[1]})
				equal(b, "partial", partial(b, q), true)
			}
		}},
	}
}
