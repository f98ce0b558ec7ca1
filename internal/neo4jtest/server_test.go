package neo4jtest_test

import (
	"context"
	"errors"
	"os"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/newsgraph/newsgraph/internal/neo4jtest"
)

func count(t *testing.T, s *neo4jtest.Server) int64 {
	t.Helper()
	res, err := neo4j.ExecuteQuery(t.Context(), s.Driver(), "MATCH (n:Thing) RETURN count(n) AS n", nil, neo4j.EagerResultTransformer)
	if err != nil {
		t.Fatal(err)
	}
	n, _, err := neo4j.GetRecordValue[int64](res.Records[0], "n")
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestServer(t *testing.T) {
	s := neo4jtest.Start(t)
	if _, err := neo4j.ExecuteQuery(t.Context(), s.Driver(), "CREATE (:Thing)", nil, neo4j.EagerResultTransformer); err != nil {
		t.Fatal(err)
	}
	if os.Getenv(neo4jtest.Env) == "" {
		s.Kill(t)
		if err := s.Driver().VerifyConnectivity(t.Context()); err == nil {
			t.Error("a killed server answers")
		} else if errors.Is(err, context.DeadlineExceeded) {
			t.Error(err)
		}
		s.Restart(t)
	}
	if n := count(t, s); n != 1 {
		t.Errorf("%d things after the restart, want 1", n)
	}
	s.Wipe(t)
	if n := count(t, s); n != 0 {
		t.Errorf("%d things after the wipe, want 0", n)
	}
}
