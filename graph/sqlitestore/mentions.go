package sqlitestore

import (
	"cmp"
	"context"
	"database/sql"
	"slices"

	"github.com/newsgraph/newsgraph/graph"
)

// mention is a mention with its place in the list.
type mention struct {
	graph.Mention
	number int64 // of its article's place
}

func (m *mention) compare(o *mention) int {
	return cmp.Or(
		cmp.Compare(m.number, o.number),
		cmp.Compare(m.Article, o.Article),
		cmp.Compare(m.Span.Start, o.Span.Start),
		cmp.Compare(m.Span.End, o.Span.End),
		cmp.Compare(m.Key, o.Key),
	)
}

func (m *mention) cursor(order graph.Order) string {
	return graph.EncodeCursor(graph.Cursor{
		Order: order,
		Ints:  []int64{sortValue(m.number, order), int64(m.Span.Start), int64(m.Span.End)},
		Texts: []string{string(m.Article), string(m.Key)},
	})
}

// mentionQuery is a [graph.MentionQuery] with its cursors read. Rows hold all mentions of a key in an article, so
// that a page is read by articles and cut to size here.
type mentionQuery struct {
	*graph.MentionQuery
	graph.Window[mention]
	sort sorting
}

// mentionPage is a page in the making.
type mentionPage struct {
	mentions    []mention // all of the articles that were read
	hasNext     bool      // there are articles after those that may be read
	hasPrevious bool      // there are articles before them
	total       int
}

// Mentions returns pages of mentions, see [graph.Store].
func (s *Store) Mentions(ctx context.Context, q *graph.MentionQuery) ([]graph.MentionPage, error) {
	mq, err := newMentionQuery(q)
	if err != nil {
		return nil, err
	}
	return read(ctx, s, func(ctx context.Context, c *conn) ([]graph.MentionPage, error) {
		drivers, err := c.drivers(ctx, pick(q.Anchor == graph.OfArticle, graph.TypeArticle, graph.TypeEntity), q.Of)
		if err != nil {
			return nil, err
		}
		pages := make([]mentionPage, len(q.Of))
		if err := c.readMentions(ctx, mq, drivers, pages); err != nil {
			return nil, err
		}
		if err := c.readMentionSides(ctx, mq, drivers, pages); err != nil {
			return nil, err
		}
		out := make([]graph.MentionPage, len(pages))
		for i := range pages {
			out[i] = mq.cut(&pages[i])
		}
		return out, nil
	})
}

func newMentionQuery(q *graph.MentionQuery) (*mentionQuery, error) {
	w, err := graph.NewWindow(q.Page, q.Order, 3, 2, func(c graph.Cursor) mention {
		m := mention{number: sortValue(c.Ints[0], q.Order)}
		m.Span = graph.Span{Start: int(c.Ints[1]), End: int(c.Ints[2])}
		m.Article, m.Key = graph.NodeID(c.Texts[0]), graph.Key(c.Texts[1])
		return m
	}, func(a, b mention) int { return a.compare(&b) })
	return &mentionQuery{q, w, byTime(q.Order)}, err
}

// article is the place of the mention's article.
func (m *mention) article() *place {
	if m == nil {
		return nil
	}
	return &place{number: m.number, id: string(m.Article)}
}

// rowsSQL reads the rows of one article more than the page can have, and of the articles of both cursors.
func (q *mentionQuery) rowsSQL() (string, []any) {
	const columns = "SELECT f.key, m.down, m.id, k.key, e.id, m.spans FROM json_each(?) f CROSS JOIN mentions m"
	const joins = " CROSS JOIN keys k ON k.n = m.key CROSS JOIN keys e ON e.n = m.entity"
	if q.Anchor == graph.OfArticle {
		return columns + " ON m.article = f.value" + joins, nil
	}
	var selects []cond
	for _, of := range q.sort.stretches() {
		where := all(is("d.entity = f.value AND "+firstMention), q.sort.rows(of, "d"),
			q.sort.beyond(of, "d", ">=", q.After.article()), q.sort.beyond(of, "d", "<=", q.Before.article()))
		text := "SELECT d.down, d.id FROM mentions d INDEXED BY mentions_down WHERE " + where.sql + " " +
			q.sort.orderBy(of, "d", q.Backward) + " LIMIT ?"
		selects = append(selects, is(text, append(where.args, q.Limit+2)...))
	}
	inner := union(selects)
	return columns + " INDEXED BY mentions_down ON m.entity = f.value AND (m.down, m.id) IN (\n" + inner.sql + ")" + joins, inner.args
}

func (c *conn) readMentions(ctx context.Context, q *mentionQuery, drivers []any, pages []mentionPage) error {
	text, args := q.rowsSQL()
	return c.query(ctx, text, append([]any{list(drivers)}, args...), func(rows *sql.Rows) error {
		var driver int
		var m mention
		var spans string
		if err := rows.Scan(&driver, &m.number, &m.Article, &m.Key, &m.Entity, &spans); err != nil {
			return err
		}
		if q.sort.oldest {
			m.number = flip(m.number)
		}
		unpacked, err := unpackMentions(spans)
		for _, p := range unpacked {
			m.Span, m.Form, m.Text = p.span, p.form, p.text
			pages[driver].mentions = append(pages[driver].mentions, m)
		}
		return err
	})
}

func (q *mentionQuery) sidesSQL() (string, []any) {
	if q.Anchor == graph.OfArticle {
		return "SELECT f.key, 0, 0, a.mentions FROM json_each(?) f CROSS JOIN articles a ON a.n = f.value", nil
	}
	previous, next := q.outside("<", q.After), q.outside(">", q.Before)
	return "SELECT f.key, " + previous.sql + ", " + next.sql + ", -t.rank FROM json_each(?) f CROSS JOIN entities t ON t.n = f.value",
		append(previous.args, next.args...)
}

// outside tells whether there are articles on one side of that of a mention.
func (q *mentionQuery) outside(op string, m *mention) cond {
	if m == nil {
		return is("0")
	}
	var some []cond
	for _, of := range q.sort.stretches() {
		where := all(is("d.entity = f.value"), q.sort.rows(of, "d"), q.sort.beyond(of, "d", op, m.article()))
		some = append(some, is("EXISTS (SELECT 1 FROM mentions d INDEXED BY mentions_down WHERE "+where.sql+")", where.args...))
	}
	return anyOf(some...)
}

// readMentionSides finds out whether there are articles on the outer sides of those of After and
// Before, and how many mentions there are.
func (c *conn) readMentionSides(ctx context.Context, q *mentionQuery, drivers []any, pages []mentionPage) error {
	if q.After == nil && q.Before == nil && !q.Page.Count {
		return nil
	}
	text, args := q.sidesSQL()
	return c.query(ctx, text, append(args, list(drivers)), func(rows *sql.Rows) error {
		var driver, total int
		var previous, next bool
		err := rows.Scan(&driver, &previous, &next, &total)
		p := &pages[driver]
		p.hasPrevious, p.hasNext = previous, next
		if q.Page.Count {
			p.total = total
		}
		return err
	})
}

// cut takes the page from the mentions of its articles.
func (q *mentionQuery) cut(p *mentionPage) graph.MentionPage {
	slices.SortFunc(p.mentions, func(a, b mention) int { return a.compare(&b) })
	from, to := 0, len(p.mentions)
	for q.After != nil && from < to && p.mentions[from].compare(q.After) <= 0 {
		from++
	}
	for q.Before != nil && from < to && p.mentions[to-1].compare(q.Before) >= 0 {
		to--
	}
	if q.Backward {
		from = max(from, to-q.Limit)
	} else {
		to = min(to, from+q.Limit)
	}
	out := graph.MentionPage{Edges: []graph.MentionEdge{}, Total: p.total}
	for i := range p.mentions[from:to] {
		m := &p.mentions[from+i]
		out.Edges = append(out.Edges, graph.MentionEdge{Cursor: m.cursor(q.Order), Node: &m.Mention})
	}
	out.PageInfo.HasPreviousPage = p.hasPrevious || from > 0
	out.PageInfo.HasNextPage = p.hasNext || to < len(p.mentions)
	if len(out.Edges) > 0 {
		out.PageInfo.StartCursor, out.PageInfo.EndCursor = out.Edges[0].Cursor, out.Edges[len(out.Edges)-1].Cursor
	}
	return out
}
