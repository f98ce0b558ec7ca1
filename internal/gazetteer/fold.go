package gazetteer

import (
	"strings"
	"unicode"

	"github.com/mozillazg/go-unidecode"
)

// Fold brings a name to the form in which names are compared: in Latin letters without accents, in lower case, without apostrophes and
// the dots of abbreviations, the words apart by single spaces, "St.", "Mt." and "Ft." in full, without a "the" before them.
// It goes further than package graph/fold, by which the graph compares names of all kinds: a gazetteer has places in scripts of their own.
func Fold(name string) string {
	var b strings.Builder
	for _, r := range unidecode.Unidecode(name) {
		switch {
		case r == '\'' || r == '.' || r == '`' || r == '"':
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(unicode.ToLower(r))
		default:
			b.WriteByte(' ')
		}
	}
	words := strings.Fields(b.String())
	for i, w := range words {
		switch {
		case len(words) == 1:
		case w == "st":
			words[i] = "saint"
		case w == "mt":
			words[i] = "mount"
		case w == "ft":
			words[i] = "fort"
		}
	}
	if len(words) > 1 && words[0] == "the" {
		words = words[1:]
	}
	return strings.Join(words, " ")
}
