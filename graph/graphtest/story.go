package graphtest

import (
	"cmp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/graph/fold"
)

// story is an article of a fixture, from which a record is made.
type story struct {
	key    string
	at     string // RFC 3339, or ""
	source string
	title  string
	text   string
	who    []who
	said   []said
	roles  []role
	events []happened
}

// who is an actor: its kind and full name, and the surface forms by which the text mentions it; all places
// where they stand are mentions. "~he" is a pronoun, "^minister" a title.
type who struct {
	kind  graph.Kind
	name  string
	forms []string
}

func person(name string, forms ...string) who { return who{graph.KindPerson, name, forms} }

func organization(name string, forms ...string) who { return who{graph.KindOrganization, name, forms} }

func country(name string, forms ...string) who { return who{graph.KindPlace, name, forms} }

// said is a statement. By, about and to are full names of the story's actors; "Bob+" is one of whom it speaks well, and "Bob-"
// one of whom it speaks ill.
type said struct {
	what       string // a passage of the text
	around     string // the context; what when empty
	by         string
	byText     string
	about, to  []string
	cue        string              // a passage of the text, or ""
	kind       graph.StatementKind // [graph.Direct] when empty
	mode       graph.StatementMode // [graph.Said] when empty
	reason     string              // "fixture" when empty
	at         string
	precision  graph.Precision
	confidence float64 // 0.9 when 0
	within     int     // the number of a statement, from 1; 0 for none
}

// role is a title of a person; the passage is the title's first place in the text.
type role struct{ person, title, of string }

// keyOf is the key of a name.
func keyOf(kind graph.Kind, name string) graph.Key { return graph.MakeKey(kind, fold.Name(name)) }

func personKey(name string) graph.Key { return keyOf(graph.KindPerson, name) }

// entityID is the id of a person's key.
func entityID(name string) graph.NodeID { return graph.EntityID(personKey(name)) }

// when reads a time; "" is the zero time.
func when(at string) time.Time {
	if at == "" {
		return time.Time{}
	}
	t, err := time.Parse(time.RFC3339, at)
	if err != nil {
		panic(err) // a fixture is wrong
	}
	return t.UTC()
}

// record makes the story's record.
func (s story) record(t testing.TB) *graph.Record {
	t.Helper()
	r := &graph.Record{
		Article: graph.Article{
			ID: graph.ArticleID(s.key), Key: s.key, URL: "https://example.com/" + s.key, Title: s.title, Source: s.source,
			PublishedAt: when(s.at), Language: "en", Authors: []string{},
		},
		Text: s.text,
	}
	keys := map[string]graph.Key{}
	for _, w := range s.who {
		keys[w.name] = keyOf(w.kind, w.name)
		r.Actors = append(r.Actors, graph.Actor{Key: keys[w.name], Name: w.name, Mentions: w.mentions(t, s.text)})
	}
	for _, x := range s.said {
		r.Statements = append(r.Statements, x.record(t, s.text, keys))
	}
	for _, x := range s.events {
		report := x.record(t, s, keys)
		r.Reports = append(r.Reports, report)
		if key := report.Key; key.Coded() && !slices.ContainsFunc(r.Actors, func(a graph.Actor) bool { return a.Key == key }) {
			r.Actors = append(r.Actors, graph.Actor{Key: key, Name: cmp.Or(x.title, string(x.what)+" "+x.by+" "+x.to)})
		}
	}
	for _, x := range s.roles {
		r.Roles = append(r.Roles, graph.RoleRecord{
			Person: known(t, keys, x.person), Title: x.title, Of: known(t, keys, x.of), Span: find(t, s.text, x.title),
		})
	}
	return r
}

func records(t testing.TB, stories ...story) []*graph.Record {
	t.Helper()
	out := make([]*graph.Record, len(stories))
	for i, s := range stories {
		out[i] = s.record(t)
	}
	return out
}

func known(t testing.TB, keys map[string]graph.Key, name string) graph.Key {
	t.Helper()
	if name != "" && keys[name] == "" {
		t.Fatalf("the fixture has no actor %q", name)
	}
	return keys[name]
}

func find(t testing.TB, text, passage string) graph.Span {
	t.Helper()
	at := strings.Index(text, passage)
	if at < 0 {
		t.Fatalf("the fixture's text has no %q", passage)
	}
	return graph.Span{Start: at, End: at + len(passage)}
}

func (w who) mentions(t testing.TB, text string) []graph.ActorMention {
	t.Helper()
	var out []graph.ActorMention
	for _, surface := range w.forms {
		form := graph.FormName
		switch surface[0] {
		case '~':
			form, surface = graph.FormPronoun, surface[1:]
		case '^':
			form, surface = graph.FormTitle, surface[1:]
		}
		find(t, text, surface)
		for from := 0; ; {
			at := strings.Index(text[from:], surface)
			if at < 0 {
				break
			}
			span := graph.Span{Start: from + at, End: from + at + len(surface)}
			if !slices.ContainsFunc(out, func(m graph.ActorMention) bool { return m.Span.Start < span.End && span.Start < m.Span.End }) {
				out = append(out, graph.ActorMention{Span: span, Form: form})
			}
			from = span.End
		}
	}
	slices.SortFunc(out, func(a, b graph.ActorMention) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	return out
}

func (x said) record(t testing.TB, text string, keys map[string]graph.Key) graph.StatementRecord {
	t.Helper()
	s := graph.Statement{
		Kind: cmp.Or(x.kind, graph.Direct), Spans: []graph.Span{find(t, text, x.what)}, SpeakerKey: known(t, keys, x.by),
		SpeakerText: x.byText, SaidAt: when(x.at), SaidAtPrecision: x.precision, Mode: x.mode, Confidence: cmp.Or(x.confidence, 0.9), Context: cmp.Or(x.around, x.what),
		Reason: graph.Reason{Code: cmp.Or(x.reason, "fixture"), Text: "It is drawn so."},
	}
	if x.cue != "" {
		s.CueSpan = find(t, text, x.cue)
	}
	for _, name := range x.about {
		name, tone := toned(name)
		s.About = append(s.About, graph.Target{
			Key: known(t, keys, name), Spans: []graph.Span{}, Confidence: 0.8, Reason: graph.Reason{Code: "fixture"},
			Tone: tone, ToneConfidence: 0.6,
		})
	}
	for _, name := range x.to {
		s.AddresseeKeys = append(s.AddresseeKeys, known(t, keys, name))
	}
	return graph.StatementRecord{Statement: s, WithinIndex: x.within - 1}
}

// toned takes the tone off a name; "" where it has none.
func toned(name string) (string, graph.Tone) {
	if bare, ok := strings.CutSuffix(name, "+"); ok {
		return bare, graph.Positive
	}
	if bare, ok := strings.CutSuffix(name, "-"); ok {
		return bare, graph.Negative
	}
	return name, ""
}

// same is a judgement that two names of one kind are the same entity.
func same(kind graph.Kind, a, b string) graph.Judgement {
	return judged(kind, a, b, graph.Same, graph.ByRule, 0.9)
}

func notSame(kind graph.Kind, a, b string) graph.Judgement {
	return judged(kind, a, b, graph.NotSame, graph.ByRule, 0.9)
}

func judged(kind graph.Kind, a, b string, verdict graph.Verdict, by graph.Authority, score float64) graph.Judgement {
	return graph.Judgement{
		A: keyOf(kind, a), B: keyOf(kind, b), Verdict: verdict, By: by, Score: score, Author: "fixture", Reason: "it is drawn so",
		At: when("2018-01-01T00:00:00Z"),
	}
}
