package schema

import (
	"cmp"
	"context"
	"log/slog"
	"net/http"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/extension"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/99designs/gqlgen/graphql/handler/transport"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/schema/batch"
	"github.com/newsgraph/newsgraph/schema/generated"
	"github.com/newsgraph/newsgraph/schema/resolver"
)

// Options bounds what a request may ask for. The zero value of a field means its default. The sizes of pages
// and filters are bounded by [graph.Options].
type Options struct {
	MaxBody       int64         // bytes of a request; 1 MiB
	MaxTokens     int           // tokens of a query's text; 2000
	MaxDepth      int           // fields within fields; 20
	MaxComplexity int           // cost of a query, about the fields of its greatest answer; 200,000
	Timeout       time.Duration // for the making of an answer; 10 s

	DisableIntrospection bool // refuses questions about the schema, and does not publish it
	DisableSuggestions   bool // leaves "Did you mean" out of errors
	DisableGraphiQL      bool // leaves out the page to try queries on

	Logger *slog.Logger // for faults that clients are not told; slog.Default()
}

// cachedQueries is how many parsed queries are kept; one of MaxTokens takes some hundred kilobytes.
const cachedQueries = 200

func (o *Options) withDefaults() Options {
	var out Options
	if o != nil {
		out = *o
	}
	out.MaxBody = cmp.Or(out.MaxBody, 1<<20)
	out.MaxTokens = cmp.Or(out.MaxTokens, 2000)
	out.MaxDepth = cmp.Or(out.MaxDepth, 20)
	out.MaxComplexity = cmp.Or(out.MaxComplexity, 200_000)
	out.Timeout = cmp.Or(out.Timeout, 10*time.Second)
	out.Logger = cmp.Or(out.Logger, slog.Default())
	return out
}

// NewHandler serves the API over the graph; opts may be nil.
//
//	/graphql         the API, by GET (queries only) and POST as the GraphQL over HTTP specification has it
//	/schema.graphql  the schema, see [SDL]
//	/graphiql/       a page to try queries on, which loads nothing from elsewhere; / leads to it
//
// Errors carry extensions.code. What is refused as a whole (unreadable, over a limit) has a status
// of 400 to 499; an answer with errors in some of its fields has 200.
func NewHandler(g *graph.Graph, opts *Options) http.Handler {
	o := opts.withDefaults()
	mux := http.NewServeMux()
	mux.Handle("/graphql", &gate{opts: o, next: newServer(g, o)})
	if !o.DisableIntrospection {
		mux.Handle("GET /schema.graphql", sdlHandler())
	}
	if !o.DisableGraphiQL {
		mux.Handle("GET /graphiql/", http.StripPrefix("/graphiql", graphiql("/graphql")))
		mux.Handle("GET /{$}", http.RedirectHandler("/graphiql/", http.StatusFound))
	}
	return mux
}

// newServer puts gqlgen's server together.
func newServer(g *graph.Graph, o Options) *handler.Server {
	exec := generated.NewExecutableSchema(generated.Config{Resolvers: &resolver.Resolver{Graph: g}})
	server := handler.New(exec)
	server.AddTransport(transport.Options{AllowedMethods: []string{http.MethodGet, http.MethodPost, http.MethodOptions}})
	server.AddTransport(transport.GET{UseGrapQLResponseJsonByDefault: true})
	server.AddTransport(transport.POST{UseGrapQLResponseJsonByDefault: true})
	server.SetQueryCache(lru.New[*ast.QueryDocument](cachedQueries))
	server.SetParserTokenLimit(o.MaxTokens)
	server.SetDisableSuggestion(o.DisableSuggestions)
	server.SetErrorPresenter((&presenter{log: o.Logger, timeout: o.Timeout}).present)
	server.SetRecoverFunc(recovered)
	server.Use(extension.Introspection{})
	server.Use(limits{opts: o, pages: g.Options()})
	server.AroundResponses(answer(o.Timeout))
	return server
}

// answer makes each answer within the timeout and in a context in which its loads are batched.
func answer(timeout time.Duration) graphql.ResponseMiddleware {
	return func(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
		ctx, cancel := context.WithTimeout(ctx, timeout)
		defer cancel()
		return next(batch.New(ctx))
	}
}
