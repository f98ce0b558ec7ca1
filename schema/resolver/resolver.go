// Package resolver answers the fields of the API: each resolver checks, calls the graph and returns.
package resolver

import "github.com/newsgraph/newsgraph/graph"

// Resolver is the root of the resolvers.
type Resolver struct{ Graph *graph.Graph }
