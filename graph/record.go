package graph

import "time"

// Record is what the reading of one article gives; it is written as a whole.
type Record struct {
	Article Article
	// Text is the article's cleaned text in UTF-8; all spans of the record are bytes of it.
	Text string
	// Actors are the entities of the article, each key once, and each full name of a kind once.
	Actors []Actor
	// Statements are in reading order. Their ID, Article, Speaker, Addressees, Target.Entity,
	// Within and At fields are ignored: a store computes them from the keys, from WithinIndex and from the dates.
	// An empty Mode stands for SAID, an empty Tone for NEUTRAL, and the precision of a SaidAt that has none for SECOND.
	Statements []StatementRecord
	Roles      []RoleRecord
	// Reports are what the article tells of events, in reading order. Their ID, Article, Event, PublishedAt, Place, ReportedBy, texts and
	// Entity fields are ignored: they follow from the rest. An empty Status stands for HAPPENED.
	Reports []ReportRecord
	// Digest identifies the content of the record; [Graph] fills it in. A record whose digest is the
	// stored one is not written again.
	Digest string
}

// Actor is an entity as one article names it.
type Actor struct {
	Key Key
	// Name is the full name by which the article, or common knowledge, calls it ("United States" for "US").
	Name string
	// Mentions are in ascending order of their spans; at least one, but none of an event with a key of [EventIdentity], which has reports.
	Mentions []ActorMention
}

// ReportRecord is a report of an event before it is in the graph.
type ReportRecord struct {
	Report
	// ReportedByIndex is the index of the statement inside which it is told, or -1.
	ReportedByIndex int
}

// ActorMention is one place where the record's article names an actor. Its surface form is the text
// of its span.
type ActorMention struct {
	Span Span
	Form MentionForm
}

// StatementRecord is a statement before it is in the graph.
type StatementRecord struct {
	Statement
	// WithinIndex is the index of the statement in which this one is reported, or -1.
	WithinIndex int
}

// RoleRecord is one passage that gives a person a title.
type RoleRecord struct {
	Person Key
	Title  string
	Of     Key // "" when the text does not say
	Span   Span
}

// Authority tells who made a judgement. A person's judgement beats a rule's.
type Authority string

// The authorities.
const (
	ByRule   Authority = "RULE"
	ByPerson Authority = "PERSON"
)

// Verdict is what a judgement says about a pair of keys.
type Verdict string

// The verdicts.
const (
	Same    Verdict = "SAME"
	NotSame Verdict = "NOT_SAME"
	Unsure  Verdict = "UNSURE"
	// Named says by which name the entity of a key is to be called; only persons say that.
	Named Verdict = "NAMED"
)

// Verdicts lists the verdicts in their fixed order.
func Verdicts() []Verdict { return []Verdict{Same, NotSame, Unsure, Named} }

// Judgement is a stored decision whether two keys name the same entity of the world, or how an entity is to be called. A rule has
// at most one on a pair; a new one takes the place of the old. Those of persons are all kept: the newest word on a matter counts, and when it is
// taken back, the one before it.
type Judgement struct {
	ID NodeID // see [JudgementID]; filled in by [Graph]
	// A and B are keys of the same kind, A < B ([Graph] puts them in order); B is "" with the verdict NAMED.
	A, B    Key
	Verdict Verdict
	By      Authority
	Score   float64   // 0 to 1: how sure the author was
	Author  string    // the rule's code or the person's name
	Reason  string    // for people; with the author's name at most [MaxReason] bytes
	At      time.Time // in UTC, to the microsecond
	// Block is the block in which [Rules] judged; "" for judgements of batches.
	Block string
	// Act is the same for judgements that a person made at once, see [ActID]: they are taken back together. "" for none.
	Act NodeID `json:",omitempty"`
	// Name is the name that was chosen; "" unless the verdict is NAMED. At most [MaxName] bytes.
	Name string `json:",omitempty"`
}

// MaxReason is the greatest length of a judgement's reason and author together, in bytes: each judgement of an act has a copy.
const MaxReason = 2000

// MaxName is the greatest length of a name that a person chooses for an entity, in bytes.
const MaxName = 300

// Batch is a set of changes that is applied as a whole or not at all, in the order of its fields.
type Batch struct {
	// Rules judge the blocks that the batch bears on; [Graph] fills it in. Nil for none. Where there are Rules, judgements by
	// rule are theirs alone, and Undo passes over them.
	Rules Rules
	// Places tells where places are; [Graph] fills it in. Nil for nowhere.
	Places Places
	// Delete names articles to take out, with all that only they supported. Ids that are not in the graph are ignored.
	Delete []NodeID
	// Records are articles to write; one that is there already is replaced. Each id once.
	Records []*Record
	// Undo names judgements to take back, by their own id or by that of their act; ids that are not in the graph are ignored.
	Undo []NodeID
	// Judge adds judgements. The keys need not be in the graph (yet). Each id once.
	Judge []Judgement
	// Audit, unless nil, is written into the log of changes. [Graph] fills in its id.
	Audit *AuditEntry
	// AuditSince, unless zero, is the time of the oldest entries that stay when Audit is written. [Graph] fills it in.
	AuditSince time.Time
	// Receipt, unless nil, is kept; while one with its key is, the batch is refused with [ErrRepeated].
	Receipt *Receipt
}

// Applied tells what a batch changed.
type Applied struct {
	Deleted   int `json:"deleted"`   // articles taken out
	Added     int `json:"added"`     // records that were new
	Replaced  int `json:"replaced"`  // records that took the place of another text or reading
	Unchanged int `json:"unchanged"` // records that were there already
	Judged    int `json:"judged"`    // judgements that are new or say something else than before
	Undone    int `json:"undone"`    // judgements taken back
	// Records tells what became of each record of the batch, in its order; nil when there are none.
	Records []Change `json:"records,omitempty"`
}

// Change is what became of a record.
type Change string

// The changes.
const (
	Added     Change = "ADDED"
	Replaced  Change = "REPLACED"
	Unchanged Change = "UNCHANGED"
)
