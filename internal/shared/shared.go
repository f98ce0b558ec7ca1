// Package shared finds the files that tests measure with and that are no part of the repository: they lie in the folder
// "shared" beside it. It is for tests alone.
package shared

import (
	"os"
	"path/filepath"
	"testing"
)

// Path returns the path of a file or folder, given with slashes from the folder "shared" on, such as
// "data/quotes/polnear.dev.jsonl". A test is skipped, loudly, when there is none.
func Path(t testing.TB, name string) string {
	t.Helper()
	path := filepath.Join(root(t), "..", "shared", filepath.FromSlash(name))
	if _, err := os.Stat(path); err != nil {
		t.Skipf("SKIPPED, NOTHING MEASURED: %s is not on this machine: %v", name, err)
	}
	return path
}

// root is the folder of the repository: the first above the test's own that has a go.mod.
func root(t testing.TB) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for !isFile(filepath.Join(dir, "go.mod")) {
		above := filepath.Dir(dir)
		if above == dir {
			t.Fatal("the test does not run in a repository: no folder above it has a go.mod")
		}
		dir = above
	}
	return dir
}

func isFile(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}
