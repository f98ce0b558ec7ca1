package graph

import (
	"cmp"
	"context"
	"fmt"
	"slices"
)

// CompareQuery asks what two entities have in common, and in what they differ.
type CompareQuery struct {
	A, B   NodeID
	Filter RelationFilter
	Limit  int // most entities of each list; 20 when 0
}

// Comparison is what two entities talked about, and with whom they are mentioned.
type Comparison struct {
	A, B *Entity
	// Both are those about whom both talked, by the lesser of the two weights, then by their sum, then by id; OnlyA and OnlyB
	// those about whom one did, by weight.
	Both, OnlyA, OnlyB []Topic
	// Together are those that are mentioned with both, in the same order as Both.
	Together []Topic
	// Partial is set when only the newest statements and articles were looked at, or only the heaviest relations.
	Partial bool
}

// Topic is an entity with the relations that lead to it.
type Topic struct {
	Entity *Entity
	A, B   *Relation // nil where there is none
	// ToneDifference is how much better A spoke of it than B, from -2 to 2, see [ToneBalance.Score]; 0 unless both did.
	ToneDifference float64
}

// compareWidth is how many relations of each of the two are compared.
const compareWidth = 1000

// Compare compares two entities; it returns [ErrNotFound] when one is not in the graph. It costs three store calls, and one
// more for each thousand entities.
func (g *Graph) Compare(ctx context.Context, q *CompareQuery) (*Comparison, error) {
	out, err := g.compare(ctx, q)
	if err != nil {
		return nil, fmt.Errorf("compare: %w", err)
	}
	return out, nil
}

func (g *Graph) compare(ctx context.Context, q *CompareQuery) (*Comparison, error) {
	limit := cmp.Or(q.Limit, min(20, g.opts.MaxPage))
	if limit < 1 || limit > g.opts.MaxPage {
		return nil, fmt.Errorf("%w: limit is %d, it must be between 1 and %d", ErrInvalid, limit, g.opts.MaxPage)
	}
	of := []NodeID{q.A, q.B}
	if err := checkIDTypes(of, TypeEntity); err != nil {
		return nil, err
	}
	w, err := g.newWeb(ctx, &NetworkQuery{Around: of, Filter: q.Filter, Limit: 2})
	if err != nil {
		return nil, err
	}
	if len(w.rim) < 2 {
		return nil, fmt.Errorf("%w: two entities that are not the same one", ErrNotFound)
	}
	out := &Comparison{A: w.entities[w.rim[0]], B: w.entities[w.rim[1]]}
	about, err := w.topics(ctx, out, SaidAbout, Outward)
	if err != nil {
		return nil, err
	}
	with, err := w.topics(ctx, out, CoMentioned, BothWays)
	if err != nil {
		return nil, err
	}
	out.Both = ranked(about, limit, func(t Topic) bool { return t.A != nil && t.B != nil })
	out.OnlyA = ranked(about, limit, func(t Topic) bool { return t.B == nil })
	out.OnlyB = ranked(about, limit, func(t Topic) bool { return t.A == nil })
	out.Together = ranked(with, limit, func(t Topic) bool { return t.A != nil && t.B != nil })
	return out, w.name(ctx, out.Both, out.OnlyA, out.OnlyB, out.Together)
}

// topics gathers the other ends of the relations of both.
func (w *web) topics(ctx context.Context, c *Comparison, kind RelationKind, direction RelationDirection) (map[NodeID]Topic, error) {
	q := &RelationQuery{Of: w.rim, Kinds: []RelationKind{kind}, Direction: direction, Filter: w.Filter}
	if err := w.soundRelations(q); err != nil {
		return nil, err
	}
	most := compareWidth
	q.Page.First = &most
	pages, err := call(w.Graph, "relations", func(s Store) ([]RelationPage, error) { return s.Relations(ctx, q) })
	if err != nil {
		return nil, err
	}
	out := map[NodeID]Topic{}
	for i, p := range pages {
		c.Partial = c.Partial || p.Partial || p.PageInfo.HasNextPage
		for _, e := range p.Edges {
			other := e.Node.Other(w.rim[i])
			if slices.Contains(w.rim, other) && kind == CoMentioned {
				continue
			}
			t := out[other]
			t.Entity = &Entity{ID: other}
			if i == 0 {
				t.A = e.Node
			} else {
				t.B = e.Node
			}
			if t.A != nil && t.B != nil && kind == SaidAbout {
				t.ToneDifference = rounded(t.A.Tones.Score() - t.B.Tones.Score())
			}
			out[other] = t
		}
	}
	return out, nil
}

func (t Topic) weights() (least, sum int) {
	a, b := 0, 0
	if t.A != nil {
		a = t.A.Weight
	}
	if t.B != nil {
		b = t.B.Weight
	}
	return min(a, b), a + b
}

func ranked(topics map[NodeID]Topic, limit int, which func(Topic) bool) []Topic {
	out := []Topic{}
	for _, t := range topics {
		if which(t) {
			out = append(out, t)
		}
	}
	slices.SortFunc(out, func(x, y Topic) int {
		xLeast, xSum := x.weights()
		yLeast, ySum := y.weights()
		return cmp.Or(cmp.Compare(yLeast, xLeast), cmp.Compare(ySum, xSum), cmp.Compare(x.Entity.ID, y.Entity.ID))
	})
	return out[:min(limit, len(out))]
}

// name fills in the entities of the topics.
func (w *web) name(ctx context.Context, lists ...[]Topic) error {
	var ids []NodeID
	for _, of := range lists {
		for _, t := range of {
			ids = append(ids, t.Entity.ID)
		}
	}
	if err := w.lookUp(ctx, ids); err != nil {
		return err
	}
	for _, of := range lists {
		for i := range of {
			if e := w.entities[of[i].Entity.ID]; e != nil {
				of[i].Entity = e
			}
		}
	}
	return nil
}
