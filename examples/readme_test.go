package examples_test

import (
	"bytes"
	"encoding/json"
	"fmt"
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
	readmeMet    = regexp.MustCompile("[0-9]+ of [0-9]+ expectations are met")
)

// TestReadme holds that the first query of the README has the answer that stands below it, and that as many expectations are met as it says.
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
	unmet, all := checkAll(t)
	want := string(readme[:answer[4]]) + ask(t, string(query[1])) + string(readme[answer[5]:])
	want = readmeMet.ReplaceAllString(want, fmt.Sprintf("%d of %d expectations are met", all-len(unmet), all))
	if *update {
		if err := os.WriteFile(path, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(string(readme), want); diff != "" {
		t.Errorf("README.md says other things than the program (- README, + program; make golden writes it):\n%s", diff)
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
