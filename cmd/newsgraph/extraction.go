package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/loader/article"
)

// extraction is the article as extract prints it.
func extraction(a *article.Article) extracted {
	out := extracted{
		ID: graph.ArticleID(a.Key), SourcePath: a.SourcePath, URL: a.URL, Source: a.Source, Title: a.Title,
		Authors: append([]string{}, a.Authors...), Published: timestamp(a.PublishedAt), Language: a.Language, Text: a.Text,
		Removed: []extractedRemoved{}, Entities: []extractedEntity{}, Statements: []extractedStatement{},
		Roles: []extractedRole{}, Events: []extractedEvent{},
	}
	for _, r := range a.Removed {
		out.Removed = append(out.Removed, extractedRemoved{r.Span.Start, r.Span.End, r.Why, r.Text})
	}
	for i, actor := range a.Actors {
		out.Entities = append(out.Entities, entityOf(a, i, actor))
	}
	for _, s := range a.Statements {
		out.Statements = append(out.Statements, statementOf(a, s))
	}
	for _, r := range a.Roles {
		out.Roles = append(out.Roles, extractedRole{ref(r.Person), r.Title, optionalRef(r.Of), r.Span.Start, r.Span.End})
	}
	for i := range a.Events {
		out.Events = append(out.Events, eventOf(a, &a.Events[i]))
	}
	return out
}

func entityOf(a *article.Article, i int, actor article.Actor) extractedEntity {
	e := extractedEntity{Ref: ref(i), Kind: actor.Kind, Name: actor.Name, Aliases: []string{}}
	for _, m := range actor.Mentions {
		text := m.Span.Of(a.Text)
		e.Mentions = append(e.Mentions,
			extractedMention{m.Span.Start, m.Span.End, text, m.Form, m.Confidence, reason(m.Reason)})
		if m.Form == article.FormName && text != actor.Name && !slices.Contains(e.Aliases, text) {
			e.Aliases = append(e.Aliases, text)
		}
	}
	return e
}

func statementOf(a *article.Article, s article.Statement) extractedStatement {
	out := extractedStatement{
		Kind: s.Kind, Mode: s.Mode, Content: pairs(s.Content), Text: textOf(a, s.Content), Cue: optionalPair(s.Cue),
		Speaker: optionalRef(s.Speaker), SpeakerSpan: optionalPair(s.SpeakerSpan), SpeakerText: s.SpeakerSpan.Of(a.Text),
		Addressees: []string{}, About: []extractedTarget{}, SaidAt: timestamp(s.SaidAt),
		Confidence: s.Confidence, Reason: reason(s.Reason),
	}
	if s.SaidAtPrecision != "" {
		out.Precision = &s.SaidAtPrecision
	}
	if s.Within >= 0 {
		out.Within = &s.Within
	}
	for _, i := range s.Addressees {
		out.Addressees = append(out.Addressees, ref(i))
	}
	for _, t := range s.About {
		out.About = append(out.About, extractedTarget{ref(t.Actor), pairs(t.Spans), t.Confidence, reason(t.Reason), t.Tone, t.ToneConfidence})
	}
	return out
}

func ref(i int) string { return fmt.Sprintf("e%d", i+1) }

func optionalRef(i int) *string {
	if i < 0 {
		return nil
	}
	r := ref(i)
	return &r
}

func pairs(spans []article.Span) [][2]int {
	out := make([][2]int, len(spans))
	for i, s := range spans {
		out[i] = [2]int{s.Start, s.End}
	}
	return out
}

func optionalPair(s article.Span) *[2]int {
	if s.Empty() {
		return nil
	}
	return &[2]int{s.Start, s.End}
}

func textOf(a *article.Article, spans []article.Span) string {
	parts := make([]string, len(spans))
	for i, s := range spans {
		parts[i] = s.Of(a.Text)
	}
	return strings.Join(parts, " … ")
}

func timestamp(t time.Time) *string {
	if t.IsZero() {
		return nil
	}
	s := t.UTC().Format(time.RFC3339)
	return &s
}

func reason(r article.Reason) string {
	if r.Code == "" {
		return r.Text
	}
	return r.Code + ": " + r.Text
}

// say prints a line for the user. Where standard error is closed there is nobody to tell.
func say(w io.Writer, line string) { _, _ = fmt.Fprintln(w, line) }
