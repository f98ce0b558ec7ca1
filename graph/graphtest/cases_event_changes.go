package graphtest

import (
	"errors"
	"time"

	"github.com/newsgraph/newsgraph/graph"
)

func eventChanges() []testCase {
	return []testCase{
		{"events are merged and split as people are", func(b *bench) {
			b.load(raid()...)
			before := b.dump()
			join := graph.Judgement{A: raidKey(), B: meetKey(), Verdict: graph.Same, By: graph.ByPerson, Score: 1}
			b.judge(join)
			equal(b, "events", b.events(graph.EventQuery{}), [][]string{{"NAMED", "ASSAULT"}})
			for _, id := range []graph.NodeID{graph.EntityID(raidKey()), graph.EntityID(meetKey())} {
				equal(b, "reports", b.entity(id).Event.Reports, 5)
			}
			equal(b, "with Ada", b.events(graph.EventQuery{Anchor: graph.TookPart, Of: []graph.NodeID{entityID("Ada")}}), [][]string{{"ASSAULT"}})
			b.apply(undo(join))
			equal(b, "after undo", b.dump(), before)
		}},
		{"an event with a name keeps it when joined with one without", func(b *bench) {
			b.load(raid()...)
			before := b.dump()
			summit := keyOf(graph.KindEvent, "Lisk Summit")
			join := graph.Judgement{A: meetKey(), B: summit, Verdict: graph.Same, By: graph.ByPerson, Score: 1}
			b.judge(join)
			e := b.entity(graph.EntityID(meetKey()))
			equal(b, "mentions, articles, reports", []int{e.MentionCount, e.ArticleCount, e.Event.Reports}, []int{1, 2, 2})
			equal(b, "first and last", []time.Time{e.FirstSeen, e.LastSeen}, []time.Time{when("2017-12-05T00:00:00Z"), when("2017-12-07T00:00:00Z")})
			equal(b, "type", e.Event.Type, graph.EventMeet)
			equal(b, "called so", len(ok(b.graph.Lookup(b.ctx, []graph.NameQuery{{Name: "Lisk Summit"}}))(b)[0]), 1)
			equal(b, "not called so", len(ok(b.graph.Lookup(b.ctx, []graph.NameQuery{{Name: "MEET Ada Bob"}}))(b)[0]), 0)
			equal(b, "found", len(ok(b.graph.Search(b.ctx, &graph.SearchQuery{Text: "summit", Types: []graph.SearchType{graph.SearchEntities}}))(b).Edges), 1)
			b.remove("second")
			equal(b, "nameless again", b.entities(graph.EntityQuery{Filter: graph.EntityFilter{Kinds: []graph.Kind{graph.KindEvent}}}), [][]string{{}})
			b.load(raid()[1])
			b.apply(undo(join))
			equal(b, "after undo", b.dump(), before)
		}},
		{"participants that are one entity take part once", func(b *bench) {
			b.load(raid()...)
			b.judge(same(graph.KindPerson, "Ada", "Bob"))
			equal(b, "meet", len(b.entity(graph.EntityID(meetKey())).Event.Participants), 2)
			equal(b, "events", b.events(graph.EventQuery{Anchor: graph.TookPart, Of: []graph.NodeID{entityID("Bob")}}), [][]string{{"MEET", "ASSAULT"}})
			for _, p := range b.entity(graph.EntityID(meetKey())).Event.Participants {
				equal(b, "entity", p.Entity, b.entity(entityID("Bob")).ID)
			}
		}},
		{"an article takes its reports along", func(b *bench) {
			b.load(raid()[0], raid()[1])
			before := b.dump()
			b.load(raid()[2])
			b.remove("third")
			equal(b, "after delete", b.dump(), before)
			b.remove("first", "second")
			stats := ok(b.graph.Stats(b.ctx))(b)
			equal(b, "stats", []int{stats.Entities[graph.KindEvent], stats.Reports}, []int{0, 0})
			equal(b, "node", ok(b.graph.Nodes(b.ctx, []graph.NodeID{graph.EntityID(raidKey())}))(b), []graph.Node{nil})
		}},
	}
}

func eventFaults() []testCase {
	return []testCase{
		{"reports that are not sound are refused", func(b *bench) {
			for name, spoil := range map[string]func(*graph.Record){
				"an event that is no actor":      func(r *graph.Record) { r.Reports[0].Key = "EVENT:nothing" },
				"not an event":                   func(r *graph.Record) { r.Reports[0].Key = personKey("Ada") },
				"a type":                         func(r *graph.Record) { r.Reports[0].Type = "PICNIC" },
				"a status":                       func(r *graph.Record) { r.Reports[0].Status = "MAYBE" },
				"a participant that is no actor": func(r *graph.Record) { r.Reports[0].Participants[0].Key = "PERSON:nobody" },
				"a participant twice": func(r *graph.Record) {
					r.Reports[0].Participants = append(r.Reports[0].Participants, r.Reports[0].Participants...)
				},
				"a role":                          func(r *graph.Record) { r.Reports[0].Participants[0].As = "COOK" },
				"a place that is a person":        func(r *graph.Record) { r.Reports[0].PlaceKey = personKey("Ada") },
				"a statement that there is not":   func(r *graph.Record) { r.Reports[0].ReportedByIndex = 1 },
				"a trigger outside the text":      func(r *graph.Record) { r.Reports[0].Trigger = graph.Span{Start: 1, End: 1000} },
				"no trigger":                      func(r *graph.Record) { r.Reports[0].Trigger = graph.Span{} },
				"an end before the beginning":     func(r *graph.Record) { r.Reports[0].To = r.Reports[0].From.Add(-time.Hour) },
				"a time without precision":        func(r *graph.Record) { r.Reports[0].Precision = "" },
				"a confidence":                    func(r *graph.Record) { r.Reports[0].Confidence = 1.5 },
				"an event without a report":       func(r *graph.Record) { r.Reports = r.Reports[1:] },
				"a statement by an event unnamed": func(r *graph.Record) { r.Statements[0].SpeakerKey = raidKey() },
				"a mention of an event unnamed": func(r *graph.Record) {
					r.Actors[len(r.Actors)-1].Mentions = []graph.ActorMention{{Span: graph.Span{Start: 0, End: 3}, Form: graph.FormName}}
				},
			} {
				r := raid()[0].record(b)
				spoil(r)
				if _, err := b.graph.Apply(b.ctx, &graph.Batch{Records: []*graph.Record{r}}); !errors.Is(err, graph.ErrInvalid) {
					b.Errorf("%s: %v", name, err)
				}
			}
		}},
	}
}

// sortedByID gives two lines in the order of the ids that they are about.
func (b *bench) sortedByID(x string, idX graph.NodeID, y string, idY graph.NodeID) string {
	b.Helper()
	if idY < idX {
		x, y = y, x
	}
	return x + " " + y
}
