package eval

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"math"
	"os"
	"slices"
	"strings"
)

// Tolerance is how many points a score may lie under its frozen value.
const Tolerance = 0.3

// The errors of frozen scores.
var (
	// ErrFrozen is returned for a file of frozen scores that cannot be read.
	ErrFrozen = errors.New("frozen scores are broken")
	// ErrNotFrozen is returned for a result that cannot be frozen, or compared with what is frozen.
	ErrNotFrozen = errors.New("no frozen scores")
)

// Frozen are scores that a change must not lose.
type Frozen struct {
	Sets []FrozenSet `json:"sets"` // by name
}

// FrozenSet are the frozen scores of a data set.
type FrozenSet struct {
	Set      string             `json:"set"`
	Command  string             `json:"command"` // that measures them
	Every    int                `json:"every"`   // each how many-th text is measured
	Articles int                `json:"articles"`
	Scores   map[string]float64 `json:"scores"`          // by measure, in points
	Quick    *FrozenSet         `json:"quick,omitempty"` // of some texts alone, for a fast test; nil for a set of our own
}

// ReadFrozen reads a file of frozen scores. One that is not there has no sets.
func ReadFrozen(path string) (*Frozen, error) {
	b, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return &Frozen{}, nil
	}
	if err != nil {
		return nil, err
	}
	var f Frozen
	d := json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	if err := d.Decode(&f); err != nil {
		return nil, fmt.Errorf("%w: %s: %w", ErrFrozen, path, err)
	}
	return &f, nil
}

// Write writes the file: the same scores give the same bytes.
func (f *Frozen) Write(path string) error {
	b, err := json.MarshalIndent(f, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(path, append(b, '\n'), 0o644)
}

// Put sets the scores of the result's set, and those of quick, the same set measured at each [Set.Quick]-th text, unless that is nil. It returns
// [ErrNotFrozen] for a file that the user named, which others do not have.
func (f *Frozen) Put(r, quick *Result) error {
	if !r.known {
		return fmt.Errorf("%w: %s is a file of your own; only the scores of known data sets are frozen", ErrNotFrozen, r.Set)
	}
	s := frozenOf(r)
	if quick != nil {
		q := frozenOf(quick)
		s.Quick = &q
	}
	f.Sets = slices.DeleteFunc(f.Sets, func(o FrozenSet) bool { return o.Set == s.Set })
	f.Sets = append(f.Sets, s)
	slices.SortFunc(f.Sets, func(a, b FrozenSet) int { return strings.Compare(a.Set, b.Set) })
	return nil
}

func frozenOf(r *Result) FrozenSet {
	s := FrozenSet{Set: r.Set, Command: r.Command, Every: r.Every, Articles: r.Articles, Scores: map[string]float64{}}
	for _, x := range r.Scores {
		s.Scores[x.Measure] = math.Round(x.Value*100) / 100
	}
	return s
}

// Compare tells which measures have lost more than [Tolerance] against the frozen ones, or are not measured any more, and which have won
// more than that, or are new; a sentence each, by measure. It returns [ErrNotFrozen] when there are no frozen scores of
// these articles.
func (f *Frozen) Compare(r *Result) (worse, better []string, err error) {
	i := slices.IndexFunc(f.Sets, func(s FrozenSet) bool { return s.Set == r.Set })
	if i < 0 {
		return nil, nil, fmt.Errorf("%w of %s", ErrNotFrozen, r.Set)
	}
	s := &f.Sets[i]
	if s.Quick != nil && s.Quick.Every == r.Every {
		s = s.Quick
	}
	if s.Every != r.Every || s.Articles != r.Articles {
		return nil, nil, fmt.Errorf("%w of %s: they are of %d articles (each %d.), this is of %d (each %d.)",
			ErrNotFrozen, r.Set, s.Articles, s.Every, r.Articles, r.Every)
	}
	now := map[string]float64{}
	for _, s := range r.Scores {
		now[s.Measure] = s.Value
	}
	frozen := s.Scores
	for _, m := range slices.Sorted(maps.Keys(frozen)) {
		value, measured := now[m]
		switch {
		case !measured:
			worse = append(worse, fmt.Sprintf("%s %s: frozen at %.2f, not measured any more", r.Set, m, frozen[m]))
		case value < frozen[m]-Tolerance:
			worse = append(worse, fmt.Sprintf("%s %s: fallen from %.2f to %.2f", r.Set, m, frozen[m], value))
		case value > frozen[m]+Tolerance:
			better = append(better, fmt.Sprintf("%s %s: risen from %.2f to %.2f", r.Set, m, frozen[m], value))
		}
	}
	for _, m := range slices.Sorted(maps.Keys(now)) {
		if _, ok := frozen[m]; !ok {
			better = append(better, fmt.Sprintf("%s %s: new, %.2f", r.Set, m, now[m]))
		}
	}
	return worse, better, nil
}
