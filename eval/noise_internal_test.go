package eval

import (
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/loader/article"
)

// TestSpoil holds that marks stay on their words.
func TestSpoil(t *testing.T) {
	t.Parallel()
	const text = "“Ja, nein,” said İda O’Hara, 9."
	for name, want := range map[string][3]string{
		"caps":  {"“JA, NEIN,” SAID İDA O’HARA, 9.", "“JA, NEIN,”", "İDA O’HARA"},
		"lower": {"“ja, nein,” said ida o’hara, 9.", "“ja, nein,”", "ida o’hara"},
		"plain": {`"Ja nein" said İda O'Hara 9.`, `"Ja nein"`, "İda O'Hara"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for _, n := range noises() {
				if n.name != name {
					continue
				}
				changed, place := n.spoil(text)
				quote := place(article.Span{Start: 0, End: strings.Index(text, " said")}).Of(changed)
				who := place(article.Span{Start: strings.Index(text, "İda"), End: strings.Index(text, ", 9")}).Of(changed)
				if changed != want[0] || quote != want[1] || who != want[2] {
					t.Errorf("%q: %q, %q", changed, quote, who)
				}
			}
		})
	}
}
