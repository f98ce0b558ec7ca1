package neo4jstore

import (
	"cmp"
	"iter"
	"maps"
	"slices"

	"github.com/newsgraph/newsgraph/graph"
)

// bearing is what a change does to what rules know of a key.
type bearing struct {
	least graph.NodeID // of the articles that come; "" for none
	gone  bool         // an article goes that mentions it
}

// borne returns what the articles that come, change or go do to their keys.
func (c *change) borne() map[graph.Key]*bearing {
	keys := map[graph.Key]*bearing{}
	of := func(key graph.Key) *bearing {
		if keys[key] == nil {
			keys[key] = &bearing{}
		}
		return keys[key]
	}
	for _, old := range c.taken {
		for _, a := range old.actors {
			of(a.key).gone = true
		}
	}
	for _, r := range c.fresh {
		for _, a := range r.Actors {
			if b := of(a.Key); b.least == "" || r.Article.ID < b.least {
				b.least = r.Article.ID
			}
		}
	}
	return keys
}

// lockBlocks locks the blocks that the change may bear on, so that of two changes to one block the second sees what the first did.
func (c *change) lockBlocks() error {
	if c.batch.Rules == nil {
		return nil
	}
	c.blocks = blocksOf(c.batch.Rules, maps.Keys(c.borne()))
	if len(c.blocks) == 0 {
		return nil
	}
	_, err := c.lockRows(cypherLockBlocks, map[string]any{"names": c.blocks})
	return err
}

// blocksOf names the blocks of keys, each once, in order.
func blocksOf(rules graph.Rules, keys iter.Seq[graph.Key]) []string {
	names := map[string]bool{}
	for key := range keys {
		for _, name := range rules.Blocks(key) {
			names[name] = true
		}
	}
	return slices.Sorted(maps.Keys(names))
}

// rule has the rules judge what the change bears on, when it is done, and makes a second change of what they judge
// otherwise than they did.
func (c *change) rule() error {
	if len(c.blocks) == 0 {
		return nil
	}
	news, err := c.fillBlocks()
	if err != nil {
		return err
	}
	blocks, err := c.readBlocks(news)
	if err != nil {
		return err
	}
	judging := graph.NewJudging(c.batch.Rules, blocks, func(key graph.Key) graph.News { return news[key] })
	if err := c.flagBlocks(judging.Flags()); err != nil {
		return err
	}
	second, err := c.rejudge(judging)
	if err != nil {
		return err
	}
	if err := second.changeGraph(); err != nil {
		return err
	}
	_, err = c.run(cypherDropBlocks, map[string]any{"names": c.blocks})
	return err
}

// rejudge makes a change of what the rules judge otherwise than they did.
func (c *change) rejudge(judging *graph.Judging) (*change, error) {
	second := newChange(c.tx, &graph.Batch{Places: c.batch.Places})
	second.ruling = true
	if len(judging.Blocks()) == 0 {
		return second, nil
	}
	seen, err := c.sightings(judging.Wanted())
	if err != nil {
		return nil, err
	}
	stored, err := c.ruled(judging.Blocks())
	if err != nil {
		return nil, err
	}
	before := map[graph.NodeID]graph.Judgement{}
	for _, j := range stored {
		before[j.ID] = j
	}
	judged, gone := judging.Judge(seen, stored)
	for _, j := range judged {
		if old, there := before[j.ID]; !there || !same(old, j) {
			second.batch.Judge = append(second.batch.Judge, j)
		}
	}
	second.batch.Undo = gone
	return second, nil
}

// fillBlocks puts the keys that came to be mentioned into their blocks, and takes those out that no longer are. It returns what is new
// of the keys. Most are so well known that an article more is no news.
func (c *change) fillBlocks() (news map[graph.Key]graph.News, err error) {
	borne := c.borne()
	last, blocked, err := c.lastSightings(slices.Sorted(maps.Keys(borne)))
	if err != nil {
		return nil, err
	}
	news = map[graph.Key]graph.News{}
	in, out := []map[string]any{}, []string{}
	for _, key := range slices.Sorted(maps.Keys(borne)) {
		k, b := c.keys[key], borne[key]
		switch {
		case k.articles == 0:
			news[key], out = graph.CountElse, append(out, k.id)
		case !blocked[key]:
			news[key] = graph.CountElse
			in = append(in, map[string]any{"id": k.id, "blocks": c.batch.Rules.Blocks(key)})
		case graph.RoundArticles(k.articles) != graph.RoundArticles(k.stored):
			news[key] = graph.CountElse
		case b.gone || last[key] == "" || b.least <= last[key]:
			news[key] = graph.SeenElse
		}
	}
	if len(in) > 0 || len(out) > 0 {
		_, err = c.run(cypherFillBlocks, map[string]any{"in": in, "out": out})
	}
	return news, err
}

// lastSightings returns the greatest id of the sightings of each key that has as many as can be, and which keys are in their blocks.
func (c *change) lastSightings(keys []graph.Key) (last map[graph.Key]graph.NodeID, blocked map[graph.Key]bool, err error) {
	byID := keysByID(keys)
	rows, err := c.run(cypherLastSightings, map[string]any{"ids": slices.Sorted(maps.Keys(byID)), "skip": graph.MaxSightings - 1})
	if err != nil {
		return nil, nil, err
	}
	last, blocked = map[graph.Key]graph.NodeID{}, map[graph.Key]bool{}
	for _, r := range rows {
		key := byID[r.id("id")]
		last[key], blocked[key] = r.id("last"), r.bool("blocked")
		if err := r.err(); err != nil {
			return nil, nil, err
		}
	}
	return last, blocked, nil
}

// readBlocks returns the blocks of the keys of which there is news, in order, those without a key and those that are too large too.
func (c *change) readBlocks(news map[graph.Key]graph.News) ([]*graph.StoredBlock, error) {
	names := blocksOf(c.batch.Rules, maps.Keys(news))
	left := map[string]bool{}
	for key := range news {
		if c.keys[key].articles == 0 {
			for _, name := range c.batch.Rules.Blocks(key) {
				left[name] = true
			}
		}
	}
	rows, err := c.run(cypherBlocks, map[string]any{"names": names, "limit": graph.MaxBlock + 1})
	if err != nil {
		return nil, err
	}
	var blocks []*graph.StoredBlock
	for _, r := range rows {
		b := &graph.StoredBlock{Name: r.text("name"), Left: left[r.text("name")]}
		if keys := r.rows("keys"); len(keys) <= graph.MaxBlock {
			for _, k := range keys {
				b.Keys = append(b.Keys, graph.StoredKey{Key: k.key("key"), Articles: graph.RoundArticles(k.int("articles")), Wanted: k.bool("wanted")})
			}
		}
		if err := r.err(); err != nil {
			return nil, err
		}
		slices.SortFunc(b.Keys, func(x, y graph.StoredKey) int { return cmp.Compare(x.Key, y.Key) })
		blocks = append(blocks, b)
	}
	return blocks, nil
}

func (c *change) flagBlocks(flags []graph.Flag) error {
	if len(flags) == 0 {
		return nil
	}
	params := make([]map[string]any, len(flags))
	for i, f := range flags {
		params[i] = map[string]any{"block": f.Block, "id": graph.EntityID(f.Key), "wanted": f.Wanted}
	}
	_, err := c.run(cypherFlagBlocks, map[string]any{"flags": params})
	return err
}

// ruled returns what rules have judged in the blocks.
func (c *change) ruled(blocks []string) (stored []graph.Judgement, err error) {
	rows, err := c.run(cypherRuled, map[string]any{"names": blocks})
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		stored = append(stored, judgement(r))
		if err := r.err(); err != nil {
			return nil, err
		}
	}
	return stored, nil
}
