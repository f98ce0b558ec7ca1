package graph

import (
	"slices"
	"time"
)

// Page asks for a part of a list, after the Relay connection specification. At most one of First
// and Last may be set; [Graph] sets First to its default when neither is.
type Page struct {
	First  *int   // the first n after After
	After  string // a cursor, or ""
	Last   *int   // the last n before Before
	Before string // a cursor, or ""
	Count  bool   // whether Total is wanted
}

// PageInfo tells where in the list a page lies, see [Store].
type PageInfo struct {
	HasNextPage     bool   // the list has items behind the page, be they in the bounds of Before or not
	HasPreviousPage bool   // the list has items before the page, be they in the bounds of After or not
	StartCursor     string // "" for an empty page
	EndCursor       string // "" for an empty page
}

// EntityPage is a page of entities.
type EntityPage struct {
	Edges    []EntityEdge
	PageInfo PageInfo
	Total    int // set when Page.Count was
}

// EntityEdge is an entity in a page.
type EntityEdge struct {
	Cursor string
	Node   *Entity
}

// ArticlePage is a page of articles.
type ArticlePage struct {
	Edges    []ArticleEdge
	PageInfo PageInfo
	Total    int // set when Page.Count was
}

// ArticleEdge is an article in a page.
type ArticleEdge struct {
	Cursor string
	Node   *Article
}

// StatementPage is a page of statements.
type StatementPage struct {
	Edges    []StatementEdge
	PageInfo PageInfo
	Total    int // set when Page.Count was
}

// StatementEdge is a statement in a page.
type StatementEdge struct {
	Cursor string
	Node   *Statement
}

// MentionPage is a page of mentions.
type MentionPage struct {
	Edges    []MentionEdge
	PageInfo PageInfo
	Total    int // set when Page.Count was
}

// MentionEdge is a mention in a page.
type MentionEdge struct {
	Cursor string
	Node   *Mention
}

// SearchPage is a page of search hits.
type SearchPage struct {
	Edges       []SearchEdge
	PageInfo    PageInfo
	Total       int          // set when Page.Count was
	Corrections []Correction // of mistyped words of the text
}

// Correction is a folded word that was searched for in the place of one that nothing has.
type Correction struct {
	Word        string // as it was asked for, folded
	Replacement string
}

// SearchEdge is a hit in a page.
type SearchEdge struct {
	Cursor string
	Node   Node // *Entity, *Statement or *Article
}

// TimeRange is a range of time: From ≤ t < To. A zero bound is open; a zero t is in no range but
// the open one.
type TimeRange struct {
	From time.Time
	To   time.Time
}

// Open tells whether the range has no bounds.
func (r TimeRange) Open() bool { return r.From.IsZero() && r.To.IsZero() }

// Seconds gives the range with its bounds rounded up to whole seconds; the same whole seconds are in it.
func (r TimeRange) Seconds() TimeRange {
	up := func(t time.Time) time.Time {
		if t.Nanosecond() > 0 {
			t = t.Truncate(time.Second).Add(time.Second)
		}
		return t.UTC()
	}
	return TimeRange{From: up(r.From), To: up(r.To)}
}

// Order is the order of a list. Each is total: ties are broken as its comment says.
type Order string

// The orders of lists.
const (
	// ByTimeDesc is newest first (statements and events by At, articles, mentions and reports by PublishedAt), those without a time last;
	// ties by id ascending (mentions: by article id, then span, then key). The default for statements,
	// articles and mentions.
	ByTimeDesc Order = "TIME_DESC"
	// ByTimeAsc is oldest first, those without a time last; ties by id ascending (mentions as above).
	ByTimeAsc Order = "TIME_ASC"
	// ByMentionsDesc is the most mentioned first; ties by id ascending. The default for entities.
	ByMentionsDesc Order = "MENTIONS_DESC"
	// ByNameAsc is by the folded display name, as bytes; ties by id ascending. For entities.
	ByNameAsc Order = "NAME_ASC"
	// BySearchRank is the order of search hits, see [Store.Search].
	BySearchRank Order = "SEARCH_RANK"
	// ByScoreDesc is the highest score first; ties by id. The order of suggestions.
	ByScoreDesc Order = "SCORE_DESC"
	// ByWeightDesc is the heaviest first; ties by kind, From and To, as bytes. The order of relations.
	ByWeightDesc Order = "WEIGHT_DESC"
)

// Fields name the fields of items that are wanted, as they are called in Go ("Text"); nil stands for all. ID and what a list is sorted by are
// always there; each other field is either as it is in the graph or zero.
type Fields []string

// Has tells whether the field is wanted.
func (f Fields) Has(name string) bool { return f == nil || slices.Contains(f, name) }

// EntityQuery asks for entities. With In not nil, the answer has a page for each of its articles, in
// the same order, of the entities that the article mentions; else it has one page.
type EntityQuery struct {
	In     []NodeID
	Filter EntityFilter
	Order  Order // ByMentionsDesc (of the whole graph, in each page too) or ByNameAsc
	Page   Page
	Fields Fields
}

// EntityFilter selects entities; all that is set must hold. In this filter and the others a list that is not
// empty selects by those of its ids that are in the graph, and so nothing when none is.
type EntityFilter struct {
	Kinds []Kind
	// Text holds when each of its folded words is the beginning of a word of one and the same of the entity's names, which
	// are its aliases and full names. A text without a word always holds, here and in the other filters.
	Text        string
	MinArticles int
	And         []EntityFilter // all of them
	Or          []EntityFilter // at least one of them, unless empty
	Not         *EntityFilter
}

// ArticleQuery asks for articles. With Mentioning not nil, the answer has a page for each of its
// entities, in the same order; else it has one page.
type ArticleQuery struct {
	Mentioning []NodeID
	// With, when not nil, has an entity for each of Mentioning: the page has only articles that mention it too, and none
	// when it is not in the graph.
	With   []NodeID
	Filter ArticleFilter
	Order  Order // ByTimeDesc or ByTimeAsc
	Page   Page
	Fields Fields
}

// ArticleFilter selects articles; all that is set must hold.
type ArticleFilter struct {
	Sources   []string // any of these outlets, exactly
	Published TimeRange
	// Text holds when each of its folded words is a word of the title or the text.
	Text     string
	Mentions []NodeID // all of these entities
	And      []ArticleFilter
	Or       []ArticleFilter
	Not      *ArticleFilter
}

// StatementAnchor tells how the statements of a page hang on its node.
type StatementAnchor string

// The anchors of statement pages.
const (
	NoAnchor   StatementAnchor = ""
	SpokenBy   StatementAnchor = "SPEAKER"   // Of are entities
	AboutWhom  StatementAnchor = "ABOUT"     // Of are entities
	ToWhom     StatementAnchor = "ADDRESSEE" // Of are entities
	InArticle  StatementAnchor = "ARTICLE"   // Of are articles
	WithinThat StatementAnchor = "WITHIN"    // Of are statements
)

// StatementQuery asks for statements. With an anchor, the answer has a page for each node of Of,
// in the same order; without, one page, and Of is empty.
type StatementQuery struct {
	Anchor StatementAnchor
	Of     []NodeID
	// With, when not nil, has an entity for each of Of: the page has only statements about it with the anchor SpokenBy, only
	// statements by it with AboutWhom and ToWhom, and none when it is not in the graph. It goes with no other anchor.
	With   []NodeID
	Filter StatementFilter
	Order  Order // ByTimeDesc or ByTimeAsc
	Page   Page
	Fields Fields
}

// StatementFilter selects statements; all that is set must hold.
type StatementFilter struct {
	Speakers   []NodeID // any of these entities
	About      []NodeID // any of these entities
	Addressees []NodeID // any of these entities
	Kinds      []StatementKind
	Articles   []NodeID // any of these articles
	Sources    []string // in an article of any of these outlets
	// Text holds when each of its folded words is a word of the statement's text.
	Text string
	// Context holds when each of its folded words is a word of the sentences around, the statement's own among them.
	Context string
	// Cue and SpeakerText hold when each of their folded words is a word of the statement's cue or speaker text.
	Cue         string
	SpeakerText string
	// Tones holds for statements with any of these tones toward one of About. Without About it is the tone toward the
	// page's node on a page of statements about it, and toward any target elsewhere.
	Tones         []Tone
	Modes         []StatementMode
	Within        []NodeID  // within any of these statements, at the first level
	Nested        *bool     // whether it is within another statement
	Said          TimeRange // of At
	Published     TimeRange // of the article
	Reasons       []string  // any of these codes
	MinConfidence float64
	And           []StatementFilter
	Or            []StatementFilter
	Not           *StatementFilter
}

// MentionAnchor tells on what the mentions of a page hang.
type MentionAnchor string

// The anchors of mention pages.
const (
	OfEntity  MentionAnchor = "ENTITY"
	OfArticle MentionAnchor = "ARTICLE"
)

// MentionQuery asks for mentions. The answer has a page for each node of Of, in the same order.
type MentionQuery struct {
	Anchor MentionAnchor
	Of     []NodeID
	Order  Order // ByTimeDesc or ByTimeAsc
	Page   Page
}

// SearchType is a type of search hit.
type SearchType string

// The types of search hits, in the order in which they are listed.
const (
	SearchEntities   SearchType = "ENTITY"
	SearchStatements SearchType = "STATEMENT"
	SearchArticles   SearchType = "ARTICLE"
)

// SearchQuery asks for the nodes that have all words of a text.
type SearchQuery struct {
	Text   string
	Types  []SearchType // empty: all
	Page   Page         // forward only
	Fields Fields
}

// NameQuery asks who is called by a name.
type NameQuery struct {
	Name string
	Kind Kind // "" for any
}
