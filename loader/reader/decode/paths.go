package decode

import (
	"math"
	"strings"

	"github.com/newsgraph/newsgraph/loader/reader/encoder"
)

// paths finds the best well-formed paths of BIOES labels. What may come before a label depends on its group only:
// before B, O and S a span must be closed, group 0; before I and E of a type, one of this type must be open, the type's group.
type paths struct {
	before  []int      // of each label: the group of labels that may come before
	members [][]uint16 // of each group: its labels, ascending
	parts   []byte     // of each label: B, I, O, E or S
	kinds   []string   // of each label: its type
}

func newPaths(labels []string) *paths {
	p := &paths{members: make([][]uint16, 1)}
	groups := map[string]int{}
	for i, label := range labels {
		part, kind, _ := strings.Cut(label, "-")
		p.parts, p.kinds = append(p.parts, part[0]), append(p.kinds, kind)
		if part == "O" {
			p.join(0, i)
			p.before = append(p.before, 0)
			continue
		}
		group, ok := groups[kind]
		if !ok {
			group = len(p.members)
			groups[kind] = group
			p.members = append(p.members, nil)
		}
		before, after := 0, 0
		if part == "I" || part == "E" {
			before = group
		}
		if part == "B" || part == "I" {
			after = group
		}
		p.join(after, i)
		p.before = append(p.before, before)
	}
	return p
}

// join adds a label to those after which a group's labels may come.
func (p *paths) join(group, label int) {
	p.members[group] = append(p.members[group], uint16(label))
}

// best finds the path of n units with the greatest sum of scores; of equal ones, going back from the end, the one with
// the lower labels. The sum of scores stands for that of log-probabilities, which are less by the same for all labels of a unit.
func (p *paths) best(n int, row func(u int) []float32) []uint16 {
	groups := len(p.members)
	back := make([]uint16, n*groups) // the best label of each group after each unit
	sums, top := make([]float64, len(p.before)), make([]float64, groups)
	for g := 1; g < groups; g++ {
		top[g] = math.Inf(-1)
	}
	for u := range n {
		for label, score := range row(u) {
			sums[label] = top[p.before[label]] + float64(score)
		}
		for g, members := range p.members {
			top[g] = math.Inf(-1)
			for i, label := range members {
				if i == 0 || sums[label] > top[g] {
					top[g], back[u*groups+g] = sums[label], label
				}
			}
		}
	}
	path, group := make([]uint16, n), 0
	for u := n - 1; u >= 0; u-- {
		path[u] = back[u*groups+group]
		group = p.before[path[u]]
	}
	return path
}

// spans finds the spans of a well-formed path.
func (p *paths) spans(path []uint16) []found {
	var out []found
	start := 0
	for i, label := range path {
		if p.parts[label] == 'B' || p.parts[label] == 'S' {
			start = i
		}
		if p.parts[label] == 'E' || p.parts[label] == 'S' {
			out = append(out, found{Range: encoder.Range{Start: start, End: i + 1}, kind: p.kinds[label]})
		}
	}
	return out
}
