package sqlitestore_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/graph/graphtest"
	"github.com/newsgraph/newsgraph/graph/sqlitestore"
)

func TestOpenRefuses(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	write := func(name, content string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	newer := filepath.Join(dir, "newer.db")
	made(t, newer)
	script(t, newer, "PRAGMA user_version = 1000")
	foreign := filepath.Join(dir, "foreign.db")
	script(t, foreign, "CREATE TABLE bookmarks (url TEXT)")
	for _, test := range []struct {
		name, path string
		want       error
		words      string
	}{
		{"a newer version", newer, graph.ErrVersion, "use a newer newsgraph"},
		{"another program's database", foreign, graph.ErrInvalid, "another program"},
		{"not a database", write("notes.txt", strings.Repeat("These are notes. ", 100)), graph.ErrInvalid, "not a SQLite database"},
		{"a folder", dir, graph.ErrInvalid, "not a file"},
		{"a missing folder", filepath.Join(dir, "no", "such", "graph.db"), graph.ErrUnavailable, "there is no folder"},
		{"a file for a folder", filepath.Join(write("file", ""), "graph.db"), graph.ErrUnavailable, "there is no folder"},
		{"no path", "", graph.ErrInvalid, "empty"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			_, err := sqlitestore.Open(t.Context(), test.path, nil)
			if !errors.Is(err, test.want) || !strings.Contains(err.Error(), test.words) {
				t.Errorf("Open(%q) = %v, want %v with %q", test.path, err, test.want, test.words)
			}
		})
	}
}

func TestOpenRefusesWhatItCannotWrite(t *testing.T) {
	t.Parallel()
	if os.Geteuid() == 0 {
		t.Skip("the superuser may write everywhere")
	}
	path := filepath.Join(t.TempDir(), "graph.db")
	made(t, path)
	if err := os.Chmod(path, 0o400); err != nil {
		t.Fatal(err)
	}
	if _, err := sqlitestore.Open(t.Context(), path, nil); !errors.Is(err, graph.ErrUnavailable) {
		t.Errorf("error is %v, want ErrUnavailable", err)
	}
}

// made makes a database at the path.
func made(t *testing.T, path string) {
	t.Helper()
	if err := openAt(t, path).Close(); err != nil {
		t.Fatal(err)
	}
}

// script runs SQL on a database file, past the store.
func script(t *testing.T, path, text string) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	db.SetMaxOpenConns(1)
	if _, err := db.ExecContext(t.Context(), text); err != nil {
		t.Fatal(err)
	}
	return db
}

func TestGraphOutlivesTheStore(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"graph.db", "a b%20c?mode=ro#d.db", "граф.db"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(t.TempDir(), name)
			first := graph.New(openAt(t, path), nil)
			apply(t, first, &graph.Batch{Records: graphtest.Records(1, 2)})
			want := dump(t, first)
			if err := first.Close(); err != nil {
				t.Fatal(err)
			}
			if _, err := os.Stat(path); err != nil {
				t.Fatal(err)
			}
			if got := dump(t, graph.New(openAt(t, path), nil)); got != want {
				t.Error("the graph is another one after opening it again")
			}
		})
	}
}

func TestWriteGivesUpWithConflict(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "graph.db")
	s, err := sqlitestore.Open(t.Context(), path, &sqlitestore.Options{Patience: time.Nanosecond})
	if err != nil {
		t.Fatal(err)
	}
	g := graph.New(s, nil)
	defer g.Close()
	other := script(t, path, "BEGIN IMMEDIATE")
	batch := &graph.Batch{Records: graphtest.Records(1, 1)}
	if _, err := g.Apply(t.Context(), batch); !errors.Is(err, graph.ErrConflict) {
		t.Errorf("error is %v, want ErrConflict", err)
	}
	if stats, err := g.Stats(t.Context()); err != nil || stats.Articles != 0 {
		t.Errorf("reading beside a writer: %d articles, %v", stats.Articles, err)
	}
	if _, err := other.ExecContext(t.Context(), "ROLLBACK"); err != nil {
		t.Fatal(err)
	}
	apply(t, g, batch)
}

func TestWriteEndsWithItsContext(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "graph.db")
	g := graph.New(openAt(t, path), nil)
	script(t, path, "BEGIN IMMEDIATE")
	ctx, cancel := context.WithTimeout(t.Context(), time.Millisecond)
	defer cancel()
	if _, err := g.Apply(ctx, &graph.Batch{Records: graphtest.Records(1, 1)}); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("error is %v, want context.DeadlineExceeded", err)
	}
}

const (
	envPath = "NEWSGRAPH_TEST_SQLITE_PATH"
	loads   = 12
)

// TestTwoProcesses lets two processes make a database and load overlapping articles into it at once.
func TestTwoProcesses(t *testing.T) {
	if path := os.Getenv(envPath); path != "" {
		loadOneByOne(t, path)
		return
	}
	t.Parallel()
	path := filepath.Join(t.TempDir(), "graph.db")
	var others []*exec.Cmd
	for range 2 {
		cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestTwoProcesses$")
		cmd.Env = append(os.Environ(), envPath+"="+path)
		cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		others = append(others, cmd)
	}
	for _, cmd := range others {
		if err := cmd.Wait(); err != nil {
			t.Fatal(err)
		}
	}
	alone := graph.New(openInMemory(t), nil)
	apply(t, alone, &graph.Batch{Records: graphtest.Records(1, loads)})
	if dump(t, graph.New(openAt(t, path), nil)) != dump(t, alone) {
		t.Error("the graph is not the one that a single process loads")
	}
}

func loadOneByOne(t *testing.T, path string) {
	t.Helper()
	g := graph.New(openAt(t, path), nil)
	for _, r := range graphtest.Records(1, loads) {
		apply(t, g, &graph.Batch{Records: []*graph.Record{r}})
	}
}

func apply(t *testing.T, g *graph.Graph, batch *graph.Batch) {
	t.Helper()
	if _, err := g.Apply(t.Context(), batch); err != nil {
		t.Fatal(err)
	}
}

func dump(t *testing.T, g *graph.Graph) string {
	t.Helper()
	out, err := graphtest.Dump(t.Context(), g)
	if err != nil {
		t.Fatal(fmt.Errorf("dump: %w", err))
	}
	return string(out)
}
