package main

import (
	"bufio"
	"context"
	"encoding/json"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/internal/apidoc"
	"github.com/newsgraph/newsgraph/schema"
	"github.com/newsgraph/newsgraph/schema/auth"
	"github.com/newsgraph/newsgraph/schema/intake"
)

// admin lets everybody in as ana, who may do everything.
type admin struct{}

func (admin) Authenticate(context.Context, string) (auth.Identity, error) {
	return auth.Identity{Name: "ana", Role: auth.Admin}, nil
}

// stage is a server on which examples are asked.
type stage struct {
	graph  *graph.Graph
	editor *editing
	server *httptest.Server
}

func newStage(t *testing.T, g *graph.Graph) *stage {
	t.Helper()
	pipeline, err := (&reading{}).pipeline()
	if err != nil {
		t.Fatal(err)
	}
	log := slog.New(slog.DiscardHandler)
	s := &stage{graph: g, editor: &editing{graph: g, pipeline: pipeline, log: log}}
	loads := intake.NewLoads()
	half := 0.5
	loads.Begin("examples/", time.Date(2031, time.July, 1, 8, 0, 0, 0, time.UTC))(intake.Progress{Fraction: &half, Read: 9, Added: 8, Refused: 1})
	s.server = httptest.NewServer(schema.NewHandler(g, &schema.Options{
		Auth: admin{}, Loader: s.editor, Loads: loads, Logger: log, Timeout: 2 * time.Minute,
	}))
	t.Cleanup(s.server.Close)
	return s
}

// note writes what the example of the audit log shows, and the judgement that another takes back.
func (s *stage) note(t *testing.T) {
	t.Helper()
	at := time.Date(2031, 7, 1, 8, 30, 0, 0, time.UTC)
	_, err := s.graph.Apply(t.Context(), &graph.Batch{Audit: &graph.AuditEntry{
		At: at, By: "ana", Action: "loadArticles", Outcome: graph.AuditPartly, Detail: "article 2: empty: there is nothing in it but space",
	}, Judge: []graph.Judgement{{
		A: "PERSON:mila kalvi", B: "PERSON:ruta kalvi", Verdict: graph.NotSame, By: graph.ByPerson, Score: 1, Author: "ana", Reason: "Cousins.", At: at,
	}}})
	if err != nil {
		t.Fatal(err)
	}
}

// answer asks an example: of a subscription it is the first event.
func (s *stage) answer(t *testing.T, e apidoc.Example) string {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	body, err := json.Marshal(map[string]string{"query": e.Text})
	if err != nil {
		t.Fatal(err)
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, s.server.URL+"/graphql", strings.NewReader(string(body)))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Accept", "text/event-stream")
	r.Header.Set("Authorization", "Bearer ana")
	resp, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	if e.Operation == ast.Subscription {
		defer s.keepLoading(t)()
	}
	lines := bufio.NewScanner(resp.Body)
	for lines.Scan() {
		if data, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
			return data
		}
	}
	t.Fatalf("%s: no answer: %v", e.Path, lines.Err())
	return ""
}

// keepLoading loads an article again and again, each time of another outlet, which no example shows, until the function that it returns is called.
func (s *stage) keepLoading(t *testing.T) (end func()) {
	t.Helper()
	in := &intake.Article{
		URL: "https://coastal.example/norway/ferry", Title: "Ferry stays in port, says Ibsrud",
		Text: "Harbour master Tove Ibsrud spoke on Monday. \"The waves are too high,\" Ibsrud said.",
	}
	var loading sync.WaitGroup
	done := make(chan struct{})
	loading.Go(func() {
		for {
			select {
			case <-done:
				return
			default:
			}
			_, _, err := s.editor.Load(t.Context(), []*intake.Article{in}, func([]*intake.Loaded) *graph.Batch { return &graph.Batch{} })
			if err != nil {
				t.Error(err)
				return
			}
			in.Source = map[string]string{"": "Coastal Courier", "Coastal Courier": ""}[in.Source] // else nothing is new
		}
	})
	return func() {
		close(done)
		loading.Wait()
	}
}
