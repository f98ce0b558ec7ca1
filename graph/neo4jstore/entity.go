package neo4jstore

import (
	"cmp"
	"context"
	_ "embed"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/graph/fold"
)

var (
	//go:embed cypher/resolve.cypher
	cypherResolve string
	//go:embed cypher/lookup.cypher
	cypherLookup string
	//go:embed cypher/keys_of.cypher
	cypherKeysOf string
)

// entityColumns are what makes an entity.
func entityColumns() []column {
	return []column{
		{"", ".id, .kind, .name, .mentionCount, .byName, .byNameRest"},
		{"ArticleCount", ".articleCount"},
		{"FirstSeen", ".firstSeen"},
		{"LastSeen", ".lastSeen"},
		{"Aliases", ".aliases, .aliasMentions"},
		{"Event", cypherCore},
		{"Place", ".geoNames, .placeType, .latitude, .longitude, .countryCode, .countryKey"},
	}
}

func entity(r row) *graph.Entity {
	e := &graph.Entity{
		ID: r.id("id"), Kind: graph.Kind(r.text("kind")), Name: r.text("name"), Aliases: []graph.Alias{},
		ArticleCount: r.int("articleCount"), MentionCount: r.int("mentionCount"),
		FirstSeen: r.time("firstSeen"), LastSeen: r.time("lastSeen"), Event: core(r), Place: placeFacts(r),
	}
	mentions := list[int64](r, "aliasMentions")
	for i, name := range list[string](r, "aliases") {
		e.Aliases = append(e.Aliases, graph.Alias{Name: name, Mentions: int(mentions[i])})
	}
	return e
}

// placeFacts is where a place is; nil where that is not known.
func placeFacts(r row) *graph.PlaceFacts {
	if r.missing("geoNames") {
		return nil
	}
	return &graph.PlaceFacts{
		GeoNames: r.int("geoNames"), Type: graph.PlaceType(r.text("placeType")), Latitude: r.float("latitude"), Longitude: r.float("longitude"),
		CountryCode: r.text("countryCode"), CountryKey: r.key("countryKey"),
	}
}

// Entities returns pages of entities, see [graph.Store].
func (s *Store) Entities(ctx context.Context, q *graph.EntityQuery) ([]graph.EntityPage, error) {
	return read(ctx, s, func(t *tx) ([]graph.EntityPage, error) { return t.entities(q) })
}

func (t *tx) entities(q *graph.EntityQuery) ([]graph.EntityPage, error) {
	list, err := t.entityList(q)
	if err != nil {
		return nil, err
	}
	pages, err := t.pages(list)
	if err != nil {
		return nil, err
	}
	out := make([]graph.EntityPage, len(pages))
	for i, p := range pages {
		if out[i], err = entityPage(p, q.Order); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func entityPage(p listPage, order graph.Order) (graph.EntityPage, error) {
	out := graph.EntityPage{Edges: make([]graph.EntityEdge, len(p.items)), Total: p.total}
	cursors := make([]string, len(p.items))
	for i, r := range p.items {
		e := entity(r)
		if err := r.err(); err != nil {
			return out, err
		}
		cursors[i] = graph.EncodeCursor(entityCursor(e, order))
		out.Edges[i] = graph.EntityEdge{Cursor: cursors[i], Node: e}
	}
	out.PageInfo = graph.NewPageInfo(p.hasPrevious, p.hasNext, cursors)
	return out, nil
}

func entityCursor(e *graph.Entity, order graph.Order) graph.Cursor {
	if order == graph.ByNameAsc {
		return graph.Cursor{Order: order, Ints: []int64{0}, Texts: []string{fold.Name(e.Name), string(e.ID)}}
	}
	return graph.Cursor{Order: order, Ints: []int64{int64(e.MentionCount)}, Texts: []string{"", string(e.ID)}}
}

func (t *tx) entityList(q *graph.EntityQuery) (*listQuery, error) {
	out := &listQuery{builder: newBuilder(), of: q.In, item: item(entityColumns(), q.Fields), some: q.Fields != nil, count: q.Page.Count}
	out.rank = "x.byMentions"
	if q.Order == graph.ByNameAsc {
		out.rank, out.rest = "x.byName", "x.byNameRest"
	}
	var err error
	out.Window, err = graph.NewWindow(q.Page, q.Order, 1, 2, func(c graph.Cursor) place {
		if q.Order == graph.ByNameAsc {
			rank, rest := nameRank(c.Texts[0], c.Texts[1])
			return place{rank, rest}
		}
		return place{rank: mentionRank(c.Ints[0], c.Texts[1])}
	}, place.compare)
	if err != nil {
		return nil, err
	}
	f := &filters{builder: out.builder}
	filter := q.Filter
	switch {
	case q.In != nil:
		out.match, out.where = "MATCH (:Article {id: of})<-[:MENTIONED_IN]-(x:Entity)", ""
	default:
		out.drive(f, &filter)
	}
	out.filter = f.entity(&filter)
	return out, nil
}

// drive finds entities by the words of their names, or else along the order of their kind or of all. What it takes care of
// it takes out of the filter.
func (q *listQuery) drive(f *filters, filter *graph.EntityFilter) {
	switch words := fold.Words(filter.Text); {
	case len(words) > 0:
		q.match = "CALL db.index.fulltext.queryNodes('newsgraph_names', " + f.bind(luceneNames(filter.Text)) + ") YIELD node AS n\n" +
			"MATCH (n)<-[:KNOWN_AS]-(x:Entity)"
		q.where = all("x.mentionCount > 0", beginWords("n.folded", f.bind(distinct(words))))
		filter.Text = ""
	case len(filter.Kinds) == 1:
		q.match, q.lead = "MATCH (x:Entity)", "x.kind"
		q.where = "x.kind = " + f.bind(filter.Kinds[0]) + " AND " + q.rank + " > ''"
		filter.Kinds = nil
	default:
		q.match, q.where = "MATCH (x:Entity)", q.rank+" > ''"
	}
}

// entity is the condition of the filter on entities "x".
func (f *filters) entity(filter *graph.EntityFilter) cond {
	return graph.JoinFilter(filter, logic(), func(filter *graph.EntityFilter) cond {
		conds := []cond{among(f, "x.kind", filter.Kinds)}
		if filter.MinArticles > 0 {
			conds = append(conds, "x.articleCount >= "+f.bind(filter.MinArticles))
		}
		if words := fold.Words(filter.Text); len(words) > 0 {
			conds = append(conds, "EXISTS { (x)-[:KNOWN_AS]->(o:Name) WHERE "+beginWords("o.folded", f.bind(distinct(words)))+" }")
		}
		return all(conds...)
	})
}

// Lookup returns the entities that are called by each name, see [graph.Store].
func (s *Store) Lookup(ctx context.Context, names []graph.NameQuery) ([][]*graph.Entity, error) {
	params := make([]map[string]any, len(names))
	for i, n := range names {
		folded := fold.Name(n.Name)
		params[i] = map[string]any{"folded": folded, "lookup": short(folded), "kind": n.Kind}
	}
	return read(ctx, s, func(t *tx) ([][]*graph.Entity, error) {
		out := make([][]*graph.Entity, len(names))
		rows, err := t.run(strings.Replace(cypherLookup, "(ITEM)", "("+item(entityColumns(), nil)+")", 1), map[string]any{"names": params, "limit": graph.MaxLookup, "nobody": mentionRank(0, ""), "last": len(names) - 1})
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			found := []*graph.Entity{}
			for _, item := range r.rows("found") {
				found = append(found, entity(item))
			}
			out[r.int("i")] = found
			if err := r.err(); err != nil {
				return nil, err
			}
		}
		return out, nil
	})
}

// Keys returns the keys of each entity that have mentions, see [graph.Store].
func (s *Store) Keys(ctx context.Context, entities []graph.NodeID) ([][]graph.KeyCount, error) {
	return read(ctx, s, func(t *tx) ([][]graph.KeyCount, error) {
		out := make([][]graph.KeyCount, len(entities))
		rows, err := t.run(cypherKeysOf, map[string]any{"ids": entities, "last": len(entities) - 1})
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			var keys []graph.KeyCount
			for _, k := range r.rows("keys") {
				keys = append(keys, graph.KeyCount{Key: k.key("key"), Articles: k.int("articles")})
			}
			slices.SortFunc(keys, func(a, b graph.KeyCount) int { return cmp.Compare(a.Key, b.Key) })
			out[r.int("i")] = keys
			if err := r.err(); err != nil {
				return nil, err
			}
		}
		return out, nil
	})
}
