package sqlitestore

import (
	"context"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/graph/fold"
)

var (
	statementWords = textIndex{table: "statement_words"}
	contextWords   = textIndex{table: "context_words"}
)

func (c *conn) statementTerms(ctx context.Context, f *graph.StatementFilter) (terms, error) {
	var entities, articles, statements []graph.NodeID
	var texts, contexts []string
	graph.EachFilter(f, func(f *graph.StatementFilter) {
		entities = append(append(append(entities, f.Speakers...), f.About...), f.Addressees...)
		articles = append(articles, f.Articles...)
		statements = append(statements, f.Within...)
		texts = append(texts, f.Text)
		contexts = append(contexts, f.Context)
	})
	t, err := c.terms(ctx, statementWords, entities, articles, texts)
	if err != nil {
		return t, err
	}
	if t.contexts, err = c.matches(ctx, contextWords, contexts); err != nil {
		return t, err
	}
	t.statements, err = c.resolve(ctx, graph.TypeStatement, statements)
	return t, err
}

// statement is the condition of the filter on statements "t" of a list that hangs on the anchor.
func (t *terms) statement(f *graph.StatementFilter, anchor graph.StatementAnchor) cond {
	return graph.JoinFilter(f, logic(), func(f *graph.StatementFilter) cond {
		return all(
			t.speakers(f.Speakers),
			t.about(f, anchor),
			t.to(f.Addressees),
			unlessEmpty(f.Kinds, func() cond { return in("t.kind", f.Kinds) }),
			unlessEmpty(f.Articles, func() cond { return in("t.article", lookup(t.articles, f.Articles)) }),
			unlessEmpty(f.Sources, func() cond {
				return all(is("EXISTS (SELECT 1 FROM articles a WHERE a.n = t.article AND a.source IN (SELECT value FROM json_each(?)))", list(f.Sources)))
			}),
			t.texts[f.Text].holds(statementWords, "t.n"),
			t.contexts[f.Context].holds(contextWords, "t.n"),
			hasWords("t.cue_words", f.Cue),
			hasWords("t.speaker_words", f.SpeakerText),
			unlessEmpty(f.Modes, func() cond { return in("t.mode", f.Modes) }),
			t.within(f.Within),
			isNested(f.Nested),
			unlessEmpty(f.Reasons, func() cond { return in("t.reason", f.Reasons) }),
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

// about holds for statements with the tones toward any of the entities, or about them with any tone.
func (t *terms) about(f *graph.StatementFilter, anchor graph.StatementAnchor) cond {
	toward := t.among("l.entity", f.About)
	if anchor == graph.AboutWhom && len(f.About) == 0 {
		toward = is("l.entity = f.value")
	}
	tone := unlessEmpty(f.Tones, func() cond { return in("l.tone", f.Tones) })
	if len(f.About)+len(f.Tones) == 0 {
		return cond{}
	}
	return linked(roleAbout, all(toward, tone))
}

func (t *terms) to(ids []graph.NodeID) cond {
	return unlessEmpty(ids, func() cond { return linked(roleTo, t.among("l.entity", ids)) })
}

func (t *terms) among(column string, ids []graph.NodeID) cond {
	return unlessEmpty(ids, func() cond { return in(column, lookup(t.entities, ids)) })
}

// linked holds for statements with a link "l" for which the condition does.
func linked(role int, c cond) cond {
	return is("EXISTS (SELECT 1 FROM links l WHERE l.statement = t.n AND l.role = ? AND "+c.where()+")", append([]any{role}, c.args...)...)
}

// within holds for statements directly within one of those.
func (t *terms) within(ids []graph.NodeID) cond {
	return unlessEmpty(ids, func() cond {
		return all(is("t.within IS NOT NULL"), in("t.within", lookup(t.statements, ids)))
	})
}

func isNested(nested *bool) cond {
	switch {
	case nested == nil:
		return cond{}
	case *nested:
		return is("t.within IS NOT NULL")
	}
	return is("t.within IS NULL")
}

// hasWords holds for a column of words, as [spaced] gives them, that has all words of the text.
func hasWords(column, text string) cond {
	var conds []cond
	for _, w := range fold.Words(text) {
		conds = append(conds, is("instr("+column+", ?) > 0", " "+w+" "))
	}
	return all(conds...)
}
