package neo4jtest

import (
	"context"
	"fmt"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// marker labels the one node that tells that a server is there for tests. It is never wiped.
const marker = "NewsgraphTestServer"

// schema labels the node with the version of the indexes and constraints.
const schema = "Newsgraph"

// external returns the server at the URI, after having made sure that it is there for tests and that no other
// process tests on it meanwhile.
func external(ctx context.Context, uri string) (*Server, error) {
	bare, user, password, err := splitURI(uri)
	if err != nil {
		return nil, err
	}
	s := &Server{uri: uri}
	if s.driver, err = newDriver(bare, user, password); err != nil {
		return nil, err
	}
	if err := claim(ctx, s.driver); err != nil {
		return nil, fmt.Errorf("%s: %w", Env, err)
	}
	return s, s.hold(ctx)
}

// claim marks a server as one for tests. It refuses one that holds something and has no mark.
func claim(ctx context.Context, d neo4j.DriverWithContext) error {
	const cypher = "OPTIONAL MATCH (m:" + marker + ") WITH count(m) > 0 AS marked " +
		"RETURN marked OR NOT EXISTS { MATCH () } AS ours"
	res, err := neo4j.ExecuteQuery(ctx, d, cypher, nil, neo4j.EagerResultTransformer)
	if err != nil {
		return fmt.Errorf("look into the server: %w", err)
	}
	ours, _, err := neo4j.GetRecordValue[bool](res.Records[0], "ours")
	if err != nil {
		return fmt.Errorf("look into the server: %w", err)
	}
	if !ours {
		return fmt.Errorf("the database is not empty, and tests would wipe it; create a node (:%s) if that is what you want", marker)
	}
	// Indexes and constraints may be those of another version.
	return (&Server{driver: d}).run(ctx, "", "MERGE (m:"+marker+") WITH m OPTIONAL MATCH (v:"+schema+") DELETE v")
}

// hold keeps the mark locked, in a transaction that ends with the process, so that the tests of another process wait.
func (s *Server) hold(ctx context.Context) error {
	tx, err := s.driver.NewSession(ctx, neo4j.SessionConfig{}).BeginTransaction(ctx)
	if err != nil {
		return fmt.Errorf("%s: hold the server: %w", Env, err)
	}
	res, err := tx.Run(ctx, "MATCH (m:"+marker+") SET m.held = true", nil)
	if err == nil {
		_, err = res.Consume(ctx)
	}
	if err != nil {
		return fmt.Errorf("%s: hold the server: %w", Env, err)
	}
	return nil
}
