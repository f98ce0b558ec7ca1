// Package neo4jtest hands tests a real Neo4j server, from the first of these that is there:
//
//  1. the server at the URI in the environment variable NEWSGRAPH_TEST_NEO4J, which must be empty or have
//     been used for tests before: tests wipe it;
//  2. a Docker engine;
//  3. Java 17 or newer with Maven, which fetches the server's jars once (130 MB, to the user's cache folder).
//
// A server that the package starts listens on loopback only, on a free port, and ends with the process that
// started it, however that ends. All tests of one process share one server, one at a time.
package neo4jtest

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"
)

// Env names the environment variable with the URI of a server to use.
const Env = "NEWSGRAPH_TEST_NEO4J"

// startLimit is how long a server may take to be fetched and to answer.
const startLimit = 5 * time.Minute

// Server is a running Neo4j server that one test has for itself.
type Server struct {
	uri    string
	driver neo4j.DriverWithContext
	proc   *supervised // nil for a server that this package did not start
}

// shared is the server of this process, started by the first test that asks for it; it ends with the process.
var shared = sync.OnceValues(func() (*Server, error) {
	ctx, cancel := context.WithTimeout(context.Background(), startLimit)
	defer cancel()
	return obtain(ctx)
})

// turn holds one token, which the test that uses the server has.
var turn = make(chan struct{}, 1)

// Start returns the process's server, wiped, for tb alone: tests that ask for it meanwhile wait until tb has ended (so a test
// must not ask twice, nor may its subtests). Where no server can be had the test is skipped, or fails when
// the environment variable CI is "true".
func Start(tb testing.TB) *Server {
	tb.Helper()
	turn <- struct{}{}
	tb.Cleanup(func() { <-turn })
	s, err := shared()
	if err != nil {
		if os.Getenv("CI") == "true" {
			tb.Fatalf("no Neo4j server: %v", err)
		}
		fmt.Fprintf(os.Stderr, "\n*** %s IS SKIPPED: NO NEO4J SERVER: %v\n\n", tb.Name(), err)
		tb.Skipf("no Neo4j server: %v", err)
	}
	s.Wipe(tb)
	return s
}

// URI returns where the server is, with user and password.
func (s *Server) URI() string { return s.uri }

// Driver returns a driver on the server, for what only tests do. It is not to be closed.
func (s *Server) Driver() neo4j.DriverWithContext { return s.driver }

// Wipe removes all nodes and relationships. Indexes and constraints stay, and so does the node that tells the store which of them there are.
func (s *Server) Wipe(tb testing.TB) {
	tb.Helper()
	if err := s.run(tb.Context(), "", "MATCH (n) WHERE NOT n:"+marker+"|"+schema+" DETACH DELETE n"); err != nil {
		tb.Fatalf("wipe the Neo4j server: %v", err)
	}
}

// Kill ends the server at once, as a power cut would. Where the server is not this package's to kill, the test is skipped.
func (s *Server) Kill(tb testing.TB) {
	tb.Helper()
	if s.proc == nil {
		tb.Skipf("the server of %s cannot be killed", Env)
	}
	if err := s.proc.order("kill"); err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { s.Restart(tb) })
}

// Restart starts a killed server again, with its data and at its URI, and waits until it answers.
func (s *Server) Restart(tb testing.TB) {
	tb.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), startLimit)
	defer cancel()
	if s.driver.VerifyConnectivity(ctx) == nil {
		return
	}
	if err := s.proc.order("start"); err != nil {
		tb.Fatal(err)
	}
	if err := s.proc.poll(ctx, s.driver.VerifyConnectivity); err != nil {
		tb.Fatalf("restart the Neo4j server: %v", err)
	}
}

func (s *Server) run(ctx context.Context, database, cypher string) error {
	_, err := neo4j.ExecuteQuery(ctx, s.driver, cypher, nil, neo4j.EagerResultTransformer,
		neo4j.ExecuteQueryWithDatabase(database))
	if err != nil {
		return fmt.Errorf("run %q: %w", cypher, err)
	}
	return nil
}

// obtain returns the first server that can be had, ready for use.
func obtain(ctx context.Context) (*Server, error) {
	if uri := os.Getenv(Env); uri != "" {
		return external(ctx, uri)
	}
	if dockerRuns(ctx) {
		return startDocker(ctx)
	}
	return startScratch(ctx)
}

// startScratch starts a server of Java whose data are gone with it.
func startScratch(ctx context.Context) (*Server, error) {
	dir, err := os.MkdirTemp("", "newsgraph-neo4j-")
	if err != nil {
		return nil, fmt.Errorf("make the server's home: %w", err)
	}
	bolt, err := freeAddress()
	if err != nil {
		return nil, err
	}
	proc, err := startJava(ctx, &home{dir: dir, bolt: bolt, heap: "1g"})
	if err != nil {
		_ = os.RemoveAll(dir)
		return nil, err
	}
	const password = "newsgraph-test"
	if err := setPassword(ctx, bolt, password, proc); err != nil {
		log, _ := os.ReadFile(dir + "/logs/console.log")
		_ = proc.end()
		return nil, fmt.Errorf("%w\n%s", err, log)
	}
	return connect(ctx, bolt, password, proc)
}

func connect(ctx context.Context, bolt, password string, proc *supervised) (*Server, error) {
	s := &Server{uri: fmt.Sprintf("bolt://neo4j:%s@%s", password, bolt), proc: proc}
	var err error
	if s.driver, err = newDriver("bolt://"+bolt, "neo4j", password); err != nil {
		return nil, err
	}
	if err := proc.poll(ctx, s.driver.VerifyConnectivity); err != nil {
		return nil, fmt.Errorf("wait for the Neo4j server: %w", err)
	}
	return s, nil
}

func newDriver(uri, user, password string) (neo4j.DriverWithContext, error) {
	d, err := neo4j.NewDriverWithContext(uri, neo4j.BasicAuth(user, password, ""), func(c *config.Config) {
		c.MaxTransactionRetryTime = time.Millisecond // poll does it
	})
	if err != nil {
		return nil, fmt.Errorf("make a Neo4j driver: %w", err)
	}
	return d, nil
}

// setPassword waits until the server at the address answers and changes the password with which Neo4j is born.
func setPassword(ctx context.Context, bolt, password string, proc *supervised) error {
	d, err := newDriver("bolt://"+bolt, "neo4j", "neo4j")
	if err != nil {
		return err
	}
	s := &Server{driver: d}
	defer func() { _ = d.Close(context.WithoutCancel(ctx)) }()
	err = proc.poll(ctx, func(ctx context.Context) error {
		return s.run(ctx, "system", "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO '"+password+"'")
	})
	if err != nil {
		return fmt.Errorf("wait for the Neo4j server: %w", err)
	}
	return nil
}

// splitURI takes the user and the password out of a URI.
func splitURI(uri string) (bare, user, password string, err error) {
	u, err := url.Parse(uri)
	if err != nil {
		return "", "", "", fmt.Errorf("the URI of a Neo4j server: %w", err)
	}
	user = u.User.Username()
	password, _ = u.User.Password()
	u.User = nil
	u.RawQuery = ""
	return strings.TrimSuffix(u.String(), "/"), user, password, nil
}
