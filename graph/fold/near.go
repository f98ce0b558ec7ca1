package fold

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The lengths, in letters, of words that are taken for mistyped ones.
const (
	shortestTypo = 4
	longTypo     = 8 // from here on two edits are allowed
	longestTypo  = 50
)

// Edits is how many edits may be in a folded word that is mistyped: 1 in a word of 4 to 7 letters, 2 in one of 8 to
// 50; 0, none, in any other word, and in one with a digit: another number is not a typing error.
func Edits(word string) int {
	if strings.ContainsFunc(word, unicode.IsDigit) {
		return 0
	}
	switch n := utf8.RuneCountInString(word); {
	case n < shortestTypo || n > longestTypo:
		return 0
	case n < longTypo:
		return 1
	}
	return 2
}

// Near tells whether a word may have been meant by a mistyped one, and how many edits are between them: both are folded and begin with the
// same letter, the word has no digit, and at most [Edits] edits make one of the other. An edit adds, drops or replaces a letter, or swaps two
// neighbours; no letter is edited twice (optimal string alignment).
func Near(mistyped, word string) (edits int, near bool) {
	a, b, most := []rune(mistyped), []rune(word), Edits(mistyped)
	if most == 0 || len(b) == 0 || a[0] != b[0] || len(b) < len(a)-most || len(b) > len(a)+most ||
		strings.ContainsFunc(word, unicode.IsDigit) {
		return 0, false
	}
	edits = distance(a, b)
	return edits, edits <= most
}

// distance is the optimal string alignment distance.
func distance(a, b []rune) int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i, x := range a {
		row[0] = i + 1
		for j, y := range b {
			cost := 1
			if x == y {
				cost = 0
			}
			row[j+1] = min(last[j]+cost, last[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && x == b[j-1] && a[i-1] == y {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
