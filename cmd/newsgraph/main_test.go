package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"database/sql"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	_ "modernc.org/sqlite"
)

const (
	articleOne = "PORT ELLIS, March 3 (NWA) – Korvia will reopen its border next week, Foreign Minister Ana Silva said on Tuesday.\n\n" +
		"“We have waited long enough,” Silva told reporters. She thanked the mayor of Port Ellis, Bruno Reis.\n"
	articleTwo = "Bruno Reis said the harbour of Port Ellis would stay closed.\n\n“We need another month,” the mayor added.\n"
)

// newsgraph runs the command line and returns its exit code and what it printed.
func newsgraph(t *testing.T, stdin string, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	code = run(t.Context(), args, std{strings.NewReader(stdin), &out, &errs})
	return code, out.String(), errs.String()
}

// write writes a file below the folder and returns its path.
func write(t *testing.T, dir, name, content string) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func wantCode(t *testing.T, got, want int, stderr string) {
	t.Helper()
	if got != want {
		t.Fatalf("exit code %d, want %d; stderr:\n%s", got, want, stderr)
	}
}

func TestUsageErrors(t *testing.T) {
	t.Parallel()
	for _, args := range [][]string{
		{"frobnicate"},
		{"load"},
		{"extract"},
		{"delete"},
		{"load", "--frobnicate", "x"},
		{"version", "x"},
		{"serve", "x"},
		{"serve", "--addr", "8080"},
		{"serve", "--addr", "0.0.0.0:0"},
		{"load", "--workers", "-1", "."},
		{"load", "--store", "mysql://x", "."},
		{"load", "--store", "sqlite:", "."},
	} {
		t.Run(strings.Join(args, " "), func(t *testing.T) {
			t.Parallel()
			code, stdout, stderr := newsgraph(t, "", args...)
			wantCode(t, code, exitUsage, stderr)
			if stdout != "" || !strings.HasPrefix(stderr, "newsgraph: ") {
				t.Errorf("stdout %q, stderr %q", stdout, stderr)
			}
		})
	}
}

func TestVersion(t *testing.T) {
	t.Parallel()
	code, stdout, stderr := newsgraph(t, "", "version")
	wantCode(t, code, exitDone, stderr)
	if !strings.HasPrefix(stdout, "newsgraph ") {
		t.Errorf("stdout %q", stdout)
	}
}

func TestLoadTwiceDeleteAndLoadAgain(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	one := write(t, dir, "in/one.txt", articleOne)
	write(t, dir, "in/two.txt", articleTwo)
	store := "sqlite:" + filepath.Join(dir, "graph.db")
	load := func(want map[string]int) map[string]any {
		t.Helper()
		code, stdout, stderr := newsgraph(t, "", "load", "--json", "--store", store, filepath.Join(dir, "in"))
		wantCode(t, code, exitDone, stderr)
		return wantCounts(t, stdout, want)
	}
	first := load(map[string]int{"read": 2, "added": 2, "unchanged": 0, "refused": 0})
	again := load(map[string]int{"read": 2, "added": 0, "unchanged": 2})
	wantSameGraph(t, first, again)

	code, _, stderr := newsgraph(t, "", "delete", "--store", store, one)
	wantCode(t, code, exitDone, stderr)
	code, _, stderr = newsgraph(t, "", "delete", "--store", store, one)
	wantCode(t, code, exitFailed, stderr)
	if !strings.Contains(stderr, one) {
		t.Errorf("stderr %q does not name the article", stderr)
	}
	wantSameGraph(t, first, load(map[string]int{"read": 2, "added": 1, "unchanged": 1}))

	write(t, dir, "in/one.txt", strings.ReplaceAll(articleOne, "Silva", "Costa"))
	load(map[string]int{"read": 2, "replaced": 1, "unchanged": 1})
}

func wantCounts(t *testing.T, stdout string, want map[string]int) map[string]any {
	t.Helper()
	var got map[string]any
	if err := json.Unmarshal([]byte(stdout), &got); err != nil {
		t.Fatalf("summary %q: %v", stdout, err)
	}
	for k, n := range want {
		if got[k] != float64(n) {
			t.Errorf("%s is %v, want %d, in %s", k, got[k], n, stdout)
		}
	}
	return got
}

func wantSameGraph(t *testing.T, a, b map[string]any) {
	t.Helper()
	x, _ := json.Marshal(a["graph"])
	y, _ := json.Marshal(b["graph"])
	if !bytes.Equal(x, y) {
		t.Errorf("the graph was %s and is %s", x, y)
	}
}

// TestBadInput holds that each bad input is named, that the rest of the run loads, and that the exit code tells.
func TestBadInput(t *testing.T) {
	t.Parallel()
	var zipped bytes.Buffer
	z := gzip.NewWriter(&zipped)
	_, _ = z.Write([]byte(articleTwo))
	_ = z.Close()
	tests := []struct{ name, file, content string }{
		{"empty", "empty.txt", ""},
		{"blank", "blank.txt", " \n\t\n"},
		{"binary", "binary.txt", "\x7fELF\x00\x01\x02\x00\x00\xff\xfe"},
		{"broken json", "broken.json", `{"title": "x", "text":`},
		{"no text in json", "textless.json", `{"title": "x"}`},
		{"a bad line of many", "lines.jsonl", `{"id": 1, "text": "Ana Silva said no."}` + "\nnot json\n" + `{"id": 2, "text": "Bruno Reis said yes."}` + "\n"},
		{"cut off gzip", "cut.txt.gz", zipped.String()[:zipped.Len()-6]},
		{"one endless line", "endless.txt", strings.Repeat("word ", 20<<20)},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			write(t, dir, "in/good.txt", articleOne)
			write(t, dir, "in/"+test.file, test.content)
			store := "sqlite:" + filepath.Join(dir, "graph.db")
			code, stdout, stderr := newsgraph(t, "", "load", "--json", "--store", store, filepath.Join(dir, "in"))
			wantCode(t, code, exitRefused, stderr)
			if !strings.Contains(stderr, "refused: ") || !strings.Contains(stderr, test.file) {
				t.Errorf("stderr %q does not name %s", stderr, test.file)
			}
			got := wantCounts(t, stdout, map[string]int{"refused": 1})
			if n := got["added"].(float64); n < 1 || got["read"] != n+1 {
				t.Errorf("summary does not add up: %s", stdout)
			}
		})
	}
}

func TestBadPaths(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	good := write(t, dir, "good.txt", articleOne)
	if err := os.Mkdir(filepath.Join(dir, "nothing"), 0o700); err != nil {
		t.Fatal(err)
	}
	newer := filepath.Join(dir, "newer.db")
	code, _, stderr := newsgraph(t, "", "load", "--store", "sqlite:"+newer, good)
	wantCode(t, code, exitDone, stderr)
	makeNewer(t, newer)
	db := "sqlite:" + filepath.Join(dir, "graph.db")
	tests := []struct {
		name string
		args []string
		says string
	}{
		{"missing path", []string{"load", "--store", db, good, filepath.Join(dir, "missing.txt")}, "missing.txt"},
		{"folder without articles", []string{"load", "--store", db, filepath.Join(dir, "nothing")}, "nothing"},
		{"store in a missing folder", []string{"load", "--store", "sqlite:" + filepath.Join(dir, "no", "graph.db"), good}, "graph.db"},
		{"store that is no database", []string{"load", "--store", "sqlite:" + good, good}, "good.txt"},
		{"newer database", []string{"load", "--store", "sqlite:" + newer, good}, "newer"},
		{"missing path to extract", []string{"extract", filepath.Join(dir, "missing.txt")}, "missing.txt"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			code, stdout, stderr := newsgraph(t, "", test.args...)
			wantCode(t, code, exitFailed, stderr)
			if stdout != "" || !strings.Contains(stderr, test.says) {
				t.Errorf("stdout %q, stderr %q does not say %q", stdout, stderr, test.says)
			}
		})
	}
	if _, err := os.Stat(filepath.Join(dir, "graph.db")); err == nil {
		t.Error("a load that could not start has made a database")
	}
}

// makeNewer raises the version that the database says it has.
func makeNewer(t *testing.T, path string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close() //nolint:errcheck // a test
	if _, err := db.ExecContext(t.Context(), "PRAGMA user_version = 100000"); err != nil {
		t.Fatal(err)
	}
}

func TestStopped(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := write(t, dir, "one.txt", articleOne)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	var out, errs bytes.Buffer
	store := "sqlite:" + filepath.Join(dir, "graph.db")
	code := run(ctx, []string{"load", "--store", store, path}, std{strings.NewReader(""), &out, &errs})
	wantCode(t, code, exitFailed, errs.String())
	if !strings.Contains(errs.String(), "stopped") {
		t.Errorf("stderr %q", errs.String())
	}
}

// extracted is an article as extract prints it.
type extracted struct {
	extractedHead
	Removed    []extractedRemoved   `json:"removed"`
	Entities   []extractedEntity    `json:"entities"`
	Statements []extractedStatement `json:"statements"`
	Roles      []extractedRole      `json:"roles"`
	Events     []extractedEvent     `json:"events"`
}

func TestExtractFromStandardInput(t *testing.T) {
	t.Parallel()
	code, stdout, stderr := newsgraph(t, articleOne, "extract", "-")
	wantCode(t, code, exitDone, stderr)
	var got extracted
	if err := json.Unmarshal([]byte(stdout), &got); err != nil {
		t.Fatal(err)
	}
	if strings.Count(stdout, "\n") != 1 || len(got.Entities) == 0 || len(got.Statements) == 0 {
		t.Errorf("extract printed %s", stdout)
	}
	for _, e := range got.Entities {
		for _, m := range e.Mentions {
			if got.Text[m.Start:m.End] != m.Text {
				t.Errorf("mention %q is %q in the text", m.Text, got.Text[m.Start:m.End])
			}
		}
	}
	for _, s := range got.Statements {
		if c := s.Content[0]; !strings.HasPrefix(s.Text, got.Text[c[0]:c[1]]) {
			t.Errorf("statement %q is %q in the text", s.Text, got.Text[c[0]:c[1]])
		}
	}
}

func TestExtractRawKeepsEveryByte(t *testing.T) {
	t.Parallel()
	raw := "READ MORE: nothing\r\n\r\n" + articleOne + "\n\n\n"
	path := write(t, t.TempDir(), "raw.txt", raw)
	code, stdout, stderr := newsgraph(t, "", "extract", "--raw", path)
	wantCode(t, code, exitDone, stderr)
	var got extracted
	if err := json.Unmarshal([]byte(stdout), &got); err != nil {
		t.Fatal(err)
	}
	if got.Text != raw || len(got.Removed) != 0 || got.Title != "" {
		t.Errorf("extract --raw gave text %q, title %q, removed %v", got.Text, got.Title, got.Removed)
	}
}
