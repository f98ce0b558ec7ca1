package identity

import (
	"fmt"
	"strings"
	"time"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/loader/article"
)

// reports gives what the article tells of events, and adds to the record's actors the events that it does not call by a name. A
// participant that is left out is left out here too, and a report without any is none, unless a town and a day tell which one it is.
func (k *keyed) reports(r *graph.Record) {
	there := map[graph.Key]bool{}
	for i := range k.article.Events {
		e := &k.article.Events[i]
		report, ok := k.report(e)
		if !ok && !k.inTown(e) {
			continue
		}
		if key := report.Key; key.Coded() && !there[key] {
			there[key] = true
			r.Actors = append(r.Actors, graph.Actor{Key: key, Name: k.title(e)})
		}
		r.Reports = append(r.Reports, report)
	}
}

func (k *keyed) report(e *article.EventReport) (r graph.ReportRecord, ok bool) {
	r.ReportedByIndex = e.ReportedBy
	r.Type, r.Status = graph.EventType(e.Type), graph.EventStatus(e.Status)
	r.Mode = e.Mode
	r.From, r.To, r.Precision = e.From, e.To, graph.Precision(e.Precision)
	r.Trigger, r.Spans = graph.Span(e.Trigger), []graph.Span{graph.Span(k.sentence(e.Trigger))}
	r.Confidence, r.Reason = e.Confidence, graph.Reason(e.Reason)
	if e.Place >= 0 && k.article.Actors[e.Place].Kind == article.Place {
		r.PlaceKey = k.key(e.Place)
	}
	of := graph.EventIdentity{Type: r.Type, Place: r.PlaceKey, On: dayKey(e, k.article.PublishedAt)}
	there := map[graph.Participant]bool{}
	for _, p := range e.Participants {
		part := graph.Participant{Key: k.key(p.Actor), As: graph.ParticipantRole(p.As)}
		if part.Key == "" || there[part] || p.Actor == e.Named {
			continue
		}
		there[part] = true
		switch part.As {
		case graph.AsActor:
			of.Actors = append(of.Actors, part.Key)
		case graph.AsRecipient:
			of.Recipients = append(of.Recipients, part.Key)
		}
		part.Span = graph.Span(p.Span)
		r.Participants = append(r.Participants, part)
	}
	if e.Named >= 0 {
		r.Key = k.key(e.Named)
		return r, r.Key != ""
	}
	r.Key = of.Key()
	return r, len(r.Participants) > 0
}

// inTown tells whether an event in which nobody with a name takes part happened in one town on one day, or right before the article. In a
// country, or in a month, many such may have happened.
func (k *keyed) inTown(e *article.EventReport) bool {
	if e.Named >= 0 || e.Place < 0 || k.key(e.Place) == "" {
		return false
	}
	if l := k.article.Actors[e.Place].Location; l == nil || l.Type != article.PlaceCity {
		return false
	}
	if e.From.IsZero() {
		return !k.article.PublishedAt.IsZero()
	}
	return e.To.Equal(e.From.AddDate(0, 0, 1))
}

// sentence is the one in which the words stand, or the words themselves.
func (k *keyed) sentence(s article.Span) article.Span {
	for i := range k.article.Sentences {
		if around := k.article.Sentences[i].Span; around.Contains(s) {
			return around
		}
	}
	return s
}

// reportedOn marks the day of an article in a key whose event is told without a day.
const reportedOn = "~"

// dayKey gives the days of an event as its key has them: those that the text tells, or else the day of the article.
func dayKey(e *article.EventReport, published time.Time) string {
	switch {
	case e.From.IsZero() && published.IsZero():
		return ""
	case e.From.IsZero():
		return reportedOn + published.Format(time.DateOnly)
	case e.To.Equal(e.From.AddDate(0, 0, 1)):
		return e.From.Format(time.DateOnly)
	case e.From.Day() == 1 && e.To.Equal(e.From.AddDate(0, 1, 0)):
		return e.From.Format("2006-01")
	}
	return e.From.Format(time.DateOnly) + ".." + e.To.Format(time.DateOnly)
}

// title says the event in words: "Reconciliation Center for Syria accuses US-led coalition, 2017-12".
func (k *keyed) title(e *article.EventReport) string {
	in := map[article.ParticipantRole][]string{}
	for _, p := range e.Participants {
		if k.key(p.Actor) != "" {
			in[p.As] = append(in[p.As], k.article.Actors[p.Actor].Name)
		}
	}
	actors, recipients := strings.Join(in[article.ActorRole], ", "), strings.Join(in[article.RecipientRole], ", ")
	words := deed(e.Type)
	on, layout := k.article.PublishedAt, "2006-01"
	if !e.From.IsZero() {
		on = e.From
	}
	if e.Precision == string(article.ToYear) {
		layout = "2006"
	}
	when := ""
	if !on.IsZero() {
		when = ", " + on.Format(layout)
	}
	switch {
	case actors == "" && recipients == "":
		of := string(e.Type)
		return fmt.Sprintf("%s in %s%s", of[:1]+strings.ToLower(of[1:]), k.article.Actors[e.Place].Name, when)
	case actors == "":
		return fmt.Sprintf("%s: %s%s", recipients, words.passive, when)
	case recipients == "":
		return fmt.Sprintf("%s %s%s", actors, words.active, when)
	}
	return fmt.Sprintf("%s %s %s%s", actors, words.with, recipients, when)
}

// wording is how a type of event is said of its actor alone, of actor and recipient, and of its recipient alone.
type wording struct{ active, with, passive string }

func deed(of article.EventType) wording {
	if w, there := map[article.EventType]wording{
		article.Agree:     {"agrees", "agrees with", "agreement"},
		article.Consult:   {"holds talks", "holds talks with", "talks"},
		article.Support:   {"gives support", "supports", "supported"},
		article.Cooperate: {"cooperates", "cooperates with", "cooperation"},
		article.Aid:       {"gives aid", "gives aid to", "given aid"},
		article.Yield:     {"yields", "yields to", "yielded to"},
		article.Request:   {"makes a request", "makes a request to", "asked"},
		article.Accuse:    {"makes accusations", "accuses", "accused"},
		article.Reject:    {"rejects", "rejects", "rejected"},
		article.Threaten:  {"makes threats", "threatens", "threatened"},
		article.Protest:   {"protests", "protests against", "protests against"},
		article.Sanction:  {"imposes sanctions", "imposes sanctions on", "sanctions against"},
		article.Mobilize:  {"mobilizes", "mobilizes against", "mobilization against"},
		article.Coerce:    {"uses coercion", "coerces", "coerced"},
		article.Assault:   {"attacks", "attacks", "attacked"},
		article.Appoint:   {"makes an appointment", "appoints", "appointed"},
		article.Resign:    {"resigns", "resigns from", "resignation"},
		article.Elect:     {"holds an election", "elects", "elected"},
		article.Meet:      {"meets", "meets", "meeting"},
		article.Visit:     {"makes a visit", "visits", "visited"},
		article.Die:       {"dies", "dies", "dies"},
		article.Arrest:    {"makes an arrest", "arrests", "arrested"},
		article.Acquire:   {"makes an acquisition", "acquires", "acquired"},
		article.Announce:  {"makes an announcement", "announces to", "announcement"},
	}[of]; there {
		return w
	}
	word := strings.ToLower(string(of))
	return wording{word, word, word}
}
