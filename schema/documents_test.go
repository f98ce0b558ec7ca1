package schema_test

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/schema"
)

func sum(text string) string {
	s := sha256.Sum256([]byte(text))
	return hex.EncodeToString(s[:])
}

// persistedBody is a request with a hash, and with the query unless it is empty.
func persistedBody(t *testing.T, query, hash string) string {
	t.Helper()
	request := map[string]any{"extensions": map[string]any{"persistedQuery": map[string]any{"version": 1, "sha256Hash": hash}}}
	if query != "" {
		request["query"] = query
	}
	body, err := json.Marshal(request)
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}

func TestAutomaticPersistedQueries(t *testing.T) {
	t.Parallel()
	a := newAPI(t, fixture(), nil)
	const query = "{ stats { articles } }"
	long := query + strings.Repeat("#", 17<<10) // not kept
	for _, step := range []struct{ what, query, hash, code string }{
		{"unknown", "", sum(query), "PERSISTED_QUERY_NOT_FOUND"},
		{"wrong hash", query, sum("else"), "BAD_REQUEST"},
		{"still unknown", "", sum(query), "PERSISTED_QUERY_NOT_FOUND"},
		{"registered", query, sum(query), ""},
		{"known", "", sum(query), ""},
		{"long", long, sum(long), ""},
		{"long is not kept", "", sum(long), "PERSISTED_QUERY_NOT_FOUND"},
	} {
		if got := a.send(t, post(t.Context(), persistedBody(t, step.query, step.hash))); got.code() != step.code {
			t.Errorf("%s: %d %s", step.what, got.Status, got.Body)
		}
	}
	for _, bad := range []string{`1`, `{}`, `{"version":2,"sha256Hash":"x"}`, `{"version":1,"sha256Hash":7}`} {
		got := a.send(t, post(t.Context(), `{"query":"{__typename}","extensions":{"persistedQuery":`+bad+`}}`))
		if got.Status != 400 || got.code() != "BAD_REQUEST" {
			t.Errorf("%s: %d %s", bad, got.Status, got.Body)
		}
	}
}

func writeFiles(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestAllowList(t *testing.T) {
	t.Parallel()
	const counts, title = "query Counts {\n  stats { articles } # how many\n}\n", "{ articles(first: 1) { edges { node { title } } } }"
	documents, err := schema.ReadDocuments(writeFiles(t, map[string]string{
		"counts.graphql":    counts,
		"deep/codegen.json": `{"abc123": "{ stats { mentions } }"}`,
		"apollo.json":       `{"format":"apollo-persisted-query-manifest","version":1,"operations":[{"id":"op7","body":"` + title + `","name":"T","type":"query"}]}`,
		"notes.txt":         "no query",
	}))
	if err != nil {
		t.Fatal(err)
	}
	a := newAPI(t, fixture(), &schema.Options{Documents: documents})
	for _, tc := range []struct{ what, query, hash, code string }{
		{"as it is", counts, "", ""},
		{"printed in another way", "query Counts{stats{articles}}", "", ""},
		{"by its hash", "", sum(counts), ""},
		{"by an id of graphql-codegen", "", "abc123", ""},
		{"by an id of Apollo", "", "op7", ""},
		{"another", "{ stats { mentions articles } }", "", "QUERY_NOT_ALLOWED"},
		{"another in a string", `query Counts{stats{articles}} query B{search(text:"x"){totalCount}}`, "", "QUERY_NOT_ALLOWED"},
		{"one that is not parsed", "{", "", "QUERY_NOT_ALLOWED"},
		{"another hash", "", sum("x"), "QUERY_NOT_ALLOWED"},
		{"a hash that would be registered", "{ __typename }", sum("{ __typename }"), "QUERY_NOT_ALLOWED"},
		{"and then asked for", "", sum("{ __typename }"), "QUERY_NOT_ALLOWED"},
		{"introspection", "{ __schema { types { name } } }", "", "QUERY_NOT_ALLOWED"},
	} {
		var got answer
		if tc.hash == "" {
			got = a.query(t, tc.query, nil)
		} else {
			got = a.send(t, post(t.Context(), persistedBody(t, tc.query, tc.hash)))
		}
		if got.code() != tc.code || tc.code != "" && (got.Status != 403 || !strings.Contains(got.Errors[0].Message, "--queries")) {
			t.Errorf("%s: %d %s", tc.what, got.Status, got.Body)
		}
	}
	if page := get(t, a, "/graphiql/", ""); page.Code != 404 {
		t.Errorf("a page to write queries is served, where none may be written: %d", page.Code)
	}
}

func TestReadDocumentsRefuses(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		file, text, says string
	}{
		"a field that there is not": {"a.graphql", "{ sheep }", "sheep"},
		"no GraphQL":                {"a.gql", "{", "a.gql"},
		"no manifest":               {"a.json", "[1]", "neither"},
		"a bad one in a manifest":   {"a.json", `{"id9": "{ sheep }"}`, "id9"},
		"nothing":                   {"a.txt", "{ stats { articles } }", "there is none"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := writeFiles(t, map[string]string{tc.file: tc.text})
			if _, err := schema.ReadDocuments(dir); err == nil || !strings.Contains(err.Error(), tc.says) {
				t.Errorf("%v", err)
			}
			if _, err := schema.ReadDocuments(filepath.Join(dir, tc.file)); err == nil {
				t.Error("the file alone is read")
			}
		})
	}
	if _, err := schema.ReadDocuments(filepath.Join(t.TempDir(), "none")); err == nil {
		t.Error("a folder that there is not is read")
	}
}
