// Package resolver answers the fields of the API: each resolver checks, calls the graph and returns.
package resolver

import (
	"context"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/schema/intake"
)

// Resolver is the root of the resolvers.
type Resolver struct {
	Graph   *graph.Graph
	Loader  intake.Loader   // reads articles that are sent; nil: none are taken
	Loads   *intake.Loads   // of this process; nil: none
	Running context.Context // ends when subscriptions are to end; nil: never
}
