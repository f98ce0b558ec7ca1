package schema_test

import (
	"cmp"
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/graph/fold"
	"github.com/newsgraph/newsgraph/graph/neo4jstore"
	"github.com/newsgraph/newsgraph/internal/neo4jtest"
	"github.com/newsgraph/newsgraph/schema"
	"github.com/newsgraph/newsgraph/schema/auth"
	"github.com/newsgraph/newsgraph/schema/intake"
)

// plainLoader reads articles in the simplest way: each sentence `Name Name: words` is a statement. A text without a letter is refused.
type plainLoader struct{ graph *graph.Graph }

var said = regexp.MustCompile(`([A-Z]\w+ [A-Z]\w+): ([^.]+)\.`)

func (l *plainLoader) Key(url string) (string, error) {
	if !strings.HasPrefix(url, "https://") {
		return "", fmt.Errorf("%w: %q is not a web address", graph.ErrInvalid, url)
	}
	return url, nil
}

func (l *plainLoader) Load(ctx context.Context, in []*intake.Article, batch func([]*intake.Loaded) *graph.Batch) ([]*intake.Loaded, graph.Applied, error) {
	var loaded []*intake.Loaded
	var records []*graph.Record
	for _, a := range in {
		if !strings.ContainsAny(a.Text, "abcdefghijklmnopqrstuvwxyz") {
			loaded = append(loaded, &intake.Loaded{
				Outcome: intake.Refused, Problem: &intake.Problem{Code: intake.CodeInput, Message: "no text: give either the text or the HTML of the article"},
			})
			continue
		}
		r := plainRecord(a)
		records = append(records, r)
		loaded = append(loaded, &intake.Loaded{
			ID: r.Article.ID, Entities: len(r.Actors), Mentions: len(r.Actors), Statements: len(r.Statements), RemovedCount: 1,
			Removed: []intake.Removed{{Why: "promo", Text: "READ MORE"}},
		})
	}
	b := *batch(loaded)
	b.Records = records
	applied, err := l.graph.Apply(ctx, &b)
	return loaded, applied, err
}

func plainRecord(a *intake.Article) *graph.Record {
	d := newDraft(cmp.Or(a.URL, a.Text), a.Title, a.Source, a.PublishedAt, a.Text)
	d.Article.URL, d.Article.Authors, d.Article.Language = a.URL, a.Authors, a.Language
	for _, at := range said.FindAllStringSubmatchIndex(a.Text, -1) {
		name := a.Text[at[2]:at[3]]
		k := graph.MakeKey(graph.KindPerson, fold.Name(name))
		span := graph.Span{Start: at[2], End: at[3]}
		mention := graph.ActorMention{Span: span, Form: graph.FormName}
		if i := slices.IndexFunc(d.Actors, func(a graph.Actor) bool { return a.Key == k }); i >= 0 {
			d.Actors[i].Mentions = append(d.Actors[i].Mentions, mention)
		} else {
			d.Actors = append(d.Actors, graph.Actor{Key: k, Name: name, Mentions: []graph.ActorMention{mention}})
		}
		d.Statements = append(d.Statements, graph.StatementRecord{WithinIndex: -1, Statement: graph.Statement{
			Kind: graph.Direct, Spans: []graph.Span{{Start: at[4], End: at[5]}}, SpeakerKey: k, SpeakerSpan: span, Confidence: 1,
		}})
	}
	return d.Record
}

// people are the users of these tests: the token is the name, and the role is that after its dash.
type people struct{}

func (people) Authenticate(_ context.Context, token string) (auth.Identity, error) {
	_, role, _ := strings.Cut(token, "-")
	r, err := auth.ParseRole(role)
	if err != nil {
		return auth.Identity{}, fmt.Errorf("%w: nobody has the token", auth.ErrUnauthenticated)
	}
	return auth.Identity{Name: token, Role: r}, nil
}

// editable is an API over a graph with articles, that takes more.
func editable(t testing.TB, store graph.Store, opts schema.Options) (*api, *graph.Graph) {
	t.Helper()
	g := graph.New(store, nil)
	opts.Auth, opts.Loader = people{}, &plainLoader{graph: g}
	opts.Timeout = cmp.Or(opts.Timeout, 2*time.Minute) // a Neo4j that has just started is slow
	return newAPIOver(t, g, &opts), g
}

// onEachStore runs a test on the embedded store and on Neo4j, each with the records.
func onEachStore(t *testing.T, records []*graph.Record, test func(t *testing.T, store graph.Store)) {
	t.Helper()
	t.Run("sqlite", func(t *testing.T) {
		t.Parallel()
		test(t, openStore(t, records))
	})
	t.Run("neo4j", func(t *testing.T) { test(t, openNeo4j(t, records)) })
}

// openNeo4j opens a store on an empty Neo4j with the records.
func openNeo4j(t testing.TB, records []*graph.Record) graph.Store {
	t.Helper()
	server := neo4jtest.Start(t)
	server.Wipe(t)
	store, err := neo4jstore.Open(t.Context(), server.URI(), nil)
	if err != nil {
		t.Fatal(err)
	}
	return filled(t, store, records)
}

// as asks as somebody, with headers besides.
func (a *api) as(t testing.TB, token, query string, variables map[string]any, header ...string) answer {
	t.Helper()
	r := post(t.Context(), requestBody(t, query, variables))
	r.Header.Set("Authorization", "Bearer "+token)
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	return a.send(t, r)
}
