package schema_test

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/graph/fold"
	"github.com/newsgraph/newsgraph/graph/sqlitestore"
	"github.com/newsgraph/newsgraph/schema"
)

func key(kind graph.Kind, name string) graph.Key { return graph.MakeKey(kind, fold.Name(name)) }

var (
	okafor  = key(graph.KindPerson, "Mina Okafor")
	brandt  = key(graph.KindPerson, "Ivo Brandt")
	kestrel = key(graph.KindOrganization, "Kestrel Group")
	herald  = key(graph.KindOrganization, "Delta Herald")
	amsel   = key(graph.KindPlace, "Port Amsel")
	talovia = key(graph.KindPlace, "Talovia")
	summit  = key(graph.KindEvent, "River Summit")
)

// draft is an article whose spans are found by their words.
type draft struct{ *graph.Record }

func newDraft(url, title, source string, published time.Time, text string) draft {
	return draft{&graph.Record{
		Article: graph.Article{
			ID: graph.ArticleID(url), Key: url, URL: url, Title: title, Source: source,
			SourcePath: "fixture.jsonl", Authors: []string{"Ada Quill"}, PublishedAt: published, Language: "en",
		},
		Text: text,
	}}
}

func (d draft) span(words string) graph.Span {
	at := strings.Index(d.Text, words)
	if at < 0 {
		panic(fmt.Sprintf("no %q in the text", words))
	}
	return graph.Span{Start: at, End: at + len(words)}
}

// actor names an entity; the forms are in the order of the text.
func (d draft) actor(k graph.Key, name string, forms ...string) {
	a := graph.Actor{Key: k, Name: name}
	for _, f := range forms {
		form := graph.FormName
		if f == "She" {
			form = graph.FormPronoun
		}
		a.Mentions = append(a.Mentions, graph.ActorMention{Span: d.span(f), Form: form})
	}
	d.Actors = append(d.Actors, a)
}

func (d draft) says(kind graph.StatementKind, speaker graph.Key, by, cue, content string, about ...graph.Key) *graph.StatementRecord {
	s := graph.StatementRecord{WithinIndex: -1, Statement: graph.Statement{
		Kind: kind, Spans: []graph.Span{d.span(content)}, CueSpan: d.span(cue),
		SpeakerKey: speaker, SpeakerSpan: d.span(by), Context: d.Text, Confidence: 0.9,
		Reason: graph.Reason{Code: "name", Text: "the name stands beside the cue"},
	}}
	for _, k := range about {
		s.About = append(s.About, graph.Target{
			Key: k, Spans: []graph.Span{d.span(content)}, Confidence: 0.8,
			Reason: graph.Reason{Code: "named", Text: "the statement names it"},
		})
	}
	d.Statements = append(d.Statements, s)
	return &d.Statements[len(d.Statements)-1]
}

// reports tells of an event without a name: who did what to whom.
func (d draft) reports(of graph.EventType, trigger string, actor, recipient graph.Key, on string) *graph.ReportRecord {
	identity := graph.EventIdentity{Type: of, Actors: []graph.Key{actor}, Recipients: []graph.Key{recipient}, On: on}
	e := graph.ReportRecord{ReportedByIndex: -1, Report: graph.Report{
		Key: identity.Key(), Type: of, Trigger: d.span(trigger), Spans: []graph.Span{d.span(trigger)}, Confidence: 0.8,
		Reason:       graph.Reason{Code: "roles", Text: "the words around it take its roles"},
		Participants: []graph.Participant{{Key: actor, As: graph.AsActor}, {Key: recipient, As: graph.AsRecipient}},
	}}
	d.Actors = append(d.Actors, graph.Actor{Key: e.Key, Name: strings.ToLower(string(of)) + " of " + actor.Name()})
	d.Reports = append(d.Reports, e)
	return &d.Reports[len(d.Reports)-1]
}

// fixture is a graph of three articles:
//
//	dam.example/1 (Delta Herald, 2 March):  Okafor to Delta Herald, about Kestrel Group; Brandt within Okafor;
//	                                        "some officials" about Port Amsel
//	dam.example/2 (River Post, 5 March):    Brandt about Okafor; Kestrel Group about Port Amsel
//	notes (no date, no source):             mentions Okafor and the River Summit
//
// Both dated articles report that Kestrel Group supports Okafor, the first inside Okafor's first statement; the second that Brandt
// accuses Okafor on 4 March, and the notes a meeting at the River Summit.
func fixture() []*graph.Record {
	one := newDraft("https://dam.example/1", "Dam is safe – minister", "Delta Herald", time.Date(2024, 3, 2, 9, 30, 0, 0, time.UTC),
		"Mina Okafor, Minister of Water of Talovia, told the Delta Herald: “Kestrel Group has kept every promise.” "+
			"She said that Ivo Brandt thinks the river is rising. Some officials said Port Amsel should prepare.")
	one.actor(okafor, "Mina Okafor", "Mina Okafor", "She")
	one.actor(brandt, "Ivo Brandt", "Ivo Brandt")
	one.actor(kestrel, "Kestrel Group", "Kestrel Group")
	one.actor(herald, "Delta Herald", "Delta Herald")
	one.actor(amsel, "Port Amsel", "Port Amsel")
	one.actor(talovia, "Talovia", "Talovia")
	one.says(graph.Direct, okafor, "Mina Okafor", "told", "Kestrel Group has kept every promise.", kestrel).AddresseeKeys = []graph.Key{herald}
	one.says(graph.Indirect, okafor, "She", "said that", "Ivo Brandt thinks the river is rising", brandt)
	one.says(graph.Indirect, brandt, "Ivo Brandt", "thinks", "the river is rising").WithinIndex = 1
	unknown := one.says(graph.Indirect, "", "Some officials", "said Port", "Port Amsel should prepare", amsel)
	unknown.Confidence, unknown.Mode = 0.5, graph.Hypothetical
	one.Roles = []graph.RoleRecord{{Person: okafor, Title: "Minister of Water", Of: talovia, Span: one.span("Minister of Water")}}

	kept := one.reports(graph.EventSupport, "has kept", kestrel, okafor, "2024-03")
	kept.ReportedByIndex, kept.Status, kept.Mode, kept.PlaceKey = 0, graph.Alleged, "in words", talovia

	two := newDraft("https://dam.example/2", "Engineer contradicts minister", "River Post", time.Date(2024, 3, 5, 0, 0, 0, 0, time.UTC),
		"Ivo Brandt said on Monday “Okafor is wrong about the dam”. According to Kestrel Group, Port Amsel is safe.")
	two.actor(brandt, "Ivo Brandt", "Ivo Brandt")
	two.actor(okafor, "Mina Okafor", "Okafor")
	two.actor(kestrel, "Kestrel Group", "Kestrel Group")
	two.actor(amsel, "Port Amsel", "Port Amsel")
	wrong := two.says(graph.Direct, brandt, "Ivo Brandt", "said", "Okafor is wrong about the dam", okafor)
	wrong.SaidAt, wrong.SaidAtPrecision = time.Date(2024, 3, 4, 0, 0, 0, 0, time.UTC), graph.ToDay
	wrong.About[0].Tone, wrong.About[0].ToneConfidence = graph.Negative, 0.75
	two.says(graph.Indirect, kestrel, "Kestrel Group", "According to", "Port Amsel is safe", amsel)

	two.reports(graph.EventSupport, "Port Amsel is safe", kestrel, okafor, "2024-03")
	accused := two.reports(graph.EventAccuse, "is wrong", brandt, okafor, "2024-03-04")
	accused.From, accused.Precision = wrong.SaidAt, graph.ToDay
	accused.To = accused.From.AddDate(0, 0, 1)

	notes := newDraft("notes", "", "", time.Time{}, "Okafor goes to the River Summit.")
	notes.Article.URL, notes.Article.Authors, notes.Article.Language, notes.Article.SourcePath = "", nil, "", ""
	notes.actor(okafor, "Mina Okafor", "Okafor")
	notes.actor(summit, "River Summit", "River Summit")
	notes.Reports = []graph.ReportRecord{{ReportedByIndex: -1, Report: graph.Report{
		Key: summit, Type: graph.EventNamed, Trigger: notes.span("River Summit"), Spans: []graph.Span{notes.span("River Summit")}, Confidence: 0.7,
	}}}
	return []*graph.Record{one.Record, two.Record, notes.Record}
}

// openStore opens an embedded store with the records.
func openStore(t testing.TB, records []*graph.Record) graph.Store {
	t.Helper()
	store, err := sqlitestore.Open(t.Context(), sqlitestore.Memory, nil)
	if err != nil {
		t.Fatal(err)
	}
	return filled(t, store, records)
}

// filled puts the records into a store, which is closed at the end of the test.
func filled(t testing.TB, store graph.Store, records []*graph.Record) graph.Store {
	t.Helper()
	g := graph.New(store, nil)
	t.Cleanup(func() { _ = g.Close() })
	if _, err := g.Apply(t.Context(), &graph.Batch{Records: records}); err != nil {
		t.Fatal(err)
	}
	return store
}

// api is the handler over a store whose calls are counted.
type api struct {
	http.Handler
	store *countingStore
	log   *bytes.Buffer
}

func newAPI(t testing.TB, records []*graph.Record, opts *schema.Options) *api {
	t.Helper()
	store := &countingStore{Store: openStore(t, records)}
	a := newAPIOver(t, graph.New(store, nil), opts)
	a.store = store
	return a
}

// newAPIOver is the handler over a graph.
func newAPIOver(t testing.TB, g *graph.Graph, opts *schema.Options) *api {
	t.Helper()
	a := &api{log: &bytes.Buffer{}}
	o := schema.Options{}
	if opts != nil {
		o = *opts
	}
	o.Logger = slog.New(slog.NewTextHandler(a.log, nil))
	o.Rate = cmp.Or(o.Rate, -1) // all tests come from one address
	a.Handler = schema.NewHandler(g, &o)
	return a
}

// answer is what the API sends.
type answer struct {
	Status int
	Header http.Header
	Body   []byte
	Data   json.RawMessage
	Errors []struct {
		Message    string
		Path       []any
		Extensions map[string]any
	}
}

func (a answer) code() string {
	if len(a.Errors) == 0 {
		return ""
	}
	code, _ := a.Errors[0].Extensions["code"].(string)
	return code
}

func (a *api) send(t testing.TB, r *http.Request) answer {
	t.Helper()
	w := httptest.NewRecorder()
	a.ServeHTTP(w, r)
	out := answer{Status: w.Code, Header: w.Header(), Body: w.Body.Bytes()}
	if w.Body.Len() > 0 {
		if err := json.Unmarshal(w.Body.Bytes(), &out); err != nil {
			t.Fatalf("status %d, not JSON: %v\n%s", w.Code, err, w.Body)
		}
	}
	return out
}

func post(ctx context.Context, body string) *http.Request {
	r := httptest.NewRequestWithContext(ctx, http.MethodPost, "/graphql", strings.NewReader(body))
	r.Header.Set("Content-Type", "application/json")
	return r
}

func (a *api) query(t testing.TB, query string, variables map[string]any) answer {
	t.Helper()
	return a.send(t, post(t.Context(), requestBody(t, query, variables)))
}

func requestBody(t testing.TB, query string, variables map[string]any) string {
	t.Helper()
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}
