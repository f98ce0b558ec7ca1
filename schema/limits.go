package schema

import (
	"context"
	"net/http"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/newsgraph/newsgraph/graph"
)

// limits is the extension that refuses queries which are too large in one way or another, before anything
// is asked of the graph.
type limits struct {
	opts  Options
	pages graph.Options
}

var _ interface {
	graphql.OperationContextMutator
	graphql.HandlerExtension
} = limits{}

// ExtensionName names the extension.
func (limits) ExtensionName() string { return "Limits" }

// Validate has nothing to check.
func (limits) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationContext refuses an operation that is over a limit.
func (l limits) MutateOperationContext(ctx context.Context, op *graphql.OperationContext) *gqlerror.Error {
	return l.check(op).of(ctx)
}

func (l limits) check(op *graphql.OperationContext) *refusal {
	m := measurer{limits: l, vars: op.Variables, fragments: map[string]measure{}}
	size := m.set(op.Operation.SelectionSet)
	over := func(code, limit string, most int, format string, args ...any) *refusal {
		return refuse(http.StatusBadRequest, code, format, append(args, most)...).limit(limit, most)
	}
	switch {
	case l.opts.DisableIntrospection && size.introspects:
		return refuse(http.StatusBadRequest, "INTROSPECTION_DISABLED", "questions about the schema are switched off")
	case size.aliases > l.opts.MaxAliases:
		return over("ALIAS_LIMIT_EXCEEDED", "maxAliases", l.opts.MaxAliases, "the query has %d aliases, the limit is %d", size.aliases)
	case size.depth > l.opts.MaxDepth:
		return over("DEPTH_LIMIT_EXCEEDED", "maxDepth", l.opts.MaxDepth, "the query is %d fields deep, the limit is %d", size.depth)
	case size.page > l.pages.MaxPage:
		return over("PAGE_LIMIT_EXCEEDED", "maxPage", l.pages.MaxPage, "a page or top of %d is asked for, the limit is %d: ask for fewer, and for the next page with after", size.page)
	case size.ids > l.pages.MaxIDs:
		return over("IDS_LIMIT_EXCEEDED", "maxIds", l.pages.MaxIDs, "an argument holds a list of %d, the limit is %d", size.ids)
	case size.network > l.pages.MaxNetwork:
		return over("NETWORK_LIMIT_EXCEEDED", "maxNetwork", l.pages.MaxNetwork, "a network of %d entities is asked for, the limit is %d", size.network)
	case size.steps > l.pages.MaxNetworkDepth:
		return over("NETWORK_DEPTH_LIMIT_EXCEEDED", "maxNetworkDepth", l.pages.MaxNetworkDepth,
			"a network of %d steps is asked for, the limit is %d", size.steps)
	case size.articles > l.opts.MaxArticles:
		return over("ARTICLES_LIMIT_EXCEEDED", "maxArticles", l.opts.MaxArticles, "%d articles are sent, the limit is %d: send them in several requests", size.articles)
	case size.cost > l.opts.MaxComplexity:
		return over("COMPLEXITY_LIMIT_EXCEEDED", "maxComplexity", l.opts.MaxComplexity,
			"the query has a complexity of %d, the limit is %d: ask for fewer fields or smaller pages", size.cost)
	}
	return nil
}
