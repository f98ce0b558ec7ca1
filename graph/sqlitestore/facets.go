package sqlitestore

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
	"time"

	"github.com/newsgraph/newsgraph/graph"
)

// countedList is a list whose items are counted, with the columns of them that counting needs.
func (c *conn) countedList(ctx context.Context, l *graph.List) (q *query, columns string, err error) {
	none := 0
	page := graph.Page{First: &none}
	switch {
	case l.Entities != nil:
		of := *l.Entities
		of.Order, of.Page = graph.ByMentionsDesc, page
		q, err = c.entityList(ctx, &of)
		return q, "t.n AS n, t.kind AS kind", err
	case l.Articles != nil:
		of := *l.Articles
		of.Order, of.Page = graph.ByTimeDesc, page
		q, err = c.articleList(ctx, &of)
		return q, "t.n AS n, t.n AS article, t.source AS source, t.down AS down, t.body ->> 'language' AS language", err
	case l.Events != nil:
		of := *l.Events
		of.Order, of.Page = graph.ByTimeDesc, page
		q, err = c.eventList(ctx, &of)
		return q, "t.n AS n, t.type AS type, t.status AS status, t.down AS down", err
	}
	of := *l.Statements
	of.Order, of.Page = graph.ByTimeDesc, page
	q, err = c.statementList(ctx, &of)
	return q, "t.n AS n, t.article AS article, t.kind AS kind, t.mode AS mode, t.speaker AS speaker, t.down AS down", err
}

// itemRows names the items of the list "x": each once for each page k, which hangs on "of".
func (q *query) itemRows(columns string) (with string, args []any) {
	k := "f.key AS k, f.value AS of"
	if q.merge {
		k = "0 AS k"
	}
	distinct := ""
	if q.repeated || q.merge && len(q.drivers) > 1 {
		distinct = "DISTINCT "
	}
	where := q.conditions()
	return fmt.Sprintf("WITH x AS MATERIALIZED (SELECT %s%s, %s FROM json_each(?) f CROSS JOIN %s WHERE %s)",
		distinct, k, columns, q.from, where.where()), append([]any{list(q.drivers)}, where.args...)
}

// lists is the number of pages.
func (q *query) lists() int {
	if q.merge {
		return 1
	}
	return len(q.drivers)
}

// The start of the day of a row of "x", in Unix seconds; the days before 1970 are counted downwards.
const dayStart = "-down - (-down % 86400 + 86400) % 86400"

// facetRows gives (k, value, count) for each value of a facet among the items "x"; the value is NULL for items without one.
func facetRows(l *graph.List, f graph.Facet) string {
	switch f {
	case graph.FacetSource:
		if l.Articles != nil {
			return "SELECT k, nullif(source, ''), count(*) FROM x GROUP BY 1, 2"
		}
		return "SELECT g.k, nullif(a.source, ''), sum(g.c) FROM (SELECT k, article, count(*) AS c FROM x GROUP BY 1, 2) g " +
			"CROSS JOIN articles a ON a.n = g.article GROUP BY 1, 2"
	case graph.FacetKind:
		return "SELECT k, kind, count(*) FROM x GROUP BY 1, 2"
	case graph.FacetType, graph.FacetStatus, graph.FacetParticipant, graph.FacetPlace:
		return eventRows(f)
	case graph.FacetMode:
		return "SELECT k, mode, count(*) FROM x GROUP BY 1, 2"
	case graph.FacetTone:
		toward := ""
		if l.Statements.Anchor == graph.AboutWhom {
			toward = " AND l.entity = x.of"
		}
		return fmt.Sprintf("SELECT x.k, l.tone, count(DISTINCT x.n) FROM x LEFT JOIN links l ON l.statement = x.n AND l.role = %d%s GROUP BY 1, 2",
			roleAbout, toward)
	case graph.FacetSpeaker:
		return "SELECT g.k, e.id, g.c FROM (SELECT k, speaker, count(*) AS c FROM x GROUP BY 1, 2) g LEFT JOIN keys e ON e.n = g.speaker"
	case graph.FacetTarget:
		return linkRows(roleAbout)
	case graph.FacetAddressee:
		return linkRows(roleTo)
	case graph.FacetMonth:
		return fmt.Sprintf("SELECT k, strftime('%%Y-%%m', day, 'unixepoch'), sum(c) FROM (SELECT k, "+
			"CASE WHEN down < %d THEN %s END AS day, count(*) AS c FROM x GROUP BY 1, 2) GROUP BY 1, 2", int64(missing), dayStart)
	case graph.FacetLanguage:
		return "SELECT k, nullif(language, ''), count(*) FROM x GROUP BY 1, 2"
	}
	return ""
}

// endRows counts those that links lead to, from items "x" by a column of the links, of the links for which the condition holds.
func endRows(links, item, where string) string {
	return fmt.Sprintf("SELECT g.k, e.id, g.c FROM (SELECT x.k AS k, l.entity AS entity, count(DISTINCT x.n) AS c "+
		"FROM x LEFT JOIN %s l ON l.%s = x.n AND %s GROUP BY 1, 2) g LEFT JOIN keys e ON e.n = g.entity", links, item, where)
}

func linkRows(role int) string {
	return endRows("links", "statement", fmt.Sprintf("l.role = %d", role))
}

// eventRows are the rows of the facets that only events have.
func eventRows(f graph.Facet) string {
	switch f {
	case graph.FacetType:
		return "SELECT k, type, count(*) FROM x GROUP BY 1, 2"
	case graph.FacetStatus:
		return "SELECT k, status, count(*) FROM x GROUP BY 1, 2"
	case graph.FacetPlace:
		return endRows("event_links", "event", "l.place = 1")
	}
	return endRows("event_links", "event", "l.place = 0")
}

// topRows takes the values of most items of each facet. A value that is NULL is no value.
const topRows = `SELECT facet, k, value, c, n FROM (SELECT facet, k, value, c, count(value) OVER (PARTITION BY facet, k) AS n,
row_number() OVER (PARTITION BY facet, k ORDER BY value IS NULL, c DESC, value) AS place FROM v) i
WHERE place <= ? OR value IS NULL ORDER BY facet, k, place`

// Facets counts items by the values of facets, see [graph.Store].
func (s *Store) Facets(ctx context.Context, q *graph.FacetQuery) ([]graph.Facets, error) {
	return read(ctx, s, func(ctx context.Context, c *conn) ([]graph.Facets, error) {
		items, columns, err := c.countedList(ctx, &q.List)
		if err != nil {
			return nil, err
		}
		out := []graph.Facets{}
		for range items.lists() {
			facets := graph.Facets{}
			for _, f := range q.Facets {
				facets[f] = graph.FacetCounts{Values: []graph.FacetCount{}}
			}
			out = append(out, facets)
		}
		if len(q.Facets) == 0 || len(out) == 0 {
			return out, nil
		}
		return out, c.readFacets(ctx, q, items, columns, out)
	})
}

func (c *conn) readFacets(ctx context.Context, q *graph.FacetQuery, items *query, columns string, out []graph.Facets) error {
	with, args := items.itemRows(columns)
	var rows []string
	for i, f := range q.Facets {
		rows = append(rows, fmt.Sprintf("SELECT %d, * FROM (%s)", i, facetRows(&q.List, f)))
	}
	text := with + ",\nv (facet, k, value, c) AS (" + strings.Join(rows, "\nUNION ALL ") + ")\n" + topRows
	return c.query(ctx, text, append(args, q.Top), func(rows *sql.Rows) error {
		var facet, k, count, values int
		var value sql.NullString
		if err := rows.Scan(&facet, &k, &value, &count, &values); err != nil {
			return err
		}
		counts := out[k][q.Facets[facet]]
		if value.Valid {
			counts.Values = append(counts.Values, graph.FacetCount{Value: value.String, Count: count})
		} else {
			counts.Missing = count
		}
		counts.Omitted = values - len(counts.Values)
		out[k][q.Facets[facet]] = counts
		return nil
	})
}

// bucketDate gives the first day of the bucket in which a day falls, both as dates.
func bucketDate(of graph.Interval) string {
	switch of {
	case graph.Week:
		return "date(day, 'unixepoch', 'weekday 0', '-6 days')"
	case graph.Month:
		return "date(day, 'unixepoch', 'start of month')"
	case graph.Year:
		return "date(day, 'unixepoch', 'start of year')"
	case graph.Day:
	}
	return "date(day, 'unixepoch')"
}

// Timeline counts items by time, see [graph.Store].
func (s *Store) Timeline(ctx context.Context, q *graph.TimelineQuery) ([][]graph.Bucket, error) {
	return read(ctx, s, func(ctx context.Context, c *conn) ([][]graph.Bucket, error) {
		items, columns, err := c.countedList(ctx, &q.List)
		if err != nil {
			return nil, err
		}
		out := make([][]graph.Bucket, items.lists())
		for i := range out {
			out[i] = []graph.Bucket{}
		}
		with, args := items.itemRows(columns)
		return out, c.query(ctx, with+bucketRows(q), append(args, q.Limit), func(rows *sql.Rows) error {
			var k int
			var start string
			var b graph.Bucket
			err := rows.Scan(&k, &start, &b.Count, &b.Articles)
			if err != nil {
				return err
			}
			b.Start, err = time.Parse(time.DateOnly, start)
			out[k] = append(out[k], b)
			return err
		})
	})
}

// bucketRows gives (k, start, items, articles) for the buckets of the items "x".
func bucketRows(q *graph.TimelineQuery) string {
	article, articles, more := "0", "0", ""
	switch {
	case q.CountArticles && q.Events != nil: // each event once, and the articles that report them
		article, articles = "NULL", "count(DISTINCT article)"
		more = fmt.Sprintf(" UNION ALL SELECT x.k, %s, r.article, 0 FROM x CROSS JOIN reports r ON r.entity = x.n WHERE x.down < %d",
			strings.ReplaceAll(dayStart, "down", "x.down"), int64(missing))
	case q.CountArticles:
		article, articles = "article", "count(DISTINCT article)"
	}
	return fmt.Sprintf(`, days AS (SELECT k, %s AS day, %s AS article, count(*) AS c FROM x WHERE down < %d GROUP BY 1, 2, 3%s)
SELECT k, start, c, articles FROM (SELECT k, start, c, articles, row_number() OVER (PARTITION BY k ORDER BY start) AS place
FROM (SELECT k, %s AS start, sum(c) AS c, %s AS articles FROM days GROUP BY 1, 2)) i WHERE place <= ? ORDER BY k, start`,
		dayStart, article, int64(missing), more, bucketDate(q.Interval), articles)
}
