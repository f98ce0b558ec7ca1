package schema_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/schema"
)

// TestGuardRails trips each limit: the error names it, what it is, and the flag that sets it. One step below it passes.
func TestGuardRails(t *testing.T) {
	t.Parallel()
	ids := func(n int) map[string]any {
		id := graph.ArticleID("https://dam.example/1")
		list := make([]any, n)
		for i := range list {
			list[i] = id
		}
		return map[string]any{"ids": list}
	}
	aliases := func(n int) string {
		var q strings.Builder
		for i := range n {
			fmt.Fprintf(&q, "a%d: __typename ", i)
		}
		return "{ " + q.String() + "}"
	}
	for name, tc := range map[string]struct {
		opts       schema.Options
		over, good string
		overVars   map[string]any
		goodVars   map[string]any
		code, flag string
		status     int
	}{
		"body": {
			opts: schema.Options{MaxBody: 100}, over: "{ stats { articles } }" + strings.Repeat(" ", 50), good: "{ stats { articles } }",
			code: "REQUEST_TOO_LARGE", flag: "--max-body", status: 413,
		},
		"tokens": {
			opts: schema.Options{MaxTokens: 7}, over: "{ stats { articles mentions entities } }", good: "{ stats { articles mentions } }",
			code: "TOKEN_LIMIT_EXCEEDED", flag: "--max-tokens", status: 400,
		},
		"comments are tokens": {
			opts: schema.Options{MaxTokens: 7}, over: "{ stats { articles } }" + strings.Repeat("#\n", 8), good: "{ stats { articles } }",
			code: "TOKEN_LIMIT_EXCEEDED", flag: "--max-tokens", status: 400,
		},
		"depth": {
			opts: schema.Options{MaxDepth: 3}, over: "{ articles { edges { node { title } } } }", good: "{ articles { edges { cursor } } }",
			code: "DEPTH_LIMIT_EXCEEDED", flag: "--max-depth", status: 400,
		},
		"complexity": {
			opts: schema.Options{MaxComplexity: 100}, over: "{ articles(first: 50) { edges { node { title } } } }", good: "{ articles(first: 5) { edges { node { title } } } }",
			code: "COMPLEXITY_LIMIT_EXCEEDED", flag: "--max-complexity", status: 400,
		},
		"aliases": {
			opts: schema.Options{MaxAliases: 5}, over: aliases(6), good: aliases(5),
			code: "ALIAS_LIMIT_EXCEEDED", flag: "--max-aliases", status: 400,
		},
		"aliases in fragments": {
			opts: schema.Options{MaxAliases: 5}, over: "{ x: stats { ...F } y: stats { ...F } } fragment F on Stats { a: articles b: mentions }",
			good: "{ stats { ...F } } fragment F on Stats { a: articles b: mentions }",
			code: "ALIAS_LIMIT_EXCEEDED", flag: "--max-aliases", status: 400,
		},
		"page": {
			over: "{ articles(first: 101) { totalCount } }", good: "{ articles(first: 100) { totalCount } }",
			code: "PAGE_LIMIT_EXCEEDED", flag: "--max-page", status: 400,
		},
		"page backward": {
			over: "query($n: Int) { articles(last: $n) { totalCount } }", overVars: map[string]any{"n": 101},
			good: "query($n: Int) { articles(last: $n) { totalCount } }", goodVars: map[string]any{"n": 100},
			code: "PAGE_LIMIT_EXCEEDED", flag: "--max-page", status: 400,
		},
		"ids": {
			over: "query($ids: [ID!]!) { nodes(ids: $ids) { id } }", overVars: ids(1001),
			good: "query($ids: [ID!]!) { nodes(ids: $ids) { id } }", goodVars: ids(1000),
			code: "IDS_LIMIT_EXCEEDED", flag: "--max-ids", status: 400,
		},
		"ids in a filter": {
			over: "query($ids: [ID!]!) { statements(filter: {not: {article: $ids}}) { totalCount } }", overVars: ids(1001),
			good: "query($ids: [ID!]!) { statements(filter: {not: {article: $ids}}) { totalCount } }", goodVars: ids(1000),
			code: "IDS_LIMIT_EXCEEDED", flag: "--max-ids", status: 400,
		},
		"network": {
			over: `{ network(around: ["Mina Okafor"], limit: 501) { nodes { depth } } }`, good: `{ network(around: ["Mina Okafor"], limit: 500) { nodes { depth } } }`,
			code: "NETWORK_LIMIT_EXCEEDED", flag: "--max-network", status: 400,
		},
		"network depth": {
			over: "query($n: Int) { influence(around: [\"Mina Okafor\"], depth: $n) { degree } }", overVars: map[string]any{"n": 4},
			good: "query($n: Int) { influence(around: [\"Mina Okafor\"], depth: $n) { degree } }", goodVars: map[string]any{"n": 3},
			code: "NETWORK_DEPTH_LIMIT_EXCEEDED", flag: "--max-network-depth", status: 400,
		},
		"what a network costs": {
			opts: schema.Options{MaxComplexity: 2000}, over: `{ network(around: ["Mina Okafor"], depth: 3) { nodes { depth } } }`,
			good: `{ network(around: ["Mina Okafor"]) { nodes { depth } } }`,
			code: "COMPLEXITY_LIMIT_EXCEEDED", flag: "--max-complexity", status: 400,
		},
		"introspection": {
			opts: schema.Options{DisableIntrospection: true}, over: "{ __schema { types { name } } }", good: "{ __typename }",
			code: "INTROSPECTION_DISABLED", status: 400,
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := newAPI(t, fixture(), &tc.opts)
			if got := a.query(t, tc.good, tc.goodVars); len(got.Errors) > 0 || got.Status != 200 {
				t.Errorf("below the limit: %d %s", got.Status, got.Body)
			}
			a.store.take()
			got := a.query(t, tc.over, tc.overVars)
			if got.Status != tc.status || got.code() != tc.code {
				t.Fatalf("status %d code %s, want %d %s: %s", got.Status, got.code(), tc.status, tc.code, got.Body)
			}
			wantLimit(t, got, tc.flag)
			if calls := a.store.take(); len(calls) > 0 {
				t.Errorf("the store was asked for %v", calls)
			}
		})
	}
}

// wantLimit checks that an error names the flag of its limit, in its extensions and in words.
func wantLimit(t *testing.T, got answer, flag string) {
	t.Helper()
	if flag == "" {
		return
	}
	err := got.Errors[0]
	if err.Extensions["flag"] != flag || err.Extensions["limit"] == nil || err.Extensions["max"] == nil || !strings.Contains(err.Message, flag) {
		t.Errorf("the error does not name %s: %s", flag, got.Body)
	}
}

// TestTimeoutNamesItsFlag lets the store answer too late.
func TestTimeoutNamesItsFlag(t *testing.T) {
	t.Parallel()
	a := newAPI(t, fixture(), &schema.Options{Timeout: 5 * time.Millisecond})
	a.store.fail = func(ctx context.Context) error {
		<-ctx.Done()
		return ctx.Err()
	}
	got := a.query(t, "{ stats { articles } }", nil)
	if got.code() != "TIMEOUT" {
		t.Fatalf("%s", got.Body)
	}
	wantLimit(t, got, "--timeout")
}

// TestSlowBody sends half a request and then nothing.
func TestSlowBody(t *testing.T) {
	t.Parallel()
	server := httptest.NewServer(newAPI(t, nil, &schema.Options{Timeout: 50 * time.Millisecond}))
	defer server.Close()
	conn, err := server.Client().Transport.(*http.Transport).DialContext(t.Context(), "tcp", server.Listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	fmt.Fprint(conn, "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"query\":")
	answer := make([]byte, 2000)
	n, err := conn.Read(answer)
	if err != nil || !strings.Contains(string(answer[:n]), " 408 ") {
		t.Errorf("%v: %s", err, answer[:n])
	}
}

// TestConcurrency fills all places, is refused one more, and is let in when one is free again.
func TestConcurrency(t *testing.T) {
	t.Parallel()
	const places = 3
	a := newAPI(t, fixture(), &schema.Options{MaxConcurrent: places})
	inside, goOn := make(chan struct{}, places), make(chan struct{})
	a.store.fail = func(context.Context) error {
		inside <- struct{}{}
		<-goOn
		return nil
	}
	var running sync.WaitGroup
	for range places {
		running.Go(func() {
			if got := a.query(t, "{ stats { articles } }", nil); len(got.Errors) > 0 {
				t.Errorf("%s", got.Body)
			}
		})
	}
	for range places {
		<-inside
	}
	got := a.query(t, "{ __typename }", nil)
	if got.Status != 503 || got.code() != "TOO_BUSY" || got.Header.Get("Retry-After") == "" {
		t.Errorf("%d %v %s", got.Status, got.Header, got.Body)
	}
	wantLimit(t, got, "--max-concurrent")
	close(goOn)
	running.Wait()
	if got := a.query(t, "{ __typename }", nil); got.Status != 200 {
		t.Errorf("%d %s", got.Status, got.Body)
	}
}

// TestRate lets one client ask too often, which another does not feel.
func TestRate(t *testing.T) {
	t.Parallel()
	a := newAPI(t, fixture(), &schema.Options{Rate: 0.01, Burst: 2})
	from := func(addr string) answer {
		r := post(t.Context(), `{"query":"{__typename}"}`)
		r.RemoteAddr = addr
		r.Header.Set("X-Forwarded-For", "198.51.100.7") // anybody's to write, so no help
		return a.send(t, r)
	}
	for name, client := range map[string]struct{ first, second, same, other string }{
		"IPv4": {"192.0.2.1:1000", "192.0.2.1:1001", "[::ffff:192.0.2.1]:1002", "192.0.2.2:1000"},
		"IPv6": {"[2001:db8::1]:1", "[2001:db8::2]:1", "[2001:db8:0:0:ffff::3]:1", "[2001:db8:0:1::1]:1"},
	} {
		t.Run(name, func(t *testing.T) {
			for _, addr := range []string{client.first, client.second, client.other} {
				if got := from(addr); got.Status != 200 {
					t.Fatalf("%s: %d %s", addr, got.Status, got.Body)
				}
			}
			got := from(client.same)
			if got.Status != 429 || got.code() != "RATE_LIMITED" || got.Header.Get("Retry-After") != "100" {
				t.Fatalf("%d %v %s", got.Status, got.Header, got.Body)
			}
			wantLimit(t, got, "--rate")
		})
	}
}

func TestCORS(t *testing.T) {
	t.Parallel()
	a := newAPI(t, fixture(), &schema.Options{CORS: []string{"https://news.example"}})
	for origin, want := range map[string]string{
		"https://news.example":      "https://news.example",
		"https://news.example:8443": "",
		"http://news.example":       "",
		"https://evil.example":      "",
		"null":                      "",
	} {
		for _, method := range []string{http.MethodOptions, http.MethodPost} {
			r := post(t.Context(), `{"query":"{__typename}"}`)
			r.Method = method
			r.Header.Set("Origin", origin)
			r.Header.Set("Access-Control-Request-Method", "POST")
			w := httptest.NewRecorder()
			a.ServeHTTP(w, r)
			if got := w.Header().Get("Access-Control-Allow-Origin"); got != want || w.Header().Get("Vary") != "Origin" {
				t.Errorf("%s %s: allowed is %q, want %q; %v", method, origin, got, want, w.Header())
			}
			if w.Header().Get("Access-Control-Allow-Credentials") != "" {
				t.Error("credentials are allowed")
			}
			if allowed := w.Header().Get("Access-Control-Allow-Headers"); method == http.MethodOptions && strings.Contains(allowed, "Authorization") != (want != "") {
				t.Errorf("%s: headers %q", origin, allowed)
			}
		}
	}
}

func TestIsOrigin(t *testing.T) {
	t.Parallel()
	for origin, want := range map[string]bool{
		"https://news.example": true, "http://localhost:3000": true, "http://[::1]:3000": true,
		"*": false, "https://*.example": false, "https://news.example/": false, "news.example": false, "https://NEWS.example": false,
		"ftp://news.example": false, "https://a@news.example": false, "https://news.example?x": false, "null": false, "": false,
	} {
		if got := schema.IsOrigin(origin); got != want {
			t.Errorf("%q: %v", origin, got)
		}
	}
}
