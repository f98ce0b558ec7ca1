package reader_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/newsgraph/newsgraph/loader/article"
	"github.com/newsgraph/newsgraph/loader/reader"
	"github.com/newsgraph/newsgraph/loader/segment"
)

func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		reader.New(nil)
	}
}

// segmented returns the text as an article with segments.
func segmented(tb testing.TB, text string) *article.Article {
	tb.Helper()
	a := &article.Article{Key: tb.Name(), Text: text}
	if err := segment.New().Annotate(context.Background(), a); err != nil {
		tb.Fatal(err)
	}
	return a
}

var (
	_ = os.Getenv
	_ = filepath.Join
)
