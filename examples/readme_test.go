package examples_test

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/schema"
)

var (
	readmeQuery  = regexp.MustCompile("(?s)```graphql\n(.*?)```")
	readmeAnswer = regexp.MustCompile("(?s)(```json\n)(.*?)(```)")
)

// TestReadme holds that the first query of the README has the answer that stands below it.
func TestReadme(t *testing.T) {
	t.Parallel()
	path := filepath.Join("..", "README.md")
	readme, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	query, answer := readmeQuery.FindSubmatch(readme), readmeAnswer.FindSubmatchIndex(readme)
	if query == nil || answer == nil {
		t.Fatal("README.md has no query with its answer")
	}
	got := ask(t, string(query[1]))
	if *update {
		out := append(append(bytes.Clone(readme[:answer[4]]), got...), readme[answer[5]:]...)
		if err := os.WriteFile(path, out, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(string(readme[answer[4]:answer[5]]), got); diff != "" {
		t.Errorf("README.md has another answer than the program (- README, + program; make golden writes it):\n%s", diff)
	}
}

// ask sends a query about the examples through the whole API and returns the answer, indented.
func ask(t *testing.T, query string) string {
	t.Helper()
	body, err := json.Marshal(map[string]string{"query": query})
	if err != nil {
		t.Fatal(err)
	}
	r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/graphql", bytes.NewReader(body))
	r.Header.Set("Content-Type", "application/json")
	w := httptest.NewRecorder()
	schema.NewHandler(loaded(t), nil).ServeHTTP(w, r)
	var out bytes.Buffer
	if err := json.Indent(&out, w.Body.Bytes(), "", "  "); err != nil || w.Code != http.StatusOK {
		t.Fatalf("status %d, %v: %s", w.Code, err, w.Body)
	}
	return out.String() + "\n"
}
