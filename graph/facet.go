package graph

import (
	"context"
	"fmt"
	"slices"
)

// List names the list whose items are counted: one field is set, the others are nil. The order and the page of
// its query make no difference.
type List struct {
	Entities   *EntityQuery
	Articles   *ArticleQuery
	Statements *StatementQuery
	Events     *EventQuery
}

// Facet is something by which the items of a list can be told apart, and counted.
type Facet string

// The facets of lists.
const (
	// FacetSource is the outlet: of an article, or of the article of a statement.
	FacetSource Facet = "SOURCE"
	// FacetKind is the [Kind] of an entity or the [StatementKind] of a statement.
	FacetKind Facet = "KIND"
	// FacetMode is the [StatementMode] of a statement.
	FacetMode Facet = "MODE"
	// FacetTone is each [Tone] of a statement toward entities that it is about; on a list that hangs on [AboutWhom], toward the
	// entity of the list.
	FacetTone Facet = "TONE"
	// FacetSpeaker is the id of the entity that made a statement.
	FacetSpeaker Facet = "SPEAKER"
	// FacetTarget is the ids of the entities that a statement is about.
	FacetTarget Facet = "TARGET"
	// FacetAddressee is the ids of the entities to which a statement was made.
	FacetAddressee Facet = "ADDRESSEE"
	// FacetMonth is the month, in UTC and in the form 2017-12, of the At of a statement or an event, or of an article's PublishedAt.
	FacetMonth Facet = "MONTH"
	// FacetLanguage is the language of an article.
	FacetLanguage Facet = "LANGUAGE"
	// FacetType is the [EventType] of an event, FacetStatus its [EventStatus].
	FacetType   Facet = "TYPE"
	FacetStatus Facet = "STATUS"
	// FacetParticipant is the ids of the entities that take part in an event, FacetPlace the id of its place.
	FacetParticipant Facet = "PARTICIPANT"
	FacetPlace       Facet = "PLACE"
)

// has lists the facets of the list.
func (l *List) has() []Facet {
	switch {
	case l.Entities != nil:
		return []Facet{FacetKind}
	case l.Articles != nil:
		return []Facet{FacetSource, FacetMonth, FacetLanguage}
	case l.Events != nil:
		return []Facet{FacetType, FacetStatus, FacetParticipant, FacetPlace, FacetMonth}
	}
	return []Facet{FacetSource, FacetKind, FacetMode, FacetTone, FacetSpeaker, FacetTarget, FacetAddressee, FacetMonth}
}

// FacetQuery asks how the items of lists divide.
type FacetQuery struct {
	List
	Facets []Facet // each once, of those that the list has
	Top    int     // how many values of each facet; [Graph] sets it to 10 when it is 0
}

// Facets has the counts of one list by facet; those that were asked for.
type Facets map[Facet]FacetCounts

// FacetCounts tells how many items of a list have which value of a facet. An item may have several, and counts once for each.
type FacetCounts struct {
	Values  []FacetCount // the most frequent ones, see [Store.Facets]
	Omitted int          // how many other values there are
	Missing int          // how many items have no value
}

// FacetCount is a value of a facet and the number of items that have it.
type FacetCount struct {
	Value string
	Count int
}

// Facets counts the items of lists by the values of facets, see [Store.Facets].
func (g *Graph) Facets(ctx context.Context, q *FacetQuery) ([]Facets, error) {
	sound := *q
	if sound.Top == 0 {
		sound.Top = min(10, g.opts.MaxPage)
	}
	err := g.checkList(&q.List)
	if err == nil {
		err = checkFacets(&q.List, q.Facets)
	}
	if err == nil && (sound.Top < 0 || sound.Top > g.opts.MaxPage) {
		err = fmt.Errorf("%w: the top %d values, it must be between 1 and %d", ErrInvalid, sound.Top, g.opts.MaxPage)
	}
	if err != nil {
		return nil, fmt.Errorf("facets: %w", err)
	}
	return call(g, "facets", func(s Store) ([]Facets, error) { return s.Facets(ctx, &sound) })
}

func checkFacets(list *List, facets []Facet) error {
	for i, f := range facets {
		if !slices.Contains(list.has(), f) {
			return fmt.Errorf("%w: the list has no facet %q", ErrInvalid, f)
		}
		if slices.Contains(facets[:i], f) {
			return fmt.Errorf("%w: facet %s twice", ErrInvalid, f)
		}
	}
	return nil
}

// checkList refuses what is wrong with the query of a list, order and page aside.
func (g *Graph) checkList(l *List) error {
	set := 0
	for _, is := range []bool{l.Entities != nil, l.Articles != nil, l.Statements != nil, l.Events != nil} {
		if is {
			set++
		}
	}
	switch {
	case set != 1:
		return fmt.Errorf("%w: %d lists to count, want one", ErrInvalid, set)
	case l.Entities != nil:
		f := &l.Entities.Filter
		return firstError(g.checkIDs(l.Entities.In, TypeArticle), g.checkFilter(f.count()), f.check())
	case l.Articles != nil:
		f := &l.Articles.Filter
		return firstError(g.checkIDs(l.Articles.Mentioning, TypeEntity), g.checkWith(l.Articles.With, l.Articles.Mentioning, true), g.checkFilter(f.count()), f.check())
	}
	if l.Events != nil {
		return g.checkEvents(l.Events)
	}
	q := l.Statements
	return firstError(
		checkAnchor(q), g.checkIDs(q.Of, anchorType(q.Anchor)),
		g.checkWith(q.With, q.Of, q.Anchor == SpokenBy || q.Anchor == AboutWhom || q.Anchor == ToWhom), g.checkFilter(q.Filter.count()), q.Filter.check(),
	)
}
