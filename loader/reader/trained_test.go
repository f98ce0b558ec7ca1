package reader_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/newsgraph/newsgraph/loader/article"
	"github.com/newsgraph/newsgraph/loader/reader"
	"github.com/newsgraph/newsgraph/loader/reader/encoder"
	"github.com/newsgraph/newsgraph/loader/reader/encoder/invented"
)

// TestTrainedMarksAreSound reads with random weights: what is marked means nothing, but the contract of the marks holds.
func TestTrainedMarksAreSound(t *testing.T) {
	t.Parallel()
	for seed := range uint64(5) {
		path := filepath.Join(t.TempDir(), "weights.bin")
		if err := os.WriteFile(path, invented.File(invented.Tiny(), seed), 0o600); err != nil {
			t.Fatal(err)
		}
		r, err := reader.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		a := &article.Article{Text: "“We left,” said Ada Byrne of Østby.\n\nNobody else spoke… “Not even – I?”"}
		if err := r.Annotate(t.Context(), a); err != nil {
			t.Fatal(err)
		}
		end := 0
		for _, n := range a.Names {
			if n.Span.Start < end || n.Span.Empty() || n.Span.End > len(a.Text) {
				t.Errorf("name %v after %d", n.Span, end)
			}
			end = n.Span.End
		}
		start := 0
		for _, m := range a.Attributions {
			if len(m.Content) == 0 || m.Content[0].Start < start {
				t.Errorf("content %v after %d", m.Content, start)
			}
			start = m.Content[0].Start
		}
	}
}

func TestOpenRefusesWhatIsNoModel(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "weights.bin")
	if err := os.WriteFile(path, []byte("NGREADER but not really"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := reader.Open(path); !errors.Is(err, encoder.ErrWeights) {
		t.Errorf("error %v, want ErrWeights", err)
	}
	if _, err := reader.Open(filepath.Join(t.TempDir(), "missing")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("error %v, want ErrNotExist", err)
	}
}
