package clean

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newsgraph/newsgraph/loader/article"
)

// The lengths of insets, in bytes.
const (
	insetName = 80  // from the surname to the word that is glued to it
	insetMost = 700 // to the end of the inset
)

// insets finds what a page shows when one points at a name: the whole name once more, with headlines glued to it, up to the word MORE. As text
// it stands in the middle of sentences ("Senator Jo Alder Josephine (Jo) May AlderHarbour bill fails Alder to run again MORE (Ind.) said"), so a
// reader takes the glued words for names. It returns their places in what is kept of the unit, in order.
func (u *unit) insets(raw string) (out []article.Span) {
	text := u.keep.Of(raw)
	if !strings.Contains(text, "MORE") {
		return nil
	}
	from := 0
	for _, w := range words.FindAllStringIndex(text, -1) {
		if w[0] < from {
			continue
		}
		start := glued(text, from, w[0], w[1])
		if start < 0 {
			continue
		}
		if end := insetEnd(text, w[0]); end > 0 {
			out = append(out, article.Span{Start: u.keep.Start + start, End: u.keep.Start + end})
			from = end
		}
	}
	return out
}

// words are runs of letters and digits, with the marks that names have inside.
var words = regexp.MustCompile(`\p{L}[\p{L}\p{N}'’.-]*`)

// glued tells where the inset begins whose name ends inside the word from start to end: behind the last word before it that is the same as the
// word's beginning, if nothing but a name lies between; -1 when there is none.
func glued(text string, from, start, end int) int {
	first, size := utf8.DecodeRuneInString(text[start:])
	if !unicode.IsUpper(first) {
		return -1
	}
	back := text[max(from, start-insetName):start]
	before := first
	for i, r := range text[start+size : end] {
		cut := size + i
		if cut > insetName {
			return -1
		}
		if cut >= 3 && unicode.IsLower(before) && begins(r, text[start+cut+utf8.RuneLen(r):]) {
			surname := text[start : start+cut]
			if at := lastWord(back, surname); at >= 0 && nameOnly(back[at:]) {
				return start - len(back) + at
			}
		}
		before = r
	}
	return gluedQuote(text, back, start, end)
}

// begins tells whether a headline begins with the rune, which the rest follows.
func begins(r rune, rest string) bool {
	if r == '\'' || r == '’' {
		r, _ = utf8.DecodeRuneInString(rest)
	}
	return unicode.IsUpper(r) || unicode.IsDigit(r)
}

// gluedQuote is for words to which a quote mark or a bracket is glued in place of a letter.
func gluedQuote(text, back string, start, end int) int {
	r, _ := utf8.DecodeRuneInString(text[end:])
	if !strings.ContainsRune("“‘\"[", r) {
		return -1
	}
	if at := lastWord(back, text[start:end]); at >= 0 && nameOnly(back[at:]) {
		return start - len(back) + at
	}
	return -1
}

// lastWord is the end of the last place where the word stands as a whole word; -1 for none.
func lastWord(text, word string) int {
	for at := strings.LastIndex(text, word); at >= 0; at = strings.LastIndex(text[:at], word) {
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		after, _ := utf8.DecodeRuneInString(text[at+len(word):])
		if !unicode.IsLetter(before) && !unicode.IsLetter(after) {
			return at + len(word)
		}
	}
	return -1
}

// nameOnly tells whether there are words of a name, each with a capital, and nothing else.
func nameOnly(s string) bool {
	n := 0
	for _, w := range strings.Fields(s) {
		w = strings.Trim(w, `("'’“”.)`)
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) || strings.ContainsAny(w, ",;:!?") {
			return false
		}
		n++
	}
	return n > 0
}

// insetEnd is where an inset ends that is open at the place: behind the word MORE; 0 for nowhere.
func insetEnd(text string, at int) int {
	for end := at; ; {
		i := strings.Index(text[end:min(len(text), at+insetMost)], "MORE")
		if i < 0 {
			return 0
		}
		end += i + len("MORE")
		before, _ := utf8.DecodeLastRuneInString(text[:end-len("MORE")])
		after, _ := utf8.DecodeRuneInString(text[end:])
		if !unicode.IsUpper(before) && !unicode.IsLetter(after) {
			return end
		}
	}
}
