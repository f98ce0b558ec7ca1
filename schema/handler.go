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
//	/graphql         the API, by GET (queries only) and POST as the GraphQL over HTTP specification has it
//	/schema.graphql  the schema, see [SDL]
//	/graphiql/       a page to try queries on, which loads nothing from elsewhere; / leads to it
//
// Errors carry extensions.code. What is refused as a whole (unreadable, over a limit, not allowed) has a status
// of 400 to 499, or 503 when it may be tried again; an answer with errors in some of its fields has 200. The context
// of resolvers knows who asks, see [auth.From].
func NewHandler(g *graph.Graph, opts *Options) http.Handler {
	o := opts.withDefaults()
	mux := http.NewServeMux()
	mux.Handle("/graphql", &gate{opts: o, admit: newAdmission(o), next: newServer(g, o)})
	if !o.DisableIntrospection {
		mux.Handle("GET /schema.graphql", auth.Require(o.Auth, auth.Reader, sdlHandler()))
	}
	if !o.DisableGraphiQL && o.Documents == nil {
		mux.Handle("GET /graphiql/", http.StripPrefix("/graphiql", graphiql("/graphql")))
		mux.Handle("GET /{$}", http.RedirectHandler("/graphiql/", http.StatusFound))
	}
	return &cors{origins: o.CORS, next: mux}
}

// newServer puts gqlgen's server together.
func newServer(g *graph.Graph, o Options) *handler.Server {
	exec := generated.NewExecutableSchema(generated.Config{Resolvers: &resolver.Resolver{Graph: g}})
	server := handler.New(exec)
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
	server.AroundResponses(answer(o.Timeout, o.Observer))
	return server
}

// answer makes each answer within the timeout and in a context in which its loads are batched, and tells of it.
func answer(timeout time.Duration, observer Observer) graphql.ResponseMiddleware {
	return func(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
		ctx, cancel := context.WithTimeout(ctx, timeout)
		defer cancel()
		req, done := requestOf(ctx), func([]string) {}
		if op := graphql.GetOperationContext(ctx); op.Operation != nil {
			kind := string(op.Operation.Operation)
			req.asked(kind, op.Operation.Name)
			ctx, done = observer.Operation(ctx, kind, op.Operation.Name)
		}
		resp := next(batch.New(ctx))
		if resp == nil { // a subscription has ended
			done(nil)
			return nil
		}
		done(req.failed(resp.Errors))
		return resp
	}
}
