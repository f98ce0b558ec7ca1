package graph

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

func joinKeys(keys []Key) string {
	parts := make([]string, len(keys))
	for i, k := range slices.Sorted(slices.Values(keys)) {
		parts[i] = string(k)
	}
	return strings.Join(slices.Compact(parts), keySep)
}

func splitKeys(joined string) []Key {
	var out []Key
	for part := range strings.SplitSeq(joined, keySep) {
		if part != "" {
			out = append(out, Key(part))
		}
	}
	return out
}

// MaxCoreReports is how many reports of an event, the newest ones, decide on its [EventCore].
const MaxCoreReports = 100

// CompareReports orders reports by PublishedAt, newest first, those without a time last; ties by id.
func CompareReports(a, b *Report) int {
	return cmp.Or(cmp.Compare(SortTime(b.PublishedAt, ByTimeDesc), SortTime(a.PublishedAt, ByTimeDesc)), cmp.Compare(a.ID, b.ID))
}

// CoreOf gives what reports of one event come to, in whatever order they are; at least one. Of more than [MaxCoreReports] only the first by
// [CompareReports] decide, but for Reports, which is to be set to the number of all. Each of the type, the mode, the status, the time and the
// place is the one that most reports give. Of those that equally many give it is for a type or a status the first in its fixed order (NAMED
// only where there is no other type), for a mode or a place the least, for a time the most precise, then the earliest. Participants are those of all
// reports, ACTOR first, then those in more reports, then by key. The confidence is the greatest. Entity fields are not set.
func CoreOf(reports []*Report) EventCore {
	reports = slices.SortedFunc(slices.Values(reports), CompareReports)
	reports = reports[:min(len(reports), MaxCoreReports)]
	c := EventCore{Type: EventNamed, Reports: len(reports)}
	c.Type = most(reports, func(r *Report) (EventType, bool) { return r.Type, r.Type != EventNamed }, byPlace(EventTypes()))
	if c.Type == "" {
		c.Type = EventNamed
	}
	c.Mode = most(reports, func(r *Report) (string, bool) { return r.Mode, r.Mode != "" && r.Type == c.Type }, strings.Compare)
	c.Status = most(reports, func(r *Report) (EventStatus, bool) { return r.Status, true }, byPlace(EventStatuses()))
	c.PlaceKey = most(reports, func(r *Report) (Key, bool) { return r.PlaceKey, r.PlaceKey != "" }, cmp.Compare[Key])
	when := most(reports, func(r *Report) (eventTime, bool) { return eventTime{r.From, r.To, r.Precision}, !r.From.IsZero() }, eventTime.compare)
	c.From, c.To, c.Precision, c.At = when.from, when.to, when.precision, when.from
	for _, r := range reports {
		c.Asserted = c.Asserted || r.ReportedBy == ""
		c.Confidence = max(c.Confidence, r.Confidence)
		if when.from.IsZero() && !r.PublishedAt.IsZero() && (c.At.IsZero() || r.PublishedAt.Before(c.At)) {
			c.At = r.PublishedAt
		}
	}
	c.Participants = participantsOf(reports)
	return c
}

type eventTime struct {
	from, to  time.Time
	precision Precision
}

func (t eventTime) compare(u eventTime) int {
	return cmp.Or(byPlace(Precisions())(t.precision, u.precision), t.from.Compare(u.from), t.to.Compare(u.to))
}

// byPlace compares values by their places in a list.
func byPlace[T comparable](list []T) func(a, b T) int {
	return func(a, b T) int { return cmp.Compare(slices.Index(list, a), slices.Index(list, b)) }
}

// most gives the value that most reports have, of those that equally many have the least; the zero value for none.
func most[T comparable](reports []*Report, value func(*Report) (T, bool), compare func(a, b T) int) (best T) {
	counts := map[T]int{}
	for _, r := range reports {
		if v, there := value(r); there {
			counts[v]++
		}
	}
	for v, n := range counts {
		if m := counts[best]; n > m || n == m && compare(v, best) < 0 {
			best = v
		}
	}
	return best
}

func participantsOf(reports []*Report) []Participant {
	counts := map[Participant]int{}
	for _, r := range reports {
		for _, p := range r.Participants {
			counts[Participant{Key: p.Key, As: p.As}]++
		}
	}
	out := make([]Participant, 0, len(counts))
	for p := range counts {
		out = append(out, p)
	}
	slices.SortFunc(out, func(a, b Participant) int {
		return cmp.Or(cmp.Compare(a.As, b.As), cmp.Compare(counts[b], counts[a]), cmp.Compare(a.Key, b.Key))
	})
	return out
}

// Bind sets the entities of the core, which entity gives for their keys. Of participants in one role that have become one entity the first stays.
func (c *EventCore) Bind(entity func(Key) NodeID) {
	if c.PlaceKey != "" {
		c.Place = entity(c.PlaceKey)
	}
	type part struct {
		entity NodeID
		as     ParticipantRole
	}
	seen := map[part]bool{}
	participants := []Participant{}
	for _, p := range c.Participants {
		p.Entity = entity(p.Key)
		if at := (part{p.Entity, p.As}); !seen[at] {
			seen[at] = true
			participants = append(participants, p)
		}
	}
	c.Participants = participants
}
