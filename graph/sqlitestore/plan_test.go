package sqlitestore

import (
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/graph/graphtest"
)

// TestDifferential compares the answers with the model's, along both ways in which a text can be looked up. Of the
// statements of all shapes that this issues, it refuses those that read a table from end to end, and those that sort what
// an index has in its order.
func TestDifferential(t *testing.T) {
	for name, rare := range map[string]int{"rare words": 4000, "common words": 1} {
		t.Run(name, func(t *testing.T) {
			s := openForPlans(t, rare)
			graphtest.RunDifferential(t,
				func(*testing.T) graph.Store { return graphtest.NewModel() },
				func(*testing.T) graph.Store { return s })
			plans := 0
			for _, pool := range []chan *conn{s.writer, s.readers} {
				for range len(pool) {
					c := <-pool
					for query := range c.stmts {
						checkPlan(t, c, query)
						plans++
					}
				}
			}
			if plans < 200 {
				t.Errorf("only %d statements were issued", plans)
			}
		})
	}
}

func openForPlans(t *testing.T, rare int) *Store {
	t.Helper()
	s, err := openTuned(t.Context(), filepath.Join(t.TempDir(), "graph.db"), &Options{Readers: 1}, tuning{rare: rare, statements: 1e6})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

// A list that nothing narrows is walked along its order; the kinds of counts are a dozen rows; the schema is asked at
// opening; what is computed in the statement itself is no table; 1537 is a range of the vocabulary.
var (
	allowedScan = regexp.MustCompile(`^SCAN (\w+ (EXISTS )?VIRTUAL TABLE INDEX (1:|0:=|0:M|1537:)|` +
		`t USING (COVERING )?INDEX (articles|statements|events|audit)_down$|counts$|sqlite_master$|part$|newest$|i$|x$|v$|g$|days$|CONSTANT ROW|\(subquery)`)
	// Half a table or more.
	halfScan = regexp.MustCompile(`\((place|role)=\?\)$`)
	listScan = regexp.MustCompile(`IN \(\s*SELECT [^()]* FROM \w+ \w+ INDEXED BY \w+_(down|type|source|speaker|rank|fold)\b`)
)

func checkPlan(t *testing.T, c *conn, query string) {
	t.Helper()
	if !regexp.MustCompile(`^(SELECT|WITH|UPDATE|DELETE|INSERT)`).MatchString(query) || query == sqlAllJudgements {
		return
	}
	rows, err := c.c.QueryContext(t.Context(), "EXPLAIN QUERY PLAN "+query, make([]any, strings.Count(query, "?"))...)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	defer rows.Close()
	var plan []string
	bad := false
	for rows.Next() {
		var id, parent, unused int
		var detail string
		if err := rows.Scan(&id, &parent, &unused, &detail); err != nil {
			t.Fatal(err)
		}
		plan = append(plan, detail)
		scan := strings.HasPrefix(detail, "SCAN") && !allowedScan.MatchString(detail) || halfScan.MatchString(detail)
		sorts := strings.HasPrefix(detail, "USE TEMP B-TREE") && listScan.MatchString(query)
		bad = bad || scan || sorts || strings.Contains(detail, "AUTOMATIC")
	}
	if bad {
		t.Errorf("%s\n  %s", query, strings.Join(plan, "\n  "))
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
}
