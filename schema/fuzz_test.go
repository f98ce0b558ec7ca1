package schema_test

import (
	"encoding/json"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/schema"
)

// FuzzQuery sends any text as query and variables: the answer is always JSON with data or coded
// errors, and never an internal error.
func FuzzQuery(f *testing.F) {
	files, err := filepath.Glob("testdata/queries/*.graphql")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		query, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(query), "")
	}
	f.Add("query($id: ID!, $n: Int) { node(id: $id) { id } articles(first: $n) { totalCount } }", `{"id": 3, "n": 2.5}`)
	f.Add("query($f: StatementFilter) { statements(filter: $f) { totalCount } }", `{"f": {"said": "x", "and": {"not": {}}, "minConfidence": 1e99}}`)
	f.Add("query($f: [ID!]) { statements(filter: {speaker: $f}) { totalCount } }", `{"f": "Okafor"}`)
	f.Add("{ a: stats @skip(if: true) { articles } ... @include(if: false) { stats { articles } } ... @defer { stats { mentions } } }", "")
	f.Add(bomb(), "")
	f.Add(loadMutation, `{"in": {"text": "Ada Bell: one.", "url": "https://x.example/1"}, "key": "k"}`)
	f.Add(loadManyMutation, `{"in": [{"text": "", "html": "<p>", "publishedAt": "never"}, {"url": "file:///x"}, null]}`)
	f.Add(deleteMutation, `{"id": "e_0000000000000000", "url": ""}`)
	f.Add(auditQuery, `{"f": {"node": "x", "outcome": ["DONE"], "at": {"from": "2024-03-02T09:30:00Z"}}}`)
	f.Add(statementsQuery, `{"f": {}}`)
	f.Add("{ entities(filter: {not: {not: {not: {}}}}) { totalCount } search(text: \"\\u0000 \\\"\", types: []) { totalCount } }", "null")
	a, _ := editable(f, openStore(f, fixture()), schema.Options{MaxComplexity: 2000})
	f.Fuzz(func(t *testing.T, query, variables string) {
		a.log.Reset()
		request := map[string]any{"query": query}
		if json.Valid([]byte(variables)) {
			request["variables"] = json.RawMessage(variables)
		}
		body, err := json.Marshal(request)
		if err != nil {
			t.Fatal(err)
		}
		w := httptest.NewRecorder()
		r := post(t.Context(), string(body))
		r.Header.Set("Authorization", "Bearer "+root)
		a.ServeHTTP(w, r)
		var got answer
		if err := json.Unmarshal(w.Body.Bytes(), &got); err != nil {
			t.Fatalf("%v: %s", err, w.Body)
		}
		got.Body = w.Body.Bytes()
		wantSound(t, a, string(body), got)
	})
}

// wantSound checks an answer to whatever was asked: it has data or errors, which have codes, and none is the server's fault.
func wantSound(t *testing.T, a *api, asked string, got answer) {
	t.Helper()
	for _, e := range got.Errors {
		code, _ := e.Extensions["code"].(string)
		if code == "" || code == "INTERNAL" || strings.Contains(e.Message, "graph.") {
			t.Errorf("%s\n%s\n%s", asked, got.Body, a.log)
		}
	}
	if got.Data == nil && len(got.Errors) == 0 {
		t.Errorf("neither data nor errors: %s\n%s", asked, got.Body)
	}
}
