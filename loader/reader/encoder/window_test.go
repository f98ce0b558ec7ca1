package encoder

import (
	"testing"

	"pgregory.net/rapid"
)

func TestWindows(t *testing.T) {
	t.Parallel()
	rapid.Check(t, checkWindows)
}

func FuzzWindows(f *testing.F) { f.Fuzz(rapid.MakeFuzz(checkWindows)) }

// checkWindows holds the windows to section 4 of docs/reader-format.md, word by word.
func checkWindows(t *rapid.T) {
	counts := rapid.SliceOfN(rapid.IntRange(1, 5), 0, 300).Draw(t, "counts")
	room := rapid.IntRange(20, 60).Draw(t, "room")
	a := Architecture{Window: room + 2, Overlap: rapid.IntRange(0, room/2).Draw(t, "overlap"), MaxPieces: 5}
	units := make([]Unit, len(counts))
	for i, n := range counts {
		units[i].pieces = uint8(n)
	}
	pieces := func(from, to int) int {
		n := 0
		for _, c := range counts[from:to] {
			n += c
		}
		return n
	}
	start, from := 0, 0
	for i, w := range a.windows(units) {
		if w.start != start || w.from != from {
			t.Fatalf("window %d begins at %d with vectors from %d, want %d and %d", i, w.start, w.from, start, from)
		}
		end := start
		for end < len(counts) && pieces(start, end+1) <= room {
			end++
		}
		next := start + 1
		for end < len(counts) && pieces(next, end) > a.Overlap {
			next++
		}
		cut := next
		for cut < end && pieces(next, cut) < a.Overlap/2 {
			cut++
		}
		if end == len(counts) {
			cut = end
		}
		if w.end != end || w.to != cut {
			t.Fatalf("window %d ends at %d with vectors to %d, want %d and %d", i, w.end, w.to, end, cut)
		}
		start, from = next, cut
	}
	if from != len(counts) {
		t.Fatalf("%d of %d units have vectors", from, len(counts))
	}
}
