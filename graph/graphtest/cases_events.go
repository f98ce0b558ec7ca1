package graphtest

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/newsgraph/newsgraph/graph"
)

// raid has one event that three articles report, some that one does, and one with a name:
//
//	first (2017-12-05, Wire):   ASSAULT Acme → Bob at Lisk, December, ALLEGED, told by Ada         MEET Ada → Bob, 4 December
//	second (2017-12-07, Echo):  ASSAULT Acme → Bob at Lisk, 3 December, HAPPENED                   NAMED Lisk Summit
//	third (Echo):               ASSAULT Acme → Bob at Lisk, 3 December, DENIED, told by nobody, and once more by itself
func raid() []story {
	ada, bob, acme, lisk := person("Ada", "Ada"), person("Bob", "Bob"), organization("Acme", "Acme"), country("Lisk", "Lisk")
	attack := happened{what: graph.EventAssault, trigger: "raid", by: "Acme", to: "Bob", at: "Lisk", key: "2017-12", title: "Acme attacks Bob"}
	with := func(change func(*happened)) happened {
		x := attack
		change(&x)
		return x
	}
	return []story{
		{
			key: "first", at: "2017-12-05T00:00:00Z", source: "Wire", who: []who{ada, bob, acme, lisk},
			text: "Ada met Bob. A raid of Acme on Bob in Lisk, she says.", said: []said{{what: "A raid of Acme on Bob in Lisk", by: "Ada"}},
			events: []happened{
				with(func(x *happened) {
					x.on, x.status, x.told, x.confidence, x.mode = "2017-12", graph.Alleged, 1, 0.5, "air"
				}),
				{what: graph.EventMeet, trigger: "met", by: "Ada", to: "Bob", on: "2017-12-04"},
			},
		},
		{
			key: "second", at: "2017-12-07T00:00:00Z", source: "Echo", who: []who{bob, acme, lisk, {graph.KindEvent, "Lisk Summit", []string{"Lisk Summit"}}},
			text: "After the raid of Acme on Bob there is a Lisk Summit in Lisk.",
			events: []happened{
				with(func(x *happened) { x.on = "2017-12-03" }),
				{what: graph.EventNamed, name: "Lisk Summit", trigger: "Lisk Summit", at: "Lisk"},
			},
		},
		{
			key: "third", source: "Echo", who: []who{bob, acme, lisk}, text: "No raid by Acme on Bob at Lisk.",
			said: []said{{what: "No raid by Acme", byText: "somebody"}},
			events: []happened{
				with(func(x *happened) { x.on, x.status, x.told, x.mode = "2017-12-03", graph.Denied, 1, "air" }),
				with(func(x *happened) { x.status, x.mode, x.confidence = graph.Denied, "ground", 0.7 }),
			},
		},
	}
}

func raidKey() graph.Key {
	return graph.EventIdentity{
		Type: graph.EventAssault, Actors: []graph.Key{keyOf(graph.KindOrganization, "Acme")}, Recipients: []graph.Key{personKey("Bob")}, On: "2017-12",
	}.Key()
}

func meetKey() graph.Key {
	return graph.EventIdentity{
		Type: graph.EventMeet, Actors: []graph.Key{personKey("Ada")}, Recipients: []graph.Key{personKey("Bob")}, On: "2017-12-04",
	}.Key()
}

// events gives each page's events by type, with status and participants.
func (b *bench) events(q graph.EventQuery) [][]string {
	b.Helper()
	out := [][]string{}
	for _, p := range ok(b.graph.Events(b.ctx, &q))(b) {
		lines := []string{}
		for _, e := range p.Edges {
			lines = append(lines, string(e.Node.Event.Type))
		}
		out = append(out, lines)
	}
	return out
}

// reports gives each page's reports by article and status.
func (b *bench) reports(q graph.ReportQuery) [][]string {
	b.Helper()
	out := [][]string{}
	for _, p := range ok(b.graph.Reports(b.ctx, &q))(b) {
		lines := []string{}
		for _, e := range p.Edges {
			lines = append(lines, b.articleKey(e.Node.Article)+": "+string(e.Node.Status))
		}
		out = append(out, lines)
	}
	return out
}

func eventCases() []testCase {
	return slices.Concat(eventContents(), eventLists(), eventFilters(), eventReports(), eventChanges(), eventFaults())
}

func eventContents() []testCase {
	return []testCase{
		{"an event without a name comes back with what its reports come to", func(b *bench) {
			b.load(raid()...)
			e := b.entity(graph.EntityID(raidKey()))
			from := when("2017-12-03T00:00:00Z")
			equal(b, "event", e, &graph.Entity{
				ID: graph.EntityID(raidKey()), Kind: graph.KindEvent, Name: "Acme attacks Bob", Aliases: []graph.Alias{}, ArticleCount: 3,
				FirstSeen: when("2017-12-05T00:00:00Z"), LastSeen: when("2017-12-07T00:00:00Z"),
				Event: &graph.EventCore{
					Type: graph.EventAssault, Mode: "air", Status: graph.Denied, Participants: []graph.Participant{
						{Entity: graph.EntityID(keyOf(graph.KindOrganization, "Acme")), Key: keyOf(graph.KindOrganization, "Acme"), As: graph.AsActor},
						{Entity: entityID("Bob"), Key: personKey("Bob"), As: graph.AsRecipient},
					},
					Place: placeID("Lisk"), PlaceKey: keyOf(graph.KindPlace, "Lisk"), From: from, To: from.AddDate(0, 0, 1), Precision: graph.ToDay, At: from,
					Asserted: true, Confidence: 0.8, Reports: 4,
				},
			})
		}},
		{"an event that no report dates is at the time of its first report", func(b *bench) {
			b.load(raid()...)
			summit := b.entity(graph.EntityID(keyOf(graph.KindEvent, "Lisk Summit")))
			equal(b, "core", *summit.Event, graph.EventCore{
				Type: graph.EventNamed, Status: graph.Happened, Participants: []graph.Participant{}, Place: placeID("Lisk"), PlaceKey: keyOf(graph.KindPlace, "Lisk"),
				At: when("2017-12-07T00:00:00Z"), Asserted: true, Confidence: 0.8, Reports: 1,
			})
			equal(b, "mentions", summit.MentionCount, 1)
		}},
		{"a report comes back whole", func(b *bench) {
			b.load(raid()...)
			r := raid()[0].record(b)
			want := r.Reports[0].Report
			id := r.Article.ID
			want.ID, want.Article, want.Event, want.PublishedAt = graph.ReportID(id, 0), id, graph.EntityID(raidKey()), r.Article.PublishedAt
			want.TriggerText, want.Text, want.Place, want.ReportedBy = "raid", "raid", placeID("Lisk"), graph.StatementID(id, 0)
			slices.SortFunc(want.Participants, func(x, y graph.Participant) int { return strings.Compare(string(x.As), string(y.As)) })
			for i, p := range want.Participants {
				want.Participants[i].Entity = graph.EntityID(p.Key)
			}
			equal(b, "report", ok(b.graph.Reports(b.ctx, &graph.ReportQuery{
				Anchor: graph.InItsArticle, Of: []graph.NodeID{id},
			}))(b)[0].Edges[0].Node, &want)
		}},
		{"the lists of entities leave out events without a name", func(b *bench) {
			b.load(raid()...)
			events := graph.EntityFilter{Kinds: []graph.Kind{graph.KindEvent}}
			for _, order := range []graph.Order{graph.ByMentionsDesc, graph.ByNameAsc} {
				equal(b, "entities", b.entities(graph.EntityQuery{Filter: events, Order: order}), [][]string{{"Lisk Summit"}})
			}
			equal(b, "of an article", b.entities(graph.EntityQuery{In: articleIDs("third"), Order: graph.ByNameAsc}), [][]string{{"Acme", "Bob", "Lisk"}})
			equal(b, "lookup", len(ok(b.graph.Lookup(b.ctx, []graph.NameQuery{{Name: "Acme attacks Bob"}}))(b)[0]), 0)
			equal(b, "search", len(ok(b.graph.Search(b.ctx, &graph.SearchQuery{Text: "attacks", Types: []graph.SearchType{graph.SearchEntities}}))(b).Edges), 0)
			equal(b, "articles", b.articles(graph.ArticleQuery{Mentioning: []graph.NodeID{graph.EntityID(raidKey())}}), [][]string{{}})
			stats := ok(b.graph.Stats(b.ctx))(b)
			equal(b, "stats", []int{stats.Entities[graph.KindEvent], stats.Reports}, []int{3, 6})
			equal(b, "keys", ok(b.graph.Keys(b.ctx, []graph.NodeID{graph.EntityID(raidKey())}))(b), [][]graph.KeyCount{{{Key: raidKey(), Articles: 3}}})
		}},
		{"only the newest reports decide, all count", func(b *bench) {
			var stories []story
			for i := range graph.MaxCoreReports + 5 {
				at, status := time.Date(2017, 1, 1, 0, 0, i, 0, time.UTC), graph.Happened
				if i < 5 {
					status = graph.Denied
				}
				stories = append(stories, story{
					key: fmt.Sprint(i), at: at.Format(time.RFC3339), text: "Ada met", who: []who{person("Ada", "Ada")},
					events: []happened{{what: graph.EventMeet, trigger: "met", by: "Ada", key: "2017", status: status, confidence: float64(5+graph.MaxCoreReports-i) / 1000}},
				})
			}
			b.load(stories...)
			page := ok(b.graph.Events(b.ctx, &graph.EventQuery{}))(b)[0]
			core := page.Edges[0].Node.Event
			equal(b, "reports", core.Reports, graph.MaxCoreReports+5)
			equal(b, "confidence", core.Confidence, float64(graph.MaxCoreReports)/1000)
		}},
	}
}

func eventLists() []testCase {
	bob, acme, lisk := entityID("Bob"), graph.EntityID(keyOf(graph.KindOrganization, "Acme")), placeID("Lisk")
	return []testCase{
		{"events by time", func(b *bench) {
			b.load(raid()...)
			equal(b, "newest first", b.events(graph.EventQuery{}), [][]string{{"NAMED", "MEET", "ASSAULT"}})
			equal(b, "oldest first", b.events(graph.EventQuery{Order: graph.ByTimeAsc}), [][]string{{"ASSAULT", "MEET", "NAMED"}})
		}},
		{"a page for each node", func(b *bench) {
			b.load(raid()...)
			equal(b, "participants", b.events(graph.EventQuery{Anchor: graph.TookPart, Of: []graph.NodeID{bob, entityID("Nobody"), acme}}),
				[][]string{{"MEET", "ASSAULT"}, {}, {"ASSAULT"}})
			equal(b, "actors", b.events(graph.EventQuery{Anchor: graph.Acted, Of: []graph.NodeID{bob, entityID("Nobody"), acme}}),
				[][]string{{}, {}, {"ASSAULT"}})
			equal(b, "places", b.events(graph.EventQuery{Anchor: graph.HappenedAt, Of: []graph.NodeID{lisk}}), [][]string{{"NAMED", "ASSAULT"}})
			equal(b, "articles", b.events(graph.EventQuery{Anchor: graph.ReportedIn, Of: articleIDs("third", "first", "nowhere")}),
				[][]string{{"ASSAULT"}, {"MEET", "ASSAULT"}, {}})
			told := []graph.NodeID{graph.StatementID(graph.ArticleID("first"), 0), graph.StatementID(graph.ArticleID("first"), 7)}
			equal(b, "statements", b.events(graph.EventQuery{Anchor: graph.ToldWithin, Of: told}), [][]string{{"ASSAULT"}, {}})
			equal(b, "none", b.events(graph.EventQuery{Anchor: graph.TookPart}), [][]string{})
		}},
		{"events of pairs", func(b *bench) {
			b.load(raid()...)
			ada, nobody := entityID("Ada"), entityID("Nobody")
			of, with := []graph.NodeID{bob, ada, acme, acme, bob, nobody}, []graph.NodeID{ada, bob, bob, ada, nobody, bob}
			equal(b, "take part", b.events(graph.EventQuery{Anchor: graph.TookPart, Of: of, With: with}), [][]string{{"MEET"}, {"MEET"}, {"ASSAULT"}, {}, {}, {}})
			equal(b, "act on", b.events(graph.EventQuery{Anchor: graph.Acted, Of: of, With: with}), [][]string{{}, {"MEET"}, {"ASSAULT"}, {}, {}, {}})
			equal(b, "which", b.events(graph.EventQuery{
				Anchor: graph.TookPart, Of: of[:1], With: with[:1], Filter: graph.EventFilter{Types: []graph.EventType{graph.EventAssault}},
			}), [][]string{{}})
			b.judge(same(graph.KindPerson, "Ada", "Bob"))
			equal(b, "one and the same", b.events(graph.EventQuery{Anchor: graph.Acted, Of: of[:3], With: with[:3]}), [][]string{{"MEET"}, {"MEET"}, {"ASSAULT"}})
		}},
	}
}

func eventFilters() []testCase {
	bob, acme, lisk := entityID("Bob"), graph.EntityID(keyOf(graph.KindOrganization, "Acme")), placeID("Lisk")
	yes, no := true, false
	return []testCase{
		{"what filters select", func(b *bench) {
			b.load(raid()...)
			for name, c := range map[string]struct {
				filter graph.EventFilter
				want   []string
			}{
				"types":        {graph.EventFilter{Types: []graph.EventType{graph.EventMeet, graph.EventNamed}}, []string{"NAMED", "MEET"}},
				"mode":         {graph.EventFilter{Modes: []string{"air"}}, []string{"ASSAULT"}},
				"status":       {graph.EventFilter{Statuses: []graph.EventStatus{graph.Denied}}, []string{"ASSAULT"}},
				"participant":  {graph.EventFilter{Participants: []graph.NodeID{entityID("Ada"), acme}}, []string{"MEET", "ASSAULT"}},
				"actor":        {graph.EventFilter{Actors: []graph.NodeID{bob, acme}}, []string{"ASSAULT"}},
				"recipient":    {graph.EventFilter{Recipients: []graph.NodeID{bob}}, []string{"MEET", "ASSAULT"}},
				"nobody":       {graph.EventFilter{Actors: []graph.NodeID{entityID("Nobody")}}, []string{}},
				"place":        {graph.EventFilter{Places: []graph.NodeID{lisk}}, []string{"NAMED", "ASSAULT"}},
				"article":      {graph.EventFilter{Articles: articleIDs("first")}, []string{"MEET", "ASSAULT"}},
				"source":       {graph.EventFilter{Sources: []string{"Echo"}}, []string{"NAMED", "ASSAULT"}},
				"reported by":  {graph.EventFilter{ReportedBy: []graph.NodeID{entityID("Ada")}}, []string{"ASSAULT"}},
				"asserted":     {graph.EventFilter{Asserted: &yes}, []string{"NAMED", "MEET", "ASSAULT"}},
				"not asserted": {graph.EventFilter{Asserted: &no}, []string{}},
				"reports":      {graph.EventFilter{MinReports: 2}, []string{"ASSAULT"}},
				"confidence":   {graph.EventFilter{MinConfidence: 0.81}, []string{}},
				"and, not": {graph.EventFilter{
					And: []graph.EventFilter{{Participants: []graph.NodeID{bob}}}, Not: &graph.EventFilter{Types: []graph.EventType{graph.EventMeet}},
				}, []string{"ASSAULT"}},
				"or": {graph.EventFilter{Or: []graph.EventFilter{{Places: []graph.NodeID{lisk}}, {MinReports: 4}}}, []string{"NAMED", "ASSAULT"}},
			} {
				equal(b, name, b.events(graph.EventQuery{Filter: c.filter}), [][]string{c.want})
			}
		}},
		{"events that have a second in a range", func(b *bench) {
			b.load(raid()...)
			b.load(story{key: "undated", text: "Ada won", who: []who{person("Ada", "Ada")}, events: []happened{{what: graph.EventElect, trigger: "won", by: "Ada"}}})
			for name, c := range map[string]struct {
				from, to string
				want     []string
			}{
				"the last second of a day": {"2017-12-03T23:59:59Z", "2017-12-04T00:00:00Z", []string{"ASSAULT"}},
				"from the end of it":       {"2017-12-04T00:00:00Z", "", []string{"NAMED", "MEET"}},
				"until its beginning":      {"", "2017-12-03T00:00:00Z", []string{}},
				"the moment of a report":   {"2017-12-07T00:00:00Z", "2017-12-07T00:00:01Z", []string{"NAMED"}},
				"after it":                 {"2017-12-07T00:00:01Z", "", []string{}},
			} {
				equal(b, name, b.events(graph.EventQuery{Filter: graph.EventFilter{Within: graph.TimeRange{From: when(c.from), To: when(c.to)}}}), [][]string{c.want})
			}
			equal(b, "all", b.events(graph.EventQuery{}), [][]string{{"NAMED", "MEET", "ASSAULT", "ELECT"}})
		}},
	}
}

func eventReports() []testCase {
	bob, acme := entityID("Bob"), graph.EntityID(keyOf(graph.KindOrganization, "Acme"))
	return []testCase{
		{"the reports of events, articles and statements", func(b *bench) {
			b.load(raid()...)
			raided := []graph.NodeID{graph.EntityID(raidKey()), entityID("Nobody")}
			equal(b, "newest first", b.reports(graph.ReportQuery{Anchor: graph.OfEvent, Of: raided}),
				[][]string{{"second: HAPPENED", "first: ALLEGED", "third: DENIED", "third: DENIED"}, {}})
			equal(b, "oldest first", b.reports(graph.ReportQuery{Anchor: graph.OfEvent, Of: raided[:1], Order: graph.ByTimeAsc}),
				[][]string{{"first: ALLEGED", "second: HAPPENED", "third: DENIED", "third: DENIED"}})
			equal(b, "in articles", b.reports(graph.ReportQuery{Anchor: graph.InItsArticle, Of: articleIDs("first", "nowhere")}),
				[][]string{{"first: ALLEGED", "first: HAPPENED"}, {}})
			equal(b, "in a statement", b.reports(graph.ReportQuery{Anchor: graph.InAStatement, Of: []graph.NodeID{graph.StatementID(graph.ArticleID("third"), 0)}}),
				[][]string{{"third: DENIED"}})
		}},
		{"facets and timelines", func(b *bench) {
			b.load(raid()...)
			all := graph.List{Events: &graph.EventQuery{}}
			equal(b, "facets", b.facets(graph.FacetQuery{List: all, Facets: eventFacets()}), []map[graph.Facet]string{{
				graph.FacetType: "ASSAULT×1 MEET×1 NAMED×1", graph.FacetStatus: "HAPPENED×2 DENIED×1", graph.FacetPlace: "Lisk×2 ?1",
				graph.FacetMonth: "2017-12×3", graph.FacetParticipant: "Bob×2 " + b.sortedByID("Acme×1", acme, "Ada×1", entityID("Ada")) + " ?1",
			}})
			equal(b, "days", b.timeline(graph.TimelineQuery{List: all, Interval: graph.Day, CountArticles: true}),
				[]string{"2017-12-03:1/3 2017-12-04:1/1 2017-12-05:0/0 2017-12-06:0/0 2017-12-07:1/1"})
			equal(b, "months", b.timeline(graph.TimelineQuery{List: all, Interval: graph.Month, CountArticles: true}), []string{"2017-12-01:3/3"})
			equal(b, "of each", b.timeline(graph.TimelineQuery{
				List: graph.List{Events: &graph.EventQuery{Anchor: graph.TookPart, Of: []graph.NodeID{acme, bob}}}, Interval: graph.Year,
			}), []string{"2017-01-01:1/0", "2017-01-01:2/0"})
		}},
		{"what is wrong is refused", func(b *bench) {
			for _, q := range []graph.EventQuery{
				{Anchor: "COOK"},
				{Of: []graph.NodeID{bob}},
				{Anchor: graph.TookPart, Of: articleIDs("first")},
				{Anchor: graph.Acted, Of: articleIDs("first")},
				{Anchor: graph.TookPart, Of: []graph.NodeID{bob}, With: []graph.NodeID{}},
				{Anchor: graph.Acted, Of: []graph.NodeID{bob}, With: articleIDs("first")},
				{Anchor: graph.HappenedAt, Of: []graph.NodeID{bob}, With: []graph.NodeID{bob}},
				{With: []graph.NodeID{}},
				{Order: graph.ByNameAsc},
				{Filter: graph.EventFilter{Types: []graph.EventType{"PICNIC"}}},
				{Filter: graph.EventFilter{Statuses: []graph.EventStatus{"MAYBE"}}},
				{Filter: graph.EventFilter{Actors: articleIDs("first")}},
				{Filter: graph.EventFilter{MinConfidence: 2}},
			} {
				if _, err := b.graph.Events(b.ctx, &q); !errors.Is(err, graph.ErrInvalid) {
					b.Errorf("%+v: %v", q, err)
				}
			}
			for _, q := range []graph.ReportQuery{{}, {Anchor: graph.OfEvent, Of: articleIDs("first")}, {Anchor: graph.InAStatement, Of: []graph.NodeID{bob}}} {
				if _, err := b.graph.Reports(b.ctx, &q); !errors.Is(err, graph.ErrInvalid) {
					b.Errorf("%+v: %v", q, err)
				}
			}
		}},
	}
}
