package neo4jstore

import (
	"context"
	_ "embed"
	"fmt"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
)

//go:embed cypher/migration_1.cypher
var migration1 string

// migrations returns the steps of the schema, the first one leading to version 1. Their statements can be run again:
// a step that was broken off is run anew.
func migrations() []string { return []string{migration1} }

// migrate brings the schema up to date. It is safe for several processes at once.
func (s *Store) migrate(ctx context.Context) error {
	steps := migrations()
	version, err := read(ctx, s, (*tx).schemaVersion)
	if err != nil {
		return err
	}
	if version > len(steps) {
		return fmt.Errorf("%w: the graph has version %d, this newsgraph knows %d: upgrade newsgraph", graph.ErrVersion, version, len(steps))
	}
	for i, step := range steps[version:] {
		if err := s.write(ctx, runs(statements(step), nil)); err != nil {
			return fmt.Errorf("migrate to version %d: %w", version+i+1, err)
		}
		if err := s.write(ctx, runs([]string{setVersion}, map[string]any{"version": version + i + 1})); err != nil {
			return fmt.Errorf("migrate to version %d: %w", version+i+1, err)
		}
	}
	if version < len(steps) {
		return s.write(ctx, runs([]string{"CALL db.awaitIndexes(600)"}, nil))
	}
	return nil
}

const (
	getVersion = `MATCH (m:Newsgraph {id: 'schema'}) RETURN m.version AS version`
	setVersion = `MERGE (m:Newsgraph {id: 'schema'}) SET m.version = $version`
)

func (t *tx) schemaVersion() (int, error) {
	rows, err := t.run(getVersion, nil)
	if err != nil || len(rows) == 0 {
		return 0, err
	}
	version := rows[0].int("version")
	return version, rows[0].err()
}

// statements takes a file of statements apart; each ends with a semicolon at the end of a line.
func statements(file string) []string {
	return strings.Split(strings.TrimSuffix(strings.TrimSpace(file), ";"), ";\n")
}

// runs returns work that runs queries.
func runs(queries []string, params map[string]any) func(*tx) error {
	return func(t *tx) error {
		for _, q := range queries {
			if _, err := t.run(q, params); err != nil {
				return err
			}
		}
		return nil
	}
}
