package sqlitestore

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"time"

	"github.com/newsgraph/newsgraph/graph"
)

const (
	sqlInsertAudit     = `INSERT INTO audit (n, id, down, by, action, outcome, body) VALUES (?, ?, ?, ?, ?, ?, ?)`
	sqlInsertAuditNode = `INSERT INTO audit_nodes (audit, node, id, down) SELECT ?, value, ?, ? FROM json_each(?)`
	sqlForgetAudit     = `DELETE FROM audit WHERE down > ?`
	sqlAuditThere      = `SELECT count(*) FROM audit WHERE id = ?`
	sqlAuditRows       = `SELECT a.n, a.body FROM json_each(?) f CROSS JOIN audit a ON a.n = f.value`

	sqlForgetReceipts = `DELETE FROM receipts WHERE until <= ?`
	sqlInsertReceipt  = `INSERT INTO receipts (key, until, body) VALUES (?, ?, ?)
ON CONFLICT (key) DO UPDATE SET until = excluded.until, body = excluded.body`
	sqlReceiptThere = `SELECT count(*) FROM receipts WHERE key = ? AND until > ?`
	sqlReceipt      = `SELECT body FROM receipts WHERE key = ? AND until > ?`
)

// checkReceipt refuses a request that was carried out before.
func (w *writing) checkReceipt(r *graph.Receipt) error {
	if r == nil {
		return nil
	}
	n, err := w.c.int(w.ctx, sqlReceiptThere, r.Key, r.At.Unix())
	if err == nil && n > 0 {
		err = fmt.Errorf("request %q: %w", r.Key, graph.ErrRepeated)
	}
	return err
}

// note writes what is to be remembered of the batch.
func (w *writing) note(b *graph.Batch) error {
	if err := w.noteReceipt(b.Receipt); err != nil {
		return err
	}
	e, since := b.Audit, b.AuditSince
	if e == nil {
		return nil
	}
	if there, err := w.c.int(w.ctx, sqlAuditThere, e.ID); err != nil || there > 0 {
		return err
	}
	if !since.IsZero() {
		if err := w.exec(sqlForgetAudit, -since.UnixMicro()); err != nil {
			return err
		}
	}
	n, err := w.free("audit")
	if err != nil {
		return err
	}
	entry := *e
	entry.Applied = w.applied
	entry.Applied.Records = nil
	body, err := json.Marshal(&entry)
	if err != nil {
		return fmt.Errorf("marshal audit entry: %w", err)
	}
	at := -e.At.UnixMicro()
	if err := w.exec(sqlInsertAudit, n, e.ID, at, e.By, e.Action, e.Outcome, string(body)); err != nil {
		return err
	}
	return w.exec(sqlInsertAuditNode, n, e.ID, at, list(e.Nodes))
}

func (w *writing) noteReceipt(r *graph.Receipt) error {
	if r == nil {
		return nil
	}
	receipt := *r
	receipt.Applied = w.applied
	body, err := json.Marshal(&receipt)
	if err != nil {
		return fmt.Errorf("marshal receipt: %w", err)
	}
	if err := w.exec(sqlForgetReceipts, r.At.Unix()); err != nil {
		return err
	}
	return w.exec(sqlInsertReceipt, r.Key, r.Until.Unix(), string(body))
}

// Receipt returns the receipt with the key, see [graph.Store].
func (s *Store) Receipt(ctx context.Context, key string, at time.Time) (graph.Receipt, error) {
	return read(ctx, s, func(ctx context.Context, c *conn) (out graph.Receipt, err error) {
		found := false
		err = c.query(ctx, sqlReceipt, []any{key, at.Unix()}, func(rows *sql.Rows) error {
			found = true
			var body sql.RawBytes
			if err := rows.Scan(&body); err != nil {
				return err
			}
			return json.Unmarshal(body, &out)
		})
		if err == nil && !found {
			err = fmt.Errorf("receipt %q: %w", key, graph.ErrNotFound)
		}
		return out, err
	})
}

// Audit returns a page of audit entries, see [graph.Store].
func (s *Store) Audit(ctx context.Context, q *graph.AuditQuery) (graph.AuditPage, error) {
	list, err := auditList(q)
	if err != nil {
		return graph.AuditPage{}, err
	}
	return read(ctx, s, func(ctx context.Context, c *conn) (graph.AuditPage, error) {
		pages, err := c.pages(ctx, list)
		if err != nil {
			return graph.AuditPage{}, err
		}
		entries, err := c.fetchAudit(ctx, itemNumbers(pages))
		if err != nil {
			return graph.AuditPage{}, err
		}
		return auditPage(&pages[0], entries), nil
	})
}

// auditList finds entries by what they are about, or else along their order.
func auditList(q *graph.AuditQuery) (*query, error) {
	read := func(c graph.Cursor) place { return place{number: -c.Ints[0], id: c.Texts[0]} }
	window, err := graph.NewWindow(q.Page, graph.ByTimeDesc, 1, 1, read, place.compare)
	if err != nil {
		return nil, err
	}
	out := &query{sort: sorting{column: "down"}, Window: window, count: q.Page.Count, merge: true, drivers: anywhere()}
	out.source = source{table: "audit", from: "audit t INDEXED BY audit_down", item: "t.n", alias: "t"}
	if q.Filter.Node != "" {
		out.source = source{
			table: "audit", item: "d.audit", alias: "d",
			from:  "audit_nodes d INDEXED BY audit_nodes_down CROSS JOIN audit t ON t.n = d.audit",
			where: is("d.node = f.value"),
		}
		out.drivers = []any{q.Filter.Node}
	}
	out.filter = auditFilter(&q.Filter)
	return out, nil
}

func auditFilter(f *graph.AuditFilter) cond {
	conds := []cond{
		unlessEmpty(f.By, func() cond { return in("t.by", f.By) }),
		unlessEmpty(f.Actions, func() cond { return in("t.action", f.Actions) }),
		unlessEmpty(f.Outcomes, func() cond { return in("t.outcome", f.Outcomes) }),
	}
	if !f.At.From.IsZero() {
		conds = append(conds, is("t.down <= ?", -ceilMicro(f.At.From)))
	}
	if !f.At.To.IsZero() {
		conds = append(conds, is("t.down > ?", -ceilMicro(f.At.To)))
	}
	return all(conds...)
}

// ceilMicro rounds a time up to microseconds, like ceilUnix to seconds.
func ceilMicro(t time.Time) int64 {
	n := t.UnixMicro()
	if t.Nanosecond()%1000 > 0 {
		n++
	}
	return n
}

func (c *conn) fetchAudit(ctx context.Context, ns []int64) (map[int64]*graph.AuditEntry, error) {
	entries := make(map[int64]*graph.AuditEntry, len(ns))
	err := c.query(ctx, sqlAuditRows, []any{list(ns)}, func(rows *sql.Rows) error {
		var n int64
		var body sql.RawBytes
		if err := rows.Scan(&n, &body); err != nil {
			return err
		}
		e := &graph.AuditEntry{}
		entries[n] = e
		if err := json.Unmarshal(body, e); err != nil {
			return fmt.Errorf("audit entry %d: %w", n, err)
		}
		return nil
	})
	return entries, err
}

func auditPage(p *page, entries map[int64]*graph.AuditEntry) graph.AuditPage {
	cursor := func(at place) graph.Cursor {
		return graph.Cursor{Order: graph.ByTimeDesc, Ints: []int64{-at.number}, Texts: []string{at.id}}
	}
	edges, info := edgesOf(p, cursor, func(cursor string, it *item) graph.AuditEdge {
		return graph.AuditEdge{Cursor: cursor, Node: entries[it.n]}
	})
	return graph.AuditPage{Edges: edges, PageInfo: info, Total: p.total}
}
