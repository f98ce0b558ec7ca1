package resolver

import (
	"context"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/schema/batch"
)

func (r *Resolver) events(
	ctx context.Context, anchor graph.EventAnchor, of graph.NodeID, filter *graph.EventFilter, order *graph.Order, page graph.Page,
) (*graph.EventPage, error) {
	return pageOf(ctx, r.Graph, of, func(ctx context.Context) (func([]graph.NodeID) (graph.List, []graph.EventPage, error), error) {
		q := graph.EventQuery{Anchor: anchor, Filter: deref(filter), Order: deref(order), Page: page}
		q.Page.Count = wantsTotal(ctx)
		err := resolveNames(ctx, r.Graph, func(visit func([]graph.NodeID)) { eventNames(&q.Filter, visit) })
		return func(ids []graph.NodeID) (graph.List, []graph.EventPage, error) {
			q := q
			q.Of = ids
			pages, err := r.Graph.Events(ctx, &q)
			return graph.List{Events: &q}, pages, err
		}, err
	}, eventsIn)
}

func eventsIn(p graph.EventPage) []any { return entitiesIn(graph.EntityPage{Edges: p.Edges}) }

func eventNames(f *graph.EventFilter, visit func([]graph.NodeID)) {
	graph.EachFilter(f, func(f *graph.EventFilter) {
		visit(f.Participants)
		visit(f.Actors)
		visit(f.Recipients)
		visit(f.Places)
		visit(f.ReportedBy)
	})
}

func (r *Resolver) reports(ctx context.Context, of graph.NodeID, order *graph.Order, page graph.Page) (*graph.ReportPage, error) {
	return pageOf(ctx, r.Graph, of, func(ctx context.Context) (func([]graph.NodeID) (graph.List, []graph.ReportPage, error), error) {
		q := graph.ReportQuery{Anchor: graph.OfEvent, Order: deref(order), Page: page}
		q.Page.Count = wantsTotal(ctx)
		return func(ids []graph.NodeID) (graph.List, []graph.ReportPage, error) {
			q.Of = ids
			pages, err := r.Graph.Reports(ctx, &q)
			return graph.List{}, pages, err
		}, nil
	}, reportsIn)
}

func reportsIn(p graph.ReportPage) []any {
	out := make([]any, len(p.Edges))
	for i, e := range p.Edges {
		out[i] = e.Node
	}
	return out
}

// coreFields are the fields of an event that are made of its core.
func coreFields() []string {
	return []string{
		"type", "mode", "status", "participants", "place", "from", "to", "precision", "at", "asserted", "confidence", "reportCount",
	}
}

// coreOf is what the reports of an event come to; nothing when there is none.
func coreOf(e *graph.Event) graph.EventCore { return deref(e.Event) }

// ofCore gives a value of the core, and null where it is not told.
func ofCore[T comparable](e *graph.Event, value func(*graph.EventCore) T) *T {
	if e.Event == nil {
		return nil
	}
	return optional(value(e.Event))
}

// participants are the ids of those who take part in an event, or do so by a report.
func participants(o any) []graph.NodeID {
	var all []graph.Participant
	switch o := o.(type) {
	case *graph.Entity:
		all = deref(o.Event).Participants
	case *graph.Report:
		all = o.Participants
	}
	ids := make([]graph.NodeID, len(all))
	for i, p := range all {
		ids[i] = p.Entity
	}
	return ids
}

// placeOf returns the place of an event or a report; null for "".
func placeOf(ctx context.Context, g *graph.Graph, id graph.NodeID) (*graph.Place, error) {
	e, err := entityOf(ctx, g, id, func(o any) []graph.NodeID {
		switch o := o.(type) {
		case *graph.Entity:
			return []graph.NodeID{deref(o.Event).Place}
		case *graph.Report:
			return []graph.NodeID{o.Place}
		}
		return nil
	})
	place, _ := e.(*graph.Place)
	return place, err
}

func (r *Resolver) eventOf(ctx context.Context, report *graph.Report) (*graph.Event, error) {
	n, err := link(ctx, r.Graph, report.Event, func(e *graph.Report) []graph.NodeID { return []graph.NodeID{e.Event} })
	if err != nil {
		return nil, err
	}
	return &graph.Event{Entity: *n.(*graph.Entity)}, nil
}

// toldBy is the statement inside which a report stands; null for none.
func (r *Resolver) toldBy(ctx context.Context, report *graph.Report) (*graph.Statement, error) {
	if report.ReportedBy == "" {
		return nil, nil //nolint:nilnil // null in the answer
	}
	n, err := link(ctx, r.Graph, report.ReportedBy, func(e *graph.Report) []graph.NodeID { return []graph.NodeID{e.ReportedBy} })
	if err != nil {
		return nil, err
	}
	return n.(*graph.Statement), nil
}

// maxToldIn is how many of an event's reports are looked through for the statements inside which they stand.
const maxToldIn = 20

// toldIn lists the statements inside which an event is told.
func (r *Resolver) toldIn(ctx context.Context, event graph.NodeID) ([]*graph.Statement, error) {
	told, err := batch.Load(ctx, func(ctx context.Context, objects []any) (map[graph.NodeID][]*graph.Statement, []any, error) {
		first := min(maxToldIn, r.Graph.Options().MaxPage)
		pages, err := perID(r.Graph, owners(ctx, objects), func(ids []graph.NodeID) ([]graph.ReportPage, error) {
			return r.Graph.Reports(ctx, &graph.ReportQuery{Anchor: graph.OfEvent, Of: ids, Page: graph.Page{First: &first}})
		})
		if err != nil {
			return nil, nil, err
		}
		var ids []graph.NodeID
		for _, p := range pages {
			for _, e := range p.Edges {
				if e.Node.ReportedBy != "" {
					ids = append(ids, e.Node.ReportedBy)
				}
			}
		}
		statements, delivered, err := loadNodes(ctx, r.Graph, ids)
		return statementsOf(pages, statements), delivered, err
	})
	return pick(told, event, err)
}

// statementsOf gives each event the statements inside which its reports stand, each once.
func statementsOf(pages map[graph.NodeID]graph.ReportPage, statements map[graph.NodeID]graph.Node) map[graph.NodeID][]*graph.Statement {
	out := map[graph.NodeID][]*graph.Statement{}
	for event, p := range pages {
		out[event] = []*graph.Statement{}
		seen := map[graph.NodeID]bool{}
		for _, e := range p.Edges {
			s, there := statements[e.Node.ReportedBy].(*graph.Statement)
			if there && !seen[s.ID] {
				seen[s.ID] = true
				out[event] = append(out[event], s)
			}
		}
	}
	return out
}
