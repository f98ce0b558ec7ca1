package identity_test

import (
	"math/rand/v2"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/loader/identity"
)

// report is an event of the 14th of May 2031, as an article of the day after tells it.
func report(kind, trigger, actor, recipient, place string) identity.EventFacts {
	f := identity.EventFacts{Type: kind, Trigger: trigger, Place: graph.Key(place), Published: time.Date(2031, 5, 15, 9, 0, 0, 0, time.UTC)}
	if actor != "" {
		f.Actors = []graph.Key{graph.Key(actor)}
	}
	if recipient != "" {
		f.Recipients = []graph.Key{graph.Key(recipient)}
	}
	return f
}

func on(f identity.EventFacts, day string) identity.EventFacts {
	f.From, _ = time.Parse(time.DateOnly, day)
	f.To = f.From.AddDate(0, 0, 1)
	return f
}

func later(f identity.EventFacts, days int) identity.EventFacts {
	f.Published = f.Published.AddDate(0, 0, days)
	return f
}

func TestCompareEvents(t *testing.T) {
	t.Parallel()
	const tarn, short, lind, korvia, lisk, grell = "PERSON:olen tarn", "PERSON:tarn", "PERSON:mara lind", "PLACE:korvia", "PLACE:lisk", "PLACE:grell"
	for name, c := range map[string]struct {
		a, b identity.EventFacts
		same bool
	}{
		"the same in other words":      {report("ASSAULT", "attacked", korvia, "", lisk), report("ASSAULT", "attack", korvia, "", lisk), true},
		"a surname":                    {report("MEET", "met", tarn, lind, ""), report("MEET", "meeting", short, lind, ""), true},
		"the other way round":          {report("MEET", "met", tarn, lind, ""), report("MEET", "met", lind, tarn, ""), true},
		"who did it is not told":       {report("ARREST", "arrested", "", tarn, ""), report("ARREST", "detained", korvia, tarn, ""), true},
		"another type":                 {report("ARREST", "arrested", "", tarn, ""), report("COERCE", "jailed", "", tarn, ""), false},
		"another person":               {report("ARREST", "arrested", "", tarn, ""), report("ARREST", "arrested", "", lind, ""), false},
		"nobody in common, one place":  {report("ASSAULT", "attack", korvia, "", lisk), report("ASSAULT", "attack", tarn, "", lisk), false},
		"another day":                  {on(report("ASSAULT", "attacked", korvia, "", lisk), "2031-05-14"), on(report("ASSAULT", "attacked", korvia, "", lisk), "2031-05-02"), false},
		"the night between":            {on(report("ASSAULT", "attacked", korvia, "", lisk), "2031-05-14"), on(report("ASSAULT", "attacked", korvia, "", lisk), "2031-05-13"), true},
		"a month later, done again":    {report("MEET", "met", tarn, lind, ""), later(report("MEET", "met", tarn, lind, ""), 30), false},
		"a month later, done once":     {report("RESIGN", "resigned", tarn, "", ""), later(report("RESIGN", "resignation", tarn, "", ""), 30), true},
		"one in common, another place": {report("MEET", "met", tarn, "", lisk), report("MEET", "met", tarn, lind, grell), false},
		"nobody named, one place":      {report("PROTEST", "protested", "", "", lisk), report("PROTEST", "protest", "", "", lisk), false},
		"nobody named, place and day":  {on(report("PROTEST", "protested", "", "", lisk), "2031-05-14"), on(report("PROTEST", "protest", "", "", lisk), "2031-05-14"), true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			score, why := identity.CompareEvents(&c.a, &c.b)
			back, whyBack := identity.CompareEvents(&c.b, &c.a)
			if got := score >= identity.SureEvent; got != c.same {
				t.Errorf("%s and %s: %v, %s", &c.a, &c.b, score, why)
			}
			if score != back || why != whyBack {
				t.Errorf("the order makes a difference: %v %s, %v %s", score, why, back, whyBack)
			}
		})
	}
}

// reports draws reports of few people and places, so that many are alike.
func reports(t *rapid.T) []identity.EventFacts {
	one := rapid.Custom(func(t *rapid.T) identity.EventFacts {
		who := rapid.SampledFrom([]string{"", "PERSON:olen tarn", "PERSON:tarn", "PERSON:mara lind", "ORGANIZATION:navy", "ORGANIZATION:red navy"})
		f := report(
			rapid.SampledFrom([]string{"ASSAULT", "MEET", "DIE"}).Draw(t, "type"), rapid.SampledFrom([]string{"killed", "attack", "attacked"}).Draw(t, "trigger"),
			who.Draw(t, "actor"), who.Draw(t, "recipient"), rapid.SampledFrom([]string{"", "PLACE:lisk", "PLACE:grell"}).Draw(t, "place"),
		)
		if rapid.Bool().Draw(t, "dated") {
			f = on(f, rapid.SampledFrom([]string{"2031-05-10", "2031-05-11", "2031-05-14"}).Draw(t, "day"))
		}
		return later(f, rapid.IntRange(0, 9).Draw(t, "days"))
	})
	return rapid.SliceOfN(one, 0, 12).Draw(t, "reports")
}

func TestGroupEventsWithoutOrder(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		all := reports(t)
		order := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1)).Perm(len(all))
		shuffled := make([]identity.EventFacts, len(all))
		for i, at := range order {
			shuffled[at] = all[i]
		}
		groups, other := identity.GroupEvents(all), identity.GroupEvents(shuffled)
		for i := range all {
			for j := range i {
				if equal := all[i].String() == all[j].String(); equal { // which of two equal reports is which has no meaning
					continue
				}
				together, there := groups[i] == groups[j], other[order[i]] == other[order[j]]
				if together != there {
					t.Fatalf("%s and %s: together %v in one order, %v in another", &all[i], &all[j], together, there)
				}
				if score, _ := identity.CompareEvents(&all[i], &all[j]); together && score == 0 {
					t.Fatalf("%s and %s exclude each other and are together", &all[i], &all[j])
				}
			}
		}
	})
}
