package entity

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// fold brings a name to the form in which names of one article are compared: lower case, accents, dots and apostrophes
// dropped, hyphens and everything else between words as single spaces.
func fold(s string) string {
	if !isASCII(s) {
		s = norm.NFKD.String(s)
	}
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range s {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || r == '&':
			if space && b.Len() > 0 {
				b.WriteByte(' ')
			}
			space = false
			b.WriteRune(unicode.ToLower(r))
		case r == '.' || r == '\'' || r == '’' || r == 'ʼ' || r == '\u00ad' || unicode.IsMark(r):
		default:
			space = true
		}
	}
	return b.String()
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// lower is the form in which single words are looked up: lower case, with a plain apostrophe.
func lower(s string) string {
	if !isASCII(s) {
		s = strings.ReplaceAll(s, "’", "'")
	}
	return strings.ToLower(s)
}
