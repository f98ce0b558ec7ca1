package identity

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/newsgraph/newsgraph/graph"
)

// EventFacts is what a report tells of a coded event, as far as it tells events apart.
type EventFacts struct {
	Type    string // "ASSAULT"
	Trigger string // the word that tells it, as it is written
	// Actors and Recipients are the keys of those who take part; nil where nobody with a name does.
	Actors, Recipients []graph.Key
	Place              graph.Key // "" when the report does not tell
	From, To           time.Time // the days From ≤ t < To, UTC; both zero when the report does not tell
	Published          time.Time // when the article was published; zero when that is not known
}

// CompareEvents tells how sure two reports tell of one event: 0 to 1, and why. From [SureEvent] on they do. It depends on nothing
// but its arguments, whose order makes no difference.
//
// Type and participants must fit, and days and places that both tell. A deed that is done once (to die, to be elected) needs no more; of one that can
// be done again every day, the days must be near.
func CompareEvents(a, b *EventFacts) (score float64, why string) {
	if a.Type != b.Type {
		return 0, "events of two types"
	}
	shared, both := compareParticipants(a, b)
	if shared == clash {
		return 0, "other participants"
	}
	near := compareDays(a, b)
	if near == clash {
		return 0, "other days"
	}
	where := comparePlaces(a, b)
	if shared == unknown && where != match {
		return 0, "nothing in common but the type"
	}
	score, why = likeness(a, b, shared, both)
	for _, f := range []struct {
		now  finding
		most float64
		why  [2]string
	}{
		{sameTrigger(a.Trigger, b.Trigger), 0.1, [2]string{"the same word", "another word"}},
		{near, 0.1, [2]string{"days that fit", "days that are far apart"}},
		{where, 0.06, [2]string{"the same place", "another place"}},
	} {
		switch f.now {
		case match:
			score, why = score+f.most, why+", "+f.why[0]
		case against:
			score, why = score-2*f.most, why+", "+f.why[1]
		case unknown, clash:
		}
	}
	return math.Round(100*min(max(score, 0), 0.99)) / 100, why
}

// likeness is the score that participants give.
func likeness(a, b *EventFacts, shared finding, both bool) (score float64, why string) {
	switch {
	case both:
		return 0.85, "the same participants"
	case shared == unknown && a.dated() && b.dated():
		return 0.6, "nobody is named"
	case shared == unknown && !a.dated() && !b.dated() && a.Published.IsZero() && b.Published.IsZero():
		return 0.7, "nobody is named, and no day" // the same place and word decide
	case shared == unknown:
		return 0.5, "nothing in common but the place"
	case once[a.Type] && patient(a, b):
		return 0.85, "one participant is the same, to whom this happens once"
	}
	return 0.75, "one participant is the same"
}

// SureEvent is the score of [CompareEvents] from which on two reports tell of one event.
const SureEvent = 0.85

// finding is what a comparison of one thing finds.
type finding int

const (
	unknown finding = iota // at least one of them does not tell
	match
	against // speaks against it
	clash   // excludes it
)

// mutual are the types whose participants do the same, so that either may be called the actor.
var mutual = set("AGREE CONSULT COOPERATE MEET")

// compareParticipants tells whether those who take part fit, and whether both roles are filled and the same.
func compareParticipants(a, b *EventFacts) (found finding, both bool) {
	if mutual[a.Type] {
		return compareSides(slices.Concat(a.Actors, a.Recipients), slices.Concat(b.Actors, b.Recipients))
	}
	actors, recipients := compareKeys(a.Actors, b.Actors), compareKeys(a.Recipients, b.Recipients)
	switch {
	case actors == clash || recipients == clash:
		return clash, false
	case actors == match && recipients == match:
		return match, true
	case actors == match || recipients == match:
		return match, false
	}
	return unknown, false
}

// compareSides compares those who did something together.
func compareSides(a, b []graph.Key) (found finding, both bool) {
	n := min(countIn(a, b), countIn(b, a))
	switch {
	case n >= 2:
		return match, true
	case len(a) == 0 || len(b) == 0:
		return unknown, false
	case n == 1 && (len(a) == 1 || len(b) == 1):
		return match, false
	}
	return clash, false
}

// countIn counts those of a that b has.
func countIn(a, b []graph.Key) (n int) {
	for _, x := range a {
		if slices.ContainsFunc(b, func(y graph.Key) bool { return sameActor(x, y) }) {
			n++
		}
	}
	return n
}

func compareKeys(a, b []graph.Key) finding {
	if len(a) == 0 || len(b) == 0 {
		return unknown
	}
	if countIn(a, b) > 0 {
		return match
	}
	return clash
}

// sameActor tells whether two keys may name one actor: they are equal, or one is a shorter name of the other, as a surname and "navy" are.
// Reports of one event seldom tell of two such in one role.
func sameActor(a, b graph.Key) bool {
	if a == b {
		return true
	}
	if a.Kind() != b.Kind() || strings.TrimSpace(a.Name()) == "" || strings.TrimSpace(b.Name()) == "" {
		return false
	}
	if a.Kind() != graph.KindPerson {
		return strings.HasSuffix(a.Name(), " "+b.Name()) || strings.HasSuffix(b.Name(), " "+a.Name())
	}
	x, y := parsePerson(a.Name()), parsePerson(b.Name())
	if x.single() || y.single() {
		return canonOrWord(x.last()) == canonOrWord(y.last())
	}
	return comparePersons(&x, &y).score >= sure
}

// patient tells whether the one to whom it happens is the same.
func patient(a, b *EventFacts) bool {
	if a.Type == "DIE" || a.Type == "RESIGN" {
		return compareKeys(a.Actors, b.Actors) == match
	}
	return compareKeys(a.Recipients, b.Recipients) == match
}

func comparePlaces(a, b *EventFacts) finding {
	switch {
	case a.Place == "" || b.Place == "":
		return unknown
	case a.Place == b.Place:
		return match
	}
	return against
}

// once are the types of what happens to somebody once, or seldom.
var once = set("ACQUIRE APPOINT ARREST DIE ELECT RESIGN")

// Days that two reports of one event may lie apart.
const (
	dayApart  = 24 * time.Hour // by time zones, and by who counts the night
	weekApart = 7 * dayApart
	yearApart = 365 * dayApart
)

// compareDays compares the days that the texts tell, and where one does not, the days of the articles.
func compareDays(a, b *EventFacts) finding {
	if !a.From.IsZero() && !b.From.IsZero() {
		switch apart := gap(a.From, a.To, b.From, b.To); {
		case apart <= dayApart:
			return match
		case once[a.Type] && apart <= weekApart:
			return against
		}
		return clash
	}
	from, to, ok := a.days()
	other, end, okToo := b.days()
	if !ok || !okToo {
		return unknown
	}
	limit := weekApart
	if once[a.Type] {
		limit = yearApart
	}
	switch apart := gap(from, to, other, end); {
	case apart <= dayApart:
		return match
	case apart <= limit:
		return unknown
	}
	return clash
}

func (f *EventFacts) dated() bool { return !f.From.IsZero() }

// days are those that the text tells, or those right before the article.
func (f *EventFacts) days() (from, to time.Time, ok bool) {
	if !f.From.IsZero() {
		return f.From, f.To, true
	}
	return f.Published.Add(-dayApart), f.Published, !f.Published.IsZero()
}

// gap is the time between two intervals; 0 when they overlap.
func gap(from, to, other, end time.Time) time.Duration {
	return max(other.Sub(to), from.Sub(end), 0)
}

// sameTrigger tells whether two words are forms of one.
func sameTrigger(a, b string) finding {
	a, b = strings.ToLower(a), strings.ToLower(b)
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	if n >= 3 && 2*n >= max(len(a), len(b)) {
		return match
	}
	return unknown
}

// String is for people: type, participants, place and first day.
func (f *EventFacts) String() string {
	return fmt.Sprintf("%s %s (%v → %v, %s, %s)", f.Type, f.Trigger, f.Actors, f.Recipients, f.Place, f.From.Format(time.DateOnly))
}
