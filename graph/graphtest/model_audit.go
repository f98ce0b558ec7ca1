package graphtest

import (
	"context"
	"maps"
	"slices"
	"time"

	"github.com/newsgraph/newsgraph/graph"
)

// repeats tells whether the request of a receipt was carried out before.
func (m *model) repeats(r *graph.Receipt) bool {
	return r != nil && m.receipts[r.Key].Until.After(r.At)
}

// note keeps the audit entry and the receipt of a batch.
func (m *model) note(b *graph.Batch, a graph.Applied) {
	if b.Receipt != nil {
		r := *b.Receipt
		r.Applied = a
		m.receipts[r.Key] = r
	}
	if b.Audit == nil {
		return
	}
	if _, there := m.audit[b.Audit.ID]; there {
		return
	}
	maps.DeleteFunc(m.audit, func(_ graph.NodeID, e graph.AuditEntry) bool { return e.At.Before(b.AuditSince) })
	e := *b.Audit
	e.Applied = a
	e.Applied.Records = nil
	m.audit[e.ID] = e
}

// Receipt implements [graph.Store].
func (m *model) Receipt(ctx context.Context, key string, at time.Time) (graph.Receipt, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := ctx.Err(); err != nil {
		return graph.Receipt{}, err
	}
	r, there := m.receipts[key]
	if !there || !r.Until.After(at) {
		return graph.Receipt{}, graph.ErrNotFound
	}
	r.Applied.Records = slices.Clone(r.Applied.Records)
	return r, nil
}

// Audit implements [graph.Store].
func (m *model) Audit(ctx context.Context, q *graph.AuditQuery) (graph.AuditPage, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := ctx.Err(); err != nil {
		return graph.AuditPage{}, err
	}
	var rows []row[*graph.AuditEntry]
	for _, e := range m.audit {
		if !auditHolds(&q.Filter, &e) {
			continue
		}
		e.Nodes = slices.Clone(e.Nodes)
		rows = append(rows, row[*graph.AuditEntry]{&e, graph.Cursor{
			Order: graph.ByTimeDesc, Ints: []int64{e.At.UnixMicro()}, Texts: []string{string(e.ID)},
		}})
	}
	p := pageOf(rows, q.Page, byTime(graph.ByTimeDesc))
	return graph.AuditPage{PageInfo: p.info, Total: p.total, Edges: edges(p, func(cursor string, e *graph.AuditEntry) graph.AuditEdge {
		return graph.AuditEdge{Cursor: cursor, Node: e}
	})}, nil
}

func auditHolds(f *graph.AuditFilter, e *graph.AuditEntry) bool {
	return (len(f.By) == 0 || slices.Contains(f.By, e.By)) &&
		(len(f.Actions) == 0 || slices.Contains(f.Actions, e.Action)) &&
		(len(f.Outcomes) == 0 || slices.Contains(f.Outcomes, e.Outcome)) &&
		(f.Node == "" || slices.Contains(e.Nodes, f.Node)) &&
		(f.At.From.IsZero() || !e.At.Before(f.At.From)) && (f.At.To.IsZero() || e.At.Before(f.At.To))
}
