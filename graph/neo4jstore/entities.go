package neo4jstore

import (
	"cmp"
	"maps"
	"slices"
	"time"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/graph/fold"
)

// entityState is an entity that a change has locked.
type entityState struct {
	id, was, hub       string // was is the id that it has in the database
	kind               graph.Kind
	key                graph.Key // the least of its group; "" for an entity that goes
	existed            bool
	articles, mentions int
	first, last        time.Time
	names              map[string]nameCount
	stored             map[string]nameCount // names in the database
	chosen             []graph.Judgement    // names that persons chose for its keys

	removed []time.Time // dates of articles that do not mention it any more
}

// nameCount tells how often a name is used for an entity.
type nameCount struct {
	articles int // in how many articles it is the full name
	mentions int // how many mentions of form NAME are exactly this
	chosen   int // how many judgements of persons on its keys chose it
	nameless int // in how many of the articles nobody can find it by this name
}

// folded gives the name the form in which it is found.
func (n nameCount) folded(name string) string {
	if n.mentions == 0 && n.chosen == 0 && n.articles == n.nameless {
		return ""
	}
	return fold.Name(name)
}

func readEntityState(r row) *entityState {
	e := &entityState{
		id: r.text("id"), was: r.text("id"), hub: r.text("hub"), kind: graph.Kind(r.text("kind")), key: r.key("key"),
		articles: r.int("articles"), mentions: r.int("mentions"),
		first: r.time("first"), last: r.time("last"),
		stored: map[string]nameCount{},
	}
	e.existed = e.articles > 0
	for _, n := range r.rows("names") {
		e.stored[n.text("text")] = nameCount{articles: n.int("articles"), mentions: n.int("mentions"), chosen: n.int("chosen"), nameless: n.int("nameless")}
	}
	for _, j := range r.rows("chosen") {
		e.chosen = append(e.chosen, judgement(j))
	}
	e.names = maps.Clone(e.stored)
	return e
}

// settle brings entities in line with what was written.
func (c *change) settle() error {
	for _, r := range c.fresh {
		c.tally(readingOf(r), 1)
	}
	if err := c.extremes(); err != nil {
		return err
	}
	for _, e := range c.entities {
		e.choose()
	}
	return c.writeEntities()
}

// tally adds (sign 1) or takes away (-1) what a reading gives to its keys, to the counters, and to the entities that they have after the
// change or had before it.
func (c *change) tally(r *reading, sign int) {
	seen := map[*entityState]bool{}
	for _, a := range r.actors {
		k := c.keys[a.key]
		k.articles += sign
		c.counts[countMentions] += sign * len(a.forms)
		e := c.entities[k.entity]
		if sign < 0 {
			e = c.before[k.was]
		}
		e.add(a, sign)
		if !seen[e] {
			seen[e] = true
			e.addArticle(r.published, sign)
		}
	}
	for _, kind := range r.statements {
		c.counts[string(kind)] += sign
	}
	c.counts[countReports] += sign * len(r.reports)
}

func (e *entityState) add(a actor, sign int) {
	e.mentions += sign * len(a.forms)
	full := nameCount{articles: 1}
	if a.nameless {
		full.nameless = 1
	}
	e.addName(a.name, full, sign)
	for i, form := range a.forms {
		if form == graph.FormName {
			e.addName(a.names[i], nameCount{mentions: 1}, sign)
		}
	}
}

// addName adds (sign 1) or takes away (-1) what a name counts.
func (e *entityState) addName(name string, n nameCount, sign int) {
	sum := e.names[name]
	sum.articles += sign * n.articles
	sum.mentions += sign * n.mentions
	sum.nameless += sign * n.nameless
	e.names[name] = sum
}

// choose counts anew the names that persons chose.
func (e *entityState) choose() {
	for name, n := range e.names {
		n.chosen = 0
		e.names[name] = n
	}
	for _, j := range e.chosen {
		n := e.names[j.Name]
		n.chosen++
		e.names[j.Name] = n
	}
}

func (e *entityState) addArticle(published time.Time, sign int) {
	e.articles += sign
	e.seen(published, sign)
}

// seen notes that an article of a date, zero for none, came (sign 1) or went (-1).
func (e *entityState) seen(published time.Time, sign int) {
	switch {
	case published.IsZero():
	case sign < 0:
		e.removed = append(e.removed, published)
	default:
		if e.first.IsZero() || published.Before(e.first) {
			e.first = published
		}
		if published.After(e.last) {
			e.last = published
		}
	}
}

// extremes reads anew the first and last dates of entities that lost an article of such a date.
func (c *change) extremes() error {
	ids := c.entityIDs(func(e *entityState) bool {
		return e.articles > 0 && slices.ContainsFunc(e.removed, func(t time.Time) bool {
			return !e.first.Before(t) || !e.last.After(t)
		})
	})
	if len(ids) == 0 {
		return nil
	}
	rows, err := c.run(cypherExtremes, map[string]any{"ids": ids, "missing": missingTime})
	if err != nil {
		return err
	}
	for _, r := range rows {
		e := c.entities[r.text("id")]
		e.first, e.last = r.time("first"), r.time("last")
		if err := r.err(); err != nil {
			return err
		}
	}
	return nil
}

func (c *change) entityIDs(which func(*entityState) bool) []string {
	ids := []string{}
	for _, id := range slices.Sorted(maps.Keys(c.entities)) {
		if which(c.entities[id]) {
			ids = append(ids, id)
		}
	}
	return ids
}

func (c *change) writeEntities() error {
	params := []map[string]any{}
	for _, id := range slices.Sorted(maps.Keys(c.entities)) {
		e := c.entities[id]
		if e.existed && e.articles == 0 {
			c.counts[string(e.kind)]--
		}
		if e.articles == 0 {
			continue
		}
		if !e.existed {
			c.counts[string(e.kind)]++
		}
		params = append(params, e.params(c.batch.Places))
	}
	if len(params) == 0 {
		return nil
	}
	_, err := c.run(cypherWriteEntities, map[string]any{"entities": params})
	return err
}

// params is a row of write_entities.cypher.
func (e *entityState) params(places graph.Places) map[string]any {
	var candidates []graph.NameCount
	aliases := []graph.Alias{}
	for name, n := range e.names {
		if n.articles > 0 {
			candidates = append(candidates, graph.NameCount{Name: name, Articles: n.articles})
		}
		if n.mentions > 0 {
			aliases = append(aliases, graph.Alias{Name: name, Mentions: n.mentions})
		}
	}
	slices.SortFunc(aliases, func(a, b graph.Alias) int {
		return cmp.Or(cmp.Compare(b.Mentions, a.Mentions), cmp.Compare(a.Name, b.Name))
	})
	names, mentions := make([]string, len(aliases)), make([]int, len(aliases))
	for i, a := range aliases {
		names[i], mentions[i] = a.Name, a.Mentions
	}
	name := cmp.Or(graph.ChosenName(e.chosen), graph.BestName(e.kind, candidates))
	byName, rest := nameRank(fold.Name(name), e.id)
	out := e.nameChanges()
	var byMentions any = mentionRank(int64(e.mentions), e.id)
	var inNames any = byName
	if e.mentions == 0 { // the lists of entities leave it out
		byMentions, inNames = nil, nil
	}
	props := map[string]any{
		"id": e.id, "name": name, "aliases": names, "aliasMentions": mentions,
		"articleCount": e.articles, "mentionCount": e.mentions,
		"firstSeen": orNull(e.first), "lastSeen": orNull(e.last),
		"byMentions": byMentions, "byName": inNames, "byNameRest": rest,
	}
	if e.id != e.was {
		for _, name := range []string{"geoNames", "placeType", "latitude", "longitude", "countryCode", "countryKey"} {
			props[name] = nil
		}
	}
	if p := graph.PlaceOf(places, e.key); p != nil {
		maps.Copy(props, map[string]any{
			"geoNames": p.GeoNames, "placeType": string(p.Type), "latitude": p.Latitude, "longitude": p.Longitude,
			"countryCode": p.CountryCode, "countryKey": string(p.CountryKey),
		})
	}
	out["props"] = props
	return out
}

// nameChanges tells which of the entity's names come, go and change.
func (e *entityState) nameChanges() map[string]any {
	var created, updated []map[string]any
	drop := []string{}
	for name, n := range e.names {
		old, there := e.stored[name]
		switch {
		case n == (nameCount{}):
			if there {
				drop = append(drop, name)
			}
		case !there:
			folded := n.folded(name)
			created = append(created, map[string]any{
				"text": name, "folded": folded, "lookup": short(folded), "articles": n.articles, "mentions": n.mentions, "chosen": n.chosen, "nameless": n.nameless,
			})
		case n != old:
			row := map[string]any{"text": name, "articles": n.articles, "mentions": n.mentions, "chosen": n.chosen, "nameless": n.nameless}
			if folded := n.folded(name); folded != old.folded(name) {
				row["folded"], row["lookup"] = folded, short(folded)
			}
			updated = append(updated, row)
		}
	}
	for name := range e.stored {
		if _, there := e.names[name]; !there {
			drop = append(drop, name)
		}
	}
	return map[string]any{"create": created, "update": updated, "drop": drop}
}
