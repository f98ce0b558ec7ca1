package search_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/graph/fold"
	"github.com/newsgraph/newsgraph/graph/search"
)

// marked writes highlights as "FIELD@start: text" with the words in brackets.
func marked(hs []search.Highlight) []string {
	out := []string{}
	for _, h := range hs {
		var b strings.Builder
		b.WriteString(string(h.Field) + ": ")
		last := 0
		for _, s := range h.Spans {
			b.WriteString(h.Text[last:s.Start] + "[" + h.Text[s.Start:s.End] + "]")
			last = s.End
		}
		out = append(out, b.String()+h.Text[last:])
	}
	return out
}

func TestHighlights(t *testing.T) {
	t.Parallel()
	far := strings.Repeat("far away ", 60)
	person := &graph.Entity{Name: "Sergey Lavrov", Aliases: []graph.Alias{{Name: "Lavrov"}, {Name: "the Foreign Minister"}, {Name: "Minister Lavrov"}}}
	for name, c := range map[string]struct {
		node  graph.Node
		words string
		text  string
		want  []string
	}{
		"display name":        {person, "lavrov ser", "", []string{"NAME: [Sergey] [Lavrov]"}},
		"an alias":            {person, "minister", "", []string{"NAME: the Foreign [Minister]"}},
		"all words in one":    {person, "minister lavrov", "", []string{"NAME: [Minister] [Lavrov]"}},
		"no alias":            {person, "ministers", "", []string{}},
		"a statement":         {&graph.Statement{Text: "Trade, O’Neil’s naïve trade … is over"}, "trade oneil", "", []string{"TEXT: [Trade], [O’Neil’s] naïve [trade] … is over"}},
		"a title and a text":  {&graph.Article{Title: "On trade"}, "trade war", "No war, no trade.", []string{"TITLE: On [trade]", "TEXT: No [war], no [trade]."}},
		"only a title":        {&graph.Article{Title: "On trade"}, "trade", "Nothing.", []string{"TITLE: On [trade]"}},
		"a text that changed": {&graph.Article{Title: "On"}, "trade", "", []string{}},
		"the middle": {
			&graph.Article{}, "trade", far + "the trade " + far,
			[]string{"TEXT: " + strings.Repeat("far away ", 6) + "the [trade]" + strings.Repeat(" far away", 19) + " far"},
		},
		"where most words are": {
			&graph.Article{}, "trade war", far + "trade " + far + "a trade war. " + far,
			[]string{"TEXT: " + strings.Repeat("far away ", 6) + "a [trade] [war]." + strings.Repeat(" far away", 19)},
		},
		"at the end": {&graph.Article{}, "end", far + "the end", []string{"TEXT: " + strings.Repeat("far away ", 6) + "the [end]"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := search.Highlights(c.node, fold.Words(c.words), c.text)
			if diff := cmp.Diff(c.want, marked(got)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestSnippet checks that a snippet is a passage of the text at its start, of bounded length, with the words marked.
func TestSnippet(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.SampledFrom([]string{"eins", "zwei", "drei", "naïve", "…", "\n", "Straße", strings.Repeat("ü", 150)}), 1, 120).Draw(t, "words")
		text := strings.Join(words, rapid.SampledFrom([]string{" ", "", "\n"}).Draw(t, "between"))
		wanted := []string{"zwei", "strasse", strings.Repeat("u", 150)}[:rapid.IntRange(1, 3).Draw(t, "wanted")]
		there := map[string]bool{}
		for _, w := range fold.Words(text) {
			there[w] = true
		}
		hs := search.Highlights(&graph.Article{}, wanted, text)
		for _, h := range hs {
			if !strings.HasPrefix(text[h.Start:], h.Text) || len(h.Text) > search.MaxSnippet+300 {
				t.Fatalf("%d bytes at %d are no passage", len(h.Text), h.Start)
			}
			for _, s := range h.Spans {
				if w := fold.Words(h.Text[s.Start:s.End]); len(w) != 1 || !strings.Contains(strings.Join(wanted, " "), w[0]) {
					t.Fatalf("%q is marked", h.Text[s.Start:s.End])
				}
			}
		}
		if found := there["zwei"] || len(wanted) > 1 && there["strasse"] || len(wanted) > 2 && there[wanted[2]]; found != (len(hs) == 1 && len(hs[0].Spans) > 0) {
			t.Fatalf("found %v, highlights %+v", found, hs)
		}
	})
}
