package neo4jstore

import (
	"cmp"
	"maps"
	"slices"

	"github.com/newsgraph/newsgraph/graph"
)

// bearing is what a change does to what rules know of a key.
type bearing struct {
	least      graph.NodeID // of the articles that come; "" for none
	came, gone int          // articles that mention it
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
			of(a.key).gone++
		}
	}
	for _, r := range c.fresh {
		for _, a := range r.Actors {
			b := of(a.Key)
			b.came++
			if b.least == "" || r.Article.ID < b.least {
				b.least = r.Article.ID
			}
		}
	}
	return keys
}

// inBlocks is what the database says of a key in its blocks.
type inBlocks struct {
	articles int
	blocked  bool                   // it is in its blocks
	known    map[string]graph.Known // by block; not those where rules knew nothing but its name
}

// inBlocks looks keys up; one that is new has none.
func (c *change) inBlocks(keys []graph.Key) (map[graph.Key]inBlocks, error) {
	byID := keysByID(keys)
	rows, err := c.run(cypherKnownBlocks, map[string]any{"ids": slices.Sorted(maps.Keys(byID))})
	if err != nil {
		return nil, err
	}
	out := map[graph.Key]inBlocks{}
	for _, r := range rows {
		in := inBlocks{articles: r.int("articles"), blocked: r.bool("blocked"), known: map[string]graph.Known{}}
		for _, k := range r.rows("known") {
			in.known[k.text("name")] = graph.Known(k.int("known"))
		}
		out[byID[r.id("id")]] = in
		if err := r.err(); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// lockBlocks locks the blocks that the change may bear on, so that of two changes to one block the second sees what the first did: those of
// keys that come or go, and those where rules knew something of a key that may be otherwise. Of a key on which they
// come to know something meanwhile, rule finds out when the key is locked.
func (c *change) lockBlocks() error {
	if c.batch.Rules == nil {
		return nil
	}
	borne := c.borne()
	before, err := c.inBlocks(slices.Collect(maps.Keys(borne)))
	if err != nil {
		return err
	}
	names := map[string]bool{}
	for key, b := range borne {
		in := before[key]
		if !in.blocked || in.articles-b.gone+b.came == 0 {
			for _, name := range c.batch.Rules.Blocks(key) {
				names[name] = true
			}
		}
		for name := range in.known {
			names[name] = true
		}
	}
	return c.lockTheseBlocks(names)
}

// lockTheseBlocks locks those that are not locked yet, in order of their names.
func (c *change) lockTheseBlocks(names map[string]bool) error {
	var more []string
	for name := range names {
		if !c.blocks[name] {
			more = append(more, name)
		}
	}
	if len(more) == 0 {
		return nil
	}
	slices.Sort(more)
	if c.blocks == nil {
		c.blocks = map[string]bool{}
	}
	for _, name := range more {
		c.blocks[name] = true
	}
	_, err := c.lockRows(cypherLockBlocks, map[string]any{"names": more})
	return err
}

// ruling is what a change does to the blocks.
type ruling struct {
	news   map[graph.Key]graph.News
	blocks map[string]bool // in which a judgement may be another one
	left   map[string]bool // of them those that a key has left
}

// rule has the rules judge what the change bears on, when it is done, and makes a second change of what they judge
// otherwise than they did.
func (c *change) rule() error {
	if c.batch.Rules == nil || len(c.taken)+len(c.fresh) == 0 {
		return nil
	}
	r, err := c.fillBlocks()
	if err != nil {
		return err
	}
	blocks, err := c.readBlocks(r)
	if err != nil {
		return err
	}
	judging := graph.NewJudging(c.batch.Rules, blocks, func(key graph.Key) graph.News { return r.news[key] })
	if err := c.count(judging); err != nil {
		return err
	}
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
	return c.dropBlocks(r)
}

// count locks the keys that are judged anew: another change to what is known of them waits, and then sees in which blocks that was known.
func (c *change) count(judging *graph.Judging) error {
	keys := judging.Keys()
	if err := c.lock(keys); err != nil {
		return err
	}
	articles := make(map[graph.Key]int, len(keys))
	for _, key := range keys {
		articles[key] = c.keys[key].articles
	}
	judging.Count(articles)
	return nil
}

// dropBlocks takes out blocks that have no key any more, and those that were made for nothing.
func (c *change) dropBlocks(r *ruling) error {
	names := []string{}
	for name := range c.blocks {
		if r.left[name] || !r.blocks[name] {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return nil
	}
	slices.Sort(names)
	_, err := c.run(cypherDropBlocks, map[string]any{"names": names})
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

// fillBlocks puts the keys that came to be mentioned into their blocks, and takes those out that no longer are. It finds out what is new
// of the keys, and in which blocks that bears on something. Most are so well known that an article more is no news.
func (c *change) fillBlocks() (*ruling, error) {
	borne := c.borne()
	now, err := c.inBlocks(slices.Collect(maps.Keys(borne)))
	if err != nil {
		return nil, err
	}
	r := &ruling{news: map[graph.Key]graph.News{}, blocks: map[string]bool{}, left: map[string]bool{}}
	in, out := []map[string]any{}, []string{}
	for _, key := range slices.Sorted(maps.Keys(borne)) {
		switch k := c.keys[key]; {
		case k.articles == 0:
			out = append(out, k.id)
			for _, name := range c.batch.Rules.Blocks(key) {
				r.blocks[name], r.left[name] = true, true
			}
		case !now[key].blocked:
			r.news[key] = graph.Came
			blocks := c.batch.Rules.Blocks(key)
			in = append(in, map[string]any{"id": k.id, "blocks": blocks})
			for _, name := range blocks {
				r.blocks[name] = true
			}
		case graph.RoundArticles(k.articles) != graph.RoundArticles(k.stored):
			r.news[key] = graph.CountElse
		}
	}
	if err := c.seenElse(r, borne, now); err != nil {
		return nil, err
	}
	for key, news := range r.news {
		for name, known := range now[key].known {
			if known.Bears(news) {
				r.blocks[name] = true
			}
		}
	}
	if err := c.lockTheseBlocks(r.blocks); err != nil {
		return nil, err
	}
	if len(in) > 0 || len(out) > 0 {
		_, err = c.run(cypherFillBlocks, map[string]any{"in": in, "out": out})
	}
	return r, err
}

// seenElse finds the keys that have other sightings, among those of which rules knew them.
func (c *change) seenElse(r *ruling, borne map[graph.Key]*bearing, now map[graph.Key]inBlocks) error {
	var keys []graph.Key
	for key, in := range now {
		if r.news[key] == graph.NoNews && slices.Contains(slices.Collect(maps.Values(in.known)), graph.Sightings) {
			keys = append(keys, key)
		}
	}
	last, err := c.lastSightings(keys)
	if err != nil {
		return err
	}
	for _, key := range keys {
		if b := borne[key]; b.gone > 0 || last[key] == "" || b.least <= last[key] {
			r.news[key] = graph.SeenElse
		}
	}
	return nil
}

// lastSightings returns the greatest id of the sightings of each key that has as many as can be.
func (c *change) lastSightings(keys []graph.Key) (map[graph.Key]graph.NodeID, error) {
	last := map[graph.Key]graph.NodeID{}
	if len(keys) == 0 {
		return last, nil
	}
	byID := keysByID(keys)
	rows, err := c.run(cypherLastSightings, map[string]any{"ids": slices.Sorted(maps.Keys(byID)), "skip": graph.MaxSightings - 1})
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		last[byID[r.id("id")]] = r.id("last")
		if err := r.err(); err != nil {
			return nil, err
		}
	}
	return last, nil
}

// readBlocks returns the blocks that the change bears on, in order, those without a key and those that are too large too.
func (c *change) readBlocks(r *ruling) ([]*graph.StoredBlock, error) {
	if len(r.blocks) == 0 {
		return nil, nil
	}
	rows, err := c.run(cypherBlocks, map[string]any{"names": slices.Sorted(maps.Keys(r.blocks)), "limit": graph.MaxBlock + 1})
	if err != nil {
		return nil, err
	}
	var blocks []*graph.StoredBlock
	for _, row := range rows {
		b := &graph.StoredBlock{Name: row.text("name"), Left: r.left[row.text("name")]}
		if keys := row.rows("keys"); len(keys) <= graph.MaxBlock {
			for _, k := range keys {
				b.Keys = append(b.Keys, graph.StoredKey{Key: k.key("key"), Known: graph.Known(k.int("known"))})
			}
		}
		if err := row.err(); err != nil {
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
		params[i] = map[string]any{"block": f.Block, "id": graph.EntityID(f.Key), "known": int(f.Known)}
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
