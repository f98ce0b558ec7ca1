package clients_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/internal/nodetest"
)

// released is the schema that clients were promised; make schema-release writes it anew.
const released = "../released.graphql"

// diff compares two schema files and tells whether the change breaks clients, and what changes.
func diff(t *testing.T, project, before, after string) (breaks bool, report string) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "node", "diff.mjs", before, after)
	cmd.Dir = project
	out, err := cmd.CombinedOutput()
	if err != nil && cmd.ProcessState.ExitCode() != 1 {
		t.Fatalf("%v\n%s", err, out)
	}
	return err != nil, string(out)
}

func absolute(t *testing.T, path string) string {
	t.Helper()
	out, err := filepath.Abs(path)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestNothingBreaksClients holds that what clients of the released schema ask is still answered in the same shape.
func TestNothingBreaksClients(t *testing.T) {
	t.Parallel()
	project := nodetest.Project(t, "typescript")
	breaks, report := diff(t, project, absolute(t, released), absolute(t, "../testdata/schema.graphql"))
	t.Log(report)
	if breaks {
		t.Errorf("the schema has changed so that clients break; when that is meant, make schema-release accepts it:\n%s", report)
	}
}

// TestDiffFindsWhatBreaksClients guards against a comparison that finds nothing.
func TestDiffFindsWhatBreaksClients(t *testing.T) {
	t.Parallel()
	project := nodetest.Project(t, "typescript")
	for name, c := range map[string]struct {
		before, after string
		breaks        bool
		report        string
	}{
		"a field goes":          {"type Query { a: Int b: Int }", "type Query { a: Int }", true, "Query.b was removed"},
		"an answer may be null": {"type Query { a: Int! }", "type Query { a: Int }", true, "Query.a changed type"},
		"a needed argument":     {"type Query { a: Int }", "type Query { a(b: Int!): Int }", true, "required arg b"},
		"a value more":          {"type Query { a: E } enum E { X }", "type Query { a: E } enum E { X Y }", false, "Y was added"},
		"a field more":          {"type Query { a: Int }", "type Query { a: Int b: Int }", false, ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			before, after := filepath.Join(t.TempDir(), "before"), filepath.Join(t.TempDir(), "after")
			for file, text := range map[string]string{before: c.before, after: c.after} {
				if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			breaks, report := diff(t, project, before, after)
			if breaks != c.breaks || !strings.Contains(report, c.report) {
				t.Errorf("breaks: %v, want %v; report %q", breaks, c.breaks, report)
			}
		})
	}
}
