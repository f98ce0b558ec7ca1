package main

import (
	"context"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/graph/neo4jstore"
	"github.com/newsgraph/newsgraph/graph/sqlitestore"
	"github.com/newsgraph/newsgraph/loader/identity"
)

const (
	storeEnv     = "NEWSGRAPH_STORE"
	defaultStore = "sqlite:newsgraph.db"
	sqliteScheme = "sqlite"
)

// storeFlag adds --store to the command.
func storeFlag(cmd *cobra.Command, store *string) {
	cmd.Flags().StringVar(store, "store", "",
		"where the graph is: sqlite:PATH, sqlite::memory:, neo4j://[user:pass@]host:7687[?database=NAME] or bolt://… "+
			"(default $"+storeEnv+", else "+defaultStore+")")
}

// storeURI is the flag, or else the environment's, or else the default.
func storeURI(flag string) string {
	for _, s := range []string{flag, os.Getenv(storeEnv)} {
		if s != "" {
			return s
		}
	}
	return defaultStore
}

// checkStore refuses a --store that names no store, before anything is opened.
func checkStore(uri string) error {
	scheme, rest, _ := strings.Cut(uri, ":")
	switch scheme {
	case sqliteScheme:
		if rest == "" {
			return fmt.Errorf("%w: --store %q names no file; write sqlite:PATH", errUsage, uri)
		}
		return nil
	case "neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc":
		return nil
	}
	// The rest of it may hold a password.
	return fmt.Errorf("%w: --store (or $%s) begins with %q, it must be sqlite:PATH, neo4j://… or bolt://…", errUsage, storeEnv, scheme)
}

// openGraph opens the graph that --store names.
func openGraph(ctx context.Context, flag string) (*graph.Graph, error) {
	uri := storeURI(flag)
	if err := checkStore(uri); err != nil {
		return nil, err
	}
	store, err := openStore(ctx, uri)
	if err != nil {
		return nil, err
	}
	return graph.New(store, &graph.Options{Rules: identity.Rules(), Places: identity.Places()}), nil
}

func openStore(ctx context.Context, uri string) (graph.Store, error) {
	if scheme, path, _ := strings.Cut(uri, ":"); scheme == sqliteScheme {
		return sqlitestore.Open(ctx, path, nil)
	}
	return neo4jstore.Open(ctx, uri, nil)
}
