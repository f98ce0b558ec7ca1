package neo4jstore

import (
	"errors"
	"fmt"
	"net/url"
	"os"
	"slices"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/newsgraph/newsgraph/graph"
)

// address is where a database is and how to get in.
type address struct {
	server         string // without user, password and database
	user, password string
	database       string // "" for the server's default
}

func parseURI(uri string) (address, error) {
	u, err := url.Parse(uri)
	if err != nil {
		// The error of url.Parse repeats the URI, with its password.
		return address{}, fmt.Errorf("%w: the Neo4j URI cannot be read; write it like bolt://user:password@host:7687?database=neo4j", graph.ErrInvalid)
	}
	schemes := []string{"bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc"}
	if !slices.Contains(schemes, u.Scheme) {
		return address{}, fmt.Errorf("%w: a Neo4j URI starts with one of %s, not %q", graph.ErrInvalid, strings.Join(schemes, ", "), u.Scheme)
	}
	if u.Host == "" || strings.Trim(u.Path, "/") != "" {
		return address{}, fmt.Errorf("%w: the Neo4j URI %s is not like bolt://user:password@host:7687?database=neo4j", graph.ErrInvalid, u.Redacted())
	}
	query := u.Query()
	for name := range query {
		if name != "database" {
			return address{}, fmt.Errorf("%w: the Neo4j URI has the parameter %q; only database is known", graph.ErrInvalid, name)
		}
	}
	a := address{
		server:   u.Scheme + "://" + u.Host,
		user:     u.User.Username(),
		database: query.Get("database"),
	}
	a.password, _ = u.User.Password()
	if a.user == "" {
		a.user = os.Getenv("NEO4J_USERNAME")
	}
	if a.password == "" {
		a.password = os.Getenv("NEO4J_PASSWORD")
	}
	return a, nil
}

// explain says what to do about an error of the first calls.
func (a address) explain(err error) error {
	var fault *neo4j.Neo4jError
	if !errors.As(err, &fault) {
		if errors.Is(err, graph.ErrUnavailable) {
			return fmt.Errorf("%w\nIs the server running, and does the URI name its host and Bolt port (7687 by default)?", err)
		}
		return err
	}
	switch fault.Code {
	case "Neo.ClientError.Security.Unauthorized":
		return fmt.Errorf("%w: the server refuses user %q with this password; give both in the URI (bolt://user:password@host) "+
			"or in NEO4J_USERNAME and NEO4J_PASSWORD: %w", graph.ErrInvalid, a.user, err)
	case "Neo.ClientError.Security.AuthenticationRateLimit":
		return fmt.Errorf("%w: the server refuses user %q for a while, after wrong passwords; try again in some seconds: %w",
			graph.ErrInvalid, a.user, err)
	case "Neo.ClientError.Security.CredentialsExpired":
		return fmt.Errorf("%w: the password of user %q must be changed first, in Neo4j Browser or by cypher-shell: %w",
			graph.ErrInvalid, a.user, err)
	case "Neo.ClientError.Database.DatabaseNotFound":
		return fmt.Errorf("%w: the server has no database %q; create it, or name another one by ?database= in the URI: %w",
			graph.ErrInvalid, a.database, err)
	}
	return err
}
