package segment

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/loader/article"
)

// segment runs the stage on a text.
func segment(t testing.TB, text string) *article.Article {
	t.Helper()
	a := &article.Article{Key: "test", Text: text}
	if err := New().Annotate(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	return a
}

func sentences(a *article.Article) []string {
	var out []string
	for _, s := range a.Sentences {
		out = append(out, s.Span.Of(a.Text))
	}
	return out
}

func TestParagraphs(t *testing.T) {
	t.Parallel()
	wrapped := "The harbour of Velin was closed on Monday after a storm tore two cranes\n" +
		"from their rails, the port authority said. Nobody was hurt, and the ferries\nto the islands sailed from the old pier."
	for name, test := range map[string]struct {
		text string
		want []string
	}{
		"blank lines": {"One.\n\n\nTwo.\n \t\nThree.", []string{"One.", "Two.", "Three."}},
		"windows":     {"One.\r\n\r\nTwo.\r\nThree.", []string{"One.", "Two.", "Three."}},
		"single newlines between paragraphs": {
			"The mayor of Velin opened the new bridge on Monday.\nHundreds of people came to see it.",
			[]string{"The mayor of Velin opened the new bridge on Monday.", "Hundreds of people came to see it."},
		},
		"wrapped": {wrapped + "\n\nNext.", []string{wrapped, "Next."}},
		"empty":   {" \n\u200b\n", nil},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := segment(t, test.text)
			var got []string
			for _, p := range a.Paragraphs {
				got = append(got, p.Of(a.Text))
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestSentences gives each sentence on a line of its own; joined by spaces they must come apart again.
func TestSentences(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{
		"abbreviations":           "Sen. Ada Novak, R-Ariz., met Gen. Tom Reed at 5 p.m. Tuesday.\nThe U.S. envoy, Dr. J. K. Lund Jr., left at 9 a.m. EDT.\nNo. 7 was late.",
		"ends in an abbreviation": "He has lived in the U.S.\nThe others went home to Brandt & Co.\nIt closed at 5 p.m.\nNobody came.",
		"answers":                 "Is it true?\nNo.\nThat was all, he said.",
		"inside quotes":           "“We will not leave,” she said.\n“Stop!”\nThe next day they left.\n“Who is there?” asked Novak.\n\"Go away!\" Reed shouted.",
		"quoted sentences":        "He said: “We came.\nWe saw.\nWe left.”\nThen he left, too.",
		"lower case goes on":      "“Really?” he asked.\nThe firm Oslo.com grew.\nYahoo! said so.",
		"ellipsis":                "He paused … and went on.\nWell... I think so.\nShe left…\nNobody saw her.",
		"numbers":                 "It grew by 3.5 percent to 1,200.50 crowns.\n12 people were hurt.\nIn 2019.\nThe rest is known.",
		"names in small letters":  "The town fell.\nal-Nasr fighters left it.\neBay shares fell.",
		"list":                    "1. Open the lid.",
		"brackets":                "He left (the house was empty.)\n[The rest is lost.]\nShe stayed.",
		"chinese":                 "他走了。\n她留下了！",
		"arabic":                  "هل وصل الوفد؟\nوصل الوفد.",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			want := strings.Split(text, "\n")
			joined := strings.Join(want, " ")
			if diff := cmp.Diff(want, sentences(segment(t, joined))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestSentenceWithoutSpace(t *testing.T) {
	t.Parallel()
	got := sentences(segment(t, "The train stopped.The driver said nothing.”Nobody did. See bbc.example for more."))
	want := []string{"The train stopped.", "The driver said nothing.”", "Nobody did.", "See bbc.example for more."}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestDatelineIsNoSentence(t *testing.T) {
	t.Parallel()
	text := "VELIN, Dec 25 (Agency) – The bridge is open. It is long."
	a := &article.Article{Text: text, Dateline: article.Span{Start: 0, End: strings.Index(text, " The")}}
	if err := New().Annotate(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"The bridge is open.", "It is long."}, sentences(a)); diff != "" {
		t.Error(diff)
	}
	if got := a.Tokens[0].Span.Of(text); got != "VELIN" {
		t.Errorf("first token is %q: the dateline has tokens, too", got)
	}
}

func TestTokens(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Velin’s mayor doesn't know.":            "Velin ’s mayor does n't know .",
		"the officials’ plan":                    "the officials ’ plan",
		"US-led al-Nasr co-operation":            "US-led al-Nasr co-operation",
		"the U.S.-backed U.S.’s":                 "the U.S.-backed U.S. ’s",
		"$1,200.50, 50% of 24/7 at 10:30am":      "$ 1,200.50 , 50 % of 24/7 at 10:30am",
		"2012–2013 — yes -- no…":                 "2012 – 2013 — yes -- no …",
		"’tis the ’90s, rock ’n’ roll":           "’tis the ’90s , rock ’ n ’ roll",
		"O'Brien o’clock AT&T":                   "O'Brien o’clock AT&T",
		"``No,'' she said":                       "`` No , '' she said",
		"@user #tag a.b@c.example":               "@user #tag a.b@c.example",
		"see https://a.example/b?c=d, or (x.io)": "see https://a.example/b?c=d , or ( x.io )",
		"LONDON/PARIS":                           "LONDON / PARIS",
		"Jan. 5, No. 7, no. It is":               "Jan. 5 , No. 7 , no . It is",
		"“So…”":                                  "“ So … ”",
		"東京で":                                    "東 京 で",
		"na\u00adive caf\u0065\u0301":            "na\u00adive caf\u0065\u0301",
	} {
		a := segment(t, text)
		var got []string
		for _, tok := range a.Tokens {
			got = append(got, tok.Span.Of(text))
		}
		if diff := cmp.Diff(strings.Fields(want), got); diff != "" {
			t.Errorf("%q: %s", text, diff)
		}
	}
}

func TestErrors(t *testing.T) {
	t.Parallel()
	for name, a := range map[string]*article.Article{
		"invalid UTF-8": {Text: "a\xff"},
		"dateline":      {Text: "abc", Dateline: article.Span{Start: 1, End: 9}},
	} {
		if err := New().Annotate(t.Context(), a); !errors.Is(err, ErrText) {
			t.Errorf("%s: %v, want ErrText", name, err)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := New().Annotate(ctx, &article.Article{Text: "a"}); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled context gives %v", err)
	}
}

// TestLinear holds that time grows with the length: texts that are hard for careless code, at two sizes.
func TestLinear(t *testing.T) {
	t.Parallel()
	for name, unit := range map[string]string{
		"opening marks": "“", "closing marks": "”", "straight marks": "\"", "spaced marks": "\" ", "apostrophes": "'", "curly apostrophes": "‘", "pairs": "“a ‘b’” ",
		"exclamation marks": "!", "stops and dashes": "! - ", "abbreviations": "U.S.", "initials": "A. ", "words": "word", "hyphens": "a-", "brackets": "(", "stops": "a.",
		"lines": "a line\n", "guillemets": "«»«", "numbers": "1.2:", "plurals": "‘its’ a ", "hidden": "\u200b",
	} {
		t.Run(name, func(t *testing.T) {
			small, large := duration(t, strings.Repeat(unit, 10_000)), duration(t, strings.Repeat(unit, 160_000))
			// Quadratic time would be 256 times as long; the slack is for a busy machine.
			if large > 100*small && large > time.Second {
				t.Errorf("16 times the text took %v after %v", large, small)
			}
		})
	}
}

func duration(t *testing.T, text string) time.Duration {
	t.Helper()
	best := time.Hour
	for range 2 {
		start := time.Now()
		check(t, segment(t, text))
		best = min(best, time.Since(start))
	}
	return best
}
