package graphtest

import (
	"cmp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/newsgraph/newsgraph/graph"
)

// happened is a report of an event. By and to are full names of the story's actors who did it to whom, several of them with a "+" between.
type happened struct {
	what       graph.EventType
	name       string // of an actor of kind EVENT; "" for an event without a name
	trigger    string // a passage of the text
	by, to     string
	at         string // a place of the story, or ""
	on         string // "2017-12-04", "2017-12" or "2017"; "" when the text does not tell
	key        string // the time in the key; on when empty
	title      string
	mode       string
	status     graph.EventStatus // [graph.Happened] when empty
	told       int               // the number of the statement in which it is told, from 1; 0 for none
	confidence float64           // 0.8 when 0
}

func (x happened) record(t testing.TB, s story, keys map[string]graph.Key) graph.ReportRecord {
	t.Helper()
	r := graph.ReportRecord{ReportedByIndex: x.told - 1}
	r.Type, r.Mode, r.Status, r.PlaceKey = x.what, x.mode, x.status, known(t, keys, x.at)
	r.Confidence, r.Reason = cmp.Or(x.confidence, 0.8), graph.Reason{Code: "fixture"}
	r.Trigger = find(t, s.text, x.trigger)
	r.Spans = []graph.Span{r.Trigger}
	for as, names := range map[graph.ParticipantRole]string{graph.AsActor: x.by, graph.AsRecipient: x.to} {
		for name := range strings.SplitSeq(names, "+") {
			if name != "" {
				r.Participants = append(r.Participants, graph.Participant{Key: known(t, keys, name), As: as})
			}
		}
	}
	r.From, r.To, r.Precision = interval(t, x.on)
	r.Key = known(t, keys, x.name)
	if x.name == "" {
		r.Key = eventKeyOf(x.what, r.Participants, cmp.Or(x.key, x.on))
	}
	return r
}

// interval reads a day, a month or a year; nothing for "".
func interval(t testing.TB, on string) (from, to time.Time, of graph.Precision) {
	t.Helper()
	layouts := []string{"", "2006", "2006-01", "2006-01-02"}
	n := slices.IndexFunc(layouts, func(layout string) bool { return len(layout) == len(on) })
	if n <= 0 {
		return from, to, ""
	}
	from, err := time.Parse(layouts[n], on)
	if err != nil {
		t.Fatal(err)
	}
	switch n {
	case 1:
		return from, from.AddDate(1, 0, 0), graph.ToYear
	case 2:
		return from, from.AddDate(0, 1, 0), graph.ToMonth
	}
	return from, from.AddDate(0, 0, 1), graph.ToDay
}
