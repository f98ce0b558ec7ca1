//go:build keepdeps

// Package keepdeps holds the pinned modules in go.mod until the code that needs them is there.
package keepdeps

import (
	_ "github.com/99designs/gqlgen"
	_ "github.com/99designs/gqlgen/api"
	_ "github.com/99designs/gqlgen/graphql/handler"
	_ "github.com/99designs/gqlgen/graphql/handler/extension"
	_ "github.com/99designs/gqlgen/graphql/handler/transport"
	_ "github.com/99designs/gqlgen/graphql/playground"
	_ "github.com/99designs/gqlgen/client"
	_ "github.com/vektah/gqlparser/v2"
	_ "github.com/vikstrous/dataloadgen"
	_ "github.com/neo4j/neo4j-go-driver/v5/neo4j"
	_ "modernc.org/sqlite"
	_ "github.com/neurosnap/sentences/english"
	_ "github.com/markusmobius/go-dateparser"
	_ "golang.org/x/text/unicode/norm"
	_ "github.com/spf13/cobra"
	_ "github.com/schollz/progressbar/v3"
	_ "github.com/google/go-cmp/cmp"
	_ "go.uber.org/goleak"
	_ "pgregory.net/rapid"
	_ "github.com/pariz/gountries"
	_ "github.com/biter777/countries"
	_ "golang.org/x/sync/errgroup"
)
