package sqlitestore

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"slices"
	"time"

	"github.com/newsgraph/newsgraph/graph"
)

// Entities returns pages of entities, see [graph.Store].
func (s *Store) Entities(ctx context.Context, q *graph.EntityQuery) ([]graph.EntityPage, error) {
	return listed(ctx, s, q, (*conn).entityList, (*conn).fetchEntities, entityPage)
}

func entityPage(q *graph.EntityQuery, p *page, nodes map[int64]*graph.Entity) graph.EntityPage {
	cursor := func(at place) graph.Cursor {
		return graph.Cursor{Order: q.Order, Ints: []int64{-at.number}, Texts: []string{at.text, at.id}}
	}
	edges, info := edgesOf(p, cursor, func(cursor string, it *item) graph.EntityEdge {
		return graph.EntityEdge{Cursor: cursor, Node: copyEntity(nodes[it.n])}
	})
	return graph.EntityPage{Edges: edges, PageInfo: info, Total: p.total}
}

// copyEntity gives each place of an answer an entity of its own.
func copyEntity(e *graph.Entity) *graph.Entity {
	out := *e
	out.Aliases = slices.Clone(e.Aliases)
	if e.Event != nil {
		core := *e.Event
		core.Participants = slices.Clone(core.Participants)
		out.Event = &core
	}
	if e.Place != nil {
		place := *e.Place
		out.Place = &place
	}
	return &out
}

func (c *conn) entityList(ctx context.Context, q *graph.EntityQuery) (*query, error) {
	out := &query{sort: sorting{column: "rank"}, count: q.Page.Count}
	if q.Order == graph.ByNameAsc {
		out.sort = sorting{column: "fold", text: true}
	}
	var err error
	out.Window, err = graph.NewWindow(q.Page, q.Order, 1, 2, func(c graph.Cursor) place {
		return place{number: -c.Ints[0], text: c.Texts[0], id: c.Texts[1]}
	}, place.compare)
	if err != nil {
		return nil, err
	}
	t, err := c.entityTerms(ctx, &q.Filter)
	if err != nil {
		return nil, err
	}
	if q.In == nil {
		out.merge = true
		out.source, out.drivers = entityDriver(&q.Filter, &t, out.sort.column)
	} else {
		out.source = mentionedEntities()
		out.drivers, err = c.drivers(ctx, graph.TypeArticle, q.In)
	}
	out.filter = t.entity(&q.Filter)
	return out, err
}

func mentionedEntities() source {
	return source{
		table: "entities", item: "t.n", alias: "t", repeated: true,
		from:  "mentions d CROSS JOIN entities t ON t.n = d.entity",
		where: is("d.article = f.value"),
	}
}

// entityDriver finds entities by the words of their names, or else along the order of each kind.
func entityDriver(f *graph.EntityFilter, t *terms, column string) (source, []any) {
	var words *textMatch
	kinds := graph.Kinds()
	for _, f := range graph.RequiredFilters(f) {
		words = rarer(words, t.texts[f.Text])
		if len(f.Kinds) > 0 {
			kinds = f.Kinds
		}
	}
	if words != nil {
		return source{
			table: "entities", item: "t.n", alias: "t", repeated: true,
			from:  nameJoin + " CROSS JOIN entities t ON t.n = k.entity",
			where: is("w.name_words MATCH ? AND t.rank < 0", words.match),
		}, anywhere()
	}
	return source{
		table: "entities", item: "t.n", alias: "t",
		from: "entities t INDEXED BY entities_" + column, where: is("t.kind = f.value AND t.rank < 0"),
	}, anys(slices.Compact(slices.Sorted(slices.Values(kinds))))
}

// nameJoin goes from the words of names to the keys that have them.
const nameJoin = "name_words w CROSS JOIN key_names kn ON kn.words = w.rowid CROSS JOIN keys k ON k.n = kn.key"

var nameWords = textIndex{table: "name_words", prefix: true}

func (c *conn) entityTerms(ctx context.Context, f *graph.EntityFilter) (terms, error) {
	var texts []string
	graph.EachFilter(f, func(f *graph.EntityFilter) { texts = append(texts, f.Text) })
	return c.terms(ctx, nameWords, nil, nil, texts)
}

// entity is the condition of the filter on entities "t".
func (t *terms) entity(f *graph.EntityFilter) cond {
	return graph.JoinFilter(f, logic(), func(f *graph.EntityFilter) cond {
		conds := []cond{unlessEmpty(f.Kinds, func() cond { return in("t.kind", f.Kinds) })}
		if f.MinArticles > 0 {
			conds = append(conds, is("t.articles >= ?", f.MinArticles))
		}
		if m := t.texts[f.Text]; m.match != "" {
			conds = append(conds, is("t.n IN (SELECT k.entity FROM "+nameJoin+" WHERE w.name_words MATCH ?)", m.match))
		}
		return all(conds...)
	})
}

// The dates are read from the ends of the index of mentions.
const (
	sqlEntityRows = `SELECT e.n, e.id, e.kind, e.name, -e.rank, e.articles, e.place,
(SELECT m.down FROM mentions m INDEXED BY mentions_down WHERE m.entity = e.n AND m.down < 9223372036854775807 ORDER BY m.down DESC LIMIT 1),
(SELECT m.down FROM mentions m INDEXED BY mentions_down WHERE m.entity = e.n AND m.down < 9223372036854775807 ORDER BY m.down LIMIT 1)
FROM json_each(?) f CROSS JOIN entities e ON e.n = f.value`
	sqlAliases = `SELECT k.entity, kn.name, sum(kn.mentions) FROM json_each(?) f CROSS JOIN keys k ON k.entity = f.value
CROSS JOIN key_names kn ON kn.key = k.n WHERE kn.mentions > 0 GROUP BY k.entity, kn.name`
)

// fetchEntities reads entities by their n, which may repeat.
func (c *conn) fetchEntities(ctx context.Context, ns []int64) (map[int64]*graph.Entity, error) {
	ns = slices.Compact(slices.Sorted(slices.Values(ns)))
	nodes := make(map[int64]*graph.Entity, len(ns))
	if len(ns) == 0 {
		return nodes, nil
	}
	err := c.query(ctx, sqlEntityRows, []any{list(ns)}, func(rows *sql.Rows) error {
		e := &graph.Entity{Aliases: []graph.Alias{}}
		var n int64
		var first, last sql.NullInt64
		var place sql.NullString
		if err := rows.Scan(&n, &e.ID, &e.Kind, &e.Name, &e.MentionCount, &e.ArticleCount, &place, &first, &last); err != nil {
			return err
		}
		e.FirstSeen, e.LastSeen = seen(first), seen(last)
		nodes[n] = e
		if !place.Valid {
			return nil
		}
		return json.Unmarshal([]byte(place.String), &e.Place)
	})
	if err != nil {
		return nil, err
	}
	if err := c.fetchCores(ctx, nodes); err != nil {
		return nil, err
	}
	return nodes, c.fetchAliases(ctx, ns, nodes)
}

// seen gives the time that a "down" stands for.
func seen(down sql.NullInt64) time.Time {
	if !down.Valid || down.Int64 == missing {
		return time.Time{}
	}
	return time.Unix(-down.Int64, 0).UTC()
}

func (c *conn) fetchAliases(ctx context.Context, ns []int64, nodes map[int64]*graph.Entity) error {
	err := c.query(ctx, sqlAliases, []any{list(ns)}, func(rows *sql.Rows) error {
		var n int64
		var a graph.Alias
		if err := rows.Scan(&n, &a.Name, &a.Mentions); err != nil {
			return err
		}
		nodes[n].Aliases = append(nodes[n].Aliases, a)
		return nil
	})
	for _, e := range nodes {
		slices.SortFunc(e.Aliases, func(a, b graph.Alias) int {
			return cmp.Or(cmp.Compare(b.Mentions, a.Mentions), cmp.Compare(a.Name, b.Name))
		})
	}
	return err
}

const sqlGroupKeys = `SELECT k.entity, k.key, (SELECT sum(articles) FROM key_names WHERE key = k.n) AS articles
FROM json_each(?) f CROSS JOIN keys k ON k.entity = f.value WHERE articles > 0 ORDER BY k.entity, k.key`

// Keys returns the keys of each entity that have mentions, see [graph.Store].
func (s *Store) Keys(ctx context.Context, entities []graph.NodeID) ([][]graph.KeyCount, error) {
	return read(ctx, s, func(ctx context.Context, c *conn) ([][]graph.KeyCount, error) {
		found, err := c.resolve(ctx, graph.TypeEntity, entities)
		if err != nil {
			return nil, err
		}
		keys := map[int64][]graph.KeyCount{}
		err = c.query(ctx, sqlGroupKeys, []any{list(lookup(found, entities))}, func(rows *sql.Rows) error {
			var n int64
			var key graph.KeyCount
			err := rows.Scan(&n, &key.Key, &key.Articles)
			keys[n] = append(keys[n], key)
			return err
		})
		out := make([][]graph.KeyCount, len(entities))
		for i, id := range entities {
			if n, there := found[id]; there {
				out[i] = slices.Clone(keys[n])
			}
		}
		return out, err
	})
}
