package eval

import (
	"strings"
	"unicode/utf8"

	"github.com/newsgraph/newsgraph/loader/article"
)

// around is how many bytes a fault shows on each side of its passage.
const around = 60

// fault notes an error at a passage.
func (t *tally) fault(class string, a *article.Article, got, want string, at ...article.Span) {
	t.faults = append(t.faults, Fault{Class: class, Article: a.Key, Got: got, Want: want, Around: surrounding(a, at)})
}

// words are the spans' words in one line.
func words(a *article.Article, spans ...article.Span) string {
	var parts []string
	for _, s := range spans {
		parts = append(parts, strings.Join(strings.Fields(s.Of(a.Text)), " "))
	}
	return strings.Join(parts, " … ")
}

// surrounding is what stands around the spans, in one line, with the words of the spans in double brackets.
func surrounding(a *article.Article, spans []article.Span) string {
	if len(spans) == 0 {
		return ""
	}
	start, end := spans[0].Start, spans[len(spans)-1].End
	from, to := max(0, start-around), min(len(a.Text), end+around)
	for !utf8.RuneStart(a.Text[from]) {
		from--
	}
	for to < len(a.Text) && !utf8.RuneStart(a.Text[to]) {
		to++
	}
	return oneLine(a.Text[from:start]) + "[[" + oneLine(a.Text[start:end]) + "]]" + oneLine(a.Text[end:to])
}

func oneLine(s string) string { return strings.ReplaceAll(s, "\n", "¶") }
