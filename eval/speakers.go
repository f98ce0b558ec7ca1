package eval

import (
	"cmp"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/eval/gold"
	"github.com/newsgraph/newsgraph/eval/score"
	"github.com/newsgraph/newsgraph/loader/article"
)

// compareStatements counts statements by their contents, and of those found the speakers and the kinds.
func compareStatements(t *tally, a *article.Article, g *gold.Attributed) {
	found := slices.DeleteFunc(slices.Clone(a.Statements), func(s article.Statement) bool { return discarded(s.Content, g.Discard) })
	var contents [][]article.Span
	for _, s := range found {
		contents = append(contents, s.Content)
	}
	for _, p := range byContent(t, "statement", contents, bareContents(g), g) {
		s, w := &found[p.Found], &g.Attributions[p.Gold]
		t.rate("statement.kind.given-content", s.Kind == w.Kind)
		if len(w.Source) > 0 {
			t.rate("statement.speaker.given-content", saidBy(a, s, w.Source))
		}
	}
}

// bareContents are the gold contents without the quote marks at their ends: those of statements have none, and a mark of three bytes
// weighs as much as a word.
func bareContents(g *gold.Attributed) [][]article.Span {
	out := contentsOf(g)
	for i, content := range out {
		bare := slices.Clone(content)
		for j, s := range bare {
			words := s.Of(g.Text)
			start := len(words) - len(strings.TrimLeft(words, quoteMarks))
			if end := len(strings.TrimRight(words, quoteMarks)); start < end {
				bare[j] = article.Span{Start: s.Start + start, End: s.Start + end}
			}
		}
		out[i] = bare
	}
	return out
}

// quoteMarks are the marks at the ends of contents, and space.
const quoteMarks = "“”\"„«»‘’'` \n\t"

// compareQuoted measures the speakers of quoted passages of four words or more. The passages come from the quote marks of the text, not from
// the extraction. A passage belongs to the attribution, and is covered by the statement, that holds more than half of it
// and is most like it; passages without an attribution, or of one without a source, are not counted.
func compareQuoted(t *tally, a *article.Article, g *gold.Attributed) {
	for _, passage := range gold.Quoted(a.Text) {
		if len(strings.Fields(passage.Of(a.Text))) < 4 {
			continue
		}
		i := holder(passage, len(g.Attributions), func(i int) []article.Span { return g.Attributions[i].Content })
		if i < 0 || len(g.Attributions[i].Source) == 0 {
			continue
		}
		source := g.Attributions[i].Source
		j := holder(passage, len(a.Statements), func(i int) []article.Span { return a.Statements[i].Content })
		right := j >= 0 && saidBy(a, &a.Statements[j], source)
		t.rate("statement.quoted.speaker", right)
		switch {
		case right:
		case j < 0:
			t.fault("quoted passage in no statement", a, "", words(a, source...), passage)
		case a.Statements[j].SpeakerSpan.Empty():
			t.fault("quoted passage without a speaker", a, "", words(a, source...), passage)
		default:
			t.fault("quoted passage with another speaker", a, words(a, a.Statements[j].SpeakerSpan), words(a, source...), passage)
		}
	}
}

// holder is the one of n contents that holds more than half of the passage and is most like it, or -1.
func holder(passage article.Span, n int, content func(int) []article.Span) int {
	one := []article.Span{passage}
	var fits []int
	for i := range n {
		if score.Cover(content(i), one) > 0.5 {
			fits = append(fits, i)
		}
	}
	if len(fits) == 0 {
		return -1
	}
	return slices.MaxFunc(fits, func(x, y int) int {
		return cmp.Compare(score.Alike(content(x), one), score.Alike(content(y), one))
	})
}

// saidBy tells whether the speaker's words overlap the gold source, or, for a speaker whose words stand elsewhere, any mention of the
// speaker does.
func saidBy(a *article.Article, s *article.Statement, source []article.Span) bool {
	return slices.ContainsFunc(source, func(x article.Span) bool {
		return s.SpeakerSpan.Overlaps(x) || s.Speaker >= 0 &&
			slices.ContainsFunc(a.Actors[s.Speaker].Mentions, func(m article.Mention) bool { return m.Span.Overlaps(x) })
	})
}
