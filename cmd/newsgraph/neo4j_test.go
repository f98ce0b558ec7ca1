package main

import (
	"bytes"
	"context"
	"encoding/json"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/graph/graphtest"
	"github.com/newsgraph/newsgraph/internal/neo4jtest"
	"github.com/newsgraph/newsgraph/loader"
	"github.com/newsgraph/newsgraph/schema"
)

// loadExamples loads the examples, from their own folder, as their golden files were.
func loadExamples(t *testing.T, store string) {
	t.Helper()
	t.Chdir(filepath.Join("..", "..", "examples"))
	code, _, stderr := newsgraph(t, "", "load", "--base", ".", "--store", store, ".")
	wantCode(t, code, exitDone, stderr)
}

func opened(t *testing.T, store string) *graph.Graph {
	t.Helper()
	g, err := openGraph(t.Context(), store)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := g.Close(); err != nil {
			t.Error(err)
		}
	})
	return g
}

func dump(t *testing.T, g *graph.Graph) []byte {
	t.Helper()
	b, err := graphtest.Dump(t.Context(), g)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func wantSameDump(t *testing.T, want, got []byte) {
	t.Helper()
	if bytes.Equal(want, got) {
		return
	}
	w, g := strings.Split(string(want), "\n"), strings.Split(string(got), "\n")
	for i := range min(len(w), len(g)) {
		if w[i] != g[i] {
			t.Fatalf("line %d is %s\nwant %s", i+1, g[i], w[i])
		}
	}
	t.Fatalf("%d lines, want %d", len(g), len(w))
}

func TestNeo4jGivesTheGoldenGraphAndAnswers(t *testing.T) {
	server := neo4jtest.Start(t)
	loadExamples(t, server.URI())
	onServer := opened(t, server.URI())
	want, err := os.ReadFile(filepath.Join("..", "testdata", "examples", "graph.json"))
	if err != nil {
		t.Fatal(err)
	}
	wantSameDump(t, want, dump(t, onServer))

	embedded := "sqlite:" + filepath.Join(t.TempDir(), "graph.db")
	code, _, stderr := newsgraph(t, "", "load", "--base", ".", "--store", embedded, ".")
	wantCode(t, code, exitDone, stderr)
	atHome := opened(t, embedded)
	for name, query := range map[string]string{
		"stats": `{stats{articles mentions}}`,
		"who said what about whom": `{statements(first:100){totalCount edges{cursor node{
			id kind text cue speakerText confidence reason{code} speaker{id name} addressees{name}
			about{entity{name kind} confidence} within{id} article{title} context}}}}`,
		"entities": `{entities(first:100,orderBy:NAME_ASC){edges{cursor node{id name kind aliases{name mentions}
			articleCount mentionCount firstSeen lastSeen statementsAbout(first:3){totalCount edges{node{text}}}}}}}`,
		"search":   `{search(text:"canal",first:50){edges{cursor node{__typename id}}}}`,
		"articles": `{articles(first:50){edges{node{title publishedAt text entities(first:5){edges{node{name}}}}}}}`,
	} {
		t.Run(name, func(t *testing.T) {
			want, got := ask(t, atHome, query), ask(t, onServer, query)
			if want != got {
				t.Errorf("Neo4j answers\n%s\nthe embedded store\n%s", got, want)
			}
			if strings.Contains(want, `"errors"`) {
				t.Errorf("the query fails: %s", want)
			}
		})
	}
}

// ask asks the graph's GraphQL over HTTP.
func ask(t *testing.T, g *graph.Graph, query string) string {
	t.Helper()
	body, err := json.Marshal(map[string]string{"query": query})
	if err != nil {
		t.Fatal(err)
	}
	request := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/graphql", bytes.NewReader(body))
	request.Header.Set("Content-Type", "application/json")
	answer := httptest.NewRecorder()
	schema.NewHandler(g, &schema.Options{Logger: slog.New(slog.DiscardHandler)}).ServeHTTP(answer, request)
	return answer.Body.String()
}

// TestLoadGoesOnWhenTheServerComesBack kills the server in the middle of a load.
func TestLoadGoesOnWhenTheServerComesBack(t *testing.T) {
	server := neo4jtest.Start(t)
	g := opened(t, server.URI())
	t.Chdir(filepath.Join("..", "..", "examples"))
	r := reading{base: "."}
	src, err := r.open(std{in: strings.NewReader("")}, []string{"."})
	if err != nil {
		t.Fatal(err)
	}
	p, err := r.pipeline()
	if err != nil {
		t.Fatal(err)
	}
	half, killed := make(chan struct{}), make(chan struct{})
	type result struct {
		report loader.Report
		err    error
	}
	done := make(chan result, 1)
	go func() {
		report, err := p.Load(context.WithoutCancel(t.Context()), g, src, &loader.Options{
			Batch: 2,
			Wrote: func(r loader.Report) {
				if r.Added == 4 {
					close(half)
					<-killed
				}
			},
		})
		done <- result{report, err}
	}()
	<-half
	server.Kill(t)
	close(killed)
	server.Restart(t)
	got := <-done
	if got.err != nil || got.report.Added+got.report.Unchanged != got.report.Read || got.report.Refused != 0 {
		t.Fatalf("report %+v, error %v", got.report, got.err)
	}
	want, err := os.ReadFile(filepath.Join("..", "testdata", "examples", "graph.json"))
	if err != nil {
		t.Fatal(err)
	}
	wantSameDump(t, want, dump(t, g))
}
