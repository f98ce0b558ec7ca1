package loader_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/newsgraph/newsgraph/loader/article"
	"github.com/newsgraph/newsgraph/loader/clean"
	"github.com/newsgraph/newsgraph/loader/entity"
	"github.com/newsgraph/newsgraph/loader/event"
	"github.com/newsgraph/newsgraph/loader/reader"
	"github.com/newsgraph/newsgraph/loader/segment"
	"github.com/newsgraph/newsgraph/loader/statement"
)

// exampleTexts are the examples that are plain texts.
func exampleTexts(b *testing.B) []string {
	b.Helper()
	paths, err := filepath.Glob("../examples/*.txt")
	if err != nil || len(paths) == 0 {
		b.Fatal("no examples", err)
	}
	var out []string
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			b.Fatal(err)
		}
		out = append(out, string(text))
	}
	return out
}

// BenchmarkStages takes the examples through all stages, and tells the time of each for an article, and that of all behind the
// reader as a share of the reader's.
func BenchmarkStages(b *testing.B) {
	r, err := reader.New()
	if err != nil {
		b.Fatal(err)
	}
	stages := []article.Stage{clean.New(nil), segment.New(), r, entity.New(nil), statement.New(nil), event.New()}
	texts := exampleTexts(b)
	spent := make([]time.Duration, len(stages))
	articles := 0
	for b.Loop() {
		for _, text := range texts {
			a := &article.Article{Key: "example", Raw: text}
			for i, s := range stages {
				start := time.Now()
				if err := s.Annotate(context.Background(), a); err != nil {
					b.Fatal(err)
				}
				spent[i] += time.Since(start)
			}
			articles++
		}
	}
	later := time.Duration(0)
	for i, s := range stages {
		b.ReportMetric(float64(spent[i].Microseconds())/float64(articles), s.Contract().Name+"-µs/article")
		if i > 2 {
			later += spent[i]
		}
	}
	b.ReportMetric(float64(later)/float64(spent[2]), "later/reader")
}
