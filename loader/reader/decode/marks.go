package decode

import (
	"github.com/newsgraph/newsgraph/loader/article"
	"github.com/newsgraph/newsgraph/loader/reader/encoder"
)

// Marks is what the reader found in a text. Confidences are from 0 to 1.
type Marks struct {
	Units        []encoder.Unit // the words of the reader, in order
	Names        []Name         // in order; they do not overlap
	Attributions []Attribution  // in the order of their first content
	Predicates   []Predicate    // in order
	Tones        []Tone         // in order; none if the model does not judge tones
	POS          []uint8        // of each unit: an index into POSLabels
	POSLabels    []string       // the universal part-of-speech tags
	RoleLabels   []string       // PropBank's: "ARG0", "ARGM-TMP", …; the first stands for none
}

// Bytes is the passage of a unit, by its index.
func (m *Marks) Bytes(unit int) article.Span {
	return article.Span{Start: int(m.Units[unit].Start), End: int(m.Units[unit].End)}
}

// Span is a passage, from the start of its first unit to the end of its last one.
type Span struct {
	Units      encoder.Range
	Bytes      article.Span
	Confidence float64 // the geometric mean of the probabilities of its units' labels
}

// Name is a passage that names an entity.
type Name struct {
	Span
	Kind article.Kind
}

// Attribution is a passage that the text gives to somebody.
type Attribution struct {
	Source     []Span // none or one
	Cue        []Span // none or one; without a cue there is no source
	Content    []Span // in order; at least one
	Confidence float64
}

// Predicate is a unit that says what is done or is, with its arguments.
type Predicate struct {
	Unit       int // index into Units
	Confidence float64
	Arguments  []Argument // in order
}

// Argument is the head word of an argument: of its words, the one that hangs outside it. A word of several units is
// stood for by its first.
type Argument struct {
	Unit       int32  // index into Units
	Label      uint16 // index into RoleLabels
	Confidence float32
}

// Tone is how the text speaks of the one whom a unit stands for.
type Tone struct {
	Unit               int     // index into Units
	Positive, Negative float64 // probabilities
}
