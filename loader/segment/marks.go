package segment

import (
	"unicode"
	"unicode/utf8"

	"github.com/newsgraph/newsgraph/loader/article"
)

// role is what a quote mark does.
type role uint8

const (
	noRole role = iota
	opens
	closes
)

// family groups the quote marks that can pair with each other.
type family uint8

const (
	double    family = iota + 1 // " “ ” „ ‟ ＂ `` ''
	single                      // ' ‘ ’ ‚ ‛ `
	guillemet                   // « »
	angle                       // ‹ ›
	corner                      // 「 」
	white                       // 『 』
)

// mark is a quote mark, or an apostrophe that may be one.
type mark struct {
	span   article.Span
	token  int
	tokens int  // 2 for two single marks that stand for a double one
	glyph  rune // “ for “, “ for ``, " for ''
	family family
	left   bool // space, a bracket or the like is before it: it can open
	right  bool // space, a stop or the like is behind it: it can close
	// plural tells an s before the mark and a word behind it: "the officials’ plan".
	plural bool
	// later tells, for a single mark, that another one that can only close follows before the next that opens.
	later bool
}

// opensOnly tells a mark that what is around it lets open, and not close.
func (m mark) opensOnly() bool { return m.left && !m.right }

// closesOnly tells a mark that what is around it lets close, and not open.
func (m mark) closesOnly() bool { return m.right && !m.left }

// glyph returns the canonical glyph of the token and its family; 0 when the token is no quote mark.
func glyph(s string) (rune, family) {
	if len(s) > 3 {
		return 0, 0
	}
	switch s {
	case `"`, "''", "＂":
		return '"', double
	case "“", "``", "‟":
		return '“', double
	case "”":
		return '”', double
	case "„":
		return '„', double
	case "‘", "‛", "`", "‚":
		return '‘', single
	case "’":
		return '’', single
	case "'":
		return '\'', single
	}
	return pairGlyph(s)
}

func pairGlyph(s string) (rune, family) {
	r, n := utf8.DecodeRuneInString(s)
	if n != len(s) {
		return 0, 0
	}
	switch r {
	case '«', '»':
		return r, guillemet
	case '‹', '›':
		return r, angle
	case '「', '」':
		return r, corner
	case '『', '』':
		return r, white
	}
	return 0, 0
}

// marks collects the quote marks among the tokens [from, to) of the paragraph.
func (q *quoter) marks(p article.Span, from, to int) []mark {
	out := q.buffer[:0]
	for i := from; i < to; i++ {
		span := q.tokens[i].Span
		g, f := glyph(span.Of(q.text))
		if g == 0 || inches(q.text, p, span, f) {
			continue
		}
		m := mark{span: span, token: i, tokens: 1, glyph: g, family: f}
		if last := len(out) - 1; doubled(out, m) {
			m = out[last]
			m.span.End, m.tokens, m.family = span.End, 2, double
			m.glyph += '“' - '‘' // ’’ is ” in the same way
			out = out[:last]
		}
		m.left, m.right = leftEdge(q.text, p, m.span.Start), rightEdge(q.text, p, m.span.End)
		m.plural = m.family == single && possessive(q.text, p, m.span)
		out = append(out, m)
	}
	lookAhead(out)
	q.buffer = out
	return out
}

// doubled tells whether m and the mark before it are ‘‘ or ’’.
func doubled(before []mark, m mark) bool {
	if len(before) == 0 || m.glyph != '‘' && m.glyph != '’' {
		return false
	}
	last := before[len(before)-1]
	return last.glyph == m.glyph && last.tokens == 1 && last.span.End == m.span.Start
}

// lookAhead sets later on the single marks.
func lookAhead(marks []mark) {
	later := false
	for i := len(marks) - 1; i >= 0; i-- {
		m := &marks[i]
		if m.family != single {
			continue
		}
		m.later = later
		switch {
		case m.opensOnly():
			later = false
		case m.closesOnly() && !m.plural:
			later = true
		}
	}
}

// inches tells the mark of inches, feet or minutes: it follows a digit and nothing that it could close is near.
func inches(text string, p, mark article.Span, f family) bool {
	if b := text[mark.Start]; f != double && f != single || b != '"' && b != '\'' || mark.Start == p.Start {
		return false
	}
	if !digit(rune(text[mark.Start-1])) {
		return false
	}
	if text[mark.Start] == '\'' {
		return mark.End < p.End && digit(rune(text[mark.End]))
	}
	return mark.Start >= p.Start+3 && heightBefore(text[p.Start:mark.Start])
}

// heightBefore tells whether the text ends in feet and inches: 6'2.
func heightBefore(s string) bool {
	i := len(s)
	for i > 0 && i > len(s)-3 && digit(rune(s[i-1])) {
		i--
	}
	return i > 1 && s[i-1] == '\'' && digit(rune(s[i-2]))
}

// leftEdge tells whether a word can start behind the offset: space, a bracket, a dash or an opening mark is before it.
func leftEdge(text string, p article.Span, at int) bool {
	if at == p.Start {
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(text[p.Start:at])
	if blank(r) || unicode.Is(unicode.Ps, r) || unicode.Is(unicode.Pd, r) || unicode.Is(unicode.Pi, r) {
		return true
	}
	return r == '/' || r == '„' || r == '‚' || r == '`'
}

// rightEdge tells whether a word can end before the offset: space, a stop, a bracket, a dash or a closing mark follows.
func rightEdge(text string, p article.Span, at int) bool {
	if at == p.End {
		return true
	}
	r, _ := runeAt(text, at)
	switch r {
	case '.', ',', ';', ':', '!', '?', '…', '\'', '"', '/':
		return true
	}
	return blank(r) || unicode.Is(unicode.Pe, r) || unicode.Is(unicode.Pd, r) || unicode.Is(unicode.Pf, r)
}

// possessive tells whether the mark could be the apostrophe of a plural: "the officials’ plan".
func possessive(text string, p, mark article.Span) bool {
	if mark.Start == p.Start || mark.End+1 >= p.End || text[mark.End] != ' ' {
		return false
	}
	if b := text[mark.Start-1]; b != 's' && b != 'S' && b != 'z' && b != 'x' {
		return false
	}
	end := mark.End + 1
	for end < p.End && wordRune(rune(text[end])) && end < mark.End+12 {
		end++
	}
	switch text[mark.End+1 : end] {
	case "", "and", "or", "but", "in", "on", "at", "of", "to", "for", "from", "by", "with", "as", "is", "are", "was", "were", "has", "have", "had",
		"said", "says", "that", "which", "who", "when", "while", "if", "it", "he", "she", "they", "will", "would", "could", "should", "may":
		return false
	}
	return true
}
