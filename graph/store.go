package graph

import (
	"context"
	"time"
)

// Store is what a database does for a [Graph]. Callers other than Graph do not use it.
//
// For all methods: requests have been validated by Graph (ids are well formed, pages are bounded, orders fit the list, cursors
// are this package's, see [DecodeCursor]). Answers are the caller's to keep; lists in them are empty, not nil, where there is
// nothing, except where a comment says nil. Methods may be called concurrently; each
// read sees one state of the graph, in which every batch is there as a whole or not at all.
// Methods return the context's error when it ends first, [ErrUnavailable] when the database cannot
// be reached, and wrap all other faults of the database with no sentinel.
//
// An entity is in the graph as long as one of its keys has a mention or, for an event, a report. Events without a mention have no name in any text:
// Entities and Mentions leave them out, and Lookup and Search find them by names that persons chose for them; all else has them. Any id that [EntityID] gives
// for a key of an entity names that entity, in every method: after a merge old ids keep answering. Ids in
// answers are the current ones.
//
// Lists are in a total order (see [Order]) that is the same in every store, strings by their bytes.
// A cursor holds the place of its item in that order; it stays good when items, that
// of the cursor among them, come or go.
//
// A page is a run of neighbours of its list. [PageInfo] tells truly, for both directions and whatever bounds the page,
// whether the list has items before and behind the page. An empty page stands at the cursor from which it is read: right behind
// After for First, right before Before for Last (at the list's start or end without a cursor). Where After is not before Before the page is empty.
//
// Each method costs one round trip, or a number of statements that does not depend on how many ids it is given or
// how large the graph is.
type Store interface {
	// Apply applies a batch in one transaction: all of it, or nothing and an error. It returns
	// [ErrConflict] when other writers kept it from finishing, after having tried again.
	//
	// After it, the graph is a function of the set of records and judgements that it holds: it does not
	// depend on the order, the batches or the number in which they came, nor on what was there and has been
	// deleted. Judgements stay when articles go. The entities' groups are those of [Groups], their names those of [ChosenName], by all judgements on keys of
	// the group, or else of [BestName], and the facts of places those that batch.Places tells of the least key of the group ([PlaceOf]).
	//
	// A record with the digest of the stored one changes nothing and counts as Unchanged.
	//
	// An audit entry is written in the same transaction, with what the batch changed, whether that is anything or not. One with the id of a stored
	// one is not written again. A receipt is written likewise; when one with its key is there that is over (see Until) no sooner than after
	// the new one's At, [ErrRepeated] is returned and nothing is applied. Receipts that are over are taken out by and by.
	Apply(ctx context.Context, batch *Batch) (Applied, error)

	// Nodes returns the nodes with the given ids (articles, entities, statements) in the same
	// order, and nil for an id that is not in the graph. Ids may repeat.
	Nodes(ctx context.Context, ids []NodeID) ([]Node, error)

	// Lookup returns for each query the entities with that name, in the same order. A name matches
	// when its folded form (graph/fold) equals that of one of the entity's aliases or of a full name: one that an
	// article gives it, or that persons chose for one of its keys, be it the entity's name or not; a name without a word matches nobody. They are sorted: those that have it as a full name first, then the most mentioned, then by id. At most [MaxLookup] for a query.
	Lookup(ctx context.Context, names []NameQuery) ([][]*Entity, error)

	// Entities returns pages of entities, one for each of q.In, or one in all. The page of an
	// article that is not in the graph is empty.
	Entities(ctx context.Context, q *EntityQuery) ([]EntityPage, error)

	// Articles returns pages of articles, one for each of q.Mentioning, or one in all. The page of
	// an entity that is not in the graph is empty.
	Articles(ctx context.Context, q *ArticleQuery) ([]ArticlePage, error)

	// Statements returns pages of statements, one for each of q.Of, or one in all. The page of a
	// node that is not in the graph is empty.
	Statements(ctx context.Context, q *StatementQuery) ([]StatementPage, error)

	// Mentions returns pages of mentions, one for each of q.Of. The page of a node that is not in
	// the graph is empty.
	Mentions(ctx context.Context, q *MentionQuery) ([]MentionPage, error)

	// Roles returns for each person the roles of all of its keys, in the same order; nil for an id that is not a
	// person of the graph. The roles of one person are one for each (Title, Of), where Title is compared folded and shown
	// in the form of most passages (ties: the lesser), sorted by last seen (newest first, those without a time last), then title, then Of.
	Roles(ctx context.Context, persons []NodeID) ([][]Role, error)

	// Relations returns pages of relations, one for each of q.Of, or with q.Among one of those between any two of q.Of. The
	// page of an entity that is not in the graph is empty. What is counted for a relation says its [RelationKind]: what passes
	// q.Filter. No relation leads from an entity to itself. Those with a weight below q.MinWeight are left out.
	//
	// Of the statements by, about and to an entity, of the articles that mention it and of the events in which it takes part, in
	// whatever role, only the newest q.Newest (see [ByTimeDesc]) of those in q.Filter.Seen are looked at, whatever else the filter
	// says: of the entity of the page; with q.Among of the speaker, of the actor, and of both of those that are mentioned or take
	// part. Partial tells whether one of these entities has more of what was looked at for one of the kinds.
	Relations(ctx context.Context, q *RelationQuery) ([]RelationPage, error)

	// Events returns pages of events with reports, one for each of q.Of, or one in all. The page of a node that is not in the graph is empty. The
	// core of an event is [CoreOf] its reports.
	Events(ctx context.Context, q *EventQuery) ([]EventPage, error)

	// Reports returns pages of reports of events, one for each of q.Of. The page of a node that is not in the graph is empty.
	Reports(ctx context.Context, q *ReportQuery) ([]ReportPage, error)

	// Texts returns the texts of the given articles in the same order, and "" for an id that is
	// not an article of the graph.
	Texts(ctx context.Context, articles []NodeID) ([]string, error)

	// Search returns one page of the nodes that have all folded words of q.Text, after words that are mistyped were corrected: entities first (each
	// word the beginning of a word of one and the same of its names, which are its aliases and full names; those with a
	// name that equals the text, both folded, first, then those with a name that has all the words as they are, then the most
	// mentioned), then statements (the words in their text; newest first), then articles (the words in title or
	// text; newest first). Ties by id. A text without a word finds nothing.
	//
	// A word is mistyped when no node of q.Types has it, and some word of a name is near to it (graph/fold.Near). The nearest of those takes its
	// place (ties: that of the most mentioned entity, then the lesser). The page's Corrections
	// tell of each, in the order of the text. In a text of more than [MaxCorrected] different words none is taken for mistyped.
	Search(ctx context.Context, q *SearchQuery) (SearchPage, error)

	// Facets counts the items of each list that the query names, as the method for that list would give them in all its pages, by
	// the values of each facet: at most q.Top values, those of most items first, ties by value (as bytes), how many further values
	// there are, and how many items have none (an empty text, an unknown speaker or time, nobody to whom or
	// about whom). An item that has a value twice counts once.
	Facets(ctx context.Context, q *FacetQuery) ([]Facets, error)

	// Timeline counts the items of each list that the query names, like Facets, by the bucket of time in which they fall: at most q.Limit
	// buckets that have items, the earliest ones, in order. Items without a time fall into none.
	Timeline(ctx context.Context, q *TimelineQuery) ([][]Bucket, error)

	// Judgements returns the judgements that the query asks for, each once, in the order of [Judgement.Compare].
	Judgements(ctx context.Context, q *JudgementQuery) ([]Judgement, error)

	// Suggestions returns a page of the open pairs, those of the highest score first, ties by id.
	Suggestions(ctx context.Context, q *SuggestionQuery) (SuggestionPage, error)

	// Keys returns for each entity all keys of its group that have mentions or reports, in ascending
	// order; nil for an id that is not in the graph.
	Keys(ctx context.Context, entities []NodeID) ([][]KeyCount, error)

	// Stats counts what is in the graph.
	Stats(ctx context.Context) (Stats, error)

	// Audit returns a page of the audit entries, the newest first, ties by id. The ints of their cursors are Unix microseconds.
	Audit(ctx context.Context, q *AuditQuery) (AuditPage, error)

	// Receipt returns the receipt with the key, or [ErrNotFound] when there is none that ends after the time.
	Receipt(ctx context.Context, key string, at time.Time) (Receipt, error)

	// Close releases the database. No other call may be running or follow.
	Close() error
}

// MaxLookup is how many entities [Store.Lookup] returns for one name.
const MaxLookup = 20

// MaxCorrected is how many different words a text may have whose words are corrected, see [Store.Search].
const MaxCorrected = 10
