package graph

import (
	"context"
	"fmt"
	"slices"
	"time"
)

// Opinion is who judges, why and when.
type Opinion struct {
	Author string
	Reason string
	At     time.Time
}

// Judge gives the judgement on two keys or entities, for a batch: each of a and b is a key of the graph, or the id of an entity, which
// stands for that of its keys which most articles have. The verdict is SAME, NOT_SAME or UNSURE. It returns [ErrNotFound] for what is not in the graph.
func (g *Graph) Judge(ctx context.Context, a, b string, verdict Verdict, o Opinion) ([]Judgement, error) {
	if verdict == Named {
		return nil, fmt.Errorf("judge: %w: a name is no verdict on two entities", ErrInvalid)
	}
	keys, err := g.keysCalled(ctx, a, b)
	if err != nil {
		return nil, fmt.Errorf("judge: %w", err)
	}
	return g.act(ctx, "judge", o, []Judgement{{A: keys[0], B: keys[1], Verdict: verdict}})
}

// Merge gives the judgements that make one entity of several, for a batch: all their keys are the same. They hold against all that
// was judged before. It returns [ErrNotFound] for an entity that is not in the graph.
func (g *Graph) Merge(ctx context.Context, entities []NodeID, o Opinion) ([]Judgement, error) {
	groups, err := g.groupsOf(ctx, entities)
	if err != nil {
		return nil, fmt.Errorf("merge: %w", err)
	}
	if len(groups) < 2 {
		return nil, fmt.Errorf("merge: %w: it takes two different entities", ErrInvalid)
	}
	for _, keys := range groups {
		if keys[0].Key.Kind() != groups[0][0].Key.Kind() {
			return nil, fmt.Errorf("merge: %w: %s and %s are of different kinds", ErrInvalid, groups[0][0].Key, keys[0].Key)
		}
	}
	return g.act(ctx, "merge", o, alike(slices.Concat(groups...)))
}

// Split gives the judgements that make an entity of its own of some keys of an entity, for a batch: these are the same, those that
// stay are the same, and the ones are not the others. They hold against all that was judged before. It returns [ErrNotFound] for an entity that is not
// in the graph.
func (g *Graph) Split(ctx context.Context, entity NodeID, keys []Key, o Opinion) ([]Judgement, error) {
	groups, err := g.groupsOf(ctx, []NodeID{entity})
	if err != nil {
		return nil, fmt.Errorf("split: %w", err)
	}
	var out, stay []KeyCount
	for _, k := range groups[0] {
		if slices.Contains(keys, k.Key) {
			out = append(out, k)
		} else {
			stay = append(stay, k)
		}
	}
	for _, k := range keys {
		if !slices.ContainsFunc(out, func(o KeyCount) bool { return o.Key == k }) {
			return nil, fmt.Errorf("split: %w: %q is not a key of the entity", ErrInvalid, k)
		}
	}
	if len(out) == 0 || len(stay) == 0 {
		return nil, fmt.Errorf("split: %w: name some of the entity's %d keys, and not all", ErrInvalid, len(groups[0]))
	}
	apart := Judgement{A: mainKey(out), B: mainKey(stay), Verdict: NotSame}
	return g.act(ctx, "split", o, slices.Concat(alike(out), alike(stay), []Judgement{apart}))
}

// Rename gives the judgement that an entity is to be called by a name, for a batch. The name goes with that of the entity's keys which most articles have.
// It returns [ErrNotFound] for an entity that is not in the graph.
func (g *Graph) Rename(ctx context.Context, entity NodeID, name string, o Opinion) ([]Judgement, error) {
	groups, err := g.groupsOf(ctx, []NodeID{entity})
	if err != nil {
		return nil, fmt.Errorf("rename: %w", err)
	}
	return g.act(ctx, "rename", o, []Judgement{{A: mainKey(groups[0]), Verdict: Named, Name: name}})
}

// Act gives the judgements that are taken back with the one with the id, itself among them; the id may be that of the act as well. It
// returns [ErrNotFound] when there is none, and [ErrInvalid] for one of a rule, which cannot be taken back.
func (g *Graph) Act(ctx context.Context, id NodeID) ([]Judgement, error) {
	found, err := g.Judgements(ctx, &JudgementQuery{IDs: []NodeID{id}})
	switch {
	case err != nil:
		return nil, err
	case len(found) == 0:
		return nil, fmt.Errorf("judgement %s: %w", id, ErrNotFound)
	case found[0].Block != "":
		return nil, fmt.Errorf("judgement %s: %w: it is a rule's; overrule it by a judgement of your own on %s and %s", id, ErrInvalid, found[0].A, found[0].B)
	case found[0].Act == "" || found[0].Act == id:
		return found, nil
	}
	return g.Judgements(ctx, &JudgementQuery{IDs: []NodeID{found[0].Act}})
}

// alike says that keys are the same: each is the same as the one which most articles have.
func alike(keys []KeyCount) (out []Judgement) {
	main := mainKey(keys)
	for _, k := range keys {
		if k.Key != main {
			out = append(out, Judgement{A: main, B: k.Key, Verdict: Same})
		}
	}
	return out
}

// mainKey is the key which most articles have; ties: the least.
func mainKey(keys []KeyCount) Key {
	best := keys[0]
	for _, k := range keys[1:] {
		if k.Articles > best.Articles || k.Articles == best.Articles && k.Key < best.Key {
			best = k
		}
	}
	return best.Key
}

// act completes what a person judges at once. It is later than all that was judged on the keys before, whatever the clocks say.
func (g *Graph) act(ctx context.Context, what string, o Opinion, judgements []Judgement) ([]Judgement, error) {
	var keys []Key
	for _, j := range judgements {
		keys = append(keys, j.A, j.B)
	}
	at := microseconds(o.At)
	for some := range slices.Chunk(slices.Compact(slices.Sorted(slices.Values(keys))), g.opts.MaxIDs) {
		before, err := g.Judgements(ctx, &JudgementQuery{Keys: some})
		if err != nil {
			return nil, fmt.Errorf("%s: %w", what, err)
		}
		for _, j := range before {
			if j.By == ByPerson && !j.At.Before(at) {
				at = j.At.Add(time.Microsecond)
			}
		}
	}
	for i := range judgements {
		j := &judgements[i]
		j.By, j.Score, j.Author, j.Reason, j.At, j.Act = ByPerson, 1, o.Author, o.Reason, at, ActID(o.Author, what+": "+o.Reason, at)
		sound, err := prepareJudgement(*j)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", what, err)
		}
		*j = sound
	}
	return judgements, nil
}

// keysCalled gives the key that each text stands for: itself, or that of an entity by its id.
func (g *Graph) keysCalled(ctx context.Context, called ...string) ([]Key, error) {
	ids := make([]NodeID, len(called))
	for i, c := range called {
		if ids[i] = NodeID(c); Key(c).Kind() != "" {
			ids[i] = EntityID(Key(c))
		}
	}
	groups, err := g.Keys(ctx, ids)
	if err != nil {
		return nil, err
	}
	keys := make([]Key, len(called))
	for i, c := range called {
		switch key := Key(c); {
		case len(groups[i]) == 0:
			return nil, fmt.Errorf("entity %q: %w", c, ErrNotFound)
		case key.Kind() != "":
			keys[i] = key
		default:
			keys[i] = mainKey(groups[i])
		}
	}
	return keys, nil
}

// groupsOf gives the keys of entities, each entity once.
func (g *Graph) groupsOf(ctx context.Context, entities []NodeID) ([][]KeyCount, error) {
	groups, err := g.Keys(ctx, entities)
	if err != nil {
		return nil, err
	}
	var out [][]KeyCount
	seen := map[Key]bool{}
	for i, id := range entities {
		keys := groups[i]
		if len(keys) == 0 {
			return nil, fmt.Errorf("entity %s: %w", id, ErrNotFound)
		}
		if !seen[keys[0].Key] {
			seen[keys[0].Key] = true
			out = append(out, keys)
		}
	}
	return out, nil
}
