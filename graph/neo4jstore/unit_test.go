package neo4jstore

import (
	"cmp"
	"errors"
	"strings"
	"testing"
	"time"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/graph/fold"
	"pgregory.net/rapid"
)

func TestCheckVersion(t *testing.T) {
	t.Parallel()
	for version, ok := range map[string]bool{
		"5.0.0": true, "5.26.30": true, "5.26-aura": true, "2025.01.0": true,
		"4.4.38": false, "3.5.0": false, "": false, "dev": false,
	} {
		if err := checkVersion(version); (err == nil) != ok {
			t.Errorf("checkVersion(%q) = %v", version, err)
		} else if err != nil && !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("checkVersion(%q) = %v, want ErrInvalid", version, err)
		}
	}
}

func TestParseURI(t *testing.T) {
	t.Setenv("NEO4J_USERNAME", "env")
	t.Setenv("NEO4J_PASSWORD", "secret")
	tests := []struct {
		uri  string
		want address
	}{
		{"bolt://localhost", address{"bolt://localhost", "env", "secret", ""}},
		{"bolt+s://h:1/", address{"bolt+s://h:1", "env", "secret", ""}},
		{"bolt+ssc://u:p@h:1", address{"bolt+ssc://h:1", "u", "p", ""}},
		{"neo4j://u:p%40x@h:7687?database=news", address{"neo4j://h:7687", "u", "p@x", "news"}},
		{"neo4j+s://u@h", address{"neo4j+s://h", "u", "secret", ""}},
		{"neo4j+ssc://h", address{"neo4j+ssc://h", "env", "secret", ""}},
	}
	for _, test := range tests {
		got, err := parseURI(test.uri)
		if err != nil {
			t.Errorf("parseURI(%q): %v", test.uri, err)
		}
		if got != test.want {
			t.Errorf("parseURI(%q) = %+v, want %+v", test.uri, got, test.want)
		}
	}
}

func TestParseURIRefuses(t *testing.T) {
	t.Parallel()
	for _, uri := range []string{
		"", "localhost:7687", "http://h:7474", "bolt://", "bolt://u:topsecret@h/db", "bolt://u:topsecret@h?db=x", "bolt://u:topsecret@h:port",
	} {
		_, err := parseURI(uri)
		if !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("parseURI(%q) = %v, want ErrInvalid", uri, err)
		} else if strings.Contains(err.Error(), "topsecret") {
			t.Errorf("parseURI(%q) gives the password away: %v", uri, err)
		}
	}
}

func TestRanksSortAsTheContractSays(t *testing.T) {
	t.Parallel()
	id := rapid.SampledFrom([]string{"a_0", "a_1", "a_z"})
	seconds := rapid.OneOf(rapid.Int64(), rapid.Int64Range(-2, 2), rapid.SampledFrom([]int64{graph.MissingTime, graph.SortTime(time.Time{}, graph.ByTimeAsc)}))
	name := rapid.OneOf(
		rapid.Map(rapid.String(), fold.Name),
		rapid.Map(rapid.StringOf(rapid.SampledFrom([]rune("aż字𝒳 "))), fold.Name),
		rapid.Map(rapid.IntRange(maxName-2, maxName+2), func(n int) string { return strings.Repeat("b", n) }),
	)
	rapid.Check(t, func(t *rapid.T) {
		x, y := id.Draw(t, "x"), id.Draw(t, "y")
		a, b := seconds.Draw(t, "a"), seconds.Draw(t, "b")
		check := func(what string, got, want int) {
			if got != want {
				t.Fatalf("%s sorts %d, want %d", what, got, want)
			}
		}
		check("oldest", cmp.Compare(timeRank(a, x, graph.ByTimeAsc), timeRank(b, y, graph.ByTimeAsc)), cmp.Or(cmp.Compare(a, b), cmp.Compare(x, y)))
		check("newest", cmp.Compare(timeRank(a, x, graph.ByTimeDesc), timeRank(b, y, graph.ByTimeDesc)), cmp.Or(cmp.Compare(b, a), cmp.Compare(x, y)))
		m, n := rapid.Int64Range(0, 1<<40).Draw(t, "m"), rapid.Int64Range(0, 1<<40).Draw(t, "n")
		check("mentions", cmp.Compare(mentionRank(m, x), mentionRank(n, y)), cmp.Or(cmp.Compare(n, m), cmp.Compare(x, y)))
		p, q := name.Draw(t, "p"), name.Draw(t, "q")
		p1, p2 := nameRank(p, x)
		q1, q2 := nameRank(q, y)
		check("name", place{p1, p2}.compare(place{q1, q2}), cmp.Or(cmp.Compare(p, q), cmp.Compare(x, y)))
		for _, r := range p1 {
			if r > '~' {
				t.Fatalf("rank %q is not ASCII", p1)
			}
		}
	})
}

func TestLongWordsAreHashed(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("ä", 150)
	got := words("Short " + long + " x")
	if diff := gocmp.Diff([]string{"short", hashed(strings.Repeat("a", 150)), "x"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestSentinels(t *testing.T) {
	t.Parallel()
	for code, want := range map[string]error{
		"Neo.TransientError.Transaction.DeadlockDetected":   graph.ErrConflict,
		"Neo.TransientError.General.DatabaseUnavailable":    graph.ErrUnavailable,
		"Neo.ClientError.Cluster.NotALeader":                graph.ErrUnavailable,
		"Neo.ClientError.Statement.SyntaxError":             nil,
		"Neo.ClientError.Schema.ConstraintValidationFailed": nil,
	} {
		if got := sentinel(code); got != want { //nolint:errorlint // the very values
			t.Errorf("sentinel(%s) = %v, want %v", code, got, want)
		}
	}
}
