// Package article is the annotated article: what the stages of the loader read and write.
//
// It holds data only. The text is fixed by the clean stage; after that each stage appends marks,
// which are byte spans of the text, and changes none that are there. A stage sees this package and no other stage.
package article

import (
	"strings"
	"time"
)

// Article is one news text on its way through the stages.
type Article struct {
	// Given by the source.

	Key         string // names the article for ever: its URL, or what else names it in its source
	SourcePath  string // the file it came from, as the user named it; "-" for standard input
	URL         string
	Source      string // the outlet
	Title       string // empty when the source has none: then the clean stage may lift it out of Raw
	Authors     []string
	PublishedAt time.Time // UTC; zero when unknown: then the clean stage may lift it out of Raw
	Language    string    // ISO 639-1, or ""
	Raw         string    // what was read, in valid UTF-8

	// Given by the clean stage.

	Text    string // what the stages after it read; valid UTF-8
	Removed []Removed
	// Dateline is the place of writing at the head of the text ("MOSCOW, Dec 25 (Agency) –"), zero
	// when there is none. It stays in the text, and is not part of any sentence.
	Dateline Span

	// Given by the segment stage.

	Paragraphs []Span
	Sentences  []Sentence
	Tokens     []Token
	Quotes     []Quote

	// Given by the reader.

	Names        []Name
	Attributions []Attribution
	Tones        []WordTone  // empty from a reader that does not judge tones
	Predicates   []Predicate // empty from a reader that finds no roles

	// Given by the entity stage.

	Actors []Actor
	Roles  []Role

	// Given by the statement stage.

	Statements []Statement

	// Given by the event stage.

	Events []EventReport
}

// Span is a passage of the text: bytes [Start, End).
type Span struct{ Start, End int }

// Of returns the passage of the text.
func (s Span) Of(text string) string { return text[s.Start:s.End] }

// Len is the length in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Empty tells whether the span has no bytes; the zero span stands for "none".
func (s Span) Empty() bool { return s.End <= s.Start }

// Trim takes the runes that cut holds for off both ends.
func (s Span) Trim(text string, cut func(rune) bool) Span {
	left := strings.TrimLeftFunc(s.Of(text), cut)
	s.Start = s.End - len(left)
	s.End = s.Start + len(strings.TrimRightFunc(left, cut))
	return s
}

// Contains tells whether t lies in s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps tells whether the spans share a byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Removed is a passage of Raw that the clean stage took out.
type Removed struct {
	Span Span   // bytes of Raw
	Text string // the passage
	Why  string // a stable code: "icons", "navigation", "promo", "caption", "byline", "date", "title", "share", …
}

// Sentence is a sentence of a paragraph. Sentences do not overlap and are in order.
type Sentence struct {
	Span      Span
	Paragraph int    // index into Paragraphs
	Tokens    [2]int // the sentence's tokens are Tokens[Tokens[0]:Tokens[1]]
}

// Token is a word, a number or a punctuation mark. Tokens do not overlap and are in order.
type Token struct{ Span Span }

// Quote is a passage in quote marks.
type Quote struct {
	Span  Span // with the marks
	Inner Span // without them
	// Open tells that the quotation has no closing mark of its own: it runs on in the next
	// paragraph (Next), or the text forgot it.
	Open bool
	// Next is the index of the quote that goes on with this one in the next paragraph, or -1.
	Next int
}

// Kind is the kind of an entity.
type Kind string

// The kinds of entities.
const (
	Person       Kind = "PERSON"
	Organization Kind = "ORGANIZATION"
	Place        Kind = "PLACE"
	Event        Kind = "EVENT"
)

// Name is a passage that names an entity. Names do not overlap and are in order. Titles before a person's name are
// not part of it ("Foreign Minister" in "Foreign Minister Sergey Lavrov"), possessive endings neither.
type Name struct {
	Span       Span
	Kind       Kind
	Confidence float64 // 0 to 1
}

// Attribution is a passage that the text gives to somebody: content, and mostly cue and source.
// Attributions are in the order of the first byte of their content; the content of one may lie in that of another.
type Attribution struct {
	Source     []Span // the words for who said it ("Russian Foreign Minister Sergey Lavrov", "he"); empty when there are none
	Cue        []Span // the attributing words ("said", "as … put it"); empty when there are none
	Content    []Span // what was said, in order, with its quote marks; at least one
	Confidence float64
}

// Predicate is a word that tells what is done or happens, with its arguments. Predicates are in order.
type Predicate struct {
	Span       Span
	Arguments  []Argument // in order
	Confidence float64    // 0 to 1
}

// Argument is who does it, to whom, when, where: the label is PropBank's ("ARG0", "ARGM-TMP"), the head is the word
// of the argument that its other words hang on.
type Argument struct {
	Label      string
	Head       Span
	Confidence float64 // 0 to 1
}

// Form tells how a mention names its actor.
type Form string

// The forms of mentions.
const (
	FormName    Form = "NAME"
	FormTitle   Form = "TITLE"
	FormPronoun Form = "PRONOUN"
)

// Actor is an entity of this article: all its mentions together.
type Actor struct {
	Kind Kind
	// Name is the actor's full name: the longest that the article has, or the one of common knowledge ("United
	// States" for "US", "American").
	Name string
	// Mentions are in order; at least one.
	Mentions []Mention
	// Location is where a place is, given by the place stage; nil for others, and for a place that the gazetteer does not know.
	Location *Location
}

// Mention is one place where the article names an actor.
type Mention struct {
	Span       Span
	Form       Form
	Confidence float64
	Reason     Reason
}

// Reason tells why a link was made: a stable code of the rule, and a sentence for people.
type Reason struct{ Code, Text string }

// Role is a title that the article gives to a person.
type Role struct {
	Person int    // index into Actors
	Title  string // "Foreign Minister"
	Of     int    // index into Actors: of what organization or country; -1 when the text does not say
	Span   Span   // the words of the title
}

// StatementKind tells how a statement is reported.
type StatementKind string

// The kinds of statements.
const (
	Direct   StatementKind = "DIRECT"
	Mixed    StatementKind = "MIXED"
	Indirect StatementKind = "INDIRECT"
)

// StatementMode tells whether the article says that a statement was made.
type StatementMode string

// The modes of statements.
const (
	Said         StatementMode = "SAID"
	NotSaid      StatementMode = "NOT_SAID"     // "did not say that"
	Hypothetical StatementMode = "HYPOTHETICAL" // "would say that", "if he says that"
)

// Precision tells how exactly a time is known: it is the beginning of its second, day, week (Monday), month or year.
type Precision string

// The precisions.
const (
	ToSecond Precision = "SECOND"
	ToDay    Precision = "DAY"
	ToWeek   Precision = "WEEK"
	ToMonth  Precision = "MONTH"
	ToYear   Precision = "YEAR"
)

// Statement is something that somebody said, in order of the first byte of its content.
type Statement struct {
	Kind        StatementKind
	Mode        StatementMode
	Content     []Span // at least one, in order; without the quote marks around all of it
	Cue         Span   // the zero span when there is none
	Speaker     int    // index into Actors, or -1: unknown
	SpeakerSpan Span   // the words for the speaker; the zero span when there are none
	Addressees  []int  // indexes into Actors, ascending, each once
	About       []Target
	Within      int       // index into Statements, or -1
	SaidAt      time.Time // UTC; zero when the text does not tell
	// SaidAtPrecision is that of SaidAt; "" when that is zero.
	SaidAtPrecision Precision
	Confidence      float64
	Reason          Reason // why this speaker
}

// Target is an actor that a statement is about.
type Target struct {
	Actor      int
	Spans      []Span // where the statement, or the frame around it, names the actor; in order
	Confidence float64
	Reason     Reason
	Tone       Tone
	// ToneConfidence is how sure the tone is, 0 to 1; 0 where no reader judged it.
	ToneConfidence float64
}
