package schema_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"pgregory.net/rapid"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/schema"
)

// queryMaker writes random selections that the schema allows.
type queryMaker struct {
	schema *ast.Schema
	t      *rapid.T
	loads  int // fields that may ask the store
	n      int // of aliases
}

// selection writes a selection set for the type.
func (m *queryMaker) selection(typeName string, depth int) string {
	def := m.schema.Types[typeName]
	parts := []string{"__typename"}
	for range rapid.IntRange(1, 4).Draw(m.t, "fields") {
		if kinds := m.schema.GetPossibleTypes(def); len(kinds) > 1 && (typeName == "Node" || rapid.IntRange(0, 2).Draw(m.t, "fragment") == 0) {
			on := rapid.SampledFrom(kinds).Draw(m.t, "kind").Name
			parts = append(parts, "... on "+on+" "+m.selection(on, depth))
			continue
		}
		parts = append(parts, m.field(rapid.SampledFrom(def.Fields).Draw(m.t, "field"), depth))
	}
	return "{ " + strings.Join(parts, " ") + " }"
}

// field writes a field, under an alias of its own so that it clashes with no other.
func (m *queryMaker) field(f *ast.FieldDefinition, depth int) string {
	of := m.schema.Types[f.Type.Name()]
	if of.IsCompositeType() && depth == 0 || strings.HasPrefix(f.Name, "__") {
		return ""
	}
	m.n++
	out := fmt.Sprintf("f%d: %s", m.n, f.Name)
	if args := m.arguments(f.Arguments); args != "" {
		out += "(" + args + ")"
	}
	if of.IsCompositeType() || f.Name == "text" || f.Name == "keys" {
		m.loads++
	}
	if of.Name == "EntityBucket" { // articles, statements by, statements about
		m.loads += 2
	}
	if f.Name == "statements" {
		m.loads++ // those of relations are by one, or to the other
	}
	if of.IsCompositeType() {
		out += " " + m.selection(of.Name, depth-1)
	}
	return out
}

func (m *queryMaker) arguments(args ast.ArgumentDefinitionList) string {
	var out []string
	for _, a := range args {
		var values []string
		switch a.Type.Name() {
		case "Int":
			if a.Name == "first" {
				values = []string{"0", "1", "2", "5"}
			}
		case "StatementFilter":
			values = []string{`{speaker: ["Person P1", "Person P2"]}`, `{kind: [DIRECT]}`, `{text: "so"}`, `{not: {about: ["Place L0"]}}`}
		case "EntityFilter":
			values = []string{`{kind: [PERSON, PLACE]}`, `{text: "p"}`}
		case "ArticleFilter":
			values = []string{`{mentions: ["Place L1"]}`, `{source: ["Wide"]}`}
		case "StatementOrder", "ArticleOrder", "MentionOrder":
			values = []string{"TIME_ASC", "TIME_DESC"}
		case "Interval":
			values = []string{"DAY", "WEEK", "YEAR"}
		case "EntityOrder":
			values = []string{"NAME_ASC", "MENTIONS_DESC"}
		}
		if len(values) > 0 && (a.Type.NonNull || rapid.Bool().Draw(m.t, "set")) {
			out = append(out, a.Name+": "+rapid.SampledFrom(values).Draw(m.t, a.Name))
		}
	}
	return strings.Join(out, " ")
}

// TestRandomQueries checks on random queries that what is loaded for many nodes at once equals what is
// loaded for each alone, in no more calls than the query has fields, lookups of names aside.
func TestRandomQueries(t *testing.T) {
	t.Parallel()
	s := gqlparser.MustLoadSchema(&ast.Source{Input: schema.SDL()})
	a := newAPI(t, wide(3), &schema.Options{MaxDepth: 50, MaxComplexity: 1 << 30, MaxAliases: 1 << 30})
	ids := []graph.NodeID{
		graph.EntityID(key(graph.KindPerson, "Person P1")), graph.EntityID(key(graph.KindPerson, "Person P2")),
		graph.EntityID(key(graph.KindPlace, "Place L1")), graph.EntityID(key(graph.KindOrganization, "Organization O0")),
		graph.ArticleID("https://wide.example/0"), graph.ArticleID("https://wide.example/2"),
		graph.StatementID(graph.ArticleID("https://wide.example/1"), 0), graph.StatementID(graph.ArticleID("https://wide.example/1"), 2),
	}
	maxCalls := 0
	rapid.Check(t, func(rt *rapid.T) {
		m := &queryMaker{schema: s, t: rt}
		selection := m.selection("Node", 4)
		a.store.take()
		all := a.nodes(t, `query($ids: [ID!]!) { nodes(ids: $ids) `+selection+` }`, map[string]any{"ids": ids})
		calls := 0
		for _, c := range a.store.take() {
			if c != "Lookup" {
				calls++
			}
		}
		maxCalls = max(maxCalls, calls)
		if calls > m.loads+1 {
			rt.Errorf("%d calls for %d fields: %s", calls, m.loads, selection)
		}
		for i, id := range ids {
			one := a.nodes(t, `query($ids: [ID!]!) { nodes(ids: $ids) `+selection+` }`, map[string]any{"ids": []graph.NodeID{id}})
			if diff := cmp.Diff(string(one[0]), string(all[i])); diff != "" {
				rt.Fatalf("%s alone (-) and among others (+) of %s:\n%s", id, selection, diff)
			}
		}
	})
	if maxCalls < 5 {
		t.Errorf("at most %d calls: the queries are too simple to show anything", maxCalls)
	}
}

func (a *api) nodes(t *testing.T, query string, vars map[string]any) []json.RawMessage {
	t.Helper()
	got := a.query(t, query, vars)
	var data struct{ Nodes []json.RawMessage }
	if err := json.Unmarshal(got.Data, &data); err != nil || len(got.Errors) > 0 {
		t.Fatalf("%v %s\n%s\n%s", err, query, got.Body, a.log)
	}
	return data.Nodes
}
