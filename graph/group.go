package graph

import (
	"cmp"
	"slices"
)

// Groups partitions keys into entities by judgements. It returns for each key of the input, and
// for each key that the judgements name, the least key of its group; the entity's id is
// [EntityID] of that key.
//
// For a pair on which a person and a rule both judged, the person's judgement alone counts.
// The SAME judgements are then taken in order (persons before rules, higher score first, then by
// pair) and each joins its two groups, unless some pair of their keys is judged NOT_SAME. So
// a chain of SAME never pulls together what is judged apart. The result depends on the set of
// judgements only, not on their order.
//
// The judgements on the keys of one connected component (over SAME and NOT_SAME alike) decide that
// component: a store may pass just those.
func Groups(keys []Key, judgements []Judgement) map[Key]Key {
	g := newGrouping(keys, judgements)
	same, apart := g.effective(judgements)
	for _, j := range same {
		g.join(j.A, j.B, apart)
	}
	least := make(map[Key]Key, len(g.group))
	for key, group := range g.group {
		least[key] = group.least
	}
	return least
}

type keyGroup struct {
	least   Key
	members []Key
}

type grouping struct{ group map[Key]*keyGroup }

func newGrouping(keys []Key, judgements []Judgement) *grouping {
	g := &grouping{group: make(map[Key]*keyGroup, len(keys))}
	add := func(k Key) {
		if g.group[k] == nil {
			g.group[k] = &keyGroup{least: k, members: []Key{k}}
		}
	}
	for _, k := range keys {
		add(k)
	}
	for _, j := range judgements {
		add(j.A)
		add(j.B)
	}
	return g
}

type keyPair struct{ a, b Key }

// effective drops what a person's judgement overrides, and parts the rest by verdict; same is in
// the order in which it is to be applied.
func (g *grouping) effective(judgements []Judgement) (same []Judgement, apart map[keyPair]bool) {
	byPerson := map[keyPair]bool{}
	for _, j := range judgements {
		if j.By == ByPerson {
			byPerson[keyPair{j.A, j.B}] = true
		}
	}
	apart = map[keyPair]bool{}
	for _, j := range judgements {
		if j.By != ByPerson && byPerson[keyPair{j.A, j.B}] {
			continue
		}
		switch j.Verdict {
		case Same:
			same = append(same, j)
		case NotSame:
			apart[keyPair{j.A, j.B}] = true
			apart[keyPair{j.B, j.A}] = true
		case Unsure:
		}
	}
	slices.SortFunc(same, func(x, y Judgement) int {
		return cmp.Or(
			cmp.Compare(x.By, y.By), // PERSON < RULE
			cmp.Compare(y.Score, x.Score),
			cmp.Compare(x.A, y.A),
			cmp.Compare(x.B, y.B),
		)
	})
	return same, apart
}

func (g *grouping) join(a, b Key, apart map[keyPair]bool) {
	ga, gb := g.group[a], g.group[b]
	if ga == gb {
		return
	}
	for _, x := range ga.members {
		for _, y := range gb.members {
			if apart[keyPair{x, y}] {
				return
			}
		}
	}
	ga.least = min(ga.least, gb.least)
	ga.members = append(ga.members, gb.members...)
	for _, k := range gb.members {
		g.group[k] = ga
	}
}
