package graph

import (
	"cmp"
	"container/heap"
	"context"
	"fmt"
	"maps"
	"slices"
)

// PathQuery asks how one entity is connected with another.
type PathQuery struct {
	From, To  NodeID
	MaxLength int            // most relations in a path, up to 4; 3 when 0
	Kinds     []RelationKind // empty: all
	MinWeight int
	Filter    RelationFilter // Ends bounds which entities a path leads over
	Limit     int            // most paths, up to 20; 3 when 0
}

// Path is a way along relations.
type Path struct {
	Nodes []*Entity // from From to To, none twice
	// Relations has the most telling relation between each two neighbours.
	Relations []Relation
	// Cost is the sum of the costs of the relations, see [PathCost].
	Cost float64
}

const (
	maxPathLength = 4
	maxPaths      = 20
	pathWidth     = 100 // relations that are followed from an end
	pathWidthFar  = 20  // and from each of those that are found there
)

// PathCost is what a path takes for a relation: 1 for the step, and up to 1 more, the less the relation tells ([Telling]). So
// short paths are before long ones mostly, and a path over what everybody is mentioned with costs more.
func PathCost(telling float64) float64 { return 1 + 1/(1+telling) }

func (q *PathQuery) check() error {
	q.MaxLength, q.Limit = cmp.Or(q.MaxLength, 3), cmp.Or(q.Limit, 3)
	switch {
	case q.MaxLength < 1 || q.MaxLength > maxPathLength:
		return fmt.Errorf("%w: maxLength is %d, it must be between 1 and %d", ErrInvalid, q.MaxLength, maxPathLength)
	case q.Limit < 1 || q.Limit > maxPaths:
		return fmt.Errorf("%w: limit is %d, it must be between 1 and %d", ErrInvalid, q.Limit, maxPaths)
	}
	return checkIDTypes([]NodeID{q.From, q.To}, TypeEntity)
}

// Paths returns the cheapest paths between two entities, the cheapest first; none when there are none or one of the entities is not in the
// graph. It looks at the heaviest relations of both ends, for four steps of those at their other ends too, and at those
// among all that it found: five store calls at most. A path that leads over lighter relations is not found.
func (g *Graph) Paths(ctx context.Context, q *PathQuery) ([]Path, error) {
	sound := *q
	if err := sound.check(); err != nil {
		return nil, fmt.Errorf("paths: %w", err)
	}
	w, err := g.newWeb(ctx, &NetworkQuery{
		Around: []NodeID{q.From, q.To}, Kinds: q.Kinds, MinWeight: q.MinWeight, Filter: q.Filter, Limit: g.opts.MaxIDs,
	})
	if err == nil && len(w.rim) == 2 {
		from, to := w.rim[0], w.rim[1]
		if err = w.gather(ctx, sound.MaxLength); err == nil {
			return w.cheapest(from, to, sound.MaxLength, sound.Limit), nil
		}
	}
	if err != nil {
		return nil, fmt.Errorf("paths: %w", err)
	}
	return []Path{}, nil
}

// gather reads the relations of which paths can be made.
func (w *web) gather(ctx context.Context, length int) error {
	width := pathWidth
	for step := 2; step <= length; step += 2 {
		pages, err := w.relate(ctx, false, w.rim, width, stepNewest)
		if err != nil {
			return err
		}
		found := []NodeID{}
		for i, p := range pages {
			for _, e := range p.Edges {
				w.relations[e.Node.id()] = *e.Node
				found = append(found, e.Node.Other(w.rim[i]))
			}
		}
		if err := w.lookUp(ctx, found); err != nil {
			return err
		}
		w.rim = slices.Compact(slices.Sorted(slices.Values(found)))
		width = pathWidthFar
	}
	ids := make([]NodeID, 0, len(w.entities))
	for id := range w.entities {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	_, err := w.between(ctx, ids[:min(len(ids), w.opts.MaxIDs)])
	return err
}

// hop is the most telling relation between two neighbours.
type hop struct {
	Relation
	cost float64
}

// hops gives the neighbours of each entity.
func (w *web) hops() map[NodeID]map[NodeID]hop {
	out := map[NodeID]map[NodeID]hop{}
	set := func(from, to NodeID, h hop) {
		if out[from] == nil {
			out[from] = map[NodeID]hop{}
		}
		known, there := out[from][to]
		if !there || h.cost < known.cost || h.cost == known.cost && placeOf(&h.Relation).compare(placeOf(&known.Relation)) < 0 {
			out[from][to] = h
		}
	}
	for _, r := range w.relations {
		if w.entities[r.From] != nil && w.entities[r.To] != nil {
			h := hop{r, PathCost(w.telling(&r))}
			set(r.From, r.To, h)
			set(r.To, r.From, h)
		}
	}
	return out
}

// costsTo gives for each number of hops, up to most, from where the end can be reached in so many, and what that costs at least.
func costsTo(end NodeID, hops map[NodeID]map[NodeID]hop, most int) []map[NodeID]float64 {
	out := []map[NodeID]float64{{end: 0}}
	for n := 1; n <= most; n++ {
		costs := maps.Clone(out[n-1])
		for at, cost := range out[n-1] {
			for next, h := range hops[at] {
				if known, there := costs[next]; !there || cost+h.cost < known {
					costs[next] = cost + h.cost
				}
			}
		}
		out = append(out, costs)
	}
	return out
}

// trail is a path in the making: bound is what it costs at least to its end.
type trail struct {
	nodes       []NodeID
	cost, bound float64
}

func (a trail) compare(b trail) int {
	return cmp.Or(cmp.Compare(a.bound, b.bound), slices.Compare(a.nodes, b.nodes))
}

// trails is a heap of trails.
type trails []trail

func (q trails) Len() int           { return len(q) }
func (q trails) Less(i, j int) bool { return q[i].compare(q[j]) < 0 }
func (q trails) Swap(i, j int)      { q[i], q[j] = q[j], q[i] }

// Push implements [heap.Interface].
func (q *trails) Push(x any) {
	t, _ := x.(trail)
	*q = append(*q, t)
}

// Pop implements [heap.Interface].
func (q *trails) Pop() any {
	last := (*q)[len(*q)-1]
	*q = (*q)[:len(*q)-1]
	return last
}

// maxTrails bounds the work on paths between entities that are tied up with each other in very many ways.
const maxTrails = 100_000

// cheapest goes on, again and again, from the trail that can become the cheapest path; so paths are found in their
// order, as by the algorithm of J. Yen (1971), and their length can be bounded. (An A* search with exact costs to go.)
func (w *web) cheapest(from, to NodeID, length, limit int) []Path {
	hops := w.hops()
	costs := costsTo(to, hops, length)
	queue, out := &trails{}, []Path{}
	if least, there := costs[length][from]; there && from != to {
		*queue = append(*queue, trail{nodes: []NodeID{from}, bound: least})
	}
	for n := 0; queue.Len() > 0 && len(out) < limit && n < maxTrails; n++ {
		t, _ := heap.Pop(queue).(trail)
		at := t.nodes[len(t.nodes)-1]
		if at == to {
			out = append(out, w.path(t, hops))
			continue
		}
		left := costs[length-len(t.nodes)]
		for next, h := range hops[at] {
			if togo, there := left[next]; there && !slices.Contains(t.nodes, next) {
				cost := t.cost + h.cost
				heap.Push(queue, trail{nodes: append(slices.Clone(t.nodes), next), cost: cost, bound: cost + togo})
			}
		}
	}
	return out
}

func (w *web) path(t trail, hops map[NodeID]map[NodeID]hop) Path {
	out := Path{Cost: rounded(t.cost)}
	for i, id := range t.nodes {
		out.Nodes = append(out.Nodes, w.entities[id])
		if i > 0 {
			out.Relations = append(out.Relations, hops[t.nodes[i-1]][id].Relation)
		}
	}
	return out
}
