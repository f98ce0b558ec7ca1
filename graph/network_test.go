package graph

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// TestTelling holds what the order of a network rests on: pairs that are together by more than chance before those that
// are together since both are everywhere, and often before once.
func TestTelling(t *testing.T) {
	t.Parallel()
	const all = 12_000
	aide, country, once := Telling(90, 2759, 100, all), Telling(1800, 2759, 7528, all), Telling(1, 2759, 1, all)
	if aide <= country || aide <= once {
		t.Errorf("the aide %v, the country %v, a name seen once %v", aide, country, once)
	}
	if got := Telling(3, 3, 3, 3); got != 2 {
		t.Errorf("all that there is tells %v, want log₂ 4", got)
	}
	if least := Telling(1, 1000, 1000, 1000); least != 0.01 {
		t.Errorf("less than chance tells %v", least)
	}
	rapid.Check(t, func(t *rapid.T) {
		n := func(name string) int { return rapid.IntRange(0, 1e6).Draw(t, name) }
		if got := Telling(n("weight"), n("a"), n("b"), n("all")); math.IsNaN(got) || math.IsInf(got, 0) || got < 0 {
			t.Fatalf("telling %v", got)
		}
	})
}

// drawn draws a network of co-mentions.
func drawn(t *rapid.T) *Network {
	n := &Network{}
	count := rapid.IntRange(1, 7).Draw(t, "nodes")
	for i := range count {
		n.Nodes = append(n.Nodes, NetworkNode{Entity: &Entity{ID: NodeID(fmt.Sprint("e", i)), ArticleCount: 1 + i}})
		for j := range i {
			if weight := rapid.IntRange(-3, 3).Draw(t, "weight"); weight > 0 {
				n.Edges = append(n.Edges, NetworkEdge{Relation: Relation{
					Kind: CoMentioned, From: n.Nodes[j].Entity.ID, To: n.Nodes[i].Entity.ID, Weight: weight,
				}})
			}
		}
	}
	return n
}

// TestInfluence compares with what follows from the definitions: all shortest paths counted one by one.
func TestInfluence(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		n := drawn(t)
		want := betweennessByHand(newTopology(n.Nodes, n.relations()))
		sum := 0.0
		for _, got := range n.Influence() {
			sum += got.PageRank
			i := slices.IndexFunc(n.Nodes, func(x NetworkNode) bool { return x.Entity == got.Entity })
			if math.Abs(got.Betweenness-want[i]) > 1e-6 {
				t.Fatalf("betweenness of %d is %v, want %v", i, got.Betweenness, want[i])
			}
		}
		if math.Abs(sum-1) > 1e-5 {
			t.Fatalf("PageRanks add up to %v", sum)
		}
	})
}

func betweennessByHand(t *topology) []float64 {
	n := len(t.near)
	out := make([]float64, n)
	for a := range n {
		for b := range n {
			if a == b {
				continue
			}
			best, paths := math.Inf(1), [][]int{}
			var walk func(path []int, cost float64)
			walk = func(path []int, cost float64) {
				at := path[len(path)-1]
				if at == b {
					if cost < best-1e-9 {
						best, paths = cost, nil
					}
					if cost < best+1e-9 {
						paths = append(paths, slices.Clone(path))
					}
					return
				}
				for _, next := range t.near[at] {
					if !slices.Contains(path, next.to) {
						walk(append(path, next.to), cost+next.cost)
					}
				}
			}
			walk([]int{a}, 0)
			for _, path := range paths {
				for _, over := range path[1 : len(path)-1] {
					out[over] += 1 / float64(len(paths)) / float64((n-1)*(n-2))
				}
			}
		}
	}
	return out
}

func TestPageRankFollowsDirections(t *testing.T) {
	t.Parallel()
	n := &Network{}
	for _, id := range []NodeID{"a", "b", "c"} {
		n.Nodes = append(n.Nodes, NetworkNode{Entity: &Entity{ID: id}})
	}
	for _, from := range []NodeID{"a", "b"} {
		n.Edges = append(n.Edges, NetworkEdge{Relation: Relation{Kind: SaidAbout, From: from, To: "c", Weight: 5}})
	}
	got := n.Influence()
	if got[0].Entity.ID != "c" || got[0].PageRank < 0.57 || got[0].WeightedDegree != 10 || got[0].Degree != 2 {
		t.Errorf("%+v", got[0])
	}
}

// TestCheapestPaths compares with all paths, sorted by what they cost.
func TestCheapestPaths(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		n := drawn(t)
		w := &web{all: 20, entities: map[NodeID]*Entity{}, relations: map[relationID]Relation{}}
		for _, x := range n.Nodes {
			w.entities[x.Entity.ID] = x.Entity
		}
		for _, e := range n.Edges {
			w.relations[e.id()] = e.Relation
		}
		length, limit := rapid.IntRange(1, 4).Draw(t, "length"), rapid.IntRange(1, 5).Draw(t, "limit")
		from, to := n.Nodes[0].Entity.ID, n.Nodes[len(n.Nodes)-1].Entity.ID
		want := costsByHand(w.hops(), from, to, length)
		var got []float64
		for _, p := range w.cheapest(from, to, length, limit) {
			got = append(got, p.Cost)
			if len(p.Relations) > length || len(p.Nodes) != len(p.Relations)+1 {
				t.Fatalf("a path of %d relations and %d entities", len(p.Relations), len(p.Nodes))
			}
		}
		if diff := cmp.Diff(want[:min(limit, len(want))], got); diff != "" {
			t.Fatalf("costs (-want +got):\n%s", diff)
		}
	})
}

func costsByHand(hops map[NodeID]map[NodeID]hop, from, to NodeID, length int) (out []float64) {
	var walk func(path []NodeID, cost float64)
	walk = func(path []NodeID, cost float64) {
		at := path[len(path)-1]
		if at == to {
			out = append(out, rounded(cost))
			return
		}
		for next, h := range hops[at] {
			if len(path) <= length && !slices.Contains(path, next) {
				walk(append(slices.Clone(path), next), cost+h.cost)
			}
		}
	}
	if from != to {
		walk([]NodeID{from}, 0)
	}
	slices.Sort(out)
	return out
}
