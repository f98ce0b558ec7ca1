package entity_test

import (
	"context"
	"math"
	"testing"
	"time"

	"github.com/newsgraph/newsgraph/loader/article"
	"github.com/newsgraph/newsgraph/loader/entity"
	"github.com/newsgraph/newsgraph/loader/entity/marked"
)

// bench returns an article of about that many bytes.
func bench(tb testing.TB, size int) *article.Article {
	tb.Helper()
	a, err := marked.Long(size)
	if err != nil {
		tb.Fatal(err)
	}
	return a
}

func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		entity.New(nil)
	}
}

func BenchmarkAnnotate(b *testing.B) {
	s := entity.New(nil)
	a := bench(b, 6000)
	b.SetBytes(int64(len(a.Text)))
	for b.Loop() {
		a.Actors, a.Roles = nil, nil
		if err := s.Annotate(context.Background(), a); err != nil {
			b.Fatal(err)
		}
	}
}

// TestLinear holds that a long text takes not much more time a byte than a short one. A quadratic step would take twenty times more.
func TestLinear(t *testing.T) {
	s := entity.New(nil)
	cost := func(size int) float64 {
		a := bench(t, size)
		best := math.Inf(1)
		for range 3 {
			a.Actors, a.Roles = nil, nil
			start := time.Now()
			if err := s.Annotate(context.Background(), a); err != nil {
				t.Fatal(err)
			}
			best = min(best, float64(time.Since(start))/float64(len(a.Text)))
		}
		return best
	}
	if small, big := cost(200_000), cost(2_000_000); big > 5*small {
		t.Errorf("%.1f ns a byte in a long text, %.1f in a short one", big, small)
	}
}
