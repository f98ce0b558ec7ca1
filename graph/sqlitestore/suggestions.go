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
	out := graph.SuggestionPage{Edges: []graph.SuggestionEdge{}}
	err = s.read(ctx, func(ctx context.Context, c *conn) error {
		pages, err := c.pages(ctx, list)
		if err != nil {
			return err
		}
		judgements, err := c.suggested(ctx, itemNumbers(pages))
		if err != nil {
			return err
		}
		out = suggestionPage(&pages[0], judgements)
		return nil
	})
	if err != nil {
		return graph.SuggestionPage{}, err
	}
	return out, nil
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
	for _, kind := range kinds {
		out.drivers = append(out.drivers, kind)
	}
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
	out := graph.SuggestionPage{Edges: make([]graph.SuggestionEdge, len(p.items)), Total: p.total}
	cursors := make([]string, len(p.items))
	for i, it := range p.items {
		cursors[i] = graph.EncodeCursor(graph.Cursor{Order: graph.ByScoreDesc, Ints: []int64{-it.number}, Texts: []string{it.id}})
		out.Edges[i] = graph.SuggestionEdge{Cursor: cursors[i], Node: judgements[graph.NodeID(it.id)]}
	}
	out.PageInfo = p.info(cursors)
	return out
}
