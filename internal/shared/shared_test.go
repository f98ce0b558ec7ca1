package shared

import (
	"os"
	"path/filepath"
	"testing"
)

// TestPath makes a repository with a folder beside it.
func TestPath(t *testing.T) {
	dir := t.TempDir()
	for _, folder := range []string{"repository/deep/package", "shared/data"} {
		if err := os.MkdirAll(filepath.Join(dir, filepath.FromSlash(folder)), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	for _, file := range []string{"repository/go.mod", "shared/data/set.jsonl"} {
		if err := os.WriteFile(filepath.Join(dir, filepath.FromSlash(file)), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(filepath.Join(dir, "repository", "deep", "package"))
	for name, skipped := range map[string]bool{"data/set.jsonl": false, "data": false, "data/other.jsonl": true} {
		var got bool
		t.Run(name, func(t *testing.T) {
			defer func() { got = t.Skipped() }()
			if _, err := os.Stat(Path(t, name)); err != nil {
				t.Error(err)
			}
		})
		if got != skipped {
			t.Errorf("%s: skipped %t, want %t", name, got, skipped)
		}
	}
}
