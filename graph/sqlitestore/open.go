package sqlitestore

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"time"

	"github.com/newsgraph/newsgraph/graph"
	_ "modernc.org/sqlite" // the driver "sqlite"
)

// Memory is the path of a database that lives in memory, as long as its store is open.
const Memory = ":memory:"

// Options sets how a [Store] uses its file. The zero value of a field means its default.
type Options struct {
	// Readers is how many reads run at once; 4. A database in memory has one connection for everything.
	Readers int
	// Patience is how long a write waits for other writers before it gives up with [graph.ErrConflict]; 30 s.
	Patience time.Duration
}

func (o *Options) withDefaults() Options {
	var out Options
	if o != nil {
		out = *o
	}
	if out.Readers == 0 {
		out.Readers = 4
	}
	if out.Patience == 0 {
		out.Patience = 30 * time.Second
	}
	return out
}

// Store is a graph in a SQLite database. It may be used by many goroutines, and its file by many
// processes, at once.
type Store struct {
	opts    Options
	tuning  tuning
	db      *sql.DB
	writer  chan *conn // holds the one connection that writes
	readers chan *conn // the same channel as writer for a database in memory
}

var _ graph.Store = (*Store)(nil)

// Open opens the database at the path, and makes it if it is not there; opts may be nil. It returns
// [graph.ErrVersion] for a database of a newer version, [graph.ErrInvalid] for a file that is not a database
// of newsgraph, and [graph.ErrUnavailable] for one that cannot be read and written.
func Open(ctx context.Context, path string, opts *Options) (*Store, error) {
	return openTuned(ctx, path, opts, tuning{rare: 4000, statements: 400})
}

// tuning is what makes no difference but in speed.
type tuning struct {
	// rare is the number of matches below which a text is looked up as a whole; a more common one is looked up
	// item by item, along the order of the list.
	rare int
	// statements is how many prepared statements a connection keeps; filters of many shapes make many.
	statements int
}

func openTuned(ctx context.Context, path string, opts *Options, tuning tuning) (*Store, error) {
	s := &Store{opts: opts.withDefaults(), tuning: tuning}
	if err := checkPath(path); err != nil {
		return nil, err
	}
	db, err := sql.Open("sqlite", dsn(path))
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", path, failure(ctx, err))
	}
	s.db = db
	if err := s.connect(ctx, path == Memory); err != nil {
		return nil, errors.Join(fmt.Errorf("open %s: %w", path, err), s.db.Close())
	}
	return s, nil
}

// checkPath finds out early, and in plainer words than the engine has, that a path cannot be used.
func checkPath(path string) error {
	if path == Memory {
		return nil
	}
	if path == "" {
		return fmt.Errorf("open database: %w: the path is empty", graph.ErrInvalid)
	}
	if dir, err := os.Stat(filepath.Dir(path)); err != nil || !dir.IsDir() {
		return fmt.Errorf("open %s: %w: there is no folder %s; make it first", path, graph.ErrUnavailable, filepath.Dir(path))
	}
	info, err := os.Stat(path)
	if err == nil && !info.Mode().IsRegular() {
		return fmt.Errorf("open %s: %w: it is not a file", path, graph.ErrInvalid)
	}
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return fmt.Errorf("open %s: %w: it cannot be written: %w", path, graph.ErrUnavailable, err)
	}
	if err := file.Close(); err != nil {
		return fmt.Errorf("open %s: %w: %w", path, graph.ErrUnavailable, err)
	}
	return nil
}

func dsn(path string) string {
	q := url.Values{"_pragma": {
		"busy_timeout(500)", // short: [Store.write] tries again, and looks at the context in between
		"foreign_keys(1)",
		"synchronous(normal)",
		"wal_autocheckpoint(20000)", // pages; fewer would be copied again and again while a load runs
		"temp_store(memory)",
		"cache_size(-16384)",
		"cache_spill(0)", // what spills in the middle of a transaction is written twice
		"mmap_size(268435456)",
	}}
	if path == Memory {
		return path + "?" + q.Encode()
	}
	q.Add("_pragma", "journal_mode(wal)")
	return (&url.URL{Scheme: "file", Opaque: (&url.URL{Path: path}).EscapedPath(), RawQuery: q.Encode()}).String()
}

// connect brings the schema up to date and fills the pool of connections.
func (s *Store) connect(ctx context.Context, memory bool) error {
	first, err := s.firstConn(ctx)
	if err != nil {
		return err
	}
	s.writer = make(chan *conn, 1)
	s.writer <- first
	// What is written is read from the cache; pages of the file that are mapped besides would only take memory.
	for _, pragma := range []string{"PRAGMA cache_size = -98304", "PRAGMA mmap_size = 0"} {
		if err := first.query(ctx, pragma, nil, func(*sql.Rows) error { return nil }); err != nil {
			return failure(ctx, err)
		}
	}
	if err := s.migrate(ctx); err != nil {
		return err
	}
	if memory {
		s.readers = s.writer
		return nil
	}
	s.readers = make(chan *conn, s.opts.Readers)
	for range s.opts.Readers {
		c, err := s.newConn(ctx)
		if err != nil {
			return err
		}
		s.readers <- c
	}
	return nil
}

// firstConn makes the first connection, which may have to wait for another process that makes the database.
func (s *Store) firstConn(ctx context.Context) (*conn, error) {
	for deadline := time.Now().Add(s.opts.Patience); ; {
		c, err := s.newConn(ctx)
		if !errors.Is(err, graph.ErrConflict) || time.Now().After(deadline) {
			return c, err
		}
	}
}

// Close releases the database, see [graph.Store].
func (s *Store) Close() error {
	var errs []error
	for _, pool := range []chan *conn{s.writer, s.readers} {
		for len(pool) > 0 {
			errs = append(errs, (<-pool).close())
		}
	}
	return errors.Join(append(errs, s.db.Close())...)
}
