package apidoc_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/internal/apidoc"
)

func read(t *testing.T) *apidoc.Doc {
	t.Helper()
	doc, err := apidoc.Read(filepath.Join("..", "..", "schema"))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// TestEveryRootFieldHasAnExample holds that clients are shown each field of Query, Mutation and Subscription at work.
func TestEveryRootFieldHasAnExample(t *testing.T) {
	t.Parallel()
	doc := read(t)
	for _, field := range doc.Missing() {
		root, name, _ := strings.Cut(field, ".")
		t.Errorf("%s has no example: write schema/examples/%s/%s.graphql, then make golden", field, strings.ToLower(root), name)
	}
	for _, e := range doc.Examples {
		if !strings.HasSuffix(e.Caption, ".") && !strings.HasSuffix(e.Caption, "?") {
			t.Errorf("%s: the comment at the top, %q, is not a sentence that says what it asks", e.Path, e.Caption)
		}
		if e.Answer == "" {
			t.Errorf("%s has no answer: make golden writes it", e.Path)
		}
	}
}

// TestMarkdown holds that docs/api.md is what go generate writes, and describes all there is.
func TestMarkdown(t *testing.T) {
	t.Parallel()
	doc := read(t)
	got := doc.Markdown()
	want, err := os.ReadFile(filepath.Join("..", "..", "docs", "api.md"))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("docs/api.md is out of date (- file, + now); make docs writes it:\n%s", diff)
	}
	for name, def := range doc.Schema.Types {
		if !def.BuiltIn && !strings.Contains(got, "## "+name+"\n") {
			t.Errorf("docs/api.md says nothing of %s", name)
		}
	}
}

func TestReadRefuses(t *testing.T) {
	t.Parallel()
	const schema = "type Query { one: Int two: Int }"
	for name, example := range map[string]string{
		"no such field":     "{ three }",
		"another field":     "{ two }",
		"another operation": "mutation { one }",
		"no operation":      "fragment F on Query { one }",
		"not GraphQL":       "{",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			file := filepath.Join(dir, "examples", "query", "one.graphql")
			write(t, filepath.Join(dir, "a.graphqls"), schema)
			write(t, file, example)
			if _, err := apidoc.Read(dir); err == nil || !strings.Contains(err.Error(), file) {
				t.Errorf("error %v, want one that names the file", err)
			}
		})
	}
	if _, err := apidoc.Read(t.TempDir()); err == nil {
		t.Error("a folder without schema files is read")
	}
}

func write(t *testing.T, file, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
