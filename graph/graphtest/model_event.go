package graphtest

import (
	"context"
	"slices"
	"time"

	"github.com/newsgraph/newsgraph/graph"
)

func (s *sight) addReport(r graph.Report) {
	r.Event, r.Place = s.of(r.Key), s.of(r.PlaceKey)
	r.Spans, r.Participants = slices.Clone(r.Spans), slices.Clone(r.Participants)
	for i := range r.Participants {
		r.Participants[i].Entity = s.of(r.Participants[i].Key)
	}
	s.reports = append(s.reports, &r)
}

// coreOf gives what the reports of an entity come to, or nil when there are none.
func (s *sight) coreOf(id graph.NodeID) *graph.EventCore {
	reports := s.reportsOf(id)
	if len(reports) == 0 {
		return nil
	}
	core := graph.CoreOf(reports)
	core.Reports = len(reports)
	core.Bind(s.of)
	return &core
}

func (s *sight) reportsOf(event graph.NodeID) []*graph.Report {
	return slices.DeleteFunc(slices.Clone(s.reports), func(r *graph.Report) bool { return r.Event != event })
}

// Events implements [graph.Store].
func (m *model) Events(ctx context.Context, q *graph.EventQuery) ([]graph.EventPage, error) {
	s, err := m.see(ctx)
	if err != nil {
		return nil, err
	}
	return anchors(q.Of, q.Anchor == graph.AnyEvent, s.current, func(page int, node graph.NodeID) graph.EventPage {
		key := func(e *graph.Entity) (time.Time, graph.NodeID) { return e.Event.At, e.ID }
		p := timePage(s.eventsOn(q, page, node), q.Order, q.Page, key)
		return graph.EventPage{Edges: edges(p, entityEdge), PageInfo: p.info, Total: p.total}
	}), nil
}

// eventsOn lists the events of a page.
func (s *sight) eventsOn(q *graph.EventQuery, page int, node graph.NodeID) (out []*graph.Entity) {
	for _, e := range s.entities {
		if e.Event != nil && q.With != nil && !takesPart(e, withRole(q.Anchor), s.entity[q.With[page]]) {
			continue
		}
		if e.Event != nil && s.eventHangs(e, q.Anchor, node) && s.eventHolds(&q.Filter, e) {
			out = append(out, e)
		}
	}
	return out
}

// withRole is the role of the second end of a page; "" for any.
func withRole(anchor graph.EventAnchor) graph.ParticipantRole {
	if anchor == graph.Acted {
		return graph.AsRecipient
	}
	return ""
}

func (s *sight) eventHangs(e *graph.Entity, anchor graph.EventAnchor, node graph.NodeID) bool {
	if anchor == graph.AnyEvent {
		return true
	}
	if node == "" {
		return false
	}
	switch anchor {
	case graph.TookPart:
		return takesPart(e, "", node)
	case graph.Acted:
		return takesPart(e, graph.AsActor, node)
	case graph.HappenedAt:
		return e.Event.Place == node
	case graph.ReportedIn:
		return slices.ContainsFunc(s.reportsOf(e.ID), func(r *graph.Report) bool { return r.Article == node })
	case graph.ToldWithin:
		return slices.ContainsFunc(s.reportsOf(e.ID), func(r *graph.Report) bool { return r.ReportedBy == node })
	case graph.AnyEvent:
	}
	return false
}

// takesPart tells whether an entity takes part in the event in a role, or "" for any.
func takesPart(e *graph.Entity, as graph.ParticipantRole, entity graph.NodeID) bool {
	return entity != "" && slices.ContainsFunc(e.Event.Participants, func(p graph.Participant) bool {
		return p.Entity == entity && (as == "" || p.As == as)
	})
}

func (s *sight) anyTakesPart(e *graph.Entity, as graph.ParticipantRole, ids []graph.NodeID) bool {
	return len(ids) == 0 || slices.ContainsFunc(ids, func(id graph.NodeID) bool { return takesPart(e, as, s.entity[id]) })
}

func (s *sight) eventHolds(f *graph.EventFilter, e *graph.Entity) bool {
	c := e.Event
	own := unsetOr(f.Types, c.Type) && unsetOr(f.Modes, c.Mode) && unsetOr(f.Statuses, c.Status) &&
		s.anyTakesPart(e, "", f.Participants) && s.anyTakesPart(e, graph.AsActor, f.Actors) && s.anyTakesPart(e, graph.AsRecipient, f.Recipients) &&
		(len(f.Places) == 0 || c.Place != "" && s.anyOf(f.Places, c.Place)) && touches(f.Within, c) &&
		(f.Asserted == nil || *f.Asserted == c.Asserted) && c.Reports >= f.MinReports && c.Confidence >= f.MinConfidence &&
		s.reportedSo(f, e.ID)
	return combined(own, f.And, f.Or, f.Not, func(f *graph.EventFilter) bool { return s.eventHolds(f, e) })
}

// touches tells whether the time of an event has a moment in the range.
func touches(r graph.TimeRange, c *graph.EventCore) bool {
	switch r = r.Seconds(); {
	case r.Open():
		return true
	case c.From.IsZero() || c.To.Equal(c.From):
		return inRange(r, c.At)
	}
	return (r.From.IsZero() || c.To.After(r.From)) && (r.To.IsZero() || c.From.Before(r.To))
}

// reportedSo tells whether the event has reports as the filter asks for them.
func (s *sight) reportedSo(f *graph.EventFilter, event graph.NodeID) bool {
	reports := s.reportsOf(event)
	some := func(holds func(*graph.Report) bool) bool { return slices.ContainsFunc(reports, holds) }
	return some(func(r *graph.Report) bool { return unsetOr(f.Articles, r.Article) }) &&
		some(func(r *graph.Report) bool { return unsetOr(f.Sources, s.article(r.Article).Source) }) &&
		(len(f.ReportedBy) == 0 || some(func(r *graph.Report) bool {
			return slices.ContainsFunc(s.statements, func(st *graph.Statement) bool {
				return st.ID == r.ReportedBy && st.Speaker != "" && s.anyOf(f.ReportedBy, st.Speaker)
			})
		}))
}

// Reports implements [graph.Store].
func (m *model) Reports(ctx context.Context, q *graph.ReportQuery) ([]graph.ReportPage, error) {
	s, err := m.see(ctx)
	if err != nil {
		return nil, err
	}
	return anchors(q.Of, false, s.current, func(_ int, node graph.NodeID) graph.ReportPage {
		var reports []*graph.Report
		for _, r := range s.reports {
			of := map[graph.ReportAnchor]graph.NodeID{
				graph.OfEvent: r.Event, graph.InItsArticle: r.Article, graph.InAStatement: r.ReportedBy,
			}[q.Anchor]
			if node != "" && of == node {
				reports = append(reports, r)
			}
		}
		p := timePage(reports, q.Order, q.Page, func(r *graph.Report) (time.Time, graph.NodeID) { return r.PublishedAt, r.ID })
		return graph.ReportPage{PageInfo: p.info, Total: p.total, Edges: edges(p, func(cursor string, r *graph.Report) graph.ReportEdge {
			return graph.ReportEdge{Cursor: cursor, Node: r}
		})}
	}), nil
}

func (s *sight) eventLists(q *graph.EventQuery) [][]counted {
	return anchors(q.Of, q.Anchor == graph.AnyEvent, s.current, func(page int, node graph.NodeID) (out []counted) {
		for _, e := range s.eventsOn(q, page, node) {
			out = append(out, s.countedEvent(e))
		}
		return out
	})
}

func (s *sight) countedEvent(e *graph.Entity) counted {
	var who []string
	for _, p := range e.Event.Participants {
		who = append(who, string(p.Entity))
	}
	out := counted{at: e.Event.At, values: map[graph.Facet][]string{
		graph.FacetType: {string(e.Event.Type)}, graph.FacetStatus: {string(e.Event.Status)}, graph.FacetParticipant: who,
		graph.FacetPlace: {string(e.Event.Place)}, graph.FacetMonth: {month(e.Event.At)},
	}}
	for _, r := range s.reportsOf(e.ID) {
		out.articles = append(out.articles, r.Article)
	}
	return out
}
