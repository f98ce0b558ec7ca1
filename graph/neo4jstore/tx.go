package neo4jstore

import (
	"context"
	"errors"
	"slices"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// everything is the weight of the store's gate: a read passes with a weight of 1.
const everything = 1 << 30

// tx is a transaction of one store call. Its methods return the driver's errors as they are: the driver
// must see which of them to try again.
type tx struct {
	neo4j.ManagedTransaction
	ctx   context.Context
	trace func(cypher string, params map[string]any)
}

// run runs a query and returns all its rows.
func (t *tx) run(cypher string, params map[string]any) ([]row, error) {
	if t.trace != nil {
		t.trace(cypher, params)
	}
	result, err := t.Run(t.ctx, cypher, params)
	if err != nil {
		return nil, err
	}
	records, err := result.Collect(t.ctx)
	if fault := (*neo4j.Neo4jError)(nil); errors.As(err, &fault) && fault.Code == "Neo.ClientError.Statement.EntityNotFound" {
		// Another transaction deleted it between its being found and being locked.
		return nil, outdated(fault.Msg)
	}
	if err != nil {
		return nil, err
	}
	rows := make([]row, len(records))
	for i, r := range records {
		rows[i] = newRow(r.AsMap())
	}
	return rows, nil
}

// lockRows runs a query that makes and locks nodes and returns their ids. A node that another transaction deletes while this one waits
// for its lock comes back without an id: then the query makes it anew.
func (t *tx) lockRows(cypher string, params map[string]any) ([]row, error) {
	for range 3 {
		rows, err := t.run(cypher, params)
		if err != nil {
			return nil, err
		}
		if !slices.ContainsFunc(rows, func(r row) bool { return r.missing("id") }) {
			return rows, nil
		}
	}
	return nil, outdated("a node was deleted again and again")
}

// outdated is an error on which the driver runs the transaction again.
func outdated(why string) error {
	return &neo4j.Neo4jError{Code: "Neo.TransientError.Transaction.Outdated", Msg: why}
}

func (s *Store) session(ctx context.Context, mode neo4j.AccessMode) neo4j.SessionWithContext {
	return s.driver.NewSession(ctx, neo4j.SessionConfig{
		AccessMode:      mode,
		DatabaseName:    s.database,
		BookmarkManager: s.bookmarks,
	})
}

// untilDeadline has the server give up when the context does.
func untilDeadline(ctx context.Context) func(*neo4j.TransactionConfig) {
	return func(c *neo4j.TransactionConfig) {
		if end, ok := ctx.Deadline(); ok {
			c.Timeout = max(time.Millisecond, time.Until(end))
		}
	}
}

// read runs work in a read transaction, while nothing is committed by this store. Work may run more than once.
func read[T any](ctx context.Context, s *Store, work func(*tx) (T, error)) (T, error) {
	var zero T
	if err := s.gate.Acquire(ctx, 1); err != nil {
		return zero, ctx.Err()
	}
	defer s.gate.Release(1)
	session := s.session(ctx, neo4j.AccessModeRead)
	defer func() { _ = session.Close(context.WithoutCancel(ctx)) }()
	out, err := neo4j.ExecuteRead(ctx, session, func(m neo4j.ManagedTransaction) (T, error) {
		return work(&tx{m, ctx, s.trace})
	}, untilDeadline(ctx))
	if err != nil {
		return zero, failure(ctx, err)
	}
	return out, nil
}

// write runs work in a write transaction, and commits it while no read of this store is running. Work may run more than once.
func (s *Store) write(ctx context.Context, work func(*tx) error) error {
	session := s.session(ctx, neo4j.AccessModeWrite)
	defer func() { _ = session.Close(context.WithoutCancel(ctx)) }()
	held := false
	release := func() {
		if held {
			s.gate.Release(everything)
			held = false
		}
	}
	defer release()
	_, err := neo4j.ExecuteWrite(ctx, session, func(m neo4j.ManagedTransaction) (struct{}, error) {
		release() // the commit of an earlier attempt failed
		if err := work(&tx{m, ctx, s.trace}); err != nil {
			return struct{}{}, err
		}
		if err := s.gate.Acquire(ctx, everything); err != nil {
			return struct{}{}, err
		}
		held = true
		return struct{}{}, nil
	}, untilDeadline(ctx))
	return failure(ctx, err)
}
