package neo4jstore

import (
	"cmp"
	"maps"
	"slices"

	"github.com/newsgraph/newsgraph/graph"
)

// keyState is a key that a change has locked.
type keyState struct {
	id, key string
	entity  string // the id of its entity; after judge, that which it is going to have
	was     string // the id that its entity has in the database
	stored  int    // how many articles mention it in the database
	// articles is how many articles mention it after the change.
	articles int
}

func sortedKeys(keys map[graph.Key]*keyState) []*keyState {
	return slices.SortedFunc(maps.Values(keys), func(a, b *keyState) int { return cmp.Compare(a.id, b.id) })
}

// lockKeys locks the keys of the articles and judgements of the change.
func (c *change) lockKeys() error {
	want := map[graph.Key]bool{}
	for _, old := range c.taken {
		for _, a := range old.actors {
			want[a.key] = true
		}
	}
	for _, r := range c.fresh {
		for _, a := range r.Actors {
			want[a.Key] = true
		}
	}
	if err := c.pair(); err != nil {
		return err
	}
	for _, k := range c.paired {
		want[k] = true
	}
	return c.lock(slices.Collect(maps.Keys(want)))
}

// pair finds the keys that the judgements of the change are on.
func (c *change) pair() error {
	add := func(a, b graph.Key) {
		if c.paired = append(c.paired, a); b != "" {
			c.paired = append(c.paired, b)
		}
	}
	for _, j := range c.batch.Judge {
		add(j.A, j.B)
	}
	if len(c.batch.Undo) == 0 {
		return nil
	}
	rows, err := c.run(cypherFindJudgements, map[string]any{"ids": c.batch.Undo})
	if err != nil {
		return err
	}
	for _, r := range rows {
		add(r.key("a"), r.key("b"))
		c.undo = append(c.undo, r.id("id"))
		if err := r.err(); err != nil {
			return err
		}
	}
	return nil
}

// lock makes, locks and reads those of the keys that are not locked yet.
func (c *change) lock(keys []graph.Key) error {
	states := map[graph.Key]*keyState{}
	for _, k := range keys {
		if c.keys[k] == nil {
			states[k] = &keyState{id: string(graph.EntityID(k)), key: string(k)}
		}
	}
	if len(states) == 0 {
		return nil
	}
	params := []map[string]any{}
	for _, k := range sortedKeys(states) {
		params = append(params, map[string]any{"id": k.id, "key": k.key})
	}
	rows, err := c.lockRows(cypherLockKeys, map[string]any{"keys": params})
	if err != nil {
		return err
	}
	for _, r := range rows {
		k := states[r.key("key")]
		k.was, k.stored = r.text("entity"), r.int("articles")
		k.entity, k.articles = k.was, k.stored
		if err := r.err(); err != nil {
			return err
		}
	}
	maps.Copy(c.keys, states)
	return nil
}

// regrouped tells whether something hangs on the key whose entity is called otherwise now.
func (k *keyState) regrouped() bool { return k.entity != k.was && k.stored > 0 }
