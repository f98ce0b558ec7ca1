package schema_test

import (
	"encoding/json"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/schema"
)

const (
	ana, bob, root = "ana-editor", "bob-reader", "root-admin"

	loadMutation = `mutation($in: ArticleInput!, $key: String) { loadArticle(input: $in, idempotencyKey: $key) {
		outcome entityCount mentionCount statementCount removedCount removed { why text } problem { code message }
		article { url title source authors publishedAt language text statements { edges { node { text speaker { name } } } } } } }`
	loadManyMutation = `mutation($in: [ArticleInput!]!) { loadArticles(inputs: $in) { outcome article { url } problem { code message } } }`
	deleteMutation   = `mutation($id: ID, $url: String, $key: String) { deleteArticle(id: $id, url: $url, idempotencyKey: $key) { id } }`
	auditQuery       = `query($f: AuditFilter) { audit(filter: $f) { totalCount pageInfo { hasNextPage } edges { cursor node {
		id at by action outcome nodes detail applied { added replaced unchanged deleted judged undone } } } } }`
)

func dams(text string) map[string]any {
	return map[string]any{"in": map[string]any{
		"text": text, "url": "https://dam.example/9", "title": "Dams", "source": "River Post", "authors": []string{"Ada Quill"},
		"publishedAt": "2024-03-02T09:30:00Z", "language": "en",
	}}
}

// wantData compares the data of an answer without errors.
func wantData(t *testing.T, got answer, want string) {
	t.Helper()
	var a, b any
	if err := json.Unmarshal([]byte(want), &b); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(got.Data, &a); err != nil || len(got.Errors) > 0 {
		t.Fatalf("%v %s", err, got.Body)
	}
	if diff := cmp.Diff(b, a); diff != "" {
		t.Errorf("answer (-want +got):\n%s", diff)
	}
}

func TestMutations(t *testing.T) {
	onEachStore(t, fixture(), func(t *testing.T, store graph.Store) {
		a, _ := editable(t, store, schema.Options{})
		loaded := func(outcome, text, speaker, said string) string {
			return `{"loadArticle": {"outcome": "` + outcome + `", "entityCount": 1, "mentionCount": 1, "statementCount": 1, "removedCount": 1,
				"removed": [{"why": "promo", "text": "READ MORE"}], "problem": null, "article": {"url": "https://dam.example/9",
				"title": "Dams", "source": "River Post", "authors": ["Ada Quill"], "publishedAt": "2024-03-02T09:30:00Z", "language": "en", "text": "` + text + `",
				"statements": {"edges": [{"node": {"text": "` + said + `", "speaker": {"name": "` + speaker + `"}}}]}}}}`
		}
		wantData(t, a.as(t, ana, loadMutation, dams("Ada Bell: the dam holds.")), loaded("ADDED", "Ada Bell: the dam holds.", "Ada Bell", "the dam holds"))
		wantData(t, a.as(t, ana, loadMutation, dams("Ada Bell: the dam holds.")), loaded("UNCHANGED", "Ada Bell: the dam holds.", "Ada Bell", "the dam holds"))
		wantData(t, a.as(t, ana, loadMutation, dams("Ina Moor: it leaks.")), loaded("REPLACED", "Ina Moor: it leaks.", "Ina Moor", "it leaks"))
		wantData(t, a.as(t, ana, deleteMutation, map[string]any{"url": "https://dam.example/9"}),
			`{"deleteArticle": {"id": "`+string(graph.ArticleID("https://dam.example/9"))+`"}}`)
		if got := a.as(t, ana, deleteMutation, map[string]any{"url": "https://dam.example/9"}); got.code() != "NOT_FOUND" {
			t.Errorf("deleted again: %s", got.Body)
		}
		id := graph.ArticleID("https://dam.example/2")
		wantData(t, a.as(t, ana, deleteMutation, map[string]any{"id": id}), `{"deleteArticle": {"id": "`+string(id)+`"}}`)
		wantData(t, a.as(t, bob, `{ stats { articles } entity(name: "Ina Moor") { id } }`, nil), `{"stats": {"articles": 2}, "entity": null}`)
	})
}

// TestLoadArticles loads several articles, one of which cannot be read.
func TestLoadArticles(t *testing.T) {
	onEachStore(t, fixture(), func(t *testing.T, store graph.Store) {
		a, _ := editable(t, store, schema.Options{})
		in := []map[string]any{
			{"text": "Ada Bell: one.", "url": "https://x.example/1"}, {"text": "…"}, {"text": "Ada Bell: two.", "url": "https://x.example/2"},
		}
		wantData(t, a.as(t, ana, loadManyMutation, map[string]any{"in": in}), `{"loadArticles": [
			{"outcome": "ADDED", "article": {"url": "https://x.example/1"}, "problem": null},
			{"outcome": "REFUSED", "article": null, "problem": {"code": "BAD_USER_INPUT", "message": "no text: give either the text or the HTML of the article"}},
			{"outcome": "ADDED", "article": {"url": "https://x.example/2"}, "problem": null}]}`)
		if got := a.as(t, ana, loadMutation, map[string]any{"in": map[string]any{"text": "…"}}); got.code() != "BAD_USER_INPUT" || got.Errors[0].Message == "" {
			t.Errorf("%s", got.Body)
		}
		wantData(t, a.as(t, root, `{ audit(filter: {action: ["loadArticles", "loadArticle"]}) { edges { node { by outcome detail applied { added } } } } }`, nil),
			`{"audit": {"edges": [{"node": {"by": "ana-editor", "outcome": "REFUSED", "detail": "article 1: no text: give either the text or the HTML of the article", "applied": {"added": 0}}},
			{"node": {"by": "ana-editor", "outcome": "PARTLY", "detail": "article 2: no text: give either the text or the HTML of the article", "applied": {"added": 2}}}]}}`)
	})
}

// TestIdempotency sends requests again.
func TestIdempotency(t *testing.T) {
	onEachStore(t, fixture(), func(t *testing.T, store graph.Store) {
		a, _ := editable(t, store, schema.Options{})
		with := func(key, text string) map[string]any {
			vars := dams(text)
			vars["key"] = key
			return vars
		}
		first := a.as(t, ana, loadMutation, with("k1", "Ada Bell: one."))
		a.as(t, ana, loadMutation, dams("Ada Bell: another."))
		again := a.as(t, ana, loadMutation, with("k1", "Ada Bell: one."))
		if !strings.Contains(string(again.Data), `"outcome":"ADDED"`) || !strings.Contains(string(again.Data), "another") {
			t.Errorf("not the answer of before, on the article as it is: %s\n%s", first.Body, again.Body)
		}
		for name, got := range map[string]answer{
			"another input": a.as(t, ana, loadMutation, with("k1", "Ada Bell: two.")),
			"another field": a.as(t, ana, deleteMutation, map[string]any{"url": "https://dam.example/9", "key": "k1"}),
			"a long key":    a.as(t, ana, loadMutation, with(strings.Repeat("k", 201), "Ada Bell: one.")),
		} {
			if got.code() != "BAD_USER_INPUT" || !strings.Contains(got.Errors[0].Message, "idempotency key") {
				t.Errorf("%s: %s", name, got.Body)
			}
		}
		// Somebody else's key is another one.
		if got := a.as(t, root, loadMutation, with("k1", "Ada Bell: two.")); !strings.Contains(string(got.Data), "REPLACED") {
			t.Errorf("%s", got.Body)
		}
		for range 2 {
			got := a.as(t, ana, deleteMutation, map[string]any{"url": "https://dam.example/9", "key": "k2"})
			if len(got.Errors) > 0 {
				t.Errorf("%s", got.Body)
			}
		}
		// By the header, each field of the request has a key of its own.
		two := `mutation { a: loadArticle(input: {text: "Ada Bell: a."}) { outcome } b: loadArticle(input: {text: "Ada Bell: b."}) { outcome } }`
		for range 2 {
			wantData(t, a.as(t, ana, two, nil, "Idempotency-Key", "k3"), `{"a": {"outcome": "ADDED"}, "b": {"outcome": "ADDED"}}`)
		}
		// A refusal is not remembered.
		bad := map[string]any{"in": map[string]any{"text": "…"}, "key": "k4"}
		if got := a.as(t, ana, loadMutation, bad); got.code() != "BAD_USER_INPUT" {
			t.Errorf("%s", got.Body)
		}
		if got := a.as(t, ana, loadMutation, with("k4", "Ada Bell: one.")); !strings.Contains(string(got.Data), "ADDED") {
			t.Errorf("%s", got.Body)
		}
	})
}

// TestIdempotencyAtOnce sends one request many times at once: one is carried out, and all are answered alike.
func TestIdempotencyAtOnce(t *testing.T) {
	onEachStore(t, fixture(), func(t *testing.T, store graph.Store) {
		a, _ := editable(t, store, schema.Options{})
		vars := dams("Ada Bell: one.")
		vars["key"] = "k"
		var all sync.WaitGroup
		for range 4 {
			all.Go(func() {
				if got := a.as(t, ana, loadMutation, vars); !strings.Contains(string(got.Data), `"outcome":"ADDED"`) {
					t.Errorf("%s", got.Body)
				}
			})
		}
		all.Wait()
		wantData(t, a.as(t, root, `{ audit { totalCount } }`, nil), `{"audit": {"totalCount": 1}}`)
	})
}

// TestAudit reads the log of changes.
func TestAudit(t *testing.T) {
	onEachStore(t, fixture(), func(t *testing.T, store graph.Store) {
		a, _ := editable(t, store, schema.Options{})
		a.as(t, ana, loadMutation, dams("Ada Bell: one."))
		a.as(t, root, deleteMutation, map[string]any{"url": "https://dam.example/9"})
		id := string(graph.ArticleID("https://dam.example/9"))
		var data struct {
			Audit struct {
				TotalCount int
				Edges      []struct {
					Cursor string
					Node   map[string]any
				}
			}
		}
		got := a.as(t, root, auditQuery, map[string]any{"f": map[string]any{"node": id}})
		if err := json.Unmarshal(got.Data, &data); err != nil || data.Audit.TotalCount != 2 {
			t.Fatalf("%v %s", err, got.Body)
		}
		newest := data.Audit.Edges[0].Node
		for _, name := range []string{"id", "at"} {
			if newest[name] == nil || newest[name] == "" {
				t.Errorf("no %s", name)
			}
			delete(newest, name)
		}
		want := map[string]any{
			"by": root, "action": "deleteArticle", "outcome": "DONE", "nodes": []any{id}, "detail": "",
			"applied": map[string]any{"added": 0.0, "replaced": 0.0, "unchanged": 0.0, "deleted": 1.0, "judged": 0.0, "undone": 0.0},
		}
		if diff := cmp.Diff(want, newest); diff != "" {
			t.Errorf("entry (-want +got):\n%s", diff)
		}
		for filter, n := range map[string]int{
			`by: ["ana-editor"]`: 1, `by: ["nobody"]`: 0, `action: ["deleteArticle"]`: 1, `outcome: [DONE]`: 2, `outcome: [REFUSED, PARTLY]`: 0,
			`at: {from: "2001-01-01T00:00:00Z"}`: 2, `at: {to: "2001-01-01T00:00:00Z"}`: 0,
		} {
			got := a.as(t, root, `{ audit(filter: {`+filter+`}) { edges { node { id } } } }`, nil)
			if strings.Count(string(got.Data), `"id"`) != n {
				t.Errorf("%s: %s, want %d", filter, got.Body, n)
			}
		}
		page := a.as(t, root, `query($c: String) { audit(first: 1, after: $c) { pageInfo { hasPreviousPage } edges { node { action } } } }`, map[string]any{"c": data.Audit.Edges[0].Cursor})
		wantData(t, page, `{"audit": {"pageInfo": {"hasPreviousPage": true}, "edges": [{"node": {"action": "loadArticle"}}]}}`)
	})
}

// TestRoles asks for each field of the root types as each role.
func TestRoles(t *testing.T) {
	t.Parallel()
	a, _ := editable(t, openStore(t, fixture()), schema.Options{})
	queries := map[string]struct{ query, least string }{
		"loadArticle":   {`mutation { loadArticle(input: {text: "Ada Bell: x."}) { outcome } }`, "editor"},
		"loadArticles":  {`mutation { loadArticles(inputs: []) { outcome } }`, "editor"},
		"deleteArticle": {`mutation { deleteArticle(id: "a_0000000000000000") { id } }`, "editor"},
		"audit":         {`{ audit { totalCount } }`, "admin"},
		"stats":         {`{ stats { articles } }`, "reader"},
		"articles":      {`{ articles { totalCount } }`, "reader"},
		"in a fragment": {`{ ...F } fragment F on Query { x: audit { totalCount } }`, "admin"},
	}
	rank := map[string]int{"reader": 1, "editor": 2, "admin": 3}
	for name, tc := range queries {
		for role, have := range rank {
			got := a.as(t, "x-"+role, tc.query, nil)
			if forbidden := got.code() == "FORBIDDEN"; forbidden != (have < rank[tc.least]) || forbidden != (got.Status == 403) {
				t.Errorf("%s as %s: %d %s", name, role, got.Status, got.Body)
			}
		}
	}
	anonymous := newAPI(t, fixture(), nil)
	for _, name := range []string{"loadArticle", "loadArticles", "deleteArticle", "audit"} {
		if got := anonymous.query(t, queries[name].query, nil); got.code() != "FORBIDDEN" {
			t.Errorf("%s without a name: %s", name, got.Body)
		}
	}
}

// TestArticlesLimit sends more articles in one operation than it may, in one field or in several.
func TestArticlesLimit(t *testing.T) {
	t.Parallel()
	a, g := editable(t, openStore(t, nil), schema.Options{MaxArticles: 2})
	over := `mutation($in: [ArticleInput!]!) { a: loadArticles(inputs: $in) { outcome } b: loadArticle(input: {text: "Ada Bell: x."}) { outcome } }`
	in := map[string]any{"in": []any{map[string]any{"text": "Ada Bell: y."}, map[string]any{"text": "Ada Bell: z."}}}
	got := a.as(t, ana, over, in)
	if got.code() != "ARTICLES_LIMIT_EXCEEDED" || got.Status != 400 {
		t.Fatalf("%d %s", got.Status, got.Body)
	}
	wantLimit(t, got, "--max-articles")
	if stats, err := g.Stats(t.Context()); err != nil || stats.Articles > 0 {
		t.Errorf("%+v %v", stats, err)
	}
	if got := a.as(t, ana, loadManyMutation, in); len(got.Errors) > 0 {
		t.Errorf("%s", got.Body)
	}
}
