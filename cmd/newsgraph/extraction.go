package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/loader/article"
)

// printer prints what was found in articles, a line each. It writes mark by mark, so that of a long article no more than its text is
// in memory a second time.
type printer struct {
	out    *bufio.Writer
	line   bytes.Buffer // a part on its way
	encode *json.Encoder
	err    error // the first one; nothing is printed after it
}

func newPrinter(w io.Writer) *printer {
	p := &printer{out: bufio.NewWriter(w)}
	p.encode = json.NewEncoder(&p.line)
	p.encode.SetEscapeHTML(false)
	return p
}

// article prints an article.
func (p *printer) article(a *article.Article) error {
	p.part(extractedHead{
		ID: graph.ArticleID(a.Key), SourcePath: a.SourcePath, URL: a.URL, Source: a.Source, Title: a.Title,
		Authors: append([]string{}, a.Authors...), Published: timestamp(a.PublishedAt), Language: a.Language, Text: a.Text,
	}, "}")
	printList(p, "removed", a.Removed, func(_ int, r *article.Removed) any {
		return extractedRemoved{r.Span.Start, r.Span.End, r.Why, r.Text}
	})
	printList(p, "entities", a.Actors, func(i int, x *article.Actor) any { return entityOf(a, i, x) })
	printList(p, "statements", a.Statements, func(_ int, s *article.Statement) any { return statementOf(a, s) })
	printList(p, "roles", a.Roles, func(_ int, r *article.Role) any {
		return extractedRole{ref(r.Person), r.Title, optionalRef(r.Of), r.Span.Start, r.Span.End}
	})
	printList(p, "events", a.Events, func(_ int, e *article.EventReport) any { return eventOf(a, e) })
	p.text("}\n")
	return p.err
}

// printList prints a member of an object that has members before it.
func printList[T any](p *printer, name string, items []T, of func(i int, item *T) any) {
	p.text(`,"` + name + `":[`)
	for i := range items {
		if i > 0 {
			p.text(",")
		}
		p.part(of(i, &items[i]), "")
	}
	p.text("]")
}

// part prints a value as JSON, without the ending.
func (p *printer) part(value any, ending string) {
	if p.err != nil {
		return
	}
	p.line.Reset()
	if p.err = p.encode.Encode(value); p.err == nil {
		_, p.err = p.out.Write(bytes.TrimSuffix(p.line.Bytes(), []byte(ending+"\n")))
	}
}

func (p *printer) text(s string) {
	if p.err == nil {
		_, p.err = p.out.WriteString(s)
	}
}

func entityOf(a *article.Article, i int, actor *article.Actor) extractedEntity {
	e := extractedEntity{Ref: ref(i), Kind: actor.Kind, Name: actor.Name, Aliases: []string{}}
	for _, m := range actor.Mentions {
		text := m.Span.Of(a.Text)
		e.Mentions = append(e.Mentions,
			extractedMention{m.Span.Start, m.Span.End, text, m.Form, m.Confidence, reason(m.Reason)})
		if m.Form == article.FormName && text != actor.Name && !slices.Contains(e.Aliases, text) {
			e.Aliases = append(e.Aliases, text)
		}
	}
	if l := actor.Location; l != nil {
		e.Place = &extractedPlace{
			l.GeoNames, l.Name, l.Type, l.Latitude, l.Longitude, l.Region, l.Country, l.CountryCode,
			math.Round(l.Confidence*1000) / 1000, reason(l.Reason),
		}
	}
	return e
}

func statementOf(a *article.Article, s *article.Statement) extractedStatement {
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
