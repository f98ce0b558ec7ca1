package identity

import (
	"slices"
	"strings"

	"github.com/mozillazg/go-unidecode"
	"github.com/xrash/smetrics"

	"github.com/newsgraph/newsgraph/graph/fold"
)

// spellings are rewritten one after the other: what the systems of transliteration, and languages, write differently for
// one sound.
var spellings = strings.NewReplacer(
	"shch", "s", "sch", "s", "tsch", "c", "tch", "c", "ch", "c", "sh", "s", "zh", "j", "kh", "k", "gh", "g", "dh", "d", "th", "t",
	"ph", "f", "ck", "k", "q", "k", "x", "ks", "w", "v", "tz", "s", "ts", "s", "dj", "j", "z", "s",
	"oo", "u", "ou", "u", "ue", "u", "oe", "o", "ae", "a", "ee", "i", "ie", "i", "ii", "i", "yy", "i", "iy", "i", "yi", "i",
	"ey", "e", "ei", "e", "ai", "a", "ay", "a", "iu", "u", "yu", "u", "io", "o", "yo", "o", "ia", "a", "ya", "a", "ye", "e",
	"y", "i",
)

// canon gives a folded word the form that it has in common with its other spellings: "sergei" and "sergey", "gaddafi" and "kadafi".
func canon(word string) string {
	if !ascii(word) {
		word = strings.ReplaceAll(word, "đ", "dj")
		word = strings.Join(fold.Words(unidecode.Unidecode(word)), "")
	}
	word = spellings.Replace(word)
	var b strings.Builder
	for i := range len(word) {
		if word[i] != 'h' || i == 0 {
			b.WriteByte(word[i])
		}
	}
	return undouble(b.String())
}

// undouble writes each run of one letter once.
func undouble(s string) string { return string(slices.Compact([]byte(s))) }

// classes are the consonants that spellings mix up.
var classes = strings.NewReplacer("c", "k", "g", "k", "b", "b", "p", "p", "v", "f", "d", "t", "o", "u", "e", "i")

// word is a folded word with the forms in which it is compared.
type word struct {
	text  string
	canon string // see canon
	bones string // see skeleton
}

func newWord(text string) word {
	c := canon(text)
	return word{text: text, canon: c, bones: skeletonOf(c)}
}

// letter tells whether the word is an initial, or part of one.
func (w *word) letter() bool { return len(w.text) == 1 }

// skeleton is the canonical word without the vowels behind its first letter, consonants that sound alike made one; words
// with few consonants keep their vowels.
func skeleton(word string) string { return skeletonOf(canon(word)) }

func skeletonOf(word string) string {
	var b strings.Builder
	for i := range len(word) {
		if c := word[i]; i == 0 && strings.IndexByte("aeiou", c) >= 0 {
			b.WriteByte('a')
		} else if strings.IndexByte("aeiou", c) < 0 {
			b.WriteByte(c)
		}
	}
	if b.Len() <= 2 {
		return cut(undouble(classes.Replace(word)))
	}
	return cut(undouble(classes.Replace(b.String())))
}

// cut keeps names of blocks short.
func cut(s string) string { return strings.ToValidUTF8(s[:min(len(s), 40)], "") }

// initial is the class of a canonical word's first sound.
func initial(word string) string {
	if word == "" {
		return ""
	}
	if strings.IndexByte("aeiou", word[0]) >= 0 {
		return "a"
	}
	return classes.Replace(word[:1])
}

// alike tells from 0 to 1 how sure it is that two words are spellings of one word.
func alike(a, b *word) float64 {
	if a.text == b.text {
		return 1
	}
	ca, cb := a.canon, b.canon
	if ca == cb {
		return 0.97
	}
	short := min(len(ca), len(cb))
	if short < 3 {
		return 0
	}
	near := smetrics.JaroWinkler(ca, cb, 0.7, 4)
	if near >= 0.8 && a.bones == b.bones {
		if syllables(ca) == syllables(cb) && (short >= 6 || short >= 4 && ca[0] == cb[0]) {
			return 0.93
		}
		return 0.85
	}
	switch {
	case short >= 7 && near >= 0.95 && smetrics.WagnerFischer(ca, cb, 1, 1, 1) <= 1:
		return 0.85
	case short >= 5 && near >= 0.9:
		return 0.6
	}
	return 0
}

// slip tells whether one word is the other with an error of the hand: letters doubled or turned round, or, in a long word, one left
// out or another one.
func slip(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if undouble(a) == undouble(b) || turnedRound(a, b) {
		return true
	}
	edits := smetrics.WagnerFischer(a, b, 1, 1, 1)
	return edits == 1 && (len(a) >= 9 || len(a) >= 8 && len(a) < len(b))
}

// turnedRound tells whether two neighbouring letters of a word of five or more change places.
func turnedRound(a, b string) bool {
	if len(a) != len(b) || len(a) < 5 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}

// syllables counts the vowels.
func syllables(word string) int {
	n := 0
	for i := range len(word) {
		if strings.IndexByte("aeiou", word[i]) >= 0 {
			n++
		}
	}
	return n
}

func ascii(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r >= 0x80 })
}
