package main

import (
	"bufio"
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
)

// served at the address of the test server, a page of news.
const ferryPage = `<html lang="en"><head><title>Ferry stays in port</title></head><body><nav>Home</nav><article>
<p>Harbour master Tove Ibsrud said on Monday that the ferry would stay in port until the storm had passed the sound.</p>
<p>“The waves are too high,” Ibsrud told reporters, who had come to the quay with umbrellas.</p></article></body></html>`

// tokens makes a file of tokens and returns it, and the token of each role.
func tokens(t *testing.T, roles ...string) (file string, of map[string]string) {
	t.Helper()
	of = map[string]string{}
	var lines strings.Builder
	for _, role := range roles {
		code, line, said := newsgraph(t, "", "token", "the-"+role, "--role", role)
		wantCode(t, code, exitDone, said)
		of[role] = strings.TrimSpace(said[strings.LastIndex(strings.TrimSpace(said), "\n")+1:])
		lines.WriteString(line)
	}
	return write(t, t.TempDir(), "tokens", lines.String()), of
}

// send asks a server as somebody.
func (s *served) send(t *testing.T, token, query string, variables map[string]any, header ...string) reply {
	t.Helper()
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		t.Fatal(err)
	}
	headers := map[string]string{"Authorization": "Bearer " + token}
	for i := 0; i+1 < len(header); i += 2 {
		headers[header[i]] = header[i+1]
	}
	return s.do(t, http.MethodPost, "/graphql", string(body), headers)
}

const loadOne = `mutation($in: ArticleInput!) { loadArticle(input: $in) { outcome statementCount article { url title statements { edges { node { text speaker { name } } } } } } }`

// TestServeTakesArticles sends articles in all ways to a server.
func TestServeTakesArticles(t *testing.T) {
	t.Parallel()
	web := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/ferry" {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "text/html")
		_, _ = w.Write([]byte(ferryPage))
	}))
	t.Cleanup(web.Close)
	file, of := tokens(t, "reader", "editor", "admin")
	s := serve(t, "--tokens", file, "--allow-fetch", "--fetch-network", "127.0.0.1/32")
	for name, tc := range map[string]struct {
		in   map[string]any
		want string
	}{
		"text":            {map[string]any{"text": "Tove Ibsrud said the quay was safe."}, `"outcome":"ADDED"`},
		"html":            {map[string]any{"html": ferryPage, "url": "https://x.example/ferry"}, `"speaker":{"name":"Tove Ibsrud"}`},
		"an address":      {map[string]any{"url": web.URL + "/ferry"}, `"title":"Ferry stays in port"`},
		"a missing page":  {map[string]any{"url": web.URL + "/gone"}, `"FETCH_FAILED"`},
		"a private one":   {map[string]any{"url": "http://10.0.0.1/"}, `"FETCH_FAILED"`},
		"no web address":  {map[string]any{"url": "file:///etc/hostname"}, `"BAD_USER_INPUT"`},
		"text and html":   {map[string]any{"text": "x", "html": "<p>x"}, `"BAD_USER_INPUT"`},
		"nothing in it":   {map[string]any{"text": " "}, `"BAD_USER_INPUT"`},
		"only navigation": {map[string]any{"text": "facebook twitter instagram\nREAD MORE: Other news"}, `"BAD_USER_INPUT"`},
	} {
		if got := s.send(t, of["editor"], loadOne, map[string]any{"in": tc.in}); !strings.Contains(got.body, tc.want) {
			t.Errorf("%s: want %s: %s", name, tc.want, got.body)
		}
	}
	if got := s.send(t, of["reader"], loadOne, map[string]any{"in": map[string]any{"text": "x"}}); got.status != http.StatusForbidden {
		t.Errorf("a reader may write: %d %s", got.status, got.body)
	}
	for role, status := range map[string]int{"editor": 403, "admin": 200} {
		got := s.send(t, of[role], `{ audit(first: 1) { totalCount edges { node { by } } } }`, nil)
		if got.status != status || status == 200 && !strings.Contains(got.body, `{"totalCount":9,"edges":[{"node":{"by":"the-editor"}}]}`) {
			t.Errorf("%s: %d %s", role, got.status, got.body)
		}
	}
}

// TestServeFetchesNothingUnlessTold gives an address to a server that was not told to fetch.
func TestServeFetchesNothingUnlessTold(t *testing.T) {
	t.Parallel()
	file, of := tokens(t, "editor")
	s := serve(t, "--tokens", file)
	got := s.send(t, of["editor"], loadOne, map[string]any{"in": map[string]any{"url": "https://x.example/"}})
	if len(got.Errors) != 1 || got.Errors[0].Extensions["code"] != "FETCH_DISABLED" || !strings.Contains(got.Errors[0].Message, "--allow-fetch") {
		t.Errorf("%s", got.body)
	}
	for _, args := range []string{"serve --fetch-network 10.0.0.0/8", "serve --allow-fetch --fetch-network 10.0.0.1", "serve --max-articles 0"} {
		code, _, said := newsgraph(t, "", strings.Fields(args)...)
		wantCode(t, code, exitUsage, said)
	}
}

// TestIdempotencySurvivesARestart sends a request again to a server that was started anew.
func TestIdempotencySurvivesARestart(t *testing.T) {
	t.Parallel()
	file, of := tokens(t, "editor", "admin")
	store := "sqlite:" + filepath.Join(t.TempDir(), "graph.db")
	in := map[string]any{"in": map[string]any{"text": "Tove Ibsrud said the quay was safe."}}
	for range 2 {
		s := serve(t, "--tokens", file, "--store", store)
		if got := s.send(t, of["editor"], loadOne, in, "Idempotency-Key", "one"); !strings.Contains(got.body, `"ADDED"`) {
			t.Errorf("%s", got.body)
		}
		if got := s.send(t, of["admin"], `{ audit { totalCount } }`, nil); !strings.Contains(got.body, `"totalCount":1`) {
			t.Errorf("%s", got.body)
		}
		s.end(t)
	}
}

// TestServeLoadsInTheBackground follows a load until its end, and stops the server while somebody follows.
func TestServeLoadsInTheBackground(t *testing.T) {
	t.Parallel()
	path := write(t, t.TempDir(), "articles.jsonl", strings.Repeat(`{"text":"Tove Ibsrud said the quay was safe."}`+"\n", 40))
	s := serve(t, "--load", path, "--background")
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	body := `{"query":"subscription { loadProgress { name read added done failed } }"}`
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, s.url+"/graphql", strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Accept", "text/event-stream")
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	for {
		if got := s.do(t, http.MethodGet, "/graphql?query={stats{articles}}", "", nil); strings.Contains(got.body, `"articles":40`) {
			break
		}
	}
	s.stop()
	told := ""
	for lines := bufio.NewScanner(answer.Body); lines.Scan(); { // until the server ends it
		if strings.HasPrefix(lines.Text(), "data: ") || strings.HasPrefix(lines.Text(), "event: ") {
			told = lines.Text()
		}
	}
	if told != "event: complete" {
		t.Errorf("the stream ends with %q", told)
	}
}
