package neo4jstore

import (
	"context"
	_ "embed"
	"maps"
	"slices"
	"time"

	"github.com/newsgraph/newsgraph/graph"
)

//go:embed cypher/report_item.cypher
var cypherReportItem string

// report reads a report but for the entities of its keys.
func report(r row) *graph.Report {
	out := &graph.Report{
		ID: r.id("id"), Event: r.id("event"), Article: r.id("article"), PublishedAt: r.time("publishedAt"), Key: r.key("key"),
		Type: graph.EventType(r.text("type")), Mode: r.text("mode"), Status: graph.EventStatus(r.text("status")), PlaceKey: r.key("place"),
		From: r.time("from"), To: r.time("to"), Precision: graph.Precision(r.text("precision")), Trigger: r.span("trigger"),
		TriggerText: r.text("triggerText"), Spans: r.spans("spans"), Text: r.text("text"), ReportedBy: r.id("statement"),
		Confidence: r.float("confidence"), Reason: reason(r), Participants: []graph.Participant{},
	}
	roles, spans := list[string](r, "partRoles"), r.spans("partSpans")
	for i, key := range list[string](r, "partKeys") {
		out.Participants = append(out.Participants, graph.Participant{Key: graph.Key(key), As: graph.ParticipantRole(roles[i]), Span: spans[i]})
	}
	return out
}

// reportParams are rows of write_reports.cypher.
func (c *change) reportParams(r *graph.Record) []map[string]any {
	names := map[graph.Key]string{}
	for _, a := range r.Actors {
		if a.Key.Coded() {
			names[a.Key] = a.Name
		}
	}
	out := make([]map[string]any, len(r.Reports))
	for i := range r.Reports {
		e := &r.Reports[i]
		newest, oldest := timeRanks(e.PublishedAt, e.ID)
		keys, roles, spans := []graph.Key{}, []graph.ParticipantRole{}, []graph.Span{}
		for _, p := range e.Participants {
			keys, roles, spans = append(keys, p.Key), append(roles, p.As), append(spans, p.Span)
		}
		out[i] = map[string]any{
			"id": e.ID, "event": c.keys[e.Key].entity, "article": e.Article, "publishedAt": orNull(e.PublishedAt), "key": e.Key, "name": names[e.Key],
			"type": e.Type, "mode": e.Mode, "status": e.Status, "partKeys": keys, "partRoles": roles, "partSpans": bounds(spans...), "place": e.PlaceKey,
			"from": orNull(e.From), "to": orNull(e.To), "precision": e.Precision, "trigger": bounds(e.Trigger), "triggerText": e.TriggerText,
			"spans": bounds(e.Spans...), "text": e.Text, "statement": e.ReportedBy, "confidence": e.Confidence,
			"reason": e.Reason.Code, "why": e.Reason.Text, "newest": newest, "oldest": oldest,
		}
	}
	return out
}

// touchedEvents lists the entities of which the reports are others than before.
func (c *change) touchedEvents() []string {
	ids := map[string]bool{}
	add := func(key graph.Key) { ids[c.keys[key].was], ids[c.keys[key].entity] = true, true }
	for _, old := range c.taken {
		for _, key := range old.reports {
			add(key)
		}
	}
	for _, r := range c.fresh {
		for i := range r.Reports {
			add(r.Reports[i].Key)
		}
	}
	for key, k := range c.keys {
		if key.Kind() == graph.KindEvent && k.regrouped() {
			add(key)
		}
	}
	maps.DeleteFunc(ids, func(id string, _ bool) bool { return c.entities[id] == nil || c.entities[id].articles == 0 })
	return slices.Sorted(maps.Keys(ids))
}

// settleEvents writes anew what the reports of events come to, where they are others.
func (c *change) settleEvents() error {
	ids := c.touchedEvents()
	if len(ids) == 0 {
		return nil
	}
	rows, err := c.run(cypherNewestReports, map[string]any{"ids": ids, "limit": graph.MaxCoreReports})
	if err != nil {
		return err
	}
	cores := map[string]*graph.EventCore{}
	keys := []graph.Key{}
	for _, r := range rows {
		var told []*graph.Report
		for _, m := range r.rows("told") {
			told = append(told, report(m))
		}
		if err := r.err(); err != nil {
			return err
		}
		if len(told) == 0 {
			continue
		}
		core := graph.CoreOf(told)
		core.Reports = r.int("reports")
		cores[r.text("id")] = &core
		for _, p := range core.Participants {
			keys = append(keys, p.Key)
		}
		if core.PlaceKey != "" {
			keys = append(keys, core.PlaceKey)
		}
	}
	if err := c.lock(keys); err != nil { // so that nobody moves them meanwhile
		return err
	}
	events := []map[string]any{}
	for _, id := range ids {
		events = append(events, c.eventParams(id, cores[id]))
	}
	_, err = c.run(cypherWriteEvents, map[string]any{"events": events})
	return err
}

// eventParams is a row of write_events.cypher; of an event without reports all is taken away.
func (c *change) eventParams(id string, core *graph.EventCore) map[string]any {
	took, at := []map[string]any{}, []map[string]any{}
	props := map[string]any{}
	for _, name := range []string{"type", "mode", "status", "from", "to", "precision", "at", "until", "asserted", "confidence", "reports", "newest", "oldest"} {
		props[name] = nil
	}
	if core != nil {
		newest, oldest := timeRanks(core.At, graph.NodeID(id))
		link := func(key graph.Key) map[string]any {
			return map[string]any{"entity": c.keys[key].entity, "key": key, "newest": newest, "oldest": oldest}
		}
		for i, p := range core.Participants {
			l := link(p.Key)
			l["as"], l["nth"] = p.As, i
			took = append(took, l)
		}
		if core.PlaceKey != "" {
			at = append(at, link(core.PlaceKey))
		}
		maps.Copy(props, map[string]any{
			"type": core.Type, "mode": core.Mode, "status": core.Status, "from": orNull(core.From), "to": orNull(core.To),
			"precision": core.Precision, "at": orNull(core.At), "until": orNull(until(core)), "asserted": core.Asserted,
			"confidence": core.Confidence, "reports": core.Reports, "newest": newest, "oldest": oldest,
		})
	}
	return map[string]any{"id": id, "props": props, "took": took, "at": at}
}

// until is the first moment after an event, of which at least one second is told.
func until(c *graph.EventCore) time.Time {
	switch {
	case c.At.IsZero():
		return c.At
	case c.From.IsZero() || c.To.Equal(c.From):
		return c.At.Add(time.Second)
	}
	return c.To
}

// Reports returns pages of reports of events, see [graph.Store].
func (s *Store) Reports(ctx context.Context, q *graph.ReportQuery) ([]graph.ReportPage, error) {
	return read(ctx, s, func(t *tx) ([]graph.ReportPage, error) { return t.reports(q) })
}

func (t *tx) reports(q *graph.ReportQuery) ([]graph.ReportPage, error) {
	list := &listQuery{builder: newBuilder(), of: append([]graph.NodeID{}, q.Of...), item: cypherReportItem, count: q.Page.Count}
	var err error
	if list.Window, err = timeWindow(q.Page, q.Order); err != nil {
		return nil, err
	}
	rank := "x." + timeProperty(q.Order)
	switch q.Anchor {
	case graph.OfEvent:
		list.entities = true
		list.source = source{match: "MATCH ()-[x:REPORTED_IN]->()", where: "x.hub = of AND " + rank + " > ''", lead: "x.hub", rank: rank}
	case graph.InItsArticle:
		list.source = source{match: "MATCH (:Article {id: of})<-[x:REPORTED_IN]-()", rank: rank}
	case graph.InAStatement:
		list.source = source{match: "MATCH (:Statement {id: of})-[:IN]->()<-[x:REPORTED_IN]-()", where: "x.statement = of", rank: rank}
	}
	pages, err := t.pages(list)
	if err != nil {
		return nil, err
	}
	out := make([]graph.ReportPage, len(pages))
	var found []*graph.Report
	for i, p := range pages {
		if out[i], err = reportPage(p, q.Order); err != nil {
			return nil, err
		}
		for _, e := range out[i].Edges {
			found = append(found, e.Node)
		}
	}
	return out, t.bindReports(found)
}

func reportPage(p listPage, order graph.Order) (graph.ReportPage, error) {
	out := graph.ReportPage{Edges: make([]graph.ReportEdge, len(p.items)), Total: p.total}
	cursors := make([]string, len(p.items))
	for i, r := range p.items {
		e := report(r)
		if err := r.err(); err != nil {
			return out, err
		}
		cursors[i] = graph.EncodeCursor(graph.Cursor{
			Order: order, Ints: []int64{graph.SortTime(e.PublishedAt, order)}, Texts: []string{string(e.ID)},
		})
		out.Edges[i] = graph.ReportEdge{Cursor: cursors[i], Node: e}
	}
	out.PageInfo = graph.NewPageInfo(p.hasPrevious, p.hasNext, cursors)
	return out, nil
}

// bindReports sets the entities of the keys that reports name.
func (t *tx) bindReports(reports []*graph.Report) error {
	ids := map[graph.NodeID]bool{}
	for _, r := range reports {
		for _, p := range r.Participants {
			ids[graph.EntityID(p.Key)] = true
		}
		if r.PlaceKey != "" {
			ids[graph.EntityID(r.PlaceKey)] = true
		}
	}
	if len(ids) == 0 {
		return nil
	}
	f, err := t.newFilters(newBuilder(), slices.Sorted(maps.Keys(ids)))
	if err != nil {
		return err
	}
	for _, r := range reports {
		for i, p := range r.Participants {
			r.Participants[i].Entity = graph.NodeID(f.entities[graph.EntityID(p.Key)].id)
		}
		if r.PlaceKey != "" {
			r.Place = graph.NodeID(f.entities[graph.EntityID(r.PlaceKey)].id)
		}
	}
	return nil
}
