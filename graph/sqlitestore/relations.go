package sqlitestore

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/newsgraph/newsgraph/graph"
)

// Relations returns pages of relations, see [graph.Store].
//
// Who is at the other end is counted here and not by the database: a sum over the articles of a much mentioned entity is
// several times faster so, and the graph need not keep pairs, of which an article has hundreds.
func (s *Store) Relations(ctx context.Context, q *graph.RelationQuery) ([]graph.RelationPage, error) {
	return read(ctx, s, func(ctx context.Context, c *conn) ([]graph.RelationPage, error) {
		drivers, err := c.drivers(ctx, graph.TypeEntity, q.Of)
		if err != nil {
			return nil, err
		}
		return c.relations(ctx, q, drivers)
	})
}

func (c *conn) relations(ctx context.Context, q *graph.RelationQuery, drivers []any) ([]graph.RelationPage, error) {
	if q.Among {
		drivers = distinctDrivers(drivers)
	}
	count := &relationCount{RelationQuery: q, drivers: drivers, partial: make([]bool, len(drivers))}
	for _, list := range count.lists() {
		if err := c.countRelations(ctx, count, list); err != nil {
			return nil, err
		}
	}
	return c.relationPages(ctx, count)
}

// distinctDrivers leaves out what is not in the graph, and what is there already.
func distinctDrivers(drivers []any) []any {
	out := []any{}
	for _, d := range drivers {
		if d != nil && !slices.Contains(out, d) {
			out = append(out, d)
		}
	}
	return out
}

// relationCount is a counting of relations.
type relationCount struct {
	*graph.RelationQuery
	drivers []any
	tallies []*tally
	partial []bool // of each driver
}

// tally counts the relations of a driver of one kind in one direction.
type tally struct {
	driver int
	kind   graph.RelationKind
	in     bool // they lead to the driver
	ties   []tied
	places map[int64]int // of the other ends in ties
}

// tied is what was counted for a relation.
type tied struct {
	other       int64
	weight      int
	first, last int64 // least and greatest time, as "down"; missing when no item has one
	tones       graph.ToneBalance
	item        int64 // what was counted last
	tone        graph.Tone
}

// newTallies makes a tally for each driver.
func (r *relationCount) newTallies(kind graph.RelationKind, in bool) []*tally {
	out := make([]*tally, len(r.drivers))
	for i := range out {
		out[i] = &tally{driver: i, kind: kind, in: in, places: map[int64]int{}}
	}
	r.tallies = append(r.tallies, out...)
	return out
}

// add counts an item; it comes several times, one after the other, when an end has several keys in it.
func (t *tally) add(other, item, down int64, tone graph.Tone) {
	at, there := t.places[other]
	if !there {
		at = len(t.ties)
		t.places[other] = at
		t.ties = append(t.ties, tied{other: other, first: missing, last: missing})
	}
	t.ties[at].add(item, down, tone)
}

func (a *tied) add(item, down int64, tone graph.Tone) {
	if a.weight > 0 && a.item == item {
		if tone != a.tone {
			a.tones.Add(a.tone, -1)
			a.tones.Add(graph.Neutral, 1)
			a.tone = graph.Neutral
		}
		return
	}
	a.weight, a.item, a.tone = a.weight+1, item, tone
	a.tones.Add(tone, 1)
	if down == missing {
		return
	}
	if a.first == missing || down > a.first { // "down" is minus the time
		a.first = down
	}
	a.last = min(a.last, down)
}

// relationList is what is looked at for a kind and a direction, and how it is counted.
type relationList struct {
	rows   cond // SELECT of driver and what it has
	newest cond // the items of a driver, the newest first, each once, without a LIMIT; none where all count
	scan   func(*sql.Rows) error
}

func (r *relationCount) lists() []relationList {
	var out []relationList
	for _, kind := range r.Kinds {
		switch {
		case !kind.Directed() && r.Among:
			out = append(out, r.ofBoth(kind))
		case kind == graph.CoMentioned:
			out = append(out, r.mentionedWith())
		case kind == graph.TookPartWith:
			out = append(out, r.oneByOne(kind, false))
		default:
			if r.Direction != graph.Inward {
				out = append(out, r.oneByOne(kind, false))
			}
			if r.Direction != graph.Outward && !r.Among {
				out = append(out, r.oneByOne(kind, true))
			}
		}
	}
	return out
}

// oneByOne reads a row for each item and other end.
func (r *relationCount) oneByOne(kind graph.RelationKind, in bool) relationList {
	var list relationList
	switch {
	case kind.ByEvents():
		list.rows, list.newest = r.tookPartSQL(kind, in)
	case kind == graph.HoldsRole:
		list.rows = r.rolesSQL(in)
	case in:
		list.rows, list.newest = r.saidToSQL(linkRole(kind))
	default:
		list.rows, list.newest = r.saidBySQL(linkRole(kind))
	}
	tallies := r.newTallies(kind, in)
	list.scan = func(rows *sql.Rows) error {
		var driver int
		var item, down, other int64
		var tone graph.Tone
		err := rows.Scan(&driver, &item, &down, &other, &tone)
		tallies[driver].add(other, item, down, tone)
		return err
	}
	return list
}

func linkRole(kind graph.RelationKind) int { return pick(kind == graph.SaidTo, roleTo, roleAbout) }

// mentionedWith reads the entities of each of the newest articles of a driver.
func (r *relationCount) mentionedWith() relationList {
	newest := r.ofDriver(graph.CoMentioned, "item")
	from := r.limited(newest)
	where := all(cond{"t.n IN " + from.sql, from.args}, unlessEmpty(r.Filter.Sources, func() cond { return in("+t.source", r.Filter.Sources) }))
	const text = `SELECT f.key, t.n, t.down, (SELECT json_group_array(m.entity) FROM mentions m WHERE m.article = t.n)
FROM json_each(?) f CROSS JOIN articles t WHERE `
	rows := is(text+where.sql, append([]any{list(r.drivers)}, where.args...)...)
	tallies := r.newTallies(graph.CoMentioned, false)
	return relationList{rows: rows, newest: newest, scan: func(rows *sql.Rows) error {
		var driver int
		var article, down int64
		var packed sql.RawBytes
		if err := rows.Scan(&driver, &article, &down, &packed); err != nil {
			return err
		}
		var entities []int64
		if err := json.Unmarshal(packed, &entities); err != nil {
			return fmt.Errorf("entities of article %d: %w", article, err)
		}
		for _, other := range entities {
			if other != r.drivers[driver] {
				tallies[driver].add(other, article, down, "")
			}
		}
		return nil
	}}
}

// ofBoth reads the newest articles or events of each driver and brings together those that have one in common.
func (r *relationCount) ofBoth(kind graph.RelationKind) relationList {
	newest := r.ofDriver(kind, "item, d.down")
	from := r.limited(newest)
	where := r.fromSources("newest.item")
	if kind == graph.TookPartWith {
		where = r.eventHolds("newest.item")
	}
	all := where.sql == ""
	if all { // one more shows whether there are more
		from.args[len(from.args)-1] = r.Newest + 1
		newest = cond{}
	}
	text := "SELECT f.key, (SELECT json_array(json_group_array(newest.item), json_group_array(newest.down)) FROM " + from.sql +
		" newest WHERE " + where.where() + ") FROM json_each(?) f"
	together := map[int64][]int{}
	rows := is(text, slices.Concat(from.args, where.args, []any{list(r.drivers)})...)
	tallies := r.newTallies(kind, false)
	return relationList{rows: rows, newest: newest, scan: func(rows *sql.Rows) error {
		var driver int
		var packed sql.RawBytes
		if err := rows.Scan(&driver, &packed); err != nil {
			return err
		}
		var of [2][]int64
		if err := json.Unmarshal(packed, &of); err != nil {
			return fmt.Errorf("items of entity %v: %w", r.drivers[driver], err)
		}
		if all && len(of[0]) > r.Newest {
			r.partial[driver], of[0] = true, of[0][:r.Newest]
		}
		pairs := make([]tied, driver) // with those before this one: there are too many to look each up
		for i, item := range of[0] {
			for _, before := range together[item] {
				if pairs[before].weight == 0 {
					pairs[before] = tied{first: missing, last: missing}
				}
				pairs[before].add(item, of[1][i], "")
			}
			together[item] = append(together[item], driver)
		}
		for before := range pairs {
			if pairs[before].weight > 0 {
				pairs[before].other, _ = r.drivers[before].(int64)
				tallies[driver].ties = append(tallies[driver].ties, pairs[before])
			}
		}
		return nil
	}}
}

func (c *conn) countRelations(ctx context.Context, r *relationCount, of relationList) error {
	if err := c.query(ctx, of.rows.sql, of.rows.args, of.scan); err != nil {
		return err
	}
	if of.newest.sql == "" {
		return nil
	}
	one := is("(SELECT 1 FROM ("+of.newest.sql+" LIMIT 1 OFFSET ?))", append(slices.Clone(of.newest.args), r.Newest)...)
	text := "SELECT f.key FROM json_each(?) f WHERE " + one.sql + " IS NOT NULL"
	return c.query(ctx, text, append([]any{list(r.drivers)}, one.args...), func(rows *sql.Rows) error {
		var driver int
		err := rows.Scan(&driver)
		r.partial[driver] = true
		return err
	})
}
