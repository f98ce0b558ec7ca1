package schema_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/graph"
)

// wide makes n articles, each with n statements of n people, each about the next person, an
// organization and a place, and within the statement before it.
func wide(n int) []*graph.Record {
	var records []*graph.Record
	for a := range n {
		var text strings.Builder
		r := &graph.Record{}
		url := fmt.Sprintf("https://wide.example/%d", a)
		r.Article = graph.Article{
			ID: graph.ArticleID(url), Key: url, URL: url, Title: fmt.Sprintf("Article %d", a), Source: "Wide",
			PublishedAt: time.Date(2024, 1, 1+a, 0, 0, 0, 0, time.UTC),
		}
		mention := func(kind graph.Kind, name string) graph.Actor {
			start := text.Len()
			text.WriteString(name + " ")
			return graph.Actor{Key: key(kind, name), Name: name, Mentions: []graph.ActorMention{
				{Span: graph.Span{Start: start, End: start + len(name)}, Form: graph.FormName},
			}}
		}
		var coded []graph.Actor
		for i := range n {
			r.Actors = append(
				r.Actors, mention(graph.KindPerson, fmt.Sprintf("Person P%d", i)),
				mention(graph.KindOrganization, fmt.Sprintf("Organization O%d", i)), mention(graph.KindPlace, fmt.Sprintf("Place L%d", i)),
			)
			person, org, place := r.Actors[3*i], r.Actors[3*i+1], r.Actors[3*i+2]
			r.Roles = append(r.Roles, graph.RoleRecord{Person: person.Key, Title: "Head", Of: org.Key, Span: person.Mentions[0].Span})
			start := text.Len()
			fmt.Fprintf(&text, "says it is so, %d. ", i)
			content := []graph.Span{{Start: start, End: text.Len() - 1}}
			about := []graph.Target{{Key: org.Key, Spans: content}, {Key: place.Key, Spans: content}}
			if i > 0 {
				about = append(about, graph.Target{Key: r.Actors[3*i-3].Key, Spans: content})
			}
			r.Statements = append(r.Statements, graph.StatementRecord{WithinIndex: i - 1, Statement: graph.Statement{
				Kind: graph.Direct, Spans: content, SpeakerKey: person.Key, AddresseeKeys: []graph.Key{org.Key}, About: about,
			}})
			e := graph.EventIdentity{Type: graph.EventMeet, Actors: []graph.Key{person.Key}, Recipients: []graph.Key{org.Key}, On: "2024"}
			coded = append(coded, graph.Actor{Key: e.Key(), Name: "a meeting"})
			r.Reports = append(r.Reports, graph.ReportRecord{ReportedByIndex: i, Report: graph.Report{
				Key: e.Key(), Type: e.Type, PlaceKey: place.Key, Trigger: content[0], Spans: content,
				Participants: []graph.Participant{{Key: person.Key, As: graph.AsActor}, {Key: org.Key, As: graph.AsRecipient}},
			}})
		}
		r.Actors = append(r.Actors, coded...)
		r.Text = text.String()
		records = append(records, r)
	}
	return records
}

// TestCalls pins what queries ask of the store: as many calls as the query has lists and links,
// however long the lists are.
func TestCalls(t *testing.T) {
	t.Parallel()
	small, large := newAPI(t, wide(4), nil), newAPI(t, wide(20), nil)
	for name, tc := range map[string]struct{ query, calls string }{
		"three levels of lists": {
			`{ articles(first: 20) { edges { node { statements(first: 20) { edges { node { about { entity {
				statementsAbout(first: 20) { edges { node { text } } } } } } } } } } } }`,
			"Articles Nodes Statements Statements",
		},
		"links of a statement": {
			`{ statements(first: 20) { totalCount edges { node {
				speaker { name } addressees { name } about { entity { name } } within { text } article { title } } } } }`,
			"Nodes Nodes Nodes Nodes Nodes Statements+count",
		},
		"links of links": {
			`{ statements(first: 20) { edges { node { within { within { article { title text } speaker { name } } } } } } }`,
			"Nodes Nodes Nodes Nodes Statements Texts",
		},
		"an interface as parent": {
			`{ entities(first: 20) { edges { node { keys statements(first: 20) { edges { node { speaker { articles(first: 20) { edges { node { title } } } } } } } } } } }`,
			"Articles Entities Keys Nodes Statements",
		},
		"fragments on types": {
			`{ entities(first: 20) { edges { node {
				... on Person { roles { of { name statementsTo(first: 2) { totalCount } } evidence { text article { title } } } }
				... on Place { mentions(first: 20) { totalCount edges { node { article { text } entity { name } } } } } } } } }`,
			"Entities Mentions+count Nodes Nodes Nodes Nodes Roles Statements+count Texts Texts",
		},
		"counts for some types only": {
			`{ entities(first: 20) { edges { node { statements(first: 1) { edges { node { text } } } ... on Person { statements(first: 1) { totalCount } } } } } }`,
			"Entities Statements+count",
		},
		"aliases are lists of their own": {
			`{ articles(first: 20) { edges { node { a: statements(first: 1) { edges { node { text } } } b: statements(first: 2) { edges { node { text } } } } } } }`,
			"Articles Statements Statements",
		},
		"names in nested filters": {
			`{ articles(first: 20) { edges { node { statements(filter: {speaker: ["Person P1"], or: [{about: ["Place L1"]}]}) { edges { node { text } } } } } } }`,
			"Articles Lookup Statements",
		},
		"mixed nodes": {
			`{ search(text: "person", first: 20) { edges { node { ... on Person { roles { title } } ... on Statement { article { title } } } } } }`,
			"Roles Search",
		},
		"facets of nested lists": {
			`{ articles(first: 20) { edges { node { statements(first: 1) { edges { node { text } } facets { kinds { values { value } } speakers { values { entity { name } } } targets { values { entity { name } } } } } } } } }`,
			"Articles Facets Nodes Nodes Statements",
		},
		"facets alone": {
			`{ statements(first: 0) { facets { speakers { omitted } } } articles(first: 0) { facets { sources { missing } } } entities(first: 0) { facets { kinds { omitted } } } }`,
			"Articles Entities Facets Facets Facets Statements",
		},
		"timelines of nested lists": {
			`{ entities(first: 20) { edges { node { statements(first: 0) { timeline(interval: DAY) { count } } articles(first: 0) { timeline(interval: DAY) { count } } } } } }`,
			"Articles Entities Statements Timeline Timeline",
		},
		"timelines of entities": {
			`{ entities(first: 20) { edges { node { timeline(interval: DAY) { articles } } } } timeline(interval: YEAR) { count } }`,
			"Entities Timeline Timeline Timeline Timeline",
		},
		"highlights": {
			`{ search(text: "so", types: [STATEMENT], first: 20) { corrections { word } edges { highlights { text } } } articles: search(text: "so", types: [ARTICLE]) { edges { highlights { text } } } }`,
			"Search Search Texts",
		},
		"one text and its parts": {
			`{ articles(first: 20) { edges { node { text entities(first: 20) { edges { node { ... on Person { name keys } } } } mentions(first: 20) { edges { node { entity { name } } } } } } } }`,
			"Articles Entities Keys Mentions Nodes Texts",
		},
		"relations and their evidence": {
			`{ entities(first: 20) { edges { node { relations(first: 20, kinds: [SAID_ABOUT, SAID_TO, HOLDS_ROLE]) { totalCount edges { node { from { name } to { name }
				statements(first: 2) { edges { node { text } } } articles(first: 2) { totalCount } roles { title evidence { article { title } } } } } } } } } }`,
			"Articles+count Entities Nodes Nodes Nodes Relations+count Roles Statements Statements",
		},
		"relations by events": {
			`{ entities(first: 20) { edges { node { relations(first: 20, kinds: [ACTED_ON, TOOK_PART_WITH, SAID_ABOUT]) { edges { node { weight
				events(first: 2) { totalCount facets { types { values { count } } } edges { node { name participants { entity { name } } } } } } } } } } } }`,
			"Entities Events+count Events+count Facets Facets Nodes Relations",
		},
		"a network": {
			`{ network(around: ["Person P1"], limit: 40, kinds: [SAID_ABOUT, SAID_TO]) { nodes { entity { name keys } } edges { relation { weight statements(first: 1) { edges { node { text } } } } } } }`,
			"Keys Lookup Nodes Nodes Relations+count Relations+count Statements Statements Stats",
		},
		"a network of two steps": {
			`{ network(around: ["Person P1"], depth: 2, limit: 40) { edges { source target } } }`,
			"Lookup Nodes Nodes Relations+count Relations+count Relations+count Stats",
		},
		"paths": {
			`{ paths(from: "Person P1", to: "Place L0", maxLength: 4) { nodes { name } relations { from { name } } } }`,
			"Lookup Nodes Nodes Nodes Relations+count Relations+count Relations+count Stats",
		},
		"a comparison": {
			`{ compare(a: "Person P1", b: "Person P2") { onlyA { entity { name } a { statements(first: 1) { edges { node { text } } } } } together { entity { name } } } }`,
			"Lookup Nodes Nodes Relations Relations Statements Stats",
		},
		"events and their reports": {
			`{ events(first: 20) { totalCount facets { participants { values { entity { name } } } } timeline(interval: DAY) { articles } edges { node { name type participants { as entity { name } } place { name }
				reports(first: 20) { totalCount edges { node { text article { title } reportedBy { text } place { name } participants { entity { name } } } } } reportedBy { speaker { name } } } } } }`,
			"Events+count Facets Nodes Nodes Nodes Nodes Nodes Nodes Nodes Nodes Nodes Reports Reports+count Timeline",
		},
		"events of all sorts": {
			`{ entities(first: 20) { edges { node { events(first: 20) { edges { node { type } } } ... on Place { eventsHere(first: 1) { totalCount } } } } }
				articles(first: 20) { edges { node { events(first: 2) { edges { node { status } } } statements(first: 20) { edges { node { events(first: 1) { totalCount } } } } } } } }`,
			"Articles Entities Events Events Events+count Events+count Statements",
		},
		"a shared fragment": {
			`{ a: articles(first: 20) { ...A } b: articles(last: 20) { ...A } }
			fragment A on ArticleConnection { edges { node { statements(first: 20) { edges { node { speaker { name } } } } } } }`,
			"Articles Articles Nodes Nodes Statements Statements",
		},
	} {
		t.Run(name, func(t *testing.T) {
			for size, a := range map[string]*api{"of 4": small, "of 20": large} {
				a.store.take()
				if got := a.query(t, tc.query, nil); len(got.Errors) > 0 {
					t.Fatalf("%s: %s", size, got.Body)
				}
				if diff := cmp.Diff(tc.calls, strings.Join(a.store.take(), " ")); diff != "" {
					t.Errorf("lists %s (-want +got):\n%s", size, diff)
				}
			}
		})
	}
}

// TestSharedFragment checks that places which share the text of a fragment do not share their answers.
func TestSharedFragment(t *testing.T) {
	t.Parallel()
	a := newAPI(t, fixture(), nil)
	got := a.query(t, `{
		a: articles(first: 1) { ...A }
		b: articles(last: 1) { ...A }
	}
	fragment A on ArticleConnection { edges { node { title mentions { totalCount } statements { edges { node { ...S } } } } } }
	fragment S on Statement { x: about { ...T } y: about { ...T } }
	fragment T on Target { entity { name } }`, nil)
	want := `{"a":{"edges":[{"node":{"title":"Engineer contradicts minister","mentions":{"totalCount":4},"statements":{"edges":[` +
		`{"node":{"x":[{"entity":{"name":"Port Amsel"}}],"y":[{"entity":{"name":"Port Amsel"}}]}},` +
		`{"node":{"x":[{"entity":{"name":"Mina Okafor"}}],"y":[{"entity":{"name":"Mina Okafor"}}]}}]}}}]},` +
		`"b":{"edges":[{"node":{"title":null,"mentions":{"totalCount":2},"statements":{"edges":[]}}}]}}`
	if diff := cmp.Diff(want, string(got.Data)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
