package graphtest

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/newsgraph/newsgraph/graph"
)

// happen writes a report of an event in which actors that are there already take part. Few different ones, so that articles report the same.
func (d *draft) happen() {
	r := d.r
	e := graph.ReportRecord{ReportedByIndex: -1}
	e.Type = []graph.EventType{graph.EventMeet, graph.EventAccuse, graph.EventMeet}[r.IntN(3)]
	e.Status = append(graph.EventStatuses(), "", "")[r.IntN(6)]
	e.Mode = []string{"", "", "talk", "by phone"}[r.IntN(4)]
	e.Confidence = float64(r.IntN(11)) / 10
	e.Reason = graph.Reason{Code: "roles", Text: "It is drawn so."}
	on := time.Date(2017, time.Month(1+r.IntN(2)), 1, 0, 0, 0, 0, time.UTC)
	switch r.IntN(4) {
	case 0:
		e.From, e.To, e.Precision = on, on.AddDate(0, 1, 0), graph.ToMonth
	case 1:
		e.From = on.AddDate(0, 0, r.IntN(3))
		e.To, e.Precision = e.From.AddDate(0, 0, 1), graph.ToDay
	case 2:
		e.From, e.To, e.Precision = on, on, graph.ToSecond
	}
	there := slices.Sorted(maps.Keys(d.actors))
	there = slices.DeleteFunc(there, func(k graph.Key) bool { return k.Kind() == graph.KindEvent })
	actor, recipient := there[zipf(r, len(there))], there[zipf(r, len(there))]
	e.Participants = []graph.Participant{{Key: actor, As: graph.AsActor, Span: d.actors[actor].Mentions[0].Span}, {Key: recipient, As: graph.AsRecipient}}[:1+r.IntN(2)]
	if i := slices.IndexFunc(there, func(k graph.Key) bool { return k.Kind() == graph.KindPlace }); i >= 0 && r.IntN(2) == 0 {
		e.PlaceKey = there[i]
	}
	if len(d.record.Statements) > 0 && r.IntN(3) == 0 {
		e.ReportedByIndex = r.IntN(len(d.record.Statements))
	}
	start := d.text.Len()
	e.Key = eventKeyOf(e.Type, e.Participants, on.Format("2006-01"))
	if r.IntN(4) == 0 {
		name := []string{"Lisk Summit", "Tarn talks", "the 2017 election"}[r.IntN(3)]
		e.Key, e.Trigger = d.mention(who{graph.KindEvent, name, []string{name}}, true)
		e.Type = []graph.EventType{graph.EventNamed, graph.EventNamed, graph.EventMeet}[r.IntN(3)]
	} else {
		e.Trigger = d.write([]string{"met", "accused", "saw"}[r.IntN(3)])
		d.actors[e.Key] = &graph.Actor{Key: e.Key, Name: fmt.Sprintf("%s of %s", strings.ToLower(string(e.Type)), actor.Name())}
	}
	d.write(" then. ")
	e.Spans = []graph.Span{{Start: start, End: d.text.Len() - 1}}
	d.record.Reports = append(d.record.Reports, e)
}

// eventKeyOf is the key of an event with these participants.
func eventKeyOf(of graph.EventType, participants []graph.Participant, on string) graph.Key {
	in := map[graph.ParticipantRole][]graph.Key{}
	for _, p := range participants {
		in[p.As] = append(in[p.As], p.Key)
	}
	return graph.EventIdentity{Type: of, Actors: in[graph.AsActor], Recipients: in[graph.AsRecipient], On: on}.Key()
}

// reported lists the keys of the events in records.
func reported(versions [][]*graph.Record) []graph.Key {
	keys := map[graph.Key]bool{}
	for _, r := range slices.Concat(versions...) {
		for i := range r.Reports {
			keys[r.Reports[i].Key] = true
		}
	}
	return slices.Sorted(maps.Keys(keys))
}
