package neo4jstore

import (
	"maps"
	"slices"
	"time"

	"github.com/newsgraph/newsgraph/graph"
)

// judge takes judgements back and adds others, and finds out which entities the keys they bear on belong to after that, and by which names
// persons call these.
func (c *change) judge() error {
	if len(c.paired) == 0 {
		return nil
	}
	part, stored, err := c.component()
	if err != nil {
		return err
	}
	before := len(stored)
	for _, id := range c.undo {
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
		c.chosen[c.keys[key].entity] = nil
	}
	for _, j := range stored {
		if entity := string(graph.EntityID(groups[j.A])); j.Verdict == graph.Named {
			c.chosen[entity] = append(c.chosen[entity], j)
		}
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
	optional := func(name string) string {
		if r.missing(name) {
			return ""
		}
		return r.text(name)
	}
	return graph.Judgement{
		ID: r.id("id"), A: r.key("a"), B: r.key("b"),
		Verdict: graph.Verdict(r.text("verdict")), By: graph.Authority(r.text("by")),
		Score: r.float("score"), Author: r.text("author"), Reason: r.text("reason"), At: r.time("at"),
		Block: optional("block"), Act: graph.NodeID(optional("act")), Name: optional("name"),
	}
}

func (c *change) writeJudgements() error {
	if len(c.undone) == 0 && len(c.judged) == 0 {
		return nil
	}
	judged := []map[string]any{}
	for _, j := range c.judged {
		judged = append(judged, judgementParams(j))
	}
	_, err := c.run(cypherWriteJudgements, map[string]any{"undone": c.undone, "judged": judged})
	return err
}

// judgementParams is a row of write_judgements.cypher. What is empty is null: the indexes leave it out.
func judgementParams(j graph.Judgement) map[string]any {
	b, doubt := j.B, ""
	if b == "" {
		b = j.A
	}
	if j.By == graph.ByRule && j.Verdict == graph.Unsure {
		doubt = scoreRank(graph.ScoreRank(j.Score), string(j.ID))
	}
	return map[string]any{
		"a": graph.EntityID(j.A), "b": graph.EntityID(b),
		"props": map[string]any{
			"id": j.ID, "a": j.A, "b": j.B, "kind": j.A.Kind(), "verdict": j.Verdict, "by": j.By,
			"score": j.Score, "author": j.Author, "reason": j.Reason, "at": orNull(j.At),
			"block": unlessEmpty(j.Block), "act": unlessEmpty(string(j.Act)), "name": unlessEmpty(j.Name), "doubt": unlessEmpty(doubt),
		},
	}
}

// unlessEmpty is null for "".
func unlessEmpty(s string) any {
	if s == "" {
		return nil
	}
	return s
}
