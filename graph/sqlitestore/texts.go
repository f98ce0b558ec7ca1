package sqlitestore

import (
	"context"
	"database/sql"
	"strings"

	"github.com/newsgraph/newsgraph/graph/fold"
)

// textIndex is one of the full-text tables.
type textIndex struct {
	table  string
	prefix bool // the words of a request may be beginnings of words
}

func match(words []string, prefix bool) string {
	var b strings.Builder
	for i, w := range words {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(`"` + w + `"`)
		if prefix {
			b.WriteByte('*')
		}
	}
	return b.String()
}

// textMatch is a text made ready for a full-text table.
type textMatch struct {
	match string
	count int  // of matches, at most the number that is rare
	rare  bool // whether there are fewer
}

// matches makes texts ready. A text without a word is left out: it selects everything.
func (c *conn) matches(ctx context.Context, index textIndex, texts []string) (map[string]textMatch, error) {
	found := map[string]textMatch{}
	for _, text := range texts {
		words := fold.Words(text)
		if len(words) == 0 {
			continue
		}
		m := textMatch{match: match(words, index.prefix)}
		query := `SELECT count(*) FROM (SELECT 1 FROM ` + index.table + ` WHERE ` + index.table + ` MATCH ? LIMIT ?)`
		err := c.query(ctx, query, []any{m.match, c.rare}, func(rows *sql.Rows) error { return rows.Scan(&m.count) })
		if err != nil {
			return nil, err
		}
		m.rare = m.count < c.rare
		found[text] = m
	}
	return found, nil
}

// holds is the condition that a row with the n in column has all words.
func (m textMatch) holds(index textIndex, column string) cond {
	switch {
	case m.match == "":
		return cond{}
	case m.rare:
		return is(column+` IN (SELECT rowid FROM `+index.table+` WHERE `+index.table+` MATCH ?)`, m.match)
	}
	return is(`EXISTS (SELECT 1 FROM `+index.table+` WHERE `+index.table+` MATCH ? AND rowid = `+column+`)`, m.match)
}
