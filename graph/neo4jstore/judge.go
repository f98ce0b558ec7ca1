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
		if _, there := stored[id]; there {
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
// judgements. Another writer that changes them waits for one of these keys, or this one for it.
func (c *change) component() (part []graph.Key, stored map[graph.NodeID]graph.Judgement, err error) {
	ids := make([]graph.NodeID, len(c.paired))
	for i, k := range c.paired {
		ids[i] = graph.EntityID(k)
	}
	rows, err := c.run(cypherComponent, map[string]any{"ids": ids})
	if err != nil {
		return nil, nil, err
	}
	stored = map[graph.NodeID]graph.Judgement{}
	for _, k := range list[string](rows[0], "keys") {
		part = append(part, graph.Key(k))
	}
	for _, r := range rows[0].rows("judgements") {
		j := judgement(r)
		stored[j.ID] = j
	}
	if err := rows[0].err(); err != nil {
		return nil, nil, err
	}
	return part, stored, c.lock(part)
}

// same tells whether two judgements with the same id say the same.
func same(a, b graph.Judgement) bool {
	at := a.At.Equal(b.At)
	a.At, b.At = time.Time{}, time.Time{}
	return at && a == b
}

func judgement(r row) graph.Judgement {
	return graph.Judgement{
		ID: r.id("id"), A: r.key("a"), B: r.key("b"),
		Verdict: graph.Verdict(r.text("verdict")), By: graph.Authority(r.text("by")),
		Score: r.float("score"), Author: r.text("author"), Reason: r.text("reason"), At: r.time("at"),
	}
}

func (c *change) writeJudgements() error {
	if len(c.undone) == 0 && len(c.judged) == 0 {
		return nil
	}
	judged := []map[string]any{}
	for _, j := range c.judged {
		judged = append(judged, map[string]any{
			"a": graph.EntityID(j.A), "b": graph.EntityID(j.B),
			"props": map[string]any{
				"id": j.ID, "a": j.A, "b": j.B, "verdict": j.Verdict, "by": j.By,
				"score": j.Score, "author": j.Author, "reason": j.Reason, "at": orNull(j.At),
			},
		})
	}
	_, err := c.run(cypherWriteJudgements, map[string]any{"undone": c.undone, "judged": judged})
	return err
}
