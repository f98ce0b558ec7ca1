package auth_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"go.uber.org/goleak"

	"github.com/newsgraph/newsgraph/schema/auth"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// TestLeast is the table of who may do what, once more.
func TestLeast(t *testing.T) {
	t.Parallel()
	for field, want := range map[string]auth.Role{
		"Query.statements":             auth.Reader,
		"Query.__schema":               auth.Reader,
		"Subscription.statementAdded":  auth.Reader,
		"Mutation.loadArticle":         auth.Editor,
		"Mutation.somethingNewOfToday": auth.Editor,
		"Query.audit":                  auth.Admin,
	} {
		root, name, _ := strings.Cut(field, ".")
		if got := auth.Least(root, name); got != want {
			t.Errorf("%s needs %s, want %s", field, got, want)
		}
	}
}

func TestRoles(t *testing.T) {
	t.Parallel()
	if auth.None >= auth.Reader || auth.Reader >= auth.Editor || auth.Editor >= auth.Admin {
		t.Error("the roles are not in order")
	}
	for _, r := range []auth.Role{auth.Reader, auth.Editor, auth.Admin} {
		if got, err := auth.ParseRole(r.String()); got != r || err != nil {
			t.Errorf("%s became %s, %v", r, got, err)
		}
	}
	for _, bad := range []string{"", "none", "Reader", "root"} {
		if _, err := auth.ParseRole(bad); err == nil {
			t.Errorf("%q is a role", bad)
		}
	}
}

func TestFromNobody(t *testing.T) {
	t.Parallel()
	if got := auth.From(t.Context()); got != (auth.Identity{}) {
		t.Errorf("%+v", got)
	}
	ana := auth.Identity{Name: "ana", Role: auth.Editor}
	if got := auth.From(auth.With(t.Context(), ana)); got != ana {
		t.Errorf("%+v", got)
	}
}

func TestTokens(t *testing.T) {
	t.Parallel()
	reader, admin := auth.NewToken(), auth.NewToken()
	var file strings.Builder
	fmt.Fprintln(&file, "# who may ask")
	for _, one := range []struct {
		name  string
		role  auth.Role
		token string
	}{{"ana", auth.Reader, reader}, {"bruno@example.org", auth.Admin, admin}} {
		line, err := auth.TokenLine(one.name, one.role, one.token)
		if err != nil || strings.Contains(line, one.token) {
			t.Fatalf("line %q, %v", line, err)
		}
		fmt.Fprintln(&file, "\n  "+line)
	}
	tokens, err := auth.ReadTokens(strings.NewReader(file.String()))
	if err != nil {
		t.Fatal(err)
	}
	if who, err := tokens.Authenticate(t.Context(), reader); err != nil || who != (auth.Identity{Name: "ana", Role: auth.Reader}) {
		t.Errorf("%+v %v", who, err)
	}
	if who, err := tokens.Authenticate(t.Context(), admin); err != nil || who.Role != auth.Admin {
		t.Errorf("%+v %v", who, err)
	}
	for _, bad := range []string{"", "x", reader + "x", strings.ToUpper(reader)} {
		if _, err := tokens.Authenticate(t.Context(), bad); !errors.Is(err, auth.ErrUnauthenticated) {
			t.Errorf("%q: %v", bad, err)
		}
	}
}

func TestReadTokensRefuses(t *testing.T) {
	t.Parallel()
	hash := strings.Repeat("0123456789abcdef", 4)
	for name, tc := range map[string]struct{ file, says string }{
		"empty":         {"# nothing\n", "there is no token"},
		"no hash":       {"ana:reader", "name:role:hash"},
		"plain token":   {"# x\nana:reader:ngt_secret", "line 2"},
		"unknown role":  {"ana:root:" + hash, "reader, editor or admin"},
		"no name":       {":reader:" + hash, "name"},
		"a name twice":  {"ana:reader:" + hash + "\nana:admin:" + strings.Repeat("00", 32), "twice"},
		"a token twice": {"ana:reader:" + hash + "\nbea:admin:" + strings.ToUpper(hash), "twice"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := auth.ReadTokens(strings.NewReader(tc.file))
			if err == nil || !strings.Contains(err.Error(), tc.says) || strings.Contains(err.Error(), "secret") {
				t.Errorf("%v", err)
			}
		})
	}
}

// FuzzReadTokens checks that no file opens the door: what is accepted has names, roles, and knows no empty token.
func FuzzReadTokens(f *testing.F) {
	f.Add("ana:reader:" + strings.Repeat("0123456789abcdef", 4))
	f.Add("#\n\n:::\n")
	f.Fuzz(func(t *testing.T, file string) {
		tokens, err := auth.ReadTokens(strings.NewReader(file))
		if err != nil {
			return
		}
		if _, err := tokens.Authenticate(t.Context(), ""); err == nil {
			t.Errorf("%q knows the empty token", file)
		}
	})
}

type fixed struct {
	id  auth.Identity
	err error
}

func (f fixed) Authenticate(context.Context, string) (auth.Identity, error) { return f.id, f.err }

func TestAny(t *testing.T) {
	t.Parallel()
	ana := fixed{id: auth.Identity{Name: "ana", Role: auth.Reader}}
	no, down := fixed{err: auth.ErrUnauthenticated}, fixed{err: auth.ErrUnavailable}
	for name, tc := range map[string]struct {
		any  auth.Authenticator
		want error
	}{
		"nobody":        {auth.Any(), auth.ErrUnauthenticated},
		"first":         {auth.Any(ana, no), nil},
		"second":        {auth.Any(no, ana), nil},
		"down, second":  {auth.Any(down, ana), nil},
		"down, unknown": {auth.Any(down, no), auth.ErrUnavailable},
		"unknown":       {auth.Any(no, no), auth.ErrUnauthenticated},
	} {
		if _, err := tc.any.Authenticate(t.Context(), "x"); !errors.Is(err, tc.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestRequire(t *testing.T) {
	t.Parallel()
	next := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, auth.From(r.Context()).Name) })
	for name, tc := range map[string]struct {
		a      auth.Authenticator
		status int
	}{
		"open":        {nil, 200},
		"good":        {fixed{id: auth.Identity{Name: "ana", Role: auth.Editor}}, 200},
		"unknown":     {fixed{err: auth.ErrUnauthenticated}, 401},
		"down":        {fixed{err: auth.ErrUnavailable}, 503},
		"lesser role": {fixed{id: auth.Identity{Name: "ana", Role: auth.Reader}}, 403},
	} {
		w := httptest.NewRecorder()
		auth.Require(tc.a, auth.Editor, next).ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/", nil))
		if w.Code != tc.status || name == "good" && w.Body.String() != "ana" {
			t.Errorf("%s: %d %s", name, w.Code, w.Body)
		}
	}
}
