package neo4jstore

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"
	"github.com/newsgraph/newsgraph/graph"
	"golang.org/x/sync/semaphore"
)

// minMajor is the least major version of a server that the store's Cypher works on.
const minMajor = 5

// Options tunes a store. The zero value of a field means its default.
type Options struct {
	// RetryTime is how long a call is tried again while the server is away, changes its leader or
	// chooses this transaction to break a deadlock; 15 s.
	RetryTime time.Duration
	// Connections is the most connections held open; 50.
	Connections int
}

func (o *Options) withDefaults() Options {
	var out Options
	if o != nil {
		out = *o
	}
	if out.RetryTime == 0 {
		out.RetryTime = 15 * time.Second
	}
	if out.Connections == 0 {
		out.Connections = 50
	}
	return out
}

// Store is a graph in a database of a Neo4j server. It implements [graph.Store].
type Store struct {
	driver    neo4j.DriverWithContext
	database  string
	bookmarks neo4j.BookmarkManager                        // so that a read in a cluster sees the writes before it
	gate      *semaphore.Weighted                          // held in part by reads, as a whole while a transaction commits
	trace     func(cypher string, params map[string]any)   // told each query in tests; else nil
	profile   func(cypher string, plan neo4j.ProfiledPlan) // told in tests how the server carried a query out; else nil
}

var _ graph.Store = (*Store)(nil)

// Open connects to the server at a URI such as bolt://user:password@host:7687?database=news (schemes bolt, bolt+s, bolt+ssc, neo4j,
// neo4j+s and neo4j+ssc), and creates or migrates the schema. User and password may come from the environment
// variables NEO4J_USERNAME and NEO4J_PASSWORD instead. It returns [graph.ErrUnavailable] when the
// server cannot be reached, [graph.ErrInvalid] for a wrong URI, user, password or database and for a server that is
// too old, and [graph.ErrVersion] for a graph of a newer newsgraph. opts may be nil.
func Open(ctx context.Context, uri string, opts *Options) (*Store, error) {
	at, err := parseURI(uri)
	if err != nil {
		return nil, err
	}
	o := opts.withDefaults()
	driver, err := neo4j.NewDriverWithContext(at.server, neo4j.BasicAuth(at.user, at.password, ""), func(c *config.Config) {
		c.MaxTransactionRetryTime = o.RetryTime
		c.MaxConnectionPoolSize = o.Connections
		c.SocketConnectTimeout = 5 * time.Second
		c.ConnectionAcquisitionTimeout = o.RetryTime
		c.UserAgent = "newsgraph"
		c.TelemetryDisabled = true   // a message of each call
		c.FetchSize = neo4j.FetchAll // answers are bounded by their queries
	})
	if err != nil {
		return nil, fmt.Errorf("%w: open %s: %w", graph.ErrInvalid, at.server, err)
	}
	s := &Store{
		driver:    driver,
		database:  at.database,
		bookmarks: neo4j.NewBookmarkManager(neo4j.BookmarkManagerConfig{}),
		gate:      semaphore.NewWeighted(everything),
	}
	if err := s.prepare(ctx); err != nil {
		_ = driver.Close(context.WithoutCancel(ctx))
		return nil, fmt.Errorf("open %s: %w", at.server, at.explain(err))
	}
	return s, nil
}

// prepare refuses a server that cannot be used, and brings the schema up to date.
func (s *Store) prepare(ctx context.Context) error {
	if err := s.driver.VerifyConnectivity(ctx); err != nil {
		return failure(ctx, err)
	}
	version, err := read(ctx, s, (*tx).serverVersion)
	if err != nil {
		return err
	}
	if err := checkVersion(version); err != nil {
		return err
	}
	return s.migrate(ctx)
}

func (t *tx) serverVersion() (string, error) {
	rows, err := t.run(`CALL dbms.components() YIELD name, versions WHERE name = 'Neo4j Kernel' RETURN versions[0] AS version`, nil)
	if err != nil || len(rows) == 0 {
		return "", err
	}
	version := rows[0].text("version")
	return version, rows[0].err()
}

// checkVersion refuses versions before 5. Versions look like "5.26.1", "5.26-aura" and "2025.01.0".
func checkVersion(version string) error {
	major, _, _ := strings.Cut(version, ".")
	n, err := strconv.Atoi(major)
	if err != nil {
		return fmt.Errorf("%w: the server says its version is %q; newsgraph needs Neo4j %d or newer", graph.ErrInvalid, version, minMajor)
	}
	if n < minMajor {
		return fmt.Errorf("%w: the server is Neo4j %s, newsgraph needs %d.0 or newer: upgrade the server", graph.ErrInvalid, version, minMajor)
	}
	return nil
}

// Close releases the connections, see [graph.Store].
func (s *Store) Close() error {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	if err := s.driver.Close(ctx); err != nil {
		return fmt.Errorf("close the Neo4j driver: %w", err)
	}
	return nil
}
