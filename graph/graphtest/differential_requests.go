package graphtest

import (
	"github.com/newsgraph/newsgraph/graph"
	"pgregory.net/rapid"
)

func (d *duel) entities() {
	d.Helper()
	q := d.entityQuery()
	q.Order = rapid.SampledFrom([]graph.Order{graph.ByMentionsDesc, graph.ByNameAsc, ""}).Draw(d.T, "order")
	list(d, describe("entities", q.Order), func(g *graph.Graph, p graph.Page) ([]graph.EntityPage, error) {
		q.Page = p
		return g.Entities(d.ctx, &q)
	}, func(p graph.EntityPage) (out []string) {
		for _, e := range p.Edges {
			out = append(out, e.Cursor)
		}
		return out
	})
}

func (d *duel) articles() {
	d.Helper()
	q := d.articleQuery()
	q.Order = timeOrder(d.T)
	if q.Mentioning != nil {
		q.With = d.with(len(q.Mentioning))
	}
	list(d, describe("articles", q.Order), func(g *graph.Graph, p graph.Page) ([]graph.ArticlePage, error) {
		q.Page = p
		return g.Articles(d.ctx, &q)
	}, func(p graph.ArticlePage) (out []string) {
		for _, e := range p.Edges {
			out = append(out, e.Cursor)
		}
		return out
	})
}

func (d *duel) statements() {
	d.Helper()
	q := d.statementQuery()
	q.Order = timeOrder(d.T)
	list(d, describe("statements", q.Order), func(g *graph.Graph, p graph.Page) ([]graph.StatementPage, error) {
		q.Page = p
		return g.Statements(d.ctx, &q)
	}, func(p graph.StatementPage) (out []string) {
		for _, e := range p.Edges {
			out = append(out, e.Cursor)
		}
		return out
	})
}

func (d *duel) suggestions() {
	d.Helper()
	q := graph.SuggestionQuery{
		Kinds:    rarely(d.T, func(t *rapid.T) []graph.Kind { return some(t, 2, kind) }),
		MinScore: rarely(d.T, func(t *rapid.T) float64 { return float64(rapid.IntRange(0, 4).Draw(t, "score")) / 4 }),
	}
	list(d, "suggestions", func(g *graph.Graph, p graph.Page) ([]graph.SuggestionPage, error) {
		q.Page = p
		page, err := g.Suggestions(d.ctx, &q)
		return []graph.SuggestionPage{page}, err
	}, func(p graph.SuggestionPage) (out []string) {
		for _, e := range p.Edges {
			out = append(out, e.Cursor)
		}
		return out
	})
}

// statementQuery draws a list of statements.
func (d *duel) statementQuery() graph.StatementQuery {
	q := graph.StatementQuery{Filter: d.pool.statementFilter(d.T, 2)}
	q.Anchor = rapid.SampledFrom([]graph.StatementAnchor{
		graph.NoAnchor, graph.NoAnchor, graph.SpokenBy, graph.AboutWhom, graph.ToWhom, graph.InArticle, graph.WithinThat,
	}).Draw(d.T, "anchor")
	switch q.Anchor {
	case graph.NoAnchor:
	case graph.SpokenBy, graph.AboutWhom, graph.ToWhom:
		q.Of = some(d.T, 3, d.pool.entity)
		q.With = d.with(len(q.Of))
	case graph.InArticle:
		q.Of = some(d.T, 3, d.pool.article)
	case graph.WithinThat:
		q.Of = some(d.T, 3, d.pool.statement)
	}
	return q
}

func (d *duel) entityQuery() graph.EntityQuery {
	return graph.EntityQuery{
		In:     rarely(d.T, func(t *rapid.T) []graph.NodeID { return some(t, 3, d.pool.article) }),
		Filter: d.pool.entityFilter(d.T, 2),
	}
}

func (d *duel) articleQuery() graph.ArticleQuery {
	return graph.ArticleQuery{
		Mentioning: rarely(d.T, func(t *rapid.T) []graph.NodeID { return some(t, 3, d.pool.entity) }),
		Filter:     d.pool.articleFilter(d.T, 2),
	}
}

// facets counts the items of a list by all facets that it has.
func (d *duel) facets() {
	d.Helper()
	q := graph.FacetQuery{Top: rapid.IntRange(0, 5).Draw(d.T, "top")}
	switch rapid.IntRange(0, 4).Draw(d.T, "list") {
	case 4:
		of := d.eventQuery()
		q.Events, q.Facets = &of, eventFacets()
	case 0:
		of := d.entityQuery()
		q.Entities, q.Facets = &of, []graph.Facet{graph.FacetKind}
	case 1:
		of := d.articleQuery()
		q.Articles, q.Facets = &of, []graph.Facet{graph.FacetSource, graph.FacetMonth, graph.FacetLanguage}
	default:
		of := d.statementQuery()
		q.Statements, q.Facets = &of, statementFacets()
	}
	n := rapid.IntRange(0, len(q.Facets)).Draw(d.T, "facets")
	q.Facets = rapid.Permutation(q.Facets).Draw(d.T, "which")[:n]
	d.compare("facets", func(g *graph.Graph) (any, error) { return g.Facets(d.ctx, &q) })
}

func (d *duel) timeline() {
	d.Helper()
	q := graph.TimelineQuery{
		Interval: rapid.SampledFrom(graph.Intervals()).Draw(d.T, "interval"), CountArticles: rapid.Bool().Draw(d.T, "count articles"),
	}
	switch rapid.IntRange(0, 3).Draw(d.T, "list") {
	case 0:
		of := d.articleQuery()
		q.Articles = &of
	case 1:
		of := d.eventQuery()
		q.Events = &of
	default:
		of := d.statementQuery()
		q.Statements = &of
	}
	d.compare("timeline", func(g *graph.Graph) (any, error) { return g.Timeline(d.ctx, &q) })
}

func (d *duel) mentions() {
	d.Helper()
	q := graph.MentionQuery{Anchor: graph.OfEntity, Order: timeOrder(d.T)}
	q.Of = some(d.T, 3, d.pool.entity)
	if rapid.Bool().Draw(d.T, "of article") {
		q.Anchor, q.Of = graph.OfArticle, some(d.T, 3, d.pool.article)
	}
	list(d, describe("mentions", q.Order), func(g *graph.Graph, p graph.Page) ([]graph.MentionPage, error) {
		q.Page = p
		return g.Mentions(d.ctx, &q)
	}, func(p graph.MentionPage) (out []string) {
		for _, e := range p.Edges {
			out = append(out, e.Cursor)
		}
		return out
	})
}

func (d *duel) search() {
	d.Helper()
	q := graph.SearchQuery{
		Text: d.pool.text(d.T),
		Types: rarely(d.T, func(t *rapid.T) []graph.SearchType {
			return some(t, 2, func(t *rapid.T) graph.SearchType {
				return rapid.SampledFrom([]graph.SearchType{graph.SearchEntities, graph.SearchStatements, graph.SearchArticles}).Draw(t, "type")
			})
		}),
	}
	list(d, "search", func(g *graph.Graph, p graph.Page) ([]graph.SearchPage, error) {
		p.First, p.Last, p.Before = p.Last, nil, ""
		q.Page = p
		out, err := g.Search(d.ctx, &q)
		return []graph.SearchPage{out}, err
	}, func(p graph.SearchPage) (out []string) {
		for _, e := range p.Edges {
			out = append(out, e.Cursor)
		}
		return out
	})
}

func (d *duel) nodes() {
	d.Helper()
	ids := some(d.T, 6, func(t *rapid.T) graph.NodeID {
		switch rapid.IntRange(0, 2).Draw(t, "type") {
		case 0:
			return d.pool.article(t)
		case 1:
			return d.pool.statement(t)
		}
		return d.pool.entity(t)
	})
	d.compare("nodes", func(g *graph.Graph) (any, error) { return g.Nodes(d.ctx, ids) })
}

func (d *duel) lookup() {
	d.Helper()
	names := some(d.T, 5, func(t *rapid.T) graph.NameQuery { return graph.NameQuery{Name: d.pool.name(t), Kind: rarely(t, kind)} })
	d.compare("lookup", func(g *graph.Graph) (any, error) { return g.Lookup(d.ctx, names) })
}

// ofPeople asks for what hangs on entities and keys.
func (d *duel) ofPeople() {
	d.Helper()
	ids := some(d.T, 5, d.pool.entity)
	d.compare("roles", func(g *graph.Graph) (any, error) { return g.Roles(d.ctx, ids) })
	d.compare("keys", func(g *graph.Graph) (any, error) { return g.Keys(d.ctx, ids) })
	articles := some(d.T, 3, d.pool.article)
	d.compare("texts", func(g *graph.Graph) (any, error) { return g.Texts(d.ctx, articles) })
	keys := some(d.T, 3, func(t *rapid.T) graph.Key { return rapid.SampledFrom(d.pool.keys).Draw(t, "key") })
	acts := some(d.T, 2, d.pool.act)
	d.compare("judgements by id", func(g *graph.Graph) (any, error) {
		return g.Judgements(d.ctx, &graph.JudgementQuery{Keys: keys, IDs: acts})
	})
	d.compare("judgements", func(g *graph.Graph) (any, error) { return g.Judgements(d.ctx, &graph.JudgementQuery{Keys: keys}) })
	d.compare("stats", func(g *graph.Graph) (any, error) { return g.Stats(d.ctx) })
}
