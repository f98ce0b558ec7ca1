package sqlitestore

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"

	"github.com/newsgraph/newsgraph/graph"
)

// Articles returns pages of articles, see [graph.Store].
func (s *Store) Articles(ctx context.Context, q *graph.ArticleQuery) ([]graph.ArticlePage, error) {
	return listed(ctx, s, q, (*conn).articleList, (*conn).fetchArticles, articlePage)
}

func articlePage(q *graph.ArticleQuery, p *page, nodes map[int64]*graph.Article) graph.ArticlePage {
	edges, info := edgesOf(p, timeCursors(q.Order), func(cursor string, it *item) graph.ArticleEdge {
		return graph.ArticleEdge{Cursor: cursor, Node: copyArticle(nodes[it.n])}
	})
	return graph.ArticlePage{Edges: edges, PageInfo: info, Total: p.total}
}

func (c *conn) articleList(ctx context.Context, q *graph.ArticleQuery) (*query, error) {
	window, err := timeWindow(q.Page, q.Order)
	if err != nil {
		return nil, err
	}
	t, err := c.articleTerms(ctx, &q.Filter)
	if err != nil {
		return nil, err
	}
	out := &query{sort: byTime(q.Order), Window: window, count: q.Page.Count}
	if q.Mentioning == nil {
		out.merge = true
		out.source, out.drivers, err = c.articleDriver(ctx, &q.Filter, &t)
	} else {
		out.source = mentioningArticles()
		out.drivers, err = c.drivers(ctx, graph.TypeEntity, q.Mentioning)
	}
	out.filter = t.article(&q.Filter)
	if err == nil && q.With != nil {
		err = c.restrict(ctx, out, q.With,
			"EXISTS (SELECT 1 FROM mentions w INDEXED BY mentions_down WHERE w.entity = ? ->> f.key AND w.down = t.down AND w.id = t.id)")
	}
	return out, err
}

func mentioningArticles() source {
	return source{
		table: "articles", item: "d.article", alias: "d",
		from:  "mentions d INDEXED BY mentions_down" + mentionJoin,
		where: is("d.entity = f.value AND " + firstMention),
	}
}

// firstMention holds for one row of those that an article has for several keys of an entity.
const firstMention = `NOT EXISTS (SELECT 1 FROM mentions o INDEXED BY mentions_down
WHERE o.entity = d.entity AND o.down = d.down AND o.id = d.id AND o.key < d.key)`

func articleSource(index, where string) source {
	return source{table: "articles", from: "articles t INDEXED BY " + index, item: "t.n", alias: "t", where: is(where)}
}

// articleDriver chooses how to find the articles that a filter selects, like statementDriver.
func (c *conn) articleDriver(ctx context.Context, f *graph.ArticleFilter, t *terms) (source, []any, error) {
	var candidates []candidate
	var sources []string
	var words *textMatch
	for _, f := range graph.RequiredFilters(f) {
		for _, id := range f.Mentions {
			candidates = append(candidates, candidate{
				source: mentioningArticles(), drivers: lookup(t.entities, []graph.NodeID{id}),
			})
		}
		if len(f.Sources) > 0 {
			sources = f.Sources
		}
		words = rarer(words, t.texts[f.Text])
	}
	best, err := c.choose(ctx, candidates)
	switch {
	case err != nil:
		return source{}, nil, err
	case words != nil && (best == nil || len(candidates) > 1 && int64(words.count) < best.count):
		return textSource("articles", articleWords, *words), anywhere(), nil
	case best != nil:
		return best.source, anys(best.drivers), nil
	case sources != nil:
		return articleSource("articles_source", "t.source = f.value"), anys(sources), nil
	}
	return articleSource("articles_down", ""), anywhere(), nil
}

var articleWords = textIndex{table: "article_words"}

func (c *conn) articleTerms(ctx context.Context, f *graph.ArticleFilter) (terms, error) {
	var entities []graph.NodeID
	var texts []string
	graph.EachFilter(f, func(f *graph.ArticleFilter) {
		entities = append(entities, f.Mentions...)
		texts = append(texts, f.Text)
	})
	return c.terms(ctx, articleWords, entities, nil, texts)
}

// article is the condition of the filter on articles "t".
func (t *terms) article(f *graph.ArticleFilter) cond {
	return graph.JoinFilter(f, logic(), func(f *graph.ArticleFilter) cond {
		conds := []cond{
			unlessEmpty(f.Sources, func() cond { return in("t.source", f.Sources) }),
			within("t.down", f.Published),
			t.texts[f.Text].holds(articleWords, "t.n"),
		}
		for _, id := range f.Mentions {
			conds = append(conds, t.mentioned(id))
		}
		return all(conds...)
	})
}

func (t *terms) mentioned(id graph.NodeID) cond {
	n, there := t.entities[id]
	if !there {
		return never()
	}
	return is("EXISTS (SELECT 1 FROM mentions m INDEXED BY mentions_down WHERE m.entity = ? AND m.down = t.down AND m.id = t.id)", n)
}

const sqlArticleRows = `SELECT a.n, a.body FROM json_each(?) f CROSS JOIN articles a ON a.n = f.value`

// fetchArticles reads articles by their n.
func (c *conn) fetchArticles(ctx context.Context, ns []int64) (map[int64]*graph.Article, error) {
	nodes := make(map[int64]*graph.Article, len(ns))
	if len(ns) == 0 {
		return nodes, nil
	}
	err := c.query(ctx, sqlArticleRows, []any{list(ns)}, func(rows *sql.Rows) error {
		var n int64
		var body sql.RawBytes
		if err := rows.Scan(&n, &body); err != nil {
			return err
		}
		a := &graph.Article{}
		nodes[n] = a
		if err := json.Unmarshal(body, a); err != nil {
			return fmt.Errorf("article %d: %w", n, err)
		}
		return nil
	})
	return nodes, err
}

const sqlTexts = `SELECT a.id, x.text FROM json_each(?) f CROSS JOIN articles a ON a.id = f.value CROSS JOIN texts x ON x.article = a.n`

// Texts returns the texts of the articles, see [graph.Store].
func (s *Store) Texts(ctx context.Context, articles []graph.NodeID) ([]string, error) {
	return read(ctx, s, func(ctx context.Context, c *conn) ([]string, error) {
		texts := map[graph.NodeID]string{}
		err := c.query(ctx, sqlTexts, []any{list(articles)}, func(rows *sql.Rows) error {
			var id graph.NodeID
			var text string
			err := rows.Scan(&id, &text)
			texts[id] = text
			return err
		})
		out := make([]string, len(articles))
		for i, id := range articles {
			out[i] = texts[id]
		}
		return out, err
	})
}
