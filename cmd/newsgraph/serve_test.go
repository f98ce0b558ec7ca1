package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"
)

// served is a running `newsgraph serve`.
type served struct {
	url  string
	stop context.CancelFunc
	done chan int // the exit code
	errs *locked
}

// locked is a buffer for many writers.
type locked struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (l *locked) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.buf.Write(p)
}

func (l *locked) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.buf.String()
}

// serve runs `newsgraph serve` over an empty graph in memory and waits until it listens.
func serve(t *testing.T, args ...string) *served {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	out, in := io.Pipe()
	s := &served{stop: stop, done: make(chan int, 1), errs: &locked{}}
	go func() {
		s.done <- run(ctx, append([]string{"serve", "--store", "sqlite::memory:", "--addr", "127.0.0.1:0"}, args...), std{strings.NewReader(""), in, s.errs})
		_ = in.Close()
	}()
	said := bufio.NewReader(out)
	line, err := said.ReadString('\n')
	if err != nil {
		t.Fatalf("serve said %q and ended: %v; %s", line, err, s.errs)
	}
	s.url = regexp.MustCompile(`http://[^/]+`).FindString(line)
	go func() { _, _ = io.Copy(io.Discard, said) }() // what it says later, until it ends
	t.Cleanup(func() { s.end(t) })
	return s
}

// end stops the server and checks that it ended well.
func (s *served) end(t *testing.T) {
	t.Helper()
	s.stop()
	http.DefaultClient.CloseIdleConnections()
	select {
	case code := <-s.done:
		s.done <- code
		wantCode(t, code, exitDone, s.errs.String())
	case <-time.After(30 * time.Second):
		t.Fatal("the server does not stop")
	}
}

// reply is what a server answers, errors of GraphQL taken out.
type reply struct {
	status int
	header http.Header
	body   string
	Errors []struct {
		Message    string
		Extensions map[string]any
	}
}

func (s *served) do(t *testing.T, method, path, body string, header map[string]string) reply {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), method, s.url+path, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	if body != "" {
		request.Header.Set("Content-Type", "application/json")
	}
	for name, value := range header {
		request.Header.Set(name, value)
	}
	if host := header["Host"]; host != "" {
		request.Host = host
	}
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	got := reply{status: answer.StatusCode, header: answer.Header, body: string(text)}
	_ = json.Unmarshal(text, &got) // what is no JSON has no errors
	return got
}

func (s *served) ask(t *testing.T, query string) reply {
	t.Helper()
	body, err := json.Marshal(map[string]string{"query": query})
	if err != nil {
		t.Fatal(err)
	}
	return s.do(t, http.MethodPost, "/graphql", string(body), nil)
}

// TestServeLimits sets each limit by its flag and trips it: the error names that flag, so all names fit.
func TestServeLimits(t *testing.T) {
	t.Parallel()
	const query = "{ a: articles(first: 3) { edges { node { title } } } b: nodes(ids: []) { id } }"
	for _, tc := range []struct{ flag, value, query string }{
		{"--max-body", "20", query},
		{"--max-tokens", "8", query},
		{"--max-depth", "3", query},
		{"--max-complexity", "4", query},
		{"--max-aliases", "1", query},
		{"--max-page", "2", query},
		{"--max-ids", "1", `{ nodes(ids: ["a", "b"]) { id } }`},
		{"--max-network", "9", `{ network(around: ["x"], limit: 10) { nodes { depth } } }`},
		{"--max-network-depth", "1", `{ influence(around: ["x"], depth: 2) { degree } }`},
		{"--timeout", "1ns", "{ stats { articles } }"},
	} {
		t.Run(tc.flag, func(t *testing.T) {
			t.Parallel()
			got := serve(t, tc.flag, tc.value).ask(t, tc.query)
			if len(got.Errors) == 0 || got.Errors[0].Extensions["flag"] != tc.flag {
				t.Errorf("%d %s", got.status, got.body)
			}
		})
	}
	t.Run("by default", func(t *testing.T) {
		t.Parallel()
		if got := serve(t).ask(t, query); len(got.Errors) > 0 {
			t.Errorf("%d %s", got.status, got.body)
		}
	})
}

func TestServeRate(t *testing.T) {
	t.Parallel()
	limited, free := serve(t, "--rate", "0.01"), serve(t, "--rate", "0", "--max-concurrent", "0")
	limited.ask(t, "{__typename}")
	if got := limited.ask(t, "{__typename}"); got.status != 429 || got.Errors[0].Extensions["flag"] != "--rate" {
		t.Errorf("%d %s", got.status, got.body)
	}
	for range 300 {
		if got := free.ask(t, "{__typename}"); got.status != 200 {
			t.Fatalf("%d %s", got.status, got.body)
		}
	}
}

func TestServeSwitchesOff(t *testing.T) {
	t.Parallel()
	open, closed := serve(t), serve(t, "--no-introspection", "--no-graphiql")
	for _, path := range []string{"/graphiql/", "/schema.graphql"} {
		if a, b := open.do(t, "GET", path, "", nil), closed.do(t, "GET", path, "", nil); a.status != 200 || b.status != 404 {
			t.Errorf("%s: %d, and switched off %d", path, a.status, b.status)
		}
	}
	if got := closed.ask(t, "{ __schema { types { name } } }"); got.status != 400 {
		t.Errorf("%d %s", got.status, got.body)
	}
}

func TestServeQueriesAndCORS(t *testing.T) {
	t.Parallel()
	path := write(t, t.TempDir(), "counts.graphql", "{ stats { articles } }")
	s := serve(t, "--queries", path, "--cors", "https://news.example")
	if got := s.ask(t, "{stats{articles}}"); got.status != 200 {
		t.Errorf("%d %s", got.status, got.body)
	}
	if got := s.ask(t, "{stats{mentions}}"); got.status != 403 || got.Errors[0].Extensions["flag"] != "--queries" {
		t.Errorf("%d %s", got.status, got.body)
	}
	for origin, want := range map[string]string{"https://news.example": "https://news.example", "https://evil.example": ""} {
		got := s.do(t, http.MethodPost, "/graphql", `{"query":"{stats{articles}}"}`, map[string]string{"Origin": origin})
		if got.header.Get("Access-Control-Allow-Origin") != want {
			t.Errorf("%s: %v", origin, got.header)
		}
	}
}

// TestServeWithTokens makes a token by the command line and asks with it.
func TestServeWithTokens(t *testing.T) {
	t.Parallel()
	code, line, said := newsgraph(t, "", "token", "ana", "--role", "reader")
	wantCode(t, code, exitDone, said)
	token := strings.TrimSpace(said[strings.LastIndex(strings.TrimSpace(said), "\n")+1:])
	file := write(t, t.TempDir(), "tokens", line)
	s := serve(t, "--auth", "--tokens", file)
	for _, tc := range []struct {
		path, token string
		status      int
	}{
		{"/graphql?query={stats{articles}}", token, 200},
		{"/graphql?query={stats{articles}}", "", 401},
		{"/graphql?query={stats{articles}}", token + "x", 401},
		{"/metrics", token, 200},
		{"/metrics", "", 401},
		{"/schema.graphql", "", 401},
		{"/healthz", "", 200},
		{"/readyz", "", 200},
	} {
		header := map[string]string{}
		if tc.token != "" {
			header["Authorization"] = "Bearer " + tc.token
		}
		if got := s.do(t, "GET", tc.path, "", header); got.status != tc.status {
			t.Errorf("%s with %q: %d, want %d: %s", tc.path, tc.token, got.status, tc.status, got.body)
		}
	}
	if log := s.errs.String(); strings.Contains(log, token) || !strings.Contains(log, "user=ana") {
		t.Errorf("log: %s", log)
	}
}

// TestServeWaitsForNoBody promises a body that never comes, where nobody would read one: the connection is let go after twice the --timeout.
func TestServeWaitsForNoBody(t *testing.T) {
	t.Parallel()
	address := strings.TrimPrefix(serve(t, "--timeout", "100ms").url, "http://")
	for _, path := range []string{"/healthz", "/graphql?query={__typename}", "/graphiql/"} {
		conn, err := (&net.Dialer{}).DialContext(t.Context(), "tcp", address)
		if err != nil {
			t.Fatal(err)
		}
		defer conn.Close()
		if err := conn.SetDeadline(time.Now().Add(20 * time.Second)); err != nil {
			t.Fatal(err)
		}
		if _, err := fmt.Fprintf(conn, "GET %s HTTP/1.1\r\nHost: %s\r\nContent-Length: 5\r\n\r\n", path, address); err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(io.Discard, conn); err != nil {
			t.Errorf("%s: the server waits for a body: %v", path, err)
		}
	}
}

// TestServeHost keeps a page of another site, whose name leads here, from reading an open graph.
func TestServeHost(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		args   []string
		host   string
		status int
	}{
		{nil, "evil.example:80", 421},
		{nil, "localhost:80", 200},
		{nil, "127.0.0.1", 200},
		{[]string{"--insecure"}, "proxy.example", 200},
	} {
		if got := serve(t, tc.args...).do(t, "GET", "/healthz", "", map[string]string{"Host": tc.host}); got.status != tc.status {
			t.Errorf("%v %s: %d %s", tc.args, tc.host, got.status, got.body)
		}
	}
}

func TestServeLogsAndMetrics(t *testing.T) {
	t.Parallel()
	s := serve(t, "--log-format", "json")
	got := s.do(t, http.MethodPost, "/graphql", `{"query":"query Q($s: String!) { stats { articles } search(text: $s) { totalCount } }","variables":{"s":"private"}}`, map[string]string{"X-Request-Id": "req-9"})
	if got.status != 200 || got.header.Get("X-Request-Id") != "req-9" {
		t.Errorf("%d %v %s", got.status, got.header, got.body)
	}
	metrics := s.do(t, "GET", "/metrics", "", nil)
	for _, want := range []string{`newsgraph_requests_total{operation="query",status="200"} 1`, `newsgraph_store_calls_total{method="Search",result="ok"} 1`} {
		if !strings.Contains(metrics.body, want) {
			t.Errorf("no %s in %s", want, metrics.body)
		}
	}
	s.end(t) // the line is written after the answer
	var line map[string]any
	if err := json.Unmarshal([]byte(s.errs.String()), &line); err != nil {
		t.Fatalf("%v: %s", err, s.errs)
	}
	if line["request"] != "req-9" || line["operation"] != "Q" || line["kind"] != "query" || line["status"] != 200.0 || strings.Contains(s.errs.String(), "private") {
		t.Errorf("%s", s.errs)
	}
	quiet := serve(t, "--log-level", "warn")
	quiet.ask(t, "{__typename}")
	quiet.end(t)
	if log := quiet.errs.String(); log != "" {
		t.Errorf("%s", log)
	}
}

func TestServeRefusesFlags(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		args string
		says string
	}{
		{"--max-depth 0", "--max-depth"},
		{"--max-page -1", "--max-page"},
		{"--rate -1", "--rate"},
		{"--timeout 0s", "--timeout"},
		{"--cors *", "--cors"},
		{"--log-format xml", "--log-format"},
		{"--log-level loud", "--log-level"},
		{"--auth", "--tokens or --jwks"},
		{"--issuer https://id.example", "--jwks"},
		{"--jwks keys.json --issuer https://id.example", "--audience"},
		{"--addr 0.0.0.0:0", "--insecure"},
		{"--addr :0", "--insecure"},
	} {
		code, _, stderr := newsgraph(t, "", append([]string{"serve"}, strings.Fields(tc.args)...)...)
		if code != exitUsage || !strings.Contains(stderr, tc.says) {
			t.Errorf("%s: exit code %d, %s", tc.args, code, stderr)
		}
	}
	for _, args := range []string{"--tokens none", "--jwks none --issuer i --audience a", "--queries none"} {
		code, _, stderr := newsgraph(t, "", append([]string{"serve", "--addr", "127.0.0.1:0"}, strings.Fields(args)...)...)
		if flag, _, _ := strings.Cut(args, " "); code != exitFailed || !strings.Contains(stderr, strings.TrimPrefix(flag, "--")) {
			t.Errorf("%s: exit code %d, %s", args, code, stderr)
		}
	}
	for _, args := range []string{"token", "token ana bea", "token ana --role root", "token a:b"} {
		if code, stdout, stderr := newsgraph(t, "", strings.Fields(args)...); code != exitUsage || stdout != "" {
			t.Errorf("%s: exit code %d, %s%s", args, code, stdout, stderr)
		}
	}
}

// TestAccessOnPublicAddress lets a server start where other machines reach it, since there is a lock on the door.
func TestAccessOnPublicAddress(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		access access
		ok     bool
	}{
		"open":     {access{}, false},
		"tokens":   {access{tokens: filepath.Join("some", "file")}, true},
		"insecure": {access{insecure: true}, true},
	} {
		if err := tc.access.check("0.0.0.0:80"); (err == nil) != tc.ok || err != nil && !errors.Is(err, errUsage) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestShutdownFinishesWhatRuns stops a server in the midst of a request: that is answered, later ones find nobody, and
// no goroutine stays.
func TestShutdownFinishesWhatRuns(t *testing.T) {
	before := goleak.IgnoreCurrent()
	inside, goOn := make(chan struct{}), make(chan struct{})
	server := &http.Server{ReadHeaderTimeout: time.Second, Handler: http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		close(inside)
		<-goOn
		_, _ = fmt.Fprint(w, "done")
	})}
	listener, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	ended, answered := make(chan error, 1), make(chan string, 1)
	go func() {
		ended <- serveUntil(ctx, server, listener, func(context.Context) error { return nil }, time.Minute)
	}()
	url := "http://" + listener.Addr().String()
	client := &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
	go func() { answered <- fetch(t, client, url) }()
	<-inside
	stop()
	for { // until the door is shut
		conn, err := (&net.Dialer{}).DialContext(t.Context(), "tcp", listener.Addr().String())
		if err != nil {
			break
		}
		_ = conn.Close()
	}
	select {
	case err := <-ended:
		t.Fatalf("the server ended before its request: %v", err)
	default:
	}
	close(goOn)
	if got := <-answered; got != "done" {
		t.Errorf("the running request got %q", got)
	}
	if err := <-ended; err != nil {
		t.Error(err)
	}
	goleak.VerifyNone(t, before)
}

func fetch(t *testing.T, client *http.Client, url string) string {
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, url, nil)
	if err != nil {
		return err.Error()
	}
	answer, err := client.Do(request)
	if err != nil {
		return err.Error()
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		return err.Error()
	}
	return string(body)
}

// TestShutdownGivesUp does not wait for a request longer than it was told to.
func TestShutdownGivesUp(t *testing.T) {
	inside := make(chan struct{})
	server := &http.Server{ReadHeaderTimeout: time.Second, Handler: http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		close(inside)
		<-r.Context().Done()
	})}
	listener, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() {
		ended <- serveUntil(ctx, server, listener, func(context.Context) error { return nil }, time.Millisecond)
	}()
	go fetch(t, http.DefaultClient, "http://"+listener.Addr().String())
	<-inside
	stop()
	if err := <-ended; !errors.Is(err, context.DeadlineExceeded) || !strings.Contains(err.Error(), "--grace") {
		t.Errorf("%v", err)
	}
}
