package graph

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
)

// NetworkQuery asks for the part of the graph around some entities, small enough to be drawn.
type NetworkQuery struct {
	Around    []NodeID       // where it begins
	Depth     int            // how many steps it leads away from there; 1 when 0
	Kinds     []RelationKind // empty: all
	MinWeight int            // 0 and 1 leave none out
	Limit     int            // most entities; 100 when 0
	Filter    RelationFilter // Ends bounds which entities there are beside Around
}

// Network is a part of the graph: entities, and the relations between them.
type Network struct {
	// Nodes are those of Around that are in the graph, then by depth, then the most telling first.
	Nodes []NetworkNode
	// Edges are the relations between any two of the nodes, the most telling first, at most [NetworkEdges] for a node on average.
	Edges   []NetworkEdge
	Omitted []Omission
}

// NetworkNode is an entity in a network.
type NetworkNode struct {
	Entity *Entity
	Depth  int     // steps from Around
	Score  float64 // of the most telling relation by which it was found; 0 for those of Around
}

// NetworkEdge is a relation in a network.
type NetworkEdge struct {
	Relation
	Score float64 // how telling it is, see [Telling]
}

// OmissionReason tells why something is not in a network.
type OmissionReason string

// The reasons of omissions.
const (
	// OverLimit counts the relations that lead to entities beyond the limit, or are edges beyond [NetworkEdges].
	OverLimit OmissionReason = "LIMIT"
	// OverDepth counts the entities at the rim, from which nothing was followed.
	OverDepth OmissionReason = "DEPTH"
	// OverNewest counts the steps at which only the newest statements, articles and events were looked at.
	OverNewest OmissionReason = "NEWEST"
)

// OmissionReasons lists the reasons in their fixed order.
func OmissionReasons() []OmissionReason { return []OmissionReason{OverLimit, OverDepth, OverNewest} }

// Omission tells how much was left out of a network, and why. Relations lighter than MinWeight are not counted.
type Omission struct {
	Reason OmissionReason
	Count  int
}

// NetworkEdges is how many edges a network has for each of its nodes, at most: more cannot be made out in a picture.
const NetworkEdges = 10

// What a network may cost: statements, articles and events that are looked at in one step, those of all its entities together.
const (
	stepNewest  = 10_000
	edgesNewest = 100_000
	leastNewest = 50
)

// Telling is how much a relation tells about its ends: a pair that is together more often than two such frequent entities would be by
// chance, and not only once. It is the normalized pointwise mutual information of the two, in articles, times log₂(1+weight); at
// least a hundredth of the latter. (G. Bouma: Normalized (Pointwise) Mutual Information in Collocation Extraction, GSCL 2009.)
// a and b are how many articles mention the ends, all is how many there are.
func Telling(weight, a, b, all int) float64 {
	const least = 0.01
	joint := float64(max(1, min(weight, a, b)))
	n := float64(max(all, a, b, 2))
	association := 1.0
	if joint < n {
		association = math.Log(joint*n/(float64(max(a, 1))*float64(max(b, 1)))) / -math.Log(joint/n)
	}
	return math.Round(1e6*max(least, association)*math.Log2(1+float64(weight))) / 1e6
}

func (g *Graph) checkNetwork(q *NetworkQuery) error {
	q.Depth, q.Limit = cmp.Or(q.Depth, 1), cmp.Or(q.Limit, min(100, g.opts.MaxNetwork))
	switch {
	case len(q.Around) == 0:
		return fmt.Errorf("%w: around nothing", ErrInvalid)
	case q.Depth < 1 || q.Depth > g.opts.MaxNetworkDepth:
		return fmt.Errorf("%w: depth is %d, it must be between 1 and %d", ErrInvalid, q.Depth, g.opts.MaxNetworkDepth)
	case q.Limit < 1 || q.Limit > g.opts.MaxNetwork:
		return fmt.Errorf("%w: limit is %d, it must be between 1 and %d", ErrInvalid, q.Limit, g.opts.MaxNetwork)
	}
	return nil
}

// Network returns the entities around some, and the relations between them. It makes two store calls for each step and three
// more, whatever the width. Answers to the same query are the same on every store.
func (g *Graph) Network(ctx context.Context, q *NetworkQuery) (*Network, error) {
	sound := *q
	if err := firstError(g.checkIDs(q.Around, TypeEntity), g.checkNetwork(&sound)); err != nil {
		return nil, fmt.Errorf("network: %w", err)
	}
	w, err := g.newWeb(ctx, &sound)
	if err != nil {
		return nil, fmt.Errorf("network: %w", err)
	}
	for depth := 1; depth <= sound.Depth && len(w.rim) > 0; depth++ {
		if err := w.step(ctx, depth); err != nil {
			return nil, fmt.Errorf("network: %w", err)
		}
	}
	out, err := w.finish(ctx)
	if err != nil {
		return nil, fmt.Errorf("network: %w", err)
	}
	return out, nil
}

// relationID names a relation among others.
type relationID struct {
	kind     RelationKind
	from, to NodeID
}

func (r *Relation) id() relationID { return relationID{r.Kind, r.From, r.To} }

// web is a network in the making.
type web struct {
	*Graph
	*NetworkQuery
	all       int // articles in the graph
	nodes     map[NodeID]*NetworkNode
	entities  map[NodeID]*Entity // looked up
	relations map[relationID]Relation
	rim       []NodeID       // what was found last
	followed  map[NodeID]int // how many relations there are of those from which the network was followed
	partial   int
}

func (g *Graph) newWeb(ctx context.Context, q *NetworkQuery) (*web, error) {
	if err := g.soundRelations(&RelationQuery{Kinds: q.Kinds, Filter: q.Filter}); err != nil {
		return nil, err
	}
	stats, err := g.Stats(ctx)
	if err != nil {
		return nil, err
	}
	w := &web{
		Graph: g, NetworkQuery: q, all: stats.Articles, nodes: map[NodeID]*NetworkNode{}, entities: map[NodeID]*Entity{},
		relations: map[relationID]Relation{}, followed: map[NodeID]int{},
	}
	nodes, err := g.Nodes(ctx, q.Around)
	for _, n := range nodes {
		e, there := n.(*Entity)
		if there && w.nodes[e.ID] == nil && len(w.nodes) < q.Limit {
			w.entities[e.ID] = e
			w.nodes[e.ID] = &NetworkNode{Entity: e}
			w.rim = append(w.rim, e.ID)
		}
	}
	return w, err
}

// relate asks for relations; its pages may be longer than users may have them.
func (w *web) relate(ctx context.Context, among bool, of []NodeID, first, budget int) ([]RelationPage, error) {
	filter := w.Filter
	if among {
		filter.Ends = nil
	}
	q := &RelationQuery{
		Of: of, Among: among, Kinds: w.Kinds, MinWeight: w.MinWeight, Filter: filter,
		Newest: min(w.opts.MaxNewest, max(leastNewest, budget/max(1, len(of)))), Page: Page{Count: true},
	}
	if err := w.soundRelations(q); err != nil {
		return nil, err
	}
	q.Page.First = &first
	return call(w.Graph, "relations", func(s Store) ([]RelationPage, error) { return s.Relations(ctx, q) })
}

// step goes on from the rim. All but the last step leave room for the next ones.
func (w *web) step(ctx context.Context, depth int) error {
	room := (w.Limit - len(w.nodes)) / (w.Depth - depth + 1)
	pages, err := w.relate(ctx, false, w.rim, max(20, 3*room/len(w.rim)), stepNewest)
	if err != nil {
		return err
	}
	candidates := []NodeID{}
	for i, p := range pages {
		w.followed[w.rim[i]] = p.Total
		if p.Partial {
			w.partial++
		}
		for _, e := range p.Edges {
			w.relations[e.Node.id()] = *e.Node
			if other := e.Node.Other(w.rim[i]); w.nodes[other] == nil {
				candidates = append(candidates, other)
			}
		}
	}
	if err := w.lookUp(ctx, candidates); err != nil {
		return err
	}
	w.take(w.score(), depth, room)
	return nil
}

// lookUp reads the entities that are not known yet.
func (w *web) lookUp(ctx context.Context, ids []NodeID) error {
	ids = slices.Compact(slices.Sorted(slices.Values(ids)))
	ids = slices.DeleteFunc(ids, func(id NodeID) bool { return w.entities[id] != nil })
	for chunk := range slices.Chunk(ids, w.opts.MaxIDs) {
		nodes, err := w.Nodes(ctx, chunk)
		if err != nil {
			return err
		}
		for _, n := range nodes {
			if e, there := n.(*Entity); there {
				w.entities[e.ID] = e
			}
		}
	}
	return nil
}

func (w *web) telling(r *Relation) float64 {
	a, b := w.entities[r.From], w.entities[r.To]
	if a == nil || b == nil { // gone since it was found
		return 0
	}
	return Telling(r.Weight, a.ArticleCount, b.ArticleCount, w.all)
}

// score rates the entities beside the network by the most telling relation that leads to them.
func (w *web) score() map[NodeID]float64 {
	scores := map[NodeID]float64{}
	for _, r := range w.relations {
		for _, end := range []NodeID{r.From, r.To} {
			if w.nodes[end] == nil && w.entities[end] != nil {
				scores[end] = max(scores[end], w.telling(&r))
			}
		}
	}
	return scores
}

// take takes the best of the candidates into the network.
func (w *web) take(scores map[NodeID]float64, depth, room int) {
	w.rim = w.rim[:0]
	for id := range scores {
		w.rim = append(w.rim, id)
	}
	slices.SortFunc(w.rim, func(a, b NodeID) int { return cmp.Or(cmp.Compare(scores[b], scores[a]), cmp.Compare(a, b)) })
	w.rim = w.rim[:min(room, len(w.rim))]
	for _, id := range w.rim {
		w.nodes[id] = &NetworkNode{Entity: w.entities[id], Depth: depth, Score: scores[id]}
	}
}

// finish adds the relations between all nodes, and puts everything in order.
func (w *web) finish(ctx context.Context) (*Network, error) {
	out := &Network{Nodes: []NetworkNode{}, Edges: []NetworkEdge{}, Omitted: []Omission{}}
	ids := make([]NodeID, 0, len(w.nodes))
	for id, n := range w.nodes {
		ids = append(ids, id)
		out.Nodes = append(out.Nodes, *n)
	}
	slices.Sort(ids)
	slices.SortFunc(out.Nodes, func(a, b NetworkNode) int {
		return cmp.Or(cmp.Compare(a.Depth, b.Depth), cmp.Compare(b.Score, a.Score), cmp.Compare(a.Entity.ID, b.Entity.ID))
	})
	beyond, err := w.between(ctx, ids)
	if err != nil {
		return nil, err
	}
	for _, r := range w.relations {
		if w.nodes[r.From] != nil && w.nodes[r.To] != nil {
			w.followed[r.From]--
			w.followed[r.To]--
			out.Edges = append(out.Edges, NetworkEdge{Relation: r, Score: w.telling(&r)})
		}
	}
	slices.SortFunc(out.Edges, func(a, b NetworkEdge) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), placeOf(&a.Relation).compare(placeOf(&b.Relation)))
	})
	most := min(len(out.Edges), NetworkEdges*len(out.Nodes))
	for _, outside := range w.followed {
		beyond += max(0, outside)
	}
	beyond += len(out.Edges) - most
	out.Edges = out.Edges[:most]
	for i, n := range []int{beyond, len(w.rim), w.partial} {
		if n > 0 {
			out.Omitted = append(out.Omitted, Omission{OmissionReasons()[i], n})
		}
	}
	return out, nil
}

// between reads the relations among all nodes. One that is known from one of its ends may be the heavier there, since
// more was looked at. It returns how many more there are.
func (w *web) between(ctx context.Context, ids []NodeID) (beyond int, err error) {
	if len(ids) < 2 {
		return 0, nil
	}
	most := 2 * NetworkEdges * len(ids)
	pages, err := w.relate(ctx, true, ids, most, edgesNewest)
	if err != nil {
		return 0, err
	}
	if pages[0].Partial {
		w.partial++
	}
	for _, e := range pages[0].Edges {
		if known, there := w.relations[e.Node.id()]; !there || known.Weight < e.Node.Weight {
			w.relations[e.Node.id()] = *e.Node
		}
	}
	return pages[0].Total - len(pages[0].Edges), nil
}
