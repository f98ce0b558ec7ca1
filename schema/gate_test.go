package schema

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/newsgraph/newsgraph/schema/auth"
)

// TestSlowReader sends more than a client takes: the server does not wait for it for ever.
func TestSlowReader(t *testing.T) {
	t.Parallel()
	o := (&Options{Timeout: 20 * time.Millisecond, Logger: slog.New(slog.DiscardHandler)}).withDefaults()
	ended := make(chan error, 1)
	server := httptest.NewServer(&gate{opts: o, admit: newAdmission(o), next: http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		var err error
		for chunk := make([]byte, 1<<20); err == nil; {
			_, err = w.Write(chunk)
		}
		ended <- err
	})})
	defer server.Close()
	conn, err := (&net.Dialer{}).DialContext(t.Context(), "tcp", server.Listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	_, _ = io.WriteString(conn, "GET /graphql?query={__typename} HTTP/1.1\r\nHost: x\r\n\r\n")
	if err := <-ended; !errors.Is(err, os.ErrDeadlineExceeded) {
		t.Error(err)
	}
}

// TestClientsAreBounded asks from more addresses than are remembered.
func TestClientsAreBounded(t *testing.T) {
	t.Parallel()
	a := newAdmission((*Options)(nil).withDefaults())
	for i := range rememberedClients + 100 {
		r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/graphql", nil)
		r.RemoteAddr = fmt.Sprintf("10.%d.%d.%d:1", i>>16, i>>8&255, i&255)
		if refused := a.pace(httptest.NewRecorder(), r, auth.Identity{}); refused != nil {
			t.Fatal(refused.err)
		}
	}
	if n := a.clients.Len(); n != rememberedClients {
		t.Errorf("%d clients are remembered", n)
	}
}

// TestPermissions tries the table on a schema with all kinds of operations.
func TestPermissions(t *testing.T) {
	t.Parallel()
	s := gqlparser.MustLoadSchema(&ast.Source{Input: `
		type Query { stats: Int audit: Int }
		type Mutation { loadArticle: Int }
		type Subscription { statementAdded: Int }`})
	for query, least := range map[string]auth.Role{
		"{ stats }":                       auth.Reader,
		"{ __typename }":                  auth.Reader,
		"subscription { statementAdded }": auth.Reader,
		"mutation { loadArticle }":        auth.Editor,
		"mutation { ...F } fragment F on Mutation { ... { a: loadArticle } }": auth.Editor,
		"{ stats audit }": auth.Admin,
	} {
		doc, errs := gqlparser.LoadQueryWithRules(s, query, nil)
		if errs != nil {
			t.Fatal(errs)
		}
		for _, role := range []auth.Role{auth.None, auth.Reader, auth.Editor, auth.Admin} {
			req := &request{}
			ctx := auth.With(context.WithValue(t.Context(), requestKey{}, req), auth.Identity{Role: role})
			err := permissions{}.MutateOperationContext(ctx, &graphql.OperationContext{Operation: doc.Operations[0]})
			if (err == nil) != (role >= least) {
				t.Errorf("%s as %s: %v", query, role, err)
			}
			if err != nil && (err.Extensions["code"] != "FORBIDDEN" || req.status != http.StatusForbidden) {
				t.Errorf("%d %v", req.status, err)
			}
		}
	}
}
