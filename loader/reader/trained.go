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

// Contract tells that the reader adds names and attributions. It cuts the text by itself, but is in the place of the other
// reader, which needs the segments.
func (*Trained) Contract() article.Contract { return (*Reader)(nil).Contract() }

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
	return nil
}

func passages(spans []decode.Span) []article.Span {
	var out []article.Span
	for _, s := range spans {
		out = append(out, s.Bytes)
	}
	return out
}
