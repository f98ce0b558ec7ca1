package sqlitestore

import (
	"database/sql"
	"testing"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/graph/graphtest"
)

// TestNothingIsLeft deletes everything, and looks into the tables: rows that nobody needs would pile up
// over the years.
func TestNothingIsLeft(t *testing.T) {
	t.Parallel()
	s, err := Open(t.Context(), Memory, nil)
	if err != nil {
		t.Fatal(err)
	}
	g := graph.New(s, nil)
	defer g.Close()
	records := graphtest.Records(1, 5)
	a, b := records[0].Actors[0].Key, records[0].Actors[1].Key
	nobody := graph.MakeKey(a.Kind(), "0 nobody")
	judged := []graph.Judgement{
		{A: a, B: b, Verdict: graph.Same, By: graph.ByRule},
		{A: nobody, Verdict: graph.Named, By: graph.ByPerson, Name: "Nobody at all"},
		{A: a, B: nobody, Verdict: graph.Same, By: graph.ByRule},
	}
	for _, batch := range []*graph.Batch{
		{Records: records},
		{Judge: judged[:2]},
		{Judge: judged[2:]},
		{Delete: ids(records), Undo: []graph.NodeID{graph.JudgementID(&judged[0]), graph.JudgementID(&judged[1]), graph.JudgementID(&judged[2])}},
	} {
		if _, err := g.Apply(t.Context(), batch); err != nil {
			t.Fatal(err)
		}
	}
	c := <-s.writer
	defer func() { s.writer <- c }()
	for _, table := range tables(t, c) {
		n, err := c.int(t.Context(), "SELECT count(*) FROM "+table)
		if err != nil {
			t.Fatal(err)
		}
		if n != 0 {
			t.Errorf("%d rows are left in %s", n, table)
		}
	}
	err = c.query(t.Context(), "PRAGMA foreign_key_check", nil, func(*sql.Rows) error {
		t.Error("a foreign key is broken")
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func ids(records []*graph.Record) (out []graph.NodeID) {
	for _, r := range records {
		out = append(out, r.Article.ID)
	}
	return out
}

// tables lists the tables that have rows for things of the graph.
func tables(t *testing.T, c *conn) (names []string) {
	t.Helper()
	err := c.query(t.Context(), `SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'counts'
AND name NOT LIKE '%\_words\_%' ESCAPE '\'`, nil, func(rows *sql.Rows) error {
		var name string
		err := rows.Scan(&name)
		names = append(names, name)
		return err
	})
	if err != nil || len(names) < 12 {
		t.Fatalf("tables %v: %v", names, err)
	}
	return names
}
