package reader_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/newsgraph/newsgraph/loader/article"
	"github.com/newsgraph/newsgraph/loader/reader"
	"github.com/newsgraph/newsgraph/loader/segment"
)

// segmented returns the text as an article with segments.
func segmented(tb testing.TB, text string) *article.Article {
	tb.Helper()
	a := &article.Article{Key: tb.Name(), Text: text}
	if err := segment.New().Annotate(context.Background(), a); err != nil {
		tb.Fatal(err)
	}
	return a
}

// annotated returns the text as an article with names and attributions.
func annotated(tb testing.TB, r *reader.Reader, text string) *article.Article {
	tb.Helper()
	a := segmented(tb, text)
	if err := r.Annotate(context.Background(), a); err != nil {
		tb.Fatal(err)
	}
	return a
}

func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		reader.New(nil)
	}
}

func BenchmarkAnnotate(b *testing.B) {
	text := strings.Repeat(harborStory, 6000/len(harborStory)+1)
	r := reader.New(nil)
	a := segmented(b, text)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		c := *a
		if err := r.Annotate(context.Background(), &c); err != nil {
			b.Fatal(err)
		}
	}
}

// TestLinear holds that texts made to be slow are not: the time for four times the text is far from sixteen times.
func TestLinear(t *testing.T) {
	t.Parallel()
	r := reader.New(nil)
	for name, piece := range map[string]string{
		"quote marks":  "“",
		"pairs":        "“a” ",
		"cues":         "said ",
		"commas":       "Anna Smith, who said, ",
		"capitals":     "Alpha Bravo of ",
		"one sentence": "the minister of the interior told them that ",
		"brackets":     "Ministry of Peace (MOP (",
		"quoted cues":  "“he said ",
		"according":    "according to the ",
		"hyphens":      "US-Russia-",
	} {
		t.Run(name, func(t *testing.T) {
			small := seconds(t, r, strings.Repeat(piece, 100_000/len(piece)))
			large := seconds(t, r, strings.Repeat(piece, 400_000/len(piece)))
			if large > 10*small && large > 1 {
				t.Errorf("100 KB take %.2f s, 400 KB %.2f s", small, large)
			}
		})
	}
}

func seconds(t *testing.T, r *reader.Reader, text string) float64 {
	t.Helper()
	a := segmented(t, text)
	start := time.Now()
	if err := r.Annotate(context.Background(), a); err != nil {
		t.Fatal(err)
	}
	return time.Since(start).Seconds()
}
