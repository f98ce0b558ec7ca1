// Package hardwrap tells lines that a program broke at a fixed width from lines that a writer ended.
package hardwrap

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	widest   = 100 // runes: nobody wraps wider than this
	narrow   = 50  // runes: nobody wraps an article narrower than this
	slack    = 6   // runes by which a line may fall short of the width
	maxEnded = 0.6 // share of lines that end in a full stop, above which they are paragraphs, not wrapped lines
)

// Joins tells for each line but the last whether the next line goes on with the same paragraph: joins[i] is
// true when the break after lines[i] was made by wrapping. The lines are the lines of one block, with no blank
// line among them. A line was wrapped when it is as wide as the block, so that the first word of the next
// line had no room in it, and the block ends as a sentence does; or when the sentence plainly goes on: no stop before the
// break, no capital after it.
func Joins(lines []string) []bool {
	if len(lines) < 2 {
		return nil
	}
	joins := make([]bool, len(lines)-1)
	width, ended := measure(lines)
	wrapped := width >= narrow && width <= widest && float64(ended) <= maxEnded*float64(len(lines)-1) && Ended(lines[len(lines)-1])
	for i := range joins {
		full := wrapped && utf8.RuneCountInString(lines[i])+1+firstWord(lines[i+1]) > width-slack
		joins[i] = full || width <= widest && runsOn(lines[i], lines[i+1])
	}
	return joins
}

// measure returns the width of the block and how many of its lines but the last end in a full stop.
func measure(lines []string) (width, ended int) {
	for i, l := range lines {
		width = max(width, utf8.RuneCountInString(l))
		if i < len(lines)-1 && Ended(l) {
			ended++
		}
	}
	return width, ended
}

// firstWord is the length in runes of the first word of the line.
func firstWord(line string) int {
	line = strings.TrimSpace(line)
	if i := strings.IndexFunc(line, unicode.IsSpace); i >= 0 {
		line = line[:i]
	}
	return utf8.RuneCountInString(line)
}

// Ended tells whether the line ends in a mark that ends sentences, closing quote marks and brackets aside.
func Ended(line string) bool {
	line = strings.TrimRight(line, " \t\"'”’»›)]")
	r, _ := utf8.DecodeLastRuneInString(line)
	return strings.ContainsRune(".!?…:。！？؟۔।", r)
}

// runsOn tells whether the sentence plainly goes on from the line to the next.
func runsOn(line, next string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimSpace(next))
	return unicode.IsLower(r) && utf8.RuneCountInString(line) >= narrow && !Ended(line)
}
