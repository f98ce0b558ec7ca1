// Package schema is the GraphQL API over a graph: the schema in .graphqls files, one a concept, the
// handler that serves it with its limits, and a page to try it out.
//
// The models of the API are the types of package graph; gqlgen binds them by gqlgen.yml.
package schema

import (
	"net/http"
	"strings"

	"github.com/vektah/gqlparser/v2/formatter"

	"github.com/newsgraph/newsgraph/schema/generated"
)

//go:generate go tool gqlgen generate --config gqlgen.yml
//go:generate go run ../internal/gqllean
//go:generate go run ../internal/apidoc/write

// SDL returns the schema in the schema definition language, with descriptions, in one piece.
func SDL() string {
	var out strings.Builder
	schema := generated.NewExecutableSchema(generated.Config{}).Schema()
	formatter.NewFormatter(&out, formatter.WithIndent("  ")).FormatSchema(schema)
	return out.String()
}

// sdlHandler serves [SDL], for tools that make clients from it.
func sdlHandler() http.Handler {
	sdl := SDL()
	return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/graphql; charset=utf-8")
		_, _ = w.Write([]byte(sdl))
	})
}
