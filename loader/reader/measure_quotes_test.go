package reader_test

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"sort"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/newsgraph/newsgraph/internal/shared"
	"github.com/newsgraph/newsgraph/loader/article"
	"github.com/newsgraph/newsgraph/loader/reader"
)

// quoteText is an article of the measuring data; its offsets are code points.
type quoteText struct {
	ID, Text     string
	Attributions []struct {
		Source, Cue, Content [][2]int
		Form                 string
	}
	Discard [][][2]int
}

type goldAttribution struct {
	source, cue, content []article.Span
	form                 string
}

func readQuoteTexts(t *testing.T, file string) []quoteText {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	var all []quoteText
	s := bufio.NewScanner(f)
	for s.Buffer(nil, 1<<24); s.Scan(); {
		var q quoteText
		if err := json.Unmarshal(s.Bytes(), &q); err != nil {
			t.Fatal(err)
		}
		all = append(all, q)
	}
	return all
}

// gold converts the offsets to bytes.
func (q *quoteText) gold() (attributions []goldAttribution, discard []article.Span) {
	bytes := make([]int, 0, len(q.Text)+1)
	for i := range q.Text {
		bytes = append(bytes, i)
	}
	bytes = append(bytes, len(q.Text))
	convert := func(spans [][2]int) (out []article.Span) {
		for _, s := range spans {
			out = append(out, article.Span{Start: bytes[s[0]], End: bytes[s[1]]})
		}
		slices.SortFunc(out, func(a, b article.Span) int { return a.Start - b.Start })
		return out
	}
	for _, a := range q.Attributions {
		attributions = append(attributions, goldAttribution{convert(a.Source), convert(a.Cue), convert(a.Content), a.Form})
	}
	for _, d := range q.Discard {
		discard = append(discard, convert(d)...)
	}
	return attributions, discard
}

type quoteScores struct {
	source, cue, content, over3, over8 score
	forms                              map[string]*score
	speaker                            score
	source3                            score
}

func TestMeasureAttributions(t *testing.T) {
	t.Parallel()
	set := "quotes/polnear.dev.jsonl"
	if s := os.Getenv("QUOTES_SET"); s != "" {
		set = s
	}
	texts := readQuoteTexts(t, shared.Path(t, "data/"+set))
	r := reader.New(nil)
	s := &quoteScores{forms: map[string]*score{"direct": {}, "mixed": {}, "indirect": {}}}
	dump, _ := os.Create(os.Getenv("QUOTES_DUMP"))
	for i := range texts {
		a := segmented(t, texts[i].Text)
		if err := r.Annotate(context.Background(), a); err != nil {
			t.Fatal(err)
		}
		gold, discard := texts[i].gold()
		found := outside(a.Attributions, discard)
		s.exact(found, gold)
		pairs := pair(found, gold)
		s.overlap(a, found, gold, pairs)
		if dump != nil {
			dumpQuotes(dump, a, found, gold, pairs)
		}
	}
	t.Logf("exact source  %s", s.source)
	t.Logf("exact cue     %s", s.cue)
	t.Logf("exact content %s", s.content)
	t.Logf("overlap ≥ 0.3 %s", s.over3)
	t.Logf("overlap ≥ 0.8 %s", s.over8)
	for _, f := range []string{"direct", "mixed", "indirect"} {
		t.Logf("  %-9s recall %.1f of %.0f", f, s.forms[f].recall(), s.forms[f].gold)
	}
	t.Logf("source overlaps, given content: %.1f %%", s.source3.recall())
	t.Logf("quoted passages of 4 words and more: content and source right: %.1f %% of %.0f", s.speaker.recall(), s.speaker.gold)
	if r := s.speaker.recall(); r < 79 {
		t.Errorf("speakers of quoted passages: %.1f %% is below the floor", r)
	}
	if f := s.over3.f1(); f < 69 {
		t.Errorf("attributions: F1 %.1f is below the floor", f)
	}
}

func outside(all []article.Attribution, discard []article.Span) []article.Attribution {
	return slices.DeleteFunc(slices.Clone(all), func(a article.Attribution) bool {
		return slices.ContainsFunc(discard, func(d article.Span) bool { return d.Overlaps(a.Content[0]) })
	})
}

func (s *quoteScores) exact(found []article.Attribution, gold []goldAttribution) {
	key := func(spans []article.Span) string { return fmt.Sprint(spans) }
	count := func(sc *score, f func(article.Attribution) []article.Span, g func(goldAttribution) []article.Span) {
		want := map[string]int{}
		for _, x := range gold {
			if len(g(x)) > 0 {
				want[key(g(x))]++
				sc.gold++
			}
		}
		for _, x := range found {
			if len(f(x)) == 0 {
				continue
			}
			sc.found++
			if want[key(f(x))] > 0 {
				want[key(f(x))]--
				sc.right++
			}
		}
	}
	count(&s.source, func(a article.Attribution) []article.Span { return a.Source }, func(g goldAttribution) []article.Span { return g.source })
	count(&s.cue, func(a article.Attribution) []article.Span { return a.Cue }, func(g goldAttribution) []article.Span { return g.cue })
	count(&s.content, func(a article.Attribution) []article.Span { return a.Content }, func(g goldAttribution) []article.Span { return g.content })
}

func length(spans []article.Span) (n int) {
	for _, s := range spans {
		n += s.Len()
	}
	return n
}

func shareOf(a, b []article.Span) (n int) {
	for _, x := range a {
		for _, y := range b {
			n += max(0, min(x.End, y.End)-max(x.Start, y.Start))
		}
	}
	return n
}

type match struct {
	found, gold     int
	share, likeness float64
}

// pair matches found and gold one to one, the most alike first.
func pair(found []article.Attribution, gold []goldAttribution) []match {
	var all, kept []match
	for i, f := range found {
		for j, g := range gold {
			n := shareOf(f.Content, g.content)
			if n == 0 {
				continue
			}
			likeness := float64(n) / float64(length(f.Content)+length(g.content)-n)
			if shareOf(f.Cue, g.cue) > 0 {
				likeness += 0.5
			}
			all = append(all, match{i, j, float64(n) / float64(length(g.content)), likeness})
		}
	}
	sort.SliceStable(all, func(a, b int) bool { return all[a].likeness > all[b].likeness })
	usedF, usedG := map[int]bool{}, map[int]bool{}
	for _, m := range all {
		if m.share >= 0.3 && !usedF[m.found] && !usedG[m.gold] {
			usedF[m.found], usedG[m.gold] = true, true
			kept = append(kept, m)
		}
	}
	return kept
}

func (s *quoteScores) overlap(a *article.Article, found []article.Attribution, gold []goldAttribution, pairs []match) {
	for _, sc := range []*score{&s.over3, &s.over8} {
		sc.found += float64(len(found))
		sc.gold += float64(len(gold))
	}
	for _, g := range gold {
		s.forms[g.form].gold++
		if quotedWords(a, g) >= 4 && len(g.source) > 0 {
			s.speaker.gold++
		}
	}
	for _, m := range pairs {
		g, f := gold[m.gold], found[m.found]
		s.over3.right++
		s.forms[g.form].right++
		if m.share >= 0.8 {
			s.over8.right++
		}
		if len(g.source) == 0 {
			continue
		}
		s.source3.gold++
		if shareOf(f.Source, g.source) > 0 {
			s.source3.right++
			if quotedWords(a, g) >= 4 {
				s.speaker.right++
			}
		}
	}
}

// quotedWords counts the words of a passage that is direct or mixed.
func quotedWords(a *article.Article, g goldAttribution) (n int) {
	if g.form == "indirect" {
		return 0
	}
	for _, s := range g.content {
		n += len(strings.Fields(s.Of(a.Text)))
	}
	return n
}

func dumpQuotes(dump *os.File, a *article.Article, found []article.Attribution, gold []goldAttribution, pairs []match) {
	text := func(spans []article.Span) string {
		var parts []string
		for _, s := range spans {
			parts = append(parts, s.Of(a.Text))
		}
		return strings.ReplaceAll(strings.Join(parts, " … "), "\n", " ")
	}
	context := func(spans []article.Span) string {
		s := spans[0]
		from, to := max(0, s.Start-60), min(len(a.Text), spans[len(spans)-1].End+60)
		for !utf8.RuneStart(a.Text[from]) {
			from--
		}
		for to < len(a.Text) && !utf8.RuneStart(a.Text[to]) {
			to++
		}
		return strings.ReplaceAll(a.Text[from:to], "\n", " ¶ ")
	}
	of, og := map[int]match{}, map[int]match{}
	for _, m := range pairs {
		of[m.found], og[m.gold] = m, m
	}
	for i, f := range found {
		m, ok := of[i]
		if !ok {
			fmt.Fprintf(dump, "WRONG\tS[%s] C[%s] T[%s]\n\t%s\n", text(f.Source), text(f.Cue), text(f.Content), context(f.Content))
			continue
		}
		g := gold[m.gold]
		fmt.Fprintf(dump, "FOUND\tS[%s] C[%s] T[%s]\n", text(f.Source), text(f.Cue), text(f.Content))
		if text(f.Source) != text(g.source) || text(f.Cue) != text(g.cue) || text(f.Content) != text(g.content) {
			fmt.Fprintf(dump, "DIFF %.2f\tS[%s] C[%s] T[%s]\n\tGOLD S[%s] C[%s] T[%s]\n", m.share, text(f.Source), text(f.Cue), text(f.Content), text(g.source), text(g.cue), text(g.content))
		}
	}
	for j, g := range gold {
		if _, ok := og[j]; !ok {
			fmt.Fprintf(dump, "MISSED %s\tS[%s] C[%s] T[%s]\n\t%s\n", g.form, text(g.source), text(g.cue), text(g.content), context(g.content))
		}
	}
}
