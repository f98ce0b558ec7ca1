package schema

import (
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/schema/resolver"
)

// cors lets pages of the origins use what next serves. Browsers keep all other pages from reading answers.
type cors struct {
	origins []string
	next    http.Handler
}

func (c *cors) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Add("Vary", "Origin")
	origin := r.Header.Get("Origin")
	if !slices.Contains(c.origins, origin) {
		c.next.ServeHTTP(w, r)
		return
	}
	w.Header().Set("Access-Control-Allow-Origin", origin)
	if r.Method == http.MethodOptions && r.Header.Get("Access-Control-Request-Method") != "" {
		w.Header().Set("Access-Control-Allow-Methods", "GET, POST")
		w.Header().Set("Access-Control-Allow-Headers", "Authorization, Content-Type, "+resolver.IdempotencyHeader+", "+requestIDHeader)
		w.Header().Set("Access-Control-Max-Age", "600")
		w.WriteHeader(http.StatusNoContent)
		return
	}
	w.Header().Set("Access-Control-Expose-Headers", requestIDHeader+", Retry-After")
	c.next.ServeHTTP(w, r)
}

// IsOrigin tells whether a text is an origin as browsers write it (RFC 6454): scheme://host or scheme://host:port.
func IsOrigin(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Hostname() != "" && !strings.Contains(u.Host, "*") &&
		s == u.Scheme+"://"+strings.ToLower(u.Host)
}
