package schema

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/newsgraph/newsgraph/graph"
)

// The values of extensions.code, besides those of the limits and those of gqlgen
// (GRAPHQL_PARSE_FAILED, GRAPHQL_VALIDATION_FAILED).
const (
	codeBadRequest   = "BAD_REQUEST"
	codeBadUserInput = "BAD_USER_INPUT"
	codeNotFound     = "NOT_FOUND"
	codeConflict     = "CONFLICT"
	codeUnavailable  = "UNAVAILABLE"
	codeTimeout      = "TIMEOUT"
	codeCanceled     = "CANCELED"
	codeInternal     = "INTERNAL"

	codeUnauthenticated = "UNAUTHENTICATED"
	codeForbidden       = "FORBIDDEN"
)

// presenter turns errors into what clients may know of them.
type presenter struct {
	log     *slog.Logger
	timeout time.Duration // as Options have it
}

// present keeps the text of errors that are about the request, and hides that of all others.
func (p *presenter) present(ctx context.Context, err error) *gqlerror.Error {
	known := (*gqlerror.Error)(nil)
	if errors.As(err, &known) && known.Extensions["code"] != nil {
		return known
	}
	code, text := p.describe(ctx, err)
	out := gqlerror.Errorf("%s", text)
	out.Path = graphql.GetPath(ctx)
	out.Extensions = map[string]any{"code": code}
	if known != nil {
		out.Path, out.Locations = known.Path, known.Locations
	}
	if code == codeTimeout {
		limitError(out, "timeout", p.timeout.String())
	}
	if code == codeInternal || code == codeUnavailable {
		req := requestOf(ctx)
		out.Extensions["requestId"] = req.id
		p.report(ctx, req, code, err)
	}
	return out
}

// describe gives the code of an error and the text for clients.
func (p *presenter) describe(ctx context.Context, err error) (code, text string) {
	switch {
	case errors.Is(err, graph.ErrInvalid):
		return codeBadUserInput, cause(err)
	case errors.Is(err, graph.ErrNotFound):
		return codeNotFound, cause(err)
	case errors.Is(err, graph.ErrConflict):
		return codeConflict, "another writer came first; try again"
	case errors.Is(err, graph.ErrLagged):
		return "TOO_SLOW", "more was loaded than you read meanwhile; subscribe again, and ask for what you missed"
	case errors.Is(err, context.DeadlineExceeded), errors.Is(context.Cause(ctx), context.DeadlineExceeded):
		return codeTimeout, fmt.Sprintf("the answer took longer than the limit of %s; ask for less", p.timeout)
	case errors.Is(err, context.Canceled):
		return codeCanceled, "the request was canceled"
	case errors.Is(err, graph.ErrUnavailable), errors.Is(err, graph.ErrClosed):
		return codeUnavailable, "the graph cannot be reached; try again later"
	}
	return codeInternal, "something went wrong; the server's log tells more under the request id"
}

// cause is the text of an error without the place in the answer that gqlgen puts before it.
func cause(err error) string {
	known := (*gqlerror.Error)(nil)
	for errors.As(err, &known) && known.Err != nil {
		err = known.Err
	}
	return err.Error()
}

// report logs a fault once for a request, however many fields it hits.
func (p *presenter) report(ctx context.Context, req *request, code string, err error) {
	text := cause(err)
	req.mu.Lock()
	again := req.logged[text]
	if req.logged != nil {
		req.logged[text] = true
	}
	req.mu.Unlock()
	if again {
		return
	}
	args := []any{"code", code, "request", req.id, "path", graphql.GetPath(ctx).String(), "error", text}
	if p := (*panicError)(nil); errors.As(err, &p) {
		args = append(args, "stack", p.stack)
	}
	p.log.ErrorContext(ctx, "graphql: field failed", args...)
}

// panicError is a panic of a resolver.
type panicError struct {
	cause any
	stack string
}

// Error tells the cause.
func (p *panicError) Error() string { return fmt.Sprintf("panic: %v", p.cause) }

// recovered turns a panic of a resolver into an error, which [presenter.present] hides and logs.
func recovered(_ context.Context, cause any) error {
	return &panicError{cause: cause, stack: string(debug.Stack())}
}
