package neo4jstore

import (
	_ "embed"
	"slices"
	"strconv"
	"unicode/utf8"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/graph/fold"
	"github.com/newsgraph/newsgraph/graph/search"
)

var (
	//go:embed cypher/unknown_words.cypher
	cypherUnknownWords string
	//go:embed cypher/near_words.cypher
	cypherNearWords string
)

// corrections gives the replacements of the mistyped words of a search, by word, see [graph.Store].
func (t *tx) corrections(q *graph.SearchQuery) (map[string]string, error) {
	words := search.Mistakable(q.Text)
	if len(words) == 0 {
		return nil, nil //nolint:nilnil // nothing to correct is no fault
	}
	wanted := func(of graph.SearchType) bool { return len(q.Types) == 0 || slices.Contains(q.Types, of) }
	rows, err := t.run(cypherUnknownWords, map[string]any{
		"words": words, "entities": wanted(graph.SearchEntities), "statements": wanted(graph.SearchStatements), "articles": wanted(graph.SearchArticles),
	})
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	var unknown []map[string]any
	for _, r := range rows {
		word := r.text("word")
		_, n := utf8.DecodeRuneInString(word)
		unknown = append(unknown, map[string]any{
			"word": word, "first": word[:n], "fuzzy": word + "~" + strconv.Itoa(fold.Edits(word)),
		})
		if err := r.err(); err != nil {
			return nil, err
		}
	}
	return t.nearest(unknown)
}

// nearest gives the words of names that were most likely meant. The full-text index finds them by the same edits as [fold.Near].
func (t *tx) nearest(unknown []map[string]any) (map[string]string, error) {
	rows, err := t.run(cypherNearWords, map[string]any{"words": unknown})
	if err != nil {
		return nil, err
	}
	found := map[string][]search.Candidate{}
	for _, r := range rows {
		word, near := r.text("word"), r.text("near")
		if edits, is := fold.Near(word, near); is {
			found[word] = append(found[word], search.Candidate{Word: near, Edits: edits, Mentions: r.int("mentions")})
		}
		if err := r.err(); err != nil {
			return nil, err
		}
	}
	out := map[string]string{}
	for word, candidates := range found {
		out[word] = search.Best(candidates)
	}
	return out, nil
}
