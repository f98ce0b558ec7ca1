package sqlitestore

import (
	"context"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
)

// What is joined to an index of links, mentions or participants so that a filter can look at the item.
const (
	linkJoin    = " CROSS JOIN statements t ON t.n = d.statement"
	mentionJoin = " CROSS JOIN articles t ON t.n = d.article"
	eventJoin   = " CROSS JOIN events t ON t.n = d.event"
)

// leaveOutJoin spares the join where no filter needs it.
func (q *query) leaveOutJoin() {
	if q.filter.sql == "" {
		for _, join := range []string{linkJoin, mentionJoin, eventJoin} {
			q.from = strings.TrimSuffix(q.from, join)
		}
	}
}

// anywhere is the driver of a list that is not driven: its one value says nothing.
func anywhere() []any { return []any{0} }

// few is the number of rows from which on it makes no difference by which of its parts a filter is driven.
const few = 5000

// candidate is a way to drive a list by a part of its filter.
type candidate struct {
	source
	drivers []int64
	count   int64 // of rows, at most few
}

// choose counts the rows of the candidates, and returns the one with the fewest.
func (c *conn) choose(ctx context.Context, candidates []candidate) (best *candidate, err error) {
	for i := range candidates {
		this := &candidates[i]
		if len(candidates) > 1 {
			this.count, err = c.int(ctx, "SELECT count(*) FROM (SELECT 1 FROM json_each(?) f CROSS JOIN "+this.from+" WHERE "+this.where.where()+" LIMIT ?)",
				list(this.drivers), few)
			if err != nil {
				return nil, err
			}
		}
		if best == nil || this.count < best.count {
			best = this
		}
	}
	return best, nil
}

func anys[T any](values []T) []any {
	out := make([]any, len(values))
	for i, v := range values {
		out[i] = v
	}
	return out
}

// statementDriver chooses how to find the statements that a filter selects: by the fewest of what its parts
// name, or else along the order of the list.
func (c *conn) statementDriver(ctx context.Context, f *graph.StatementFilter, t *terms) (source, []any, error) {
	var candidates []candidate
	add := func(ids []graph.NodeID, found map[graph.NodeID]int64, s source) {
		if len(ids) > 0 {
			candidates = append(candidates, candidate{source: s, drivers: lookup(found, ids)})
		}
	}
	var words *textMatch
	for _, f := range graph.RequiredFilters(f) {
		add(f.Articles, t.articles, anchoredStatements(graph.InArticle))
		add(f.Speakers, t.entities, anchoredStatements(graph.SpokenBy))
		add(f.About, t.entities, anchoredStatements(graph.AboutWhom))
		add(f.Addressees, t.entities, anchoredStatements(graph.ToWhom))
		words = rarer(words, t.texts[f.Text])
	}
	best, err := c.choose(ctx, candidates)
	switch {
	case err != nil:
		return source{}, nil, err
	case words != nil && (best == nil || len(candidates) > 1 && int64(words.count) < best.count):
		return textSource("statements", statementWords, *words), anywhere(), nil
	case best != nil:
		return best.source, anys(best.drivers), nil
	}
	return anchoredStatements(graph.NoAnchor), anywhere(), nil
}

// rarer returns the match with fewer rows, if it is rare.
func rarer(best *textMatch, m textMatch) *textMatch {
	if !m.rare || best != nil && best.count <= m.count {
		return best
	}
	return &m
}

// textSource finds items by their words.
func textSource(table string, index textIndex, m textMatch) source {
	return source{
		table: table, item: "t.n", alias: "t",
		from:  index.table + " w CROSS JOIN " + table + " t ON t.n = w.rowid",
		where: is("w."+index.table+" MATCH ?", m.match),
	}
}
