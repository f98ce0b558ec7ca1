package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newsgraph/newsgraph/loader/article"
)

// appendTokens cuts the paragraph into tokens. The rules are those of the Penn treebank, where they are
// about words: clitics are cut off ("Russia’s", "do|n't"), an abbreviation keeps its stop, words with hyphens stay whole.
func appendTokens(out []article.Token, text string, p article.Span) []article.Token {
	for at := p.Start; at < p.End; {
		r, n := runeAt(text, at)
		switch {
		case blank(r):
			at += n
		case ideograph(r):
			out = append(out, token(at, at+n))
			at += n
		case wordRune(r) || startsWord(text, at, p.End):
			end := wordEnd(text, at, at+n, p.End)
			out = appendClitics(out, text, at, end)
			at = end
		default:
			end := punctuationEnd(text, at, at+n, p.End)
			out = append(out, token(at, end))
			at = end
		}
	}
	return out
}

func token(start, end int) article.Token {
	return article.Token{Span: article.Span{Start: start, End: end}}
}

// runeAt decodes the rune at the offset; ASCII takes the short way.
func runeAt(text string, at int) (rune, int) {
	if b := text[at]; b < utf8.RuneSelf {
		return rune(b), 1
	}
	return utf8.DecodeRuneInString(text[at:])
}

// wordRune tells the runes that words and numbers are made of.
func wordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || r == '_'
	}
	return (unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r)) && !ideograph(r)
}

// ideograph tells the scripts that are written without spaces and read by the character.
func ideograph(r rune) bool {
	return r >= 0x2e80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

// startsWord tells a mark that is the first rune of a word: @name, #tag, ’tis, ’90s.
func startsWord(text string, at, limit int) bool {
	switch text[at] {
	case '@', '#':
		return wordRune(after(text, at, 1, limit))
	}
	n := apostropheAt(text, at)
	return n > 0 && elision(text[at+n:limit], text[at] != '\'' && strings.HasPrefix(text[at:], "‘"))
}

// after returns the rune n bytes after the offset, or 0 at the limit.
func after(text string, at, n, limit int) rune {
	if at+n >= limit {
		return 0
	}
	r, _ := runeAt(text, at+n)
	return r
}

// apostropheAt returns the length of the apostrophe at the offset; 0 when there is none.
func apostropheAt(text string, at int) int {
	if text[at] == '\'' {
		return 1
	}
	if text[at] == 0xe2 {
		if r, n := runeAt(text, at); r == '’' || r == '‘' {
			return n
		}
	}
	return 0
}

// elision tells whether the text after an apostrophe is a word that lost its head: ’90s, ’tis, rock ’n’ roll. An
// opening quote mark in its place (curled) is one only before a decade.
func elision(rest string, curled bool) bool {
	end := 0
	for end < len(rest) && end < 6 && wordRune(rune(rest[end])) {
		end++
	}
	word := strings.ToLower(rest[:end])
	if end >= 2 && digits(word[:2]) {
		return word[2:] == "s" || end == 2 && !curled
	}
	switch word {
	case "tis", "twas", "twere", "em", "cause", "til", "bout", "cuz":
		return !curled
	case "n":
		return strings.HasPrefix(rest[1:], "'") || strings.HasPrefix(rest[1:], "’")
	}
	return false
}

func digits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

// wordEnd returns where the word ends that starts at the offset; at is behind its first rune.
func wordEnd(text string, start, at, limit int) int {
	for at < limit {
		r, n := runeAt(text, at)
		switch {
		case wordRune(r) || invisible(r) && goesOn(text, at+n, limit):
			at += n
		case r == '.':
			end, more := dot(text, start, at, limit)
			if !more {
				return end
			}
			at = end
		case joins(text, start, at, n, limit):
			at += n
		case r == ':' && strings.HasPrefix(text[at:limit], "://"):
			return addressEnd(text, at, limit)
		default:
			return at
		}
	}
	return at
}

func goesOn(text string, at, limit int) bool {
	if at >= limit {
		return false
	}
	r, _ := runeAt(text, at)
	return wordRune(r)
}

// joins tells whether the mark at the offset, n bytes long, holds the word together.
func joins(text string, start, at, n, limit int) bool {
	next := after(text, at, n, limit)
	if !wordRune(next) || at == start {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(text[start:at])
	r, _ := runeAt(text, at)
	switch r {
	case '-', '\u2010', '\u2011':
		return wordRune(last) || last == '.'
	case '\'', '’':
		return unicode.IsLetter(next) && (next == 's' || last == '.' || unicode.IsLetter(last))
	case '&', '@':
		return unicode.IsLetter(last) && unicode.IsLetter(next)
	case ',', ':', '/':
		return digit(last) && digit(next) && (r != ',' || thousands(text[at+1:limit]))
	}
	return false
}

func digit(r rune) bool { return '0' <= r && r <= '9' }

// thousands tells whether the text starts with exactly three digits.
func thousands(s string) bool {
	return len(s) >= 3 && digits(s[:3]) && (len(s) == 3 || !digit(rune(s[3])))
}

// addressEnd returns where the web address ends whose "://" is at the offset.
func addressEnd(text string, at, limit int) int {
	end := at
	for end < limit {
		r, n := runeAt(text, end)
		if blank(r) || strings.ContainsRune(`"“”<>«»`, r) {
			break
		}
		end += n
	}
	return at + len(strings.TrimRight(text[at:end], ".,;:!?)]'’"))
}

// appendClitics cuts ’s, n't and their like off the word.
func appendClitics(out []article.Token, text string, start, end int) []article.Token {
	if cut := clitic(text[start:end]); cut > 0 {
		return append(out, token(start, start+cut), token(start+cut, end))
	}
	return append(out, token(start, end))
}

// clitic returns where the clitic of the word starts, or 0.
func clitic(word string) int {
	at := strings.LastIndexAny(word, "'’")
	if at <= 0 || len(word)-at > 5 {
		return 0
	}
	n := apostropheAt(word, at)
	switch tail := word[at+n:]; {
	case strings.EqualFold(tail, "t") && at > 1 && (word[at-1] == 'n' || word[at-1] == 'N'):
		return at - 1
	case oneOf(strings.ToLower(tail), "s", "m", "d", "re", "ve", "ll"):
		return at
	}
	return 0
}

func oneOf(s string, words ...string) bool {
	for _, w := range words {
		if s == w {
			return true
		}
	}
	return false
}

// punctuationEnd returns where the mark ends whose first rune ends at the offset: a run of stops or hyphens
// is one mark, so are two single quote marks that stand for a double one.
func punctuationEnd(text string, start, at, limit int) int {
	switch b := text[start]; b {
	case '.', '-':
		for at < limit && text[at] == b {
			at++
		}
	case '`', '\'':
		if at < limit && text[at] == b {
			at++
		}
	}
	return at
}
