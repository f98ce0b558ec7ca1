package gold_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/eval/gold"
	"github.com/newsgraph/newsgraph/loader/article"
)

// column makes a file of "word/tag" tokens; "|" ends a sentence.
func column(tokens string) string {
	var b strings.Builder
	for _, f := range strings.Fields(tokens) {
		if f == "|" {
			b.WriteString("\n")
			continue
		}
		i := strings.LastIndex(f, "/")
		b.WriteString(f[:i] + "\t" + f[i+1:] + "\n")
	}
	return b.String()
}

func TestReadTagged(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, file string
		want       []string // text, then the kind and the words of each name
	}{
		{
			"joined as in print",
			column(`"/O Go/O ,/O "/O said/O Ana/B-Person Silva/I-Person (/O of/O Port/B-Location Ellis/I-Location )/O ./O`),
			[]string{`"Go," said Ana Silva (of Port Ellis).`, "PERSON Ana Silva", "PLACE Port Ellis"},
		},
		{
			"names side by side", column("Silva/B-Person Reis/B-Person Korvia/B-country"),
			[]string{"Silva Reis Korvia", "PERSON Silva", "PERSON Reis", "PLACE Korvia"},
		},
		{"I without B begins a name", column("in/O Korvia/I-Location"), []string{"in Korvia", "PLACE Korvia"}},
		{"I of another kind begins one", column("Ellis/B-Person Port/I-Location"), []string{"Ellis Port", "PERSON Ellis", "PLACE Port"}},
		{"no name ends at a sentence", column("x/O Ana/B-Person | Silva/I-Person"), []string{"x Ana", "PERSON Ana", "", "Silva", "PERSON Silva"}},
		{"labels that are no names here", column("Korvian/B-NORP March/B-Date"), []string{"Korvian March"}},
		{"events", column("the/O 2031/B-election vote/I-election"), []string{"the 2031 vote", "EVENT 2031 vote"}},
		{"nested labels are not read", "Bank\tB-Organization\tO\nof\tI-Organization\tO\n", []string{"Bank of", "ORGANIZATION Bank of"}},
		{"odd lines are left out", "http://x\n \tO\nKorvia\tB-Location\n", []string{"Korvia", "PLACE Korvia"}},
		{
			"texts of sentences", "# doc = one\n" + column("Korvia/B-Location ./O | Silva/B-Person | ") + "# doc = two\n" + column("no/O"),
			[]string{"Korvia.\n\nSilva", "PLACE Korvia", "PERSON Silva", "", "no"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			texts, err := gold.ReadTagged("f.tsv", strings.NewReader(tt.file))
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for i, x := range texts {
				if i > 0 {
					got = append(got, "")
				}
				got = append(got, x.Text)
				for _, n := range x.Names {
					got = append(got, fmt.Sprintf("%s %s", n.Kind, n.Span.Of(x.Text)))
				}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestReadTaggedRefuses(t *testing.T) {
	t.Parallel()
	for file, want := range map[string]string{
		"Ana\tO\nSilva\tX-Person\n": `f.tsv:2: malformed gold data: the tag "X-Person" is not O, B-… or I-…`,
		"Ana\tB-\n":                 `f.tsv:1: malformed gold data: the tag "B-" has no label`,
		"Ana\t\n":                   `f.tsv:1: malformed gold data: the tag "" is not O, B-… or I-…`,
		"":                          "f.tsv: malformed gold data: no token and tag in it",
		"{\"text\": 1}\n":           "f.tsv: malformed gold data: no token and tag in it",
	} {
		_, err := gold.ReadTagged("f.tsv", strings.NewReader(file))
		if !errors.Is(err, gold.ErrFormat) || err.Error() != want {
			t.Errorf("%q: %v, want %s", file, err, want)
		}
	}
}

// FuzzReadTagged holds that whatever is read has names in order, within a valid text.
func FuzzReadTagged(f *testing.F) {
	f.Add("# doc = a\nAna\tB-Person\nSilva\tI-Person\n\n.\tO\n")
	f.Add("\"\tO\n“\tO\n-\tI-event\n’\tB-misc\ns\tO\tO\tO\n")
	f.Add("\xff\tB-country\n\u2028\tI-country\n a b\tI-country\n")
	f.Fuzz(func(t *testing.T, file string) {
		texts, err := gold.ReadTagged("f", strings.NewReader(file))
		if err != nil {
			if !errors.Is(err, gold.ErrFormat) || texts != nil {
				t.Fatalf("%v with %d texts", err, len(texts))
			}
			return
		}
		for _, x := range texts {
			checkText(t, x.Text)
			end := 0
			for _, n := range x.Names {
				checkSpan(t, x.Text, n.Span)
				if n.Span.Start < end || n.Kind == "" {
					t.Fatalf("name %v", n)
				}
				end = n.Span.End
			}
		}
	})
}

func checkText(t *testing.T, text string) {
	t.Helper()
	if text == "" || !utf8.ValidString(text) {
		t.Fatalf("text %q", text)
	}
}

// checkSpan holds that the span is one of whole characters.
func checkSpan(t *testing.T, text string, s article.Span) {
	t.Helper()
	if s.Empty() || s.Start < 0 || s.End > len(text) || !utf8.ValidString(s.Of(text)) {
		t.Fatalf("span %v of %q", s, text)
	}
}
