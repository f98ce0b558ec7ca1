// Package fold brings names and texts to the form in which they are compared.
//
// All stores and the identity stage use it, so that a search finds the same in each of them.
package fold

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// Words returns the folded words of a text, in order: runs of letters, digits and marks,
// compatibility-decomposed (NFKD) with combining marks dropped, and case-folded. An apostrophe
// between letters joins them and is dropped ("don't" is "dont", "O’Neil" is "oneil"), but a possessive "'s" at the end of a
// word is dropped with it; dots inside an abbreviation are dropped too ("U.S." is "us"). Invalid UTF-8 separates words.
// A word of more than [MaxWord] bytes is cut.
func Words(text string) []string {
	var words []string
	Each(text, func(word string, _, _ int) { words = append(words, word) })
	return words
}

// Each calls visit for each folded word of a text, in order, with the bytes [start, end) of the text that it stands for.
func Each(text string, visit func(word string, start, end int)) {
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !isWord(r) || r == utf8.RuneError && size == 1 {
			i += size
			continue
		}
		end := wordEnd(text, i)
		if w := cut(word(text[i:end])); w != "" {
			visit(w, i, end)
		}
		i = end
	}
}

// MaxWord is the greatest length of a folded word, in bytes. Full-text indexes have limits for words, each
// another one; with this one they all find the same.
const MaxWord = 250

// cut shortens a word to MaxWord bytes at most, between characters.
func cut(w string) string {
	if len(w) <= MaxWord {
		return w
	}
	end := MaxWord
	for !utf8.RuneStart(w[end]) {
		end--
	}
	return w[:end]
}

// Name returns the folded words of a name, joined by single spaces; "" for a name without a word.
func Name(name string) string { return strings.Join(Words(name), " ") }

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == 'ʼ' }

// wordEnd returns the end of the word that starts at i, with inner apostrophes and the dots of abbreviations.
func wordEnd(text string, i int) int {
	letters := 0 // since the last dot
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		if isWord(r) {
			letters++
			i += size
			continue
		}
		next, nextSize := utf8.DecodeRuneInString(text[i+size:])
		nextIsWord := nextSize > 0 && isWord(next) && next != utf8.RuneError
		switch {
		case isApostrophe(r) && nextIsWord:
			letters = 2
		case r == '.' && letters == 1 && nextIsWord:
			// Only single letters between dots: "U.S.A", not "end.Next".
			after, afterSize := utf8.DecodeRuneInString(text[i+size+nextSize:])
			if afterSize > 0 && isWord(after) {
				return i
			}
			letters = 0
		default:
			return i
		}
		i += size
	}
	return i
}

func word(s string) string {
	for _, poss := range []string{"'s", "’s", "ʼs", "'S", "’S"} {
		if len(s) > len(poss) && strings.HasSuffix(s, poss) {
			s = strings.TrimSuffix(s, poss)
			break
		}
	}
	if ascii(s) {
		return strings.Map(dropMarks, strings.ToLower(s))
	}
	// Folding can bring back decomposable runes, hence NFKD on both sides; it swaps the cases of Cherokee, hence the lower case before it.
	s = norm.NFKD.String(cases.Fold().String(strings.ToLower(norm.NFKD.String(s))))
	return strings.Map(dropMarks, s)
}

func dropMarks(r rune) rune {
	if unicode.IsLetter(r) || unicode.IsDigit(r) {
		return r
	}
	return -1
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
