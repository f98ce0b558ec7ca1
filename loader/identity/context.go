package identity

import (
	"sort"
	"unicode/utf8"

	"github.com/newsgraph/newsgraph/loader/article"
)

// maxContext is how many bytes of context are kept on each side of a statement: a text
// without sentence ends must not be stored once for each statement.
const maxContext = 500

// context gives the sentences that the statement stands in, and its cue and its speaker where they are near, and one on each
// side, verbatim.
func context(a *article.Article, s *article.Statement) string {
	own := s.Content[0]
	for _, c := range s.Content {
		own.Start, own.End = min(own.Start, c.Start), max(own.End, c.End)
	}
	near := article.Span{Start: own.Start - maxContext, End: own.End + maxContext}
	for _, c := range []article.Span{s.Cue, s.SpeakerSpan} {
		if !c.Empty() && near.Contains(c) {
			own.Start, own.End = min(own.Start, c.Start), max(own.End, c.End)
		}
	}
	around := widen(a.Sentences, own)
	around.Start = max(around.Start, own.Start-maxContext)
	around.End = min(around.End, own.End+maxContext)
	for around.Start < own.Start && !utf8.RuneStart(a.Text[around.Start]) {
		around.Start++
	}
	for around.End > own.End && around.End < len(a.Text) && !utf8.RuneStart(a.Text[around.End]) {
		around.End--
	}
	return around.Of(a.Text)
}

// widen gives the passage from the sentence before the span to the sentence after it.
func widen(sentences []article.Sentence, s article.Span) article.Span {
	first := sort.Search(len(sentences), func(i int) bool { return sentences[i].Span.End > s.Start })
	last := sort.Search(len(sentences), func(i int) bool { return sentences[i].Span.Start >= s.End }) - 1
	first, last = max(first-1, 0), min(last+1, len(sentences)-1)
	if first >= len(sentences) || last < 0 {
		return s
	}
	return article.Span{
		Start: min(s.Start, sentences[first].Span.Start),
		End:   max(s.End, sentences[last].Span.End),
	}
}
