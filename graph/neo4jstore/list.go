package neo4jstore

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
)

// source tells how the items "x" of a list are found.
type source struct {
	match string // MATCH clauses; "of" is the node on which a page hangs
	where cond
	// lead is what an index has before the sort key, the same for all items of a page.
	lead string
	rank string // the sort key, as "m.newest"
	rest string // what is compared where sort keys are equal; "" for nothing
}

// listQuery asks for pages of a list: one for each id of of, or one in all when of is nil.
type listQuery struct {
	source
	*builder
	of       []graph.NodeID
	entities bool // the ids of of are those of entities
	filter   cond
	graph.Window[place]
	item  string // what is returned of x
	some  bool   // that is not all of x
	count bool
}

// column is what fields of a node are made of, whose names have blanks between them; what is always needed has no field.
type column struct{ fields, projection string }

// item is what is returned of a node "x": the columns of some fields.
func item(columns []column, fields graph.Fields) string {
	var wanted []string
	for _, c := range columns {
		if c.fields == "" || slices.ContainsFunc(strings.Fields(c.fields), fields.Has) {
			wanted = append(wanted, c.projection)
		}
	}
	return "x {" + strings.Join(wanted, ", ") + "}"
}

// listPage is a page of a list: its items, in order, and what lies around them.
type listPage struct {
	items                []row
	hasNext, hasPrevious bool
	total                int
}

// pages reads the pages of a list by one query.
func (t *tx) pages(q *listQuery) ([]listPage, error) {
	n := len(q.of)
	if q.of == nil {
		n = 1
	}
	out := make([]listPage, n)
	if n == 0 {
		return out, nil
	}
	rows, err := t.run(q.cypher(n), q.params)
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		p := &out[r.int("i")]
		p.items = r.rows("items")
		for i := range p.items {
			p.items[i].some = q.some
		}
		p.hasNext, p.hasPrevious, p.total = r.bool("next"), r.bool("previous"), r.int("total")
		if err := r.err(); err != nil {
			return nil, err
		}
		q.cut(p)
	}
	return out, nil
}

// cut takes off the item by which the query looked ahead, and brings items read backward in order.
func (q *listQuery) cut(p *listPage) {
	more := len(p.items) > q.Limit
	if more {
		p.items = p.items[:q.Limit]
	}
	if !q.Backward {
		p.hasNext = p.hasNext || more
		return
	}
	p.hasPrevious = p.hasPrevious || more
	for i, j := 0, len(p.items)-1; i < j; i, j = i+1, j-1 {
		p.items[i], p.items[j] = p.items[j], p.items[i]
	}
}

// cypher composes the query.
func (q *listQuery) cypher(n int) string {
	q.anchors(n)
	q.add("CALL {", "WITH i, of")
	q.add(q.match, where(q.where, q.filter, q.beyond(">", q.After), q.beyond("<", q.Before)))
	q.add(q.sorted(q.Limit+1), "RETURN collect("+q.item+") AS items", "}")
	next, previous := "false", "false"
	if q.After != nil {
		previous = q.exists("previous", q.beyond("<=", q.After))
	}
	if q.Before != nil {
		next = q.exists("next", q.beyond(">=", q.Before))
	}
	total := "0"
	if q.count {
		total = "total"
		q.add("CALL {", "WITH i, of", q.match, where(q.where, q.filter), "RETURN count(DISTINCT x) AS total", "}")
	}
	q.add("RETURN i, items, " + next + " AS next, " + previous + " AS previous, " + total + " AS total")
	return q.String()
}

// anchors names the nodes on which pages hang.
func (q *listQuery) anchors(n int) {
	q.add("UNWIND range(0, " + q.bind(n-1) + ") AS i")
	switch {
	case q.of == nil:
		q.add("WITH i, null AS of")
	case q.entities:
		q.add("OPTIONAL MATCH (k:Key {id: " + q.bind(q.of) + "[i]})")
		q.add("OPTIONAL MATCH (e:Entity {id: k.entity})", "WITH i, e.hub AS of")
	default:
		q.add("WITH i, " + q.bind(q.of) + "[i] AS of")
	}
}

// sorted takes the first or last n items in the order of the list, each once.
func (q *listQuery) sorted(n int) string {
	columns, order := []string{}, []string{}
	for _, c := range []struct{ name, value string }{{"lead", q.lead}, {"rank", q.rank}, {"rest", q.rest}} {
		if c.value != "" {
			columns = append(columns, c.value+" AS "+c.name)
			order = append(order, c.name+direction(q.Backward))
		}
	}
	return "WITH DISTINCT " + strings.Join(append(columns, "x"), ", ") +
		"\nORDER BY " + strings.Join(order, ", ") + " LIMIT " + q.bind(n)
}

func direction(backward bool) string {
	if backward {
		return " DESC"
	}
	return ""
}

// beyond holds for the items on one side of p: op is one of < <= > >=. It is written so that an index on the sort key serves it.
func (q *listQuery) beyond(op string, p *place) cond {
	switch {
	case p == nil:
		return ""
	case q.rest == "":
		return q.rank + " " + op + " " + q.bind(p.rank)
	}
	rank, rest := q.bind(p.rank), q.bind(p.rest)
	return q.rank + " " + op[:1] + "= " + rank + " AND (" +
		q.rank + " " + op[:1] + " " + rank + " OR " + q.rest + " " + op + " " + rest + ")"
}

// exists asks whether there are items for which the condition holds, under the given name.
func (q *listQuery) exists(name string, c cond) string {
	q.add("CALL {", "WITH i, of", q.match, where(q.where, q.filter, c), "WITH x LIMIT 1", "RETURN count(x) > 0 AS "+name, "}")
	return name
}
