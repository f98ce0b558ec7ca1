package neo4jstore

import (
	"maps"
	"slices"
	"time"

	"github.com/newsgraph/newsgraph/graph"
)

// judge takes judgements back and adds others, and finds out which entities the keys they bear on belong to after that.
func (c *change) judge() error {
	if len(c.paired) == 0 {
		return nil
	}
	part, stored, err := c.component()
	if err != nil {
		return err
	}
	before := len(stored)
	for _, id := range c.batch.Undo {
		if j, there := stored[id]; there && (j.Block == "" || c.ruling) {
			delete(stored, id)
			c.undone = append(c.undone, id)
		}
	}
	for _, j := range c.batch.Judge {
		if old, there := stored[j.ID]; !there || !same(old, j) {
			stored[j.ID] = j
			c.judged = append(c.judged, j)
		}
	}
	c.applied.Undone, c.applied.Judged = len(c.undone), len(c.judged)
	c.counts[countJudgements] = len(stored) - before
	groups := graph.Groups(part, slices.Collect(maps.Values(stored)))
	for _, key := range part {
		c.keys[key].entity = string(graph.EntityID(groups[key]))
	}
	return c.writeJudgements()
}

// component locks and returns all keys that judgements connect with those of the change's own judgements, and reads those
// judgements. Another writer that changes them waits for one of these keys, or this one for it. It goes from key to key in
// rounds, one for each judgement of the longest chain: a pattern of any length would follow every way through a dense cluster.
func (c *change) component() (part []graph.Key, stored map[graph.NodeID]graph.Judgement, err error) {
	stored = map[graph.NodeID]graph.Judgement{}
	known := map[graph.Key]bool{}
	for front := c.paired; len(front) > 0; {
		var ids []graph.NodeID
		for _, key := range front {
			if !known[key] {
				known[key] = true
				ids = append(ids, graph.EntityID(key))
			}
		}
		if front, err = c.neighbours(ids, stored); err != nil {
			return nil, nil, err
		}
		front = slices.DeleteFunc(front, func(key graph.Key) bool { return known[key] })
	}
	part = slices.Sorted(maps.Keys(known))
	return part, stored, c.lock(part)
}

// neighbours returns the keys that judgements join to the keys or part from them, and adds these judgements and those
// that are unsure to stored.
func (c *change) neighbours(ids []graph.NodeID, stored map[graph.NodeID]graph.Judgement) (next []graph.Key, err error) {
	rows, err := c.run(cypherComponent, map[string]any{"ids": ids})
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		for _, item := range r.rows("judgements") {
			j := judgement(item)
			stored[j.ID] = j
		}
		for _, key := range list[string](r, "next") {
			next = append(next, graph.Key(key))
		}
		if err := r.err(); err != nil {
			return nil, err
		}
	}
	return next, nil
}

// same tells whether two judgements with the same id say the same.
func same(a, b graph.Judgement) bool {
	at := a.At.Equal(b.At)
	a.At, b.At = time.Time{}, time.Time{}
	return at && a == b
}

func judgement(r row) graph.Judgement {
	block := ""
	if !r.missing("block") {
		block = r.text("block")
	}
	return graph.Judgement{
		ID: r.id("id"), A: r.key("a"), B: r.key("b"),
		Verdict: graph.Verdict(r.text("verdict")), By: graph.Authority(r.text("by")),
		Score: r.float("score"), Author: r.text("author"), Reason: r.text("reason"), At: r.time("at"), Block: block,
	}
}

func (c *change) writeJudgements() error {
	if len(c.undone) == 0 && len(c.judged) == 0 {
		return nil
	}
	judged := []map[string]any{}
	for _, j := range c.judged {
		var block any // null for those that are not of rules: the index leaves these out
		if j.Block != "" {
			block = j.Block
		}
		judged = append(judged, map[string]any{
			"a": graph.EntityID(j.A), "b": graph.EntityID(j.B),
			"props": map[string]any{
				"id": j.ID, "a": j.A, "b": j.B, "verdict": j.Verdict, "by": j.By,
				"score": j.Score, "author": j.Author, "reason": j.Reason, "at": orNull(j.At), "block": block,
			},
		})
	}
	_, err := c.run(cypherWriteJudgements, map[string]any{"undone": c.undone, "judged": judged})
	return err
}
