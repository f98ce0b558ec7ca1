package eval

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/eval/events"
	"github.com/newsgraph/newsgraph/eval/score"
	"github.com/newsgraph/newsgraph/loader/article"
)

func eventSample(c events.Case) sample {
	return sample{
		article: article.Article{Key: c.ID, Raw: c.Text, PublishedAt: c.Published},
		compare: func(a *article.Article, t *tally) { compareEvents(t, a, &c) },
	}
}

// compareEvents pairs gold and found events of one type, those with the most participants in common first.
func compareEvents(t *tally, a *article.Article, c *events.Case) {
	var found []*article.EventReport
	for i := range a.Events {
		if a.Events[i].Type != article.Named {
			found = append(found, &a.Events[i])
		}
	}
	right, taken := 0, map[*article.EventReport]bool{}
	for i := range c.Events {
		g := &c.Events[i]
		e := bestEvent(a, found, taken, g)
		if e == nil {
			t.fault("event missed", a, "", g.Type+" "+g.Trigger+": "+g.Actor+" → "+g.Recipient)
			continue
		}
		taken[e] = true
		if shared(a, e, g) == 2 {
			right++
		} else {
			t.fault("other participants", a, eventWords(a, e), g.Type+": "+g.Actor+" → "+g.Recipient, e.Trigger)
		}
		compareEvent(t, a, e, g)
	}
	for _, e := range found {
		if !taken[e] {
			t.fault("no event", a, eventWords(a, e), "", e.Trigger)
		}
	}
	t.count("event.participants", score.Counts{Right: right, Found: len(found), Gold: len(c.Events)})
	t.spare("event.without-extra", len(found)-len(taken), len(c.Events))
	t.count("event.type", score.Counts{Right: len(taken), Found: len(found), Gold: len(c.Events)})
}

// compareEvent compares what else is known of an event that was found.
func compareEvent(t *tally, a *article.Article, e *article.EventReport, g *events.Event) {
	t.rate("event.status", string(e.Status) == g.Status)
	t.rate("event.time", e.From.Equal(g.From) && e.To.Equal(g.To))
	t.rate("event.place", e.Place < 0 && g.Place == "" || e.Place >= 0 && g.Place != "" && calledSo(a, e.Place, g.Place))
	t.rate("event.reporter", reportedAs(a, e, g))
	eventFaults(t, a, e, g)
}

// reportedAs tells whether the words for the reporter are those of the gold data. Who accuses or demands may be named as its own reporter.
func reportedAs(a *article.Article, e *article.EventReport, g *events.Event) bool {
	speaker := ""
	if e.ReportedBy >= 0 {
		speaker = a.Statements[e.ReportedBy].SpeakerSpan.Of(a.Text)
	}
	if speaker == g.ReportedBy || g.ReportedBy == "" && g.Actor != "" && a.Statements[e.ReportedBy].Cue.Overlaps(e.Trigger) && strings.Contains(speaker, g.Actor) {
		return true
	}
	return speaker != "" && g.ReportedBy != "" && (strings.Contains(speaker, g.ReportedBy) || strings.Contains(g.ReportedBy, speaker))
}

func eventFaults(t *tally, a *article.Article, e *article.EventReport, g *events.Event) {
	place := ""
	if e.Place >= 0 {
		place = a.Actors[e.Place].Name
	}
	if (place == "") != (g.Place == "") {
		t.fault("another place", a, place, g.Place, e.Trigger)
	}
	if string(e.Status) != g.Status {
		t.fault("another status", a, string(e.Status), g.Status, e.Trigger)
	}
	if !e.From.Equal(g.From) {
		t.fault("another time", a, days(e.From, e.To), days(g.From, g.To), e.Trigger)
	}
}

func bestEvent(a *article.Article, found []*article.EventReport, taken map[*article.EventReport]bool, g *events.Event) *article.EventReport {
	var best *article.EventReport
	for _, e := range found {
		if string(e.Type) == g.Type && !taken[e] && (best == nil || shared(a, e, g) > shared(a, best, g)) {
			best = e
		}
	}
	return best
}

// shared is how many of actor and recipient are right; nobody is right where there is nobody. Who meets or talks does so in either order.
func shared(a *article.Article, e *article.EventReport, g *events.Event) int {
	n := 0
	for _, want := range []struct {
		as   article.ParticipantRole
		name string
	}{{article.ActorRole, g.Actor}, {article.RecipientRole, g.Recipient}} {
		i := slices.IndexFunc(e.Participants, func(p article.Participant) bool {
			either := slices.Contains([]article.EventType{article.Meet, article.Consult, article.Agree, article.Cooperate}, e.Type)
			return (p.As == want.as || either) && want.name != "" && calledSo(a, p.Actor, want.name)
		})
		none := !slices.ContainsFunc(e.Participants, func(p article.Participant) bool { return p.As == want.as })
		if i >= 0 || want.name == "" && none {
			n++
		}
	}
	return n
}

// calledSo tells whether a mention of the actor shares words with the name.
func calledSo(a *article.Article, actor int, name string) bool {
	at := strings.Index(a.Text, name)
	return slices.ContainsFunc(a.Actors[actor].Mentions, func(m article.Mention) bool {
		return m.Span.Of(a.Text) == name || m.Span.Overlaps(article.Span{Start: at, End: at + len(name)})
	})
}

func eventWords(a *article.Article, e *article.EventReport) string {
	out := string(e.Type) + ":"
	for _, p := range e.Participants {
		out += " " + string(p.As) + " " + p.Span.Of(a.Text)
	}
	return out
}
