package benchmark_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/newsgraph/newsgraph/internal/nodetest"
	"github.com/newsgraph/newsgraph/internal/servetest"
)

// target is a server that is measured.
type target struct {
	name    string
	dialect string // whose requests it understands: ours or theirs
	url     string
	client  *http.Client
}

func newTarget(name, dialect, url string) target {
	return target{name, dialect, url, &http.Client{
		Timeout:   time.Minute,
		Transport: &http.Transport{MaxIdleConnsPerHost: maxClients},
	}}
}

// ask sends a request's body and returns the answer's data.
func (s *target) ask(ctx context.Context, body []byte) ([]byte, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, s.url, bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	request.Header.Set("Content-Type", "application/json")
	response, err := s.client.Do(request)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	answer, err := io.ReadAll(response.Body)
	if err != nil {
		return nil, err
	}
	if response.StatusCode != http.StatusOK || bytes.HasPrefix(answer, []byte(`{"errors"`)) {
		return nil, fmt.Errorf("%s: status %d: %.300s", s.name, response.StatusCode, answer)
	}
	return answer, nil
}

// serveTheirs starts @neo4j/graphql with Apollo Server over the Neo4j at the URI.
func serveTheirs(t *testing.T, neo4j string) target {
	t.Helper()
	project := nodetest.Project(t, "neo4jgraphql")
	u, err := url.Parse(neo4j)
	if err != nil {
		t.Fatal(err)
	}
	password, _ := u.User.Password()
	cmd := exec.Command("node", "server.mjs", u.Scheme+"://"+u.Host, u.User.Username(), password)
	cmd.Dir = project
	cmd.Env = append(os.Environ(), "NODE_ENV=production")
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Signal(syscall.SIGTERM)
		_ = cmd.Wait()
	})
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatalf("@neo4j/graphql does not start: %v", err)
	}
	return newTarget("@neo4j/graphql", "theirs", strings.TrimSpace(line))
}

// serve starts all targets: both servers on Neo4j, and ours on the embedded store.
func serve(t *testing.T, neo4j, embedded string, flags ...string) []target {
	t.Helper()
	program := built(t)
	ours := func(name, store string) target {
		s := servetest.Serve(t, program, append([]string{"--store", store, "--log-level", "warn"}, flags...)...)
		return newTarget(name, "ours", s.URL+"/graphql")
	}
	return []target{
		ours("newsgraph, Neo4j", neo4j),
		serveTheirs(t, neo4j),
		ours("newsgraph, embedded", embedded),
	}
}

// question is asked of all servers, by the files of its name in requests.
type question struct {
	name, title string
	// unsorted: where many statements or articles hang on an entity, @neo4j/graphql sorts them all for each, and does not answer
	// within a minute. When it is measured it may give any of them, in no order.
	unsorted bool
}

// questions are those of the table, in its order.
var questions = []question{
	{"entity", "an entity by name", false},
	{"statements", "50 statements about X, with speaker, targets and article", false},
	{"nested", "three levels: what X said, about whom, who else spoke of them", true},
	{"search", "search in statements", false},
	{"twohops", "two hops: whom X's articles name, and their articles", true},
	{"network", "network of 100 entities named with X", false},
}

// subject is an entity that the questions ask about.
type subject struct{ ID, Name string }

// variables are those of all requests; each uses some.
func (s subject) variables() map[string]any {
	words := strings.Fields(strings.ToLower(s.Name))
	return map[string]any{
		"id": s.ID, "name": s.Name, "lookup": strings.Join(words, " "),
		"words": strings.Join(words, " "), "phrase": "+" + strings.Join(words, " +"),
	}
}

var sorting = regexp.MustCompile(`sort: \[[^]]*\], `)

// read returns the question as the dialect has it.
func (q *question) read(t *testing.T, dialect string) []byte {
	t.Helper()
	query, err := os.ReadFile(filepath.Join("requests", q.name+"."+dialect+".graphql"))
	if err != nil {
		t.Fatal(err)
	}
	return query
}

// bodies returns the requests for the subjects.
func bodies(t *testing.T, query []byte, subjects []subject) [][]byte {
	t.Helper()
	var out [][]byte
	for _, s := range subjects {
		vars := s.variables()
		maps.DeleteFunc(vars, func(name string, _ any) bool { return !bytes.Contains(query, []byte("$"+name+":")) })
		body, err := json.Marshal(map[string]any{"query": string(query), "variables": vars})
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, body)
	}
	return out
}

// pick returns the n most mentioned people whose names are plain words, so that folding does nothing but lower their case.
func pick(t *testing.T, ours *target, n int) []subject {
	t.Helper()
	body, err := json.Marshal(map[string]string{"query": `{ entities(filter: {kind: [PERSON]}, first: 100) { edges { node { id name } } } }`})
	if err != nil {
		t.Fatal(err)
	}
	answer, err := ours.ask(t.Context(), body)
	if err != nil {
		t.Fatal(err)
	}
	var got struct {
		Data struct {
			Entities struct{ Edges []struct{ Node subject } }
		}
	}
	if err := json.Unmarshal(answer, &got); err != nil {
		t.Fatal(err)
	}
	var out []subject
	for _, e := range got.Data.Entities.Edges {
		plain := strings.IndexFunc(e.Node.Name, func(r rune) bool { return r != ' ' && (r < 'A' || r > 'z') }) < 0
		if plain && strings.Contains(e.Node.Name, " ") && len(out) < n {
			out = append(out, e.Node)
		}
	}
	if len(out) < n {
		t.Fatalf("only %d people to ask about", len(out))
	}
	return out
}
