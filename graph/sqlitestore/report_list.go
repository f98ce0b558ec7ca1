package sqlitestore

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
)

// Reports returns pages of reports of events, see [graph.Store].
func (s *Store) Reports(ctx context.Context, q *graph.ReportQuery) ([]graph.ReportPage, error) {
	return listed(ctx, s, q, (*conn).reportList, (*conn).fetchReports, reportPage)
}

func reportPage(q *graph.ReportQuery, p *page, nodes map[int64]*graph.Report) graph.ReportPage {
	edges, info := edgesOf(p, timeCursors(q.Order), func(cursor string, it *item) graph.ReportEdge {
		r := *nodes[it.n]
		r.Spans, r.Participants = slices.Clone(r.Spans), slices.Clone(r.Participants)
		return graph.ReportEdge{Cursor: cursor, Node: &r}
	})
	return graph.ReportPage{Edges: edges, PageInfo: info, Total: p.total}
}

func (c *conn) reportList(ctx context.Context, q *graph.ReportQuery) (*query, error) {
	window, err := timeWindow(q.Page, q.Order)
	if err != nil {
		return nil, err
	}
	out := &query{sort: byTime(q.Order), Window: window, count: q.Page.Count}
	of, from, where := graph.TypeEntity, "reports t INDEXED BY reports_down", "t.entity = f.value"
	switch q.Anchor {
	case graph.InItsArticle:
		of, from, where = graph.TypeArticle, "reports t INDEXED BY reports_article", "t.article = f.value"
	case graph.InAStatement:
		of, from, where = graph.TypeStatement, "reports t INDEXED BY reports_statement", "t.statement = f.value"
	case graph.OfEvent:
	}
	out.source = source{table: "reports", from: from, item: "t.n", alias: "t", where: is(where)}
	out.drivers, err = c.drivers(ctx, of, q.Of)
	return out, err
}

const sqlReportRows = `SELECT r.n, r.article, r.id, r.down, k.key, e.id, ifnull(s.ord, -1), r.body FROM json_each(?) f CROSS JOIN reports r ON r.n = f.value
CROSS JOIN keys k ON k.n = r.key CROSS JOIN keys e ON e.n = r.entity LEFT JOIN statements s ON s.n = r.statement`

// reportRow is a report on its way out of its row.
type reportRow struct {
	*graph.Report
	packedReport
	statement int
}

// fetchReports reads reports by their n.
func (c *conn) fetchReports(ctx context.Context, ns []int64) (map[int64]*graph.Report, error) {
	nodes := make(map[int64]*graph.Report, len(ns))
	if len(ns) == 0 {
		return nodes, nil
	}
	byArticle, keys := map[int64][]*reportRow{}, map[int64]keyEntity{}
	err := c.query(ctx, sqlReportRows, []any{list(ns)}, func(rows *sql.Rows) error {
		r := &reportRow{Report: &graph.Report{}}
		var n, article, down int64
		var body sql.RawBytes
		if err := rows.Scan(&n, &article, &r.ID, &down, &r.Key, &r.Event, &r.statement, &body); err != nil {
			return err
		}
		r.PublishedAt = up(down)
		nodes[n], byArticle[article] = r.Report, append(byArticle[article], r)
		if err := json.Unmarshal(body, &r.packedReport); err != nil {
			return fmt.Errorf("report %d: %w", n, err)
		}
		r.name(keys)
		return nil
	})
	if err != nil {
		return nil, err
	}
	if err := c.keyEntities(ctx, keys); err != nil {
		return nil, err
	}
	articles := make([]int64, 0, len(byArticle))
	for n := range byArticle {
		articles = append(articles, n)
	}
	return nodes, c.eachText(ctx, articles, func(n int64, id graph.NodeID, text string) {
		for _, r := range byArticle[n] {
			r.finish(id, text, keys)
		}
	})
}

// finish sets what follows from the article.
func (r *reportRow) finish(article graph.NodeID, text string, keys map[int64]keyEntity) {
	r.unpack(r.Report, keys)
	r.Article = article
	r.Text = strings.Clone(graph.TextOf(text, r.Report.Spans))
	r.TriggerText = strings.Clone(text[r.Report.Trigger.Start:r.Report.Trigger.End])
	if r.statement >= 0 {
		r.ReportedBy = graph.StatementID(article, r.statement)
	}
}
