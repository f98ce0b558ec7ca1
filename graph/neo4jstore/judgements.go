package neo4jstore

import (
	"context"
	_ "embed"
	"slices"

	"github.com/newsgraph/newsgraph/graph"
)

var (
	//go:embed cypher/judgements.cypher
	cypherJudgements string
	//go:embed cypher/judgements_on.cypher
	cypherJudgementsOn string
	//go:embed cypher/judgement_item.cypher
	cypherJudgementItem string
)

// Judgements returns the judgements that are asked for, see [graph.Store].
func (s *Store) Judgements(ctx context.Context, q *graph.JudgementQuery) ([]graph.Judgement, error) {
	cypher := cypherJudgementsOn
	if q.All() {
		cypher = cypherJudgements
	}
	keys := make([]graph.NodeID, len(q.Keys))
	for i, k := range q.Keys {
		keys[i] = graph.EntityID(k)
	}
	ids := append([]graph.NodeID{}, q.IDs...)
	return read(ctx, s, func(t *tx) ([]graph.Judgement, error) {
		rows, err := t.run(cypher, map[string]any{"keys": keys, "ids": ids})
		if err != nil {
			return nil, err
		}
		out := make([]graph.Judgement, len(rows))
		for i, r := range rows {
			out[i] = judgement(r)
			if err := r.err(); err != nil {
				return nil, err
			}
		}
		slices.SortFunc(out, graph.Judgement.Compare)
		return out, nil
	})
}

// Suggestions returns a page of the open pairs, see [graph.Store].
func (s *Store) Suggestions(ctx context.Context, q *graph.SuggestionQuery) (graph.SuggestionPage, error) {
	return read(ctx, s, func(t *tx) (graph.SuggestionPage, error) {
		list, err := suggestionList(q)
		if err != nil {
			return graph.SuggestionPage{}, err
		}
		pages, err := t.pages(list)
		if err != nil {
			return graph.SuggestionPage{}, err
		}
		return suggestionPage(pages[0])
	})
}

// openPair holds for a judgement "x" while no person has judged its pair, both keys have mentions, and they are in different entities.
const openPair = cond(`EXISTS {
    (a:Key)<-[:NEAR]-(x)-[:NEAR]->(b:Key)
    WHERE a.key = x.a AND b.key = x.b AND a.entity <> b.entity AND a.articles > 0 AND b.articles > 0
    AND NOT EXISTS { (a)<-[:ON|NEAR]-(p:Judgement) WHERE p.a = x.a AND p.b = x.b AND p.by = 'PERSON' }
  }`)

// suggestionList finds the pairs along the order of one kind or of all.
func suggestionList(q *graph.SuggestionQuery) (*listQuery, error) {
	out := &listQuery{builder: newBuilder(), item: cypherJudgementItem, count: q.Page.Count}
	at := func(c graph.Cursor) place { return place{rank: scoreRank(c.Ints[0], c.Texts[0])} }
	var err error
	if out.Window, err = graph.NewWindow(q.Page, graph.ByScoreDesc, 1, 1, at, place.compare); err != nil {
		return nil, err
	}
	f := &filters{builder: out.builder}
	out.source = source{match: "MATCH (x:Judgement)", where: "x.doubt > ''", rank: "x.doubt"}
	kinds := q.Kinds
	if len(kinds) == 1 {
		out.lead, out.where = "x.kind", "x.kind = "+cond(f.bind(kinds[0]))+" AND x.doubt > ''"
		kinds = nil
	}
	out.filter = all(among(f, "x.kind", kinds), cond("x.score >= "+f.bind(q.MinScore)), openPair)
	return out, nil
}

func suggestionPage(p listPage) (graph.SuggestionPage, error) {
	out := graph.SuggestionPage{Edges: make([]graph.SuggestionEdge, len(p.items)), Total: p.total}
	cursors := make([]string, len(p.items))
	for i, r := range p.items {
		j := judgement(r)
		if err := r.err(); err != nil {
			return out, err
		}
		cursors[i] = graph.EncodeCursor(graph.Cursor{
			Order: graph.ByScoreDesc, Ints: []int64{graph.ScoreRank(j.Score)}, Texts: []string{string(j.ID)},
		})
		out.Edges[i] = graph.SuggestionEdge{Cursor: cursors[i], Node: &j}
	}
	out.PageInfo = graph.NewPageInfo(p.hasPrevious, p.hasNext, cursors)
	return out, nil
}
