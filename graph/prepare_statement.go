package graph

import (
	"cmp"
	"fmt"
	"slices"
	"unicode/utf8"
)

func prepareStatements(r *Record, keys map[Key]bool) error {
	r.Statements = slices.Clone(r.Statements)
	for i := range r.Statements {
		s := &r.Statements[i]
		if err := prepareStatement(r, s, keys, i); err != nil {
			return fmt.Errorf("statement %d: %w", i, err)
		}
	}
	return checkWithin(r.Statements)
}

// checkWithin refuses statements that are within each other in a circle.
func checkWithin(statements []StatementRecord) error {
	sound := make([]bool, len(statements)) // known to end in a statement that is within none
	for i := range statements {
		path := map[int]bool{}
		for at := i; at >= 0 && !sound[at]; at = statements[at].WithinIndex {
			if path[at] {
				return fmt.Errorf("%w: statement %d is within itself", ErrInvalid, at)
			}
			path[at] = true
		}
		for at := range path {
			sound[at] = true
		}
	}
	return nil
}

func prepareStatement(r *Record, s *StatementRecord, keys map[Key]bool, i int) error {
	s.ID, s.Article = StatementID(r.Article.ID, i), r.Article.ID
	s.Speaker, s.Addressees, s.Within = "", []NodeID{}, ""
	if s.Mode == "" {
		s.Mode = Said
	}
	if err := checkStatement(s); err != nil {
		return err
	}
	if err := checkSpans(r.Text, s.Spans); err != nil {
		return err
	}
	s.Text = TextOf(r.Text, s.Spans)
	var err error
	if s.Cue, err = optional(r.Text, s.CueSpan); err != nil {
		return err
	}
	speaker, err := optional(r.Text, s.SpeakerSpan)
	if err != nil {
		return err
	}
	if s.SpeakerText == "" {
		s.SpeakerText = speaker
	}
	if s.SpeakerKey != "" && !keys[s.SpeakerKey] {
		return fmt.Errorf("%w: speaker %q is not an actor of the article", ErrInvalid, s.SpeakerKey)
	}
	if s.WithinIndex >= 0 {
		if s.WithinIndex >= len(r.Statements) || s.WithinIndex == i {
			return fmt.Errorf("%w: within statement %d, which is not another one", ErrInvalid, s.WithinIndex)
		}
		s.Within = StatementID(r.Article.ID, s.WithinIndex)
	}
	if err := prepareTime(r, s); err != nil {
		return err
	}
	return prepareLinks(r, s, keys)
}

func prepareTime(r *Record, s *StatementRecord) error {
	s.SaidAt = seconds(s.SaidAt)
	s.At = s.SaidAt
	if s.At.IsZero() {
		s.At, s.SaidAtPrecision = r.Article.PublishedAt, ""
		return nil
	}
	if s.SaidAtPrecision == "" {
		s.SaidAtPrecision = ToSecond
	}
	return checkAmong("precision", Precisions(), s.SaidAtPrecision)
}

// checkStatement checks what does not depend on the text and the actors.
func checkStatement(s *StatementRecord) error {
	switch {
	case len(s.Spans) == 0:
		return fmt.Errorf("%w: no content", ErrInvalid)
	case !slices.Contains(StatementKinds(), s.Kind):
		return fmt.Errorf("%w: unknown kind %q", ErrInvalid, s.Kind)
	case !(s.Confidence >= 0 && s.Confidence <= 1): // NaN neither
		return fmt.Errorf("%w: confidence %v is not between 0 and 1", ErrInvalid, s.Confidence)
	case !utf8.ValidString(s.SpeakerText) || !utf8.ValidString(s.Context) || !utf8.ValidString(s.Reason.Code+s.Reason.Text):
		return fmt.Errorf("%w: words that are not UTF-8", ErrInvalid)
	}
	return checkAmong("mode", StatementModes(), s.Mode)
}

func prepareLinks(r *Record, s *StatementRecord, keys map[Key]bool) error {
	s.AddresseeKeys = append([]Key{}, slices.Compact(slices.Sorted(slices.Values(s.AddresseeKeys)))...)
	for _, k := range s.AddresseeKeys {
		if !keys[k] {
			return fmt.Errorf("%w: addressee %q is not an actor of the article", ErrInvalid, k)
		}
	}
	s.About = append([]Target{}, s.About...)
	slices.SortFunc(s.About, func(a, b Target) int { return cmp.Compare(a.Key, b.Key) })
	for i, t := range s.About {
		if !keys[t.Key] {
			return fmt.Errorf("%w: target %q is not an actor of the article", ErrInvalid, t.Key)
		}
		if i > 0 && s.About[i-1].Key == t.Key {
			return fmt.Errorf("%w: target %q is there twice", ErrInvalid, t.Key)
		}
		if err := prepareTarget(r, &s.About[i]); err != nil {
			return fmt.Errorf("target %q: %w", t.Key, err)
		}
	}
	return nil
}

func prepareTarget(r *Record, t *Target) error {
	t.Entity, t.Spans = "", append([]Span{}, t.Spans...)
	if t.Tone == "" {
		t.Tone = Neutral
	}
	switch {
	case !(t.Confidence >= 0 && t.Confidence <= 1) || !(t.ToneConfidence >= 0 && t.ToneConfidence <= 1): // NaN neither
		return fmt.Errorf("%w: confidence %v or %v is not between 0 and 1", ErrInvalid, t.Confidence, t.ToneConfidence)
	case !utf8.ValidString(t.Reason.Code + t.Reason.Text):
		return fmt.Errorf("%w: a reason that is not UTF-8", ErrInvalid)
	}
	return firstError(checkAmong("tone", Tones(), t.Tone), checkSpans(r.Text, t.Spans))
}
