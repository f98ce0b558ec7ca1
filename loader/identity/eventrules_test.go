package identity_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/loader/article"
	"github.com/newsgraph/newsgraph/loader/identity"
)

// happening is an article in which one event is told, of the day, by somebody to somebody ("" for nobody).
func happening(n int, day string, of article.EventType, actor, recipient string) *article.Article {
	published, err := time.Parse(time.DateOnly, day)
	if err != nil {
		panic(err) // a fixture is wrong
	}
	a := &article.Article{Key: fmt.Sprint("article ", n), PublishedAt: published, Text: "It happened to somebody by somebody."}
	e := article.EventReport{Type: of, Trigger: article.Span{Start: 3, End: 11}, Named: -1, Place: -1, ReportedBy: -1, Status: article.Happened, Confidence: 0.9}
	for _, p := range []struct {
		name string
		as   article.ParticipantRole
	}{{actor, article.ActorRole}, {recipient, article.RecipientRole}} {
		if p.name == "" {
			continue
		}
		e.Participants = append(e.Participants, article.Participant{Actor: len(a.Actors), As: p.as})
		a.Actors = append(a.Actors, article.Actor{
			Kind: article.Person, Name: p.name, Mentions: []article.Mention{{Span: article.Span{Start: 0, End: 2}, Form: article.FormName}},
		})
	}
	a.Events = []article.EventReport{e}
	return a
}

// eventGroups gives the events of articles as the rules join them: the numbers of the articles that tell each.
func eventGroups(articles ...*article.Article) []string {
	var records []*graph.Record
	keys := map[graph.Key][]string{}
	for _, a := range articles {
		r := identity.Record(a)
		records = append(records, r)
		keys[r.Reports[0].Key] = append(keys[r.Reports[0].Key], strings.TrimPrefix(a.Key, "article "))
	}
	groups := graph.Groups(nil, graph.JudgeAll(identity.Rules(), records))
	joined := map[graph.Key][]string{}
	for key, in := range keys {
		least := key
		if g, there := groups[key]; there {
			least = g
		}
		joined[least] = append(joined[least], in...)
	}
	var out []string
	for _, in := range joined {
		slices.Sort(in)
		out = append(out, strings.Join(in, " "))
	}
	slices.Sort(out)
	return out
}

func TestRulesJoinEvents(t *testing.T) {
	t.Parallel()
	const met, died = article.Meet, article.Die
	for name, c := range map[string]struct {
		articles []*article.Article
		want     []string
	}{
		"one key": {
			[]*article.Article{happening(1, "2031-05-14", met, "Ana Silva", "Olen Tarn"), happening(2, "2031-05-14", met, "Ana Silva", "Olen Tarn")},
			[]string{"1 2"},
		},
		"days that are near": {
			[]*article.Article{happening(1, "2031-05-14", met, "Ana Silva", "Olen Tarn"), happening(2, "2031-05-16", met, "Ana Silva", "Olen Tarn")},
			[]string{"1 2"},
		},
		"by a surname, and the other way round": {
			[]*article.Article{happening(1, "2031-05-14", met, "Ana Silva", "Olen Tarn"), happening(2, "2031-05-14", met, "Tarn", "Silva")},
			[]string{"1 2"},
		},
		"days that are far": {
			[]*article.Article{happening(1, "2031-05-14", met, "Ana Silva", "Olen Tarn"), happening(2, "2031-06-16", met, "Ana Silva", "Olen Tarn")},
			[]string{"1", "2"},
		},
		"what happens once": {
			[]*article.Article{happening(1, "2031-05-14", died, "Ana Silva", ""), happening(2, "2031-06-16", died, "Ana Silva", "")},
			[]string{"1 2"},
		},
		"somebody else": {
			[]*article.Article{happening(1, "2031-05-14", met, "Ana Silva", "Olen Tarn"), happening(2, "2031-05-14", met, "Ana Silva", "Mara Lind")},
			[]string{"1", "2"},
		},
		"something else": {
			[]*article.Article{happening(1, "2031-05-14", met, "Ana Silva", "Olen Tarn"), happening(2, "2031-05-14", article.Accuse, "Ana Silva", "Olen Tarn")},
			[]string{"1", "2"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(c.want, eventGroups(c.articles...)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// violence is an article that tells of an attack by nobody with a name, in a town ("" for none).
func violence(n int, published, day, town string, of article.PlaceType) *article.Article {
	a := happening(n, published, article.Assault, "", "")
	if town != "" {
		a.Events[0].Place = 0
		a.Actors = []article.Actor{{
			Kind: article.Place, Name: town, Location: &article.Location{Type: of, Usual: true},
			Mentions: []article.Mention{{Span: article.Span{Start: 0, End: 2}, Form: article.FormName}},
		}}
	}
	if from, err := time.Parse(time.DateOnly, day); err == nil {
		a.Events[0].From, a.Events[0].To, a.Events[0].Precision = from, from.AddDate(0, 0, 1), "DAY"
	}
	return a
}

// TestNobodyInATown holds that violence by nobody with a name is an event where a town and a day tell which one, and is the same one only then.
func TestNobodyInATown(t *testing.T) {
	t.Parallel()
	const town = article.PlaceCity
	monday := violence(1, "2031-05-14", "2031-05-12", "Lisk", town)
	for name, c := range map[string]struct {
		other *article.Article
		want  []string
	}{
		"the same town and day":                {violence(2, "2031-05-13", "2031-05-12", "Lisk", town), []string{"1 2"}},
		"the next day":                         {violence(2, "2031-05-14", "2031-05-13", "Lisk", town), []string{"1", "2"}},
		"another town":                         {violence(2, "2031-05-13", "2031-05-12", "Grell", town), []string{"1", "2"}},
		"two days later":                       {violence(2, "2031-05-15", "2031-05-14", "Lisk", town), []string{"1", "2"}},
		"told without a day, on the next day":  {violence(2, "2031-05-13", "", "Lisk", town), []string{"1", "2"}},
		"someone with a name, of the same day": {happening(2, "2031-05-12", article.Assault, "", "Edda Roth"), []string{"1", "2"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(c.want, eventGroups(monday, c.other)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
	r := identity.Record(monday)
	if key := graph.Key("EVENT:ASSAULT|||PLACE:lisk|2031-05-12"); len(r.Reports) != 1 || r.Reports[0].Key != key || r.Actors[len(r.Actors)-1].Name != "Assault in Lisk, 2031-05" {
		t.Errorf("%+v", r)
	}
	for name, a := range map[string]*article.Article{
		"a country": violence(3, "2031-05-14", "2031-05-12", "Korvia", article.PlaceCountry), "nowhere": violence(4, "2031-05-14", "2031-05-12", "", town),
	} {
		if r := identity.Record(a); len(r.Reports) != 0 {
			t.Errorf("%s: %+v", name, r.Reports)
		}
	}
	month := violence(5, "2031-05-14", "2031-05-01", "Lisk", town)
	month.Events[0].To = month.Events[0].From.AddDate(0, 1, 0)
	if r := identity.Record(month); len(r.Reports) != 0 {
		t.Errorf("a month: %+v", r.Reports)
	}
}

// TestRecordOfEvents holds what an event is called, and what makes it up.
func TestRecordOfEvents(t *testing.T) {
	t.Parallel()
	a := happening(1, "2031-05-14", article.Accuse, "Ana Silva", "Olen Tarn")
	a.Events[0].From, a.Events[0].To, a.Events[0].Precision = a.PublishedAt, a.PublishedAt.AddDate(0, 0, 1), "DAY"
	a.Sentences = []article.Sentence{{Span: article.Span{Start: 0, End: len(a.Text)}}}
	r := identity.Record(a)
	last := r.Actors[len(r.Actors)-1]
	if want := graph.Key("EVENT:ACCUSE|PERSON:ana silva|PERSON:olen tarn||2031-05-14"); last.Key != want || r.Reports[0].Key != want {
		t.Errorf("key %q of a report of %q", last.Key, r.Reports[0].Key)
	}
	if last.Name != "Ana Silva accuses Olen Tarn, 2031-05" {
		t.Errorf("it is called %q", last.Name)
	}
	if got := r.Reports[0].Spans; len(got) != 1 || got[0].End != len(a.Text) {
		t.Errorf("the sentence around it is %v", got)
	}
	nobody := happening(2, "2031-05-14", article.Accuse, "", "")
	if r := identity.Record(nobody); len(r.Reports) != 0 || len(r.Actors) != 0 {
		t.Errorf("nobody did nothing: %+v", r)
	}
}
