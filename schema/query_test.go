package schema_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/graph"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestQueries runs each testdata/queries/*.graphql on the fixture and compares with the answer in
// the .json file beside it. A query's first line may set variables: "# {…}".
func TestQueries(t *testing.T) {
	t.Parallel()
	a := newAPI(t, fixture(), nil)
	files, err := filepath.Glob("testdata/queries/*.graphql")
	if err != nil || len(files) == 0 {
		t.Fatalf("no queries: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".graphql"), func(t *testing.T) {
			query, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := a.query(t, string(query), variablesOf(t, query))
			checkGolden(t, strings.TrimSuffix(file, "graphql")+"json", indent(t, got.Body))
			if strings.Contains(string(got.Body), "INTERNAL") {
				t.Errorf("an internal error:\n%s", a.log)
			}
		})
	}
}

func variablesOf(t *testing.T, query []byte) map[string]any {
	t.Helper()
	line, _, _ := bytes.Cut(query, []byte("\n"))
	var vars map[string]any
	if rest, ok := bytes.CutPrefix(line, []byte("# {")); ok {
		if err := json.Unmarshal(append([]byte("{"), rest...), &vars); err != nil {
			t.Fatal(err)
		}
	}
	return vars
}

func indent(t *testing.T, raw []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := json.Indent(&out, raw, "", "  "); err != nil {
		t.Fatal(err)
	}
	return append(bytes.TrimSpace(out.Bytes()), '\n')
}

func checkGolden(t *testing.T, file string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatalf("%v (write it by -update)", err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", file, diff)
	}
}

// TestPaging walks each list forwards and backwards in pages of one and finds the same items as in one piece.
func TestPaging(t *testing.T) {
	t.Parallel()
	a := newAPI(t, fixture(), nil)
	okaforID := string(graph.EntityID(okafor))
	for _, list := range []string{
		"entities", "entities(orderBy: NAME_ASC", "statements", "statements(orderBy: TIME_ASC", "articles",
		"articles(orderBy: TIME_ASC", `search(text: "Port Amsel"`,
	} {
		t.Run(list, func(t *testing.T) {
			t.Parallel()
			whole, info := a.page(t, list, "first: 100")
			if len(whole) < 2 || info.HasNextPage || info.HasPreviousPage {
				t.Fatalf("%d items, %+v", len(whole), info)
			}
			if got := a.walk(t, list, "first: 1", "after"); !cmp.Equal(got, whole) {
				t.Errorf("forwards %v, want %v", got, whole)
			}
			if strings.HasPrefix(list, "search") {
				return
			}
			if got := a.walk(t, list, "last: 1", "before"); !cmp.Equal(got, whole) {
				t.Errorf("backwards %v, want %v", got, whole)
			}
		})
	}
	t.Run("mentions", func(t *testing.T) {
		t.Parallel()
		q := func(args string) answer {
			return a.query(t, `{ node(id: "`+okaforID+`") { ... on Person { l: mentions(`+args+`) { edges { cursor node { text } } } } } }`, nil)
		}
		var one struct {
			Node struct {
				L struct{ Edges []struct{ Cursor string } }
			}
		}
		if err := json.Unmarshal(q("first: 1").Data, &one); err != nil {
			t.Fatal(err)
		}
		rest := q(`after: "` + one.Node.L.Edges[0].Cursor + `"`)
		if got := strings.Count(string(rest.Data), "cursor"); got != 3 {
			t.Errorf("%d mentions after the first, want 3: %s", got, rest.Body)
		}
	})
}

type pageInfo struct {
	HasNextPage, HasPreviousPage bool
	StartCursor, EndCursor       *string
}

func (a *api) page(t *testing.T, list, args string) ([]string, pageInfo) {
	t.Helper()
	if !strings.Contains(list, "(") {
		list += "("
	}
	got := a.query(t, `{ l: `+list+` `+args+`) { edges { cursor node { ... on Node { id } } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`, nil)
	var data struct {
		L struct {
			Edges []struct {
				Cursor string
				Node   struct{ ID string }
			}
			PageInfo pageInfo
		}
	}
	if err := json.Unmarshal(got.Data, &data); err != nil || len(got.Errors) > 0 {
		t.Fatalf("%v: %s", err, got.Body)
	}
	var ids []string
	for _, e := range data.L.Edges {
		ids = append(ids, e.Node.ID)
	}
	return ids, data.L.PageInfo
}

func (a *api) walk(t *testing.T, list, size, cursor string) []string {
	t.Helper()
	var all []string
	args := size
	for range 100 {
		ids, info := a.page(t, list, args)
		next, more := info.EndCursor, info.HasNextPage
		if cursor == "before" {
			all, next, more = append(ids, all...), info.StartCursor, info.HasPreviousPage
		} else {
			all = append(all, ids...)
		}
		if !more {
			break
		}
		args = size + " " + cursor + `: "` + *next + `"`
	}
	return all
}
