package sqlitestore

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/newsgraph/newsgraph/graph"
)

// conn is a connection with its prepared statements. One goroutine uses it at a time.
type conn struct {
	tuning
	c     *sql.Conn
	stmts map[string]*sql.Stmt
}

func (s *Store) newConn(ctx context.Context) (*conn, error) {
	c, err := s.db.Conn(ctx)
	if err != nil {
		return nil, failure(ctx, err)
	}
	return &conn{tuning: s.tuning, c: c, stmts: map[string]*sql.Stmt{}}, nil
}

func (c *conn) close() error {
	c.forget()
	return c.c.Close()
}

func (c *conn) forget() {
	for _, stmt := range c.stmts {
		_ = stmt.Close() // a statement that is not running has nothing left to report
	}
	clear(c.stmts)
}

func (c *conn) prepare(ctx context.Context, query string) (*sql.Stmt, error) {
	if stmt := c.stmts[query]; stmt != nil {
		return stmt, nil
	}
	if len(c.stmts) >= c.statements {
		c.forget()
	}
	stmt, err := c.c.PrepareContext(ctx, query)
	if err != nil {
		return nil, fmt.Errorf("prepare %s: %w", query, err)
	}
	c.stmts[query] = stmt
	return stmt, nil
}

// exec runs a statement that returns nothing, and returns how many rows it changed.
func (c *conn) exec(ctx context.Context, query string, args ...any) (int, error) {
	stmt, err := c.prepare(ctx, query)
	if err != nil {
		return 0, err
	}
	result, err := stmt.ExecContext(ctx, args...)
	if err != nil {
		return 0, err
	}
	n, err := result.RowsAffected()
	return int(n), err
}

// query runs a statement and calls scan for each row of its answer. Scan must not use the connection.
func (c *conn) query(ctx context.Context, query string, args []any, scan func(*sql.Rows) error) (err error) {
	stmt, err := c.prepare(ctx, query)
	if err != nil {
		return err
	}
	rows, err := stmt.QueryContext(ctx, args...)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		if err := scan(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

func (c *conn) int(ctx context.Context, query string, args ...any) (n int64, err error) {
	err = c.query(ctx, query, args, func(rows *sql.Rows) error { return rows.Scan(&n) })
	return n, err
}

// take waits for a connection of the pool.
func take(ctx context.Context, pool chan *conn) (*conn, error) {
	select {
	case c := <-pool:
		return c, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// read returns what f reads in a transaction that sees one state of the database; the zero value with an error.
func read[T any](ctx context.Context, s *Store, f func(context.Context, *conn) (T, error)) (out T, err error) {
	var none T
	c, err := take(ctx, s.readers)
	if err != nil {
		return none, err
	}
	defer func() { s.readers <- c }()
	err = c.transaction(ctx, "BEGIN", func(ctx context.Context, c *conn) error {
		out, err = f(ctx, c)
		return err
	})
	if err != nil {
		return none, failure(ctx, err)
	}
	return out, nil
}

// write runs f in a transaction that nobody else writes in. While other processes write, it waits
// and tries again as long as the patience of the store lasts.
func (s *Store) write(ctx context.Context, f func(context.Context, *conn) error) error {
	c, err := take(ctx, s.writer)
	if err != nil {
		return err
	}
	defer func() { s.writer <- c }()
	for deadline := time.Now().Add(s.opts.Patience); ; {
		err := c.transaction(ctx, "BEGIN IMMEDIATE", f)
		switch {
		case !isBusy(err):
			return failure(ctx, err)
		case ctx.Err() != nil:
			return ctx.Err()
		case time.Now().After(deadline):
			return fmt.Errorf("%w: another process has been writing for %s: %w", graph.ErrConflict, s.opts.Patience, err)
		}
	}
}

func (c *conn) transaction(ctx context.Context, begin string, f func(context.Context, *conn) error) error {
	if _, err := c.exec(ctx, begin); err != nil {
		return err
	}
	err := f(ctx, c)
	if err == nil {
		_, err = c.exec(ctx, "COMMIT")
	}
	if err != nil {
		// The context may be over; the transaction has to end all the same.
		_, rollback := c.exec(context.WithoutCancel(ctx), "ROLLBACK")
		if rollback != nil && !isNoTransaction(rollback) {
			err = errors.Join(err, rollback)
		}
	}
	return err
}
