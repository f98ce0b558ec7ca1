package sqlitestore

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// code gives the primary result code of an error of the engine, or -1.
func code(err error) int {
	var fault *sqlite.Error
	if !errors.As(err, &fault) {
		return -1
	}
	return fault.Code() & 0xff
}

func isBusy(err error) bool {
	c := code(err)
	return c == sqlite3.SQLITE_BUSY || c == sqlite3.SQLITE_LOCKED
}

// isNoTransaction tells whether a rollback failed because the engine had rolled back by itself.
func isNoTransaction(err error) bool {
	return code(err) == sqlite3.SQLITE_ERROR && strings.Contains(err.Error(), "no transaction is active")
}

// failure puts the sentinel of package graph on an error of the engine.
func failure(ctx context.Context, err error) error {
	if err == nil {
		return nil
	}
	if over := ctx.Err(); over != nil {
		return over
	}
	switch code(err) {
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return fmt.Errorf("%w: %w", graph.ErrConflict, err)
	case sqlite3.SQLITE_NOTADB:
		return fmt.Errorf("%w: the file is not a SQLite database; name another one: %w", graph.ErrInvalid, err)
	case sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_FULL, sqlite3.SQLITE_PERM:
		return fmt.Errorf("%w: %w", graph.ErrUnavailable, err)
	}
	return err
}
