package sqlitestore

import (
	"context"
	"database/sql"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/graph/fold"
	"github.com/newsgraph/newsgraph/graph/search"
)

const (
	// A word is compared with those of the vocabulary that begin with its letter.
	sqlVocabulary = `SELECT term FROM name_vocabulary WHERE term >= ? AND term < ? AND length(term) BETWEEN ? AND ?`
	sqlWordRank   = `SELECT f.value, min(e.rank) FROM json_each(?) f CROSS JOIN name_words w CROSS JOIN key_names kn ON kn.words = w.rowid
CROSS JOIN keys k ON k.n = kn.key CROSS JOIN entities e ON e.n = k.entity WHERE w.name_words MATCH '"' || f.value || '"' GROUP BY f.value`
)

// corrections gives the replacements of the mistyped words of a search, by word, see [graph.Store].
func (c *conn) corrections(ctx context.Context, q *graph.SearchQuery) (map[string]string, error) {
	words := search.Mistakable(q.Text)
	if len(words) == 0 {
		return nil, nil //nolint:nilnil // nothing to correct is no fault
	}
	var unknown []string
	err := c.query(ctx, unknownWords(q.Types), []any{list(words)}, func(rows *sql.Rows) error {
		var word string
		err := rows.Scan(&word)
		unknown = append(unknown, word)
		return err
	})
	if err != nil {
		return nil, err
	}
	out := map[string]string{}
	for _, word := range unknown {
		near, err := c.nearest(ctx, word)
		if err != nil {
			return nil, err
		}
		if near != "" {
			out[word] = near
		}
	}
	return out, nil
}

// unknownWords asks which words of a list no node of the types has; no types are all.
func unknownWords(types []graph.SearchType) string {
	var known []string
	for _, in := range []struct {
		of                  graph.SearchType
		from, table, suffix string
	}{
		// A name may be that of a key without mentions, for which somebody chose it.
		{graph.SearchEntities, nameJoin + " CROSS JOIN entities e ON e.n = k.entity", "w.name_words", "*"},
		{graph.SearchStatements, "statement_words", "statement_words", ""},
		{graph.SearchArticles, "article_words", "article_words", ""},
	} {
		if len(types) == 0 || slices.Contains(types, in.of) {
			known = append(known, `EXISTS (SELECT 1 FROM `+in.from+` WHERE `+in.table+` MATCH '"' || f.value || '"`+in.suffix+`')`)
		}
	}
	return `SELECT f.value FROM json_each(?) f WHERE NOT (` + strings.Join(known, " OR ") + `)`
}

// nearest returns the word of a name that was most likely meant by a mistyped one, or "".
func (c *conn) nearest(ctx context.Context, mistyped string) (string, error) {
	first, _ := utf8.DecodeRuneInString(mistyped)
	n, most := utf8.RuneCountInString(mistyped), fold.Edits(mistyped)
	near := map[string]int{}
	err := c.query(ctx, sqlVocabulary, []any{string(first), string(first + 1), n - most, n + most}, func(rows *sql.Rows) error {
		var word string
		err := rows.Scan(&word)
		if edits, is := fold.Near(mistyped, word); is {
			near[word] = edits
		}
		return err
	})
	if err != nil || len(near) == 0 {
		return "", err
	}
	var found []search.Candidate
	words := make([]string, 0, len(near))
	for word := range near {
		words = append(words, word)
	}
	err = c.query(ctx, sqlWordRank, []any{list(words)}, func(rows *sql.Rows) error {
		var word string
		var rank int
		err := rows.Scan(&word, &rank)
		found = append(found, search.Candidate{Word: word, Edits: near[word], Mentions: -rank})
		return err
	})
	return search.Best(found), err
}
