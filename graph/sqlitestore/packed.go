package sqlitestore

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/newsgraph/newsgraph/graph"
)

// packed is a mention in the list that a row of mentions holds.
type packed struct {
	span graph.Span
	form graph.MentionForm
	text string
}

func packMentions(text string, mentions []graph.ActorMention) []packed {
	out := make([]packed, len(mentions))
	for i, m := range mentions {
		out[i] = packed{m.Span, m.Form, text[m.Span.Start:m.Span.End]}
	}
	return out
}

// packedMentions is mentions as a row holds them. A name says itself over and over, so each text is there once.
type packedMentions struct {
	Mentions []int    `json:"m"` // [start, form, text, start, …]: numbers of forms and texts
	Texts    []string `json:"t"`
}

// forms gives the forms of mentions, each at its number in rows.
func forms() []graph.MentionForm {
	return []graph.MentionForm{graph.FormName, graph.FormTitle, graph.FormPronoun}
}

// packedList gives mentions as a row holds them.
func packedList(mentions []packed) string {
	p := packedMentions{Mentions: make([]int, 0, 3*len(mentions))}
	texts := map[string]int{}
	for _, m := range mentions {
		text, there := texts[m.text]
		if !there {
			text = len(p.Texts)
			texts[m.text], p.Texts = text, append(p.Texts, m.text)
		}
		p.Mentions = append(p.Mentions, m.span.Start, slices.Index(forms(), m.form), text)
	}
	b, err := json.Marshal(&p)
	if err != nil {
		panic(fmt.Sprintf("sqlitestore: marshal mentions: %v", err)) // numbers and strings always marshal
	}
	return string(b)
}

func unpackMentions(spans string) ([]packed, error) {
	var p packedMentions
	if err := json.Unmarshal([]byte(spans), &p); err != nil {
		return nil, fmt.Errorf("packed mentions: %w", err)
	}
	out := make([]packed, 0, len(p.Mentions)/3)
	for m := range slices.Chunk(p.Mentions, 3) {
		text := p.Texts[m[2]]
		out = append(out, packed{graph.Span{Start: m[0], End: m[0] + len(text)}, forms()[m[1]], text})
	}
	return out, nil
}

// packedStatement is what a row holds of a statement besides its other columns. Spans are [start, end, start, …],
// keys are numbers. Passages of the article's text are there by their places: the text is stored once.
type packedStatement struct {
	Spans       []int           `json:"s"`
	Cue         []int           `json:"q,omitempty"`
	Speaker     []int           `json:"p,omitempty"`
	SpeakerText string          `json:"pt,omitempty"` // unless it is what stands there
	To          []int64         `json:"t,omitempty"`
	About       []packedTarget  `json:"a,omitempty"`
	SaidAt      time.Time       `json:"d,omitzero"`
	Precision   graph.Precision `json:"dp,omitempty"`
	Context     []int           `json:"c,omitempty"`
	ContextText string          `json:"ct,omitempty"` // where the context is no passage of the text
	Reason      string          `json:"r,omitempty"`
}

// packedTarget is a target in a [packedStatement].
type packedTarget struct {
	Key            int64      `json:"k"`
	Spans          []int      `json:"s,omitempty"`
	Confidence     float64    `json:"c,omitempty"`
	Code           string     `json:"r,omitempty"`
	Reason         string     `json:"t,omitempty"`
	Tone           graph.Tone `json:"o,omitempty"`
	ToneConfidence float64    `json:"oc,omitempty"`
}

func packStatement(text string, s *graph.Statement, keys map[graph.Key]*keyRow) packedStatement {
	p := packedStatement{
		Spans: flat(s.Spans...), Cue: flatOne(s.CueSpan), Speaker: flatOne(s.SpeakerSpan),
		SaidAt: s.SaidAt, Precision: s.SaidAtPrecision, Reason: s.Reason.Text,
	}
	if s.SpeakerText != text[s.SpeakerSpan.Start:s.SpeakerSpan.End] {
		p.SpeakerText = s.SpeakerText
	}
	for _, key := range s.AddresseeKeys {
		p.To = append(p.To, keys[key].n)
	}
	for _, t := range s.About {
		p.About = append(p.About, packedTarget{
			Key: keys[t.Key].n, Spans: flat(t.Spans...), Confidence: t.Confidence, Code: t.Reason.Code, Reason: t.Reason.Text,
			Tone: t.Tone, ToneConfidence: t.ToneConfidence,
		})
	}
	p.Context, p.ContextText = packContext(text, s)
	return p
}

// packContext looks for the context around the statement's first passage.
func packContext(text string, s *graph.Statement) (place []int, other string) {
	n, start := len(s.Context), s.Spans[0].Start
	from := max(0, start-n)
	if i := strings.Index(text[from:min(len(text), start+n)], s.Context); i >= 0 && n > 0 {
		return []int{from + i, from + i + n}, ""
	}
	return nil, s.Context
}

// unpack sets what the row holds, and what follows from the article's text; key gives a key's text and its entity.
func (p *packedStatement) unpack(s *graph.Statement, text string, keys map[int64]keyEntity) {
	s.Spans = unflat(p.Spans)
	s.Text = strings.Clone(graph.TextOf(text, s.Spans))
	s.CueSpan, s.Cue = passage(text, p.Cue)
	s.SpeakerSpan, s.SpeakerText = passage(text, p.Speaker)
	if p.SpeakerText != "" {
		s.SpeakerText = p.SpeakerText
	}
	_, s.Context = passage(text, p.Context)
	s.Context += p.ContextText
	s.SaidAt, s.SaidAtPrecision, s.Reason.Text = p.SaidAt, p.Precision, p.Reason
	s.Addressees, s.AddresseeKeys = make([]graph.NodeID, len(p.To)), make([]graph.Key, len(p.To))
	for i, n := range p.To {
		s.AddresseeKeys[i], s.Addressees[i] = keys[n].key, keys[n].entity
	}
	s.About = make([]graph.Target, len(p.About))
	for i, t := range p.About {
		s.About[i] = graph.Target{
			Entity: keys[t.Key].entity, Key: keys[t.Key].key, Spans: unflat(t.Spans), Confidence: t.Confidence,
			Reason: graph.Reason{Code: t.Code, Text: t.Reason}, Tone: t.Tone, ToneConfidence: t.ToneConfidence,
		}
	}
}

func flat(spans ...graph.Span) []int {
	out := make([]int, 0, 2*len(spans))
	for _, s := range spans {
		out = append(out, s.Start, s.End)
	}
	return out
}

// flatOne gives nothing for the zero span.
func flatOne(s graph.Span) []int {
	if s == (graph.Span{}) {
		return nil
	}
	return flat(s)
}

func unflat(places []int) []graph.Span {
	out := make([]graph.Span, 0, len(places)/2)
	for p := range slices.Chunk(places, 2) {
		out = append(out, graph.Span{Start: p[0], End: p[1]})
	}
	return out
}

// passage is one span of a text and what stands there; nothing for no place.
func passage(text string, place []int) (graph.Span, string) {
	if len(place) == 0 {
		return graph.Span{}, ""
	}
	return graph.Span{Start: place[0], End: place[1]}, strings.Clone(text[place[0]:place[1]])
}
