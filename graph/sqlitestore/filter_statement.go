package sqlitestore

import (
	"context"

	"github.com/newsgraph/newsgraph/graph"
)

var statementWords = textIndex{table: "statement_words"}

func (c *conn) statementTerms(ctx context.Context, f *graph.StatementFilter) (terms, error) {
	var entities, articles []graph.NodeID
	var texts []string
	graph.EachFilter(f, func(f *graph.StatementFilter) {
		entities = append(append(append(entities, f.Speakers...), f.About...), f.Addressees...)
		articles = append(articles, f.Articles...)
		texts = append(texts, f.Text)
	})
	return c.terms(ctx, statementWords, entities, articles, texts)
}

// statement is the condition of the filter on statements "t".
func (t *terms) statement(f *graph.StatementFilter) cond {
	return graph.JoinFilter(f, logic(), func(f *graph.StatementFilter) cond {
		return all(
			t.speakers(f.Speakers),
			t.linked(roleAbout, f.About),
			t.linked(roleTo, f.Addressees),
			unlessEmpty(f.Kinds, func() cond { return in("t.kind", f.Kinds) }),
			unlessEmpty(f.Articles, func() cond { return in("t.article", lookup(t.articles, f.Articles)) }),
			unlessEmpty(f.Sources, func() cond {
				return all(is("EXISTS (SELECT 1 FROM articles a WHERE a.n = t.article AND a.source IN (SELECT value FROM json_each(?)))", list(f.Sources)))
			}),
			t.texts[f.Text].holds(statementWords, "t.n"),
			within("t.down", f.Said),
			within("t.published", f.Published),
			confident(f.MinConfidence),
		)
	})
}

func unlessEmpty[T any](values []T, f func() cond) cond {
	if len(values) == 0 {
		return cond{}
	}
	return f()
}

func confident(atLeast float64) cond {
	if atLeast == 0 {
		return cond{}
	}
	return is("t.confidence >= ?", atLeast)
}

func (t *terms) speakers(ids []graph.NodeID) cond {
	return unlessEmpty(ids, func() cond {
		return all(is("t.speaker IS NOT NULL"), in("t.speaker", lookup(t.entities, ids)))
	})
}

// linked holds for statements about (or to) any of the entities.
func (t *terms) linked(role int, ids []graph.NodeID) cond {
	return unlessEmpty(ids, func() cond {
		return is("EXISTS (SELECT 1 FROM links l WHERE l.statement = t.n AND l.role = ? AND l.entity IN (SELECT value FROM json_each(?)))",
			role, list(lookup(t.entities, ids)))
	})
}
