package segment

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// quoted is a quote as the tests write it.
type quoted struct {
	Text string
	Open bool
	Next int
}

func closed(texts ...string) []quoted {
	var out []quoted
	for _, s := range texts {
		out = append(out, quoted{Text: s, Next: -1})
	}
	return out
}

func TestQuotes(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, text string
		want       []quoted
	}{
		{"straight", `"Yes," he said. "No."`, closed(`"Yes,"`, `"No."`)},
		{"curly", `“Yes,” he said. “No.”`, closed(`“Yes,”`, `“No.”`)},
		{"mixed pair", `"Yes,” he said, “no."`, closed(`"Yes,”`, `“no."`)},
		{"german", `„Ja“, sagte er. »Nein«, sie. ‚So‘.`, closed(`„Ja“`, `»Nein«`, `‚So‘`)},
		{"french", `« Non », dit-il. ‹Oui›`, closed(`« Non »`, `‹Oui›`)},
		{"swedish", `”Ja”, sade hon.`, closed(`”Ja”`)},
		{"japanese", `彼は「はい」と『いいえ』`, closed(`「はい」`, `『いいえ』`)},
		{"wire", "``Yes,'' he said, ''no.''", closed("``Yes,''", "''no.''")},
		{"doubled singles", `‘‘Yes,’’ he said.`, closed(`‘‘Yes,’’`)},
		{"single", `‘Yes,’ he said. 'No,' she said.`, closed(`‘Yes,’`, `'No,'`)},
		{"single, end of sentence", `the so-called ‘New Army.’ It`, closed(`‘New Army.’`)},
		{"nested", `“He told me ‘go home’ and I went,” she said.`, closed(`“He told me ‘go home’ and I went,”`, `‘go home’`)},
		{"nested, one mark each", `'He said "no" twice,' she said.`, closed(`'He said "no" twice,'`, `"no"`)},
		{"nested, ends together", `“They shouted ‘go home!’”`, closed(`“They shouted ‘go home!’”`, `‘go home!’`)},
		{"nested, same marks", `“He said “no” twice,” she said.`, closed(`“He said “no” twice,”`, `“no”`)},
		{"plural in single", `‘It is the officials’ plan,’ she said.`, closed(`‘It is the officials’ plan,’`)},
		{"single after a plural", `the ‘wise guys’ and others’ houses`, closed(`‘wise guys’`)},
		{"dash", `the tour—“now or never”—ended`, closed(`“now or never”`)},
		{"apostrophes", `Velin’s dogs’ tails, the ’90s, rock ’n’ roll, 'tis, don't, '68`, nil},
		{"inches", `He is 6'2" tall and has a 5' rope.`, nil},
		{"forgotten end", `“Yes, he said.`, []quoted{{`“Yes, he said.`, true, -1}}},
		{"forgotten end, then another", `“Yes, he said. “No,” she said.`, []quoted{{`“Yes, he said.`, true, -1}, {`“No,”`, false, -1}}},
		{"forgotten start", `Yes,” he said. “No,” she said.`, closed(`“No,”`)},
		{"over paragraphs", "“One.\n\n“Two.\n\n“Three,” he said.", []quoted{{`“One.`, true, 1}, {`“Two.`, true, 2}, {`“Three,”`, false, -1}}},
		{"over paragraphs, no mark at the head", "He said: “One.\n\nTwo.” Then he left.", []quoted{{`“One.`, true, 1}, {`Two.”`, false, -1}}},
		{"over paragraphs, single", "‘One.\n\n‘Two,’ he said.", []quoted{{`‘One.`, true, 1}, {`‘Two,’`, false, -1}}},
		{"over paragraphs, guillemets", "« Un.\n\n« Deux », dit-il.", []quoted{{`« Un.`, true, 1}, {`« Deux »`, false, -1}}},
		{"does not run over plain text", "“One.\n\nTwo.\n\nThree.” Four.", []quoted{{`“One.`, true, -1}}},
		{"closed before the next", "“One.”\n\n“Two.”", closed(`“One.”`, `“Two.”`)},
		{"empty", `"" and “”`, closed(`""`, `“”`)},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			a := segment(t, test.text)
			var got []quoted
			for _, q := range a.Quotes {
				got = append(got, quoted{q.Span.Of(a.Text), q.Open, q.Next})
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
			check(t, a)
		})
	}
}

func TestInner(t *testing.T) {
	t.Parallel()
	a := segment(t, "``Yes,'' he said. “Open")
	for i, want := range []string{"Yes,", "Open"} {
		if got := a.Quotes[i].Inner.Of(a.Text); got != want {
			t.Errorf("inner %d is %q, want %q", i, got, want)
		}
	}
}
