package eval

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"text/tabwriter"
)

// WriteTable writes the results as tables for people: a line a measure, with F1, precision and recall, or for a rate its value
// alone, and the counts.
func WriteTable(w io.Writer, results []*Result) error {
	for i, r := range results {
		if i > 0 {
			fmt.Fprintln(w)
		}
		fmt.Fprintf(w, "%s: %d articles, %d tokens", r.Set, r.Articles, r.Tokens)
		if r.Speed() > 0 {
			fmt.Fprintf(w, ", %.0f tokens/s on one worker", r.Speed())
		}
		fmt.Fprintln(w)
		t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
		fmt.Fprintln(t, "F1 or %\tP\tR\tright\tfound\tgold\t  measure")
		for _, s := range r.Scores {
			if s.Found == 0 && s.Precision == 0 && s.Recall == 0 {
				fmt.Fprintf(t, "%.1f\t\t\t%d\t\t%d\t  %s\n", s.Value, s.Right, s.Gold, s.Measure)
				continue
			}
			fmt.Fprintf(t, "%.1f\t%.1f\t%.1f\t%d\t%d\t%d\t  %s\n", s.Value, s.Precision, s.Recall, s.Right, s.Found, s.Gold, s.Measure)
		}
		if err := t.Flush(); err != nil {
			return err
		}
	}
	return nil
}

// WriteFaults writes how many faults there are of each class, the most frequent first, and then each fault.
func WriteFaults(w io.Writer, r *Result) error {
	classes := map[string][]Fault{}
	for _, f := range r.Faults {
		classes[f.Class] = append(classes[f.Class], f)
	}
	names := slices.SortedFunc(maps.Keys(classes), func(a, b string) int {
		return cmp.Or(len(classes[b])-len(classes[a]), cmp.Compare(a, b))
	})
	fmt.Fprintf(w, "\n%s: %d faults\n", r.Set, len(r.Faults))
	for _, class := range names {
		fmt.Fprintf(w, "%6d  %4.1f %%  %s\n", len(classes[class]), 100*float64(len(classes[class]))/float64(len(r.Faults)), class)
	}
	for _, class := range names {
		for _, f := range classes[class] {
			if _, err := fmt.Fprintf(w, "\n%s · %s\n\tgot  %s\n\twant %s\n\t%s\n", f.Class, f.Article, f.Got, f.Want, f.Around); err != nil {
				return err
			}
		}
	}
	return nil
}
