package graph

import (
	"cmp"
	"container/heap"
	"math"
	"slices"
)

// Influence tells how central an entity is in a network.
type Influence struct {
	Entity *Entity
	// Degree is how many entities of the network it has relations with, WeightedDegree the sum of its relations' weights.
	Degree, WeightedDegree int
	// PageRank is the share of time that a walk along the relations spends at it, which takes each by its weight and
	// in 15 % of its steps starts anew anywhere; directed relations are walked from From to To.
	PageRank float64
	// Betweenness is the share of the pairs of others between which it is on the shortest paths, a relation being the shorter the
	// heavier it is; from 0 to 1. Directions do not count.
	Betweenness float64
}

// Influence rates the entities of the network, by PageRank, ties by id. The numbers are rounded to six digits, so that they are the same everywhere.
//
// PageRank is that of Brin and Page (1998) with weights, betweenness that of U. Brandes: A Faster Algorithm for Betweenness
// Centrality (2001).
func (n *Network) Influence() []Influence {
	t := newTopology(n.Nodes, n.relations())
	ranks, between := t.pageRank(), t.betweenness()
	out := make([]Influence, len(n.Nodes))
	for i, node := range n.Nodes {
		out[i] = Influence{Entity: node.Entity, Degree: len(t.near[i]), PageRank: rounded(ranks[i]), Betweenness: rounded(between[i])}
		for _, a := range t.near[i] {
			out[i].WeightedDegree += a.weight
		}
	}
	slices.SortFunc(out, func(a, b Influence) int {
		return cmp.Or(cmp.Compare(b.PageRank, a.PageRank), cmp.Compare(a.Entity.ID, b.Entity.ID))
	})
	return out
}

func rounded(x float64) float64 { return math.Round(x*1e6) / 1e6 }

func (n *Network) relations() []Relation {
	out := make([]Relation, len(n.Edges))
	for i := range n.Edges {
		out[i] = n.Edges[i].Relation
	}
	return out
}

// arc leads from one entity to another, whatever the kinds and directions of the relations between them.
type arc struct {
	to, weight int
	cost       float64
}

// topology is a graph of numbers.
type topology struct {
	near [][]arc       // of each node, by number
	out  []map[int]int // weights along the directions; relations without one lead both ways
}

// newTopology numbers the nodes in their order.
func newTopology(nodes []NetworkNode, relations []Relation) *topology {
	t := &topology{near: make([][]arc, len(nodes)), out: make([]map[int]int, len(nodes))}
	number := make(map[NodeID]int, len(nodes))
	both := make([]map[int]int, len(nodes))
	for i := range nodes {
		number[nodes[i].Entity.ID] = i
		t.out[i], both[i] = map[int]int{}, map[int]int{}
	}
	for i := range relations {
		from, to := number[relations[i].From], number[relations[i].To]
		both[from][to] += relations[i].Weight
		both[to][from] += relations[i].Weight
		t.out[from][to] += relations[i].Weight
		if !relations[i].Kind.Directed() {
			t.out[to][from] += relations[i].Weight
		}
	}
	for i := range both {
		for to, weight := range both[i] {
			t.near[i] = append(t.near[i], arc{to: to, weight: weight, cost: 1 / float64(weight)})
		}
		slices.SortFunc(t.near[i], func(a, b arc) int { return cmp.Compare(a.to, b.to) })
	}
	return t
}

// pageRank iterates until nothing moves; what has no way out goes anywhere.
func (t *topology) pageRank() []float64 {
	const damping, tolerance, most = 0.85, 1e-10, 200
	n := len(t.near)
	rank := make([]float64, n)
	for i := range rank {
		rank[i] = 1 / float64(n)
	}
	for range most {
		next, lost := make([]float64, n), 0.0
		for i := range rank {
			sum := 0
			for _, weight := range t.out[i] {
				sum += weight
			}
			if sum == 0 {
				lost += rank[i]
			}
			for _, a := range t.near[i] { // in a fixed order: sums of floats depend on it
				if weight := t.out[i][a.to]; weight > 0 {
					next[a.to] += rank[i] * float64(weight) / float64(sum)
				}
			}
		}
		moved := 0.0
		for i := range next {
			next[i] = (1-damping)/float64(n) + damping*(next[i]+lost/float64(n))
			moved += math.Abs(next[i] - rank[i])
		}
		rank = next
		if moved < tolerance {
			break
		}
	}
	return rank
}

// betweenness adds up what each node contributes to the shortest paths from every other.
func (t *topology) betweenness() []float64 {
	n := len(t.near)
	total := make([]float64, n)
	for source := range n {
		order, before, paths := t.shortest(source)
		share := make([]float64, n)
		for i := len(order) - 1; i > 0; i-- {
			w := order[i]
			for _, v := range before[w] {
				share[v] += paths[v] / paths[w] * (1 + share[w])
			}
			total[w] += share[w]
		}
	}
	if n > 2 {
		for i := range total {
			total[i] /= float64(n-1) * float64(n-2)
		}
	}
	return total
}

// shortest gives the nodes in the order of their distance from the source, those before each on shortest paths, and how
// many of these paths there are. Distances that differ by rounding are the same.
func (t *topology) shortest(source int) (order []int, before [][]int, paths []float64) {
	n := len(t.near)
	before, paths = make([][]int, n), make([]float64, n)
	distance, done := make([]float64, n), make([]bool, n)
	for i := range distance {
		distance[i] = math.Inf(1)
	}
	distance[source], paths[source] = 0, 1
	queue := &nearest{{source, 0}}
	for queue.Len() > 0 {
		at, _ := heap.Pop(queue).(visit)
		if done[at.node] {
			continue
		}
		done[at.node] = true
		order = append(order, at.node)
		for _, a := range t.near[at.node] {
			d := distance[at.node] + a.cost
			switch {
			case done[a.to]:
			case d < distance[a.to]-1e-12:
				distance[a.to], paths[a.to], before[a.to] = d, paths[at.node], []int{at.node}
				heap.Push(queue, visit{a.to, d})
			case math.Abs(d-distance[a.to]) <= 1e-12:
				paths[a.to] += paths[at.node]
				before[a.to] = append(before[a.to], at.node)
			}
		}
	}
	return order, before, paths
}

// visit is a node to be visited at a distance.
type visit struct {
	node     int
	distance float64
}

// nearest is a heap of visits.
type nearest []visit

func (q nearest) Len() int { return len(q) }
func (q nearest) Less(i, j int) bool {
	return cmp.Or(cmp.Compare(q[i].distance, q[j].distance), cmp.Compare(q[i].node, q[j].node)) < 0
}
func (q nearest) Swap(i, j int) { q[i], q[j] = q[j], q[i] }

// Push implements [heap.Interface].
func (q *nearest) Push(x any) {
	v, _ := x.(visit)
	*q = append(*q, v)
}

// Pop implements [heap.Interface].
func (q *nearest) Pop() any {
	last := (*q)[len(*q)-1]
	*q = (*q)[:len(*q)-1]
	return last
}
