package fold_test

import (
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"github.com/newsgraph/newsgraph/graph/fold"
	"pgregory.net/rapid"
)

func TestWords(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, text string
		want       []string
	}{
		{"empty", "", nil},
		{"only marks", "– … “”", nil},
		{"case and marks", "Łukasz MÜLLER, São Paulo", []string{"łukasz", "muller", "sao", "paulo"}},
		{"apostrophes", "O’Neil didn't", []string{"oneil", "didnt"}},
		{"possessive", "Syria's rebels’ plan", []string{"syria", "rebels", "plan"}},
		{"abbreviation", "the U.S. and the U.N.", []string{"the", "us", "and", "the", "un"}},
		{"missing blank", "It ended.Next day", []string{"it", "ended", "next", "day"}},
		{"hyphen", "US-led Al-Nusra", []string{"us", "led", "al", "nusra"}},
		{"ligature and width", "ﬁre ＡＢＣ", []string{"fire", "abc"}},
		{"invalid bytes", "a\xffb", []string{"a", "b"}},
		{"numbers", "25 Dec, 2017", []string{"25", "dec", "2017"}},
		{"a word that is too long", strings.Repeat("я", 200) + " b", []string{strings.Repeat("я", 125), "b"}},
		{"cut between characters", "a" + strings.Repeat("я", 200), []string{"a" + strings.Repeat("я", 124)}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(test.want, fold.Words(test.text)); diff != "" {
				t.Errorf("Words(%q) (-want +got):\n%s", test.text, diff)
			}
		})
	}
}

func TestFoldIsIdempotent(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		once := fold.Name(rapid.String().Draw(t, "name"))
		// A word that is a run of single letters with dots is one word the first time only.
		if twice := fold.Name(once); twice != once {
			t.Fatalf("Name(%q) = %q", once, twice)
		}
		if strings.ContainsAny(once, "'’.") {
			t.Fatalf("punctuation left in %q", once)
		}
	})
}

func TestFoldOfEveryRuneIsIdempotent(t *testing.T) {
	t.Parallel()
	for r := rune(0); r <= unicode.MaxRune; r++ {
		once := fold.Name(string(r))
		if twice := fold.Name(once); twice != once {
			t.Errorf("Name(%q) of %U = %q", once, r, twice)
		}
		lower := unicode.ToLower(r)
		if unicode.ToUpper(lower) == r && fold.Name(string(lower)) != once {
			t.Errorf("%U and its lower case %U fold to %q and %q", r, lower, once, fold.Name(string(lower)))
		}
	}
}

func FuzzWords(f *testing.F) {
	f.Add("U.S. President's “plan”")
	f.Fuzz(func(t *testing.T, s string) {
		for _, w := range fold.Words(s) {
			if w == "" || strings.ContainsRune(w, ' ') {
				t.Errorf("Words(%q) has the word %q", s, w)
			}
		}
	})
}
