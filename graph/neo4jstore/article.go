package neo4jstore

import (
	"context"
	_ "embed"
	"slices"

	"github.com/newsgraph/newsgraph/graph"
)

//go:embed cypher/texts.cypher
var cypherTexts string

// articleColumns are what makes an article.
func articleColumns() []column {
	return []column{
		{"", ".id, .publishedAt"},
		{"Key", ".key"},
		{"URL", ".url"},
		{"Title", ".title"},
		{"Source", ".source"},
		{"SourcePath", ".sourcePath"},
		{"Authors", ".authors"},
		{"Language", ".language"},
	}
}

func article(r row) *graph.Article {
	return &graph.Article{
		ID: r.id("id"), Key: r.text("key"), URL: r.text("url"), Title: r.text("title"), Source: r.text("source"),
		SourcePath: r.text("sourcePath"), Authors: list[string](r, "authors"), PublishedAt: r.time("publishedAt"),
		Language: r.text("language"),
	}
}

// Articles returns pages of articles, see [graph.Store].
func (s *Store) Articles(ctx context.Context, q *graph.ArticleQuery) ([]graph.ArticlePage, error) {
	return read(ctx, s, func(t *tx) ([]graph.ArticlePage, error) { return t.articles(q) })
}

func (t *tx) articles(q *graph.ArticleQuery) ([]graph.ArticlePage, error) {
	list, err := t.articleList(q)
	if err != nil {
		return nil, err
	}
	pages, err := t.pages(list)
	if err != nil {
		return nil, err
	}
	out := make([]graph.ArticlePage, len(pages))
	for i, p := range pages {
		if out[i], err = articlePage(p, q.Order); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func articlePage(p listPage, order graph.Order) (graph.ArticlePage, error) {
	out := graph.ArticlePage{Edges: make([]graph.ArticleEdge, len(p.items)), Total: p.total}
	cursors := make([]string, len(p.items))
	for i, r := range p.items {
		a := article(r)
		if err := r.err(); err != nil {
			return out, err
		}
		cursors[i] = graph.EncodeCursor(graph.Cursor{
			Order: order, Ints: []int64{graph.SortTime(a.PublishedAt, order)}, Texts: []string{string(a.ID)},
		})
		out.Edges[i] = graph.ArticleEdge{Cursor: cursors[i], Node: a}
	}
	out.PageInfo = graph.NewPageInfo(p.hasPrevious, p.hasNext, cursors)
	return out, nil
}

// timeProperty is the property by which a list is sorted in an order by time.
func timeProperty(order graph.Order) string {
	if order == graph.ByTimeAsc {
		return "oldest"
	}
	return "newest"
}

func (t *tx) articleList(q *graph.ArticleQuery) (*listQuery, error) {
	out := &listQuery{builder: newBuilder(), of: q.Mentioning, entities: true, item: item(articleColumns(), q.Fields), some: q.Fields != nil, count: q.Page.Count}
	var err error
	if out.Window, err = timeWindow(q.Page, q.Order); err != nil {
		return nil, err
	}
	named := slices.Clone(q.With)
	graph.EachFilter(&q.Filter, func(f *graph.ArticleFilter) { named = append(named, f.Mentions...) })
	f, err := t.newFilters(out.builder, named)
	if err != nil {
		return nil, err
	}
	filter := q.Filter
	if q.Mentioning != nil {
		out.source = linked("MATCH ()-[m:MENTIONED_IN]->(x:Article)", "of", q.Order)
	} else {
		out.source = f.articleSource(&filter, q.Order)
	}
	out.filter = all(f.article(&filter), f.with("(x)<-[o:MENTIONED_IN]-()", q.With))
	return out, nil
}

// linked is a list of the nodes "x" at the other ends of relationships "m", which remember the hub of an entity and the sort keys of x.
func linked(match, hub string, order graph.Order) source {
	rank := "m." + timeProperty(order)
	return source{match: match, where: "m.hub = " + hub + " AND " + rank + " > ''", lead: "m.hub", rank: rank}
}

// articleSource finds articles by what in the filter selects most, or else along their order. What it takes care of
// it takes out of the filter.
func (f *filters) articleSource(filter *graph.ArticleFilter, order graph.Order) source {
	rank := "x." + timeProperty(order)
	switch {
	case len(filter.Mentions) > 0:
		hub := f.entities[filter.Mentions[0]].hub // "" for one that is not in the graph, which nothing mentions
		filter.Mentions = filter.Mentions[1:]
		return linked("MATCH ()-[m:MENTIONED_IN]->(x:Article)", f.bind(hub), order)
	case len(words(filter.Text)) > 0:
		query, found := f.lucene("x.words", filter.Text)
		filter.Text = ""
		return source{
			match: "CALL db.index.fulltext.queryNodes('newsgraph_articles', " + f.bind(query) + ") YIELD node AS x",
			where: found, rank: rank,
		}
	case len(filter.Sources) > 0:
		return source{match: "MATCH (x:Article)", where: "x.outlet IN " + f.bind(outlets(filter.Sources)), rank: rank}
	}
	return source{match: "MATCH (x:Article)", where: rank + " > ''", rank: rank}
}

func outlets(sources []string) []string {
	out := make([]string, len(sources))
	for i, s := range sources {
		out[i] = short(s)
	}
	return out
}

// article is the condition of the filter on articles "x".
func (f *filters) article(filter *graph.ArticleFilter) cond {
	return graph.JoinFilter(filter, logic(), func(filter *graph.ArticleFilter) cond {
		conds := []cond{
			in(f, "x.source", filter.Sources),
			f.within("x.publishedAt", filter.Published),
			f.hasWords("x.words", filter.Text),
		}
		for _, id := range filter.Mentions {
			conds = append(conds, "EXISTS { (x)<-[o:MENTIONED_IN]-() WHERE o.hub = "+f.bind(f.entities[id].hub)+" }")
		}
		return all(conds...)
	})
}

// Texts returns the texts of the articles, see [graph.Store].
func (s *Store) Texts(ctx context.Context, articles []graph.NodeID) ([]string, error) {
	return read(ctx, s, func(t *tx) ([]string, error) {
		out := make([]string, len(articles))
		rows, err := t.run(cypherTexts, map[string]any{"ids": articles, "last": len(articles) - 1})
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			out[r.int("i")] = r.text("text")
			if err := r.err(); err != nil {
				return nil, err
			}
		}
		return out, nil
	})
}
