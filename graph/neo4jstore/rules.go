package neo4jstore

import (
	"cmp"
	"maps"
	"slices"

	"github.com/newsgraph/newsgraph/graph"
)

// borne returns the keys of the articles that come, change or go.
func (c *change) borne() []graph.Key {
	keys := map[graph.Key]bool{}
	for _, old := range c.taken {
		for _, a := range old.actors {
			keys[a.key] = true
		}
	}
	for _, r := range c.fresh {
		for _, a := range r.Actors {
			keys[a.Key] = true
		}
	}
	return slices.Sorted(maps.Keys(keys))
}

// lockBlocks locks the blocks that the change bears on, so that of two changes to one block the second sees what the first did.
func (c *change) lockBlocks() error {
	if c.batch.Rules == nil {
		return nil
	}
	names := map[string]bool{}
	for _, key := range c.borne() {
		for _, name := range c.batch.Rules.Blocks(key) {
			names[name] = true
		}
	}
	c.blocks = slices.Sorted(maps.Keys(names))
	if len(c.blocks) == 0 {
		return nil
	}
	_, err := c.lockRows(cypherLockBlocks, map[string]any{"names": c.blocks})
	return err
}

// rule has the rules judge the blocks that the change bears on, when it is done, and makes a second change of what they judge
// otherwise than they did.
func (c *change) rule() error {
	if len(c.blocks) == 0 {
		return nil
	}
	if err := c.fillBlocks(); err != nil {
		return err
	}
	blocks, stored, err := c.readBlocks()
	if err != nil {
		return err
	}
	if err := c.see(blocks); err != nil {
		return err
	}
	second := newChange(c.tx, &graph.Batch{})
	second.ruling = true
	for _, b := range blocks {
		for _, j := range graph.Ruled(c.batch.Rules, b) {
			if old, there := stored[j.ID]; !there || !same(old, j) {
				second.batch.Judge = append(second.batch.Judge, j)
			}
			delete(stored, j.ID)
		}
	}
	second.batch.Undo = slices.Sorted(maps.Keys(stored))
	if err := second.changeGraph(); err != nil {
		return err
	}
	_, err = c.run(cypherDropBlocks, map[string]any{"names": c.blocks})
	return err
}

// fillBlocks puts the keys that came to be mentioned into their blocks, and takes those out that no longer are.
func (c *change) fillBlocks() error {
	in, out := []map[string]any{}, []string{}
	for _, key := range c.borne() {
		switch k := c.keys[key]; {
		case k.stored == 0 && k.articles > 0:
			in = append(in, map[string]any{"id": k.id, "blocks": c.batch.Rules.Blocks(key)})
		case k.stored > 0 && k.articles == 0:
			out = append(out, k.id)
		}
	}
	if len(in) == 0 && len(out) == 0 {
		return nil
	}
	_, err := c.run(cypherFillBlocks, map[string]any{"in": in, "out": out})
	return err
}

// readBlocks returns the blocks that can be judged, in order, and what is judged in all of them so far.
func (c *change) readBlocks() (blocks []*graph.Block, stored map[graph.NodeID]graph.Judgement, err error) {
	rows, err := c.run(cypherBlocks, map[string]any{"names": c.blocks, "limit": graph.MaxBlock + 1})
	if err != nil {
		return nil, nil, err
	}
	stored = map[graph.NodeID]graph.Judgement{}
	for _, r := range rows {
		b := &graph.Block{Name: r.text("name")}
		for _, k := range r.rows("keys") {
			b.Keys = append(b.Keys, graph.Facts{Key: k.key("key"), Articles: graph.RoundArticles(k.int("articles"))})
		}
		for _, item := range r.rows("judged") {
			j := judgement(item)
			stored[j.ID] = j
		}
		if err := r.err(); err != nil {
			return nil, nil, err
		}
		if len(b.Keys) < 2 || len(b.Keys) > graph.MaxBlock {
			continue
		}
		slices.SortFunc(b.Keys, func(x, y graph.Facts) int { return cmp.Compare(x.Key, y.Key) })
		blocks = append(blocks, b)
	}
	return blocks, stored, nil
}

// see fills in the sightings that the rules want.
func (c *change) see(blocks []*graph.Block) error {
	wanted, fill := graph.Want(c.batch.Rules, blocks)
	if len(wanted) == 0 {
		return nil
	}
	seen, err := c.sightings(wanted)
	fill(seen)
	return err
}

func (c *change) sightings(keys []graph.Key) (map[graph.Key][]graph.Sighting, error) {
	byID := map[graph.NodeID]graph.Key{}
	for _, key := range keys {
		byID[graph.EntityID(key)] = key
	}
	rows, err := c.run(cypherSightings, map[string]any{"ids": slices.Sorted(maps.Keys(byID)), "limit": graph.MaxSightings})
	if err != nil {
		return nil, err
	}
	out := map[graph.Key][]graph.Sighting{}
	articles := map[graph.NodeID]bool{}
	for _, r := range rows {
		for _, s := range r.rows("seen") {
			seen := sighting(s)
			articles[seen.Article] = true
			key := byID[r.id("id")]
			out[key] = append(out[key], seen)
		}
		if err := r.err(); err != nil {
			return nil, err
		}
	}
	said, err := c.articlesSay(slices.Sorted(maps.Keys(articles)))
	if err != nil {
		return nil, err
	}
	for key, of := range out {
		for i := range of {
			of[i].With, of[i].Titles = said[of[i].Article].keys, said[of[i].Article].titles[key]
		}
	}
	return out, nil
}

func sighting(r row) graph.Sighting {
	s := graph.Sighting{Article: r.id("article"), At: r.time("at"), Name: r.text("name")}
	forms := list[string](r, "forms")
	for i, name := range list[string](r, "names") {
		if graph.MentionForm(forms[i]) == graph.FormName {
			s.Aliases = append(s.Aliases, name)
		}
	}
	slices.Sort(s.Aliases)
	s.Aliases = slices.Compact(s.Aliases)
	return s
}

// said is what an article says of its keys.
type said struct {
	keys   []graph.Key
	titles map[graph.Key][]graph.Title
}

func (c *change) articlesSay(articles []graph.NodeID) (map[graph.NodeID]said, error) {
	rows, err := c.run(cypherSeenWith, map[string]any{"ids": articles})
	if err != nil {
		return nil, err
	}
	out := map[graph.NodeID]said{}
	for _, r := range rows {
		s := said{keys: sortedList[graph.Key](r, "keys"), titles: map[graph.Key][]graph.Title{}}
		for _, t := range r.rows("titles") {
			key := t.key("key")
			s.titles[key] = append(s.titles[key], graph.Title{Title: t.text("title"), Of: t.key("of")})
		}
		for _, titles := range s.titles {
			slices.SortFunc(titles, graph.Title.Compare)
		}
		if err := r.err(); err != nil {
			return nil, err
		}
		out[r.id("id")] = s
	}
	return out, nil
}
