package graph

import (
	"context"
	"fmt"
	"slices"
)

// EventAnchor tells how the events of a page hang on its node.
type EventAnchor string

// The anchors of event pages.
const (
	AnyEvent   EventAnchor = ""
	TookPart   EventAnchor = "PARTICIPANT" // Of are entities
	Acted      EventAnchor = "ACTOR"       // Of are entities
	HappenedAt EventAnchor = "PLACE"       // Of are entities
	ReportedIn EventAnchor = "ARTICLE"     // Of are articles
	ToldWithin EventAnchor = "STATEMENT"   // Of are statements
)

// EventQuery asks for events with reports. With an anchor, the answer has a page for each node of Of, in the same order; without, one page, and Of
// is empty.
type EventQuery struct {
	Anchor EventAnchor
	Of     []NodeID
	// With, when not nil, has an entity for each of Of: the page has only events in which it takes part too with the anchor TookPart, only
	// events of which it is a recipient with Acted, and none when it is not in the graph. It goes with no other anchor.
	With   []NodeID
	Filter EventFilter
	Order  Order // ByTimeDesc or ByTimeAsc
	Page   Page
}

// EventFilter selects events by their [EventCore] and their reports; all that is set must hold.
type EventFilter struct {
	Types        []EventType
	Modes        []string
	Statuses     []EventStatus
	Participants []NodeID // any of these entities takes part
	Actors       []NodeID // any of these entities is an actor
	Recipients   []NodeID // any of these entities is a recipient
	Places       []NodeID // at any of these places
	// Within is what the time of the event has a second of: From ≤ t < To of the core, or else At.
	Within        TimeRange
	Articles      []NodeID // reported in any of these articles
	Sources       []string // reported in an article of any of these outlets
	ReportedBy    []NodeID // told in a statement of any of these speakers
	Asserted      *bool    // whether an article itself tells it
	MinReports    int
	MinConfidence float64
	And           []EventFilter
	Or            []EventFilter
	Not           *EventFilter
}

// EventPage is a page of events, which are entities with their Event set.
type EventPage struct {
	Edges    []EntityEdge
	PageInfo PageInfo
	Total    int // set when Page.Count was
}

// ReportAnchor tells on what the reports of a page hang.
type ReportAnchor string

// The anchors of report pages.
const (
	OfEvent      ReportAnchor = "EVENT"
	InItsArticle ReportAnchor = "ARTICLE"
	InAStatement ReportAnchor = "STATEMENT"
)

// ReportQuery asks for reports of events. The answer has a page for each node of Of, in the same order.
type ReportQuery struct {
	Anchor ReportAnchor
	Of     []NodeID
	Order  Order // ByTimeDesc or ByTimeAsc
	Page   Page
}

// ReportPage is a page of reports.
type ReportPage struct {
	Edges    []ReportEdge
	PageInfo PageInfo
	Total    int // set when Page.Count was
}

// ReportEdge is a report in a page.
type ReportEdge struct {
	Cursor string
	Node   *Report
}

func (f *EventFilter) inner() (and, or []EventFilter, not *EventFilter) { return f.And, f.Or, f.Not }

func (f *EventFilter) children() []EventFilter { return children(f.And, f.Or, f.Not) }

func (f *EventFilter) count() int {
	n := 1
	for _, c := range f.children() {
		n += c.count()
	}
	return n
}

func (f *EventFilter) check() error {
	err := firstError(
		checkIDTypes(slices.Concat(f.Participants, f.Actors, f.Recipients, f.Places, f.ReportedBy), TypeEntity),
		checkIDTypes(f.Articles, TypeArticle),
		f.Within.check(),
		checkAmong("event type", EventTypes(), f.Types...),
		checkAmong("event status", EventStatuses(), f.Statuses...),
		checkConfidence(f.MinConfidence),
	)
	for _, c := range f.children() {
		err = firstError(err, c.check())
	}
	return err
}

// Events returns pages of events, see [Store.Events].
func (g *Graph) Events(ctx context.Context, q *EventQuery) ([]EventPage, error) {
	sound := *q
	err := firstError(
		g.checkEvents(q),
		checkOrder(&sound.Order, ByTimeDesc, ByTimeAsc),
		g.checkPage(&sound.Page, sound.Order, timeInts, timeTexts),
	)
	if err != nil {
		return nil, fmt.Errorf("events: %w", err)
	}
	return call(g, "events", func(s Store) ([]EventPage, error) { return s.Events(ctx, &sound) })
}

// checkEvents refuses what is wrong with a list of events, order and page aside.
func (g *Graph) checkEvents(q *EventQuery) error {
	of := map[EventAnchor]NodeType{
		AnyEvent: TypeEntity, TookPart: TypeEntity, Acted: TypeEntity, HappenedAt: TypeEntity, ReportedIn: TypeArticle, ToldWithin: TypeStatement,
	}[q.Anchor]
	switch {
	case of == "":
		return fmt.Errorf("%w: unknown anchor %q", ErrInvalid, q.Anchor)
	case q.Anchor == AnyEvent && len(q.Of) > 0:
		return fmt.Errorf("%w: ids without an anchor", ErrInvalid)
	}
	return firstError(g.checkIDs(q.Of, of), g.checkWith(q.With, q.Of, q.Anchor == TookPart || q.Anchor == Acted), g.checkFilter(q.Filter.count()), q.Filter.check())
}

// Reports returns pages of reports of events, see [Store.Reports].
func (g *Graph) Reports(ctx context.Context, q *ReportQuery) ([]ReportPage, error) {
	sound := *q
	of := map[ReportAnchor]NodeType{OfEvent: TypeEntity, InItsArticle: TypeArticle, InAStatement: TypeStatement}[q.Anchor]
	if of == "" {
		return nil, fmt.Errorf("reports: %w: unknown anchor %q", ErrInvalid, q.Anchor)
	}
	err := firstError(
		g.checkIDs(q.Of, of),
		checkOrder(&sound.Order, ByTimeDesc, ByTimeAsc),
		g.checkPage(&sound.Page, sound.Order, timeInts, timeTexts),
	)
	if err != nil {
		return nil, fmt.Errorf("reports: %w", err)
	}
	return call(g, "reports", func(s Store) ([]ReportPage, error) { return s.Reports(ctx, &sound) })
}
