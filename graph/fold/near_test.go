package fold_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/newsgraph/newsgraph/graph/fold"
	"pgregory.net/rapid"
)

func TestNear(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		mistyped, word string
		edits          int
		near           bool
	}{
		{"lavrof", "lavrov", 1, true},
		{"lavro", "lavrov", 1, true},
		{"lavrrov", "lavrov", 1, true},
		{"larvov", "lavrov", 1, true},
		{"jhon", "john", 1, true},
		{"lavrov", "lavrov", 0, true},
		{"lavoff", "lavrov", 2, false},
		{"tilersonn", "tillerson", 2, true},
		{"tillresno", "tillerson", 2, true},
		{"tilresno", "tillerson", 3, false},
		{"avrov", "lavrov", 0, false},
		{"bot", "bob", 0, false},
		{"2017a", "2018a", 0, false},
		{"group", "group7", 0, false},
		{"łukas", "łukasz", 1, true},
		{"łucas", "łukas", 1, true},
		{strings.Repeat("a", 51), strings.Repeat("a", 50), 0, false},
		{"", "a", 0, false},
		{"abcd", "", 0, false},
	} {
		edits, near := fold.Near(c.mistyped, c.word)
		if near != c.near || near && edits != c.edits {
			t.Errorf("Near(%q, %q) = %d, %v, want %d, %v", c.mistyped, c.word, edits, near, c.edits, c.near)
		}
	}
}

// TestNearEdits makes edits at random places, behind the first letter, and finds no more of them.
func TestNearEdits(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringMatching(`[a-zé]{8,12}`).Draw(t, "word")
		letters := []rune(word)
		for range 2 {
			at := rapid.IntRange(1, len(letters)-2).Draw(t, "at")
			switch rapid.IntRange(0, 3).Draw(t, "edit") {
			case 0:
				letters = append(letters[:at:at], letters[at+1:]...)
			case 1:
				letters = append(letters[:at:at], append([]rune{'q'}, letters[at:]...)...)
			case 2:
				letters[at] = 'q'
			}
		}
		mistyped := string(letters)
		edits, near := fold.Near(mistyped, word)
		if near && edits > fold.Edits(mistyped) || !near && fold.Edits(mistyped) == 2 {
			t.Fatalf("Near(%q, %q) = %d, %v", mistyped, word, edits, near)
		}
	})
}

func TestEach(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		var words []string
		last := 0
		fold.Each(text, func(word string, start, end int) {
			words = append(words, word)
			if start < last || end <= start || end > len(text) {
				t.Fatalf("word %q at [%d, %d) behind %d of %d bytes", word, start, end, last, len(text))
			}
			if again := fold.Words(text[start:end]); len(again) != 1 || again[0] != word {
				t.Fatalf("%q is %q, alone it is %q", text[start:end], word, again)
			}
			last = end
		})
		if diff := cmp.Diff(fold.Words(text), words); diff != "" {
			t.Fatal(diff)
		}
	})
}
