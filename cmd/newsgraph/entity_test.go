package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/graph/graphtest"
)

// silvas loads articles with three people whose names are much alike, and returns the store.
func silvas(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	write(t, dir, "in/one.txt", "Border to open\n\nForeign Minister Ana Silva said on Tuesday that the border would open.\n\n“We have waited long enough,” Silva told reporters.\n")
	write(t, dir, "in/two.txt", "Border stays closed\n\nThe writer Anna Sylva said on Friday she would leave.\n\n“I will not wait,” Sylva said.\n")
	write(t, dir, "in/three.txt", "Song contest\n\nThe singer Bruno Reis said the song was his.\n")
	store := "sqlite:" + filepath.Join(dir, "graph.db")
	code, _, stderr := newsgraph(t, "", "load", "--quiet", "--store", store, filepath.Join(dir, "in"))
	wantCode(t, code, exitDone, stderr)
	return store
}

// onEntity runs a command on an entity, which must succeed, and returns what it printed.
func onEntity(t *testing.T, store string, args ...string) string {
	t.Helper()
	args = slices.Concat([]string{"entity", args[0], "--store", store}, args[1:])
	code, stdout, stderr := newsgraph(t, "", args...)
	wantCode(t, code, exitDone, stderr)
	return stdout
}

func contains(t *testing.T, what, text string, parts ...string) {
	t.Helper()
	for _, part := range parts {
		if !strings.Contains(text, part) {
			t.Errorf("%s has no %q:\n%s", what, part, text)
		}
	}
}

// dumped is the whole graph.
func dumped(t *testing.T, store string) string {
	t.Helper()
	g, err := openGraph(t.Context(), store)
	if err != nil {
		t.Fatal(err)
	}
	defer g.Close() //nolint:errcheck // only read from
	out, err := graphtest.Dump(t.Context(), g)
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

func TestEntity(t *testing.T) {
	t.Parallel()
	store := silvas(t)
	before := dumped(t, store)
	contains(t, "suggestions", onEntity(t, store, "suggestions"), "PERSON:ana silva  PERSON:anna sylva  UNSURE  0.80  rule full-name", "1 of 1 open pairs")
	contains(t, "filtered suggestions", onEntity(t, store, "suggestions", "--min-score", "0.9", "--kind", "person"), "0 of 0")

	var merged struct {
		Judgements []struct{ ID, Author, Reason string }
		Entities   []struct{ Name string }
	}
	if err := json.Unmarshal([]byte(onEntity(t, store, "merge", "--json", "--by", "ana", "--reason", "one woman", "Ana Silva", "PERSON:anna sylva")), &merged); err != nil {
		t.Fatal(err)
	}
	if len(merged.Entities) != 1 || len(merged.Judgements) != 1 || merged.Judgements[0].Author != "ana" || merged.Judgements[0].Reason != "one woman" {
		t.Errorf("merged %+v", merged)
	}
	contains(t, "suggestions after the merge", onEntity(t, store, "suggestions"), "0 of 0")
	contains(t, "rename", onEntity(t, store, "rename", "anna sylva", "Ana Sylva Silva", "--reason", "her name"), "Ana Sylva Silva (PERSON,", " in 2 articles)")
	contains(t, "show", onEntity(t, store, "show", "ana sylva silva"), "KEY    PERSON:ana silva   1 article", "JOINS  PERSON:ana silva", "SAME", "one woman", "NAMES  PERSON:ana silva", `"Ana Sylva Silva"  NAMED`)
	contains(t, "show --json", onEntity(t, store, "show", "--json", "Ana Silva"), `"effect":"JOINS"`, `"articles":1`)
	contains(t, "split", onEntity(t, store, "split", "Ana Silva", "PERSON:anna sylva"), "Judgements: 1. To take this back: newsgraph entity undo j_", "Anna Sylva (PERSON", "Ana Sylva Silva (PERSON")
	contains(t, "judge", onEntity(t, store, "judge", "PERSON:anna sylva", "PERSON:bruno reis", "same"), " in 2 articles)")

	file := filepath.Join(t.TempDir(), "judgements.jsonl")
	contains(t, "export", onEntity(t, store, "export", "--out", file), ": 4.")
	after := dumped(t, store)
	lines, err := os.ReadFile(file)
	if err != nil || string(lines) != onEntity(t, store, "export") {
		t.Errorf("%v: the file and standard output differ", err)
	}
	for _, id := range actsIn(t, store) {
		contains(t, "undo", onEntity(t, store, "undo", id), "taken back: 1.")
	}
	if got := dumped(t, store); got != before {
		t.Errorf("undone is not as before:\n%s\n%s", before, got)
	}
	contains(t, "import", onEntity(t, store, "import", file), "Judgements read: 4, 4 of them new")
	contains(t, "import again", onEntity(t, store, "import", file), "Judgements read: 4, 0 of them new, 4 there already")
	if got := dumped(t, store); got != after {
		t.Errorf("imported is not as exported:\n%s\n%s", after, got)
	}
	other := silvas(t)
	code, stdout, stderr := newsgraph(t, string(lines), "entity", "import", "--json", "--store", other, "-")
	wantCode(t, code, exitDone, stderr)
	contains(t, "import into another graph", stdout, `"judged":4`)
}

// actsIn gives the id of a judgement of each act.
func actsIn(t *testing.T, store string) (ids []string) {
	t.Helper()
	seen := map[string]bool{}
	for _, name := range []string{"PERSON:ana silva", "PERSON:anna sylva"} {
		var shown struct {
			Judgements []struct{ ID, Act, By string }
		}
		if err := json.Unmarshal([]byte(onEntity(t, store, "show", "--json", name)), &shown); err != nil {
			t.Fatal(err)
		}
		for _, j := range shown.Judgements {
			if j.By == "PERSON" && !seen[j.Act] {
				seen[j.Act] = true
				ids = append(ids, j.ID)
			}
		}
	}
	return ids
}

func TestEntityFails(t *testing.T) {
	t.Parallel()
	store := silvas(t)
	bad := write(t, t.TempDir(), "bad.jsonl", `{"verdict":"SAME","a":"PERSON:ana silva","b":"PERSON:bruno reis","score":1,"author":"","reason":"","at":"2024-03-02T12:00:00Z"}`+"\nnonsense\n")
	before := dumped(t, store)
	for _, tc := range []struct {
		want int
		text string
		args []string
	}{
		{exitUsage, "no command", []string{"frobnicate"}},
		{exitUsage, "one ENTITY", []string{"show"}},
		{exitFailed, "no entity has that name", []string{"show", "Nobody"}},
		{exitFailed, "not found", []string{"show", "PERSON:nobody"}},
		{exitUsage, "not-same", []string{"judge", "Ana Silva", "Bruno Reis", "maybe"}},
		{exitUsage, "two entities", []string{"merge", "Ana Silva"}},
		{exitFailed, "two different", []string{"merge", "Ana Silva", "PERSON:ana silva"}},
		{exitFailed, "not a key", []string{"split", "Ana Silva", "PERSON:bruno reis"}},
		{exitUsage, "NAME", []string{"rename", "Ana Silva"}},
		{exitFailed, "letter or digit", []string{"rename", "Ana Silva", "…"}},
		{exitFailed, "not found", []string{"undo", "j_0123456789abcdef"}},
		{exitFailed, "not an id", []string{"undo", "x"}},
		{exitUsage, "--kind", []string{"suggestions", "--kind", "sheep"}},
		{exitUsage, "--min-score", []string{"suggestions", "--min-score", "7"}},
		{exitUsage, "--first", []string{"suggestions", "--first", "0"}},
		{exitFailed, "line 2", []string{"import", bad}},
		{exitFailed, "no such file", []string{"import", bad + "x"}},
		{exitUsage, "one FILE", []string{"import"}},
		{exitUsage, "no arguments", []string{"export", "x"}},
	} {
		code, stdout, stderr := newsgraph(t, "", slices.Concat([]string{"entity"}, tc.args[:1], []string{"--store", store}, tc.args[1:])...)
		if tc.args[0] == "frobnicate" {
			code, stdout, stderr = newsgraph(t, "", "entity", "frobnicate")
		}
		if code != tc.want || stdout != "" || !strings.Contains(stderr, tc.text) {
			t.Errorf("%q: code %d, want %d with %q; stdout %q, stderr %q", tc.args, code, tc.want, tc.text, stdout, stderr)
		}
	}
	// A rule's judgement cannot be taken back.
	var shown struct{ Judgements []struct{ ID string } }
	if err := json.Unmarshal([]byte(onEntity(t, store, "show", "--json", "Ana Silva")), &shown); err != nil || len(shown.Judgements) == 0 {
		t.Fatalf("%v %+v", err, shown)
	}
	code, _, stderr := newsgraph(t, "", "entity", "undo", "--store", store, shown.Judgements[0].ID)
	wantCode(t, code, exitFailed, stderr)
	contains(t, "stderr", stderr, "it is a rule's")
	if got := dumped(t, store); got != before {
		t.Errorf("what failed changed the graph:\n%s\n%s", before, got)
	}
}
