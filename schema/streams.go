package schema

import (
	"context"
	"net/http"
	"strings"
	"sync"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/newsgraph/newsgraph/schema/auth"
)

// slots counts what there is at once, in all and for each client.
type slots struct {
	mu     sync.Mutex
	all    int
	of     map[string]int
	limits Options
}

func newSlots(o Options) *slots { return &slots{of: map[string]int{}, limits: o} }

// take takes a place for a client; free gives it back.
func (s *slots) take(client, what string) (free func(), _ *refusal) {
	s.mu.Lock()
	defer s.mu.Unlock()
	o := s.limits
	switch {
	case o.MaxSubscriptions >= 0 && s.all >= o.MaxSubscriptions:
		return nil, refuse(http.StatusServiceUnavailable, "TOO_BUSY", "the server has %d %s, which is the limit; try again later", s.all, what).
			limit("maxSubscriptions", o.MaxSubscriptions)
	case o.MaxClientSubscriptions >= 0 && s.of[client] >= o.MaxClientSubscriptions:
		return nil, refuse(http.StatusTooManyRequests, "TOO_MANY_SUBSCRIPTIONS", "you have %d %s, which is the limit; end some of them", s.of[client], what).
			limit("maxClientSubscriptions", o.MaxClientSubscriptions)
	}
	s.all++
	s.of[client]++
	return sync.OnceFunc(func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.all--
		if s.of[client]--; s.of[client] == 0 {
			delete(s.of, client)
		}
	}), nil
}

// operations is the extension that counts subscriptions, and treats each operation of a WebSocket like a request of its own.
type operations struct {
	admit         *admission
	subscriptions *slots
}

var _ interface {
	graphql.OperationInterceptor
	graphql.HandlerExtension
} = operations{}

// ExtensionName names the extension.
func (operations) ExtensionName() string { return "Operations" }

// Validate has nothing to check.
func (operations) Validate(graphql.ExecutableSchema) error { return nil }

// InterceptOperation lets an operation begin, or refuses it.
func (o operations) InterceptOperation(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
	free, refused := o.enter(ctx)
	if refused != nil {
		return graphql.OneShot(&graphql.Response{Errors: gqlerror.List{refused.of(ctx)}})
	}
	responses := next(ctx)
	stop := context.AfterFunc(ctx, free)
	return func(ctx context.Context) *graphql.Response {
		response := responses(ctx)
		if response == nil {
			stop()
			free()
		}
		return response
	}
}

func (o operations) enter(ctx context.Context) (free func(), _ *refusal) {
	req, who := requestOf(ctx), auth.From(ctx)
	client := clientOf(who, req.address)
	if req.socket {
		if refused := o.admit.paced(client); refused != nil {
			return nil, refused
		}
	}
	if graphql.GetOperationContext(ctx).Operation.Operation == ast.Subscription {
		if !req.stream {
			return nil, refuse(http.StatusBadRequest, codeBadRequest,
				"a subscription needs a stream: connect by WebSocket (graphql-transport-ws), or send the header Accept: text/event-stream")
		}
		if refused := checkRoot(graphql.GetOperationContext(ctx)); refused != nil {
			return nil, refused
		}
		return o.subscriptions.take(client, "subscriptions")
	}
	if !req.stream {
		return func() {}, nil // the gate has let it in
	}
	return o.admit.place()
}

// checkRoot refuses a subscription to anything but one field (GraphQL specification, 5.2.4.1).
func checkRoot(op *graphql.OperationContext) *refusal {
	fields := graphql.CollectFields(op, op.Operation.SelectionSet, []string{"Subscription"})
	if len(fields) == 1 && !strings.HasPrefix(fields[0].Name, "__") {
		return nil
	}
	return refuse(http.StatusBadRequest, errcode.ValidationFailed, "a subscription must ask for one field of Subscription, this asks for %d", len(fields))
}
