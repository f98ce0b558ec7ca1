package sqlitestore

import (
	"database/sql"

	"github.com/newsgraph/newsgraph/graph"
)

const (
	sqlOldMentions = `SELECT m.key, m.entity, k.key, m.name, m.spans FROM mentions m CROSS JOIN keys k ON k.n = m.key
WHERE m.article = ? ORDER BY m.key`
	sqlOldStatements   = `SELECT n, kind FROM statements WHERE article = ? ORDER BY ord`
	sqlForgetStatement = `DELETE FROM statement_words WHERE rowid = ?`
	sqlForgetContext   = `DELETE FROM context_words WHERE rowid = ?`
	sqlForgetArticle   = `DELETE FROM article_words WHERE rowid = ?`
	sqlDeleteArticle   = `DELETE FROM articles WHERE n = ?`
)

// remove takes an article out, with its text, mentions, statements and roles.
func (w *writing) remove(n int64) error {
	if err := w.outer.Err(); err != nil {
		return err
	}
	if err := w.removeMentions(n); err != nil {
		return err
	}
	if err := w.removeStatements(n); err != nil {
		return err
	}
	w.counts[countArticles]--
	if err := w.exec(sqlForgetArticle, n); err != nil {
		return err
	}
	return w.exec(sqlDeleteArticle, n) // the rest goes with it, by foreign keys
}

func (w *writing) removeMentions(n int64) error {
	entities := map[int64]int{}
	err := w.c.query(w.ctx, sqlOldMentions, []any{n}, func(rows *sql.Rows) error {
		var key, entity int64
		var k graph.Key
		var name, spans string
		if err := rows.Scan(&key, &entity, &k, &name, &spans); err != nil {
			return err
		}
		mentions, err := unpackMentions(spans)
		if err != nil {
			return err
		}
		b := w.bears(k, key)
		b.gone = append(b.gone, n)
		w.changeNames(key, name, mentions, -1)
		w.changeEntity(entity, k.Kind()).rename = true
		entities[entity] += len(mentions)
		return nil
	})
	if err == nil {
		err = w.removeReports(n, entities)
	}
	for entity, mentions := range entities {
		w.counts[countMentions] -= mentions
		w.entities[entity].mentions -= mentions
		w.entities[entity].articles--
	}
	return err
}

func (w *writing) removeStatements(article int64) error {
	var ns []int64
	err := w.c.query(w.ctx, sqlOldStatements, []any{article}, func(rows *sql.Rows) error {
		var n int64
		var kind string
		err := rows.Scan(&n, &kind)
		ns = append(ns, n)
		w.counts[kind]--
		return err
	})
	if err != nil {
		return err
	}
	for _, n := range ns {
		for _, forget := range []string{sqlForgetStatement, sqlForgetContext} {
			if err := w.exec(forget, n); err != nil {
				return err
			}
		}
	}
	return nil
}
