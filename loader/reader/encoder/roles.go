package encoder

import (
	"fmt"

	"github.com/newsgraph/newsgraph/loader/reader/kernel"
)

// Roles scores arcs from predicates to the head words of their arguments.
type Roles struct {
	hidden              int
	predicate, argument projection
	score               *biaffine
}

// Roles is the head of roles.
func (m *Model) Roles() *Roles { return m.roles }

func (m *Model) loadRoles(f *file) (r *Roles, err error) {
	a, labels := &f.header.Architecture, len(f.header.Roles.Labels)
	r = &Roles{hidden: a.Hidden}
	if r.predicate, err = m.loadProjection(f, "role.predicate", a.Hidden, a.RoleWidth); err != nil {
		return nil, err
	}
	if r.argument, err = m.loadProjection(f, "role.argument", a.Hidden, a.RoleWidth); err != nil {
		return nil, err
	}
	width := a.RoleWidth + 1
	if labels*width*width > maxBiaffine {
		return nil, fmt.Errorf("%w: %d roles of width %d are too many", ErrWeights, labels, a.RoleWidth)
	}
	w, err := f.rows("role.biaffine", labels, width, width)
	if err != nil {
		return nil, err
	}
	distance, err := f.floats("role.distance", labels, Buckets)
	value := func(l, i, j int) float32 {
		row := l*width + i
		return float32(int8(w.values[row*width+j])) * w.scales[row]
	}
	r.score = newBiaffine(m.kernel, width, labels, kernel.Cols(labels), value, distance)
	return r, err
}

// maxBiaffine is the greatest number of weights of the roles.
const maxBiaffine = 1 << 24

// roleBatch is the number of predicates that are multiplied with the weights at once.
const roleBatch = 8

// RoleScores are the scores of roles of given predicates in a text.
type RoleScores struct {
	roles      *Roles
	predicates []int
	arguments  []float32 // of all units
	projected  []float32 // of the predicates
	left       []float32 // of roleBatch of them
	from       int       // the first of those
	scores     []float32
}

// In prepares the scores of roles of predicates, which are units of a text whose units have the given vectors.
func (r *Roles) In(vectors []float32, predicates []int) *RoleScores {
	s := &RoleScores{roles: r, predicates: predicates, from: -1}
	if len(predicates) == 0 {
		return s
	}
	var own []float32
	s.projected = r.predicate.apply(len(predicates), func(from, to int) []float32 {
		own = own[:0]
		for _, p := range predicates[from:to] {
			own = append(own, vectors[p*r.hidden:][:r.hidden]...)
		}
		return own
	})
	s.arguments = r.argument.apply(len(vectors)/r.hidden, func(from, to int) []float32 { return vectors[from*r.hidden : to*r.hidden] })
	return s
}

// Of scores the labels of arcs from a predicate, by its index, to each of the units [start, end). The scores of a unit
// begin every stride values; they hold until the next call.
func (s *RoleScores) Of(index, start, end int) (scores []float32, stride int) {
	b, n := s.roles.score, end-start
	left := s.leftOf(index)
	s.scores = kernel.Grow(s.scores, n*b.stride)
	columns := s.roles.argument.dense.Stride()
	b.kernel.MatMul(s.scores, s.arguments[start*columns:], left, n, b.width, b.stride, columns, b.stride, b.stride)
	for u := range n {
		row, bucket := s.scores[u*b.stride:][:b.labels], Bucket(start+u-s.predicates[index])
		for l := range row {
			row[l] += b.distance[l*Buckets+bucket]
		}
	}
	return s.scores, b.stride
}

// leftOf is a predicate's product with the weights.
func (s *RoleScores) leftOf(index int) []float32 {
	b, from := s.roles.score, index/roleBatch*roleBatch
	if from != s.from {
		stride := s.roles.predicate.dense.Stride()
		s.left = b.left(s.left, s.projected[from*stride:], min(roleBatch, len(s.predicates)-from), stride)
		s.from = from
	}
	return s.left[(index-from)*b.cols:][:b.cols]
}
