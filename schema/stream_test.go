package schema_test

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/coder/websocket"
	"github.com/coder/websocket/wsjson"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/schema"
	"github.com/newsgraph/newsgraph/schema/intake"
)

const (
	statementsQuery = `subscription($f: StatementFilter) { statementAdded(filter: $f) { statement { text speaker { name } article { url } about { entity { name } } } } }`
	articlesQuery   = `subscription { articleLoaded { article { url text statements { totalCount } } } }`
)

// live is an API that serves on a socket.
type live struct {
	*api
	graph   *graph.Graph
	url     string
	handler *schema.Handler
}

func newLive(t *testing.T, store graph.Store, opts schema.Options) *live {
	t.Helper()
	a, g := editable(t, store, opts)
	server := httptest.NewServer(a)
	t.Cleanup(server.Close)
	return &live{api: a, graph: g, url: server.URL, handler: a.Handler.(*schema.Handler)}
}

func (l *live) load(t *testing.T, url, text string) {
	t.Helper()
	record := plainRecord(&intake.Article{URL: url, Text: text})
	if _, err := l.graph.Apply(t.Context(), &graph.Batch{Records: []*graph.Record{record}}); err != nil {
		t.Fatal(err)
	}
}

// message is one of the protocol graphql-transport-ws.
type message struct {
	ID      string          `json:"id,omitempty"`
	Type    string          `json:"type"`
	Payload json.RawMessage `json:"payload,omitempty"`
}

// socket is a client's end of a WebSocket.
type socket struct {
	*websocket.Conn
	t *testing.T
}

func (l *live) dial(t *testing.T, header http.Header) (*socket, *http.Response, error) {
	t.Helper()
	conn, resp, err := websocket.Dial(t.Context(), strings.Replace(l.url, "http", "ws", 1)+"/graphql", &websocket.DialOptions{
		Subprotocols: []string{"graphql-transport-ws"}, HTTPHeader: header,
	})
	if err != nil {
		return nil, resp, err
	}
	t.Cleanup(func() { _ = conn.CloseNow() })
	return &socket{conn, t}, resp, nil
}

// connect opens a WebSocket as somebody.
func (l *live) connect(t *testing.T, token string) *socket {
	t.Helper()
	s, _, err := l.dial(t, nil)
	if err != nil {
		t.Fatal(err)
	}
	s.send(message{Type: "connection_init", Payload: json.RawMessage(`{"Authorization": "Bearer ` + token + `"}`)})
	if got := s.next(); got.Type != "connection_ack" {
		t.Fatalf("%+v", got)
	}
	return s
}

func (s *socket) send(m message) {
	s.t.Helper()
	if err := wsjson.Write(s.t.Context(), s.Conn, m); err != nil {
		s.t.Fatal(err)
	}
}

func (s *socket) subscribe(id, query string, variables map[string]any) {
	s.t.Helper()
	s.send(message{ID: id, Type: "subscribe", Payload: json.RawMessage(requestBody(s.t, query, variables))})
}

// next is the next message that is neither a ping nor about a probe.
func (s *socket) next() message {
	s.t.Helper()
	for {
		if m := s.any(); !strings.Contains(string(m.Payload), "probe") {
			return m
		}
	}
}

// any is the next message that is no ping.
func (s *socket) any() message {
	s.t.Helper()
	for {
		var m message
		if err := wsjson.Read(s.t.Context(), s.Conn, &m); err != nil {
			s.t.Fatal(err)
		}
		if m.Type == "ping" {
			s.send(message{Type: "pong"})
			continue
		}
		return m
	}
}

// probe is in the texts of articles that are loaded to see whether somebody follows already.
const probe = "a probe"

// begun waits until a subscription tells of what is loaded: it begins to follow some time after it was sent.
func (l *live) begun(t *testing.T, id string, next func() message) {
	t.Helper()
	var probing sync.WaitGroup
	done := make(chan struct{})
	probing.Go(func() {
		for i := 0; ; i++ {
			select {
			case <-done:
				return
			default:
				l.load(t, fmt.Sprintf("https://probe.example/%s/%d", id, i), "Mina Okafor: "+probe+".")
			}
		}
	})
	for {
		if got := next(); got.ID == id && strings.Contains(string(got.Payload), "probe") {
			break
		}
	}
	close(done)
	probing.Wait()
}

// follow subscribes, and waits until the subscription has begun.
func (l *live) follow(s *socket, id, query string, variables map[string]any) {
	s.t.Helper()
	s.subscribe(id, query, variables)
	l.begun(s.t, id, s.any)
}

func wantMessage(t *testing.T, got message, typ, text string) {
	t.Helper()
	if got.Type != typ || !strings.Contains(string(got.Payload), text) {
		t.Errorf("%s %s %s, want %s with %s", got.ID, got.Type, got.Payload, typ, text)
	}
}

func TestSubscriptionsByWebSocket(t *testing.T) {
	onEachStore(t, fixture(), func(t *testing.T, store graph.Store) {
		l := newLive(t, store, schema.Options{})
		s, other := l.connect(t, bob), l.connect(t, bob)
		l.follow(s, "1", statementsQuery, map[string]any{"f": map[string]any{"speaker": []string{"Mina Okafor"}}})
		l.follow(other, "2", articlesQuery, nil)
		l.load(t, "https://x.example/1", "Ada Bell: nothing. Mina Okafor: rain is coming. Mina Okafor: and wind.")
		wantMessage(t, s.next(), "next", `{"data":{"statementAdded":{"statement":{"text":"rain is coming","speaker":{"name":"Mina Okafor"},"article":{"url":"https://x.example/1"},"about":[]}}}}`)
		wantMessage(t, s.next(), "next", `"text":"and wind"`)
		got := other.next()
		wantMessage(t, got, "next", `{"data":{"articleLoaded":{"article":{"url":"https://x.example/1","text":"Ada Bell`)
		wantMessage(t, got, "next", `"statements":{"totalCount":3}`)
		l.load(t, "https://x.example/1", "Ada Bell: nothing. Mina Okafor: rain is coming. Mina Okafor: and wind.") // unchanged
		l.load(t, "https://x.example/2", "Mina Okafor: sun again.")
		wantMessage(t, s.next(), "next", `"text":"sun again"`)
		s.send(message{ID: "1", Type: "complete"})
		l.load(t, "https://x.example/3", "Mina Okafor: unheard.")
		wantMessage(t, other.next(), "next", "x.example/2")
		wantMessage(t, other.next(), "next", "x.example/3")
		// Queries and mutations go the same way.
		s.subscribe("3", `{ articles(filter: {text: "unheard"}) { totalCount } }`, nil)
		later := func() message { // what is not about the first, which ends at some time
			m := s.next()
			for m.ID == "1" {
				m = s.next()
			}
			return m
		}
		wantMessage(t, later(), "next", `{"data":{"articles":{"totalCount":1}}}`)
		wantMessage(t, later(), "complete", "")
		s.subscribe("4", deleteMutation, map[string]any{"url": "https://x.example/3"})
		wantMessage(t, later(), "next", `"FORBIDDEN"`)
	})
}

func TestSubscriptionErrors(t *testing.T) {
	t.Parallel()
	l := newLive(t, openStore(t, fixture()), schema.Options{})
	s := l.connect(t, bob)
	for _, tc := range []struct {
		query string
		vars  map[string]any
		want  string
	}{
		{statementsQuery, map[string]any{"f": map[string]any{"speaker": []string{"Nobody Known"}}}, "NOT_FOUND"},
		{statementsQuery, map[string]any{"f": map[string]any{"minConfidence": 7}}, "BAD_USER_INPUT"},
		{statementsQuery, map[string]any{"f": map[string]any{"kind": "LOUD"}}, "GRAPHQL_VALIDATION_FAILED"},
		{`subscription { statementAdded { nothing } }`, nil, "GRAPHQL_VALIDATION_FAILED"},
		{`subscription { a: articleLoaded { article { id } } b: articleLoaded { article { id } } }`, nil, "GRAPHQL_VALIDATION_FAILED"},
		{`subscription { __typename }`, nil, "GRAPHQL_VALIDATION_FAILED"},
		{`subscription { articleLoaded @skip(if: true) { article { id } } }`, nil, "GRAPHQL_VALIDATION_FAILED"},
		{`{`, nil, "GRAPHQL_PARSE_FAILED"},
		{`{ audit { totalCount } }`, nil, "FORBIDDEN"},
	} {
		s.subscribe("x", tc.query, tc.vars)
		got := s.next()
		if !strings.Contains(string(got.Payload), tc.want) {
			t.Errorf("%s: %s %s, want %s", tc.query, got.Type, got.Payload, tc.want)
		}
		if got.Type == "next" {
			wantMessage(t, s.next(), "complete", "")
		}
		if got.Type == "error" {
			s.drain("x")
		}
	}
	// Without a stream there is nothing to follow.
	if got := l.as(t, bob, articlesQuery, nil); got.Status != 400 || got.code() != "BAD_REQUEST" || !strings.Contains(got.Errors[0].Message, "text/event-stream") {
		t.Errorf("%d %s", got.Status, got.Body)
	}
}

// drain reads what the server may send after an error, by asking something else.
func (s *socket) drain(id string) {
	s.t.Helper()
	s.subscribe("drain", `{ __typename }`, nil)
	for n := 0; n < 2; {
		if s.next().ID != id {
			n++
		}
	}
}

// sse begins a stream of server-sent events.
func (l *live) sse(t *testing.T, token, query string) (events func() string, resp *http.Response) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	t.Cleanup(cancel)
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, l.url+"/graphql", strings.NewReader(requestBody(t, query, nil)))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Accept", "text/event-stream")
	r.Header.Set("Authorization", "Bearer "+token)
	resp, err = http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = resp.Body.Close() })
	lines := bufio.NewScanner(resp.Body)
	return func() string {
		var event []string
		for lines.Scan() {
			line := lines.Text()
			switch {
			case line == "" && len(event) > 0:
				return strings.Join(event, " ")
			case line != "" && !strings.HasPrefix(line, ":"):
				event = append(event, line)
			}
		}
		return "end"
	}, resp
}

func TestSubscriptionsByServerSentEvents(t *testing.T) {
	onEachStore(t, fixture(), func(t *testing.T, store graph.Store) {
		stop, running := stopper(t)
		l := newLive(t, store, schema.Options{Running: running})
		next, resp := l.sse(t, bob, articlesQuery)
		if got := resp.Header.Get("Content-Type"); resp.StatusCode != http.StatusOK || got != "text/event-stream" {
			t.Fatalf("%s %s", resp.Status, got)
		}
		l.begun(t, "sse", func() message { return message{ID: "sse", Payload: json.RawMessage(next())} })
		stop()
		for {
			if got := next(); got == "event: complete" {
				break
			} else if got == "end" {
				t.Fatal("the stream ends without saying so")
			}
		}
		if err := l.handler.Wait(t.Context()); err != nil {
			t.Error(err)
		}
		if next, _ := l.sse(t, bob, `{ stats { articles } }`); !strings.Contains(next(), `"stats"`) {
			t.Error("a query is not answered")
		}
		if next, _ := l.sse(t, bob, `{ audit { totalCount } }`); !strings.Contains(next(), `FORBIDDEN`) {
			t.Error("a reader may see the audit log")
		}
	})
}

func stopper(t *testing.T) (context.CancelFunc, context.Context) {
	t.Helper()
	running, stop := context.WithCancel(context.Background())
	t.Cleanup(stop)
	return stop, running
}

// TestWhoMayConnect tries WebSockets of all kinds.
func TestWhoMayConnect(t *testing.T) {
	t.Parallel()
	l := newLive(t, openStore(t, fixture()), schema.Options{CORS: []string{"https://news.example"}})
	for name, tc := range map[string]struct {
		header http.Header
		status int
	}{
		"no origin":        {nil, 101},
		"its own origin":   {http.Header{"Origin": {l.url}}, 101},
		"an allowed one":   {http.Header{"Origin": {"https://news.example"}}, 101},
		"another":          {http.Header{"Origin": {"https://evil.example"}}, 403},
		"a part of it":     {http.Header{"Origin": {"https://news.example.evil.example"}}, 403},
		"none of a page":   {http.Header{"Origin": {"null"}}, 403},
		"a good token":     {http.Header{"Authorization": {"Bearer " + bob}}, 101},
		"a bad token":      {http.Header{"Authorization": {"Bearer nobody"}}, 401},
		"another protocol": {http.Header{"Sec-Websocket-Protocol": {"chat"}}, 101}, // the dialer adds ours
	} {
		s, resp, err := l.dial(t, tc.header)
		if resp == nil || resp.StatusCode != tc.status || (err == nil) != (tc.status == 101) {
			t.Errorf("%s: %v %v, want %d", name, resp, err, tc.status)
		}
		if s != nil {
			_ = s.CloseNow()
		}
	}
	for name, init := range map[string]string{"no token": `{}`, "a bad token": `{"Authorization": "Bearer nobody"}`, "no payload": ``} {
		s, _, err := l.dial(t, nil)
		if err != nil {
			t.Fatal(err)
		}
		s.send(message{Type: "connection_init", Payload: json.RawMessage(init)})
		if _, _, err := s.Read(t.Context()); websocket.CloseStatus(err) != 4403 {
			t.Errorf("%s: %v", name, err)
		}
	}
	// The token of the header is enough.
	s, _, err := l.dial(t, http.Header{"Authorization": {"Bearer " + bob}})
	if err != nil {
		t.Fatal(err)
	}
	s.send(message{Type: "connection_init"})
	wantMessage(t, s.next(), "connection_ack", "")
}

// TestSubscriptionLimits trips the limits of streams.
func TestSubscriptionLimits(t *testing.T) {
	t.Parallel()
	l := newLive(t, openStore(t, fixture()), schema.Options{MaxSubscriptions: 3, MaxClientSubscriptions: 2})
	s := l.connect(t, bob)
	for i := range 2 {
		l.follow(s, fmt.Sprint(i), articlesQuery, nil)
	}
	s.subscribe("more", articlesQuery, nil)
	got := s.next()
	wantMessage(t, got, "next", `"TOO_MANY_SUBSCRIPTIONS"`)
	wantMessage(t, got, "next", `"--max-client-subscriptions"`)
	wantMessage(t, s.next(), "complete", "")
	other := l.connect(t, ana)
	l.follow(other, "1", articlesQuery, nil)
	other.subscribe("2", articlesQuery, nil)
	wantMessage(t, other.next(), "next", `"--max-subscriptions"`)
	wantMessage(t, other.next(), "complete", "")
	// What ends makes room.
	s.send(message{ID: "0", Type: "complete"})
	for got := s.next(); got.ID != "0"; {
		got = s.next()
	}
	for {
		other.subscribe("3", `subscription { loadProgress { id } }`, nil)
		other.send(message{ID: "3", Type: "complete"})
		if got := other.next(); got.Type == "complete" {
			return // it was let in, and ended
		}
		other.next()
	}
}

// TestConnectionLimit opens more streams than a client may.
func TestConnectionLimit(t *testing.T) {
	t.Parallel()
	l := newLive(t, openStore(t, fixture()), schema.Options{MaxClientSubscriptions: 1})
	header := http.Header{"Authorization": {"Bearer " + bob}}
	if _, _, err := l.dial(t, header); err != nil {
		t.Fatal(err)
	}
	_, resp, err := l.dial(t, header)
	if err == nil || resp == nil || resp.StatusCode != http.StatusTooManyRequests || resp.Header.Get("Retry-After") == "" {
		t.Errorf("%v %v", resp, err)
	}
}

// TestSocketRate sends operations through one connection faster than a client may.
func TestSocketRate(t *testing.T) {
	t.Parallel()
	l := newLive(t, openStore(t, fixture()), schema.Options{Rate: 0.001, Burst: 3})
	s := l.connect(t, bob)
	for i := range 20 {
		s.subscribe(fmt.Sprint(i), `{ __typename }`, nil)
		got := s.next()
		wantMessage(t, s.next(), "complete", "")
		if strings.Contains(string(got.Payload), "RATE_LIMITED") {
			return
		}
	}
	t.Error("no limit")
}

// TestStopEndsSockets stops the server: clients are told that it goes away.
func TestStopEndsSockets(t *testing.T) {
	t.Parallel()
	stop, running := stopper(t)
	l := newLive(t, openStore(t, fixture()), schema.Options{Running: running})
	s := l.connect(t, bob)
	l.follow(s, "1", articlesQuery, nil)
	stop()
	for {
		if _, _, err := s.Read(t.Context()); err != nil {
			if websocket.CloseStatus(err) != websocket.StatusGoingAway {
				t.Errorf("%v", err)
			}
			break
		}
	}
	if err := l.handler.Wait(t.Context()); err != nil {
		t.Error(err)
	}
}

// TestSlowClients connects and reads nothing, while much is loaded: it is let go.
func TestSlowClients(t *testing.T) {
	t.Parallel()
	stop, running := stopper(t)
	defer stop()
	l := newLive(t, openStore(t, nil), schema.Options{Timeout: 200 * time.Millisecond, Running: running})
	s := l.connect(t, bob)
	s.SetReadLimit(-1)
	l.follow(s, "1", articlesQuery, nil)
	long := "Ada Bell: " + strings.Repeat("so it goes on and on ", 50_000) + "."
	for i := range 12 {
		l.load(t, fmt.Sprintf("https://x.example/%d", i), long)
	}
	if err := l.handler.Wait(t.Context()); err != nil {
		t.Error(err)
	}
	for {
		if _, _, err := s.Read(t.Context()); err != nil {
			if errors.Is(err, context.Canceled) {
				t.Errorf("%v", err)
			}
			return
		}
	}
}

// TestLoadProgress follows a load.
func TestLoadProgress(t *testing.T) {
	t.Parallel()
	loads := intake.NewLoads()
	l := newLive(t, openStore(t, nil), schema.Options{Loads: loads})
	report := loads.Begin("examples", time.Unix(1e9, 0))
	s := l.connect(t, bob)
	s.subscribe("1", `subscription { loadProgress { id name startedAt fraction read added replaced unchanged refused done failed } }`, nil)
	wantMessage(t, s.next(), "next", `{"id":"1","name":"examples","startedAt":"2001-09-09T01:46:40Z","fraction":null,"read":0,"added":0,"replaced":0,"unchanged":0,"refused":0,"done":false,"failed":false}`)
	half := 0.5
	report(intake.Progress{Read: 7, Added: 4, Replaced: 1, Unchanged: 1, Refused: 1, Fraction: &half})
	wantMessage(t, s.next(), "next", `"fraction":0.5,"read":7,"added":4,"replaced":1,"unchanged":1,"refused":1`)
	for range 20 {
		loads.Begin("other", time.Now())(intake.Progress{Done: true})
	}
	report(intake.Progress{Done: true, Failed: true})
	for {
		if got := s.next(); strings.Contains(string(got.Payload), `"name":"examples"`) {
			wantMessage(t, got, "next", `"done":true,"failed":true`)
			return
		}
	}
}
