package graph

import "errors"

// The errors of the package. An error that a [Graph] or a [Store] returns wraps one of them, or is
// the context's own, or a fault of the database that nobody foresaw; test with [errors.Is].
var (
	// ErrNotFound is returned when an id or a name that a call depends on is not in the graph.
	ErrNotFound = errors.New("not found")
	// ErrInvalid is returned when a request cannot be carried out as it is written: a wrong id, a
	// broken cursor, a page over the limit, a record whose spans do not fit its text.
	ErrInvalid = errors.New("invalid")
	// ErrConflict is returned when a write lost against another writer and may be tried again.
	ErrConflict = errors.New("conflict")
	// ErrRepeated is returned when a request was carried out before, see [Receipt].
	ErrRepeated = errors.New("carried out before")
	// ErrLagged is returned when somebody follows the changes of the graph too slowly to see all of them.
	ErrLagged = errors.New("too slow to follow")
	// ErrUnavailable is returned when the database cannot be reached, or broke off.
	ErrUnavailable = errors.New("store unavailable")
	// ErrClosed is returned by every call on a closed graph.
	ErrClosed = errors.New("graph is closed")
	// ErrVersion is returned at opening when the database was written by a newer newsgraph.
	ErrVersion = errors.New("database has a newer version")
)
