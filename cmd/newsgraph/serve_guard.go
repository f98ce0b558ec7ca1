package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/spf13/cobra"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/schema"
)

// guarding is how much may be asked. Errors of the API name these flags.
type guarding struct {
	limits schema.Options
	sizes  graph.Options
	query  string

	auditDays int // for which the log is kept
}

func (g *guarding) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.Int64Var(&g.limits.MaxBody, "max-body", 1<<20, "most bytes of a request")
	f.IntVar(&g.limits.MaxTokens, "max-tokens", 2000, "most tokens of a query's text")
	f.IntVar(&g.limits.MaxDepth, "max-depth", 20, "most fields within fields")
	f.IntVar(&g.limits.MaxComplexity, "max-complexity", 200_000, "greatest cost of a query: about the fields of its greatest answer")
	f.IntVar(&g.limits.MaxAliases, "max-aliases", 100, "most aliases in an operation")
	f.IntVar(&g.sizes.MaxPage, "max-page", 100, "most items of a page")
	f.IntVar(&g.auditDays, "audit-days", 0, "days for which entries of the audit log are kept; 0: for ever")
	f.IntVar(&g.sizes.MaxBuckets, "max-buckets", 1000, "most buckets of a timeline")
	f.IntVar(&g.sizes.MaxIDs, "max-ids", 1000, "most ids, or other values, in a list that is an argument")
	f.IntVar(&g.sizes.MaxNetwork, "max-network", 500, "most entities of a network")
	f.IntVar(&g.sizes.MaxNetworkDepth, "max-network-depth", 3, "most steps of a network")
	f.IntVar(&g.sizes.MaxNewest, "max-newest", 2000, "most statements, articles and events of one entity that are looked at for its relations, the newest")
	f.DurationVar(&g.limits.Timeout, "timeout", 10*time.Second, "most time for a request to arrive, and then for its answer to be made")
	f.IntVar(&g.limits.MaxConcurrent, "max-concurrent", 100, "most requests at once; 0: any number")
	f.Float64Var(&g.limits.Rate, "rate", 100, "most requests a second of one user, or of one address when users are not known, with twice as many after a rest; 0: any number")
	f.IntVar(&g.limits.MaxArticles, "max-articles", 100, "most articles that an operation may send")
	f.IntVar(&g.limits.MaxSubscriptions, "max-subscriptions", 1000, "most subscriptions at once, and connections for them; 0: any number")
	f.IntVar(&g.limits.MaxClientSubscriptions, "max-client-subscriptions", 20, "most of them of one user, or of one address when users are not known; 0: any number")
	f.StringVar(&g.query, "queries", "", "answer only the queries in this file or folder (.graphql, .gql, or .json by id)")
	f.StringArrayVar(&g.limits.CORS, "cors", nil, "origin, like https://news.example, whose pages may use the API in browsers (may be repeated)")
	f.BoolVar(&g.limits.DisableIntrospection, "no-introspection", false, "refuse questions about the schema, do not publish it, do not suggest names")
	f.BoolVar(&g.limits.DisableGraphiQL, "no-graphiql", false, "leave out the page to try queries")
}

// check refuses limits that let nothing through.
func (g *guarding) check() error {
	var errs []error
	for _, least := range []struct {
		flag  string
		value float64
		least float64
	}{
		{"max-body", float64(g.limits.MaxBody), 1},
		{"max-tokens", float64(g.limits.MaxTokens), 1},
		{"max-depth", float64(g.limits.MaxDepth), 1},
		{"max-complexity", float64(g.limits.MaxComplexity), 1},
		{"max-aliases", float64(g.limits.MaxAliases), 1},
		{"max-page", float64(g.sizes.MaxPage), 1},
		{"max-buckets", float64(g.sizes.MaxBuckets), 1},
		{"audit-days", float64(g.auditDays), 0},
		{"max-ids", float64(g.sizes.MaxIDs), 1},
		{"max-network", float64(g.sizes.MaxNetwork), 1},
		{"max-network-depth", float64(g.sizes.MaxNetworkDepth), 1},
		{"max-newest", float64(g.sizes.MaxNewest), 1},
		{"max-articles", float64(g.limits.MaxArticles), 1},
		{"max-subscriptions", float64(g.limits.MaxSubscriptions), 0},
		{"max-client-subscriptions", float64(g.limits.MaxClientSubscriptions), 0},
		{"max-concurrent", float64(g.limits.MaxConcurrent), 0},
		{"rate", g.limits.Rate, 0},
	} {
		if least.value < least.least {
			errs = append(errs, fmt.Errorf("%w: --%s is %g, it must be at least %g", errUsage, least.flag, least.value, least.least))
		}
	}
	if g.limits.Timeout <= 0 {
		errs = append(errs, fmt.Errorf("%w: --timeout is %s, it must be more than nothing", errUsage, g.limits.Timeout))
	}
	for _, origin := range g.limits.CORS {
		if !schema.IsOrigin(origin) {
			errs = append(errs, fmt.Errorf("%w: --cors %q must be an origin, like https://news.example or http://localhost:3000", errUsage, origin))
		}
	}
	return errors.Join(errs...)
}

// pages are the limits that the graph itself keeps.
func (g *guarding) pages() *graph.Options {
	pages := g.sizes
	pages.DefaultPage = min(20, pages.MaxPage)
	pages.AuditKeep = time.Duration(g.auditDays) * 24 * time.Hour
	return &pages
}

// api is what the API is told, by all flags together.
func (s *serving) api(ctx context.Context, log *slog.Logger) (*schema.Options, error) {
	opts := s.limits
	opts.Logger = log
	opts.DisableSuggestions = opts.DisableIntrospection
	if opts.Rate == 0 {
		opts.Rate = -1
	}
	for _, most := range []*int{&opts.MaxConcurrent, &opts.MaxSubscriptions, &opts.MaxClientSubscriptions} {
		if *most == 0 {
			*most = -1 // any number
		}
	}
	var err error
	if opts.Auth, err = s.authenticator(ctx, log); err != nil {
		return nil, err
	}
	if s.query != "" {
		if opts.Documents, err = schema.ReadDocuments(s.query); err != nil {
			return nil, fmt.Errorf("--queries: %w", err)
		}
	}
	return &opts, nil
}
