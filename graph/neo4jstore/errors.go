package neo4jstore

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/newsgraph/newsgraph/graph"
)

// failure puts the sentinel of package graph on an error of the driver. It is for errors that have left
// their transaction function: inside, the driver must see its own errors to know which to try again.
func failure(ctx context.Context, err error) error {
	if err == nil {
		return nil
	}
	if over := ctx.Err(); over != nil {
		return over
	}
	var fault *neo4j.Neo4jError
	var tired *neo4j.TransactionExecutionLimit
	var lost *neo4j.ConnectivityError
	switch {
	case errors.As(err, &tired) && len(tired.Errors) > 0:
		// The driver gave up trying again; the last of the errors tells why.
		if !errors.As(tired.Errors[len(tired.Errors)-1], &fault) {
			return fmt.Errorf("%w: %w", graph.ErrUnavailable, err)
		}
	case errors.As(err, &lost):
		return fmt.Errorf("%w: %w", graph.ErrUnavailable, err)
	case !errors.As(err, &fault):
		return err
	}
	if sentinel := sentinel(fault.Code); sentinel != nil {
		return fmt.Errorf("%w: %w", sentinel, err)
	}
	return err
}

// sentinel is the error of package graph for a code of the server, or nil.
func sentinel(code string) error {
	for _, s := range []struct {
		prefix string
		err    error
	}{
		{"Neo.TransientError.General.", graph.ErrUnavailable},
		{"Neo.TransientError.Database.", graph.ErrUnavailable},
		{"Neo.TransientError.Cluster.", graph.ErrUnavailable},
		{"Neo.ClientError.Cluster.NotALeader", graph.ErrUnavailable},
		{"Neo.DatabaseError.Database.DatabaseUnavailable", graph.ErrUnavailable},
		{"Neo.TransientError.Transaction.", graph.ErrConflict},
		{"Neo.ClientError.Transaction.LockClientStopped", graph.ErrConflict},
	} {
		if strings.HasPrefix(code, s.prefix) {
			return s.err
		}
	}
	return nil
}
