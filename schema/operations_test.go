package schema_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"pgregory.net/rapid"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/schema"
)

// TestBadWrites sends mutations, and questions for admins, that cannot be carried out.
func TestBadWrites(t *testing.T) {
	onEachStore(t, fixture(), func(t *testing.T, store graph.Store) {
		a, _ := editable(t, store, schema.Options{})
		article := string(graph.ArticleID("https://dam.example/1"))
		for name, tc := range map[string]struct{ query, code, text string }{
			"no name to delete":      {`mutation { deleteArticle { id } }`, "BAD_USER_INPUT", "either by its id or by its url"},
			"two names to delete":    {`mutation { deleteArticle(id: "` + article + `", url: "https://dam.example/1") { id } }`, "BAD_USER_INPUT", "either"},
			"a statement to delete":  {`mutation { deleteArticle(id: "s_0000000000000000_00000") { id } }`, "BAD_USER_INPUT", "not the id of an article"},
			"no id to delete":        {`mutation { deleteArticle(id: "zebra") { id } }`, "BAD_USER_INPUT", "zebra"},
			"no address to delete":   {`mutation { deleteArticle(url: "zebra") { id } }`, "BAD_USER_INPUT", "web address"},
			"nothing there":          {`mutation { deleteArticle(id: "a_0000000000000000") { id } }`, "NOT_FOUND", "a_0000000000000000"},
			"no text":                {`mutation { loadArticle(input: {}) { outcome } }`, "BAD_USER_INPUT", "text"},
			"an unknown field":       {`mutation { loadArticle(input: {body: "x"}) { outcome } }`, "GRAPHQL_VALIDATION_FAILED", "body"},
			"not a time":             {`mutation { loadArticle(input: {text: "x", publishedAt: "yesterday"}) { outcome } }`, "BAD_USER_INPUT", "yesterday"},
			"no list":                {`mutation { loadArticles(inputs: null) { outcome } }`, "GRAPHQL_VALIDATION_FAILED", "null"},
			"an unknown outcome":     {`{ audit(filter: {outcome: [MAYBE]}) { totalCount } }`, "GRAPHQL_VALIDATION_FAILED", "MAYBE"},
			"a node that is none":    {`{ audit(filter: {node: "zebra"}) { totalCount } }`, "BAD_USER_INPUT", "zebra"},
			"a cursor of elsewhere":  {`{ audit(after: "` + graph.EncodeCursor(graph.Cursor{Order: graph.ByNameAsc}) + `") { totalCount } }`, "BAD_USER_INPUT", "cursor"},
			"a range upside down":    {`{ audit(filter: {at: {from: "2024-01-02T00:00:00Z", to: "2024-01-01T00:00:00Z"}}) { totalCount } }`, "BAD_USER_INPUT", "ends before"},
			"too large a page":       {`{ audit(first: 101) { totalCount } }`, "PAGE_LIMIT_EXCEEDED", "100"},
			"a subscription by POST": {articlesQuery, "BAD_REQUEST", "text/event-stream"},
		} {
			got := a.as(t, root, tc.query, nil)
			if got.code() != tc.code || !strings.Contains(got.Errors[0].Message, tc.text) {
				t.Errorf("%s: want %s with %q: %s", name, tc.code, tc.text, got.Body)
			}
		}
		wantData(t, a.as(t, root, `{ stats { articles } }`, nil), `{"stats": {"articles": 3}}`)
	})
}

// operations writes random queries and mutations with arguments good and bad.
func operations(s *ast.Schema) *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		m := &queryMaker{schema: s, t: t}
		kind, def := "query", s.Query
		if rapid.IntRange(0, 3).Draw(t, "kind") == 0 {
			kind, def = "mutation", s.Mutation
		}
		var fields []string
		for range rapid.IntRange(1, 3).Draw(t, "fields") {
			f := rapid.SampledFrom(def.Fields).Draw(t, "field")
			if strings.HasPrefix(f.Name, "__") {
				continue
			}
			m.n++
			out := fmt.Sprintf("r%d: %s%s", m.n, f.Name, m.anyArguments(f.Arguments))
			if s.Types[f.Type.Name()].IsCompositeType() {
				out += " " + m.selection(f.Type.Name(), 3)
			}
			fields = append(fields, out)
		}
		return kind + " { __typename " + strings.Join(fields, " ") + " }"
	})
}

// anyArguments sets all arguments that must be, and some of the others.
func (m *queryMaker) anyArguments(args ast.ArgumentDefinitionList) string {
	var out []string
	for _, a := range args {
		if a.Type.NonNull || rapid.Bool().Draw(m.t, "set") {
			out = append(out, a.Name+": "+m.value(a.Type, 3))
		}
	}
	if len(out) == 0 {
		return ""
	}
	return "(" + strings.Join(out, " ") + ")"
}

// value writes a value of a type, one in several wrong.
func (m *queryMaker) value(of *ast.Type, depth int) string {
	if of.Elem != nil {
		var items []string
		for range rapid.IntRange(0, 2).Draw(m.t, "items") {
			items = append(items, m.value(of.Elem, depth))
		}
		return "[" + strings.Join(items, " ") + "]"
	}
	def := m.schema.Types[of.Name()]
	switch def.Kind {
	case ast.Enum:
		return rapid.SampledFrom(def.EnumValues).Draw(m.t, "enum").Name
	case ast.InputObject:
		var fields []string
		for _, f := range def.Fields {
			if f.Type.NonNull || depth > 0 && rapid.IntRange(0, 2).Draw(m.t, "field") == 0 {
				fields = append(fields, f.Name+": "+m.value(f.Type, depth-1))
			}
		}
		return "{" + strings.Join(fields, " ") + "}"
	}
	return rapid.SampledFrom(map[string][]string{
		"Int": {"0", "1", "2", "5", "-1", "101", "3000000000"}, "Float": {"0", "0.5", "1e99", "-1"}, "Boolean": {"true", "false"},
		"ID": {
			`"` + string(graph.EntityID(okafor)) + `"`, `"` + string(graph.ArticleID("https://dam.example/1")) + `"`, `"Mina Okafor"`, `"Kestrel Group"`,
			`"s_0000000000000000_00000"`, `"j_0000000000000000"`, `""`, `"zebra"`, "7",
		},
		"DateTime": {`"2024-03-02T09:30:00Z"`, `"1000-01-01T00:00:00Z"`, `"9999-12-31T23:59:59Z"`, `"yesterday"`},
		"String": {
			`"Mina Okafor"`, `"dam"`, `""`, `"\u0000 ' \" \\ *"`, `"Ada Bell: one."`, `"https://x.example/1"`,
			`"` + graph.EncodeCursor(graph.Cursor{Order: graph.ByTimeDesc, Ints: []int64{1e9}, Texts: []string{"a_0000000000000000"}}) + `"`,
		},
	}[of.Name()]).Draw(m.t, of.Name())
}

// TestRandomOperations asks and writes at random: every answer has data or errors with codes, and none is the server's fault. The
// same operations come in each run.
func TestRandomOperations(t *testing.T) {
	s := gqlparser.MustLoadSchema(&ast.Source{Input: schema.SDL()})
	onEachStore(t, fixture(), func(t *testing.T, store graph.Store) {
		a, _ := editable(t, store, schema.Options{})
		good := 0
		for i := range 150 {
			query := operations(s).Example(i)
			got := a.as(t, root, query, nil)
			wantSound(t, a, query, got)
			if len(got.Errors) == 0 {
				good++
			}
		}
		if good < 15 {
			t.Errorf("only %d operations have no error: they are too bad to tell much", good)
		}
	})
}
