package sqlitestore

import (
	"context"
	"database/sql"
	"fmt"
	"slices"

	"github.com/newsgraph/newsgraph/graph"
)

// source tells how the items of a list are found: for each driver, rows in the order of the list.
type source struct {
	table    string // what the items are rows of
	from     string // what follows FROM; items are "t", links to them "d"
	item     string // the item's n
	alias    string // where the sort columns are: "t" or "d"
	repeated bool   // an item may come several times
	where    cond   // how the rows hang on the driver, f.value
	filter   cond
}

func (s *source) conditions(more ...cond) cond {
	return all(append([]cond{s.where, s.filter}, more...)...)
}

// query is a request for pages of a list.
type query struct {
	source
	sort    sorting
	drivers []any // what f.value goes through; nil for a node that is not in the graph
	merge   bool  // one page over all drivers, and not a page for each
	graph.Window[place]
	count bool
}

// page is the answer: the items' n and places, and what lies around them.
type page struct {
	items       []item
	hasNext     bool
	hasPrevious bool
	total       int
}

type item struct {
	n int64
	place
}

// pages reads the pages of the list. It runs at most three statements, whatever the number of drivers.
func (c *conn) pages(ctx context.Context, q *query) ([]page, error) {
	n := len(q.drivers)
	if q.merge {
		n = 1
	}
	pages := make([]page, n)
	if n == 0 {
		return pages, nil
	}
	q.leaveOutJoin()
	if err := c.readItems(ctx, q, pages); err != nil {
		return nil, err
	}
	if err := c.readSides(ctx, q, pages); err != nil {
		return nil, err
	}
	if q.count {
		if err := c.readTotals(ctx, q, pages); err != nil {
			return nil, err
		}
	}
	return pages, nil
}

func (q *query) index(driver int) int {
	if q.merge {
		return 0
	}
	return driver
}

func (c *conn) readItems(ctx context.Context, q *query, pages []page) error {
	text, args := q.itemsSQL()
	err := c.query(ctx, text, args, func(rows *sql.Rows) error {
		var driver int
		var it item
		var err error
		if q.sort.text {
			err = rows.Scan(&driver, &it.n, &it.text, &it.id)
		} else {
			err = rows.Scan(&driver, &it.n, &it.number, &it.id)
		}
		if q.sort.oldest {
			it.number = flip(it.number)
		}
		p := &pages[q.index(driver)]
		p.items = append(p.items, it)
		return err
	})
	for i := range pages {
		q.cut(&pages[i])
	}
	return err
}

// itemsSQL reads, for each driver, one item more than the page has. SQLite has no lateral join: the
// list in the inner SELECT is read anew for each driver.
func (q *query) itemsSQL() (string, []any) {
	var selects []cond
	for _, of := range q.sort.stretches() {
		where := q.conditions(q.sort.rows(of, q.alias), q.sort.beyond(of, q.alias, ">", q.After), q.sort.beyond(of, q.alias, "<", q.Before))
		text := fmt.Sprintf("SELECT %s FROM %s WHERE %s%s %s LIMIT ?", q.item, q.from, where.where(), q.groupBy(),
			q.sort.orderBy(of, q.alias, q.Backward))
		selects = append(selects, is(text, append(slices.Clone(where.args), q.Limit+1)...))
	}
	inner := union(selects)
	return fmt.Sprintf("SELECT f.key, x.n, x.%s, x.id FROM json_each(?) f CROSS JOIN %s x WHERE x.n IN (\n%s)",
		q.sort.column, q.table, inner.sql), append([]any{list(q.drivers)}, inner.args...)
}

func (q *query) groupBy() string {
	if !q.repeated {
		return ""
	}
	return fmt.Sprintf(" GROUP BY %[1]s.%[2]s, %[1]s.id", q.alias, q.sort.column)
}

// cut sorts what was read, drops what came by two drivers, and takes the page from it.
func (q *query) cut(p *page) {
	slices.SortFunc(p.items, func(a, b item) int { return a.compare(b.place) })
	p.items = slices.CompactFunc(p.items, func(a, b item) bool { return a.n == b.n })
	if q.Backward {
		p.hasPrevious = len(p.items) > q.Limit
		p.items = p.items[max(0, len(p.items)-q.Limit):]
	} else {
		p.hasNext = len(p.items) > q.Limit
		p.items = p.items[:min(q.Limit, len(p.items))]
	}
}

// readSides finds out what lies on the outer sides of After and Before.
func (c *conn) readSides(ctx context.Context, q *query, pages []page) error {
	if q.After == nil && q.Before == nil {
		return nil
	}
	previous, next := q.exists("<=", q.After), q.exists(">=", q.Before)
	text := fmt.Sprintf("SELECT f.key, %s, %s FROM json_each(?) f", previous.sql, next.sql)
	args := slices.Concat(previous.args, next.args, []any{list(q.drivers)})
	return c.query(ctx, text, args, func(rows *sql.Rows) error {
		var driver int
		var hasPrevious, hasNext bool
		err := rows.Scan(&driver, &hasPrevious, &hasNext)
		p := &pages[q.index(driver)]
		p.hasPrevious = p.hasPrevious || hasPrevious
		p.hasNext = p.hasNext || hasNext
		return err
	})
}

// exists tells whether the list has items on one side of a place.
func (q *query) exists(op string, bound *place) cond {
	if bound == nil {
		return is("0")
	}
	var some []cond
	for _, of := range q.sort.stretches() {
		c := q.conditions(q.sort.rows(of, q.alias), q.sort.beyond(of, q.alias, op, bound))
		some = append(some, is(fmt.Sprintf("EXISTS (SELECT 1 FROM %s WHERE %s)", q.from, c.where()), c.args...))
	}
	return anyOf(some...)
}

func (c *conn) readTotals(ctx context.Context, q *query, pages []page) error {
	text, args := q.totalsSQL()
	return c.query(ctx, text, args, func(rows *sql.Rows) error {
		var driver, total int
		err := rows.Scan(&driver, &total)
		pages[driver].total = total
		return err
	})
}

func (q *query) totalsSQL() (string, []any) {
	where := q.conditions()
	args := append([]any{list(q.drivers)}, where.args...)
	if q.merge {
		return fmt.Sprintf("SELECT 0, count(*) FROM (SELECT DISTINCT %s FROM json_each(?) f CROSS JOIN %s WHERE %s)",
			q.item, q.from, where.where()), args
	}
	args = append(slices.Clone(where.args), list(q.drivers))
	return fmt.Sprintf("SELECT f.key, (SELECT count(*) FROM (SELECT 1 FROM %s WHERE %s%s)) FROM json_each(?) f",
		q.from, where.where(), q.groupBy()), args
}
