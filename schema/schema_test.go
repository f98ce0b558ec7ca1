package schema_test

import (
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/newsgraph/newsgraph/schema"
)

// TestSDL checks that the published schema can be read back, shows nothing of gqlgen, and changes on purpose only.
func TestSDL(t *testing.T) {
	t.Parallel()
	sdl := get(t, newAPI(t, nil, nil), "/schema.graphql", "").Body.String()
	if _, err := gqlparser.LoadSchema(&ast.Source{Name: "schema.graphql", Input: sdl}); err != nil {
		t.Errorf("%v", err)
	}
	for _, word := range []string{"goField", "goModel", "@defer", "directive"} {
		if strings.Contains(sdl, word) {
			t.Errorf("%s is in the schema", word)
		}
	}
	checkGolden(t, "testdata/schema.graphql", []byte(sdl))
}

// TestDescriptions checks that everything in the schema says in a sentence what it is.
func TestDescriptions(t *testing.T) {
	t.Parallel()
	s := gqlparser.MustLoadSchema(&ast.Source{Name: "schema.graphql", Input: schema.SDL()})
	check := func(what, description string) {
		if !strings.HasSuffix(description, ".") {
			t.Errorf("%s: description %q is not a sentence", what, description)
		}
	}
	for name, def := range s.Types {
		if def.BuiltIn {
			continue
		}
		check(name, def.Description)
		for _, f := range def.Fields {
			if strings.HasPrefix(f.Name, "__") {
				continue
			}
			check(name+"."+f.Name, f.Description)
			for _, arg := range f.Arguments {
				check(name+"."+f.Name+"("+arg.Name+")", arg.Description)
			}
		}
		for _, v := range def.EnumValues {
			check(name+"."+v.Name, v.Description)
		}
	}
}

// TestConnections checks that lists follow the Relay connection specification.
func TestConnections(t *testing.T) {
	t.Parallel()
	s := gqlparser.MustLoadSchema(&ast.Source{Name: "schema.graphql", Input: schema.SDL()})
	for name, def := range s.Types {
		if strings.HasSuffix(name, "Connection") {
			for _, field := range []string{"edges", "pageInfo", "totalCount"} {
				if f := def.Fields.ForName(field); f == nil || !f.Type.NonNull {
					t.Errorf("%s has no %s!", name, field)
				}
			}
		}
		for _, f := range def.Fields {
			if strings.HasSuffix(f.Type.Name(), "Connection") && (f.Arguments.ForName("first") == nil || f.Arguments.ForName("after") == nil) {
				t.Errorf("%s.%s has no first and after", name, f.Name)
			}
		}
	}
}
