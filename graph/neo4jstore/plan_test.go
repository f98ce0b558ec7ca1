package neo4jstore

import (
	"errors"
	"fmt"
	"maps"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/graph/fold"
	"github.com/newsgraph/newsgraph/graph/graphtest"
	"github.com/newsgraph/newsgraph/internal/neo4jtest"
	"golang.org/x/sync/errgroup"
)

// scans are the operators that go through all nodes or relationships, or all of a type.
var scans = []string{"AllNodesScan", "NodeByLabelScan", "LabelsScan", "RelationshipTypeScan", "AllRelationshipsScan", "RelationshipTypesScan"}

// plans are the operators of the plans of queries, each with the name of the request that asks for it.
type plans struct {
	lock  sync.Mutex
	found map[string]found
}

type found struct {
	request   string
	operators []string
}

// gather makes requests of a store and keeps the plans.
func (p *plans) gather(s *Store, requests []request) error {
	for _, r := range requests {
		s.profile = func(cypher string, plan neo4j.ProfiledPlan) {
			p.lock.Lock()
			defer p.lock.Unlock()
			p.found[cypher] = found{r.name, operators(plan)}
		}
		if err := r.run(); err != nil {
			return fmt.Errorf("%s: %w", r.name, err)
		}
	}
	return nil
}

// check refuses scans, and sorting where an index has the order.
func (p *plans) check(t *testing.T) {
	t.Helper()
	for _, cypher := range slices.Sorted(maps.Keys(p.found)) {
		f := p.found[cypher]
		for _, scan := range scans {
			if strings.Contains(strings.Join(f.operators, " "), scan) {
				t.Errorf("%s: %s in the plan of\n%s\n%s", f.request, scan, cypher, strings.Join(f.operators, "\n"))
			}
		}
		if strings.HasPrefix(f.request, "ordered ") && (slices.Contains(f.operators, "Sort") || slices.Contains(f.operators, "Top")) {
			t.Errorf("%s: sorts by hand:\n%s\n%s", f.request, cypher, strings.Join(f.operators, "\n"))
		}
	}
	if len(p.found) < 150 {
		t.Errorf("only %d queries seen", len(p.found))
	}
}

// operators lists those of a plan.
func operators(plan neo4j.ProfiledPlan) []string {
	name, _, _ := strings.Cut(plan.Operator(), "@")
	out := []string{name}
	for _, c := range plan.Children() {
		out = append(out, operators(c)...)
	}
	return out
}

// TestNoQueryScans has the server tell how it carries out every query that the store runs. Most of the time it takes to plan them; so several
// stores share the requests that only read.
func TestNoQueryScans(t *testing.T) {
	server := neo4jtest.Start(t)
	records := graphtest.Records(7, 40)
	gathered := &plans{found: map[string]found{}}
	writer := openStore(t, server, time.Minute)
	g := graph.New(writer, &graph.Options{Rules: graphtest.Rules()})
	if _, err := g.Apply(t.Context(), &graph.Batch{Records: records[:20]}); err != nil {
		t.Fatal(err)
	}
	// Plans made while the graph was empty are no good.
	if err := writer.write(t.Context(), runs([]string{"CALL db.clearQueryCaches()"}, nil)); err != nil {
		t.Fatal(err)
	}
	if err := gathered.gather(writer, writeRequests(t, g, records)); err != nil {
		t.Fatal(err)
	}
	var readers errgroup.Group
	for i := range runtime.GOMAXPROCS(0) + 1 {
		reader := openStore(t, server, time.Minute)
		var mine []request
		for n, r := range readRequests(t, graph.New(reader, nil), records) {
			if n%(runtime.GOMAXPROCS(0)+1) == i {
				mine = append(mine, r)
			}
		}
		readers.Go(func() error { return gathered.gather(reader, mine) })
	}
	if err := readers.Wait(); err != nil {
		t.Fatal(err)
	}
	gathered.check(t)
}

// request is a call of the store; its name begins with "ordered" when it must read along an index.
type request struct {
	name string
	run  func() error
}

func asks[T any](name string, f func() (T, error)) request {
	return request{name, func() error {
		_, err := f()
		return err
	}}
}

// writeRequests makes every kind of batch.
func writeRequests(t *testing.T, g *graph.Graph, records []*graph.Record) []request {
	t.Helper()
	ctx := t.Context()
	a, b := samePeople(records)
	judgement := graph.Judgement{A: a, B: b, Verdict: graph.Same, By: graph.ByPerson, Score: 1}
	name := graph.Judgement{A: a, Verdict: graph.Named, By: graph.ByPerson, Score: 1, Name: "Somebody Else"}
	undo := graph.JudgementID(&judgement)
	apply := func(name string, batch *graph.Batch) request {
		return asks("apply: "+name, func() (graph.Applied, error) { return g.Apply(ctx, batch) })
	}
	return []request{
		apply("load", &graph.Batch{Records: records}),
		apply("merge", &graph.Batch{Judge: []graph.Judgement{judgement, name}}),
		apply("replace and delete", &graph.Batch{Delete: []graph.NodeID{records[0].Article.ID}, Records: []*graph.Record{changed(records[1])}}),
		apply("undo", &graph.Batch{Undo: []graph.NodeID{undo}}),
		apply("note", &graph.Batch{
			AuditSince: time.Unix(1, 0),
			Audit:      &graph.AuditEntry{At: time.Unix(1e9, 0), Action: "load", Outcome: graph.AuditDone, Nodes: []graph.NodeID{records[1].Article.ID}},
			Receipt:    &graph.Receipt{Key: "request", At: time.Unix(1e9, 0), Until: time.Unix(2e9, 0)},
		}),
	}
}

// readRequests calls every method that reads, with every kind of filter, always in the same order.
func readRequests(t *testing.T, g *graph.Graph, records []*graph.Record) []request {
	t.Helper()
	a, _ := samePeople(records)
	return slices.Concat(entityRequests(t, g, records), articleRequests(t, g, records), statementRequests(t, g, records), eventRequests(t, g, records),
		otherRequests(t, g, records, a))
}

// samePeople returns the keys of two people.
func samePeople(records []*graph.Record) (a, b graph.Key) {
	for _, r := range records {
		for _, actor := range r.Actors {
			if actor.Key.Kind() != graph.KindPerson || actor.Key == a {
				continue
			}
			if a != "" {
				return a, actor.Key
			}
			a = actor.Key
		}
	}
	return a, b
}

func changed(r *graph.Record) *graph.Record {
	out := *r
	out.Article.Title += " (corrected)"
	return &out
}

// pagesOf are the forms of pages, with cursors of the given list.
func pagesOf(order graph.Order, c graph.Cursor) []graph.Page {
	c.Order = order
	n, at := 5, graph.EncodeCursor(c)
	return []graph.Page{{First: &n, After: at, Count: true}, {Last: &n, Before: at}}
}

func entityRequests(t *testing.T, g *graph.Graph, records []*graph.Record) []request {
	t.Helper()
	ctx := t.Context()
	in := []graph.NodeID{records[2].Article.ID, records[3].Article.ID}
	var out []request
	add := func(name string, q graph.EntityQuery) {
		out = append(out, asks(name, func() ([]graph.EntityPage, error) { return g.Entities(ctx, &q) }))
	}
	cursor := graph.Cursor{Ints: []int64{1}, Texts: []string{"", string(graph.EntityID("PERSON:x"))}}
	for _, order := range []graph.Order{graph.ByMentionsDesc, graph.ByNameAsc} {
		for _, p := range pagesOf(order, cursor) {
			name := "ordered entities"
			if order == graph.ByNameAsc {
				name = "entities by name" // sorts those whose long names begin alike
			}
			add(name, graph.EntityQuery{Order: order, Page: p})
			add(name, graph.EntityQuery{Order: order, Page: p, Filter: graph.EntityFilter{Kinds: []graph.Kind{graph.KindPlace}}})
			add(name, graph.EntityQuery{Order: order, Page: p, Filter: graph.EntityFilter{Kinds: []graph.Kind{graph.KindPlace, graph.KindPerson}}})
			add("entities in", graph.EntityQuery{In: in, Order: order, Page: p})
		}
	}
	text := graph.EntityFilter{Text: "ar be"}
	add("entities by text", graph.EntityQuery{Filter: text})
	add("entities by all", graph.EntityQuery{In: in, Filter: graph.EntityFilter{
		Kinds: graph.Kinds(), MinArticles: 2, And: []graph.EntityFilter{text}, Or: []graph.EntityFilter{text, {MinArticles: 3}}, Not: &text,
	}})
	return out
}

func articleRequests(t *testing.T, g *graph.Graph, records []*graph.Record) []request {
	t.Helper()
	ctx := t.Context()
	ids := []graph.NodeID{graph.EntityID(records[2].Actors[0].Key), graph.EntityID(records[3].Actors[0].Key)}
	var out []request
	add := func(name string, q graph.ArticleQuery) {
		out = append(out, asks(name, func() ([]graph.ArticlePage, error) { return g.Articles(ctx, &q) }))
	}
	cursor := graph.Cursor{Ints: []int64{1e9}, Texts: []string{string(records[3].Article.ID)}}
	for _, order := range []graph.Order{graph.ByTimeDesc, graph.ByTimeAsc} {
		for _, p := range pagesOf(order, cursor) {
			add("ordered articles", graph.ArticleQuery{Order: order, Page: p})
			add("ordered articles mentioning", graph.ArticleQuery{Mentioning: ids, Order: order, Page: p})
		}
	}
	filters := []graph.ArticleFilter{
		{Text: "ba be"},
		{Sources: []string{records[0].Article.Source}},
		{Mentions: ids},
		{Published: graph.TimeRange{From: time.Unix(0, 0), To: time.Unix(2e9, 0)}},
	}
	for i, f := range filters {
		add("articles by filter", graph.ArticleQuery{Filter: f, Page: graph.Page{Count: true}})
		add("articles by filters", graph.ArticleQuery{Filter: graph.ArticleFilter{And: filters[i : i+1], Not: &f}})
	}
	add("articles by all filters", graph.ArticleQuery{Filter: graph.ArticleFilter{And: filters, Or: filters}})
	return out
}

func statementRequests(t *testing.T, g *graph.Graph, records []*graph.Record) []request {
	t.Helper()
	ctx := t.Context()
	ids := []graph.NodeID{graph.EntityID(records[2].Actors[0].Key), graph.EntityID(records[3].Actors[0].Key)}
	articles := []graph.NodeID{records[2].Article.ID, records[3].Article.ID}
	said := []graph.NodeID{graph.StatementID(articles[0], 0), graph.StatementID(articles[0], 1)}
	var out []request
	add := func(name string, q graph.StatementQuery) {
		out = append(out, asks(name, func() ([]graph.StatementPage, error) { return g.Statements(ctx, &q) }))
	}
	cursor := graph.Cursor{Ints: []int64{1e9}, Texts: []string{string(said[0])}}
	for _, order := range []graph.Order{graph.ByTimeDesc, graph.ByTimeAsc} {
		for _, p := range pagesOf(order, cursor) {
			add("ordered statements", graph.StatementQuery{Order: order, Page: p})
			add("ordered statements by", graph.StatementQuery{Anchor: graph.SpokenBy, Of: ids, Order: order, Page: p})
			add("ordered statements about", graph.StatementQuery{Anchor: graph.AboutWhom, Of: ids, Order: order, Page: p})
			add("ordered statements about with a tone", graph.StatementQuery{
				Anchor: graph.AboutWhom, Of: ids, Filter: graph.StatementFilter{Tones: []graph.Tone{graph.Negative}}, Order: order, Page: p,
			})
			add("ordered statements to", graph.StatementQuery{Anchor: graph.ToWhom, Of: ids, Order: order, Page: p})
			add("ordered statements of one", graph.StatementQuery{Filter: graph.StatementFilter{Speakers: ids[:1]}, Order: order, Page: p})
			add("statements in", graph.StatementQuery{Anchor: graph.InArticle, Of: articles, Order: order, Page: p})
			add("statements within", graph.StatementQuery{Anchor: graph.WithinThat, Of: said, Order: order, Page: p})
		}
	}
	nested := true
	filters := []graph.StatementFilter{
		{Speakers: ids},
		{About: ids},
		{Addressees: ids},
		{Kinds: []graph.StatementKind{graph.Direct}},
		{Articles: articles},
		{Sources: []string{records[0].Article.Source}},
		{Text: "ba be"},
		{Tones: []graph.Tone{graph.Negative}},
		{Tones: []graph.Tone{graph.Positive}, About: ids},
		{Modes: []graph.StatementMode{graph.NotSaid}},
		{Cue: "told", SpeakerText: "the minister"},
		{Within: said},
		{Nested: &nested},
		{Reasons: []string{"subject"}},
		{Said: graph.TimeRange{From: time.Unix(0, 0)}},
		{Published: graph.TimeRange{To: time.Unix(2e9, 0)}},
		{MinConfidence: 0.5},
	}
	for i, f := range filters {
		add("statements by filter", graph.StatementQuery{Filter: f, Page: graph.Page{Count: true}})
		add("statements by filters", graph.StatementQuery{Filter: graph.StatementFilter{And: filters[i : i+1], Not: &f}})
	}
	add("statements by all filters", graph.StatementQuery{Filter: graph.StatementFilter{And: filters, Or: filters}})
	return out
}

func eventRequests(t *testing.T, g *graph.Graph, records []*graph.Record) []request {
	t.Helper()
	ctx := t.Context()
	report := &records[2].Reports[0]
	ids := []graph.NodeID{graph.EntityID(report.Participants[0].Key), graph.EntityID(records[3].Actors[0].Key)}
	others := []graph.NodeID{ids[1], ids[0]}
	events := []graph.NodeID{graph.EntityID(report.Key), graph.EntityID(records[3].Reports[0].Key)}
	articles := []graph.NodeID{records[2].Article.ID, records[3].Article.ID}
	said := []graph.NodeID{graph.StatementID(articles[0], 0), graph.StatementID(articles[0], 1)}
	var out []request
	add := func(name string, q graph.EventQuery) {
		out = append(out, asks(name, func() ([]graph.EventPage, error) { return g.Events(ctx, &q) }))
	}
	reports := func(name string, q graph.ReportQuery) {
		out = append(out, asks(name, func() ([]graph.ReportPage, error) { return g.Reports(ctx, &q) }))
	}
	cursor := graph.Cursor{Ints: []int64{1e9}, Texts: []string{string(events[0])}}
	for _, order := range []graph.Order{graph.ByTimeDesc, graph.ByTimeAsc} {
		for _, p := range pagesOf(order, cursor) {
			add("ordered events", graph.EventQuery{Order: order, Page: p})
			add("ordered events of a type", graph.EventQuery{Filter: graph.EventFilter{Types: []graph.EventType{graph.EventMeet}}, Order: order, Page: p})
			add("ordered events of types", graph.EventQuery{
				Filter: graph.EventFilter{Types: []graph.EventType{graph.EventMeet, graph.EventNamed}}, Order: order, Page: p,
			})
			add("ordered events with", graph.EventQuery{Anchor: graph.TookPart, Of: ids, Order: order, Page: p})
			add("ordered events by", graph.EventQuery{Anchor: graph.Acted, Of: ids, Order: order, Page: p})
			add("ordered events of pairs", graph.EventQuery{Anchor: graph.TookPart, Of: ids, With: others, Order: order, Page: p})
			add("ordered events by one to another", graph.EventQuery{Anchor: graph.Acted, Of: ids, With: others, Order: order, Page: p})
			add("ordered events at", graph.EventQuery{Anchor: graph.HappenedAt, Of: ids, Order: order, Page: p})
			add("ordered events of one", graph.EventQuery{Filter: graph.EventFilter{Actors: ids[:1]}, Order: order, Page: p})
			add("events in", graph.EventQuery{Anchor: graph.ReportedIn, Of: articles, Order: order, Page: p})
			add("events told", graph.EventQuery{Anchor: graph.ToldWithin, Of: said, Order: order, Page: p})
			reports("ordered reports of", graph.ReportQuery{Anchor: graph.OfEvent, Of: events, Order: order, Page: p})
			reports("reports in", graph.ReportQuery{Anchor: graph.InItsArticle, Of: articles, Order: order, Page: p})
			reports("reports told", graph.ReportQuery{Anchor: graph.InAStatement, Of: said, Order: order, Page: p})
		}
	}
	asserted := true
	filters := []graph.EventFilter{
		{Types: []graph.EventType{graph.EventMeet, graph.EventNamed}, Statuses: []graph.EventStatus{graph.Denied}, Modes: []string{"talk"}},
		{Participants: ids},
		{Actors: ids},
		{Recipients: ids},
		{Places: ids},
		{Articles: articles},
		{Sources: []string{records[0].Article.Source}},
		{ReportedBy: ids},
		{Within: graph.TimeRange{From: time.Unix(0, 0), To: time.Unix(2e9, 0)}},
		{Asserted: &asserted, MinReports: 2, MinConfidence: 0.5},
	}
	for i, f := range filters {
		add("events by filter", graph.EventQuery{Filter: f, Page: graph.Page{Count: true}})
		add("events by filters", graph.EventQuery{Filter: graph.EventFilter{And: filters[i : i+1], Not: &f}})
	}
	add("events by all filters", graph.EventQuery{Filter: graph.EventFilter{And: filters, Or: filters}})
	return out
}

func otherRequests(t *testing.T, g *graph.Graph, records []*graph.Record, key graph.Key) []request {
	t.Helper()
	ctx := t.Context()
	articles := []graph.NodeID{records[2].Article.ID, records[3].Article.ID}
	entities := []graph.NodeID{graph.EntityID(key), graph.EntityID(records[3].Actors[0].Key)}
	nodes := slices.Concat(articles, entities, []graph.NodeID{graph.StatementID(articles[0], 0)})
	out := []request{
		asks("nodes", func() ([]graph.Node, error) { return g.Nodes(ctx, nodes) }),
		asks("lookup", func() ([][]*graph.Entity, error) {
			return g.Lookup(ctx, []graph.NameQuery{{Name: records[3].Actors[0].Name}, {Name: "x", Kind: graph.KindPlace}})
		}),
		asks("roles", func() ([][]graph.Role, error) { return g.Roles(ctx, entities) }),
		asks("relations", func() ([]graph.RelationPage, error) {
			return g.Relations(ctx, &graph.RelationQuery{Of: entities, Filter: graph.RelationFilter{
				Seen: graph.TimeRange{From: time.Unix(0, 0)}, Sources: []string{records[0].Article.Source}, MinConfidence: 0.1, Ends: graph.Kinds(),
				EventTypes: graph.EventTypes(), EventStatuses: graph.EventStatuses(),
			}})
		}),
		asks("statements of pairs", func() ([]graph.StatementPage, error) {
			return g.Statements(ctx, &graph.StatementQuery{Anchor: graph.SpokenBy, Of: entities, With: entities, Page: graph.Page{Count: true}})
		}),
		asks("articles of pairs", func() ([]graph.ArticlePage, error) {
			return g.Articles(ctx, &graph.ArticleQuery{Mentioning: entities, With: entities, Page: graph.Page{Count: true}})
		}),
		asks("all relations", func() ([]graph.RelationPage, error) { return g.Relations(ctx, &graph.RelationQuery{Of: entities}) }),
		asks("relations among", func() ([]graph.RelationPage, error) {
			return g.Relations(ctx, &graph.RelationQuery{Of: entities, Among: true})
		}),
		asks("some relations among", func() ([]graph.RelationPage, error) {
			return g.Relations(ctx, &graph.RelationQuery{Of: entities, Among: true, Filter: graph.RelationFilter{
				Seen: graph.TimeRange{To: time.Unix(2e9, 0)}, Sources: []string{records[0].Article.Source}, EventTypes: graph.EventTypes(),
			}})
		}),
		asks("texts", func() ([]string, error) { return g.Texts(ctx, articles) }),
		asks("keys", func() ([][]graph.KeyCount, error) { return g.Keys(ctx, entities) }),
		asks("stats", func() (graph.Stats, error) { return g.Stats(ctx) }),
		asks("judgements", func() ([]graph.Judgement, error) { return g.Judgements(ctx, &graph.JudgementQuery{}) }),
		asks("judgements on", func() ([]graph.Judgement, error) {
			return g.Judgements(ctx, &graph.JudgementQuery{Keys: []graph.Key{key}, IDs: []graph.NodeID{graph.ActID("", "", time.Time{})}})
		}),
		asks("receipt", func() (string, error) {
			_, err := g.Receipt(ctx, "nobody", time.Unix(0, 0))
			if errors.Is(err, graph.ErrNotFound) {
				err = nil
			}
			return "", err
		}),
		asks("audit of a node", func() (graph.AuditPage, error) {
			return g.Audit(ctx, &graph.AuditQuery{Filter: graph.AuditFilter{Node: articles[0], By: []string{"ana"}, Outcomes: graph.AuditOutcomes()}})
		}),
		asks("ordered audit", func() (graph.AuditPage, error) {
			return g.Audit(ctx, &graph.AuditQuery{Filter: graph.AuditFilter{Actions: []string{"load"}, At: graph.TimeRange{To: time.Unix(2e9, 0)}}, Page: graph.Page{Count: true}})
		}),
		asks("search, mistyped", func() (graph.SearchPage, error) {
			name := []rune(fold.Words(records[3].Actors[0].Name)[0])
			name[len(name)-1] = 'q'
			return g.Search(ctx, &graph.SearchQuery{Text: string(name)})
		}),
		asks("search", func() (graph.SearchPage, error) {
			return g.Search(ctx, &graph.SearchQuery{Text: "ba", Page: graph.Page{Count: true}})
		}),
	}
	out = append(out, countingRequests(t, g, articles, entities)...)
	for _, p := range pagesOf(graph.ByScoreDesc, graph.Cursor{Ints: []int64{graph.ScoreRank(0.5)}, Texts: []string{string(articles[0])}}) {
		for _, kinds := range [][]graph.Kind{nil, {graph.KindPerson}, {graph.KindPerson, graph.KindPlace}} {
			out = append(out, asks("ordered suggestions", func() (graph.SuggestionPage, error) {
				return g.Suggestions(ctx, &graph.SuggestionQuery{Kinds: kinds, MinScore: 0.1, Page: p})
			}))
		}
	}
	cursor := graph.Cursor{Ints: []int64{1e9, 1, 2}, Texts: []string{string(articles[0]), string(key)}}
	for _, order := range []graph.Order{graph.ByTimeDesc, graph.ByTimeAsc} {
		for _, p := range pagesOf(order, cursor) {
			out = append(out,
				asks("ordered mentions of", func() ([]graph.MentionPage, error) {
					return g.Mentions(ctx, &graph.MentionQuery{Anchor: graph.OfEntity, Of: entities, Order: order, Page: p})
				}),
				asks("mentions in", func() ([]graph.MentionPage, error) {
					return g.Mentions(ctx, &graph.MentionQuery{Anchor: graph.OfArticle, Of: articles, Order: order, Page: p})
				}))
		}
	}
	return out
}

// countingRequests counts lists of every kind by every facet and in time.
func countingRequests(t *testing.T, g *graph.Graph, articles, entities []graph.NodeID) []request {
	t.Helper()
	ctx := t.Context()
	lists := map[string]graph.FacetQuery{}
	add := func(name string, l graph.List, facets ...graph.Facet) {
		lists[name] = graph.FacetQuery{List: l, Facets: facets}
	}
	add("entities", graph.List{Entities: &graph.EntityQuery{}}, graph.FacetKind)
	add("entities in", graph.List{Entities: &graph.EntityQuery{In: articles}}, graph.FacetKind)
	ofArticles := []graph.Facet{graph.FacetSource, graph.FacetMonth, graph.FacetLanguage}
	add("articles", graph.List{Articles: &graph.ArticleQuery{}}, ofArticles...)
	add("articles mentioning", graph.List{Articles: &graph.ArticleQuery{Mentioning: entities}}, ofArticles...)
	ofStatements := []graph.Facet{
		graph.FacetSource, graph.FacetKind, graph.FacetMode, graph.FacetTone, graph.FacetSpeaker, graph.FacetTarget, graph.FacetAddressee, graph.FacetMonth,
	}
	for _, anchor := range []graph.StatementAnchor{graph.SpokenBy, graph.AboutWhom, graph.ToWhom} {
		add("statements "+string(anchor), graph.List{Statements: &graph.StatementQuery{Anchor: anchor, Of: entities}}, ofStatements...)
	}
	add("statements", graph.List{Statements: &graph.StatementQuery{}}, ofStatements...)
	add("statements in", graph.List{Statements: &graph.StatementQuery{Anchor: graph.InArticle, Of: articles}}, ofStatements...)
	ofEvents := []graph.Facet{graph.FacetType, graph.FacetStatus, graph.FacetParticipant, graph.FacetPlace, graph.FacetMonth}
	add("events", graph.List{Events: &graph.EventQuery{}}, ofEvents...)
	add("events with", graph.List{Events: &graph.EventQuery{Anchor: graph.TookPart, Of: entities}}, ofEvents...)
	add("events in", graph.List{Events: &graph.EventQuery{Anchor: graph.ReportedIn, Of: articles}}, ofEvents...)
	add("statements by words", graph.List{Statements: &graph.StatementQuery{Filter: graph.StatementFilter{Text: "ba"}}}, ofStatements...)
	var out []request
	for _, name := range slices.Sorted(maps.Keys(lists)) {
		q := lists[name]
		out = append(out, asks("facets of "+name, func() ([]graph.Facets, error) { return g.Facets(ctx, &q) }))
		if q.Entities == nil {
			timeline := graph.TimelineQuery{List: q.List, Interval: graph.Year, CountArticles: true}
			out = append(out, asks("timeline of "+name, func() ([][]graph.Bucket, error) { return g.Timeline(ctx, &timeline) }))
		}
	}
	return out
}
