package clients_test

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// fuzzSeconds is how long schemathesis goes on, for each store.
const fuzzSeconds = "30"

// TestSchemathesis sends for a while what schemathesis makes of the schema, to a server that lets it do everything: all answers must be such that
// a client can act on them, see schemathesis/hooks.py.
func TestSchemathesis(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a minute")
	}
	program := schemathesis(t)
	onBothStores(t, func(t *testing.T, server *instance) {
		dir := t.TempDir() // for what it leaves behind
		if err := os.CopyFS(dir, os.DirFS("schemathesis")); err != nil {
			t.Fatal(err)
		}
		cmd := exec.CommandContext(t.Context(), program, "run", server.URL+"/graphql", "--max-time", fuzzSeconds,
			"--max-examples", "300", "--checks", "speaks_to_clients", "--phases", "fuzzing", "--generation-database", "none", "--no-color",
			"--header", "Authorization: Bearer "+server.token)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "SCHEMATHESIS_HOOKS=hooks")
		out, err := cmd.CombinedOutput()
		if err != nil || !strings.Contains(string(out), "Test cases:") {
			t.Errorf("%v\n%s", err, out)
		} else {
			_, summary, _ := strings.Cut(string(out), "Test cases:\n")
			t.Log(strings.TrimSpace(summary))
		}
		for line := range strings.Lines(server.Log()) {
			if strings.Contains(line, "level=ERROR") || strings.Contains(line, "panic") {
				t.Errorf("the server logs %s", line)
			}
		}
	})
}

// schemathesis returns the path of the program, installed with what it needs, in the versions of requirements.txt, into the user's
// cache folder. Where there is no Python the test is skipped, or fails when the environment variable CI is "true".
func schemathesis(t *testing.T) string {
	t.Helper()
	python, err := exec.LookPath("python3")
	if err == nil {
		err = exec.CommandContext(t.Context(), python, "-c", "import ensurepip, venv").Run()
	}
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("no Python with venv: %v", err)
		}
		fmt.Fprintf(os.Stderr, "\n*** %s IS SKIPPED: NO PYTHON WITH VENV: %v\n\n", t.Name(), err)
		t.Skipf("no Python with venv: %v", err)
	}
	list := filepath.Join("schemathesis", "requirements.txt")
	wanted, err := os.ReadFile(list)
	if err != nil {
		t.Fatal(err)
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		t.Fatal(err)
	}
	home := filepath.Join(cache, "newsgraph", fmt.Sprintf("pip-%x", sha256.Sum256(wanted))[:20])
	done := filepath.Join(home, "complete")
	if _, err := os.Stat(done); errors.Is(err, os.ErrNotExist) {
		run(t, python, "-m", "venv", "--clear", home)
		run(t, filepath.Join(home, "bin", "pip"), "install", "--quiet", "--disable-pip-version-check", "--requirement", list)
		if err := os.WriteFile(done, nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return filepath.Join(home, "bin", "schemathesis")
}

func run(t *testing.T, name string, args ...string) {
	t.Helper()
	if out, err := exec.CommandContext(t.Context(), name, args...).CombinedOutput(); err != nil {
		t.Fatalf("%s %v: %v\n%s", name, args, err, out)
	}
}
