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

// tx is what one store call does: a transaction that writes, or queries that read. Its methods return the driver's errors as they
// are: the driver must see which of them to try again.
type tx struct {
	ctx   context.Context
	query func(cypher string, params map[string]any) ([]*neo4j.Record, error)
	trace func(cypher string, params map[string]any)
}

// run runs a query and returns all its rows.
func (t *tx) run(cypher string, params map[string]any) ([]row, error) {
	if t.trace != nil {
		t.trace(cypher, params)
	}
	records, err := t.query(cypher, params)
	if err != nil {
		return nil, err
	}
	rows := make([]row, len(records))
	for i, r := range records {
		rows[i] = newRow(r.AsMap())
	}
	return rows, nil
}

// within runs a query in a transaction.
func (s *Store) within(ctx context.Context, m neo4j.ManagedTransaction) func(string, map[string]any) ([]*neo4j.Record, error) {
	return func(cypher string, params map[string]any) ([]*neo4j.Record, error) {
		result, err := m.Run(ctx, s.profiled(cypher), params)
		if err != nil {
			return nil, err
		}
		records, err := result.Collect(ctx)
		if gone(err) {
			return nil, outdated(err.Error())
		}
		if s.profile != nil && err == nil {
			summary, err := result.Consume(ctx)
			if err != nil {
				return nil, err
			}
			s.profile(cypher, summary.Profile())
		}
		return records, err
	}
}

// alone runs a query that reads. It is a transaction of its own, which takes two round trips where one of several queries takes a third to begin;
// a common one would not show them the same graph either.
func (s *Store) alone(ctx context.Context) func(string, map[string]any) ([]*neo4j.Record, error) {
	return func(cypher string, params map[string]any) ([]*neo4j.Record, error) {
		for tries := 1; ; tries++ {
			result, err := neo4j.ExecuteQuery(ctx, s.driver, s.profiled(cypher), params, neo4j.EagerResultTransformer,
				neo4j.ExecuteQueryWithReadersRouting(), neo4j.ExecuteQueryWithDatabase(s.database),
				neo4j.ExecuteQueryWithBookmarkManager(s.bookmarks), neo4j.ExecuteQueryWithTransactionConfig(untilDeadline(ctx)))
			if err == nil && s.profile != nil {
				s.profile(cypher, result.Summary.Profile())
			}
			if err == nil {
				return result.Records, nil
			}
			if !gone(err) || tries == 3 {
				return nil, err
			}
		}
	}
}

// profiled is what is sent for a query.
func (s *Store) profiled(cypher string) string {
	if s.profile != nil {
		return "PROFILE " + cypher
	}
	return cypher
}

// gone tells whether another transaction deleted something between its being found and being read or locked.
func gone(err error) bool {
	fault := (*neo4j.Neo4jError)(nil)
	return errors.As(err, &fault) && fault.Code == "Neo.ClientError.Statement.EntityNotFound"
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

// untilDeadline has the server give up when the context does.
func untilDeadline(ctx context.Context) func(*neo4j.TransactionConfig) {
	return func(c *neo4j.TransactionConfig) {
		if end, ok := ctx.Deadline(); ok {
			c.Timeout = max(time.Millisecond, time.Until(end))
		}
	}
}

// read runs work, whose queries read, while nothing is committed by this store.
func read[T any](ctx context.Context, s *Store, work func(*tx) (T, error)) (T, error) {
	var zero T
	if err := s.gate.Acquire(ctx, 1); err != nil {
		return zero, ctx.Err()
	}
	defer s.gate.Release(1)
	out, err := work(&tx{ctx, s.alone(ctx), s.trace})
	if err != nil {
		return zero, failure(ctx, err)
	}
	return out, nil
}

// write runs work in a write transaction, and commits it while no read of this store is running. Work may run more than once.
func (s *Store) write(ctx context.Context, work func(*tx) error) error {
	session := s.driver.NewSession(ctx, neo4j.SessionConfig{DatabaseName: s.database, BookmarkManager: s.bookmarks})
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
		if err := work(&tx{ctx, s.within(ctx, m), s.trace}); err != nil {
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
