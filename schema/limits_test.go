package schema_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/schema"
)

// TestBadQueries checks that what is wrong with a query is said, with a code, and that the store is not asked.
func TestBadQueries(t *testing.T) {
	onEachStore(t, fixture(), func(t *testing.T, store graph.Store) {
		t.Helper()
		counting := &countingStore{Store: store}
		a := newAPIOver(t, graph.New(counting, nil), &schema.Options{MaxDepth: 8, MaxComplexity: 5000, MaxTokens: 400})
		a.store = counting
		testBadQueries(t, a)
	})
}

func testBadQueries(t *testing.T, a *api) {
	t.Helper()
	article := string(graph.ArticleID("https://dam.example/1"))
	for name, tc := range map[string]struct {
		query  string
		vars   map[string]any
		code   string
		text   string
		status int
	}{
		"no query":               {query: "", code: "GRAPHQL_VALIDATION_FAILED", text: "no operation", status: 400},
		"syntax":                 {query: "{ stats { ", code: "GRAPHQL_PARSE_FAILED", text: "Expected Name", status: 400},
		"unknown field":          {query: "{ stats { sheep } }", code: "GRAPHQL_VALIDATION_FAILED", text: `"sheep"`, status: 400},
		"unknown enum value":     {query: "{ entities(orderBy: SIZE) { totalCount } }", code: "GRAPHQL_VALIDATION_FAILED", text: "SIZE", status: 400},
		"unknown enum in vars":   {query: "query($k: EntityKind) { stats { entities(kind: $k) } }", vars: map[string]any{"k": "SHEEP"}, code: "GRAPHQL_VALIDATION_FAILED", text: "SHEEP", status: 400},
		"fragments in circles":   {query: "{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }", code: "GRAPHQL_VALIDATION_FAILED", text: "itself", status: 400},
		"a mutation":             {query: "mutation { load }", code: "GRAPHQL_VALIDATION_FAILED", status: 400},
		"wrong type in vars":     {query: "query($n: Int) { articles(first: $n) { totalCount } }", vars: map[string]any{"n": "many"}, code: "GRAPHQL_VALIDATION_FAILED", status: 400},
		"too many tokens":        {query: "{ stats { " + strings.Repeat("articles ", 500) + "} }", code: "TOKEN_LIMIT_EXCEEDED", text: "400", status: 400},
		"too deep":               {query: "{ statements { edges { node { within { within { within { within { within { text } } } } } } } } }", code: "DEPTH_LIMIT_EXCEEDED", text: "9 fields deep, the limit is 8", status: 400},
		"too complex":            {query: "{ articles(first: 100) { edges { node { statements(first: 100) { edges { node { text } } } } } } }", code: "COMPLEXITY_LIMIT_EXCEEDED", text: "the limit is 5000", status: 400},
		"too complex by vars":    {query: "query($n: Int) { articles(first: $n) { edges { node { statements(first: $n) { totalCount } } } } }", vars: map[string]any{"n": 90}, code: "COMPLEXITY_LIMIT_EXCEEDED", status: 400},
		"too complex by ids":     {query: "query($ids: [ID!]!) { nodes(ids: $ids) { id ...on Article { text } } }", vars: map[string]any{"ids": make([]string, 900)}, code: "COMPLEXITY_LIMIT_EXCEEDED", status: 400},
		"a fragment bomb":        {query: bomb(), code: "COMPLEXITY_LIMIT_EXCEEDED", status: 400},
		"page over the limit":    {query: "{ articles(first: 101) { totalCount } }", code: "PAGE_LIMIT_EXCEEDED", text: "the limit is 100", status: 400},
		"too many values":        {query: "{ articles(first: 0) { facets(top: 101) { sources { omitted } } } }", code: "PAGE_LIMIT_EXCEEDED", text: "top of 101 is asked for, the limit is 100", status: 400},
		"no interval":            {query: "{ timeline { count } }", code: "GRAPHQL_VALIDATION_FAILED", text: "interval", status: 400},
		"unknown interval":       {query: "{ timeline(interval: DECADE) { count } }", code: "GRAPHQL_VALIDATION_FAILED", text: "DECADE", status: 400},
		"too complex by facets":  {query: "{ articles(first: 100) { edges { node { statements(first: 0) { facets(top: 100) { speakers { values { count } } } } } } } }", code: "COMPLEXITY_LIMIT_EXCEEDED", status: 400},
		"negative page":          {query: "{ articles(last: -1) { totalCount } }", code: "BAD_USER_INPUT", text: "between 0 and 100", status: 200},
		"first and last":         {query: "{ articles(first: 1, last: 1) { totalCount } }", code: "BAD_USER_INPUT", text: "first and last", status: 200},
		"33 bits":                {query: "{ articles(first: 3000000000) { totalCount } }", code: "BAD_USER_INPUT", text: "32 bits", status: 200},
		"33 bits in vars":        {query: "query($n: Int) { articles(first: $n) { totalCount } }", vars: map[string]any{"n": 3000000000}, code: "BAD_USER_INPUT", text: "32 bits", status: 200},
		"a broken cursor":        {query: `{ articles(after: "%%%") { totalCount } }`, code: "BAD_USER_INPUT", text: "cursor", status: 200},
		"a cursor of elsewhere":  {query: `{ entities(after: "` + graph.EncodeCursor(graph.Cursor{Order: graph.ByTimeDesc}) + `") { totalCount } }`, code: "BAD_USER_INPUT", text: "cursor", status: 200},
		"not an id":              {query: `{ node(id: "zebra") { id } }`, code: "BAD_USER_INPUT", text: `"zebra" is not an id`, status: 200},
		"a number as id":         {query: `{ node(id: 12) { id } }`, code: "BAD_USER_INPUT", text: `"12" is not an id`, status: 200},
		"an id of another type":  {query: `{ statements(filter: {speaker: ["` + article + `"]}) { totalCount } }`, code: "BAD_USER_INPUT", text: "not of an entity", status: 200},
		"a name for an article":  {query: `{ statements(filter: {article: ["The Times"]}) { totalCount } }`, code: "BAD_USER_INPUT", text: "is not an id", status: 200},
		"a range upside down":    {query: `{ articles(filter: {published: {from: "2024-01-02T00:00:00Z", to: "2024-01-01T00:00:00Z"}}) { totalCount } }`, code: "BAD_USER_INPUT", text: "ends before", status: 200},
		"not a time":             {query: `{ articles(filter: {published: {from: "yesterday"}}) { totalCount } }`, code: "BAD_USER_INPUT", text: "yesterday", status: 200},
		"confidence over 1":      {query: `{ statements(filter: {minConfidence: 1.5}) { totalCount } }`, code: "BAD_USER_INPUT", text: "between 0 and 1", status: 200},
		"too many filters":       {query: `{ statements(filter: {or: [` + strings.Repeat("{} ", 50) + `]}) { totalCount } }`, code: "BAD_USER_INPUT", text: "at most 50", status: 200},
		"a list as null element": {query: `query($s: [ID!]) { statements(filter: {speaker: $s}) { totalCount } }`, vars: map[string]any{"s": []any{nil}}, code: "GRAPHQL_VALIDATION_FAILED", status: 400},
		"subscription":           {query: "subscription { statementAdded }", code: "GRAPHQL_VALIDATION_FAILED", status: 400},
	} {
		t.Run(name, func(t *testing.T) {
			a.store.take()
			got := a.query(t, tc.query, tc.vars)
			if got.code() != tc.code || got.Status != tc.status || !strings.Contains(got.Errors[0].Message, tc.text) {
				t.Errorf("status %d, want %d %s with %q:\n%s", got.Status, tc.status, tc.code, tc.text, got.Body)
			}
			if calls := a.store.take(); len(calls) > 0 {
				t.Errorf("the store was asked for %v", calls)
			}
		})
	}
}

// bomb is a short query whose fragments unfold to 3^24 lists.
func bomb() string {
	var q strings.Builder
	q.WriteString("{ articles(first: 1) { edges { node { ...F0 } } } }")
	for i := range 24 {
		fmt.Fprintf(&q, " fragment F%d on Article { ...F%d ...F%d }", i, i+1, i+1)
	}
	q.WriteString(" fragment F24 on Article { title }")
	return q.String()
}

func TestUnknownName(t *testing.T) {
	t.Parallel()
	a := newAPI(t, fixture(), nil)
	for _, query := range []string{
		`{ statements(filter: {not: {or: [{speaker: ["Mina Okafor", "Zorro"]}]}}) { totalCount } }`,
		`{ articles(filter: {and: [{mentions: ["Zorro"]}]}) { totalCount } }`,
	} {
		got := a.query(t, query, nil)
		if got.code() != "NOT_FOUND" || got.Errors[0].Message != `not found: no entity is called "Zorro"` {
			t.Errorf("%s", got.Body)
		}
	}
}

func TestRequests(t *testing.T) {
	t.Parallel()
	a := newAPI(t, fixture(), &schema.Options{MaxBody: 1000})
	const query = "{stats{articles}}"
	get := func(params string) *http.Request {
		return httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/graphql?"+params, nil)
	}
	typed := func(media, body string) *http.Request {
		r := post(t.Context(), body)
		r.Header.Set("Content-Type", media)
		return r
	}
	for name, tc := range map[string]struct {
		request *http.Request
		status  int
		code    string
		text    string
	}{
		"post":                 {post(t.Context(), `{"query":"`+query+`"}`), 200, "", ""},
		"get":                  {get("query=" + url.QueryEscape(query)), 200, "", ""},
		"get with variables":   {get("query=" + url.QueryEscape("query($k:EntityKind){stats{entities(kind:$k)}}") + "&variables=" + url.QueryEscape(`{"k":"EVENT"}`)), 200, "", ""},
		"get with bad vars":    {get("query=" + url.QueryEscape(query) + "&variables=[1"), 400, "BAD_REQUEST", "variables"},
		"get too large":        {get("query=" + strings.Repeat("a", 1001)), 413, "REQUEST_TOO_LARGE", "1000 bytes"},
		"get of nothing":       {get(""), 400, "GRAPHQL_VALIDATION_FAILED", "no operation"},
		"post too large":       {post(t.Context(), `{"query":"`+strings.Repeat(" ", 1000)+`"}`), 413, "REQUEST_TOO_LARGE", "1000 bytes"},
		"post of nothing":      {post(t.Context(), ``), 400, "BAD_REQUEST", "no JSON"},
		"post of half a thing": {post(t.Context(), `{"query":`), 400, "BAD_REQUEST", "no JSON at byte"},
		"post of a batch":      {post(t.Context(), `[{"query":"{stats{articles}}"}]`), 400, "BAD_REQUEST", "one JSON object"},
		"post of a number":     {post(t.Context(), `{"query":5}`), 400, "BAD_REQUEST", "query must not be a JSON number"},
		"post of null":         {post(t.Context(), `null`), 400, "GRAPHQL_VALIDATION_FAILED", "no operation"},
		"post of invalid text": {post(t.Context(), "{\"query\":\"{ \xff }\"}"), 400, "GRAPHQL_PARSE_FAILED", ""},
		"post of plain text":   {typed("text/plain", query), 415, "BAD_REQUEST", "application/json"},
		"post of a form":       {typed("multipart/form-data; boundary=x", query), 415, "BAD_REQUEST", "application/json"},
		"put":                  {httptest.NewRequestWithContext(t.Context(), http.MethodPut, "/graphql", nil), 405, "BAD_REQUEST", "PUT"},
		"options":              {httptest.NewRequestWithContext(t.Context(), http.MethodOptions, "/graphql", nil), 200, "", ""},
		"head":                 {httptest.NewRequestWithContext(t.Context(), http.MethodHead, "/graphql", nil), 405, "", ""},
		"wrong operation name": {post(t.Context(), `{"query":"query A{stats{articles}}","operationName":"B"}`), 400, "GRAPHQL_VALIDATION_FAILED", "B"},
	} {
		t.Run(name, func(t *testing.T) {
			got := a.send(t, tc.request)
			if got.Status != tc.status || got.code() != tc.code {
				t.Fatalf("status %d code %q, want %d %q: %s", got.Status, got.code(), tc.status, tc.code, got.Body)
			}
			if tc.code != "" && !strings.Contains(got.Errors[0].Message, tc.text) {
				t.Errorf("no %q in %s", tc.text, got.Body)
			}
			if len(got.Body) > 0 && got.Header.Get("Content-Type") != "application/graphql-response+json" {
				t.Errorf("content type %q", got.Header.Get("Content-Type"))
			}
		})
	}
}

// TestFaults checks that clients learn of faults of the store no more than they may.
func TestFaults(t *testing.T) {
	t.Parallel()
	const secret = "dsn user:secret@host"
	for name, tc := range map[string]struct {
		fail   func(context.Context) error
		code   string
		logged bool
	}{
		"fault":       {func(context.Context) error { return errors.New(secret) }, "INTERNAL", true},
		"panic":       {func(context.Context) error { panic(secret) }, "INTERNAL", true},
		"unavailable": {func(context.Context) error { return fmt.Errorf("%s: %w", secret, graph.ErrUnavailable) }, "UNAVAILABLE", true},
		"closed":      {func(context.Context) error { return fmt.Errorf("%s: %w", secret, graph.ErrClosed) }, "UNAVAILABLE", true},
		"conflict":    {func(context.Context) error { return fmt.Errorf("%s: %w", secret, graph.ErrConflict) }, "CONFLICT", false},
		"canceled":    {func(context.Context) error { return fmt.Errorf("%s: %w", secret, context.Canceled) }, "CANCELED", false},
		"timeout": {func(ctx context.Context) error {
			<-ctx.Done()
			return fmt.Errorf("%s: %w", secret, ctx.Err())
		}, "TIMEOUT", false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := newAPI(t, fixture(), &schema.Options{Timeout: 30 * time.Millisecond})
			a.store.fail = tc.fail
			r := post(t.Context(), `{"query":"{ stats { articles } articles { totalCount } }"}`)
			r.Header.Set("X-Request-Id", "req-7")
			got := a.send(t, r)
			if got.code() != tc.code || got.Status != 200 {
				t.Errorf("status %d, want 200 and %s: %s", got.Status, tc.code, got.Body)
			}
			if strings.Contains(string(got.Body), "secret") {
				t.Errorf("the client learns the secret: %s", got.Body)
			}
			if name == "timeout" && !strings.Contains(got.Errors[0].Message, "30ms") {
				t.Errorf("the limit is not named: %s", got.Body)
			}
			if logged := a.log.String(); strings.Contains(logged, secret) != tc.logged || tc.logged && !strings.Contains(logged, "request=req-7") {
				t.Errorf("log: %s", logged)
			}
			if tc.logged && got.Errors[0].Extensions["requestId"] != "req-7" || got.Header.Get("X-Request-Id") != "req-7" {
				t.Errorf("the request id is missing: %v %s", got.Header, got.Body)
			}
		})
	}
}

func TestFaultIsLoggedOnce(t *testing.T) {
	t.Parallel()
	a := newAPI(t, fixture(), nil)
	calls := 0
	a.store.fail = func(context.Context) error {
		if calls++; calls > 1 {
			return errors.New("disk on fire")
		}
		return nil
	}
	got := a.query(t, "{ statements { edges { node { article { title } } } } }", nil)
	if len(got.Errors) < 2 || strings.Count(a.log.String(), "disk on fire") != 1 {
		t.Errorf("%d errors, log:\n%s", len(got.Errors), a.log)
	}
}

func TestRequestID(t *testing.T) {
	t.Parallel()
	a := newAPI(t, fixture(), nil)
	for _, bad := range []string{"", strings.Repeat("x", 65), "two words", "line\nbreak", `quo"te`, "ünsafe"} {
		r := post(t.Context(), `{"query":"{stats{articles}}"}`)
		r.Header["X-Request-Id"] = []string{bad}
		if got := a.send(t, r).Header.Get("X-Request-Id"); got == bad || len(got) < 20 {
			t.Errorf("%q became %q", bad, got)
		}
	}
}

func TestIntrospection(t *testing.T) {
	t.Parallel()
	const query = "query Q { __schema { types { name fields { name type { name ofType { name ofType { name ofType { name } } } } } } } }"
	open := newAPI(t, nil, &schema.Options{MaxDepth: 3})
	if got := open.query(t, query, nil); len(got.Errors) > 0 || !strings.Contains(string(got.Data), "StatementConnection") {
		t.Errorf("%s", got.Body)
	}
	closed := newAPI(t, nil, &schema.Options{DisableIntrospection: true, DisableSuggestions: true})
	for _, q := range []string{query, "{ ...F } fragment F on Query { __type(name: \"Query\") { name } }"} {
		if got := closed.query(t, q, nil); got.code() != "INTROSPECTION_DISABLED" || got.Status != 400 {
			t.Errorf("%d %s", got.Status, got.Body)
		}
	}
	if got := closed.query(t, "{ __typename }", nil); string(got.Data) != `{"__typename":"Query"}` {
		t.Errorf("%s", got.Body)
	}
	if got := closed.query(t, "{ stat { articles } }", nil); strings.Contains(string(got.Body), "Did you mean") {
		t.Errorf("%s", got.Body)
	}
}
