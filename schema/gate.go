package schema

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"sync"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// request is what is known of a request from its arrival on.
type request struct {
	id string

	mu     sync.Mutex
	status int             // the HTTP status of a refusal; 0 for that of the transport
	logged map[string]bool // faults that are in the log already
}

type requestKey struct{}

func requestOf(ctx context.Context) *request {
	r, ok := ctx.Value(requestKey{}).(*request)
	if !ok {
		r = &request{}
	}
	return r
}

// requestIDHeader names the request in the answer, and may name it in the request.
const requestIDHeader = "X-Request-Id"

func newRequest(r *http.Request) *request {
	id := r.Header.Get(requestIDHeader)
	if !isRequestID(id) {
		id = rand.Text()
	}
	return &request{id: id, logged: map[string]bool{}}
}

// isRequestID takes only what is safe to write into logs and headers.
func isRequestID(id string) bool {
	for _, c := range []byte(id) {
		if c <= ' ' || c > '~' || c == '"' {
			return false
		}
	}
	return id != "" && len(id) <= 64
}

// gate refuses requests that no transport could read, and those over the size limit, with errors that have a code.
type gate struct {
	opts Options
	next http.Handler
}

func (g *gate) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	req := newRequest(r)
	w.Header().Set(requestIDHeader, req.id)
	w.Header().Set("X-Content-Type-Options", "nosniff")
	if refusal := g.check(w, r); refusal != nil {
		refusal.write(w)
		return
	}
	r = r.WithContext(context.WithValue(r.Context(), requestKey{}, req))
	g.next.ServeHTTP(&statusWriter{ResponseWriter: w, req: req}, r)
}

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

func (f *refusal) write(w http.ResponseWriter) {
	w.Header().Set("Content-Type", "application/graphql-response+json")
	w.WriteHeader(f.status)
	// The client is gone when this fails.
	_ = json.NewEncoder(w).Encode(graphql.Response{Errors: gqlerror.List{f.err}})
}

func (g *gate) check(w http.ResponseWriter, r *http.Request) *refusal {
	switch r.Method {
	case http.MethodOptions, http.MethodHead:
		return nil
	case http.MethodGet:
		return g.checkGet(r)
	case http.MethodPost:
		return g.checkPost(w, r)
	}
	w.Header().Set("Allow", "GET, POST, OPTIONS")
	return refuse(http.StatusMethodNotAllowed, codeBadRequest, "the method is %s, it must be GET or POST", r.Method)
}

func (g *gate) checkGet(r *http.Request) *refusal {
	if int64(len(r.URL.RawQuery)) > g.opts.MaxBody {
		return g.tooLarge()
	}
	params := r.URL.Query()
	for _, name := range []string{"variables", "extensions"} {
		var object map[string]any
		if v := params.Get(name); v != "" && json.Unmarshal([]byte(v), &object) != nil {
			return refuse(http.StatusBadRequest, codeBadRequest, "the parameter %s is not a JSON object", name)
		}
	}
	return nil
}

// checkPost reads the body, so that its size and its form are known before a transport sees it.
func (g *gate) checkPost(w http.ResponseWriter, r *http.Request) *refusal {
	media, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil || media != "application/json" {
		return refuse(http.StatusUnsupportedMediaType, codeBadRequest, "the content type is %q, it must be application/json", r.Header.Get("Content-Type"))
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, g.opts.MaxBody))
	if tooLarge := (*http.MaxBytesError)(nil); errors.As(err, &tooLarge) {
		return g.tooLarge()
	}
	if err != nil {
		return refuse(http.StatusBadRequest, codeBadRequest, "the request broke off")
	}
	if err := json.Unmarshal(body, &graphql.RawParams{}); err != nil {
		return refuse(http.StatusBadRequest, codeBadRequest, "the body is not a GraphQL request: %v", jsonFault(err))
	}
	r.Body = io.NopCloser(bytes.NewReader(body))
	return nil
}

func (g *gate) tooLarge() *refusal {
	f := refuse(http.StatusRequestEntityTooLarge, "REQUEST_TOO_LARGE", "the request is larger than the limit of %d bytes", g.opts.MaxBody)
	return f.limit("maxBody", g.opts.MaxBody)
}

func (f *refusal) limit(name string, value any) *refusal {
	f.err.Extensions["limit"], f.err.Extensions["max"] = name, value
	return f
}

// jsonFault says what is wrong without naming Go types.
func jsonFault(err error) string {
	if wrong := (*json.UnmarshalTypeError)(nil); errors.As(err, &wrong) && wrong.Field != "" {
		return fmt.Sprintf("%s must not be a JSON %s", wrong.Field, wrong.Value)
	}
	if wrong := (*json.SyntaxError)(nil); errors.As(err, &wrong) {
		return fmt.Sprintf("no JSON at byte %d", wrong.Offset)
	}
	return "it must be one JSON object with query, variables and operationName"
}

// statusWriter puts the status of a refusal in the place of the transport's, which knows only of syntax errors.
type statusWriter struct {
	http.ResponseWriter
	req *request
}

// WriteHeader sends the status.
func (w *statusWriter) WriteHeader(status int) {
	w.req.mu.Lock()
	if w.req.status != 0 {
		status = w.req.status
	}
	w.req.mu.Unlock()
	w.ResponseWriter.WriteHeader(status)
}

// Unwrap lets [http.ResponseController] reach the connection.
func (w *statusWriter) Unwrap() http.ResponseWriter { return w.ResponseWriter }
