package graph_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/newsgraph/newsgraph/graph"
	"pgregory.net/rapid"
)

func TestEventIdentity(t *testing.T) {
	t.Parallel()
	e := graph.EventIdentity{
		Type: graph.EventMeet, Actors: []graph.Key{"PERSON:b", "PERSON:a", "PERSON:b"}, Recipients: nil, Place: "PLACE:lisk", On: "2017-12",
	}
	if got, want := e.Key(), graph.Key("EVENT:MEET|PERSON:a+PERSON:b||PLACE:lisk|2017-12"); got != want || !got.Coded() {
		t.Errorf("key %q, want %q", got, want)
	}
	back, ok := e.Key().Identity()
	if !ok || back.Key() != e.Key() || !slices.Equal(back.Actors, []graph.Key{"PERSON:a", "PERSON:b"}) || back.Recipients != nil {
		t.Errorf("%+v, %v", back, ok)
	}
	for _, key := range []graph.Key{"EVENT:geneva talks", "PERSON:a|b|c|d|e", "EVENT:a|b", ""} {
		if _, ok := key.Identity(); ok {
			t.Errorf("%q is taken for the key of an event without a name", key)
		}
	}
}

// anyReport draws a report; there are few different ones, so that there are ties.
func anyReport(t *rapid.T, n int) *graph.Report {
	r := &graph.Report{
		ID:         graph.ReportID(graph.ArticleID(fmt.Sprint(n)), 0),
		Type:       rapid.SampledFrom([]graph.EventType{graph.EventNamed, graph.EventMeet, graph.EventAccuse}).Draw(t, "type"),
		Mode:       rapid.SampledFrom([]string{"", "talk", "walk"}).Draw(t, "mode"),
		Status:     rapid.SampledFrom(graph.EventStatuses()).Draw(t, "status"),
		PlaceKey:   rapid.SampledFrom([]graph.Key{"", "PLACE:a", "PLACE:b"}).Draw(t, "place"),
		ReportedBy: rapid.SampledFrom([]graph.NodeID{"", "s_1"}).Draw(t, "told"),
		Confidence: float64(rapid.IntRange(0, 10).Draw(t, "confidence")) / 10,
	}
	day := func(name string) time.Time {
		return time.Date(2017, 12, rapid.IntRange(1, 3).Draw(t, name), 0, 0, 0, 0, time.UTC)
	}
	if rapid.Bool().Draw(t, "published") {
		r.PublishedAt = day("published on")
	}
	if rapid.Bool().Draw(t, "dated") {
		r.From = day("on")
		r.To, r.Precision = r.From.AddDate(0, 0, 1), rapid.SampledFrom([]graph.Precision{graph.ToDay, graph.ToMonth}).Draw(t, "precision")
	}
	for _, as := range graph.ParticipantRoles() {
		key := rapid.SampledFrom([]graph.Key{"PERSON:a", "PERSON:b"}).Draw(t, "who")
		r.Participants = append(r.Participants, graph.Participant{Key: key, As: as})
	}
	return r
}

// TestCoreOf holds that what reports come to does not depend on their order, and is what some of them say.
func TestCoreOf(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		var reports []*graph.Report
		for n := range rapid.IntRange(1, graph.MaxCoreReports+10).Draw(t, "reports") {
			reports = append(reports, anyReport(t, n))
		}
		core := graph.CoreOf(reports)
		if diff := cmp.Diff(core, graph.CoreOf(rapid.Permutation(reports).Draw(t, "order"))); diff != "" {
			t.Fatalf("in another order:\n%s", diff)
		}
		some := func(holds func(*graph.Report) bool) bool { return slices.ContainsFunc(reports, holds) }
		if !some(func(r *graph.Report) bool { return r.Type == core.Type }) || !some(func(r *graph.Report) bool { return r.Status == core.Status }) ||
			!some(func(r *graph.Report) bool { return r.From.Equal(core.From) && r.Precision == core.Precision }) ||
			!some(func(r *graph.Report) bool { return r.PlaceKey == core.PlaceKey }) {
			t.Fatalf("no report says %+v", core)
		}
	})
}

func TestCoreOfMost(t *testing.T) {
	t.Parallel()
	day := time.Date(2017, 12, 4, 0, 0, 0, 0, time.UTC)
	month := time.Date(2017, 12, 1, 0, 0, 0, 0, time.UTC)
	a := &graph.Report{ID: "r_a", Type: graph.EventNamed, Status: graph.Denied, From: day, To: day.AddDate(0, 0, 1), Precision: graph.ToDay, Confidence: 0.5}
	b := &graph.Report{ID: "r_b", Type: graph.EventMeet, Status: graph.Alleged, From: month, To: month.AddDate(0, 1, 0), Precision: graph.ToMonth, ReportedBy: "s_1"}
	c := &graph.Report{ID: "r_c", Type: graph.EventNamed, Status: graph.Denied, Confidence: 0.25}
	got := graph.CoreOf([]*graph.Report{a, b, c})
	want := graph.EventCore{
		Type: graph.EventMeet, Status: graph.Denied, Participants: []graph.Participant{}, From: day, To: day.AddDate(0, 0, 1), Precision: graph.ToDay,
		At: day, Asserted: true, Confidence: 0.5, Reports: 3,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
