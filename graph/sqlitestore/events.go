package sqlitestore

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"github.com/newsgraph/newsgraph/graph"
)

// Events returns pages of events, see [graph.Store].
func (s *Store) Events(ctx context.Context, q *graph.EventQuery) ([]graph.EventPage, error) {
	return listed(ctx, s, q, (*conn).eventList, (*conn).fetchEntities, eventPage)
}

func eventPage(q *graph.EventQuery, p *page, nodes map[int64]*graph.Entity) graph.EventPage {
	edges, info := edgesOf(p, timeCursors(q.Order), func(cursor string, it *item) graph.EntityEdge {
		return graph.EntityEdge{Cursor: cursor, Node: copyEntity(nodes[it.n])}
	})
	return graph.EventPage{Edges: edges, PageInfo: info, Total: p.total}
}

func (c *conn) eventList(ctx context.Context, q *graph.EventQuery) (*query, error) {
	window, err := timeWindow(q.Page, q.Order)
	if err != nil {
		return nil, err
	}
	t, err := c.eventTerms(ctx, &q.Filter)
	if err != nil {
		return nil, err
	}
	out := &query{sort: byTime(q.Order), Window: window, count: q.Page.Count}
	switch q.Anchor {
	case graph.AnyEvent:
		out.merge = true
		out.source, out.drivers, err = c.eventDriver(ctx, &q.Filter, &t)
	case graph.TookPart, graph.Acted, graph.HappenedAt:
		out.source = linkedEvents(q.Anchor == graph.HappenedAt)
		if q.Anchor == graph.Acted {
			out.where = all(is(fmt.Sprintf("d.role = %d", partActor)), out.where)
		}
		out.drivers, err = c.drivers(ctx, graph.TypeEntity, q.Of)
	case graph.ReportedIn:
		out.source = reportedEvents("d.article = f.value")
		out.drivers, err = c.drivers(ctx, graph.TypeArticle, q.Of)
	case graph.ToldWithin:
		out.source = reportedEvents("d.statement = f.value")
		out.drivers, err = c.drivers(ctx, graph.TypeStatement, q.Of)
	}
	out.filter = t.event(&q.Filter)
	if err == nil && q.With != nil {
		role := pick(q.Anchor == graph.Acted, fmt.Sprintf("w.role = %d", partRecipient), "w.place = 0")
		err = c.restrict(ctx, out, q.With, "EXISTS (SELECT 1 FROM event_links w WHERE w.event = t.n AND "+role+" AND w.entity = ? ->> f.key)")
	}
	return out, err
}

// firstPart holds for one row of those that an event has for an entity.
const firstPart = `NOT EXISTS (SELECT 1 FROM event_links o WHERE o.event = d.event AND o.place = d.place AND o.entity = d.entity
AND (o.role, o.key) < (d.role, d.key))`

// linkedEvents are the events in which an entity takes part, or that happened at it.
func linkedEvents(place bool) source {
	return source{
		table: "events", item: "d.event", alias: "d",
		from:  "event_links d INDEXED BY event_links_down" + eventJoin,
		where: is(fmt.Sprintf("d.place = %d AND d.entity = f.value AND %s", pick(place, 1, 0), firstPart)),
	}
}

func reportedEvents(where string) source {
	return source{
		table: "events", item: "t.n", alias: "t", repeated: true,
		from: "reports d CROSS JOIN events t ON t.n = d.entity", where: is(where),
	}
}

// eventDriver chooses how to find the events that a filter selects, like statementDriver.
func (c *conn) eventDriver(ctx context.Context, f *graph.EventFilter, t *terms) (source, []any, error) {
	var candidates []candidate
	var types []any
	for _, f := range graph.RequiredFilters(f) {
		if len(f.Types) > 0 {
			types = anys(slices.Compact(slices.Sorted(slices.Values(f.Types))))
		}
		for _, who := range [][]graph.NodeID{f.Participants, f.Actors, f.Recipients} {
			if len(who) > 0 {
				candidates = append(candidates, candidate{source: linkedEvents(false), drivers: lookup(t.entities, who)})
			}
		}
		if len(f.Places) > 0 {
			candidates = append(candidates, candidate{source: linkedEvents(true), drivers: lookup(t.entities, f.Places)})
		}
		if len(f.Articles) > 0 {
			candidates = append(candidates, candidate{source: reportedEvents("d.article = f.value"), drivers: lookup(t.articles, f.Articles)})
		}
	}
	best, err := c.choose(ctx, candidates)
	if err != nil {
		return source{}, nil, err
	}
	switch {
	case best != nil:
		return best.source, anys(best.drivers), nil
	case types != nil:
		return source{table: "events", from: "events t INDEXED BY events_type", item: "t.n", alias: "t", where: is("t.type = f.value")}, types, nil
	}
	return source{table: "events", from: "events t INDEXED BY events_down", item: "t.n", alias: "t"}, anywhere(), nil
}

func (c *conn) eventTerms(ctx context.Context, f *graph.EventFilter) (terms, error) {
	var entities, articles []graph.NodeID
	graph.EachFilter(f, func(f *graph.EventFilter) {
		entities = slices.Concat(entities, f.Participants, f.Actors, f.Recipients, f.Places, f.ReportedBy)
		articles = append(articles, f.Articles...)
	})
	return c.terms(ctx, textIndex{}, entities, articles, nil)
}

// event is the condition of the filter on events "t".
func (t *terms) event(f *graph.EventFilter) cond {
	return graph.JoinFilter(f, logic(), func(f *graph.EventFilter) cond {
		conds := []cond{
			unlessEmpty(f.Types, func() cond { return in("t.type", f.Types) }),
			unlessEmpty(f.Modes, func() cond { return in("t.mode", f.Modes) }),
			unlessEmpty(f.Statuses, func() cond { return in("t.status", f.Statuses) }),
			t.hasPart("0, 1", f.Participants),
			t.hasPart("0", f.Actors),
			t.hasPart("1", f.Recipients),
			t.hasPart("2", f.Places),
			happenedIn(f.Within),
			unlessEmpty(f.Articles, func() cond { return reported("", in("r.article", lookup(t.articles, f.Articles))) }),
			unlessEmpty(f.Sources, func() cond {
				return reported(" CROSS JOIN articles a ON a.n = r.article", in("a.source", f.Sources))
			}),
			unlessEmpty(f.ReportedBy, func() cond {
				return reported(" CROSS JOIN statements s ON s.n = r.statement",
					all(is("s.speaker IS NOT NULL"), in("s.speaker", lookup(t.entities, f.ReportedBy))))
			}),
			confident(f.MinConfidence),
		}
		if f.Asserted != nil {
			conds = append(conds, is("t.asserted = ?", *f.Asserted))
		}
		if f.MinReports > 0 {
			conds = append(conds, is("t.reports >= ?", f.MinReports))
		}
		return all(conds...)
	})
}

// hasPart holds for events with one of the entities in one of the roles.
func (t *terms) hasPart(roles string, ids []graph.NodeID) cond {
	return unlessEmpty(ids, func() cond {
		c := t.among("l.entity", ids)
		return is("EXISTS (SELECT 1 FROM event_links l WHERE l.event = t.n AND l.role IN ("+roles+") AND "+c.where()+")", c.args...)
	})
}

// reported holds for events with a report "r", which may be joined to more, for which the condition does.
func reported(join string, c cond) cond {
	return is("EXISTS (SELECT 1 FROM reports r INDEXED BY reports_down"+join+" WHERE r.entity = t.n AND "+c.where()+")", c.args...)
}

// happenedIn holds for events that have a second in the range.
func happenedIn(r graph.TimeRange) cond {
	if r.Open() {
		return cond{}
	}
	conds := []cond{is("t.down < ?", int64(missing))}
	if !r.From.IsZero() {
		conds = append(conds, is("t.last >= ?", ceilUnix(r.From)))
	}
	if !r.To.IsZero() {
		conds = append(conds, is("t.start < ?", ceilUnix(r.To)))
	}
	return all(conds...)
}

const sqlCores = `SELECT e.n, e.type, e.mode, e.status, e.asserted, e.confidence, e.reports, e.down, e.body,
(SELECT r.down FROM reports r INDEXED BY reports_down WHERE r.entity = e.n AND r.down < 9223372036854775807 ORDER BY r.down DESC LIMIT 1),
(SELECT r.down FROM reports r INDEXED BY reports_down WHERE r.entity = e.n AND r.down < 9223372036854775807 ORDER BY r.down LIMIT 1)
FROM json_each(?) f CROSS JOIN events e ON e.n = f.value`

// fetchCores reads what the reports of those of the entities that are events come to.
func (c *conn) fetchCores(ctx context.Context, nodes map[int64]*graph.Entity) error {
	var events []int64
	for n, e := range nodes {
		if e.Kind == graph.KindEvent {
			events = append(events, n)
		}
	}
	if len(events) == 0 {
		return nil
	}
	bodies, keys := map[int64]packedCore{}, map[int64]keyEntity{}
	err := c.query(ctx, sqlCores, []any{list(events)}, func(rows *sql.Rows) error {
		var n, down int64
		var first, last sql.NullInt64
		var body sql.RawBytes
		core := &graph.EventCore{}
		err := rows.Scan(&n, &core.Type, &core.Mode, &core.Status, &core.Asserted, &core.Confidence, &core.Reports, &down, &body, &first, &last)
		if err != nil {
			return err
		}
		var p packedCore
		if err := json.Unmarshal(body, &p); err != nil {
			return fmt.Errorf("event %d: %w", n, err)
		}
		core.At = up(down)
		see(nodes[n], seen(first), seen(last))
		nodes[n].Event, bodies[n] = core, p
		(&packedReport{Who: p.Who, Place: p.Place}).name(keys)
		return nil
	})
	if err != nil {
		return err
	}
	if err := c.keyEntities(ctx, keys); err != nil {
		return err
	}
	for n, p := range bodies {
		p.unpack(nodes[n].Event, keys)
	}
	return nil
}

// see takes the times of reports into those of an entity.
func see(e *graph.Entity, first, last time.Time) {
	if !first.IsZero() && (e.FirstSeen.IsZero() || first.Before(e.FirstSeen)) {
		e.FirstSeen = first
	}
	if last.After(e.LastSeen) {
		e.LastSeen = last
	}
}

func (p *packedCore) unpack(c *graph.EventCore, keys map[int64]keyEntity) {
	c.From, c.To, c.Precision = p.From, p.To, p.Precision
	c.Participants = unpackParts(p.Who, keys)
	byKey := map[graph.Key]graph.NodeID{}
	for _, who := range c.Participants {
		byKey[who.Key] = who.Entity
	}
	if p.Place != 0 {
		c.PlaceKey = keys[p.Place].key
		byKey[c.PlaceKey] = keys[p.Place].entity
	}
	c.Bind(func(key graph.Key) graph.NodeID { return byKey[key] })
}
