package segment

import (
	"strings"
	"unicode"

	"github.com/newsgraph/newsgraph/internal/hardwrap"
	"github.com/newsgraph/newsgraph/loader/article"
)

// paragraphs returns the paragraphs of the text, without the space around them. A blank line ends a
// paragraph; so does the end of a line, unless the line was broken by wrapping.
func paragraphs(text string) []article.Span {
	var out []article.Span
	for block := range blocks(text) {
		out = appendParagraphs(out, text, block)
	}
	return out
}

// blocks gives the runs of lines without a blank line among them, each line without the space around it.
func blocks(text string) func(yield func([]article.Span) bool) {
	return func(yield func([]article.Span) bool) {
		var block []article.Span
		for at := 0; at < len(text); {
			end := strings.IndexAny(text[at:], "\n\r\v\f\u0085\u2028\u2029")
			if end < 0 {
				end = len(text) - at
			}
			line := article.Span{Start: at, End: at + end}.Trim(text, blank)
			switch {
			case !line.Empty():
				block = append(block, line)
			case len(block) > 0 && (end > 0 || text[at-1] != '\r'):
				if !yield(block) {
					return
				}
				block = block[:0]
			}
			at += end
			if at < len(text) {
				at += runeLen(text[at])
			}
		}
		if len(block) > 0 {
			yield(block)
		}
	}
}

// appendParagraphs joins the wrapped lines of a block.
func appendParagraphs(out []article.Span, text string, block []article.Span) []article.Span {
	lines := make([]string, len(block))
	for i, l := range block {
		lines[i] = l.Of(text)
	}
	joins := hardwrap.Joins(lines)
	for i, l := range block {
		if i > 0 && joins[i-1] {
			out[len(out)-1].End = l.End
			continue
		}
		out = append(out, l)
	}
	return out
}

// blank tells a rune that shows nothing: space, and marks of width zero.
func blank(r rune) bool {
	return unicode.IsSpace(r) || invisible(r)
}

// invisible tells the marks of width zero that pages scatter through words.
func invisible(r rune) bool {
	switch r {
	case '\u00ad', '\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\u2060', '\ufeff':
		return true
	}
	return false
}

// runeLen is the length of the rune that starts with the byte, in valid UTF-8.
func runeLen(b byte) int {
	switch {
	case b < 0x80:
		return 1
	case b < 0xe0:
		return 2
	case b < 0xf0:
		return 3
	}
	return 4
}
