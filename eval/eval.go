// Package eval measures the extraction against gold data: names, attributions, statements, speakers, targets and pronouns. It takes
// the stages as they are given, so that whoever assembles them decides what is measured, and keeps scores that a
// change must not lose. docs/accuracy.md tells what each measure means.
package eval

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/newsgraph/newsgraph/eval/score"
	"github.com/newsgraph/newsgraph/loader"
	"github.com/newsgraph/newsgraph/loader/article"
)

// Options are the settings of a measurement; nil stands for the zero value.
type Options struct {
	Data    string // the folder of the data sets; empty: "../shared/data"
	Every   int    // each how many-th text is measured; 0: 1, all of them
	Workers int    // texts at once; 0: 1, and only then the speed is measured
}

// Result is what was measured on a data set.
type Result struct {
	Set      string  `json:"set"`
	Command  string  `json:"command"` // that measures it again
	Every    int     `json:"every"`   // each how many-th text was measured
	Articles int     `json:"articles"`
	Tokens   int     `json:"tokens"`
	Seconds  float64 `json:"seconds,omitempty"` // that all stages took on one worker; 0: not measured
	Scores   []Score `json:"scores"`            // by measure
	Faults   []Fault `json:"-"`
	Held     bool    `json:"held_back,omitempty"` // only numbers may be shown

	known bool // not a file that the user named: its scores can be frozen
}

// Speed is the number of tokens in a second on one worker; 0 when it was not measured.
func (r *Result) Speed() float64 {
	if r.Seconds == 0 {
		return 0
	}
	return float64(r.Tokens) / r.Seconds
}

// Score is one measure. Value is the F1, or of a rate the share of right cases; 0 to 100.
type Score struct {
	Measure   string  `json:"measure"`
	Value     float64 `json:"value"`
	Precision float64 `json:"precision,omitempty"` // of an F1
	Recall    float64 `json:"recall,omitempty"`
	Right     int     `json:"right"`
	Found     int     `json:"found,omitempty"` // 0 for a rate
	Gold      int     `json:"gold"`            // gold marks, or cases of a rate
}

// Fault is one error of the extraction.
type Fault struct {
	Class   string `json:"class"` // what is wrong
	Article string `json:"article"`
	Got     string `json:"got"`
	Want    string `json:"want"`
	Around  string `json:"around"` // the passage with what stands around it
}

// sample is a text to measure on.
type sample struct {
	article article.Article  // as the source would give it
	names   []article.Name   // names that stand in for the reader's, for the set's given names
	before  *article.Article // is read first, to be compared with; nil: nothing
	cleaned bool             // the stages take noise out of the text
	compare func(a *article.Article, t *tally)
}

// tally is what was counted on a text, or on all.
type tally struct {
	counts map[string]score.Counts
	rates  map[string]score.Rate
	groups map[string]score.Clusters
	means  map[string][]string // measures that are the mean F1 of others, and those
	faults []Fault
}

func newTally() *tally {
	return &tally{counts: map[string]score.Counts{}, rates: map[string]score.Rate{}, means: map[string][]string{}, groups: map[string]score.Clusters{}}
}

func (t *tally) count(measure string, c score.Counts) {
	sum := t.counts[measure]
	sum.Add(c)
	t.counts[measure] = sum
}

func (t *tally) rate(measure string, right bool) {
	r := t.rates[measure]
	r.Count(right)
	t.rates[measure] = r
}

// spare counts what was found though there is none: 100 less so many for 100 gold ones, so that more is better.
func (t *tally) spare(measure string, extra, gold int) {
	r := t.rates[measure]
	r.Right += gold - extra
	r.All += gold
	t.rates[measure] = r
}

func (t *tally) cluster(measure string, c score.Clusters) {
	sum := t.groups[measure]
	sum.Add(c)
	t.groups[measure] = sum
}

func (t *tally) add(o *tally) {
	for measure, c := range o.counts {
		t.count(measure, c)
	}
	for measure, r := range o.rates {
		sum := t.rates[measure]
		sum.Add(r)
		t.rates[measure] = sum
	}
	maps.Copy(t.means, o.means)
	for measure, c := range o.groups {
		t.cluster(measure, c)
	}
	t.faults = append(t.faults, o.faults...)
}

// scores gives the measures by name.
func (t *tally) scores() []Score {
	var out []Score
	for _, m := range slices.Sorted(maps.Keys(t.counts)) {
		c := t.counts[m]
		out = append(out, Score{m, c.F1(), c.Precision(), c.Recall(), c.Right, c.Found, c.Gold})
	}
	for _, m := range slices.Sorted(maps.Keys(t.rates)) {
		r := t.rates[m]
		out = append(out, Score{Measure: m, Value: r.Percent(), Right: r.Right, Gold: r.All})
	}
	for _, m := range slices.Sorted(maps.Keys(t.means)) {
		s := Score{Measure: m}
		for _, part := range t.means[m] {
			c := t.counts[part]
			s.Value += c.F1() / float64(len(t.means[m]))
			s.Right += c.Right
			s.Gold += c.Gold
		}
		out = append(out, s)
	}
	for _, m := range slices.Sorted(maps.Keys(t.groups)) {
		c := t.groups[m]
		p, r, f1 := c.Percents()
		out = append(out, Score{Measure: m, Value: f1, Precision: p, Recall: r, Found: c.Mentions, Gold: c.Mentions})
	}
	slices.SortFunc(out, func(a, b Score) int { return strings.Compare(a.Measure, b.Measure) })
	return out
}

// Run measures the stages on a data set. The stages are those of a whole extraction, in order; the first must take the text
// as it is. It returns [ErrNoData] when the set is not on this machine, and the errors of its format.
func Run(ctx context.Context, stages []article.Stage, set *Set, o *Options) (*Result, error) {
	if o == nil {
		o = &Options{}
	}
	every, workers := max(o.Every, 1), max(o.Workers, 1)
	samples, err := set.samples(o)
	if err != nil {
		return nil, err
	}
	var chosen []sample
	for i := 0; i < len(samples); i += every {
		chosen = append(chosen, samples[i])
	}
	p, err := pipeline(stages, set, chosen)
	if err != nil {
		return nil, err
	}
	r := &Result{Set: set.Name, Command: set.command(every), Every: every, Articles: len(chosen), Held: set.Held, known: set.known}
	total, took, err := measure(ctx, p, chosen, workers, &r.Tokens)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", set.Name, err)
	}
	if set.finish != nil {
		set.finish(total)
	}
	if workers == 1 {
		r.Seconds = took.Seconds()
	}
	r.Scores = total.scores()
	if !set.Held {
		r.Faults = total.faults
	}
	return r, nil
}

// outcome is what a worker found on one text.
type outcome struct {
	tally  *tally
	tokens int
	took   time.Duration
	err    error
}

// measure takes the texts through the pipeline and adds up what their comparisons count, in the order of the texts.
func measure(ctx context.Context, p *loader.Pipeline, samples []sample, workers int, tokens *int) (*tally, time.Duration, error) {
	outcomes, next := make([]outcome, len(samples)), make(chan int)
	var wait sync.WaitGroup
	for range workers {
		wait.Go(func() {
			for i := range next {
				outcomes[i] = measureOne(ctx, p, &samples[i])
			}
		})
	}
	for i := range samples {
		next <- i
	}
	close(next)
	wait.Wait()
	total := newTally()
	var took time.Duration
	for i := range outcomes {
		if err := outcomes[i].err; err != nil {
			return nil, 0, err
		}
		total.add(outcomes[i].tally)
		*tokens += outcomes[i].tokens
		took += outcomes[i].took
	}
	return total, took, nil
}

func measureOne(ctx context.Context, p *loader.Pipeline, s *sample) outcome {
	a, out := s.article, outcome{tally: newTally()}
	if s.before != nil {
		if out.err = p.Annotate(ctx, s.before); out.err != nil {
			return out
		}
	}
	start := time.Now()
	if out.err = p.Annotate(ctx, &a); out.err != nil {
		out.err = fmt.Errorf("article %s: %w", a.Key, out.err)
		return out
	}
	out.took, out.tokens = time.Since(start), len(a.Tokens)
	if a.Text != a.Raw && !s.cleaned {
		out.err = fmt.Errorf("article %s: %w", a.Key, errChanged)
		return out
	}
	s.compare(&a, out.tally)
	return out
}

// errChanged is returned when a stage changed the text, so that gold spans point elsewhere.
var errChanged = errors.New("the stages do not take the text as it is: gold spans would point to other words")

// pipeline puts the stages together; where the set gives names, they stand in for the reader's.
func pipeline(stages []article.Stage, set *Set, samples []sample) (*loader.Pipeline, error) {
	if !set.givesNames {
		return loader.New(stages...)
	}
	given := givenNames{}
	for i := range samples {
		given[samples[i].article.Key] = samples[i].names
	}
	at := slices.IndexFunc(stages, func(s article.Stage) bool { return slices.Contains(s.Contract().Adds, article.LayerActors) })
	if at < 0 {
		return nil, fmt.Errorf("%w: no stage adds actors", loader.ErrOrder)
	}
	return loader.New(slices.Insert(slices.Clone(stages), at, article.Stage(given))...)
}

// givenNames is a stage that puts gold names in the place of those found, by the key of the article: so that what comes after is
// measured alone.
type givenNames map[string][]article.Name

// Contract tells that names must be there, to be replaced.
func (givenNames) Contract() article.Contract {
	return article.Contract{Name: "given names", Requires: []article.Layer{article.LayerNames}}
}

// Annotate replaces the names.
func (g givenNames) Annotate(_ context.Context, a *article.Article) error {
	a.Names = g[a.Key]
	return nil
}
