package neo4jstore

import (
	"context"
	"hash/fnv"
	"maps"
	"slices"

	"github.com/newsgraph/newsgraph/graph"
)

// shards is the number of nodes over which the counters are spread, so that writers seldom wait for one another there.
const shards = 16

// Apply applies a batch in one transaction, see [graph.Store]. It locks articles, keys and entities before it reads what
// it is going to change, each in order of their ids. Besides those of the batch it touches only the nodes of
// its entities, so that its cost does not grow with the graph.
func (s *Store) Apply(ctx context.Context, batch *graph.Batch) (graph.Applied, error) {
	var applied graph.Applied
	err := s.write(ctx, func(t *tx) error {
		c := newChange(t, batch)
		if err := c.apply(); err != nil {
			return err
		}
		applied = c.applied
		return nil
	})
	if err != nil {
		return graph.Applied{}, err
	}
	return applied, nil
}

// change is the state of one Apply.
type change struct {
	*tx
	batch   *graph.Batch
	applied graph.Applied

	taken    map[graph.NodeID]*reading // readings to take out, by article
	fresh    []*graph.Record           // records to write
	gone     []graph.NodeID            // articles to delete
	blocks   map[string]bool           // those that it has locked
	keys     map[graph.Key]*keyState
	paired   []graph.Key                  // those that the batch's judgements are on
	entities map[string]*entityState      // by their ids after the change; those that go, by their hubs
	before   map[string]*entityState      // by their ids before it
	chosen   map[string][]graph.Judgement // names that persons chose, of the entities whose keys the batch's judgements bear on
	undo     []graph.NodeID               // the stored judgements that the batch takes back
	undone   []graph.NodeID
	judged   []graph.Judgement
	ruling   bool                          // it writes what rules judge
	counts   map[string]int                // what is added to the counters
	records  map[graph.NodeID]graph.Change // what becomes of the batch's records
}

func newChange(t *tx, batch *graph.Batch) *change {
	return &change{
		tx:       t,
		batch:    batch,
		taken:    map[graph.NodeID]*reading{},
		keys:     map[graph.Key]*keyState{},
		entities: map[string]*entityState{},
		chosen:   map[string][]graph.Judgement{},
		counts:   newCounts(),
		records:  map[graph.NodeID]graph.Change{},
	}
}

func (c *change) apply() error {
	for _, step := range []func() error{c.checkReceipt, c.changeGraph, c.rule, c.note} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// changeGraph does what the batch says.
func (c *change) changeGraph() error {
	for _, step := range []func() error{
		c.lockArticles,
		c.lockBlocks,
		c.lockKeys,
		c.judge,
	} {
		if err := step(); err != nil {
			return err
		}
	}
	if len(c.keys) == 0 && len(c.taken) == 0 && len(c.fresh) == 0 && len(c.gone) == 0 {
		return nil // nothing changes
	}
	for _, step := range []func() error{
		c.lockEntities,
		c.removeReadings,
		c.moveKeys,
		c.writeRecords,
		c.settle,
		c.settleEvents,
		c.finish,
	} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// lockArticles finds out which articles change, locks them, and reads what hangs on them.
func (c *change) lockArticles() error {
	deleted, changed, err := c.changedArticles()
	if err != nil || len(changed) == 0 {
		return err
	}
	rows, err := c.lockRows(cypherLockArticles, map[string]any{"ids": changed})
	if err != nil {
		return err
	}
	stored := map[graph.NodeID]*reading{}
	for _, r := range rows {
		stored[r.id("id")] = readReading(r)
		if err := r.err(); err != nil {
			return err
		}
	}
	for id := range deleted {
		if stored[id].digest != "" {
			c.take(id, stored[id])
			c.applied.Deleted++
		}
		c.gone = append(c.gone, id)
	}
	for _, r := range c.batch.Records {
		if old := stored[r.Article.ID]; old != nil {
			c.record(r, old, deleted[r.Article.ID])
		}
	}
	return nil
}

// record decides on a record whose article is locked.
func (c *change) record(r *graph.Record, old *reading, deleted bool) {
	id := r.Article.ID
	switch {
	case old.digest == "" || deleted:
		c.applied.Added++
		c.records[id] = graph.Added
		c.gone = slices.DeleteFunc(c.gone, func(g graph.NodeID) bool { return g == id })
	case old.digest == r.Digest: // another writer was faster
		c.applied.Unchanged++
		c.records[id] = graph.Unchanged
		return
	default:
		c.applied.Replaced++
		c.records[id] = graph.Replaced
		c.take(id, old)
	}
	c.fresh = append(c.fresh, r)
	c.counts[countArticles]++
}

// take notes that a reading is to be taken out.
func (c *change) take(id graph.NodeID, old *reading) {
	c.taken[id] = old
	c.counts[countArticles]--
}

// changedArticles returns the stored articles to delete, and the sorted ids of all articles that change. It counts the records
// that are there already.
func (c *change) changedArticles() (deleted map[graph.NodeID]bool, changed []graph.NodeID, err error) {
	ids := slices.Clone(c.batch.Delete)
	for _, r := range c.batch.Records {
		ids = append(ids, r.Article.ID)
	}
	deleted = map[graph.NodeID]bool{}
	if len(ids) == 0 {
		return deleted, nil, nil
	}
	rows, err := c.run(cypherDigests, map[string]any{"ids": ids})
	if err != nil {
		return nil, nil, err
	}
	digests := map[graph.NodeID]string{}
	for _, r := range rows {
		digests[r.id("id")] = r.text("digest")
		if err := r.err(); err != nil {
			return nil, nil, err
		}
	}
	all := map[graph.NodeID]bool{}
	for _, id := range c.batch.Delete {
		if digests[id] != "" {
			deleted[id], all[id] = true, true
		}
	}
	for _, r := range c.batch.Records {
		id := r.Article.ID
		if digests[id] == r.Digest && !deleted[id] {
			c.applied.Unchanged++
			c.records[id] = graph.Unchanged
			continue
		}
		all[id] = true
	}
	return deleted, slices.Sorted(maps.Keys(all)), nil
}

// removeReadings takes out what hangs on the articles that go or are written anew.
func (c *change) removeReadings() error {
	if len(c.taken) == 0 {
		return nil
	}
	for _, old := range c.taken {
		c.tally(old, -1)
	}
	_, err := c.run(cypherRemoveReadings, map[string]any{"ids": slices.Sorted(maps.Keys(c.taken))})
	return err
}

// finish brings the keys and the counters up to date, and takes out what has gone.
func (c *change) finish() error {
	keys := []map[string]any{}
	for _, k := range sortedKeys(c.keys) {
		keys = append(keys, map[string]any{"id": k.id, "entity": k.entity, "articles": k.articles})
	}
	gone := []string{}
	for _, id := range slices.Sorted(maps.Keys(c.entities)) {
		if c.entities[id].articles == 0 {
			gone = append(gone, id)
		}
	}
	_, err := c.run(cypherFinish, map[string]any{
		"keys":         keys,
		"goneArticles": slices.Sorted(slices.Values(c.gone)),
		"goneEntities": gone,
		"shard":        c.shard(),
		"counts":       c.counts,
	})
	return err
}

// shard chooses the counters for this change, by one of its articles or keys.
func (c *change) shard() int {
	h := fnv.New32a()
	switch {
	case len(c.fresh) > 0:
		h.Write([]byte(c.fresh[0].Article.ID))
	case len(c.keys) > 0:
		h.Write([]byte(sortedKeys(c.keys)[0].id))
	}
	return int(h.Sum32() % shards)
}
