package clients_test

import (
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/internal/nodetest"
	"github.com/newsgraph/newsgraph/internal/servetest"
)

var update = flag.Bool("update", false, "write the answer in docs/clients.md anew")

const docsPath = "../../docs/clients.md"

// TestQuickstarts holds that the programs of docs/clients.md run, and all print the answer that stands there.
func TestQuickstarts(t *testing.T) {
	docs, err := os.ReadFile(docsPath)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, _ := strings.Cut(string(docs), "```text\n")
	want, after, _ := strings.Cut(rest, "```")
	server := servetest.Serve(t, servetest.Build(t), "--store", "sqlite::memory:", "--load", "examples")
	project := nodetest.Project(t, "typescript")
	env := []string{"NEWSGRAPH=" + server.URL}
	nodetest.Run(t, project, env, "npx", "graphql-codegen")
	nodetest.Run(t, project, env, "npx", "tsc")
	for file, command := range map[string][]string{
		"typescript/src/quickstart.ts": {"node", filepath.Join(project, "out", "quickstart.js")},
		"golang/quickstart/main.go":    {"go", "run", "./golang/quickstart"},
		"python/quickstart.py":         {"python3", "python/quickstart.py"},
	} {
		t.Run(file, func(t *testing.T) {
			program, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if !strings.Contains(string(docs), "\n"+string(program)+"```") {
				t.Errorf("docs/clients.md does not have %s as it is", file)
			}
			got, err := exec.CommandContext(t.Context(), command[0], append(command[1:], server.URL+"/graphql")...).Output()
			if err != nil {
				t.Fatal(err)
			}
			if *update {
				if err := os.WriteFile(docsPath, []byte(before+"```text\n"+string(got)+"```"+after), 0o644); err != nil {
					t.Fatal(err)
				}
			} else if diff := cmp.Diff(want, string(got)); diff != "" {
				t.Errorf("the program prints another answer (- docs, + program):\n%s", diff)
			}
		})
	}
}
