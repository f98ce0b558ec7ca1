// Package reader finds in an article who is named, who said what, what is done by whom to whom, and how the text speaks of them.
//
// A trained network reads the text (packages encoder and decode; the model card is docs/model-card.md); the turns of interviews, which their
// form tells, are read by rule. The reader gives the marks of
// loader/article and nothing else, so that another one can take its place. It must not resolve pronouns, merge names or judge what a statement is about: that is the work of the
// stages after it.
package reader

import (
	"context"
	_ "embed"
	"fmt"
	"os"

	"github.com/newsgraph/newsgraph/loader/article"
	"github.com/newsgraph/newsgraph/loader/reader/decode"
	"github.com/newsgraph/newsgraph/loader/reader/encoder"
	"github.com/newsgraph/newsgraph/loader/reader/kernel"
)

// weights is the network of this version of the program. It must not be changed.
//
//go:embed weights.bin
var weights []byte

// Reader is the reader stage. It may be used by many goroutines at once.
type Reader struct{ decoder *decode.Decoder }

var _ article.Stage = (*Reader)(nil)

// New returns the reader with the network that the program carries. It takes a tenth of a second: one reader serves a whole
// run. The error wraps [encoder.ErrWeights]; it says that the program file is damaged.
func New() (*Reader, error) { return load(weights) }

// Open returns the reader with the network of a weights file, in the format of docs/reader-format.md. For a file that is not
// such a one the error wraps [encoder.ErrWeights].
func Open(path string) (*Reader, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("open model: %w", err)
	}
	r, err := load(raw)
	if err != nil {
		return nil, fmt.Errorf("open model %s: %w", path, err)
	}
	return r, nil
}

func load(raw []byte) (*Reader, error) {
	model, err := encoder.Load(raw, kernel.New())
	if err != nil {
		return nil, err
	}
	decoder, err := decode.New(model)
	if err != nil {
		return nil, err
	}
	return &Reader{decoder}, nil
}

// Contract tells that the reader needs the paragraphs of the segments (for interviews; the network cuts the text by itself), and
// adds names, attributions, tones and predicates.
func (*Reader) Contract() article.Contract {
	return article.Contract{
		Name:     "reader",
		Requires: []article.Layer{article.LayerText, article.LayerSegments},
		Adds: []article.Layer{
			article.LayerNames, article.LayerAttributions, article.LayerTones, article.LayerPredicates,
		},
	}
}

// Annotate sets the names, attributions, tones and predicates of the article. It fails when the context is done or the
// text is too long ([encoder.ErrTooLong]).
func (r *Reader) Annotate(ctx context.Context, a *article.Article) error {
	if err := r.decoder.Each(ctx, a.Text, func(m *decode.Marks) { add(a, m) }); err != nil {
		return err
	}
	a.Attributions = withTurns(a)
	return nil
}

// add adds the marks of a part of the text.
func add(a *article.Article, marks *decode.Marks) {
	for _, n := range marks.Names {
		a.Names = append(a.Names, article.Name{Span: n.Bytes, Kind: n.Kind, Confidence: n.Confidence})
	}
	for _, m := range marks.Attributions {
		a.Attributions = append(a.Attributions, article.Attribution{
			Source: passages(m.Source), Cue: passages(m.Cue), Content: passages(m.Content), Confidence: m.Confidence,
		})
	}
	for _, t := range marks.Tones {
		a.Tones = append(a.Tones, article.WordTone{Span: marks.Bytes(t.Unit), Positive: t.Positive, Negative: t.Negative})
	}
	for _, p := range marks.Predicates {
		a.Predicates = append(a.Predicates, predicate(marks, p))
	}
}

func passages(spans []decode.Span) []article.Span {
	var out []article.Span
	for _, s := range spans {
		out = append(out, s.Bytes)
	}
	return out
}

func predicate(m *decode.Marks, p decode.Predicate) article.Predicate {
	out := article.Predicate{Span: m.Bytes(p.Unit), Confidence: p.Confidence, Arguments: make([]article.Argument, len(p.Arguments))}
	for i, x := range p.Arguments {
		out.Arguments[i] = article.Argument{Label: m.RoleLabels[x.Label], Head: m.Bytes(int(x.Unit)), Confidence: float64(x.Confidence)}
	}
	return out
}
