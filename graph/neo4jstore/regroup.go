package neo4jstore

import (
	"cmp"
	"crypto/rand"
	"maps"
	"slices"
	"time"

	"github.com/newsgraph/newsgraph/graph"
)

// newHub draws what the relationships of a new entity are going to know it by: 80 bits.
func newHub() string { return rand.Text()[:16] }

// lockEntities locks and reads the entities that the keys of the change belong to, gives those that the judgements
// regroup the ids that they are going to have, and makes those that are missing.
func (c *change) lockEntities() error {
	kinds, fresh := map[string]graph.Kind{}, c.freshKeys()
	for key, k := range c.keys {
		if k.stored > 0 || fresh[key] {
			kinds[k.was] = key.Kind()
		}
	}
	if err := c.lockNodes(kinds); err != nil {
		return err
	}
	c.before = maps.Clone(c.entities)
	missing, renamed := c.assign(fresh)
	if len(renamed) > 0 {
		if err := c.rename(renamed); err != nil {
			return err
		}
	}
	if len(missing) > 0 {
		if err := c.lockNodes(missing); err != nil {
			return err
		}
	}
	for id, e := range c.entities {
		if chosen, judged := c.chosen[id]; judged {
			e.chosen = chosen
		}
	}
	return nil
}

func (c *change) freshKeys() map[graph.Key]bool {
	fresh := map[graph.Key]bool{}
	for _, r := range c.fresh {
		for _, a := range r.Actors {
			fresh[a.Key] = true
		}
	}
	return fresh
}

// lockNodes makes, locks and reads the entities with the ids.
func (c *change) lockNodes(kinds map[string]graph.Kind) error {
	params := []map[string]any{}
	for _, id := range slices.Sorted(maps.Keys(kinds)) {
		params = append(params, map[string]any{"id": id, "kind": kinds[id], "hub": newHub()})
	}
	rows, err := c.lockRows(cypherLockEntities, map[string]any{"entities": params})
	if err != nil {
		return err
	}
	for _, r := range rows {
		e := readEntityState(r)
		if err := r.err(); err != nil {
			return err
		}
		c.entities[e.id] = e
	}
	return nil
}

// bond is what an entity and a group of keys have in common.
type bond struct {
	was, is  string // the id of the entity in the database, and that of the group
	articles int    // of the keys that are in both
}

// assign decides which entity is that of which group of keys: the one on which most hangs already, so that little has to move. It returns
// the groups that have none, and the entities whose ids change.
func (c *change) assign(fresh map[graph.Key]bool) (missing map[string]graph.Kind, renamed []*entityState) {
	missing = map[string]graph.Kind{}
	articles := map[bond]int{}
	for key, k := range c.keys {
		if k.stored > 0 || fresh[key] {
			missing[k.entity] = key.Kind()
			articles[bond{was: k.was, is: k.entity}] += k.stored
		}
	}
	bonds := make([]bond, 0, len(articles))
	for b, n := range articles {
		bonds = append(bonds, bond{b.was, b.is, n})
	}
	slices.SortFunc(bonds, func(a, b bond) int {
		return cmp.Or(cmp.Compare(b.articles, a.articles), cmp.Compare(a.was, b.was), cmp.Compare(a.is, b.is))
	})
	left := maps.Clone(c.before)
	for _, b := range bonds {
		if _, without := missing[b.is]; without && left[b.was] != nil {
			if b.was != b.is {
				left[b.was].id = b.is
				renamed = append(renamed, left[b.was])
			}
			delete(missing, b.is)
			delete(left, b.was)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(left)) { // those that go
		left[id].id = left[id].hub
		renamed = append(renamed, left[id])
	}
	return missing, renamed
}

// rename gives entities the ids that they have in memory by now.
func (c *change) rename(entities []*entityState) error {
	params := []map[string]any{}
	for _, e := range entities {
		delete(c.entities, e.was)
		params = append(params, map[string]any{"was": e.was, "hub": e.hub, "id": e.id})
	}
	for _, e := range entities {
		c.entities[e.id] = e
		e.key = ""
	}
	for key, k := range c.keys {
		if e := c.entities[k.id]; e != nil {
			e.key = key
		}
	}
	_, err := c.run(cypherRenameEntities, map[string]any{"renamed": params})
	return err
}

// move is what becomes of an entity whose keys come and go.
type move struct {
	out, in, stay []*keyState
}

// moves tells whether what hangs on the key goes to another entity.
func (c *change) moves(k *keyState) bool {
	return k.stored > 0 && c.before[k.was] != c.entities[k.entity]
}

// moveKeys moves what hangs on the keys that come to another entity, and what it adds up to.
func (c *change) moveKeys() error {
	moving := slices.DeleteFunc(sortedKeys(c.keys), func(k *keyState) bool { return !c.moves(k) })
	if len(moving) == 0 {
		return nil
	}
	if err := c.countKeys(moving); err != nil {
		return err
	}
	if err := c.countArticles(c.movesOf(moving)); err != nil {
		return err
	}
	type way struct{ from, to string }
	ways := map[way][]string{}
	for _, k := range moving {
		w := way{c.before[k.was].id, k.entity}
		ways[w] = append(ways[w], k.key)
	}
	params := []map[string]any{}
	for w, keys := range ways {
		params = append(params, map[string]any{"from": w.from, "to": w.to, "keys": keys})
	}
	_, err := c.run(cypherMoveKeys, map[string]any{"moves": params})
	return err
}

// movesOf gives what becomes of each entity that the keys leave or come to. All keys of such an entity are locked.
func (c *change) movesOf(moving []*keyState) map[*entityState]*move {
	moves := map[*entityState]*move{}
	at := func(e *entityState) *move {
		if moves[e] == nil {
			moves[e] = &move{}
		}
		return moves[e]
	}
	for _, k := range moving {
		from, to := at(c.before[k.was]), at(c.entities[k.entity])
		from.out, to.in = append(from.out, k), append(to.in, k)
	}
	for _, k := range sortedKeys(c.keys) {
		if m := moves[c.entities[k.entity]]; m != nil && k.stored > 0 && !c.moves(k) {
			m.stay = append(m.stay, k)
		}
	}
	return moves
}

// countKeys moves the numbers of mentions and names of keys from one entity to the other.
func (c *change) countKeys(moving []*keyState) error {
	rows, err := c.run(cypherCountKeys, map[string]any{"keys": c.keyParams(moving)})
	if err != nil {
		return err
	}
	for _, r := range rows {
		k := c.keys[r.key("key")]
		from, to := c.before[k.was], c.entities[k.entity]
		mentions := r.int("mentions")
		from.mentions -= mentions
		to.mentions += mentions
		for _, n := range countedNames(r) {
			from.addName(n.name, n.nameCount, -1)
			to.addName(n.name, n.nameCount, 1)
		}
		if err := r.err(); err != nil {
			return err
		}
	}
	return nil
}

func (c *change) keyParams(keys []*keyState) []map[string]any {
	out := make([]map[string]any, len(keys))
	for i, k := range keys {
		out[i] = map[string]any{"id": k.id, "key": k.key, "entity": c.before[k.was].id}
	}
	return out
}

// namedCount is a name with what it counts.
type namedCount struct {
	name string
	nameCount
}

// countedNames reads the names in a row of count_keys.cypher; one may come several times.
func countedNames(r row) (out []namedCount) {
	add := func(column string, count func(n int) nameCount) {
		for _, n := range r.rows(column) {
			out = append(out, namedCount{n.text("text"), count(n.int("n"))})
		}
	}
	add("full", func(n int) nameCount { return nameCount{articles: n} })
	add("nameless", func(n int) nameCount { return nameCount{articles: n, nameless: n} })
	add("surface", func(n int) nameCount { return nameCount{mentions: n} })
	return out
}

// countArticles brings the numbers of articles, and the dates of the first and the last, in line with the keys that come and go. An
// article that a key which stays is in as well neither comes nor goes.
func (c *change) countArticles(moves map[*entityState]*move) error {
	var of []*entityState
	var signs []int
	sets := []map[string]any{}
	add := func(e *entityState, sign int, keys, stay []*keyState) {
		if len(keys) == 0 {
			return
		}
		names := make([]string, len(stay))
		for i, k := range stay {
			names[i] = k.key
		}
		of, signs = append(of, e), append(signs, sign)
		sets = append(sets, map[string]any{"entity": e.id, "keys": c.keyParams(keys), "stay": names})
	}
	for e, m := range moves {
		add(e, 1, m.in, m.stay)
		if len(m.in)+len(m.stay) > 0 {
			add(e, -1, m.out, m.stay)
		} else {
			e.articles = 0
		}
	}
	rows, err := c.run(cypherCountArticles, map[string]any{"sets": sets, "last": len(sets) - 1})
	if err != nil {
		return err
	}
	for _, r := range rows {
		e, sign := of[r.int("i")], signs[r.int("i")]
		e.articles += sign * r.int("articles")
		for _, at := range []time.Time{r.time("first"), r.time("last")} {
			e.seen(at, sign)
		}
		if err := r.err(); err != nil {
			return err
		}
	}
	return nil
}
