package schema

import (
	"context"
	"net/http"
	"time"
)

// Served is what there is to tell of a request when it has been answered.
type Served struct {
	Operation string        // query, mutation or subscription; "" when it did not come so far
	Status    int           // of HTTP
	Codes     []string      // extensions.code of the errors, each once, in the order of their coming
	Limit     string        // the limit that the request was over, see [Options]; ""
	Took      time.Duration // from its arrival to the end of its answer
}

// Observer is told of requests, for metrics and traces. It may be used by many goroutines at once.
type Observer interface {
	// Request is told of a request that comes. It is served in the context that is returned; done is called at its end.
	Request(r *http.Request) (_ context.Context, done func(Served))
	// Operation is told of an answer that is about to be made: the kind of operation, and the name that the client
	// gave it, if any. The answer is made in the context that is returned; done is called with its errors' codes.
	Operation(ctx context.Context, kind, name string) (_ context.Context, done func(codes []string))
}

// unobserved is the observer who takes no notice.
type unobserved struct{}

func (unobserved) Request(r *http.Request) (context.Context, func(Served)) {
	return r.Context(), func(Served) {}
}

func (unobserved) Operation(ctx context.Context, _, _ string) (context.Context, func([]string)) {
	return ctx, func([]string) {}
}
