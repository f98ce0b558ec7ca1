package main

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"github.com/newsgraph/newsgraph/graph"
)

func newEntityShow(io std) *cobra.Command {
	o := &onGraph{io: io}
	cmd := &cobra.Command{
		Use:   "show [flags] ENTITY",
		Short: "Tell why an entity is one node: its keys, and what was judged on them",
		Args:  oneArg("one ENTITY: an id, a key or a name"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return o.run(cmd.Context(), func(g *graph.Graph) error { return o.show(cmd.Context(), g, args[0]) })
		},
	}
	o.flags(cmd)
	return cmd
}

func (o *onGraph) show(ctx context.Context, g *graph.Graph, name string) error {
	e, err := entityNamed(ctx, g, name)
	if err != nil {
		return err
	}
	id, err := g.Identity(ctx, e.ID)
	if err != nil {
		return err
	}
	if o.json {
		judgements := make([]judgementJSON, len(id.Judgements))
		for i := range id.Judgements {
			judgements[i] = newJudgementJSON(&id.Judgements[i].Judgement)
			judgements[i].Effect = id.Judgements[i].Effect
		}
		return json.NewEncoder(o.io.out).Encode(map[string]any{"entity": id.Entity, "keys": id.Keys, "judgements": judgements})
	}
	out := tabwriter.NewWriter(o.io.out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(out, described(id.Entity))
	for _, k := range id.Keys {
		fmt.Fprintf(out, "KEY\t%s\t%s\n", k.Key, counted(k.Articles, "article"))
	}
	for i := range id.Judgements {
		x := &id.Judgements[i]
		fmt.Fprintf(out, "%s\t%s\n", x.Effect, line(&x.Judgement))
	}
	return out.Flush()
}

// line tells of a judgement, in columns.
func line(j *graph.Judgement) string {
	of := string(j.A) + "\t" + string(j.B)
	if j.Verdict == graph.Named {
		of = string(j.A) + "\t" + fmt.Sprintf("%q", j.Name)
	}
	return fmt.Sprintf("%s\t%s\t%.2f\t%s %s\t%s\t%s", of, j.Verdict, j.Score, strings.ToLower(string(j.By)), j.Author, j.ID, oneLine(j.Reason))
}

// oneLine keeps a text from breaking the columns.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// judgementJSON is a judgement as commands print it.
type judgementJSON struct {
	ID      graph.NodeID    `json:"id"`
	Act     graph.NodeID    `json:"act,omitempty"`
	Effect  graph.Effect    `json:"effect,omitempty"`
	Verdict graph.Verdict   `json:"verdict"`
	A       graph.Key       `json:"a"`
	B       graph.Key       `json:"b,omitempty"`
	Name    string          `json:"name,omitempty"`
	By      graph.Authority `json:"by"`
	Score   float64         `json:"score"`
	Author  string          `json:"author"`
	Reason  string          `json:"reason"`
	At      time.Time       `json:"at,omitzero"`
}

func newJudgementJSON(j *graph.Judgement) judgementJSON {
	return judgementJSON{
		ID: j.ID, Act: j.Act, Verdict: j.Verdict, A: j.A, B: j.B, Name: j.Name, By: j.By, Score: j.Score, Author: j.Author, Reason: j.Reason, At: j.At,
	}
}

func newEntitySuggestions(io std) *cobra.Command {
	o := &onGraph{io: io}
	q := suggesting{first: 20}
	cmd := &cobra.Command{
		Use:   "suggestions [flags]",
		Short: "List pairs that may be one entity and on which nobody has judged, the surest first",
		Args:  noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := q.check(); err != nil {
				return err
			}
			return o.run(cmd.Context(), func(g *graph.Graph) error { return o.suggestions(cmd.Context(), g, &q) })
		},
	}
	o.flags(cmd)
	cmd.Flags().IntVar(&q.first, "first", q.first, "how many")
	cmd.Flags().Float64Var(&q.score, "min-score", 0, "only those with at least this score")
	cmd.Flags().StringArrayVar(&q.kinds, "kind", nil, "only those of this kind: PERSON, ORGANIZATION, PLACE or EVENT (may be repeated)")
	return cmd
}

// suggesting is what suggestions are asked for.
type suggesting struct {
	first int
	score float64
	kinds []string
}

func (s *suggesting) check() error {
	if s.first < 1 || !(s.score >= 0 && s.score <= 1) { // NaN neither
		return fmt.Errorf("%w: --first must be at least 1, and --min-score from 0 to 1", errUsage)
	}
	for i, kind := range s.kinds {
		if s.kinds[i] = strings.ToUpper(kind); !slices.Contains(graph.Kinds(), graph.Kind(s.kinds[i])) {
			return fmt.Errorf("%w: --kind %q is none of %v", errUsage, kind, graph.Kinds())
		}
	}
	return nil
}

func (o *onGraph) suggestions(ctx context.Context, g *graph.Graph, s *suggesting) error {
	q := graph.SuggestionQuery{MinScore: s.score, Page: graph.Page{Count: true}}
	for _, k := range s.kinds {
		q.Kinds = append(q.Kinds, graph.Kind(k))
	}
	var found []graph.Judgement
	total := 0
	for more := true; more; {
		n := min(s.first-len(found), g.Options().MaxPage)
		q.Page.First = &n
		page, err := g.Suggestions(ctx, &q)
		if err != nil {
			return err
		}
		for _, e := range page.Edges {
			found = append(found, *e.Node)
		}
		if q.Page.Count {
			total, q.Page.Count = page.Total, false
		}
		q.Page.After = page.PageInfo.EndCursor
		more = page.PageInfo.HasNextPage && len(found) < s.first
	}
	if o.json {
		pairs := make([]judgementJSON, len(found))
		for i := range found {
			pairs[i] = newJudgementJSON(&found[i])
		}
		return json.NewEncoder(o.io.out).Encode(map[string]any{"suggestions": pairs, "total": total})
	}
	out := tabwriter.NewWriter(o.io.out, 0, 0, 2, ' ', 0)
	for i := range found {
		fmt.Fprintln(out, line(&found[i]))
	}
	fmt.Fprintf(out, "%d of %d open pairs. To judge one: newsgraph entity judge KEY KEY same|not-same --reason WHY\n", len(found), total)
	return out.Flush()
}
