package graphtest

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"github.com/newsgraph/newsgraph/graph"
)

// size is how large invented articles are.
type size struct {
	cast       int // actors that the article draws from
	mentions   int // outside of statements, about
	statements int
	words      int // of filling
	reports    int // of events
}

// typical is the size of a news article: about 60 actors with 120 mentions, 15 statements, 10 reports of events, 6 KB of text.
func typical() size { return size{cast: 75, mentions: 70, statements: 15, words: 420, reports: 10} }

// small is the size of articles for tests that load many sets of them.
func small() size { return size{cast: 6, mentions: 5, statements: 3, words: 8, reports: 3} }

// Records invents n articles of typical size, with people, organizations and places, mentions, statements and
// roles. The same seed gives the same articles; the first n of more are the same ones.
func Records(seed uint64, n int) []*graph.Record { return recordsFrom(seed, 0, n) }

// recordsFrom invents the articles with the numbers from ≤ i < to.
func recordsFrom(seed uint64, from, to int) []*graph.Record {
	w := newWorld(rand.New(rand.NewPCG(seed, 0)), 6000)
	out := make([]*graph.Record, 0, to-from)
	for i := from; i < to; i++ {
		out = append(out, w.record(rand.New(rand.NewPCG(seed, uint64(i)+1)), i, typical()))
	}
	return out
}

// draft is an article in the writing.
type draft struct {
	r      *rand.Rand
	world  *world
	text   strings.Builder
	actors map[graph.Key]*graph.Actor
	cast   []who
	record graph.Record
}

// record invents the article with the number.
func (w *world) record(r *rand.Rand, number int, size size) *graph.Record {
	source := w.sources[zipf(r, len(w.sources))]
	key := w.url(source, number)
	d := &draft{r: r, world: w, actors: map[graph.Key]*graph.Actor{}}
	d.record.Article = graph.Article{
		ID: graph.ArticleID(key), Key: key, URL: key, Source: source, Language: "en", PublishedAt: d.time(8),
		Title: title(w.word(r)) + " " + w.word(r), Authors: []string{"A. Writer", "B. " + title(w.word(r))}[:r.IntN(3)],
	}
	for range size.cast {
		d.cast = append(d.cast, w.actor(r))
	}
	for i := range max(size.mentions, size.statements) {
		if i < size.statements {
			d.say(i)
		}
		if i < size.mentions {
			d.mention(d.actor(), false)
			d.fill(size.words / size.mentions)
			d.write(". ")
		}
	}
	for range size.reports {
		d.happen()
	}
	d.record.Text = d.text.String()
	for _, key := range slices.Sorted(maps.Keys(d.actors)) {
		d.record.Actors = append(d.record.Actors, *d.actors[key])
	}
	return &d.record
}

// actor draws one of the article's cast.
func (d *draft) actor() who { return d.cast[d.r.IntN(len(d.cast))] }

// time draws a time; one in several is unknown. Few different ones, so that there are ties.
func (d *draft) time(unknown int) time.Time {
	if d.r.IntN(unknown) == 0 {
		return time.Time{}
	}
	return time.Date(2017, 1, 1+zipf(d.r, 1200), 6*d.r.IntN(4), 0, 0, 0, time.UTC)
}

// write adds words to the text, and returns where they stand.
func (d *draft) write(s string) graph.Span {
	start := d.text.Len()
	d.text.WriteString(s)
	return graph.Span{Start: start, End: d.text.Len()}
}

func (d *draft) fill(words int) {
	for range words {
		d.write(" " + d.world.word(d.r))
	}
}

// mention names an actor, and returns its key and where.
func (d *draft) mention(a who, full bool) (graph.Key, graph.Span) {
	key := keyOf(a.kind, a.name)
	surface, form := a.forms[0], graph.FormName
	if !full {
		surface = a.forms[d.r.IntN(len(a.forms))]
	}
	switch surface[0] {
	case '~':
		surface, form = surface[1:], graph.FormPronoun
	case '^':
		surface, form = surface[1:], graph.FormTitle
	}
	span := d.write(surface)
	if d.actors[key] == nil {
		d.actors[key] = &graph.Actor{Key: key, Name: a.name}
	}
	d.actors[key].Mentions = append(d.actors[key].Mentions, graph.ActorMention{Span: span, Form: form})
	return key, span
}

// say writes a statement: who said to whom what about whom.
func (d *draft) say(number int) {
	r := d.r
	s := graph.StatementRecord{WithinIndex: -1}
	s.Kind = graph.StatementKinds()[r.IntN(3)]
	s.Mode = []graph.StatementMode{"", graph.Said, graph.Said, graph.NotSaid, graph.Hypothetical}[r.IntN(5)]
	s.Confidence = float64(r.IntN(11)) / 10
	s.Reason = graph.Reason{Code: []string{"subject", "pronoun", "passive"}[r.IntN(3)], Text: "It is the subject of the cue."}
	s.SaidAt, s.SaidAtPrecision = d.time(2), graph.Precisions()[r.IntN(5)]
	start := d.text.Len()
	if r.IntN(4) > 0 {
		s.SpeakerKey, s.SpeakerSpan = d.mention(d.actor(), r.IntN(2) == 0)
		d.role(s.SpeakerKey)
	} else {
		s.SpeakerSpan = d.write("Some " + d.world.word(r))
	}
	d.write(" ")
	s.CueSpan = d.write([]string{"told", "said to", "Said", "wrote to"}[r.IntN(4)])
	for range r.IntN(3) {
		d.write(" ")
		key, _ := d.mention(d.actor(), true)
		s.AddresseeKeys = append(s.AddresseeKeys, key)
	}
	d.write(": “")
	content := d.write(title(d.world.word(r)))
	for range r.IntN(4) {
		d.fill(2)
		d.write(" ")
		s.About = d.about(s.About)
	}
	d.fill(8)
	content.End = d.text.Len()
	s.Spans = []graph.Span{content}
	if r.IntN(4) == 0 {
		d.write("”, he added, “")
		s.Spans = append(s.Spans, d.write(d.world.word(r)))
	}
	d.write("”. ")
	s.Context = d.text.String()[start:]
	if number > 0 && r.IntN(5) == 0 {
		s.WithinIndex = r.IntN(number)
	}
	d.record.Statements = append(d.record.Statements, s)
}

func (d *draft) about(targets []graph.Target) []graph.Target {
	key, span := d.mention(d.actor(), d.r.IntN(3) == 0)
	for i := range targets {
		if targets[i].Key == key {
			targets[i].Spans = append(targets[i].Spans, span)
			return targets
		}
	}
	return append(targets, graph.Target{
		Tone: graph.Tones()[d.r.IntN(3)], ToneConfidence: float64(d.r.IntN(11)) / 10,
		Key: key, Spans: []graph.Span{span}, Confidence: 0.5, Reason: graph.Reason{Code: "name", Text: fmt.Sprintf("Named at %d.", span.Start)},
	})
}

// role sometimes gives a person a title, of an actor that is there already or of none.
func (d *draft) role(key graph.Key) {
	if key.Kind() != graph.KindPerson || d.r.IntN(3) > 0 {
		return
	}
	d.write(", ")
	name := []string{"Foreign Minister", "foreign minister", "Président", "MP"}[d.r.IntN(4)]
	role := graph.RoleRecord{Person: key, Title: name, Span: d.write(name)}
	if d.r.IntN(2) == 0 {
		d.write(" of ")
		role.Of, _ = d.mention(d.actor(), true)
	}
	d.record.Roles = append(d.record.Roles, role)
}
