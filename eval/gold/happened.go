package gold

import (
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"unicode/utf8"

	"github.com/newsgraph/newsgraph/loader/article"
)

// Happened is a text with a word that tells an event, and the places where that happened.
type Happened struct {
	ID     string // its number
	Text   string
	Event  article.Span
	Places []article.Span // none when the text does not tell where
}

// ReadHappened reads a gzipped JSON array of texts with spans of the labels VERB and LOCATION, in characters or in tokens, as Halterman's
// event location data have them. Texts without a verb, or with spans that lie outside the text, are left out.
func ReadHappened(name string, r io.Reader) ([]Happened, error) {
	z, err := gzip.NewReader(r)
	if err != nil {
		return nil, fmt.Errorf("%s: %w: %w", name, ErrFormat, err)
	}
	var all []happenedText
	if err := json.NewDecoder(z).Decode(&all); err != nil {
		return nil, fmt.Errorf("%s: %w: %w", name, ErrFormat, err)
	}
	var out []Happened
	for i := range all {
		l := Happened{ID: fmt.Sprintf("%s-%d", name, i+1), Text: all[i].Text}
		if all[i].spans(&l) && !l.Event.Empty() && utf8.ValidString(l.Text) {
			out = append(out, l)
		}
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("%s: %w: no text with a verb in it", name, ErrFormat)
	}
	return out, nil
}

type happenedText struct {
	Text  string `json:"text"`
	Spans []struct {
		Start int    `json:"start"`
		End   int    `json:"end"`
		First *int   `json:"token_start"`
		Last  *int   `json:"token_end"`
		Label string `json:"label"`
	} `json:"spans"`
	Tokens []struct {
		Start int `json:"start"`
		End   int `json:"end"`
	} `json:"tokens"`
}

// spans sets event and places; false when one lies outside the text. Some spans count tokens where they say characters, so the tokens go first.
func (t *happenedText) spans(l *Happened) bool {
	offsets := characters(t.Text)
	for _, s := range t.Spans {
		from, to := s.Start, s.End
		if s.First != nil && s.Last != nil && *s.First >= 0 && *s.First <= *s.Last && *s.Last < len(t.Tokens) {
			from, to = t.Tokens[*s.First].Start, t.Tokens[*s.Last].End
		}
		if from < 0 || to <= from || to >= len(offsets) {
			return false
		}
		span := article.Span{Start: offsets[from], End: offsets[to]}
		switch s.Label {
		case "VERB":
			l.Event = span
		case "LOCATION":
			l.Places = append(l.Places, span)
		}
	}
	return true
}

// characters are the byte offsets of the characters of a text, and its end.
func characters(text string) []int {
	out := make([]int, 0, len(text)+1)
	for i := range text {
		out = append(out, i)
	}
	return append(out, len(text))
}
