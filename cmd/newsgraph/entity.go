package main

import (
	"context"
	"errors"
	"fmt"
	"os/user"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/newsgraph/newsgraph/graph"
)

// newEntity is the command that tells, and changes, which names are one entity.
func newEntity(io std) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "entity COMMAND",
		Short: "Tell and change which names are one person, organization, place or event",
		Long: "entity tells why an entity is one node, and lists pairs that may be one; it judges, merges, splits and renames, takes that back,\n" +
			"and writes and reads the judgements of people as a file. What people judge beats the rules, and stays when articles are loaded\n" +
			"again or deleted.\n\n" +
			"An ENTITY is named by its id, by one of its keys (\"PERSON:sergey lavrov\"), or by a name that only one entity has.",
		Args: noUnknown,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newEntityShow(io), newEntitySuggestions(io), newEntityJudge(io), newEntityMerge(io), newEntitySplit(io),
		newEntityRename(io), newEntityUndo(io), newEntityExport(io), newEntityImport(io))
	return cmd
}

// onGraph is a command on the graph of --store.
type onGraph struct {
	io    std
	store string
	json  bool
	by    string
	why   string
}

// run opens the graph for work, and closes it.
func (o *onGraph) run(ctx context.Context, work func(*graph.Graph) error) error {
	g, err := openGraph(ctx, o.store)
	if err != nil {
		return err
	}
	err = work(g)
	if cerr := g.Close(); err == nil {
		err = cerr
	}
	return err
}

// flags adds the flags that all such commands have.
func (o *onGraph) flags(cmd *cobra.Command) {
	storeFlag(cmd, &o.store)
	cmd.Flags().BoolVar(&o.json, "json", false, "print JSON")
}

// actFlags adds those of commands by which somebody judges.
func (o *onGraph) actFlags(cmd *cobra.Command) {
	o.flags(cmd)
	cmd.Flags().StringVar(&o.why, "reason", "", "why; kept with the judgement")
	cmd.Flags().StringVar(&o.by, "by", "", "who judges (default: your user name)")
}

// opinion is who judges, why and when.
func (o *onGraph) opinion() graph.Opinion {
	by := o.by
	if by == "" {
		if u, err := user.Current(); err == nil {
			by = u.Username
		}
	}
	return graph.Opinion{Author: by, Reason: o.why, At: time.Now()}
}

// entityNamed finds the entity that a user means.
func entityNamed(ctx context.Context, g *graph.Graph, name string) (*graph.Entity, error) {
	id := graph.NodeID(name)
	if key := graph.Key(name); key.Kind() != "" {
		id = graph.EntityID(key)
	}
	if id.Type() == graph.TypeEntity {
		n, err := g.Node(ctx, id)
		if err != nil {
			return nil, fmt.Errorf("entity %q: %w", name, err)
		}
		return n.(*graph.Entity), nil //nolint:forcetypeassert // the id is that of an entity
	}
	found, err := g.Lookup(ctx, []graph.NameQuery{{Name: name}})
	switch {
	case err != nil:
		return nil, err
	case len(found[0]) == 0:
		return nil, fmt.Errorf("entity %q: %w: no entity has that name", name, graph.ErrNotFound)
	case len(found[0]) > 1:
		return nil, fmt.Errorf("%w: several entities are called %q; say which by its id:%s", errAmbiguous, name, candidates(found[0]))
	}
	return found[0][0], nil
}

// errAmbiguous is returned for a name that several entities have.
var errAmbiguous = errors.New("ambiguous name")

func candidates(entities []*graph.Entity) string {
	var out strings.Builder
	for _, e := range entities {
		fmt.Fprintf(&out, "\n  %s", described(e))
	}
	return out.String()
}

// described names an entity for people.
func described(e *graph.Entity) string {
	return fmt.Sprintf("%s  %s (%s, %s in %s)", e.ID, e.Name, e.Kind, counted(e.MentionCount, "mention"), counted(e.ArticleCount, "article"))
}

// counted is a number of things, as people write it.
func counted(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}
