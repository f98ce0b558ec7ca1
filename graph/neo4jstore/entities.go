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
	id                 string
	kind               graph.Kind
	key                graph.Key // the least of its group
	existed            bool
	articles, mentions int
	first, last        time.Time
	names              map[string]nameCount
	stored             map[string]nameCount // names in the database
	chosen             []graph.Judgement    // names that persons chose for its keys

	recount bool        // keys moved: count anew
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

// lockEntities locks and reads the entities that the keys of the change belong to, before and after it.
func (c *change) lockEntities() error {
	kinds := map[string]graph.Kind{}
	fresh := map[graph.Key]bool{}
	for _, r := range c.fresh {
		for _, a := range r.Actors {
			fresh[a.Key] = true
		}
	}
	for key, k := range c.keys {
		if k.stored > 0 {
			kinds[k.was] = key.Kind()
		}
		if k.stored > 0 || fresh[key] {
			kinds[k.entity] = key.Kind()
		}
	}
	params := []map[string]any{}
	for _, id := range slices.Sorted(maps.Keys(kinds)) {
		params = append(params, map[string]any{"id": id, "kind": kinds[id]})
	}
	rows, err := c.lockRows(cypherLockEntities, map[string]any{"entities": params})
	if err != nil {
		return err
	}
	for _, r := range rows {
		e := readEntityState(r)
		if err := r.err(); err != nil {
			return err
		}
		if chosen, judged := c.chosen[e.id]; judged {
			e.chosen = chosen
		}
		c.entities[e.id] = e
	}
	for _, k := range c.keys {
		if k.moves() {
			c.entities[k.was].recount, c.entities[k.entity].recount = true, true
		}
	}
	return nil
}

func readEntityState(r row) *entityState {
	e := &entityState{
		id: r.text("id"), kind: graph.Kind(r.text("kind")), key: r.key("key"),
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

// settle brings entities in line with what was taken out and written.
func (c *change) settle() error {
	for _, old := range c.taken {
		c.tally(old, -1)
	}
	for _, r := range c.fresh {
		c.tally(readingOf(r), 1)
	}
	if err := c.recount(); err != nil {
		return err
	}
	if err := c.extremes(); err != nil {
		return err
	}
	for _, e := range c.entities {
		e.choose()
	}
	return c.writeEntities()
}

// tally adds (sign 1) or takes away (-1) what a reading gives to its keys, to its entities and to the counters.
func (c *change) tally(r *reading, sign int) {
	seen := map[*entityState]bool{}
	for _, a := range r.actors {
		k := c.keys[a.key]
		k.articles += sign
		c.counts[countMentions] += sign * len(a.forms)
		e := c.entities[k.entity]
		if e == nil || e.recount {
			continue
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
	full := e.names[a.name]
	full.articles += sign
	if a.nameless {
		full.nameless += sign
	}
	e.names[a.name] = full
	for i, form := range a.forms {
		if form == graph.FormName {
			surface := e.names[a.names[i]]
			surface.mentions += sign
			e.names[a.names[i]] = surface
		}
	}
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

// recount reads anew what the entities of moved keys add up to.
func (c *change) recount() error {
	ids := c.entityIDs(func(e *entityState) bool { return e.recount })
	if len(ids) == 0 {
		return nil
	}
	rows, err := c.run(cypherRecount, map[string]any{"ids": ids})
	if err != nil {
		return err
	}
	for _, r := range rows {
		e := c.entities[r.text("id")]
		e.articles, e.mentions = r.int("articles"), r.int("mentions")
		e.first, e.last = r.time("first"), r.time("last")
		clear(e.names)
		for _, n := range r.rows("full") {
			e.names[n.text("text")] = nameCount{articles: n.int("n")}
		}
		for _, n := range r.rows("nameless") {
			count := e.names[n.text("text")]
			count.articles, count.nameless = count.articles+n.int("n"), n.int("n")
			e.names[n.text("text")] = count
		}
		for _, n := range r.rows("surface") {
			count := e.names[n.text("text")]
			count.mentions = n.int("n")
			e.names[n.text("text")] = count
		}
		if err := r.err(); err != nil {
			return err
		}
	}
	return nil
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
