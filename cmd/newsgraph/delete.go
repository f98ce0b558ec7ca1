package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/loader/source"
)

func newDelete(io std) *cobra.Command {
	var store, base string
	cmd := &cobra.Command{
		Use:   "delete [flags] ARTICLE…",
		Short: "Take articles, and what only they supported, out of the graph",
		Long: "delete takes out articles, named by their id, their URL or the path they were loaded from. When one of them\n" +
			"is not in the graph, nothing is taken out.",
		Args: someArgs("at least one ARTICLE: an id, a URL or a path"),
		RunE: func(cmd *cobra.Command, args []string) error {
			g, err := openGraph(cmd.Context(), store)
			if err != nil {
				return err
			}
			err = deleteArticles(cmd.Context(), io, g, base, args)
			if cerr := g.Close(); err == nil {
				err = cerr
			}
			return err
		},
	}
	storeFlag(cmd, &store)
	cmd.Flags().StringVar(&base, "base", "", "the --base with which the files were loaded")
	return cmd
}

func deleteArticles(ctx context.Context, io std, g *graph.Graph, base string, names []string) error {
	ids := make([]graph.NodeID, len(names))
	for i, name := range names {
		id, err := articleID(name, base)
		if err != nil {
			return err
		}
		ids[i] = id
	}
	nodes, err := g.Nodes(ctx, ids)
	if err != nil {
		return err
	}
	for i, n := range nodes {
		if n == nil {
			return fmt.Errorf("article %q: %w; nothing was deleted", names[i], graph.ErrNotFound)
		}
	}
	applied, err := g.Apply(ctx, &graph.Batch{Delete: ids})
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(io.out, "Deleted %s.\n", counted(applied.Deleted, "article"))
	return err
}

// articleID is the id that a user's name for an article stands for.
func articleID(name, base string) (graph.NodeID, error) {
	if id := graph.NodeID(name); id.Type() == graph.TypeArticle {
		return id, nil
	}
	key, err := source.Key(name, base)
	if err != nil {
		return "", err
	}
	return graph.ArticleID(key), nil
}
