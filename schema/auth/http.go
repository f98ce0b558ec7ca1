package auth

import (
	"errors"
	"net/http"
	"strings"
)

// Bearer returns the token of a request's Authorization header (RFC 6750), "" when there is none.
func Bearer(r *http.Request) string { return Token(r.Header.Get("Authorization")) }

// Token returns the token of such a header's value, "" when it has none.
func Token(authorization string) string {
	scheme, token, _ := strings.Cut(authorization, " ")
	if !strings.EqualFold(scheme, "Bearer") {
		return ""
	}
	return strings.TrimSpace(token)
}

// Require serves next to those who prove to have at least the role, for handlers beside the API; they find the
// identity with [From]. Where a is nil, nobody needs to prove anything.
func Require(a Authenticator, least Role, next http.Handler) http.Handler {
	if a == nil {
		return next
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		who, err := a.Authenticate(r.Context(), Bearer(r))
		switch {
		case errors.Is(err, ErrUnauthenticated):
			w.Header().Set("WWW-Authenticate", "Bearer")
			http.Error(w, "the header Authorization must have a good token: Bearer TOKEN", http.StatusUnauthorized)
		case err != nil:
			http.Error(w, "it cannot be told now who asks", http.StatusServiceUnavailable)
		case who.Role < least:
			http.Error(w, "this needs the role "+least.String(), http.StatusForbidden)
		default:
			next.ServeHTTP(w, r.WithContext(With(r.Context(), who)))
		}
	})
}
