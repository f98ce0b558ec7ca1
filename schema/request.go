package schema

import (
	"context"
	"crypto/rand"
	"net/http"
	"slices"
	"sync"
	"time"

	"github.com/vektah/gqlparser/v2/gqlerror"
)

// request is what is known of a request from its arrival on.
type request struct {
	id      string
	start   time.Time
	address string // of the client
	stream  bool   // its answers come one after the other
	socket  bool   // it may hold several operations

	mu     sync.Mutex
	status int             // the HTTP status of a refusal; 0 for that of the transport
	logged map[string]bool // faults that are in the log already
	served Served
	name   string // of the operation
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
	return &request{
		id: id, start: time.Now(), address: clientIP(r), stream: isStream(r), socket: isWebSocket(r), logged: map[string]bool{},
	}
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

// asked notes the operation.
func (r *request) asked(kind, name string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.served.Operation, r.name = kind, name
}

// failed notes the codes of errors and the limit that they name, and returns the codes, each once.
func (r *request) failed(errs gqlerror.List) []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	var codes []string
	for _, err := range errs {
		code, _ := err.Extensions["code"].(string)
		if limit, ok := err.Extensions["limit"].(string); ok {
			r.served.Limit = limit
		}
		codes = appendNew(codes, code)
		r.served.Codes = appendNew(r.served.Codes, code)
	}
	return codes
}

func appendNew(list []string, s string) []string {
	if slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}

// end returns what there is to tell of the request, which was answered with the status.
func (r *request) end(status int) Served {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.served.Status, r.served.Took = status, time.Since(r.start)
	return r.served
}

// statusWriter puts the status of a refusal in the place of the transport's, which knows only of syntax errors.
type statusWriter struct {
	http.ResponseWriter
	req  *request
	sent int // the status that was sent; 0 before
}

// WriteHeader sends the status.
func (w *statusWriter) WriteHeader(status int) {
	w.req.mu.Lock()
	if w.req.status != 0 {
		status = w.req.status
	}
	w.req.mu.Unlock()
	if w.sent == 0 {
		w.sent = status
	}
	w.ResponseWriter.WriteHeader(status)
}

// Write sends the status too, if it was not sent.
func (w *statusWriter) Write(p []byte) (int, error) {
	if w.sent == 0 {
		w.WriteHeader(http.StatusOK)
	}
	return w.ResponseWriter.Write(p)
}

// Flush sends what was written; transports that stream ask for it.
func (w *statusWriter) Flush() {
	// What cannot flush sends when it is done.
	_ = http.NewResponseController(w.ResponseWriter).Flush()
}

// Unwrap lets [http.ResponseController] reach the connection.
func (w *statusWriter) Unwrap() http.ResponseWriter { return w.ResponseWriter }

// status is what was sent; net/http sends 200 where nobody said another.
func (w *statusWriter) status() int {
	if w.sent == 0 {
		return http.StatusOK
	}
	return w.sent
}
