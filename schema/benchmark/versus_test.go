package benchmark_test

import (
	"encoding/json"
	"flag"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/internal/neo4jtest"
	"github.com/newsgraph/newsgraph/internal/servetest"
)

var (
	onNeo4j   = flag.String("neo4j", "", "the URI of a Neo4j with a loaded graph, to measure")
	onSQLite  = flag.String("embedded", "", "the URI of an embedded store with the same graph")
	program   = flag.String("program", "", "a newsgraph to measure; built from this folder unless set")
	slice     = flag.Duration("slice", time.Second, "how long one server is measured before it is another's turn")
	rounds    = flag.Int("rounds", 4, "how often it is each server's turn")
	oneByOne  = flag.Int("requests", 200, "how many requests of each kind are sent one by one")
	nSubjects = flag.Int("subjects", 20, "how many people are asked about in turn")
)

// TestSameAnswers holds, on the examples, that the three servers are asked the same: each question names the same things in their answers.
func TestSameAnswers(t *testing.T) {
	db := neo4jtest.Start(t)
	embedded := "sqlite:" + filepath.Join(t.TempDir(), "graph.db")
	for _, store := range []string{db.URI(), embedded} {
		servetest.Run(t, built(t), "load", "--store", store, "examples")
	}
	targets := serve(t, db.URI(), embedded)
	subjects := pick(t, &targets[0], 8)
	for _, q := range questions {
		t.Run(q.name, func(t *testing.T) {
			something := false
			for i, s := range subjects {
				var want []string
				for _, target := range targets {
					answer, err := target.ask(t.Context(), bodies(t, q.read(t, target.dialect), subjects)[i])
					if err != nil {
						t.Fatal(err)
					}
					got := named(t, answer)
					if something = something || len(got) > 0; want == nil {
						want = got
					} else if d := cmp.Diff(want, got); d != "" {
						t.Errorf("%s, about %s: %s answers other than %s:\n%s", q.name, s.Name, target.name, targets[0].name, d)
					}
				}
			}
			if !something {
				t.Error("the question has no answer")
			}
		})
	}
}

// built returns the program to ask.
func built(t *testing.T) string {
	t.Helper()
	if *program != "" {
		return *program
	}
	return servetest.Build(t)
}

// named returns all names, titles and texts of an answer, sorted.
func named(t *testing.T, answer []byte) []string {
	t.Helper()
	var data any
	if err := json.Unmarshal(answer, &data); err != nil {
		t.Fatal(err)
	}
	out := []string{}
	var walk func(key string, v any)
	walk = func(key string, v any) {
		switch v := v.(type) {
		case map[string]any:
			for k, child := range v {
				walk(k, child)
			}
		case []any:
			for _, child := range v {
				walk(key, child)
			}
		case string:
			if key == "name" || key == "title" || key == "text" {
				out = append(out, v)
			}
		}
	}
	walk("", data)
	slices.Sort(out)
	return out
}

// TestVersus measures the servers and prints the tables. It takes minutes, and needs the flags -neo4j and -embedded; -run Versus/network
// measures one question alone.
func TestVersus(t *testing.T) {
	if *onNeo4j == "" || *onSQLite == "" {
		t.Skip("a measurement, which needs -neo4j and -embedded")
	}
	targets := serve(t, *onNeo4j, *onSQLite, "--timeout", "1m")
	subjects := pick(t, &targets[0], *nSubjects)
	var table []row
	for _, q := range questions {
		t.Run(q.name, func(t *testing.T) {
			r := row{title: q.title}
			for _, target := range targets {
				query := q.read(t, target.dialect)
				if q.unsorted && target.dialect == "theirs" {
					query = sorting.ReplaceAll(query, nil)
				}
				r.runs = append(r.runs, &run{target: target, bodies: bodies(t, query, subjects)})
			}
			if err := r.measure(t.Context()); err != nil {
				t.Fatal(err)
			}
			table = append(table, r)
			t.Log("\n" + markdown([]row{r}))
		})
	}
	if len(table) > 0 {
		t.Log("\n" + markdown(table))
	}
}
