package sqlitestore

import (
	"encoding/json"
	"fmt"

	"github.com/newsgraph/newsgraph/graph"
)

// packed is a mention in the list that a row of mentions holds: [start, end, form, text].
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

// MarshalJSON implements [json.Marshaler].
func (p packed) MarshalJSON() ([]byte, error) {
	return json.Marshal([4]any{p.span.Start, p.span.End, p.form, p.text})
}

// UnmarshalJSON implements [json.Unmarshaler].
func (p *packed) UnmarshalJSON(b []byte) error {
	fields := []any{&p.span.Start, &p.span.End, &p.form, &p.text}
	if err := json.Unmarshal(b, &fields); err != nil {
		return fmt.Errorf("packed mention %s: %w", b, err)
	}
	return nil
}

func unpackMentions(spans string) ([]packed, error) {
	var out []packed
	err := json.Unmarshal([]byte(spans), &out)
	return out, err
}
