package identity_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/loader/article"
	"github.com/newsgraph/newsgraph/loader/identity"
)

const text = "Ana Silva met Bruno Reis. “We agree,” Silva told him. ANA SILVA smiled. Nobody else spoke."

// span finds the n-th occurrence (from 0) of a passage.
func span(t *testing.T, passage string, n int) article.Span {
	t.Helper()
	start := -1
	for range n + 1 {
		i := strings.Index(text[start+1:], passage)
		if i < 0 {
			t.Fatalf("%q is not %d times in the text", passage, n+1)
		}
		start += 1 + i
	}
	return article.Span{Start: start, End: start + len(passage)}
}

func annotated(t *testing.T) *article.Article {
	t.Helper()
	name := func(passage string, n int) article.Mention {
		return article.Mention{Span: span(t, passage, n), Form: article.FormName}
	}
	a := &article.Article{
		Key: "https://example.org/1", URL: "https://example.org/1", Text: text,
		Actors: []article.Actor{
			{Kind: article.Person, Name: "Ana Silva", Mentions: []article.Mention{name("Ana Silva", 0), name("Silva", 1)}},
			{Kind: article.Person, Name: "ANA SILVA", Mentions: []article.Mention{name("ANA SILVA", 0)}},
			{Kind: article.Person, Name: "Bruno Reis", Mentions: []article.Mention{
				name("Bruno Reis", 0), {Span: span(t, "him", 0), Form: article.FormPronoun},
			}},
			{Kind: article.Organization, Name: "…", Mentions: []article.Mention{name("Nobody", 0)}},
		},
		Roles: []article.Role{{Person: 3, Title: "Nobody", Of: -1, Span: span(t, "Nobody", 0)}},
		Statements: []article.Statement{{
			Kind: article.Direct, Content: []article.Span{span(t, "We agree", 0)}, Cue: span(t, "told", 0),
			Speaker: 0, SpeakerSpan: span(t, "Silva", 1), Addressees: []int{2, 3}, Within: -1,
			About: []article.Target{
				{Actor: 1, Spans: []article.Span{span(t, "ANA SILVA", 0)}, Confidence: 0.9},
				{Actor: 0, Spans: []article.Span{span(t, "Silva", 0)}, Confidence: 0.4},
				{Actor: 3},
			},
			Confidence: 0.8, Reason: article.Reason{Code: "surname", Text: "Silva is the surname of Ana Silva."},
		}},
	}
	for _, s := range strings.SplitAfter(text, ". ") {
		start := strings.Index(text, s)
		a.Sentences = append(a.Sentences, article.Sentence{Span: article.Span{Start: start, End: start + len(strings.TrimSpace(s))}})
	}
	return a
}

func TestRecordJoinsActorsOfOneKey(t *testing.T) {
	t.Parallel()
	r := identity.Record(annotated(t))
	var got []string
	for _, a := range r.Actors {
		for _, m := range a.Mentions {
			got = append(got, string(a.Key)+" "+text[m.Span.Start:m.Span.End])
		}
	}
	want := []string{
		"PERSON:ana silva Ana Silva", "PERSON:ana silva Silva", "PERSON:ana silva ANA SILVA",
		"PERSON:bruno reis Bruno Reis", "PERSON:bruno reis him",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("mentions (-want +got):\n%s", diff)
	}
	if r.Actors[0].Name != "Ana Silva" {
		t.Errorf("name %q, want that of the first actor of the key", r.Actors[0].Name)
	}
}

func TestRecordLinksByKey(t *testing.T) {
	t.Parallel()
	r := identity.Record(annotated(t))
	s := r.Statements[0]
	if s.SpeakerKey != "PERSON:ana silva" {
		t.Errorf("speaker %q", s.SpeakerKey)
	}
	if diff := cmp.Diff([]graph.Key{"PERSON:bruno reis"}, s.AddresseeKeys); diff != "" {
		t.Errorf("addressees (-want +got):\n%s", diff)
	}
	want := []graph.Target{{
		Key: "PERSON:ana silva", Confidence: 0.9,
		Spans: []graph.Span{graph.Span(span(t, "Silva", 0)), graph.Span(span(t, "ANA SILVA", 0))},
	}}
	if diff := cmp.Diff(want, s.About); diff != "" {
		t.Errorf("targets (-want +got):\n%s", diff)
	}
	if len(r.Roles) != 0 {
		t.Errorf("a role of an actor that was left out: %+v", r.Roles)
	}
	if want := "Ana Silva met Bruno Reis. “We agree,” Silva told him. ANA SILVA smiled."; s.Context != want {
		t.Errorf("context %q, want %q", s.Context, want)
	}
}

func TestContextIsBounded(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Repeat(rapid.SampledFrom([]string{"é ", "a ", "日本"}).Draw(t, "unit"), 2000)
		start := rapid.IntRange(0, len(text)-10).Draw(t, "start")
		for !utf8.RuneStart(text[start]) {
			start++
		}
		_, size := utf8.DecodeRuneInString(text[start:])
		speaker := article.Span{Start: rapid.IntRange(0, len(text)-3).Draw(t, "speaker")}
		speaker.End = speaker.Start + 3
		a := &article.Article{
			Key: "k", Text: text,
			Sentences:  []article.Sentence{{Span: article.Span{Start: 0, End: len(text)}}},
			Statements: []article.Statement{{Content: []article.Span{{Start: start, End: start + size}}, SpeakerSpan: speaker, Speaker: -1, Within: -1}},
		}
		context := identity.Record(a).Statements[0].Context
		if len(context) > 2010 || !utf8.ValidString(context) || !strings.Contains(context, text[start:start+size]) {
			t.Fatalf("context of %d bytes: %q", len(context), context)
		}
	})
}
