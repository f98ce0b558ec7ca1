package gold

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/loader/article"
)

// Attributed is a text with its attributions.
type Attributed struct {
	ID           string
	Text         string
	Attributions []Attribution
	Discard      []article.Span // passages that nobody has marked: what is found there is neither right nor wrong
}

// Attribution is a gold attribution. Source and Cue may be empty; the spans of each are in order.
type Attribution struct {
	Source, Cue, Content []article.Span
	Kind                 article.StatementKind
}

// attributedLine is a line of the file. Offsets are in code points.
type attributedLine struct {
	ID           string `json:"id"`
	Text         string `json:"text"`
	Attributions []struct {
		ID                   string `json:"id"`
		Source, Cue, Content [][2]int
		Form                 string
	} `json:"attributions"`
	Discard [][][2]int `json:"discard"`
}

// ReadAttributed reads a file of JSON lines, a text a line: id, text, attributions (source, cue, content: lists of [start, end) in
// code points; form: direct, mixed or indirect) and discard (lists of such spans). The spans that it gives are
// in bytes. It returns [ErrFormat] for lines that are not so.
func ReadAttributed(name string, r io.Reader) ([]Attributed, error) {
	var out []Attributed
	err := lines(name, r, func(_ int, line string) error {
		if strings.TrimSpace(line) == "" {
			return nil
		}
		a, err := attributed(line)
		out = append(out, a)
		return err
	})
	if err == nil && len(out) == 0 {
		err = fmt.Errorf("%s: %w: no line in it", name, ErrFormat)
	}
	if err != nil {
		return nil, err
	}
	return out, nil
}

func attributed(line string) (Attributed, error) {
	var l attributedLine
	if err := json.Unmarshal([]byte(line), &l); err != nil {
		return Attributed{}, malformed("%v", err)
	}
	out := Attributed{ID: l.ID, Text: l.Text}
	at := offsets(l.Text)
	for _, x := range l.Attributions {
		a := Attribution{Kind: article.StatementKind(strings.ToUpper(x.Form))}
		if !slices.Contains([]article.StatementKind{article.Direct, article.Mixed, article.Indirect}, a.Kind) {
			return Attributed{}, malformed("attribution %s has the form %q", x.ID, clip(x.Form))
		}
		if len(x.Content) == 0 {
			return Attributed{}, malformed("attribution %s has no content", x.ID)
		}
		var err error
		for _, part := range []struct {
			to   *[]article.Span
			from [][2]int
		}{{&a.Source, x.Source}, {&a.Cue, x.Cue}, {&a.Content, x.Content}} {
			if *part.to, err = at.spans(part.from); err != nil {
				return Attributed{}, fmt.Errorf("attribution %s: %w", x.ID, err)
			}
		}
		out.Attributions = append(out.Attributions, a)
	}
	for _, d := range l.Discard {
		spans, err := at.spans(d)
		if err != nil {
			return Attributed{}, fmt.Errorf("discard: %w", err)
		}
		out.Discard = append(out.Discard, spans...)
	}
	return out, nil
}

// codePoints are the byte offsets of a text's code points, and its length.
type codePoints []int

func offsets(text string) codePoints {
	out := make(codePoints, 0, len(text)+1)
	for i := range text {
		out = append(out, i)
	}
	return append(out, len(text))
}

// spans converts spans to bytes, in order.
func (c codePoints) spans(in [][2]int) ([]article.Span, error) {
	var out []article.Span
	for _, s := range in {
		if s[0] < 0 || s[1] <= s[0] || s[1] >= len(c) {
			return nil, malformed("no span of a text of %d code points: [%d, %d)", len(c)-1, s[0], s[1])
		}
		out = append(out, article.Span{Start: c[s[0]], End: c[s[1]]})
	}
	slices.SortFunc(out, func(a, b article.Span) int { return a.Start - b.Start })
	if !ordered(out) {
		return nil, malformed("spans overlap: %v", in)
	}
	return out, nil
}
