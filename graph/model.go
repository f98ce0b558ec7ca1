package graph

import "time"

// Kind is the kind of an entity.
type Kind string

// The kinds of entities.
const (
	KindPerson       Kind = "PERSON"
	KindOrganization Kind = "ORGANIZATION"
	KindPlace        Kind = "PLACE"
	KindEvent        Kind = "EVENT"
)

// Kinds lists the kinds of entities in their fixed order.
func Kinds() []Kind { return []Kind{KindPerson, KindOrganization, KindPlace, KindEvent} }

// StatementKind tells how a statement is reported.
type StatementKind string

// The kinds of statements.
const (
	// Direct statements stand in quote marks, all of them.
	Direct StatementKind = "DIRECT"
	// Mixed statements are reported with some of the speaker's own words in quote marks.
	Mixed StatementKind = "MIXED"
	// Indirect statements are reported without quote marks.
	Indirect StatementKind = "INDIRECT"
)

// StatementKinds lists the kinds of statements in their fixed order.
func StatementKinds() []StatementKind { return []StatementKind{Direct, Mixed, Indirect} }

// StatementMode tells whether the article says that a statement was made.
type StatementMode string

// The modes of statements.
const (
	// Said statements were made, says the article.
	Said StatementMode = "SAID"
	// NotSaid statements were not made, says the article: "did not say that", "has never claimed that".
	NotSaid StatementMode = "NOT_SAID"
	// Hypothetical statements may be made or might have been: "would say that", "if he says that".
	Hypothetical StatementMode = "HYPOTHETICAL"
)

// StatementModes lists the modes of statements in their fixed order.
func StatementModes() []StatementMode { return []StatementMode{Said, NotSaid, Hypothetical} }

// Tone is how a statement speaks of one of its targets.
type Tone string

// The tones.
const (
	Positive Tone = "POSITIVE"
	Neutral  Tone = "NEUTRAL" // also: not sure
	Negative Tone = "NEGATIVE"
)

// Tones lists the tones in their fixed order.
func Tones() []Tone { return []Tone{Positive, Neutral, Negative} }

// Precision tells how exactly a time is known. The time is the beginning of its second, day, week (Monday), month or year, in UTC.
type Precision string

// The precisions.
const (
	ToSecond Precision = "SECOND"
	ToDay    Precision = "DAY"
	ToWeek   Precision = "WEEK"
	ToMonth  Precision = "MONTH"
	ToYear   Precision = "YEAR"
)

// Precisions lists the precisions in their fixed order, the finest first.
func Precisions() []Precision { return []Precision{ToSecond, ToDay, ToWeek, ToMonth, ToYear} }

// MentionForm tells how a mention names its entity.
type MentionForm string

// The forms of mentions.
const (
	FormName    MentionForm = "NAME"
	FormTitle   MentionForm = "TITLE"
	FormPronoun MentionForm = "PRONOUN"
)

// Span is a passage of an article's text: bytes [Start, End) of its UTF-8 form.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Reason tells why a link was made: the rule's stable code, and a sentence for people.
type Reason struct {
	Code string `json:"code"`
	Text string `json:"text"`
}

// Node is anything that has an id of its own: an [Entity], a [Statement] or an [Article].
type Node interface {
	NodeID() NodeID
}

// Article is one news text. Its text is not part of it, see [Store.Texts].
type Article struct {
	ID NodeID `json:"id"`
	// Key is what the id is made of: the URL, or what else names the article in its source.
	Key        string   `json:"key"`
	URL        string   `json:"url"`
	Title      string   `json:"title"`
	Source     string   `json:"source"` // the outlet
	SourcePath string   `json:"sourcePath"`
	Authors    []string `json:"authors"`
	// PublishedAt is in UTC, to the second; zero when it is not known.
	PublishedAt time.Time `json:"publishedAt"`
	Language    string    `json:"language"` // ISO 639-1
}

// NodeID returns the article's id.
func (a *Article) NodeID() NodeID { return a.ID }

// Alias is a surface form by which articles name an entity.
type Alias struct {
	Name     string `json:"name"`
	Mentions int    `json:"mentions"` // how many mentions of form NAME are exactly this
}

// Entity is a person, organization, place or event of the world.
type Entity struct {
	ID   NodeID `json:"id"`
	Kind Kind   `json:"kind"`
	// Name is the best of the entity's names, see [BestName].
	Name string `json:"name"`
	// Aliases are all surface forms of form NAME, the most frequent first, then by name.
	Aliases      []Alias `json:"aliases"`
	ArticleCount int     `json:"articleCount"`
	// MentionCount counts mentions of all forms.
	MentionCount int `json:"mentionCount"`
	// FirstSeen and LastSeen are the least and the greatest PublishedAt of the articles that
	// mention the entity; zero when none of them has a date.
	FirstSeen time.Time `json:"firstSeen"`
	LastSeen  time.Time `json:"lastSeen"`
	// Event is what the reports of an event come to; nil for an entity without reports. An event that has reports but no mention has no name in
	// any text; for such a one ArticleCount, FirstSeen and LastSeen are those of the articles that report it.
	Event *EventCore `json:"event,omitempty"`
	// Place is where a place is, by [Places]; nil where that is not known, and for other kinds.
	Place *PlaceFacts `json:"place,omitempty"`
}

// NodeID returns the entity's id.
func (e *Entity) NodeID() NodeID { return e.ID }

// Mention is one place where an article names an entity.
type Mention struct {
	Entity  NodeID      `json:"entity"`
	Article NodeID      `json:"article"`
	Key     Key         `json:"key"` // the name key under which it was made
	Span    Span        `json:"span"`
	Text    string      `json:"text"` // the surface form
	Form    MentionForm `json:"form"`
}

// Target is an entity that a statement is about.
type Target struct {
	Entity     NodeID  `json:"entity"`
	Key        Key     `json:"key"`
	Spans      []Span  `json:"spans"`
	Confidence float64 `json:"confidence"` // 0 to 1
	Reason     Reason  `json:"reason"`
	// Tone is how the statement speaks of the entity, and ToneConfidence how sure that is, from 0 to 1; 0 where
	// nobody has judged it.
	Tone           Tone    `json:"tone"`
	ToneConfidence float64 `json:"toneConfidence"`
}

// Statement is something that somebody said, wrote or is reported to think, in one article.
type Statement struct {
	ID      NodeID        `json:"id"`
	Article NodeID        `json:"article"`
	Kind    StatementKind `json:"kind"`
	Mode    StatementMode `json:"mode"`
	// Spans are the passages of the content, in order; Text is their text, joined by " … ".
	Spans []Span `json:"spans"`
	Text  string `json:"text"`
	// Cue is the attributing words ("said", "according to"); "" with a zero span when there are none.
	Cue     string `json:"cue"`
	CueSpan Span   `json:"cueSpan"`
	// Speaker is "" when the article does not make clear who spoke; SpeakerText then still holds
	// the words of the text, if any ("some US officials").
	Speaker     NodeID   `json:"speaker"`
	SpeakerKey  Key      `json:"speakerKey"`
	SpeakerText string   `json:"speakerText"`
	SpeakerSpan Span     `json:"speakerSpan"`
	Addressees  []NodeID `json:"addressees"` // in ascending order of their keys
	// AddresseeKeys are the keys of Addressees, in the same order; ascending.
	AddresseeKeys []Key    `json:"addresseeKeys"`
	About         []Target `json:"about"` // in ascending order of their keys
	// Within is the statement in which this one is reported, or "".
	Within NodeID `json:"within"`
	// SaidAt is when it was said, in UTC; zero when only the article's date is known.
	SaidAt time.Time `json:"saidAt"`
	// SaidAtPrecision is that of SaidAt; "" when that is zero.
	SaidAtPrecision Precision `json:"saidAtPrecision"`
	// At is SaidAt, or else the article's PublishedAt; statements are sorted by it.
	At         time.Time `json:"at"`
	Context    string    `json:"context"` // the sentences around the statement, verbatim
	Confidence float64   `json:"confidence"`
	Reason     Reason    `json:"reason"` // why this speaker
}

// NodeID returns the statement's id.
func (s *Statement) NodeID() NodeID { return s.ID }

// Role is a title that a person holds, gathered over the articles that say so.
type Role struct {
	Person NodeID `json:"person"`
	Title  string `json:"title"`
	// Of is the organization or country of the title, or "".
	Of        NodeID    `json:"of"`
	FirstSeen time.Time `json:"firstSeen"`
	LastSeen  time.Time `json:"lastSeen"`
	// Evidence is where it stands: at most [MaxRoleEvidence] passages, by article id, then start.
	Evidence []Evidence `json:"evidence"`
	// Count is how many passages there are in all.
	Count int `json:"count"`
}

// MaxRoleEvidence is how many passages a [Role] carries.
const MaxRoleEvidence = 20

// Evidence is a passage of an article.
type Evidence struct {
	Article NodeID `json:"article"`
	Span    Span   `json:"span"`
}

// Stats counts what is in the graph.
type Stats struct {
	Articles   int                   `json:"articles"`
	Entities   map[Kind]int          `json:"entities"`   // every kind is present
	Statements map[StatementKind]int `json:"statements"` // every kind is present
	Mentions   int                   `json:"mentions"`
	Judgements int                   `json:"judgements"`
	Reports    int                   `json:"reports"` // of events
}
