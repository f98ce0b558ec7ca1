package gold

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"unicode/utf8"

	"github.com/newsgraph/newsgraph/loader/article"
)

// Toned is a text with the tones toward some of those whom it names.
type Toned struct {
	ID      string
	Text    string
	Targets []TonedTarget
}

// TonedTarget is one who is named, at all places where the set marks it, and the tone toward it.
type TonedTarget struct {
	Spans []article.Span
	Tone  article.Tone
}

// toned is a line of NewsMTSC: https://github.com/fhamborg/NewsMTSC. Places are counted in characters, polarities are 2
// (negative), 4 (neutral) and 6 (positive).
type toned struct {
	ID      string `json:"primary_gid"`
	Text    string `json:"sentence_normalized"`
	Targets []struct {
		place
		Further  []place `json:"further_mentions"`
		Polarity float64 `json:"polarity"`
	} `json:"targets"`
}

type place struct {
	From int `json:"from"`
	To   int `json:"to"`
}

// ReadToned reads the JSON lines of NewsMTSC. It returns [ErrFormat] for places that are not in the text and for polarities that
// are none.
func ReadToned(name string, r io.Reader) ([]Toned, error) {
	var out []Toned
	err := lines(name, r, func(_ int, line string) error {
		var row toned
		if err := json.Unmarshal([]byte(line), &row); err != nil {
			return malformed("%v", err)
		}
		t, err := row.read()
		out = append(out, t)
		return err
	})
	if err == nil && len(out) == 0 {
		return nil, fmt.Errorf("%s: %w: no sentence in it", name, ErrFormat)
	}
	return out, err
}

func (row *toned) read() (Toned, error) {
	out := Toned{ID: row.ID, Text: row.Text}
	starts := make([]int, 0, len(row.Text)+1) // the byte of each character, and the end
	for i := range row.Text {
		starts = append(starts, i)
	}
	starts = append(starts, len(row.Text))
	if row.Text == "" || !utf8.ValidString(row.Text) {
		return out, malformed("a sentence without text")
	}
	tones := map[float64]article.Tone{2: article.Negative, 4: article.Neutral, 6: article.Positive}
	for _, t := range row.Targets {
		target := TonedTarget{Tone: tones[t.Polarity]}
		if target.Tone == "" {
			return out, malformed("polarity %v of %q", t.Polarity, clip(row.ID))
		}
		for _, p := range append([]place{t.place}, t.Further...) {
			if p.From < 0 || p.From >= p.To || p.To >= len(starts) {
				return out, malformed("characters %d to %d of %q", p.From, p.To, clip(row.Text))
			}
			target.Spans = append(target.Spans, article.Span{Start: starts[p.From], End: starts[p.To]})
		}
		slices.SortFunc(target.Spans, func(x, y article.Span) int { return cmp.Compare(x.Start, y.Start) })
		out.Targets = append(out.Targets, target)
	}
	return out, nil
}
