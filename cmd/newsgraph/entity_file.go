package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/newsgraph/newsgraph/graph"
)

func newEntityExport(io std) *cobra.Command {
	o := &onGraph{io: io}
	var file string
	cmd := &cobra.Command{
		Use:   "export [flags]",
		Short: "Write the judgements of people as JSON Lines",
		Long: "export writes all judgements of people, merges, splits and names among them, one a line and always in the same order. Those of\n" +
			"rules follow from the articles, and are not written. import reads them into another graph.",
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return o.run(cmd.Context(), func(g *graph.Graph) error { return o.export(cmd.Context(), g, file) })
		},
	}
	storeFlag(cmd, &o.store)
	cmd.Flags().StringVar(&file, "out", "", "the file to write (default: standard output)")
	return cmd
}

func (o *onGraph) export(ctx context.Context, g *graph.Graph, file string) error {
	judgements, err := g.Judgements(ctx, &graph.JudgementQuery{})
	if err != nil {
		return err
	}
	if file == "" {
		_, err := graph.WriteJudgements(o.io.out, judgements)
		return err
	}
	var lines bytes.Buffer
	n, err := graph.WriteJudgements(&lines, judgements)
	if err != nil {
		return err
	}
	if err := os.WriteFile(file, lines.Bytes(), 0o600); err != nil {
		return fmt.Errorf("export: %w", err)
	}
	_, err = fmt.Fprintf(o.io.out, "Judgements written to %[2]s: %[1]d.\n", n, file)
	return err
}

func newEntityImport(io std) *cobra.Command {
	o := &onGraph{io: io}
	cmd := &cobra.Command{
		Use:   "import [flags] FILE|-",
		Short: "Read judgements of people that export wrote",
		Long: "import reads judgements into the graph, all or, when a line is bad, none of them. Reading them again changes nothing. Judgements on\n" +
			"names that no article has yet hold once one does.",
		Args: oneArg("one FILE, or - for standard input"),
		RunE: func(cmd *cobra.Command, args []string) error {
			judgements, err := readJudgements(o.io.in, args[0])
			if err != nil {
				return err
			}
			return o.run(cmd.Context(), func(g *graph.Graph) error { return o.read(cmd.Context(), g, judgements) })
		},
	}
	o.flags(cmd)
	cmd.Flags().StringVar(&o.by, "by", "", "who reads them in, for the log of changes (default: your user name)")
	return cmd
}

func readJudgements(in io.Reader, file string) ([]graph.Judgement, error) {
	if file != "-" {
		f, err := os.Open(file)
		if err != nil {
			return nil, fmt.Errorf("import: %w", err)
		}
		defer f.Close() //nolint:errcheck // only read from
		in = f
	}
	judgements, err := graph.ReadJudgements(in)
	if err != nil {
		return nil, fmt.Errorf("import: %s: %w; nothing was imported", file, err)
	}
	return judgements, nil
}

func (o *onGraph) read(ctx context.Context, g *graph.Graph, judgements []graph.Judgement) error {
	audit := o.audit("import", nil)
	audit.Detail = fmt.Sprintf("%d judgements", len(judgements))
	applied, err := g.Apply(ctx, &graph.Batch{Judge: judgements, Audit: audit})
	if err != nil {
		return err
	}
	if o.json {
		return json.NewEncoder(o.io.out).Encode(map[string]int{"read": len(judgements), "judged": applied.Judged})
	}
	_, err = fmt.Fprintf(o.io.out, "Judgements read: %d, %d of them new, %d there already.\n", len(judgements), applied.Judged, len(judgements)-applied.Judged)
	return err
}
