package score_test

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/newsgraph/newsgraph/eval/score"
	"github.com/newsgraph/newsgraph/loader/article"
)

func near(a, b float64) bool { return math.Abs(a-b) < 1e-9 }

func TestCounts(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name                  string
		c                     score.Counts
		precision, recall, f1 float64
	}{
		{"nothing at all", score.Counts{}, 0, 0, 0},
		{"nothing found", score.Counts{Gold: 4}, 0, 0, 0},
		{"nothing to find", score.Counts{Found: 4}, 0, 0, 0},
		{"all right", score.Counts{Right: 3, Found: 3, Gold: 3}, 100, 100, 100},
		{"half of each", score.Counts{Right: 2, Found: 4, Gold: 4}, 50, 50, 50},
		{"harmonic mean", score.Counts{Right: 3, Found: 4, Gold: 12}, 75, 25, 37.5},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if !near(tt.c.Precision(), tt.precision) || !near(tt.c.Recall(), tt.recall) || !near(tt.c.F1(), tt.f1) {
				t.Errorf("P %v R %v F1 %v", tt.c.Precision(), tt.c.Recall(), tt.c.F1())
			}
		})
	}
	sum := score.Counts{Right: 1, Found: 2, Gold: 3}
	if sum.Add(score.Counts{Right: 10, Found: 20, Gold: 30}); sum != (score.Counts{Right: 11, Found: 22, Gold: 33}) {
		t.Errorf("sum %v", sum)
	}
}

func TestRate(t *testing.T) {
	t.Parallel()
	var r score.Rate
	if r.Percent() != 0 {
		t.Errorf("of nothing: %v", r.Percent())
	}
	for _, right := range []bool{true, false, true, true} {
		r.Count(right)
	}
	if r.Add(score.Rate{Right: 1, All: 4}); r != (score.Rate{Right: 4, All: 8}) || r.Percent() != 50 {
		t.Errorf("%v, %v %%", r, r.Percent())
	}
}

func TestExact(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name        string
		found, gold []string
		right       int
	}{
		{"none", nil, nil, 0},
		{"one of two", []string{"a", "x"}, []string{"a", "b"}, 1},
		{"found twice, there once", []string{"a", "a"}, []string{"a"}, 1},
		{"found once, there twice", []string{"a"}, []string{"a", "a"}, 1},
		{"twice in both", []string{"a", "a"}, []string{"a", "a"}, 2},
		{"order does not count", []string{"b", "a"}, []string{"a", "b"}, 2},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			want := score.Counts{Right: tt.right, Found: len(tt.found), Gold: len(tt.gold)}
			if got := score.Exact(tt.found, tt.gold); got != want {
				t.Errorf("%+v, want %+v", got, want)
			}
		})
	}
}

func TestMatch(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name   string
		likely [][]float64 // a row a found mark
		gold   int
		want   []score.Pair
	}{
		{"nothing found", nil, 3, nil},
		{"nothing alike", [][]float64{{0, 0}}, 2, nil},
		{"best first", [][]float64{{.5, .9}, {.4, .8}}, 2, []score.Pair{{1, 0, .4}, {0, 1, .9}}},
		{"of equals the first", [][]float64{{.5}, {.5}}, 1, []score.Pair{{0, 0, .5}}},
		{"one found stands for one gold", [][]float64{{.7, .6}}, 2, []score.Pair{{0, 0, .7}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got := score.Match(len(tt.likely), tt.gold, func(f, g int) float64 { return tt.likely[f][g] })
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestOverlap(t *testing.T) {
	t.Parallel()
	spans := func(ends ...int) (out []article.Span) {
		for i := 0; i < len(ends); i += 2 {
			out = append(out, article.Span{Start: ends[i], End: ends[i+1]})
		}
		return out
	}
	tests := []struct {
		name         string
		found, gold  []article.Span
		cover, alike float64
	}{
		{"nothing", nil, nil, 0, 0},
		{"apart", spans(0, 5), spans(5, 9), 0, 0},
		{"the same", spans(3, 9), spans(3, 9), 1, 1},
		{"half", spans(0, 10), spans(5, 15), .5, 1. / 3},
		{"far too long", spans(0, 100), spans(5, 15), 1, .1},
		{"in two parts", spans(0, 4, 6, 10), spans(2, 8), 4. / 6, .4},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if c := score.Cover(tt.found, tt.gold); !near(c, tt.cover) {
				t.Errorf("cover %v, want %v", c, tt.cover)
			}
			if a := score.Alike(tt.found, tt.gold); !near(a, tt.alike) {
				t.Errorf("alike %v, want %v", a, tt.alike)
			}
		})
	}
}

// TestMatchProperties holds that no mark is in two pairs, and that no pair is left that could be made.
func TestMatchProperties(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		found, gold := rapid.IntRange(0, 7).Draw(t, "found"), rapid.IntRange(0, 7).Draw(t, "gold")
		likely := rapid.SliceOfN(rapid.Float64Range(0, 1), found*gold, found*gold).Draw(t, "likeness")
		usedFound, usedGold := map[int]bool{}, map[int]bool{}
		for _, p := range score.Match(found, gold, func(f, g int) float64 { return likely[f*gold+g] }) {
			if usedFound[p.Found] || usedGold[p.Gold] || p.Likeness <= 0 {
				t.Fatalf("pair %v", p)
			}
			usedFound[p.Found], usedGold[p.Gold] = true, true
		}
		for f := range found {
			for g := range gold {
				if !usedFound[f] && !usedGold[g] && likely[f*gold+g] > 0 {
					t.Fatalf("found %d and gold %d are alike and in no pair", f, g)
				}
			}
		}
	})
}
