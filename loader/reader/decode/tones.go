package decode

import (
	"fmt"
	"slices"

	"github.com/newsgraph/newsgraph/loader/reader/encoder"
)

// certain is the probability of neutral from which on a word has no tone.
const certain = 0.9

// tones is the tagging of tones, and where its labels are.
type tones struct {
	tagging
	there                       bool
	neutral, positive, negative int
}

// find looks for the tagging, which a model need not have.
func (t *tones) find(all []encoder.Tagging) error {
	if !slices.ContainsFunc(all, func(x encoder.Tagging) bool { return x.Name == "tone" }) {
		return nil
	}
	if err := t.tagging.find(all, "tone", encoder.SchemePlain); err != nil {
		return err
	}
	for label, at := range map[string]*int{"NEUTRAL": &t.neutral, "POSITIVE": &t.positive, "NEGATIVE": &t.negative} {
		if *at = slices.Index(t.labels, label); *at < 0 {
			return fmt.Errorf("%w: its tones have no label %s", encoder.ErrWeights, label)
		}
	}
	t.there = true
	return nil
}

// tones finds the section's words with a tone.
func (s *section) tones() []Tone {
	t := &s.decoder.tone
	if !t.there {
		return nil
	}
	var out []Tone
	for u := range s.units {
		row := s.row(u, &t.tagging)
		if share(row, t.neutral) < certain {
			out = append(out, Tone{Unit: s.at + u, Positive: share(row, t.positive), Negative: share(row, t.negative)})
		}
	}
	return out
}
