package schema_test

import (
	"context"
	"fmt"
	"net/http"
	"testing"

	"github.com/newsgraph/newsgraph/schema"
	"github.com/newsgraph/newsgraph/schema/auth"
)

// doorkeeper knows the tokens reader, nobody and down.
type doorkeeper struct{}

func (doorkeeper) Authenticate(_ context.Context, token string) (auth.Identity, error) {
	switch token {
	case "reader":
		return auth.Identity{Name: "ana", Role: auth.Reader}, nil
	case "nobody":
		return auth.Identity{Name: "bruno"}, nil
	case "down":
		return auth.Identity{}, fmt.Errorf("secret: %w", auth.ErrUnavailable)
	}
	return auth.Identity{}, fmt.Errorf("%w: the token is not known", auth.ErrUnauthenticated)
}

func TestAuth(t *testing.T) {
	t.Parallel()
	a := newAPI(t, fixture(), &schema.Options{Auth: doorkeeper{}})
	for name, tc := range map[string]struct {
		header string
		code   string
		status int
	}{
		"good":          {"Bearer reader", "", 200},
		"small letters": {"bearer reader", "", 200},
		"no header":     {"", "UNAUTHENTICATED", 401},
		"no token":      {"Bearer ", "UNAUTHENTICATED", 401},
		"another way":   {"Basic reader", "UNAUTHENTICATED", 401},
		"unknown":       {"Bearer x", "UNAUTHENTICATED", 401},
		"no role":       {"Bearer nobody", "FORBIDDEN", 403},
		"cannot tell":   {"Bearer down", "UNAVAILABLE", 503},
	} {
		t.Run(name, func(t *testing.T) {
			for _, query := range []string{"{ stats { articles } }", "{ ...F } fragment F on Query { ... { s: stats { articles } } }"} {
				r := post(t.Context(), `{"query":"`+query+`"}`)
				r.Header.Set("Authorization", tc.header)
				got := a.send(t, r)
				if got.Status != tc.status || got.code() != tc.code {
					t.Errorf("%d %s, want %d %s: %s", got.Status, got.code(), tc.status, tc.code, got.Body)
				}
				if (got.Header.Get("WWW-Authenticate") != "") != (tc.status == 401) {
					t.Errorf("WWW-Authenticate: %q", got.Header.Get("WWW-Authenticate"))
				}
			}
		})
	}
	if got := get(t, a, "/schema.graphql", ""); got.Code != http.StatusUnauthorized {
		t.Errorf("the schema is published to anybody: %d", got.Code)
	}
}

// TestRateOfUsers gives each user a rate of their own, wherever they come from, and strangers one by their address.
func TestRateOfUsers(t *testing.T) {
	t.Parallel()
	a := newAPI(t, fixture(), &schema.Options{Auth: doorkeeper{}, Rate: 0.01, Burst: 1})
	for i, step := range []struct {
		addr, token string
		status      int
	}{
		{"192.0.2.1:1", "reader", 200},
		{"192.0.2.9:1", "reader", 429},
		{"192.0.2.1:1", "x", 401},
		{"192.0.2.1:1", "y", 429},
		{"192.0.2.2:1", "y", 401},
	} {
		r := post(t.Context(), `{"query":"{__typename}"}`)
		r.RemoteAddr = step.addr
		r.Header.Set("Authorization", "Bearer "+step.token)
		if got := a.send(t, r); got.Status != step.status {
			t.Errorf("step %d: %d %s, want %d", i, got.Status, got.Body, step.status)
		}
	}
}
