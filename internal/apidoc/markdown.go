package apidoc

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

const intro = `# The API

<!-- Written by go generate ./schema from the schema files and the examples of schema/examples; edit those. -->

` + "`newsgraph serve`" + ` answers GraphQL at ` + "`/graphql`" + `, by GET (queries only) and POST as the GraphQL over HTTP specification has it, and gives this schema
at ` + "`/schema.graphql`" + `. [Serving](serving.md) has limits, errors and who may do what; [clients](clients.md) how to ask from a program.

- Lists follow the Relay connection specification: ask the ` + "`first`" + ` items, then those ` + "`after`" + ` the page's ` + "`endCursor`" + ` as long as there is a
  ` + "`hasNextPage`" + `; or backwards, the ` + "`last`" + ` items ` + "`before`" + ` the ` + "`startCursor`" + `. Cursors stay good while the graph is written.
- A filter's fields must all hold; ` + "`and`, `or` and `not`" + ` combine filters.
- Where an argument takes the id of an entity, any of its names will do, unless it says otherwise.
- Errors carry ` + "`extensions.code`" + `.

The answers below are those on the articles of ` + "`examples/`" + `, from either store.
`

// Markdown returns the reference as a Markdown page.
func (d *Doc) Markdown() string {
	var b strings.Builder
	b.WriteString(intro)
	for _, r := range d.roots() {
		fmt.Fprintf(&b, "\n## %s\n\n%s\n", r.def.Name, r.def.Description)
		for _, f := range fields(r.def) {
			d.writeRootField(&b, r, f)
		}
	}
	for _, part := range []struct {
		title string
		kinds []ast.DefinitionKind
	}{
		{"Types", []ast.DefinitionKind{ast.Object, ast.Interface, ast.Union}},
		{"Inputs", []ast.DefinitionKind{ast.InputObject}},
		{"Enums", []ast.DefinitionKind{ast.Enum}},
		{"Scalars", []ast.DefinitionKind{ast.Scalar}},
	} {
		fmt.Fprintf(&b, "\n## %s\n", part.title)
		for _, def := range d.types(part.kinds) {
			d.writeType(&b, def)
		}
	}
	return b.String()
}

// types returns the types of these kinds that the schema files name, root types left out, by name.
func (d *Doc) types(kinds []ast.DefinitionKind) []*ast.Definition {
	var out []*ast.Definition
	for _, name := range slices.Sorted(maps.Keys(d.Schema.Types)) {
		def := d.Schema.Types[name]
		isRoot := def == d.Schema.Query || def == d.Schema.Mutation || def == d.Schema.Subscription
		if !def.BuiltIn && !isRoot && slices.Contains(kinds, def.Kind) {
			out = append(out, def)
		}
	}
	return out
}

func (d *Doc) writeRootField(b *strings.Builder, r root, f *ast.FieldDefinition) {
	fmt.Fprintf(b, "\n### %s.%s\n\n", r.def.Name, f.Name)
	fmt.Fprintf(b, "`%s` → %s\n\n%s\n", f.Name, d.link(f.Type), f.Description)
	if len(f.Arguments) > 0 {
		b.WriteString("\n| argument | type | |\n|---|---|---|\n")
		for _, a := range f.Arguments {
			fmt.Fprintf(b, "| `%s` | %s | %s |\n", a.Name, d.link(a.Type)+byDefault(a.DefaultValue), cell(a.Description))
		}
	}
	for _, e := range d.examplesOf(r.op, f.Name) {
		fmt.Fprintf(b, "\n%s\n\n```graphql\n%s```\n\n```json\n%s```\n", e.Caption, e.Text, e.Answer)
	}
}

func (d *Doc) writeType(b *strings.Builder, def *ast.Definition) {
	fmt.Fprintf(b, "\n### %s\n\n%s\n", def.Name, def.Description)
	switch def.Kind {
	case ast.Enum:
		b.WriteString("\n| value | |\n|---|---|\n")
		for _, v := range def.EnumValues {
			fmt.Fprintf(b, "| `%s` | %s |\n", v.Name, cell(v.Description))
		}
	case ast.Object, ast.Interface, ast.InputObject:
		d.writeFields(b, def)
	case ast.Union:
		fmt.Fprintf(b, "\nOne of %s.\n", d.links(def.Types))
	case ast.Scalar:
	}
}

// writeFields writes the fields of a type but for those of a larger interface that it implements, to which it points.
func (d *Doc) writeFields(b *strings.Builder, def *ast.Definition) {
	own := fields(def)
	if def.Kind == ast.Object && len(def.Interfaces) > 0 {
		first := d.Schema.Types[def.Interfaces[0]]
		if len(first.Fields) > 1 {
			fmt.Fprintf(b, "\nIt has all fields of %s.\n", d.links(def.Interfaces[:1]))
			own = slices.DeleteFunc(own, func(f *ast.FieldDefinition) bool { return first.Fields.ForName(f.Name) != nil })
		}
	}
	if len(own) == 0 {
		return
	}
	b.WriteString("\n| field | type | |\n|---|---|---|\n")
	for _, f := range own {
		fmt.Fprintf(b, "| `%s` | %s | %s |\n", f.Name, d.link(f.Type)+byDefault(f.DefaultValue), cell(f.Description)+d.arguments(f))
	}
}

// arguments describes the arguments of a field in a table's cell.
func (d *Doc) arguments(f *ast.FieldDefinition) string {
	var b strings.Builder
	for _, a := range f.Arguments {
		fmt.Fprintf(&b, "<br>`%s` %s: %s", a.Name, d.link(a.Type)+byDefault(a.DefaultValue), cell(a.Description))
	}
	return b.String()
}

// link writes a type with a link to where it is described.
func (d *Doc) link(t *ast.Type) string {
	name := t.Name()
	before, after, _ := strings.Cut(t.String(), name)
	if def := d.Schema.Types[name]; def == nil || def.BuiltIn {
		return "`" + t.String() + "`"
	}
	quote := func(s string) string {
		if s == "" {
			return ""
		}
		return "`" + s + "`"
	}
	return quote(before) + d.links([]string{name}) + quote(after)
}

func (d *Doc) links(names []string) string {
	out := make([]string, len(names))
	for i, name := range names {
		out[i] = "[`" + name + "`](#" + strings.ToLower(name) + ")"
	}
	return strings.Join(out, ", ")
}

func byDefault(v *ast.Value) string {
	if v == nil {
		return ""
	}
	return " = `" + v.String() + "`"
}

// cell makes a text fit for a cell of a table.
func cell(text string) string {
	return strings.ReplaceAll(strings.Join(strings.Fields(text), " "), "|", "\\|")
}
