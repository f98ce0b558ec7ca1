package graph

import (
	"context"
	"fmt"
	"slices"
)

// Identity is why an entity is one node: its keys, and all that was judged on them.
type Identity struct {
	Entity     *Entity
	Keys       []KeyCount  // those with mentions, in ascending order
	Judgements []Explained // by effect, persons first, the newest first, the highest score first, then by id
}

// Explained is a judgement with what it does to an entity.
type Explained struct {
	Judgement
	Effect Effect
	// EntityA and EntityB are the entities of the keys now; "" for a key whose group has no mentions.
	EntityA, EntityB NodeID
}

// Effect is what a judgement does.
type Effect string

// The effects, in the order in which they are listed.
const (
	Joins  Effect = "JOINS"  // it says that two keys of one entity are the same
	Parts  Effect = "PARTS"  // it says that keys of two entities are not the same
	Names  Effect = "NAMES"  // it gives the entity its name
	Doubts Effect = "DOUBTS" // it is unsure whether two entities are one
	Idle   Effect = "IDLE"   // another judgement beats it, or joins or parts the keys all the same
)

// Effects lists the effects in their fixed order.
func Effects() []Effect { return []Effect{Joins, Parts, Names, Doubts, Idle} }

// Reversible tells whether the judgement can be taken back. One of a rule is beaten by a person's.
func (j *Judgement) Reversible() bool { return j.Block == "" }

// Identity tells why an entity is one node. It returns [ErrNotFound] when the entity is not in the graph.
func (g *Graph) Identity(ctx context.Context, entity NodeID) (*Identity, error) {
	keys, err := g.Keys(ctx, []NodeID{entity})
	if err == nil && len(keys[0]) == 0 {
		err = ErrNotFound
	}
	if err != nil {
		return nil, fmt.Errorf("identity of %s: %w", entity, err)
	}
	out := &Identity{Keys: keys[0]}
	names := make([]Key, len(out.Keys))
	for i, k := range out.Keys {
		names[i] = k.Key
	}
	judged := map[NodeID]Judgement{}
	for some := range slices.Chunk(names, g.opts.MaxIDs) {
		found, err := g.Judgements(ctx, &JudgementQuery{Keys: some})
		if err != nil {
			return nil, fmt.Errorf("identity of %s: %w", entity, err)
		}
		for _, j := range found {
			judged[j.ID] = j
		}
	}
	nodes, err := g.entitiesOf(ctx, entity, judged)
	if err != nil {
		return nil, fmt.Errorf("identity of %s: %w", entity, err)
	}
	if out.Entity = nodes[entity]; out.Entity == nil {
		return nil, fmt.Errorf("identity of %s: %w", entity, ErrNotFound)
	}
	out.explain(judged, nodes)
	return out, nil
}

// entitiesOf gives the entity, and those of the keys that were judged, by the ids by which they are asked for.
func (g *Graph) entitiesOf(ctx context.Context, entity NodeID, judged map[NodeID]Judgement) (map[NodeID]*Entity, error) {
	ids := []NodeID{entity}
	for _, j := range judged {
		ids = append(ids, EntityID(j.A), EntityID(j.B))
	}
	out := map[NodeID]*Entity{}
	for some := range slices.Chunk(slices.Compact(slices.Sorted(slices.Values(ids))), g.opts.MaxIDs) {
		nodes, err := g.Nodes(ctx, some)
		if err != nil {
			return nil, err
		}
		for i, n := range nodes {
			if e, ok := n.(*Entity); ok {
				out[some[i]] = e
			}
		}
	}
	return out, nil
}

// explain finds out what each judgement does.
func (id *Identity) explain(judged map[NodeID]Judgement, nodes map[NodeID]*Entity) {
	of := func(key Key) NodeID {
		if e := nodes[EntityID(key)]; e != nil && key != "" {
			return e.ID
		}
		return ""
	}
	first := map[keyPair]Judgement{} // that counts of those on a pair
	for _, j := range judged {
		pair := keyPair{j.A, j.B}
		if other, there := first[pair]; !there || comparePriority(j, other) < 0 {
			first[pair] = j
		}
	}
	for _, j := range judged {
		x := Explained{Judgement: j, Effect: Idle, EntityA: of(j.A), EntityB: of(j.B)}
		if first[keyPair{j.A, j.B}].ID == j.ID {
			x.Effect = effect(j.Verdict, x.EntityA == x.EntityB)
		}
		id.Judgements = append(id.Judgements, x)
	}
	id.nameOnce()
	slices.SortFunc(id.Judgements, func(x, y Explained) int { return x.place().compare(y.place()) })
}

// effect is what a judgement does that counts on its pair, whose keys are in one entity, or not.
func effect(v Verdict, together bool) Effect {
	switch {
	case v == Same && together:
		return Joins
	case v == NotSame && !together:
		return Parts
	case v == Unsure && !together:
		return Doubts
	}
	return Idle
}

// nameOnce leaves the newest of those that give the entity its name.
func (id *Identity) nameOnce() {
	newest := -1
	for i := range id.Judgements {
		x := &id.Judgements[i]
		if x.Verdict != Named || x.Name != id.Entity.Name {
			continue
		}
		if newest < 0 || comparePriority(x.Judgement, id.Judgements[newest].Judgement) < 0 {
			newest = i
		}
	}
	if newest >= 0 {
		id.Judgements[newest].Effect = Names
	}
}
