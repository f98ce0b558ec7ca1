package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/newsgraph/newsgraph/eval"
	"github.com/newsgraph/newsgraph/loader/article"
	"github.com/newsgraph/newsgraph/loader/clean"
)

// frozenScores is where the repository keeps its scores.
const frozenScores = "eval/scores.json"

// evaluation is how eval was called.
type evaluation struct {
	eval.Options
	reading      reading
	json, faults bool
	freeze       string
}

func newEval(io std) *cobra.Command {
	e := evaluation{reading: reading{raw: true}}
	var sets strings.Builder
	for _, s := range eval.Sets() {
		fmt.Fprintf(&sets, "  %-18s %s\n", s.Name, s.What)
	}
	cmd := &cobra.Command{
		Use:   "eval [flags] [DATASET…]",
		Short: "Score the extraction against gold data; touches no store",
		Long: "eval runs the extraction over data sets marked by hand and prints its scores: names, places, roles, attributions,\n" +
			"statements, speakers, targets, tones, pronouns, events, times, and its speed. Without DATASET it measures all but those\n" +
			"to tune on.\n\n" + sets.String() +
			"\nFiles of your own in the same formats: names=PATH (token and BIO tag a line), attributions=PATH (JSON lines),\n" +
			"pronouns=PATH (CoNLL-U with GUM's entities), roles=PATH (columns with PropBank roles). docs/accuracy.md tells what each\n" +
			"measure means.",
		RunE: func(cmd *cobra.Command, args []string) error { return e.run(cmd.Context(), io, args) },
	}
	e.reading.modelFlag(cmd)
	f := cmd.Flags()
	f.StringVar(&e.Data, "data", "", "folder of the data sets (default ../shared/data)")
	f.IntVar(&e.Every, "every", 1, "measure each N-th article only")
	f.IntVar(&e.Workers, "workers", 1, "articles measured at once; the speed is measured with 1 only")
	f.BoolVar(&e.json, "json", false, "print JSON instead of tables")
	f.BoolVar(&e.faults, "faults", false, "list each error, by class; not of test halves")
	f.StringVar(&e.freeze, "freeze", "", "write the scores into this file, for the test that guards them")
	f.Lookup("freeze").NoOptDefVal = frozenScores
	return cmd
}

// sets are the data sets that the call names, or all but those to tune on.
func (e *evaluation) sets(names []string) ([]*eval.Set, error) {
	if e.Every < 1 || e.Workers < 1 {
		return nil, fmt.Errorf("%w: --every and --workers must be at least 1", errUsage)
	}
	var sets []*eval.Set
	for _, name := range names {
		s, err := eval.Choose(name)
		if err != nil {
			return nil, fmt.Errorf("%w: %w", errUsage, err)
		}
		sets = append(sets, s)
	}
	if len(names) == 0 {
		for _, s := range eval.Sets() {
			if !s.Tune && (!e.faults || !s.Held) {
				sets = append(sets, s)
			}
		}
	}
	for _, s := range sets {
		if e.faults && s.Held {
			return nil, fmt.Errorf("%w: %s is a test half: whoever reads its faults tunes to it; look at statements-dev", errUsage, s.Name)
		}
	}
	return sets, nil
}

func (e *evaluation) run(ctx context.Context, io std, names []string) error {
	sets, err := e.sets(names)
	if err != nil {
		return err
	}
	frozen := &eval.Frozen{}
	if e.freeze != "" {
		if frozen, err = eval.ReadFrozen(e.freeze); err != nil {
			return err
		}
	}
	stages, err := e.reading.stages()
	if err != nil {
		return err
	}
	var results []*eval.Result
	for _, s := range sets {
		r, err := eval.Run(ctx, stagesFor(s, stages), s, &e.Options)
		if errors.Is(err, eval.ErrNoData) && len(names) == 0 {
			say(io.err, fmt.Sprintf("newsgraph: NOT MEASURED: %v", err))
			continue
		}
		if err != nil {
			return err
		}
		results = append(results, r)
	}
	if err := e.print(io, results); err != nil || e.freeze == "" {
		return err
	}
	if err := e.freezeAll(ctx, stages, frozen, results); err != nil {
		return err
	}
	return frozen.Write(e.freeze)
}

// stagesFor are the stages for a set, from those that take the text as it is.
func stagesFor(s *eval.Set, raw []article.Stage) []article.Stage {
	if !s.Clean {
		return raw
	}
	return append([]article.Stage{clean.New(nil)}, raw[1:]...)
}

// freezeAll puts the results into the frozen scores, and measures the sets of others once more at some texts, for the test.
func (e *evaluation) freezeAll(ctx context.Context, stages []article.Stage, frozen *eval.Frozen, results []*eval.Result) error {
	for _, r := range results {
		set, err := eval.Choose(r.Set)
		if err != nil {
			return err
		}
		var quick *eval.Result
		if set.Quick() > 1 && r.Every == 1 {
			o := e.Options
			o.Every = set.Quick()
			if quick, err = eval.Run(ctx, stagesFor(set, stages), set, &o); err != nil {
				return err
			}
		}
		if err := frozen.Put(r, quick); err != nil {
			return err
		}
	}
	return nil
}

func (e *evaluation) print(io std, results []*eval.Result) error {
	if e.json {
		return e.printJSON(io, results)
	}
	if err := eval.WriteTable(io.out, results); err != nil || !e.faults {
		return err
	}
	for _, r := range results {
		if err := eval.WriteFaults(io.out, r); err != nil {
			return err
		}
	}
	return nil
}

// printJSON prints an array of results, with their faults where those are asked for.
func (e *evaluation) printJSON(io std, results []*eval.Result) error {
	type withFaults struct {
		*eval.Result
		Speed  float64      `json:"tokens_per_second,omitempty"`
		Faults []eval.Fault `json:"faults,omitempty"`
	}
	list := []withFaults{}
	for _, r := range results {
		x := withFaults{Result: r, Speed: r.Speed()}
		if e.faults {
			x.Faults = r.Faults
		}
		list = append(list, x)
	}
	encode := json.NewEncoder(io.out)
	encode.SetEscapeHTML(false)
	encode.SetIndent("", "  ")
	return encode.Encode(list)
}
