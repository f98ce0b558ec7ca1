package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/newsgraph/newsgraph/internal/apidoc"
	"github.com/newsgraph/newsgraph/internal/neo4jtest"
)

// TestAPIExamples holds that each example of the API's reference has the answer that is shown there, on the embedded store, from
// which the answers are written.
func TestAPIExamples(t *testing.T) {
	testExamples(t, *updateDocs, func(t *testing.T) string {
		t.Helper()
		return "sqlite:" + filepath.Join(t.TempDir(), "graph.db")
	})
}

// TestAPIExamplesOnNeo4j holds that Neo4j gives the same answers.
func TestAPIExamplesOnNeo4j(t *testing.T) {
	server := neo4jtest.Start(t)
	testExamples(t, false, func(t *testing.T) string {
		t.Helper()
		server.Wipe(t)
		return server.URI()
	})
}

// testExamples asks each example. empty returns the URI of an empty store.
func testExamples(t *testing.T, write bool, empty func(*testing.T) string) {
	t.Helper()
	dir, err := filepath.Abs(filepath.Join("..", "..", "schema"))
	if err != nil {
		t.Fatal(err)
	}
	doc, err := apidoc.Read(dir)
	if err != nil {
		t.Fatal(err)
	}
	for name, examples := range byGraph(doc) {
		t.Run(name, func(t *testing.T) {
			store := empty(t)
			loadExamples(t, store)
			g := opened(t, store)
			s := newStage(t, g)
			s.note(t)
			for _, e := range examples {
				got := indented(t, s.answer(t, e))
				if bytes.Contains(got, []byte(`"errors"`)) {
					t.Errorf("the example %s fails: %s", e.Path, got)
				}
				if write {
					if err := os.WriteFile(e.GoldenPath(), got, 0o644); err != nil {
						t.Fatal(err)
					}
				} else if diff := cmp.Diff(e.Answer, string(got)); diff != "" {
					t.Errorf("%s has another answer (- before, + now; make golden writes it):\n%s", e.Path, diff)
				}
			}
		})
	}
}

// byGraph gives all queries one graph, and each other example one of its own.
func byGraph(doc *apidoc.Doc) map[string][]apidoc.Example {
	out := map[string][]apidoc.Example{}
	for _, e := range doc.Examples {
		name := string(e.Operation)
		if e.Operation != ast.Query {
			name += "/" + filepath.Base(e.Path)
		}
		out[name] = append(out[name], e)
	}
	return out
}

func indented(t *testing.T, answer string) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := json.Indent(&out, []byte(answer), "", "  "); err != nil {
		t.Fatalf("%v: %s", err, answer)
	}
	return append(bytes.TrimSpace(out.Bytes()), '\n')
}
