package main

import "github.com/newsgraph/newsgraph/loader/article"

// extractedEvent is an event as extract prints it: the days From ≤ t < To in UTC.
type extractedEvent struct {
	Type         article.EventType      `json:"type"`
	Mode         string                 `json:"mode,omitempty"`
	Name         string                 `json:"name,omitempty"`
	Entity       *string                `json:"entity,omitempty"` // of a named event
	Status       article.EventStatus    `json:"status"`
	Trigger      [2]int                 `json:"trigger"`
	Participants []extractedParticipant `json:"participants"`
	Place        *string                `json:"place"`
	From         *string                `json:"from"`
	To           *string                `json:"to"`
	Precision    *string                `json:"precision"`
	ReportedBy   *int                   `json:"reported_by"` // index into statements
	Confidence   float64                `json:"confidence"`
	Reason       string                 `json:"reason"`
}

type extractedParticipant struct {
	Ref   string                  `json:"ref"`
	As    article.ParticipantRole `json:"as"`
	Start int                     `json:"start"`
	End   int                     `json:"end"`
}

func eventOf(a *article.Article, e *article.EventReport) extractedEvent {
	out := extractedEvent{
		Type: e.Type, Mode: e.Mode, Status: e.Status, Trigger: [2]int{e.Trigger.Start, e.Trigger.End}, Participants: []extractedParticipant{},
		Entity: optionalRef(e.Named), Place: optionalRef(e.Place), From: timestamp(e.From), To: timestamp(e.To),
		Confidence: e.Confidence, Reason: reason(e.Reason),
	}
	if e.Named >= 0 {
		out.Name = a.Actors[e.Named].Name
	}
	if e.Precision != "" {
		out.Precision = &e.Precision
	}
	if e.ReportedBy >= 0 {
		out.ReportedBy = &e.ReportedBy
	}
	for _, p := range e.Participants {
		out.Participants = append(out.Participants, extractedParticipant{ref(p.Actor), p.As, p.Span.Start, p.Span.End})
	}
	return out
}
