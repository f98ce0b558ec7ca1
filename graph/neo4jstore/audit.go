package neo4jstore

import (
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"time"

	"github.com/newsgraph/newsgraph/graph"
)

var (
	//go:embed cypher/receipt.cypher
	cypherReceipt string
	//go:embed cypher/audit_item.cypher
	cypherAuditItem string
)

// checkReceipt refuses a request that was carried out before. It locks the request's key.
func (c *change) checkReceipt() error {
	r := c.batch.Receipt
	if r == nil {
		return nil
	}
	rows, err := c.lockRows(cypherLockReceipt, map[string]any{"key": r.Key})
	if err != nil {
		return err
	}
	if rows[0].missing("until") || int64(rows[0].int("until")) <= r.At.Unix() {
		return rows[0].err()
	}
	return fmt.Errorf("request %q: %w", r.Key, graph.ErrRepeated)
}

// note writes what is to be remembered of the batch.
func (c *change) note() error {
	for _, r := range c.batch.Records {
		c.applied.Records = append(c.applied.Records, c.records[r.Article.ID])
	}
	if r := c.batch.Receipt; r != nil {
		_, err := c.run(cypherWriteReceipt, map[string]any{"at": r.At.Unix(), "props": map[string]any{
			"key": r.Key, "digest": r.Digest, "at": r.At.Unix(), "until": r.Until.Unix(), "answer": r.Answer, "applied": marshal(c.applied),
		}})
		if err != nil {
			return err
		}
	}
	e := c.batch.Audit
	if e == nil {
		return nil
	}
	applied := c.applied
	applied.Records = nil
	if since := c.batch.AuditSince; !since.IsZero() {
		if _, err := c.run(cypherForgetAudit, map[string]any{"before": timeRank(since.UnixMicro()-1, "", graph.ByTimeDesc)}); err != nil {
			return err
		}
	}
	_, err := c.run(cypherWriteAudit, map[string]any{"props": map[string]any{
		"id": e.ID, "at": e.At, "by": e.By, "action": e.Action, "outcome": e.Outcome, "nodes": e.Nodes, "detail": e.Detail,
		"applied": marshal(applied), "newest": timeRank(e.At.UnixMicro(), string(e.ID), graph.ByTimeDesc),
	}})
	return err
}

func marshal(a graph.Applied) string {
	b, err := json.Marshal(a)
	if err != nil {
		panic(fmt.Sprintf("neo4jstore: marshal %+v: %v", a, err)) // numbers and texts always marshal
	}
	return string(b)
}

func applied(r row) (a graph.Applied, err error) {
	text := r.text("applied")
	if err := r.err(); err != nil {
		return a, err
	}
	if err := json.Unmarshal([]byte(text), &a); err != nil {
		return a, fmt.Errorf("what a batch changed: %w", err)
	}
	return a, nil
}

// Receipt returns the receipt with the key, see [graph.Store].
func (s *Store) Receipt(ctx context.Context, key string, at time.Time) (graph.Receipt, error) {
	return read(ctx, s, func(t *tx) (graph.Receipt, error) {
		rows, err := t.run(cypherReceipt, map[string]any{"key": key, "at": at.Unix()})
		if err != nil {
			return graph.Receipt{}, err
		}
		if len(rows) == 0 {
			return graph.Receipt{}, fmt.Errorf("receipt %q: %w", key, graph.ErrNotFound)
		}
		r := rows[0]
		out := graph.Receipt{
			Key: key, Digest: r.text("digest"), Answer: r.text("answer"),
			At: time.Unix(int64(r.int("at")), 0).UTC(), Until: time.Unix(int64(r.int("until")), 0).UTC(),
		}
		out.Applied, err = applied(r)
		return out, err
	})
}

// Audit returns a page of audit entries, see [graph.Store].
func (s *Store) Audit(ctx context.Context, q *graph.AuditQuery) (graph.AuditPage, error) {
	return read(ctx, s, func(t *tx) (graph.AuditPage, error) {
		list, err := t.auditList(q)
		if err != nil {
			return graph.AuditPage{}, err
		}
		pages, err := t.pages(list)
		if err != nil {
			return graph.AuditPage{}, err
		}
		return auditPage(pages[0])
	})
}

// auditList finds entries by what they are about, or else along their order.
func (t *tx) auditList(q *graph.AuditQuery) (*listQuery, error) {
	out := &listQuery{builder: newBuilder(), item: cypherAuditItem, count: q.Page.Count}
	at := func(c graph.Cursor) place { return place{rank: timeRank(c.Ints[0], c.Texts[0], graph.ByTimeDesc)} }
	var err error
	if out.Window, err = graph.NewWindow(q.Page, graph.ByTimeDesc, 1, 1, at, place.compare); err != nil {
		return nil, err
	}
	f, err := t.newFilters(out.builder, nil)
	if err != nil {
		return nil, err
	}
	out.source = source{match: "MATCH (x:AuditEntry)", where: "x.newest > ''", rank: "x.newest"}
	if q.Filter.Node != "" {
		out.source = source{
			match: "MATCH (x:AuditEntry)-[m:CONCERNS]->()", where: "m.node = " + f.bind(q.Filter.Node) + " AND m.newest > ''",
			lead: "m.node", rank: "m.newest",
		}
	}
	out.filter = all(
		in(f, "x.by", q.Filter.By),
		in(f, "x.action", q.Filter.Actions),
		in(f, "x.outcome", q.Filter.Outcomes),
		f.within("x.at", q.Filter.At),
	)
	return out, nil
}

func auditPage(p listPage) (graph.AuditPage, error) {
	out := graph.AuditPage{Edges: make([]graph.AuditEdge, len(p.items)), Total: p.total}
	cursors := make([]string, len(p.items))
	for i, r := range p.items {
		e := &graph.AuditEntry{
			ID: r.id("id"), At: r.time("at"), By: r.text("by"), Action: r.text("action"),
			Outcome: graph.AuditOutcome(r.text("outcome")), Nodes: []graph.NodeID{}, Detail: r.text("detail"),
		}
		for _, id := range list[string](r, "nodes") {
			e.Nodes = append(e.Nodes, graph.NodeID(id))
		}
		var err error
		if e.Applied, err = applied(r); err != nil {
			return out, err
		}
		cursors[i] = graph.EncodeCursor(graph.Cursor{Order: graph.ByTimeDesc, Ints: []int64{e.At.UnixMicro()}, Texts: []string{string(e.ID)}})
		out.Edges[i] = graph.AuditEdge{Cursor: cursors[i], Node: e}
	}
	out.PageInfo = graph.NewPageInfo(p.hasPrevious, p.hasNext, cursors)
	return out, nil
}
