package decode

import (
	"cmp"
	"slices"

	"github.com/newsgraph/newsgraph/loader/reader/encoder"
)

// maxArguments is the number of arguments of a predicate that are kept, those that are most above none. No sentence
// has so many; it bounds the memory for texts that are none.
const maxArguments = 24

// predicates finds the section's predicates and their arguments.
func (s *section) predicates() []Predicate {
	d := s.decoder
	var at []int
	var out []Predicate
	for u := range s.units {
		row := s.row(u, &d.predicate)
		if label := best(row); d.predicate.labels[label] != "O" {
			at = append(at, u)
			out = append(out, Predicate{Unit: s.at + u, Confidence: share(row, label)})
		}
	}
	scores := d.model.Roles().In(s.vectors, at)
	var arcs []arc
	for i, p := range at {
		arcs = s.arcs(arcs[:0], scores, i, p)
		for _, a := range arcs {
			out[i].Arguments = append(out[i].Arguments, Argument{
				Unit: int32(s.at + a.unit), Label: uint16(a.label), Confidence: float32(share(a.row, a.label)),
			})
		}
	}
	return out
}

// arc is an argument of a predicate, with the scores of its labels.
type arc struct {
	unit, label int
	row         []float32
}

// margin is how much the label scores above none.
func (a arc) margin() float32 { return a.row[a.label] - a.row[0] }

// arcs appends the arguments of a predicate, by its index and its unit.
func (s *section) arcs(out []arc, scores *encoder.RoleScores, index, predicate int) []arc {
	h := s.decoder.model.Header()
	near := s.around(predicate, h.Roles.Reach)
	all, stride := scores.Of(index, near.Start, near.End)
	for u := near.Start; u < near.End; u++ {
		row := all[(u-near.Start)*stride:][:len(h.Roles.Labels)]
		if label := best(row); label > 0 && u != predicate {
			out = append(out, arc{unit: u, label: label, row: row})
		}
	}
	if len(out) > maxArguments {
		slices.SortStableFunc(out, func(a, b arc) int { return cmp.Compare(b.margin(), a.margin()) })
		out = out[:maxArguments]
		slices.SortFunc(out, func(a, b arc) int { return cmp.Compare(a.unit, b.unit) })
	}
	return out
}

// around is the units within reach of a unit, in its paragraph.
func (s *section) around(u, reach int) encoder.Range {
	r := encoder.Range{Start: u, End: u + 1}
	for r.Start > max(0, u-reach) && s.units[r.Start].Break != encoder.BreakParagraph {
		r.Start--
	}
	for r.End < min(len(s.units), u+reach+1) && s.units[r.End].Break != encoder.BreakParagraph {
		r.End++
	}
	return r
}
