package main

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"github.com/newsgraph/newsgraph/graph"
)

// acting is a command by which somebody judges: plan gives what is judged.
type acting struct {
	use, short, example string
	args                cobra.PositionalArgs
	plan                func(ctx context.Context, g *graph.Graph, o *onGraph, args []string) ([]graph.Judgement, error)
}

func (a acting) command(io std) *cobra.Command {
	o := &onGraph{io: io}
	cmd := &cobra.Command{
		Use: a.use, Short: a.short, Example: a.example, Args: a.args,
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			return o.run(ctx, func(g *graph.Graph) error {
				judged, err := a.plan(ctx, g, o, args)
				if err != nil {
					return err
				}
				if _, err := g.Apply(ctx, &graph.Batch{Judge: judged, Audit: o.audit(cmd.Name(), judged)}); err != nil {
					return err
				}
				return o.acted(ctx, g, judged, fmt.Sprintf("Judgements: %d. To take this back: newsgraph entity undo %s", len(judged), judged[0].ID))
			})
		},
	}
	o.actFlags(cmd)
	return cmd
}

// manyArgs refuses a call with less than n arguments, or with others than n when exact.
func manyArgs(n int, exact bool, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) < n || exact && len(args) > n {
			return fmt.Errorf("%w: %s needs %s", errUsage, cmd.Name(), what)
		}
		return nil
	}
}

// verdicts are those that can be given on a pair, as the command line has them.
func verdicts() map[string]graph.Verdict {
	return map[string]graph.Verdict{"same": graph.Same, "not-same": graph.NotSame, "unsure": graph.Unsure}
}

func newEntityJudge(io std) *cobra.Command {
	return acting{
		use: "judge [flags] ENTITY ENTITY same|not-same|unsure", short: "Judge whether two keys are the same entity",
		example: "  newsgraph entity judge 'PERSON:j smith' 'PERSON:john smith' not-same --reason 'the one is a poet'",
		args: func(cmd *cobra.Command, args []string) error {
			if len(args) != 3 || verdicts()[args[2]] == "" {
				return fmt.Errorf("%w: %s needs two entities, and same, not-same or unsure", errUsage, cmd.Name())
			}
			return nil
		},
		plan: func(ctx context.Context, g *graph.Graph, o *onGraph, args []string) ([]graph.Judgement, error) {
			pair := slices.Clone(args[:2])
			for i, name := range pair {
				if graph.Key(name).Kind() != "" {
					continue // the key itself is meant
				}
				e, err := entityNamed(ctx, g, name)
				if err != nil {
					return nil, err
				}
				pair[i] = string(e.ID)
			}
			return g.Judge(ctx, pair[0], pair[1], verdicts()[args[2]], o.opinion())
		},
	}.command(io)
}

func newEntityMerge(io std) *cobra.Command {
	return acting{
		use: "merge [flags] ENTITY ENTITY…", short: "Make one entity of several",
		example: "  newsgraph entity merge 'Sergei Lavrov' 'S. Lavrov' --reason 'one spelling each'",
		args:    manyArgs(2, false, "two entities or more"),
		plan: func(ctx context.Context, g *graph.Graph, o *onGraph, args []string) ([]graph.Judgement, error) {
			ids := make([]graph.NodeID, len(args))
			for i, name := range args {
				e, err := entityNamed(ctx, g, name)
				if err != nil {
					return nil, err
				}
				ids[i] = e.ID
			}
			return g.Merge(ctx, ids, o.opinion())
		},
	}.command(io)
}

func newEntitySplit(io std) *cobra.Command {
	return acting{
		use: "split [flags] ENTITY KEY…", short: "Make an entity of its own of some keys of an entity",
		example: "  newsgraph entity split 'George Bush' 'PERSON:george h w bush' --reason 'the father'",
		args:    manyArgs(2, false, "an ENTITY and at least one of its keys"),
		plan: func(ctx context.Context, g *graph.Graph, o *onGraph, args []string) ([]graph.Judgement, error) {
			e, err := entityNamed(ctx, g, args[0])
			if err != nil {
				return nil, err
			}
			var keys []graph.Key
			for _, key := range args[1:] {
				keys = append(keys, graph.Key(key))
			}
			return g.Split(ctx, e.ID, keys, o.opinion())
		},
	}.command(io)
}

func newEntityRename(io std) *cobra.Command {
	return acting{
		use: "rename [flags] ENTITY NAME", short: "Call an entity by a name, in place of the best that articles give it",
		example: "  newsgraph entity rename 'Bibi Netanyahu' 'Benjamin Netanyahu' --reason 'his name'",
		args:    manyArgs(2, true, "an ENTITY and its new NAME"),
		plan: func(ctx context.Context, g *graph.Graph, o *onGraph, args []string) ([]graph.Judgement, error) {
			e, err := entityNamed(ctx, g, args[0])
			if err != nil {
				return nil, err
			}
			return g.Rename(ctx, e.ID, args[1], o.opinion())
		},
	}.command(io)
}

func newEntityUndo(io std) *cobra.Command {
	o := &onGraph{io: io}
	cmd := &cobra.Command{
		Use:   "undo [flags] JUDGEMENT",
		Short: "Take back a judgement of a person, with all that was judged at once with it",
		Args:  oneArg("the id of one JUDGEMENT, as the other commands print it"),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			return o.run(ctx, func(g *graph.Graph) error {
				judged, err := g.Act(ctx, graph.NodeID(args[0]))
				if err != nil {
					return err
				}
				b := &graph.Batch{Audit: o.audit(cmd.Name(), judged)}
				for _, j := range judged {
					b.Undo = append(b.Undo, j.ID)
				}
				if _, err := g.Apply(ctx, b); err != nil {
					return err
				}
				return o.acted(ctx, g, judged, fmt.Sprintf("Judgements taken back: %d.", len(judged)))
			})
		},
	}
	o.actFlags(cmd)
	return cmd
}

// audit is the line of the log of changes.
func (o *onGraph) audit(action string, judged []graph.Judgement) *graph.AuditEntry {
	by := o.opinion()
	e := &graph.AuditEntry{At: by.At, By: by.Author, Action: action, Outcome: graph.AuditDone, Detail: by.Reason}
	for i := range judged {
		e.Nodes = append(e.Nodes, keyIDs(&judged[i])...)
		if judged[i].Act != "" {
			e.Nodes = append(e.Nodes, judged[i].Act)
		}
	}
	return e
}

func keyIDs(j *graph.Judgement) []graph.NodeID {
	if j.B == "" {
		return []graph.NodeID{graph.EntityID(j.A)}
	}
	return []graph.NodeID{graph.EntityID(j.A), graph.EntityID(j.B)}
}

// acted tells what was judged, and which entities the keys belong to now.
func (o *onGraph) acted(ctx context.Context, g *graph.Graph, judged []graph.Judgement, did string) error {
	entities, err := entitiesOf(ctx, g, judged)
	if err != nil {
		return err
	}
	if o.json {
		out := make([]judgementJSON, len(judged))
		for i := range judged {
			out[i] = newJudgementJSON(&judged[i])
		}
		return json.NewEncoder(o.io.out).Encode(map[string]any{"judgements": out, "entities": entities})
	}
	if _, err := fmt.Fprintln(o.io.out, did); err != nil {
		return err
	}
	for _, e := range entities {
		if _, err := fmt.Fprintln(o.io.out, described(e)); err != nil {
			return err
		}
	}
	return nil
}

// entitiesOf gives the entities of the keys, each once.
func entitiesOf(ctx context.Context, g *graph.Graph, judged []graph.Judgement) ([]*graph.Entity, error) {
	var ids []graph.NodeID
	for i := range judged {
		ids = append(ids, keyIDs(&judged[i])...)
	}
	out := []*graph.Entity{}
	seen := map[graph.NodeID]bool{}
	for some := range slices.Chunk(slices.Compact(slices.Sorted(slices.Values(ids))), g.Options().MaxIDs) {
		nodes, err := g.Nodes(ctx, some)
		if err != nil {
			return nil, err
		}
		for _, n := range nodes {
			if e, ok := n.(*graph.Entity); ok && !seen[e.ID] {
				seen[e.ID] = true
				out = append(out, e)
			}
		}
	}
	return out, nil
}
