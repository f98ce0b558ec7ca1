package neo4jstore

import (
	"cmp"
	"context"
	"slices"

	"github.com/newsgraph/newsgraph/graph"
)

// cypherCore is what the reports of an event "x" come to.
const cypherCore = `.type, .mode, .status, .from, .to, .precision, .at, .asserted, .confidence, .reports,
  took: CASE WHEN x.reports IS NULL THEN [] ELSE [(x)<-[l:TOOK_PART]-(e) | l {entity: e.id, .key, .as, .nth}] END,
  place: CASE WHEN x.reports IS NULL THEN [] ELSE [(x)-[l:AT]->(e) | l {entity: e.id, .key}] END`

// core reads what the reports of an event come to; nil for an entity without reports.
func core(r row) *graph.EventCore {
	if r.missing("reports") {
		return nil
	}
	out := &graph.EventCore{
		Type: graph.EventType(r.text("type")), Mode: r.text("mode"), Status: graph.EventStatus(r.text("status")),
		From: r.time("from"), To: r.time("to"), Precision: graph.Precision(r.text("precision")), At: r.time("at"),
		Asserted: r.bool("asserted"), Confidence: r.float("confidence"), Reports: r.int("reports"), Participants: []graph.Participant{},
	}
	took := r.rows("took")
	slices.SortFunc(took, func(a, b row) int { return cmp.Compare(a.int("nth"), b.int("nth")) })
	entities := map[graph.Key]graph.NodeID{}
	for _, l := range took {
		out.Participants = append(out.Participants, graph.Participant{Key: l.key("key"), As: graph.ParticipantRole(l.text("as"))})
		entities[l.key("key")] = l.id("entity")
	}
	for _, l := range r.rows("place") {
		out.PlaceKey = l.key("key")
		entities[out.PlaceKey] = l.id("entity")
	}
	out.Bind(func(key graph.Key) graph.NodeID { return entities[key] })
	return out
}

// Events returns pages of events, see [graph.Store].
func (s *Store) Events(ctx context.Context, q *graph.EventQuery) ([]graph.EventPage, error) {
	return read(ctx, s, func(t *tx) ([]graph.EventPage, error) { return t.events(q) })
}

func (t *tx) events(q *graph.EventQuery) ([]graph.EventPage, error) {
	list, err := t.eventList(q)
	if err != nil {
		return nil, err
	}
	pages, err := t.pages(list)
	if err != nil {
		return nil, err
	}
	out := make([]graph.EventPage, len(pages))
	for i, p := range pages {
		if out[i], err = eventPage(p, q.Order); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func eventPage(p listPage, order graph.Order) (graph.EventPage, error) {
	out := graph.EventPage{Edges: make([]graph.EntityEdge, len(p.items)), Total: p.total}
	cursors := make([]string, len(p.items))
	for i, r := range p.items {
		e := entity(r)
		if err := r.err(); err != nil {
			return out, err
		}
		cursors[i] = graph.EncodeCursor(graph.Cursor{
			Order: order, Ints: []int64{graph.SortTime(e.Event.At, order)}, Texts: []string{string(e.ID)},
		})
		out.Edges[i] = graph.EntityEdge{Cursor: cursors[i], Node: e}
	}
	out.PageInfo = graph.NewPageInfo(p.hasPrevious, p.hasNext, cursors)
	return out, nil
}

// The relationships between events and those who take part, and the places.
const (
	matchTook = "MATCH ()-[m:TOOK_PART]->(x:Event)"
	matchAt   = "MATCH ()<-[m:AT]-(x:Event)"
)

func (t *tx) eventList(q *graph.EventQuery) (*listQuery, error) {
	out := &listQuery{builder: newBuilder(), item: item(entityColumns(), nil), count: q.Page.Count}
	var err error
	if out.Window, err = timeWindow(q.Page, q.Order); err != nil {
		return nil, err
	}
	named := slices.Clone(q.With)
	graph.EachFilter(&q.Filter, func(f *graph.EventFilter) {
		named = slices.Concat(named, f.Participants, f.Actors, f.Recipients, f.Places, f.ReportedBy)
	})
	f, err := t.newFilters(out.builder, named)
	if err != nil {
		return nil, err
	}
	filter := q.Filter
	rank := "x." + timeProperty(q.Order)
	if q.Anchor != graph.AnyEvent {
		out.of = append([]graph.NodeID{}, q.Of...) // not nil: a page for each, none for none
	}
	switch q.Anchor {
	case graph.AnyEvent:
		out.source = f.eventSource(&filter, q.Order)
	case graph.TookPart:
		out.source, out.entities = linked(matchTook, "of", q.Order), true
	case graph.Acted:
		out.source, out.entities = linked(matchTook, "of", q.Order), true
		out.where = all(out.where, "m.as = 'ACTOR'")
	case graph.HappenedAt:
		out.source, out.entities = linked(matchAt, "of", q.Order), true
	case graph.ReportedIn:
		out.source = source{match: "MATCH (:Article {id: of})<-[:REPORTED_IN]-(x:Event)", rank: rank}
	case graph.ToldWithin:
		out.source = source{match: "MATCH (:Statement {id: of})<-[:REPORTED_BY]-(x:Event)", rank: rank}
	}
	pattern := "(x)<-[o:TOOK_PART]-()"
	if q.Anchor == graph.Acted {
		pattern = "(x)<-[o:TOOK_PART {as: 'RECIPIENT'}]-()"
	}
	out.filter = all(f.event(&filter), f.with(pattern, q.With))
	return out, nil
}

// eventSource finds events by what in the filter selects most, or else along their order, like statementSource.
func (f *filters) eventSource(filter *graph.EventFilter, order graph.Order) source {
	rank := "x." + timeProperty(order)
	if len(filter.Articles) > 0 {
		ids := f.bind(filter.Articles)
		filter.Articles = nil
		return source{match: "MATCH (a:Article)\nWHERE a.id IN " + ids + "\nMATCH (a)<-[:REPORTED_IN]-(x:Event)", rank: rank}
	}
	for _, link := range []struct {
		match    string
		entities *[]graph.NodeID
		all      bool // the link takes care of all of it
	}{{matchTook, &filter.Participants, true}, {matchTook, &filter.Actors, false}, {matchTook, &filter.Recipients, false}, {matchAt, &filter.Places, true}} {
		if len(*link.entities) == 0 {
			continue
		}
		current := f.current(*link.entities)
		if link.all {
			*link.entities = nil
		}
		if len(current) == 1 {
			return linked(link.match, f.bind(current[0]), order)
		}
		rank := "m." + timeProperty(order)
		return source{match: link.match, where: "m.hub IN " + f.bind(current) + " AND " + rank + " > ''", rank: rank}
	}
	if len(filter.Types) == 1 {
		of := f.bind(filter.Types[0])
		filter.Types = nil
		return source{match: "MATCH (x:Event)", where: "x.type = " + of + " AND " + rank + " > ''", lead: "x.type", rank: rank}
	}
	return source{match: "MATCH (x:Event)", where: rank + " > ''", rank: rank}
}

// event is the condition of the filter on events "x".
func (f *filters) event(filter *graph.EventFilter) cond {
	return graph.JoinFilter(filter, logic(), func(filter *graph.EventFilter) cond {
		conds := []cond{
			among(f, "x.type", filter.Types),
			in(f, "x.mode", filter.Modes),
			in(f, "x.status", filter.Statuses),
			f.anyLink("(x)<-[o:TOOK_PART]-()", filter.Participants),
			f.anyLink("(x)<-[o:TOOK_PART {as: 'ACTOR'}]-()", filter.Actors),
			f.anyLink("(x)<-[o:TOOK_PART {as: 'RECIPIENT'}]-()", filter.Recipients),
			f.anyLink("(x)-[o:AT]->()", filter.Places),
			f.anyLink("(x)-[:REPORTED_BY]->()<-[o:SAID]-()", filter.ReportedBy),
			f.happenedIn(filter.Within),
		}
		if of := in(f, "o.article", filter.Articles); of != "" {
			conds = append(conds, "EXISTS { (x)-[o:REPORTED_IN]->() WHERE "+of+" }")
		}
		if of := in(f, "o.source", filter.Sources); of != "" {
			conds = append(conds, "EXISTS { (x)-[:REPORTED_IN]->(o:Article) WHERE "+of+" }")
		}
		if filter.Asserted != nil {
			conds = append(conds, "x.asserted = "+f.bind(*filter.Asserted))
		}
		if filter.MinReports > 0 {
			conds = append(conds, "x.reports >= "+f.bind(filter.MinReports))
		}
		if filter.MinConfidence > 0 {
			conds = append(conds, "x.confidence >= "+f.bind(filter.MinConfidence))
		}
		return all(conds...)
	})
}

// happenedIn holds for events that have a second in the range.
func (f *filters) happenedIn(r graph.TimeRange) cond {
	if r.Open() {
		return ""
	}
	r = r.Seconds()
	conds := []cond{"x.at IS NOT NULL"}
	if !r.From.IsZero() {
		conds = append(conds, "x.until > "+f.bind(r.From))
	}
	if !r.To.IsZero() {
		conds = append(conds, "x.at < "+f.bind(r.To))
	}
	return all(conds...)
}
