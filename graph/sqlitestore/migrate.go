package sqlitestore

import (
	"context"
	"embed"
	"fmt"
	"io/fs"

	"github.com/newsgraph/newsgraph/graph"
)

// applicationID marks a SQLite file as newsgraph's ("ngph").
const applicationID = 0x6e677068

//go:embed migrations/*.sql
var migrations embed.FS

// migrate brings the schema to the newest version: that of the last file in migrations, which are
// numbered from 1 without gaps. The version of a database is its user_version.
func (s *Store) migrate(ctx context.Context) error {
	files, err := fs.Glob(migrations, "migrations/*.sql")
	if err != nil {
		return fmt.Errorf("list migrations: %w", err)
	}
	return s.write(ctx, func(ctx context.Context, c *conn) error {
		version, err := c.version(ctx)
		if err != nil {
			return err
		}
		if version > len(files) {
			return fmt.Errorf("%w: version %d, this newsgraph knows up to %d; use a newer newsgraph or another database",
				graph.ErrVersion, version, len(files))
		}
		for i := version; i < len(files); i++ {
			if err := c.migrateTo(ctx, i+1, files[i]); err != nil {
				return err
			}
		}
		return nil
	})
}

// version returns the schema's version, 0 for an empty database. A database of something else is refused.
func (c *conn) version(ctx context.Context) (int, error) {
	version, err := c.int(ctx, "PRAGMA user_version")
	if err != nil {
		return 0, err
	}
	id, err := c.int(ctx, "PRAGMA application_id")
	if err != nil {
		return 0, err
	}
	tables, err := c.int(ctx, "SELECT count(*) FROM sqlite_schema")
	if err != nil {
		return 0, err
	}
	if id != applicationID && (tables > 0 || version > 0 || id != 0) {
		return 0, fmt.Errorf("%w: the database belongs to another program; name another file", graph.ErrInvalid)
	}
	return int(version), nil
}

func (c *conn) migrateTo(ctx context.Context, version int, file string) error {
	script, err := migrations.ReadFile(file)
	if err != nil {
		return fmt.Errorf("read migration: %w", err)
	}
	script = fmt.Appendf(script, "PRAGMA user_version = %d; PRAGMA application_id = %d;", version, applicationID)
	if _, err := c.c.ExecContext(ctx, string(script)); err != nil {
		return fmt.Errorf("migrate to version %d: %w", version, err)
	}
	return nil
}
