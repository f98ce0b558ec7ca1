package graph

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"
)

// RelationKind is the kind of a relation between two entities.
type RelationKind string

// The kinds of relations. What is counted for each is what its comment says.
const (
	// SaidAbout relations lead from a speaker to whom its statements are about; statements are counted.
	SaidAbout RelationKind = "SAID_ABOUT"
	// SaidTo relations lead from a speaker to whom its statements were made; statements are counted.
	SaidTo RelationKind = "SAID_TO"
	// CoMentioned relations have no direction, From is the lesser id; the articles that mention both are counted.
	CoMentioned RelationKind = "CO_MENTIONED"
	// HoldsRole relations lead from a person to the organization or country of a title; passages are counted.
	HoldsRole RelationKind = "HOLDS_ROLE"
	// ActedOn relations lead from an actor of an event to a recipient of it; events are counted.
	ActedOn RelationKind = "ACTED_ON"
	// TookPartWith relations have no direction, From is the lesser id; the events in which both take part, in whatever roles, are counted.
	TookPartWith RelationKind = "TOOK_PART_WITH"
)

// RelationKinds lists the kinds of relations in their fixed order.
func RelationKinds() []RelationKind {
	return []RelationKind{SaidAbout, SaidTo, CoMentioned, HoldsRole, ActedOn, TookPartWith}
}

// Directed tells whether relations of the kind lead from one end to the other.
func (k RelationKind) Directed() bool { return k != CoMentioned && k != TookPartWith }

// ByEvents tells whether events are counted for relations of the kind.
func (k RelationKind) ByEvents() bool { return k == ActedOn || k == TookPartWith }

// Relation is what statements, articles, passages or events of one kind say of two entities.
type Relation struct {
	Kind RelationKind `json:"kind"`
	From NodeID       `json:"from"`
	To   NodeID       `json:"to"`
	// Weight is how many statements, articles, passages or events there are.
	Weight int `json:"weight"`
	// FirstSeen and LastSeen are the least and the greatest of their times, which are At of statements and events and PublishedAt
	// of the articles of others; zero when none has one.
	FirstSeen time.Time `json:"firstSeen"`
	LastSeen  time.Time `json:"lastSeen"`
	// Tones tells the tones of the statements of a SaidAbout relation toward To; they add up to Weight.
	Tones ToneBalance `json:"tones"`
}

// ToneBalance counts statements by their tone. One that is about an entity under several keys and speaks of them in
// different tones counts as neutral.
type ToneBalance struct {
	Positive int `json:"positive"`
	Neutral  int `json:"neutral"`
	Negative int `json:"negative"`
}

// Add counts n statements with the tone.
func (b *ToneBalance) Add(tone Tone, n int) {
	switch tone {
	case Positive:
		b.Positive += n
	case Negative:
		b.Negative += n
	case Neutral:
		b.Neutral += n
	}
}

// Score is how much the positive outweigh the negative, as a share of all: from -1 to 1, 0 for none.
func (b ToneBalance) Score() float64 {
	if n := b.Positive + b.Neutral + b.Negative; n > 0 {
		return float64(b.Positive-b.Negative) / float64(n)
	}
	return 0
}

// Other returns the end of the relation that is not the given one.
func (r *Relation) Other(of NodeID) NodeID {
	if r.From == of {
		return r.To
	}
	return r.From
}

// See takes a time into FirstSeen and LastSeen; zero times leave them as they are.
func (r *Relation) See(first, last time.Time) {
	if !first.IsZero() && (r.FirstSeen.IsZero() || first.Before(r.FirstSeen)) {
		r.FirstSeen = first
	}
	if last.After(r.LastSeen) {
		r.LastSeen = last
	}
}

// RelationDirection tells from which end a relation is looked at. Relations without a direction are in all lists.
type RelationDirection string

// The directions of relations.
const (
	BothWays RelationDirection = ""
	Outward  RelationDirection = "OUT" // from the entity
	Inward   RelationDirection = "IN"  // to the entity
)

// RelationQuery asks for relations. The answer has a page for each entity of Of, in the same order; with Among it
// has one page, of the relations of which both ends are among Of.
type RelationQuery struct {
	Of        []NodeID
	Among     bool
	Kinds     []RelationKind    // empty: all; [Graph] gives them to stores each once
	Direction RelationDirection // BothWays with Among
	MinWeight int               // 0 and 1 leave none out
	Filter    RelationFilter
	// Newest bounds what is looked at, see [Store.Relations]; [Graph] sets it to its limit when it is 0.
	Newest int
	Page   Page
}

// RelationFilter selects what counts for relations; all that is set must hold.
type RelationFilter struct {
	Seen          TimeRange     // of the At of a statement or event, and of the PublishedAt of an article and of that of a passage
	Sources       []string      // in an article of any of these outlets; of an event a report
	MinConfidence float64       // of statements and events
	EventTypes    []EventType   // of events
	EventStatuses []EventStatus // of events
	Ends          []Kind        // the other end is of any of these kinds; empty with Among
}

// Events is what events have to be to count; their time aside.
func (f *RelationFilter) Events() EventFilter {
	return EventFilter{Types: f.EventTypes, Statuses: f.EventStatuses, Sources: f.Sources, MinConfidence: f.MinConfidence}
}

// RelationPage is a page of relations.
type RelationPage struct {
	Edges    []RelationEdge
	PageInfo PageInfo
	Total    int // set when Page.Count was
	// Partial is set when there was more to look at than Newest: the relations hold at least so much.
	Partial bool
}

// RelationEdge is a relation in a page.
type RelationEdge struct {
	Cursor string
	Node   *Relation
}

// Relations returns pages of relations, see [Store.Relations].
func (g *Graph) Relations(ctx context.Context, q *RelationQuery) ([]RelationPage, error) {
	sound := *q
	if err := g.soundRelations(&sound); err != nil {
		return nil, fmt.Errorf("relations: %w", err)
	}
	return call(g, "relations", func(s Store) ([]RelationPage, error) { return s.Relations(ctx, &sound) })
}

// soundRelations fills in what a query leaves open, and checks it.
func (g *Graph) soundRelations(q *RelationQuery) error {
	if q.Newest == 0 {
		q.Newest = g.opts.MaxNewest
	}
	if len(q.Kinds) == 0 {
		q.Kinds = RelationKinds()
	}
	q.Kinds = slices.Compact(slices.Sorted(slices.Values(q.Kinds)))
	return firstError(
		g.checkIDs(q.Of, TypeEntity),
		g.checkPage(&q.Page, ByWeightDesc, relationInts, relationTexts),
		g.checkRelations(q),
	)
}

func (g *Graph) checkRelations(q *RelationQuery) error {
	among := error(nil)
	if q.Among && (q.Direction != BothWays || len(q.Filter.Ends) > 0) {
		among = fmt.Errorf("%w: relations among entities have both ends given", ErrInvalid)
	}
	newest := error(nil)
	if q.Newest < 1 || q.Newest > g.opts.MaxNewest {
		newest = fmt.Errorf("%w: newest is %d, it must be between 1 and %d", ErrInvalid, q.Newest, g.opts.MaxNewest)
	}
	return firstError(
		among,
		newest,
		checkAmong("kind of relation", RelationKinds(), q.Kinds...),
		checkAmong("direction", []RelationDirection{BothWays, Outward, Inward}, q.Direction),
		checkAmong("kind", Kinds(), q.Filter.Ends...),
		checkAmong("event type", EventTypes(), q.Filter.EventTypes...),
		checkAmong("event status", EventStatuses(), q.Filter.EventStatuses...),
		q.Filter.Seen.check(),
		checkConfidence(q.Filter.MinConfidence),
	)
}

func checkConfidence(atLeast float64) error {
	if atLeast >= 0 && atLeast <= 1 {
		return nil
	}
	return fmt.Errorf("%w: confidence %v is not between 0 and 1", ErrInvalid, atLeast)
}

// relationPlace is where a relation stands in its list.
type relationPlace struct {
	weight         int64
	kind, from, to string
}

func placeOf(r *Relation) relationPlace {
	return relationPlace{int64(r.Weight), string(r.Kind), string(r.From), string(r.To)}
}

func (p relationPlace) compare(q relationPlace) int {
	return cmp.Or(
		cmp.Compare(q.weight, p.weight), cmp.Compare(p.kind, q.kind), cmp.Compare(p.from, q.from), cmp.Compare(p.to, q.to),
	)
}

func (p relationPlace) cursor() string {
	return EncodeCursor(Cursor{Order: ByWeightDesc, Ints: []int64{p.weight}, Texts: []string{p.kind, p.from, p.to}})
}

// PageRelations sorts the relations of a list and takes a page of them, for stores; behind is how many more the list has
// behind all of them.
func PageRelations(all []Relation, behind int, p Page) (RelationPage, error) {
	w, err := NewWindow(p, ByWeightDesc, relationInts, relationTexts, func(c Cursor) relationPlace {
		return relationPlace{c.Ints[0], c.Texts[0], c.Texts[1], c.Texts[2]}
	}, relationPlace.compare)
	if err != nil {
		return RelationPage{}, err
	}
	slices.SortFunc(all, func(a, b Relation) int { return placeOf(&a).compare(placeOf(&b)) })
	from, to := 0, len(all)
	for w.After != nil && from < to && placeOf(&all[from]).compare(*w.After) <= 0 {
		from++
	}
	for w.Before != nil && from < to && placeOf(&all[to-1]).compare(*w.Before) >= 0 {
		to--
	}
	if w.Backward {
		from = max(from, to-w.Limit)
	} else {
		to = min(to, from+w.Limit)
	}
	out := RelationPage{Edges: make([]RelationEdge, 0, to-from)}
	cursors := make([]string, 0, to-from)
	for i := range all[from:to] {
		r := all[from+i]
		cursors = append(cursors, placeOf(&r).cursor())
		out.Edges = append(out.Edges, RelationEdge{Cursor: cursors[i], Node: &r})
	}
	out.PageInfo = NewPageInfo(from > 0, to < len(all) || behind > 0, cursors)
	if p.Count {
		out.Total = len(all) + behind
	}
	return out, nil
}
