package schema

import (
	"context"
	"net/http"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/extension"
	"github.com/99designs/gqlgen/graphql/handler/transport"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/schema/auth"
	"github.com/newsgraph/newsgraph/schema/batch"
	"github.com/newsgraph/newsgraph/schema/generated"
	"github.com/newsgraph/newsgraph/schema/resolver"
)

// NewHandler serves the API over the graph; opts may be nil.
//
//	/graphql         the API, by GET (queries only) and POST as the GraphQL over HTTP specification has it;
//	                 subscriptions by WebSocket (graphql-transport-ws) and server-sent events (distinct connections)
//	/schema.graphql  the schema, see [SDL]
//	/graphiql/       a page to try queries on, which loads nothing from elsewhere; / leads to it
//
// Errors carry extensions.code. What is refused as a whole (unreadable, over a limit, not allowed) has a status
// of 400 to 499, or 503 when it may be tried again; an answer with errors in some of its fields has 200. The context
// of resolvers knows who asks, see [auth.From].
func NewHandler(g *graph.Graph, opts *Options) *Handler {
	o := opts.withDefaults()
	mux := http.NewServeMux()
	admit := newAdmission(o)
	api := &gate{opts: o, admit: admit, next: newServer(g, o, admit)}
	mux.Handle("/graphql", api)
	if !o.DisableIntrospection {
		mux.Handle("GET /schema.graphql", auth.Require(o.Auth, auth.Reader, sdlHandler()))
	}
	if !o.DisableGraphiQL && o.Documents == nil {
		mux.Handle("GET /graphiql/", http.StripPrefix("/graphiql", graphiql("/graphql")))
		mux.Handle("GET /{$}", http.RedirectHandler("/graphiql/", http.StatusFound))
	}
	return &Handler{Handler: &cors{origins: o.CORS, next: mux}, api: api}
}

// Handler is what [NewHandler] returns.
type Handler struct {
	http.Handler
	api *gate
}

// Wait waits until all streams have ended, WebSockets among them, which [http.Server.Shutdown] does not wait for. It is called when
// Options.Running has ended and no requests come any more. It returns the context's error.
func (h *Handler) Wait(ctx context.Context) error {
	ended := make(chan struct{})
	go func() {
		h.api.running.Wait()
		close(ended)
	}()
	select {
	case <-ended:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// newServer puts gqlgen's server together.
func newServer(g *graph.Graph, o Options, admit *admission) *handler.Server {
	resolvers := &resolver.Resolver{Graph: g, Loader: o.Loader, Loads: o.Loads, Running: o.Running}
	server := handler.New(generated.NewExecutableSchema(generated.Config{Resolvers: resolvers}))
	server.AddTransport(webSocket(o, admit))
	server.AddTransport(transport.SSE{KeepAlivePingInterval: pulse})
	server.AddTransport(transport.Options{AllowedMethods: []string{http.MethodGet, http.MethodPost, http.MethodOptions}})
	server.AddTransport(transport.GET{UseGrapQLResponseJsonByDefault: true})
	server.AddTransport(transport.POST{UseGrapQLResponseJsonByDefault: true})
	server.SetQueryCache(newCache(keptTrees, func(text string, _ *ast.QueryDocument) string { return text }))
	server.SetDisableSuggestion(o.DisableSuggestions)
	server.SetErrorPresenter((&presenter{log: o.Logger, timeout: o.Timeout}).present)
	server.SetRecoverFunc(recovered)
	server.Use(extension.Introspection{})
	server.Use(tokens{limit: o.MaxTokens})
	if o.Documents != nil {
		server.Use(allowed{documents: o.Documents})
	} else {
		server.Use(persisted{texts: newCache(keptQueries, func(_, text string) string { return text })})
	}
	server.Use(permissions{})
	server.Use(limits{opts: o, pages: g.Options()})
	server.Use(operations{admit: admit, subscriptions: newSlots(o)})
	server.AroundResponses(answer(o.Timeout, o.Observer))
	return server
}

// answer makes each answer within the timeout and in a context in which its loads are batched, and tells of it.
func answer(timeout time.Duration, observer Observer) graphql.ResponseMiddleware {
	return func(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
		ctx, cancel := within(ctx, timeout)
		defer cancel()
		req, done := requestOf(ctx), func([]string) {}
		if op := graphql.GetOperationContext(ctx); op.Operation != nil {
			kind := string(op.Operation.Operation)
			req.asked(kind, op.Operation.Name)
			ctx, done = observer.Operation(ctx, kind, op.Operation.Name)
		}
		resp := next(ctx)
		if resp == nil { // a subscription has ended
			done(nil)
			return nil
		}
		done(req.failed(resp.Errors))
		return resp
	}
}

// within returns the context of an answer, which ends after the timeout. The event of a subscription may be waited for as long as it likes: its
// time begins when something is loaded for it.
func within(ctx context.Context, timeout time.Duration) (context.Context, context.CancelFunc) {
	if op := graphql.GetOperationContext(ctx).Operation; op == nil || op.Operation != ast.Subscription {
		ctx, cancel := context.WithTimeout(ctx, timeout)
		return batch.New(ctx), cancel
	}
	ctx, cancel := context.WithCancelCause(ctx)
	var timer *time.Timer
	begin := func() { timer = time.AfterFunc(timeout, func() { cancel(context.DeadlineExceeded) }) }
	return batch.NewEvent(ctx, begin), func() {
		if timer != nil {
			timer.Stop()
		}
		cancel(nil)
	}
}
