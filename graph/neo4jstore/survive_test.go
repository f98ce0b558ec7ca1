package neo4jstore

import (
	"context"
	"errors"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/graph/graphtest"
	"github.com/newsgraph/newsgraph/internal/neo4jtest"
	"golang.org/x/sync/errgroup"
)

func openStore(t *testing.T, server *neo4jtest.Server, retry time.Duration) *Store {
	t.Helper()
	s, err := Open(t.Context(), server.URI(), &Options{RetryTime: retry})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

func dump(t *testing.T, s graph.Store) string {
	t.Helper()
	out, err := graphtest.Dump(t.Context(), graph.New(s, nil))
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

// undisturbed is the graph of the records, from the embedded store.
func undisturbed(t *testing.T, records []*graph.Record) string {
	t.Helper()
	s := openSQLite(t)
	if _, err := graph.New(s, nil).Apply(t.Context(), &graph.Batch{Records: records}); err != nil {
		t.Fatal(err)
	}
	return dump(t, s)
}

// onQuery has f run once, when the store is about to run the query.
func onQuery(s *Store, query string, f func()) {
	var once sync.Once
	s.trace = func(cypher string, _ map[string]any) {
		if cypher == query {
			once.Do(f)
		}
	}
}

func TestServerKilledWhileWriting(t *testing.T) {
	server := neo4jtest.Start(t)
	records := graphtest.Records(3, 12)
	want := undisturbed(t, records)
	s := openStore(t, server, 500*time.Millisecond)
	g := graph.New(s, nil)
	apply := func(from, to int) error {
		_, err := g.Apply(t.Context(), &graph.Batch{Records: records[from:to]})
		return err
	}
	if err := apply(0, 4); err != nil {
		t.Fatal(err)
	}
	onQuery(s, cypherWriteStatements, func() { server.Kill(t) })
	if err := apply(4, 8); !errors.Is(err, graph.ErrUnavailable) {
		t.Fatalf("Apply on a killed server: %v, want ErrUnavailable", err)
	}
	if _, err := g.Stats(t.Context()); !errors.Is(err, graph.ErrUnavailable) {
		t.Errorf("Stats on a killed server: %v, want ErrUnavailable", err)
	}
	server.Restart(t)
	if err := apply(0, 12); err != nil {
		t.Fatalf("Apply after the restart: %v", err)
	}
	if diff := cmp.Diff(want, dump(t, s)); diff != "" {
		t.Errorf("the graph is not that of an undisturbed load (-want +got):\n%s", diff)
	}
}

func TestApplyWaitsForARestart(t *testing.T) {
	server := neo4jtest.Start(t)
	records := graphtest.Records(4, 5)
	s := openStore(t, server, 5*time.Minute)
	var wait sync.WaitGroup
	onQuery(s, cypherFinish, func() {
		server.Kill(t)
		wait.Go(func() { server.Restart(t) })
	})
	applied, err := graph.New(s, nil).Apply(t.Context(), &graph.Batch{Records: records})
	wait.Wait()
	if err != nil {
		t.Fatal(err)
	}
	if applied.Added != len(records) {
		t.Errorf("applied %+v", applied)
	}
	if diff := cmp.Diff(undisturbed(t, records), dump(t, s)); diff != "" {
		t.Errorf("the graph is not that of an undisturbed load (-want +got):\n%s", diff)
	}
}

// TestTwoLoaders has two loaders, each with connections of its own, write the same articles in opposite orders.
func TestTwoLoaders(t *testing.T) {
	server := neo4jtest.Start(t)
	records := graphtest.Records(5, 40)
	backward := slices.Clone(records)
	slices.Reverse(backward)
	stores := []*Store{openStore(t, server, time.Minute), openStore(t, server, time.Minute)}
	var loaders errgroup.Group
	for i, mine := range [][]*graph.Record{records, backward} {
		g := graph.New(stores[i], nil)
		loaders.Go(func() error {
			for part := range slices.Chunk(mine, 7) {
				if _, err := g.Apply(t.Context(), &graph.Batch{Records: part}); err != nil {
					return err
				}
			}
			return nil
		})
	}
	if err := loaders.Wait(); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(undisturbed(t, records), dump(t, stores[0])); diff != "" {
		t.Errorf("the graph is not that of one loader (-want +got):\n%s", diff)
	}
}

// TestDeadline lets a transaction wait for a lock that another one holds, until its time is up.
func TestDeadline(t *testing.T) {
	server := neo4jtest.Start(t)
	s := openStore(t, server, time.Minute)
	g := graph.New(s, nil)
	records := graphtest.Records(6, 2)
	if _, err := g.Apply(t.Context(), &graph.Batch{Records: records[:1]}); err != nil {
		t.Fatal(err)
	}
	before := dump(t, s)
	release := hold(t, server, records[0].Article.ID)
	ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
	defer cancel()
	batch := &graph.Batch{Delete: []graph.NodeID{records[0].Article.ID}, Records: records[1:]}
	if _, err := g.Apply(ctx, batch); !errors.Is(err, context.DeadlineExceeded) {
		t.Fatalf("Apply: %v, want the context's error", err)
	}
	release()
	if diff := cmp.Diff(before, dump(t, s)); diff != "" {
		t.Errorf("the batch was applied in part (-before +after):\n%s", diff)
	}
	applied, err := g.Apply(t.Context(), batch)
	if err != nil || applied.Deleted != 1 || applied.Added != 1 {
		t.Errorf("Apply afterwards: %+v, %v", applied, err)
	}
}

// hold locks an article in a transaction of its own.
func hold(t *testing.T, server *neo4jtest.Server, id graph.NodeID) (release func()) {
	t.Helper()
	session := server.Driver().NewSession(t.Context(), neo4j.SessionConfig{})
	other, err := session.BeginTransaction(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	res, err := other.Run(t.Context(), "MATCH (a:Article {id: $id}) SET a.locked = true", map[string]any{"id": id})
	if err == nil {
		_, err = res.Consume(t.Context())
	}
	if err != nil {
		t.Fatal(err)
	}
	return func() {
		if err := errors.Join(other.Rollback(t.Context()), session.Close(t.Context())); err != nil {
			t.Error(err)
		}
	}
}

func TestOpenRefuses(t *testing.T) {
	server := neo4jtest.Start(t)
	uri := func(change func(*url.URL)) string {
		u, err := url.Parse(server.URI())
		if err != nil {
			t.Fatal(err)
		}
		change(u)
		return u.String()
	}
	tests := []struct {
		name, uri string
		want      error
		says      string
	}{
		{"a wrong password", uri(func(u *url.URL) { u.User = url.UserPassword("somebody", "wrong") }), graph.ErrInvalid, "NEO4J_PASSWORD"},
		{"a database that is not there", uri(func(u *url.URL) { u.RawQuery = "database=nowhere" }), graph.ErrInvalid, `no database "nowhere"`},
		{"a server that is not there", uri(func(u *url.URL) { u.Host = "127.0.0.1:1" }), graph.ErrUnavailable, "Is the server running"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := Open(t.Context(), test.uri, &Options{RetryTime: time.Millisecond})
			if !errors.Is(err, test.want) || !strings.Contains(err.Error(), test.says) {
				t.Errorf("Open: %v, want %v that says %s", err, test.want, test.says)
			}
			if err != nil && strings.Contains(err.Error(), "wrong:") {
				t.Errorf("the error gives the password away: %v", err)
			}
		})
	}
}

func TestNewerVersion(t *testing.T) {
	server := neo4jtest.Start(t)
	s := openStore(t, server, time.Second)
	set := func(version int) {
		t.Helper()
		if err := s.write(t.Context(), runs([]string{setVersion}, map[string]any{"version": version})); err != nil {
			t.Fatal(err)
		}
	}
	set(len(migrations()) + 1)
	defer set(len(migrations()))
	if _, err := Open(t.Context(), server.URI(), nil); !errors.Is(err, graph.ErrVersion) {
		t.Errorf("Open: %v, want ErrVersion", err)
	}
}
