package schema_test

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/schema"
)

// TestEveryFieldIsShown holds that each field of each type is selected by an example of the reference, or by one of testdata/queries, all of
// which are asked on both stores.
func TestEveryFieldIsShown(t *testing.T) {
	t.Parallel()
	s := gqlparser.MustLoadSchema(&ast.Source{Name: "schema.graphql", Input: schema.SDL()})
	shown := map[string]bool{}
	for _, pattern := range []string{"examples/*/*.graphql", "testdata/queries/*.graphql"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatalf("no operations in %s: %v", pattern, err)
		}
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			doc, errs := gqlparser.LoadQueryWithRules(s, string(text), rules.NewDefaultRules())
			if errs != nil {
				t.Fatalf("%s: %v", file, errs)
			}
			for _, op := range doc.Operations {
				show(s, op.SelectionSet, shown)
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(s.Types)) {
		def := s.Types[name]
		if def.Kind != ast.Object || def.BuiltIn {
			continue
		}
		for _, f := range def.Fields {
			if !strings.HasPrefix(f.Name, "__") && !shown[name+"."+f.Name] {
				t.Errorf("no example, and no query in testdata, selects %s.%s", name, f.Name)
			}
		}
	}
}

// show notes the fields that are selected. A field of an interface is one of each type that has the interface.
func show(s *ast.Schema, set ast.SelectionSet, shown map[string]bool) {
	for _, selection := range set {
		switch selection := selection.(type) {
		case *ast.Field:
			shown[selection.ObjectDefinition.Name+"."+selection.Name] = true
			for _, def := range s.GetPossibleTypes(selection.ObjectDefinition) {
				shown[def.Name+"."+selection.Name] = true
			}
			show(s, selection.SelectionSet, shown)
		case *ast.InlineFragment:
			show(s, selection.SelectionSet, shown)
		case *ast.FragmentSpread:
			show(s, selection.Definition.SelectionSet, shown)
		}
	}
}

// TestFieldsAlone holds that a field of what is in a list is the same whatever else is asked for: of what nobody asks for, nothing need be read.
func TestFieldsAlone(t *testing.T) {
	s := gqlparser.MustLoadSchema(&ast.Source{Name: "schema.graphql", Input: schema.SDL()})
	onEachStore(t, fixture(), func(t *testing.T, store graph.Store) {
		a := newAPIOver(t, graph.New(store, nil), nil)
		for name, list := range map[string]struct{ head, tail, on string }{
			"statements":         {`{ statements { edges { node { `, ` } } } }`, "Statement"},
			"statements about":   {`{ entity(name: "Mina Okafor") { statementsAbout { edges { node { `, ` } } } } }`, "Statement"},
			"statements in":      {`{ articles { edges { node { statements { edges { node { `, ` } } } } } } }`, "Statement"},
			"articles":           {`{ articles { edges { node { `, ` } } } }`, "Article"},
			"articles naming":    {`{ entity(name: "Mina Okafor") { articles { edges { node { `, ` } } } } }`, "Article"},
			"entities":           {`{ entities { edges { node { `, ` } } } }`, "Entity"},
			"entities in":        {`{ articles { edges { node { entities(orderBy: NAME_ASC) { edges { node { `, ` } } } } } } }`, "Entity"},
			"events":             {`{ entities(filter: {kind: EVENT}) { edges { node { ... on Event { `, ` } } } } }`, "Event"},
			"search: entities":   {`{ search(text: "mina", types: [ENTITY]) { edges { node { ... on Entity { `, ` } } } } }`, "Entity"},
			"search: statements": {`{ search(text: "the", types: [STATEMENT]) { edges { node { ... on Statement { `, ` } } } } }`, "Statement"},
			"search: articles":   {`{ search(text: "the", types: [ARTICLE]) { edges { node { ... on Article { `, ` } } } } }`, "Article"},
			"relations": {
				`{ entity(name: "Mina Okafor") { relations(kinds: [SAID_ABOUT]) { edges { node { statements { edges { node { `,
				` } } } } } } } }`, "Statement",
			},
		} {
			var fields []string
			for _, f := range s.Types[list.on].Fields {
				if s.Types[f.Type.Name()].IsLeafType() && !strings.HasPrefix(f.Name, "__") {
					fields = append(fields, f.Name)
				}
			}
			fields = append(fields, map[string][]string{
				"Statement": {"speaker { name }", "addressees { name }", "about { entity { name } tone spans { start end } }", "article { title }", "within { id }", "spans { start end }", "reason { code text }"},
				"Entity":    {"aliases { name mentions }"},
				"Event":     {"participants { as }", "place { name }"},
				"Article":   {"entities { edges { node { name } } }"},
			}[list.on]...)
			all := a.query(t, list.head+strings.Join(fields, " ")+list.tail, nil)
			if len(all.Errors) > 0 {
				t.Fatalf("%s: %s", name, all.Body)
			}
			for _, f := range fields {
				field, _, _ := strings.Cut(f, " ")
				want, got := valuesOf(t, all.Data, field), valuesOf(t, a.query(t, list.head+f+list.tail, nil).Data, field)
				if want == "" || got != want {
					t.Errorf("%s: %s alone is\n%s, with all others\n%s", name, f, got, want)
				}
			}
		}
	})
}

// valuesOf lists all that a field is in an answer, as JSON.
func valuesOf(t *testing.T, data json.RawMessage, field string) string {
	t.Helper()
	var out []string
	var walk func(value any)
	walk = func(value any) {
		switch value := value.(type) {
		case map[string]any:
			for _, name := range slices.Sorted(maps.Keys(value)) {
				if name == field {
					text, err := json.Marshal(value[name])
					if err != nil {
						t.Fatal(err)
					}
					out = append(out, string(text))
				} else if len(value) == 1 || name == "node" {
					walk(value[name])
				}
			}
		case []any:
			for _, item := range value {
				walk(item)
			}
		}
	}
	var value any
	if err := json.Unmarshal(data, &value); err != nil {
		t.Fatal(err)
	}
	walk(value)
	return strings.Join(out, "\n")
}
