// Package nodetest gives tests a Node.js project of the repository, with its packages installed as its lock file has them.
package nodetest

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// Project returns a folder with a copy of the project in dir, for tb alone, and its packages. These are installed once, into the user's cache
// folder, and not beside the project, where Go would look into them. Where there is no Node.js the test is skipped, or fails when the
// environment variable CI is "true".
func Project(tb testing.TB, dir string) string {
	tb.Helper()
	if err := errors.Join(find("node"), find("npm")); err != nil {
		if os.Getenv("CI") == "true" {
			tb.Fatalf("no Node.js: %v", err)
		}
		fmt.Fprintf(os.Stderr, "\n*** %s IS SKIPPED: NO NODE.JS: %v\n\n", tb.Name(), err)
		tb.Skipf("no Node.js: %v", err)
	}
	modules, err := installed(tb, dir)
	if err != nil {
		tb.Fatal(err)
	}
	out := tb.TempDir()
	if err := os.CopyFS(out, os.DirFS(dir)); err != nil {
		tb.Fatal(err)
	}
	if err := os.Symlink(modules, filepath.Join(out, "node_modules")); err != nil {
		tb.Fatal(err)
	}
	return out
}

// Run runs a command in a folder of [Project] and returns what it prints; when it fails, so does the test. Programs of
// the packages are called as "npx", "NAME".
func Run(tb testing.TB, dir string, env []string, name string, args ...string) string {
	tb.Helper()
	cmd := exec.CommandContext(tb.Context(), name, args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), env...)
	out, err := cmd.CombinedOutput()
	if err != nil {
		tb.Fatalf("%s %v: %v\n%s", name, args, err, out)
	}
	return string(out)
}

func find(program string) error {
	_, err := exec.LookPath(program)
	return err
}

// installed returns the folder with the packages of the project's lock file. It is complete whenever it is there.
func installed(tb testing.TB, dir string) (string, error) {
	tb.Helper()
	lock, err := os.ReadFile(filepath.Join(dir, "package-lock.json"))
	if err != nil {
		return "", err
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	home := filepath.Join(cache, "newsgraph", fmt.Sprintf("npm-%x", sha256.Sum256(lock))[:20])
	modules := filepath.Join(home, "node_modules")
	if _, err := os.Stat(modules); err == nil {
		return modules, nil
	}
	if err := os.MkdirAll(filepath.Dir(home), 0o755); err != nil {
		return "", err
	}
	part, err := os.MkdirTemp(filepath.Dir(home), "npm-part-")
	if err != nil {
		return "", err
	}
	defer func() { _ = os.RemoveAll(part) }()
	for _, name := range []string{"package.json", "package-lock.json"} {
		text, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			return "", err
		}
		if err := os.WriteFile(filepath.Join(part, name), text, 0o644); err != nil {
			return "", err
		}
	}
	Run(tb, part, nil, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
	if err := os.Rename(part, home); err != nil && !errors.Is(err, os.ErrExist) {
		return "", err
	}
	return modules, nil
}
