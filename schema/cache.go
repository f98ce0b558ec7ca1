package schema

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler/lru"
)

// How much is kept of queries' texts and trees: a tree takes some hundred times the bytes of its text at most.
const (
	keptQueries = 1000     // texts that clients may ask for by their hash
	keptTrees   = 200      // parsed queries
	keptSize    = 16 << 10 // bytes; a longer text is not kept, so that the caches are bounded in bytes
)

// smallOnly is a cache that keeps nothing for long texts.
type smallOnly[V any] struct {
	graphql.Cache[V]
	text func(key string, v V) string
}

func newCache[V any](size int, text func(key string, v V) string) graphql.Cache[V] {
	return smallOnly[V]{Cache: lru.New[V](size), text: text}
}

// Add keeps the value, unless its text is too long.
func (c smallOnly[V]) Add(ctx context.Context, key string, v V) {
	if len(c.text(key, v)) <= keptSize {
		c.Cache.Add(ctx, key, v)
	}
}
