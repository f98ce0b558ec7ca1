package graph

import (
	"cmp"
	"slices"
)

// Groups partitions keys into entities by judgements. It returns for each key of the input, and
// for each key that the judgements name, the least key of its group; the entity's id is
// [EntityID] of that key.
//
// The judgements of persons come first, the newest before the older ones: SAME joins two groups, NOT_SAME keeps two
// groups apart from then on, each unless newer ones say otherwise. Of several on one pair only the newest counts. Then
// those of rules follow, on pairs on which no person judged: first each NOT_SAME keeps apart what persons have not joined, then each
// SAME, those of higher score first, then by pair, joins its two groups unless some pair of their keys is kept apart.
// So a chain of SAME never pulls together what is judged apart. The result depends on the set of
// judgements only, not on their order.
//
// The judgements on the keys of one connected component (over SAME and NOT_SAME alike) decide that
// component: a store may pass just those.
func Groups(keys []Key, judgements []Judgement) map[Key]Key {
	g := newGrouping(keys, judgements)
	persons, rules := g.effective(judgements)
	for _, j := range persons {
		g.follow(j)
	}
	for _, j := range rules {
		if j.Verdict == NotSame {
			g.follow(j)
		}
	}
	for _, j := range rules {
		if j.Verdict == Same {
			g.follow(j)
		}
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

type grouping struct {
	group map[Key]*keyGroup
	apart map[Key][]Key // keys that are not to be in the key's group
}

func newGrouping(keys []Key, judgements []Judgement) *grouping {
	g := &grouping{group: make(map[Key]*keyGroup, len(keys)), apart: map[Key][]Key{}}
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
		if j.B != "" {
			add(j.B)
		}
	}
	return g
}

type keyPair struct{ a, b Key }

// effective gives the judgements on pairs that are not overruled by others on the same pair, in the order in which they are to be followed.
func (g *grouping) effective(judgements []Judgement) (persons, rules []Judgement) {
	byPerson := map[keyPair]bool{}
	for _, j := range slices.SortedFunc(slices.Values(judgements), comparePriority) {
		pair := keyPair{j.A, j.B}
		if j.Verdict == Named || byPerson[pair] {
			continue
		}
		if j.By == ByPerson {
			byPerson[pair] = true
			persons = append(persons, j)
		} else {
			rules = append(rules, j)
		}
	}
	return persons, rules
}

// comparePriority orders judgements by how much they count: persons before rules, newer words of persons before older ones, surer rules before
// others.
func comparePriority(a, b Judgement) int {
	if c := cmp.Compare(a.By, b.By); c != 0 { // PERSON < RULE
		return c
	}
	if a.By == ByPerson {
		if c := b.At.Compare(a.At); c != 0 {
			return c
		}
	}
	return cmp.Or(
		cmp.Compare(b.Score, a.Score),
		cmp.Compare(a.A, b.A),
		cmp.Compare(a.B, b.B),
		cmp.Compare(a.Verdict, b.Verdict), // NOT_SAME < SAME < UNSURE
		cmp.Compare(a.ID, b.ID),
	)
}

// follow does what a judgement says, unless those that were followed before say otherwise.
func (g *grouping) follow(j Judgement) {
	a, b := g.group[j.A], g.group[j.B]
	if a == b {
		return
	}
	switch j.Verdict {
	case Same:
		g.join(a, b)
	case NotSame:
		g.apart[j.A] = append(g.apart[j.A], j.B)
		g.apart[j.B] = append(g.apart[j.B], j.A)
	case Unsure, Named:
	}
}

func (g *grouping) join(a, b *keyGroup) {
	if len(b.members) > len(a.members) {
		a, b = b, a
	}
	for _, key := range b.members {
		for _, other := range g.apart[key] {
			if g.group[other] == a {
				return
			}
		}
	}
	a.least = min(a.least, b.least)
	a.members = append(a.members, b.members...)
	for _, key := range b.members {
		g.group[key] = a
	}
}

// ChosenName gives the name that persons chose for an entity, by the judgements on its keys: the newest of those NAMED. It returns "" for none.
func ChosenName(judgements []Judgement) string {
	var newest *Judgement
	for i := range judgements {
		j := &judgements[i]
		if j.Verdict == Named && (newest == nil || comparePriority(*j, *newest) < 0) {
			newest = j
		}
	}
	if newest == nil {
		return ""
	}
	return newest.Name
}

// Compare orders judgements in lists: by A, B and By, the newest first, then by id.
func (j Judgement) Compare(o Judgement) int {
	return cmp.Or(cmp.Compare(j.A, o.A), cmp.Compare(j.B, o.B), cmp.Compare(j.By, o.By), o.At.Compare(j.At), cmp.Compare(j.ID, o.ID))
}
