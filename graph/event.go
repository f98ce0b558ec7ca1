package graph

import (
	"strings"
	"time"
)

// EventType is what happened: a type of PLOVER's (github.com/openeventdata/PLOVER), or one of those that news needs beside them.
type EventType string

// The types of events. EventNamed is that of an event of which a text tells no more than the name.
const (
	EventAgree     EventType = "AGREE"
	EventConsult   EventType = "CONSULT"
	EventSupport   EventType = "SUPPORT"
	EventCooperate EventType = "COOPERATE"
	EventAid       EventType = "AID"
	EventYield     EventType = "YIELD"
	EventRequest   EventType = "REQUEST"
	EventAccuse    EventType = "ACCUSE"
	EventReject    EventType = "REJECT"
	EventThreaten  EventType = "THREATEN"
	EventProtest   EventType = "PROTEST"
	EventSanction  EventType = "SANCTION"
	EventMobilize  EventType = "MOBILIZE"
	EventCoerce    EventType = "COERCE"
	EventAssault   EventType = "ASSAULT"
	EventAppoint   EventType = "APPOINT"
	EventResign    EventType = "RESIGN"
	EventElect     EventType = "ELECT"
	EventMeet      EventType = "MEET"
	EventVisit     EventType = "VISIT"
	EventDie       EventType = "DIE"
	EventArrest    EventType = "ARREST"
	EventAcquire   EventType = "ACQUIRE"
	EventAnnounce  EventType = "ANNOUNCE"
	EventNamed     EventType = "NAMED"
)

// EventTypes lists the types of events in their fixed order.
func EventTypes() []EventType {
	return []EventType{
		EventAgree, EventConsult, EventSupport, EventCooperate, EventAid, EventYield, EventRequest, EventAccuse, EventReject, EventThreaten,
		EventProtest, EventSanction, EventMobilize, EventCoerce, EventAssault, EventAppoint, EventResign, EventElect, EventMeet, EventVisit,
		EventDie, EventArrest, EventAcquire, EventAnnounce, EventNamed,
	}
}

// EventStatus tells whether an event happened, by what is reported of it.
type EventStatus string

// The statuses of events.
const (
	Happened EventStatus = "HAPPENED"
	Planned  EventStatus = "PLANNED"
	Alleged  EventStatus = "ALLEGED" // or conditional
	Denied   EventStatus = "DENIED"  // or said not to have happened
)

// EventStatuses lists the statuses of events in their fixed order.
func EventStatuses() []EventStatus { return []EventStatus{Happened, Planned, Alleged, Denied} }

// ParticipantRole is what a participant does in an event.
type ParticipantRole string

// The roles of participants.
const (
	AsActor     ParticipantRole = "ACTOR"
	AsRecipient ParticipantRole = "RECIPIENT"
)

// ParticipantRoles lists the roles of participants in their fixed order.
func ParticipantRoles() []ParticipantRole { return []ParticipantRole{AsActor, AsRecipient} }

// Participant is an entity that takes part in an event.
type Participant struct {
	Entity NodeID          `json:"entity"`
	Key    Key             `json:"key"`
	As     ParticipantRole `json:"as"`
	// Span is the words for it in the article of a report; the zero span where there are none, and in an [EventCore].
	Span Span `json:"span"`
}

// Report is what one passage of an article tells of an event.
type Report struct {
	ID      NodeID `json:"id"` // [ReportID]
	Event   NodeID `json:"event"`
	Article NodeID `json:"article"`
	// PublishedAt is that of the article; reports are sorted by it.
	PublishedAt time.Time `json:"publishedAt"`
	// Key is that of the event: an actor of the article, see [EventIdentity].
	Key    Key         `json:"key"`
	Type   EventType   `json:"type"`
	Mode   string      `json:"mode"` // how, in words of PLOVER's; "" where the text does not tell
	Status EventStatus `json:"status"`
	// Participants are in ascending order of their roles, then keys; each pair once.
	Participants []Participant `json:"participants"`
	Place        NodeID        `json:"place"` // where it happened, or ""
	PlaceKey     Key           `json:"placeKey"`
	// From ≤ t < To is when it happened, in UTC; both zero where the text does not tell.
	From time.Time `json:"from"`
	To   time.Time `json:"to"`
	// Precision is that of From; "" when that is zero.
	Precision Precision `json:"precision"`
	// Trigger is the words that tell the event, or its name, TriggerText their text; Spans are the passages around, Text their text.
	Trigger     Span   `json:"trigger"`
	TriggerText string `json:"triggerText"`
	Spans       []Span `json:"spans"`
	Text        string `json:"text"`
	// ReportedBy is the statement inside which it is told; "" where the article itself tells it.
	ReportedBy NodeID  `json:"reportedBy"`
	Confidence float64 `json:"confidence"` // 0 to 1
	Reason     Reason  `json:"reason"`
}

// EventCore is what the reports of an event come to, see [CoreOf].
type EventCore struct {
	Type         EventType     `json:"type"`
	Mode         string        `json:"mode"`
	Status       EventStatus   `json:"status"`
	Participants []Participant `json:"participants"`
	Place        NodeID        `json:"place"`
	PlaceKey     Key           `json:"placeKey"`
	From         time.Time     `json:"from"`
	To           time.Time     `json:"to"`
	Precision    Precision     `json:"precision"`
	// At is From, or else the least PublishedAt of the reports; events are sorted by it.
	At time.Time `json:"at"`
	// Asserted tells whether an article itself tells it, and not only a statement in one.
	Asserted   bool    `json:"asserted"`
	Confidence float64 `json:"confidence"`
	Reports    int     `json:"reports"` // all of them
}

// EventIdentity is what makes up an event that no text calls by a name.
type EventIdentity struct {
	Type               EventType
	Actors, Recipients []Key
	Place              Key    // or ""
	On                 string // when it happened ("2017-12-04", "2017-12"), or was reported
}

// Key gives the event's name key. Reports that agree on all of it are of one event. Keys are put in order, each once.
func (e EventIdentity) Key() Key {
	return MakeKey(KindEvent, strings.Join([]string{string(e.Type), joinKeys(e.Actors), joinKeys(e.Recipients), string(e.Place), e.On}, eventKeySep))
}

// eventKeySep parts what the key of an [EventIdentity] is made of, and keySep keys in there. Normalized names have neither.
const (
	eventKeySep = "|"
	keySep      = "+"
)

// Coded tells whether the key is one of an [EventIdentity], and not one of a name.
func (k Key) Coded() bool { return k.Kind() == KindEvent && strings.Contains(string(k), eventKeySep) }

// Identity takes the key of an [EventIdentity] apart; ok tells whether it is one.
func (k Key) Identity() (e EventIdentity, ok bool) {
	parts := strings.Split(k.Name(), eventKeySep)
	if k.Kind() != KindEvent || len(parts) != 5 {
		return e, false
	}
	return EventIdentity{EventType(parts[0]), splitKeys(parts[1]), splitKeys(parts[2]), Key(parts[3]), parts[4]}, true
}
