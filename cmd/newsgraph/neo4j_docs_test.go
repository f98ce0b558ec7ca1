package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/newsgraph/newsgraph/internal/neo4jtest"
)

var updateDocs = flag.Bool("update", false, "write the answers in docs/neo4j.md anew")

// TestNeo4jDocs holds that each query in docs/neo4j.md has the answer on the examples that stands below it.
func TestNeo4jDocs(t *testing.T) {
	server := neo4jtest.Start(t)
	loadExamples(t, server.URI())
	path := filepath.Join("..", "docs", "neo4j.md")
	docs, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	question := regexp.MustCompile("(?s)```cypher\n(.*?)```\n\n```text\n(.*?)```")
	n := 0
	got := question.ReplaceAllStringFunc(string(docs), func(both string) string {
		n++
		query := question.FindStringSubmatch(both)[1]
		return "```cypher\n" + query + "```\n\n```text\n" + table(t, server, query) + "```"
	})
	if n != 10 {
		t.Errorf("docs/neo4j.md has %d queries with answers, want 10", n)
	}
	if *updateDocs {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(string(docs), got); diff != "" {
		t.Errorf("docs/neo4j.md has other answers than the server (- docs, + server; -update writes them):\n%s", diff)
	}
}

// table runs a query and returns its rows as lines, the values parted by bars.
func table(t *testing.T, server *neo4jtest.Server, query string) string {
	t.Helper()
	res, err := neo4j.ExecuteQuery(t.Context(), server.Driver(), query, nil, neo4j.EagerResultTransformer)
	if err != nil {
		t.Fatalf("%v\n%s", err, query)
	}
	if len(res.Records) == 0 {
		t.Errorf("no answer to\n%s", query)
	}
	lines := []string{strings.Join(res.Keys, " | ")}
	for _, r := range res.Records {
		cells := make([]string, len(r.Values))
		for i, v := range r.Values {
			cells[i] = cell(t, v)
		}
		lines = append(lines, strings.Join(cells, " | "))
	}
	return strings.Join(lines, "\n") + "\n"
}

func cell(t *testing.T, v any) string {
	t.Helper()
	if _, ok := v.([]any); !ok {
		return fmt.Sprint(v)
	}
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
