package schema

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"os"
	"sync"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/newsgraph/newsgraph/schema/auth"
)

// gate lets requests in: it refuses those of nobody, too many of them, those that no transport could read and those
// over the size limit, with errors that have a code; and it tells the log and the observer of each.
type gate struct {
	opts    Options
	admit   *admission
	next    http.Handler
	running sync.WaitGroup // streams
}

func (g *gate) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	req := newRequest(r)
	ctx, done := g.opts.Observer.Request(r)
	r = r.WithContext(context.WithValue(ctx, requestKey{}, req))
	out := &statusWriter{ResponseWriter: w, req: req}
	out.Header().Set(requestIDHeader, req.id)
	out.Header().Set("X-Content-Type-Options", "nosniff")
	who := g.serve(out, r)
	served := req.end(out.status())
	g.log(r, req, who, served)
	done(served)
}

// serve answers the request, or refuses it, and returns who asked.
func (g *gate) serve(w http.ResponseWriter, r *http.Request) auth.Identity {
	who, leave, refused := g.admit.enter(w, r)
	defer leave()
	if refused == nil {
		refused = g.check(w, r)
	}
	if refused != nil {
		requestOf(r.Context()).failed(gqlerror.List{refused.err})
		refused.write(w)
		return who
	}
	r = r.WithContext(auth.With(r.Context(), who))
	if isStream(r) {
		g.stream(w, r)
		return who
	}
	r.Header.Del("Upgrade") // to what is no WebSocket
	// For the answer to be made, and as long for the client to take it. See readBody.
	connection := http.NewResponseController(w)
	_ = connection.SetWriteDeadline(time.Now().Add(2 * g.opts.Timeout))
	defer func() { _ = connection.SetWriteDeadline(time.Time{}) }()
	g.next.ServeHTTP(w, r)
	return who
}

// stream serves a stream until the client or the server ends it.
func (g *gate) stream(w http.ResponseWriter, r *http.Request) {
	g.running.Add(1)
	defer g.running.Done()
	ctx, cancel := context.WithCancel(r.Context())
	defer cancel()
	if isWebSocket(r) {
		defer context.AfterFunc(g.opts.Running, cancel)()
	}
	out := &stream{ResponseWriter: w, timeout: g.opts.Timeout}
	defer out.end()
	g.next.ServeHTTP(out, r.WithContext(ctx))
}

// log writes the line of a request. What was asked is not in it: variables may be private.
func (g *gate) log(r *http.Request, req *request, who auth.Identity, s Served) {
	args := []any{"request", req.id, "method", r.Method, "path", r.URL.Path, "status", s.Status, "took", s.Took, "client", clientIP(r)}
	for _, more := range []struct{ key, value string }{
		{"user", who.Name}, {"kind", s.Operation}, {"operation", req.name}, {"limit", s.Limit},
	} {
		if more.value != "" {
			args = append(args, more.key, more.value)
		}
	}
	if len(s.Codes) > 0 {
		args = append(args, "codes", s.Codes)
	}
	g.opts.Logger.InfoContext(r.Context(), "request", args...)
}

func (g *gate) check(w http.ResponseWriter, r *http.Request) *refusal {
	switch r.Method {
	case http.MethodOptions, http.MethodHead:
		return nil
	case http.MethodGet:
		if isWebSocket(r) {
			return g.checkSocket(r)
		}
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
	body, refused := g.readBody(w, r)
	if refused != nil {
		return refused
	}
	if err := json.Unmarshal(body, &graphql.RawParams{}); err != nil {
		return refuse(http.StatusBadRequest, codeBadRequest, "the body is not a GraphQL request: %v", jsonFault(err))
	}
	r.Body = io.NopCloser(bytes.NewReader(body))
	return nil
}

// readBody reads a body that is within its limit and comes within the time.
func (g *gate) readBody(w http.ResponseWriter, r *http.Request) ([]byte, *refusal) {
	// What has no deadlines (a recorder of tests) has no slow clients either.
	connection := http.NewResponseController(w)
	_ = connection.SetReadDeadline(time.Now().Add(g.opts.Timeout))
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, g.opts.MaxBody))
	if tooLarge := (*http.MaxBytesError)(nil); errors.As(err, &tooLarge) {
		return nil, g.tooLarge()
	}
	if errors.Is(err, os.ErrDeadlineExceeded) {
		return nil, refuse(http.StatusRequestTimeout, codeTimeout, "the request took longer to arrive than %s", g.opts.Timeout).
			limit("timeout", g.opts.Timeout.String())
	}
	if err != nil {
		return nil, refuse(http.StatusBadRequest, codeBadRequest, "the request broke off")
	}
	_ = connection.SetReadDeadline(time.Time{})
	return body, nil
}

func (g *gate) tooLarge() *refusal {
	f := refuse(http.StatusRequestEntityTooLarge, "REQUEST_TOO_LARGE", "the request is larger than the limit of %d bytes", g.opts.MaxBody)
	return f.limit("maxBody", g.opts.MaxBody)
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
