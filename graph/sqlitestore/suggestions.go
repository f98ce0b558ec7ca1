package sqlitestore

import (
	"context"
	"database/sql"

	"github.com/newsgraph/newsgraph/graph"
)

const (
	sqlSuggested = sqlJudgementColumns + ` FROM json_each(?) f CROSS JOIN judgements j ON j.n = f.value` + sqlJudgementKeys
	// A pair is open while no person has judged it, both keys have mentions, and they are in different entities.
	sqlOpen = `NOT EXISTS (SELECT 1 FROM judgements p WHERE p.a = t.a AND p.b = t.b AND p.by = 'PERSON')
AND (SELECT entity FROM keys WHERE n = t.a) <> (SELECT entity FROM keys WHERE n = t.b)
AND EXISTS (SELECT 1 FROM key_names WHERE key = t.a AND articles > 0) AND EXISTS (SELECT 1 FROM key_names WHERE key = t.b AND articles > 0)`
)

// Suggestions returns a page of the open pairs, see [graph.Store].
func (s *Store) Suggestions(ctx context.Context, q *graph.SuggestionQuery) (graph.SuggestionPage, error) {
	list, err := suggestionList(q)
	if err != nil {
		return graph.SuggestionPage{}, err
	}
	return read(ctx, s, func(ctx context.Context, c *conn) (graph.SuggestionPage, error) {
		pages, err := c.pages(ctx, list)
		if err != nil {
			return graph.SuggestionPage{}, err
		}
		judgements, err := c.suggested(ctx, itemNumbers(pages))
		if err != nil {
			return graph.SuggestionPage{}, err
		}
		return suggestionPage(&pages[0], judgements), nil
	})
}

// suggestionList finds the pairs along the order of each kind.
func suggestionList(q *graph.SuggestionQuery) (*query, error) {
	read := func(c graph.Cursor) place { return place{number: -c.Ints[0], id: c.Texts[0]} }
	window, err := graph.NewWindow(q.Page, graph.ByScoreDesc, 1, 1, read, place.compare)
	if err != nil {
		return nil, err
	}
	out := &query{sort: sorting{column: "down"}, Window: window, count: q.Page.Count, merge: true}
	kinds := q.Kinds
	if len(kinds) == 0 {
		kinds = graph.Kinds()
	}
	out.drivers = anys(kinds)
	out.source = source{
		table: "judgements", item: "t.n", alias: "t", from: "judgements t INDEXED BY judgements_down",
		where: is("t.kind = f.value AND t.down IS NOT NULL"), filter: all(is(sqlOpen), is("t.down <= ?", -graph.ScoreRank(q.MinScore))),
	}
	return out, nil
}

func (c *conn) suggested(ctx context.Context, ns []int64) (map[graph.NodeID]*graph.Judgement, error) {
	out := map[graph.NodeID]*graph.Judgement{}
	err := c.query(ctx, sqlSuggested, []any{list(ns)}, func(rows *sql.Rows) error {
		j, err := scanJudgement(rows)
		out[j.ID] = &j.Judgement
		return err
	})
	return out, err
}

func suggestionPage(p *page, judgements map[graph.NodeID]*graph.Judgement) graph.SuggestionPage {
	cursor := func(at place) graph.Cursor {
		return graph.Cursor{Order: graph.ByScoreDesc, Ints: []int64{-at.number}, Texts: []string{at.id}}
	}
	edges, info := edgesOf(p, cursor, func(cursor string, it *item) graph.SuggestionEdge {
		return graph.SuggestionEdge{Cursor: cursor, Node: judgements[graph.NodeID(it.id)]}
	})
	return graph.SuggestionPage{Edges: edges, PageInfo: info, Total: p.total}
}
