package encoder_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/newsgraph/newsgraph/loader/reader/encoder"
)

func TestSplit(t *testing.T) {
	t.Parallel()
	m := tiny(t)
	tests := []struct {
		name, text string
		want       string // the units, with shape, quote and break
	}{
		{"nothing", "", ""},
		{"white space only", " \t\n\u00a0\u2003", ""},
		{"control characters only", "\x00\x01\u200b\ufeff\x7f", ""},
		{"marks inside words", "al-Asiri's", "al:1:1:4 -:8:1:1 Asiri:2:1:1 ':8:1:1 s:1:1:1"},
		{"abbreviation", "U.S. said", "U:3:1:4 .:8:1:1 S:3:1:1 .:8:1:1 said:1:1:2"},
		{"shapes", "NATO McKay G20 2026 中文 ß ǅ ª", "NATO:4:1:4 McKay:5:1:2 G20:7:1:2 2026:6:1:2 中:9:1:2 文:9:1:1 ß:1:1:2 ǅ:3:1:2 ª:9:1:2"},
		{"quotes", "a “b” c", "a:1:1:4 “:8:3:2 b:1:2:1 ”:8:4:1 c:1:1:2"},
		{"straight quotes", `"a" "b`, `":8:3:4 a:1:2:1 ":8:4:1 ":8:3:2 b:1:2:1`},
		{"two single quotes", "''a'' '''", "':8:3:4 ':8:3:1 a:1:2:1 ':8:4:1 ':8:4:1 ':8:3:2 ':8:3:1 ':8:2:1"},
		{"back quotes", "``a''", "`:8:3:4 `:8:3:1 a:1:2:1 ':8:4:1 ':8:4:1"},
		{"single quotes apart", "' 'a", "':8:1:4 ':8:1:2 a:1:1:1"},
		{"a line ends the quotation", "“a\nb", "“:8:3:4 a:1:2:1 b:1:1:3"},
		{"breaks", "a\nb\n\nc\n \nd e", "a:1:1:4 b:1:1:3 c:1:1:4 d:1:1:4 e:1:1:2"},
		{"carriage returns", "a\r\nb\rc", "a:1:1:4 b:1:1:3 c:1:1:2"},
		{"a soft hyphen inside", "was\u00adn't", "was\u00adn:1:1:4 ':8:1:1 t:1:1:1"},
		{"dropped at both ends", "\u200eab\u200e c", "ab:1:1:4 c:1:1:2"},
		{"bytes that are not UTF-8", "a\xffb \xf0\x9f", "a\xffb:1:1:4"},
		{"emoji", "ok 🙂🙂", "ok:1:1:4 🙂🙂:9:1:2"},
		{"accents of their own", "e\u0301t", "e\u0301t:1:1:4"},
		{"right to left", "\u202bשלום\u202c,", "שלום:9:1:4 ,:8:1:1"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			var got []string
			for _, u := range split(t, m, tt.text).Units {
				got = append(got, fmt.Sprintf("%s:%d:%d:%d", tt.text[u.Start:u.End], u.Shape, u.Quote, u.Break))
			}
			if diff := cmp.Diff(tt.want, strings.Join(got, " ")); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestPieces(t *testing.T) {
	t.Parallel()
	m := tiny(t)
	ids := map[string]int32{}
	for _, word := range strings.Fields("a b c d") {
		ids[word] = split(t, m, word).Pieces(split(t, m, word).Units[0])[0]
	}
	unknown := split(t, m, "𝔘").Pieces(split(t, m, "𝔘").Units[0])[0]
	tests := []struct {
		text string
		want []int32 // 0: not looked at
	}{
		{"A", []int32{ids["a"]}},
		{"Å", []int32{ids["a"]}},
		{"d\u0323\u0307", []int32{ids["d"]}},
		{"b\u00adc", []int32{ids["b"], 0}},
		{"abc", []int32{ids["a"], 0, 0}},
		{"abcdefghij", []int32{ids["a"], 0, 0, 0, 0, 0, 0, 0}},
		{strings.Repeat("a", 100), []int32{ids["a"], 0, 0, 0, 0, 0, 0, 0}},
		{strings.Repeat("a", 101), []int32{unknown}},
		{strings.Repeat("a\u0301", 100), []int32{ids["a"], 0, 0, 0, 0, 0, 0, 0}},
		{"ab\U0001d518", []int32{unknown}},
		{"\u0301", []int32{unknown}},
		{"zurich", nil},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			t.Parallel()
			text := split(t, m, tt.text)
			got := append([]int32{}, text.Pieces(text.Units[0])...)
			if tt.want == nil {
				same := split(t, m, "ZÜRICH")
				tt.want = same.Pieces(same.Units[0])
			}
			for i, id := range tt.want {
				if id == 0 && i < len(got) {
					tt.want[i] = got[i]
				}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// checkText holds what Split promises of any text.
func checkText(t interface{ Errorf(string, ...any) }, m *encoder.Model, text string, got *encoder.Text) {
	last := int32(0)
	for i, u := range got.Units {
		pieces := got.Pieces(u)
		if u.Start < last || u.End <= u.Start || int(u.End) > len(text) || len(pieces) == 0 || len(pieces) > m.Header().Architecture.MaxPieces {
			t.Errorf("unit %d of %q is [%d, %d) after %d with pieces %v", i, text, u.Start, u.End, last, pieces)
			return
		}
		if utf8.ValidString(text) && !utf8.ValidString(text[u.Start:u.End]) {
			t.Errorf("unit %d of %q cuts a code point", i, text)
		}
		if u.Shape == 0 || u.Shape > 9 || u.Quote == 0 || u.Quote > 4 || u.Break == 0 || u.Break > 4 {
			t.Errorf("unit %d of %q has the features %d, %d, %d", i, text, u.Shape, u.Quote, u.Break)
		}
		last = u.End
	}
}

func FuzzSplit(f *testing.F) {
	m := tiny(f)
	for _, text := range []string{"“a” 'b'", "''''' \r\n\n", "\u202e\ufeff\x00\xff", "İstanbul ﬁ Å ḍ̇", "中文 가각", strings.Repeat("\"", 50)} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got, err := m.Split(text)
		if err != nil {
			t.Fatal(err)
		}
		checkText(t, m, text, got)
		if h := m.Vectors(nil, got, 0, len(got.Units)); len(h) != len(got.Units)*m.Width() {
			t.Errorf("%d units have %d values", len(got.Units), len(h))
		}
	})
}

// TestVectorsOfPartsAreThoseOfTexts has the vectors of a part of a text be those of the part alone.
func TestVectorsOfPartsAreThoseOfTexts(t *testing.T) {
	t.Parallel()
	m := tiny(t)
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.SampledFrom(strings.Fields("the minister said we agreed with zurichers yesterday")), 2, 300).Draw(t, "words")
		cut := rapid.IntRange(1, len(words)-1).Draw(t, "cut")
		first, second := strings.Join(words[:cut], " "), strings.Join(words[cut:], " ")
		whole, err := m.Split(first + "\n\n" + second)
		if err != nil {
			t.Fatal(err)
		}
		alone, err := m.Split(second)
		if err != nil {
			t.Fatal(err)
		}
		a, b := m.Vectors(nil, whole, cut, len(words)), m.Vectors(nil, alone, 0, len(words)-cut)
		if diff := cmp.Diff(a, b); diff != "" {
			t.Errorf("the vectors differ:\n%s", diff)
		}
	})
}

// TestVectorsOfTextsThatRepeat holds that a window that is like the one before it is taken from there, and another one is not.
func TestVectorsOfTextsThatRepeat(t *testing.T) {
	t.Parallel()
	m := tiny(t)
	room, overlap := m.Header().Architecture.Window-2, m.Header().Architecture.Overlap // each unit is one piece
	for _, s := range []string{
		strings.Repeat(`"`, 2000),
		strings.Repeat(`"`, 1000) + "said" + strings.Repeat(`"`, 999),
		strings.Repeat(`"`, 1000) + "\n\n" + strings.Repeat(`"`, 1000),
		strings.Repeat("said ", 1000) + strings.Repeat("Said ", 1000),
	} {
		text, err := m.Split(s)
		if err != nil {
			t.Fatal(err)
		}
		all, d := m.Vectors(nil, text, 0, 2000), m.Width()
		for start := 0; start+room < 2000; start += room - overlap {
			alone := m.Vectors(nil, text, start, start+room)
			from, to := overlap/2, room-overlap/2
			if !slices.Equal(all[(start+from)*d:(start+to)*d], alone[from*d:to*d]) {
				t.Errorf("%.10s…: the vectors from unit %d on are not those of their window", s, start+from)
			}
		}
	}
}

func TestBucket(t *testing.T) {
	t.Parallel()
	want := map[int]int{0: 9, 1: 10, 4: 13, 5: 14, 8: 14, 9: 15, 16: 15, 17: 16, 32: 16, 33: 17, 64: 17, 65: 18, 1 << 40: 18}
	for distance, bucket := range want {
		if got := encoder.Bucket(distance); got != bucket {
			t.Errorf("Bucket(%d) = %d, want %d", distance, got, bucket)
		}
		if got := encoder.Bucket(-distance); got != 18-bucket {
			t.Errorf("Bucket(%d) = %d, want %d", -distance, got, 18-bucket)
		}
	}
}

func TestDistance(t *testing.T) {
	t.Parallel()
	a := encoder.Range{Start: 5, End: 8}
	for b, want := range map[encoder.Range]int{{Start: 8, End: 9}: 1, {Start: 10, End: 12}: 3, {Start: 2, End: 5}: -1, {Start: 0, End: 1}: -5, {Start: 7, End: 12}: 0} {
		if got := a.Distance(b); got != want {
			t.Errorf("from %v to %v are %d units, want %d", a, b, got, want)
		}
	}
}
