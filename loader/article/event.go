package article

import "time"

// EventType is what happened: a type of PLOVER's (github.com/openeventdata/PLOVER), or one of those that news needs beside them.
type EventType string

// The types of events. NAMED is an event that the text calls by a name.
const (
	Agree     EventType = "AGREE"
	Consult   EventType = "CONSULT"
	Support   EventType = "SUPPORT"
	Cooperate EventType = "COOPERATE"
	Aid       EventType = "AID"
	Yield     EventType = "YIELD"
	Request   EventType = "REQUEST"
	Accuse    EventType = "ACCUSE"
	Reject    EventType = "REJECT"
	Threaten  EventType = "THREATEN"
	Protest   EventType = "PROTEST"
	Sanction  EventType = "SANCTION"
	Mobilize  EventType = "MOBILIZE"
	Coerce    EventType = "COERCE"
	Assault   EventType = "ASSAULT"
	Appoint   EventType = "APPOINT"
	Resign    EventType = "RESIGN"
	Elect     EventType = "ELECT"
	Meet      EventType = "MEET"
	Visit     EventType = "VISIT"
	Die       EventType = "DIE"
	Arrest    EventType = "ARREST"
	Acquire   EventType = "ACQUIRE"
	Announce  EventType = "ANNOUNCE"
	Named     EventType = "NAMED"
)

// EventStatus tells whether an event happened, by the text.
type EventStatus string

// The statuses of events.
const (
	Happened EventStatus = "HAPPENED"
	Planned  EventStatus = "PLANNED"
	Alleged  EventStatus = "ALLEGED" // or conditional
	Denied   EventStatus = "DENIED"  // or said not to have happened
)

// EventReport is an event as the article tells it. Reports are in order of their triggers.
type EventReport struct {
	Type         EventType
	Mode         string // how, in PLOVER's words ("firearms", "demo"); "" when the trigger does not tell
	Trigger      Span   // the word that tells it, or the name
	Named        int    // index into Actors of a named event; -1 for one without a name
	Participants []Participant
	Place        int       // index into Actors, or -1: where it happened
	From, To     time.Time // the days From ≤ t < To, UTC; both zero when the text does not tell
	Precision    string    // DAY, WEEK, MONTH or YEAR; "" without days
	Status       EventStatus
	ReportedBy   int     // index into Statements: the event is only told there; -1 when the article tells it
	Confidence   float64 // 0 to 1
	Reason       Reason
}

// ParticipantRole is what a participant does in an event.
type ParticipantRole string

// The roles of participants.
const (
	ActorRole     ParticipantRole = "ACTOR"
	RecipientRole ParticipantRole = "RECIPIENT"
)

// Participant is an actor that takes part in an event.
type Participant struct {
	Actor int // index into Actors
	As    ParticipantRole
	Span  Span // the mention
}
