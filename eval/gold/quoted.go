package gold

import (
	"strings"

	"github.com/newsgraph/newsgraph/loader/article"
)

// Quoted are the passages in double quote marks, without the marks, in order: between “ and ”, between two ", and between two grave
// accents or two apostrophes and two apostrophes. A passage without a closing mark ends with its paragraph, at the line break.
func Quoted(text string) []article.Span {
	var out []article.Span
	at := 0
	for line := range strings.SplitAfterSeq(text, "\n") {
		end := at + len(strings.TrimRight(line, "\n"))
		for from := at; from < end; {
			start, closing := opening(text[from:end])
			if start < 0 {
				break
			}
			start += from
			length, mark := closed(text[start:end], closing)
			if length > 0 {
				out = append(out, article.Span{Start: start, End: start + length})
			}
			from = start + length + mark
		}
		at += len(line)
	}
	return out
}

// opening is where the first quotation begins, and the mark that closes it; -1 when there is none.
func opening(s string) (start int, closing string) {
	start = -1
	for _, marks := range [][2]string{{"“", "”"}, {`"`, `"`}, {"``", "''"}, {"''", "''"}} {
		if i := strings.Index(s, marks[0]); i >= 0 && (start < 0 || i+len(marks[0]) < start) {
			start, closing = i+len(marks[0]), marks[1]
		}
	}
	return start, closing
}

// closed is the length of the quotation that begins the string, and that of its closing mark: 0 when it has none.
func closed(s, closing string) (length, mark int) {
	if i := strings.Index(s, closing); i >= 0 {
		return i, len(closing)
	}
	return len(s), 0
}
