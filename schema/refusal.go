package schema

import (
	"context"
	"encoding/json"
	"net/http"
	"strings"
	"unicode"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// refusal is an error for a request as a whole.
type refusal struct {
	status int
	err    *gqlerror.Error
}

func refuse(status int, code, format string, args ...any) *refusal {
	err := gqlerror.Errorf(format, args...)
	err.Extensions = map[string]any{"code": code}
	return &refusal{status: status, err: err}
}

// limit names the limit that was reached, and the flag that sets it.
func (f *refusal) limit(name string, value any) *refusal {
	limitError(f.err, name, value)
	return f
}

func limitError(err *gqlerror.Error, name string, value any) {
	flag := flagOf(name)
	err.Message += " (set by " + flag + ")"
	err.Extensions["limit"], err.Extensions["max"], err.Extensions["flag"] = name, value, flag
}

// flagOf is the flag of `newsgraph serve` for a limit: --max-body for maxBody.
func flagOf(limit string) string {
	var flag strings.Builder
	flag.WriteString("--")
	for _, c := range limit {
		if unicode.IsUpper(c) {
			flag.WriteByte('-')
		}
		flag.WriteRune(unicode.ToLower(c))
	}
	return flag.String()
}

// write answers with the refusal alone.
func (f *refusal) write(w http.ResponseWriter) {
	w.Header().Set("Content-Type", "application/graphql-response+json")
	w.WriteHeader(f.status)
	// The client is gone when this fails.
	_ = json.NewEncoder(w).Encode(graphql.Response{Errors: gqlerror.List{f.err}})
}

// of notes the refusal's status on the request, for a transport to answer with, and returns its error.
func (f *refusal) of(ctx context.Context) *gqlerror.Error {
	if f == nil {
		return nil
	}
	req := requestOf(ctx)
	req.mu.Lock()
	defer req.mu.Unlock()
	req.status = f.status
	return f.err
}
