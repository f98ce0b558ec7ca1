package decode

import (
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/newsgraph/newsgraph/loader/reader/encoder"
)

// follows tells whether label b may come after a; "" is the beginning, or the end.
func follows(a, b string) bool {
	if a != "" && strings.Contains("BI", a[:1]) {
		return b != "" && strings.Contains("IE", b[:1]) && a[1:] == b[1:]
	}
	return b == "" || strings.Contains("OBS", b[:1])
}

// bestByTrial tries all paths, of equal ones the one with the lower labels from the end on first.
func bestByTrial(labels []string, scores [][]float32) []uint16 {
	var best []uint16
	top := math.Inf(-1)
	var grow func(tail []uint16, after string, sum float64)
	grow = func(tail []uint16, after string, sum float64) {
		u := len(scores) - len(tail) - 1
		if u < 0 {
			if sum > top && follows("", labels[tail[0]]) {
				top, best = sum, slices.Clone(tail)
			}
			return
		}
		for i, label := range labels {
			if follows(label, after) {
				grow(append([]uint16{uint16(i)}, tail...), label, sum+float64(scores[u][i]))
			}
		}
	}
	grow(nil, "", 0)
	return best
}

func TestBestPath(t *testing.T) {
	t.Parallel()
	sets := [][]string{
		strings.Fields("O B I E S"),
		strings.Fields("O B-X I-X E-X S-X B-Y I-Y E-Y S-Y"),
		strings.Fields("S-X E-X I-X B-X O"),
		strings.Fields("O I-X E-X S-Y B-Z"),
	}
	rapid.Check(t, func(t *rapid.T) {
		labels := rapid.SampledFrom(sets).Draw(t, "labels")
		n := rapid.IntRange(1, 5).Draw(t, "units")
		scores := make([][]float32, n)
		for u := range scores {
			for range labels { // few values, so that there are ties
				scores[u] = append(scores[u], float32(rapid.IntRange(-3, 3).Draw(t, "score")))
			}
		}
		p := newPaths(labels)
		got, want := p.best(n, func(u int) []float32 { return scores[u] }), bestByTrial(labels, scores)
		if !slices.Equal(got, want) {
			t.Fatalf("labels %v, scores %v: path %v, want %v", labels, scores, got, want)
		}
		last := 0
		for _, s := range p.spans(got) {
			if s.Start < last || s.End <= s.Start {
				t.Fatalf("path %v has the spans %v", got, p.spans(got))
			}
			last = s.End
		}
	})
}

func TestSpansOfPath(t *testing.T) {
	t.Parallel()
	p := newPaths(strings.Fields("O B-X I-X E-X S-X B-Y I-Y E-Y S-Y"))
	got := p.spans([]uint16{4, 0, 1, 3, 5, 6, 7, 8})
	want := []found{
		{Range: encoder.Range{Start: 0, End: 1}, kind: "X"},
		{Range: encoder.Range{Start: 2, End: 4}, kind: "X"},
		{Range: encoder.Range{Start: 4, End: 7}, kind: "Y"},
		{Range: encoder.Range{Start: 7, End: 8}, kind: "Y"},
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// TestScoresThatAreNoNumbers must not panic, nor give spans that are none.
func TestScoresThatAreNoNumbers(t *testing.T) {
	t.Parallel()
	nan := float32(math.NaN())
	p := newPaths(strings.Fields("S-X E-X I-X B-X O"))
	path := p.best(3, func(int) []float32 { return []float32{nan, nan, nan, nan, nan} })
	for _, s := range p.spans(path) {
		if s.Start < 0 || s.End <= s.Start || s.End > 3 {
			t.Errorf("path %v has the span %v", path, s)
		}
	}
}

func TestSections(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		size := rapid.IntRange(4, 20).Draw(t, "size")
		breaks := rapid.SliceOfN(rapid.Uint8Range(1, 4), 0, 100).Draw(t, "breaks")
		units := make([]encoder.Unit, len(breaks))
		for i, b := range breaks {
			units[i].Break = b
		}
		at := 0
		for _, r := range sections(units, size) {
			if r.Start != at || r.End <= at || r.End-at > size {
				t.Fatalf("a section is %v after %d", r, at)
			}
			if at = r.End; at == len(units) {
				continue
			}
			if r.End-r.Start < size-size/4 {
				t.Fatalf("the section %v is short", r)
			}
			for i := r.Start + size; i > r.Start+size-size/4; i-- {
				if units[i].Break > max(units[at].Break, encoder.BreakSpace) {
					t.Fatalf("the section %v does not end at %d, where there is more of a break", r, i)
				}
			}
		}
		if at != len(units) {
			t.Fatalf("%d of %d units are in sections", at, len(units))
		}
	})
}
