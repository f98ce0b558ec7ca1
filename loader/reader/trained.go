package reader

import (
	"context"
	"fmt"
	"os"

	"github.com/newsgraph/newsgraph/loader/article"
	"github.com/newsgraph/newsgraph/loader/reader/decode"
	"github.com/newsgraph/newsgraph/loader/reader/encoder"
	"github.com/newsgraph/newsgraph/loader/reader/kernel"
)

// Trained is the reader stage by a trained network. It may be used by many goroutines at once.
type Trained struct{ decoder *decode.Decoder }

var _ article.Stage = (*Trained)(nil)

// Open returns the reader with the network of a weights file, in the format of docs/reader-format.md. For a file that is not
// such a one the error wraps [encoder.ErrWeights].
func Open(path string) (*Trained, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("open model: %w", err)
	}
	model, err := encoder.Load(raw, kernel.New())
	if err != nil {
		return nil, fmt.Errorf("open model %s: %w", path, err)
	}
	decoder, err := decode.New(model)
	if err != nil {
		return nil, fmt.Errorf("open model %s: %w", path, err)
	}
	return &Trained{decoder}, nil
}

// Contract tells that the reader adds names, attributions and predicates. It cuts the text by itself, but is in the place of the
// other reader, which needs the segments.
func (*Trained) Contract() article.Contract {
	c := (*Reader)(nil).Contract()
	c.Adds = append(c.Adds, article.LayerPredicates)
	return c
}

// Annotate sets the names and the attributions of the article. It fails when the context is done or the text is
// too long ([encoder.ErrTooLong]).
func (t *Trained) Annotate(ctx context.Context, a *article.Article) error {
	marks, err := t.decoder.Read(ctx, a.Text)
	if err != nil {
		return err
	}
	for _, n := range marks.Names {
		a.Names = append(a.Names, article.Name{Span: n.Bytes, Kind: n.Kind, Confidence: n.Confidence})
	}
	for _, m := range marks.Attributions {
		a.Attributions = append(a.Attributions, article.Attribution{
			Source: passages(m.Source), Cue: passages(m.Cue), Content: passages(m.Content), Confidence: m.Confidence,
		})
	}
	a.Predicates = append(a.Predicates, predicates(marks)...)
	for _, t := range marks.Tones {
		a.Tones = append(a.Tones, article.WordTone{Span: marks.Bytes(t.Unit), Positive: t.Positive, Negative: t.Negative})
	}
	return nil
}

// predicates gives the predicates with the words of their arguments; names of labels, not numbers.
func predicates(m *decode.Marks) []article.Predicate {
	out := make([]article.Predicate, 0, len(m.Predicates))
	for _, p := range m.Predicates {
		predicate := article.Predicate{Span: m.Bytes(p.Unit), Confidence: p.Confidence}
		for _, arg := range p.Arguments {
			predicate.Arguments = append(predicate.Arguments, article.Argument{
				Label: m.RoleLabels[arg.Label], Head: m.Bytes(int(arg.Unit)), Confidence: float64(arg.Confidence),
			})
		}
		out = append(out, predicate)
	}
	return out
}

func passages(spans []decode.Span) []article.Span {
	var out []article.Span
	for _, s := range spans {
		out = append(out, s.Bytes)
	}
	return out
}
