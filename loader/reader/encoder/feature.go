package encoder

import (
	"unicode"
	"unicode/utf8"
)

// The values of the feature shape; 0 is for what is no unit.
const (
	ShapeLower   = 1 + iota // "word"
	ShapeTitle              // "Word"
	ShapeInitial            // "W"
	ShapeCaps               // "WORD"
	ShapeMixed              // "WoRd"
	ShapeDigits             // "12"
	ShapeAlnum              // "B2"
	ShapeMark               // "."
	ShapeOther              // letters without case
	shapeCount
)

// The values of the feature quote.
const (
	QuoteOutside = 1 + iota
	QuoteInside
	QuoteOpens
	QuoteCloses
	quoteCount
)

// The values of the feature break: what stands between the unit before and this one.
const (
	BreakGlued     = 1 + iota // no white space
	BreakSpace                // white space without a line end
	BreakLine                 // one line end
	BreakParagraph            // more, or the text begins
	breakCount
)

// shapeOf is the letter shape of a unit.
func shapeOf(unit string) uint8 {
	first, _ := utf8.DecodeRuneInString(unit)
	if classOf(first) == classMark {
		return ShapeMark
	}
	upper, lower, digit := 0, 0, 0
	for _, r := range unit {
		switch {
		case isUpper(r):
			upper++
		case unicode.Is(unicode.Ll, r):
			lower++
		case unicode.Is(unicode.Nd, r):
			digit++
		}
	}
	return letterShape(upper, lower, digit, isUpper(first))
}

func isUpper(r rune) bool { return unicode.In(r, unicode.Lu, unicode.Lt) }

func letterShape(upper, lower, digit int, firstUpper bool) uint8 {
	switch {
	case digit > 0 && upper+lower > 0:
		return ShapeAlnum
	case digit > 0:
		return ShapeDigits
	case upper+lower == 0:
		return ShapeOther
	case upper == 0:
		return ShapeLower
	case upper == 1 && lower == 0:
		return ShapeInitial
	case lower == 0:
		return ShapeCaps
	case upper == 1 && firstUpper:
		return ShapeTitle
	}
	return ShapeMixed
}

// breakOf tells what stands between two units.
func breakOf(gap string) uint8 {
	lines, spaced := 0, false
	for _, r := range gap {
		if r == '\n' {
			lines++
		}
		spaced = spaced || classOf(r) == classSpace
	}
	if !spaced {
		return BreakGlued
	}
	return uint8(min(BreakSpace+lines, BreakParagraph))
}

// markQuotes sets the feature quote of all units.
func markQuotes(text string, units []Unit) {
	inside := false
	for i := 0; i < len(units); {
		if units[i].Break >= BreakLine {
			inside = false
		}
		mark, n := doubleMark(text, units[i:])
		switch mark {
		case '“':
			inside = true
		case '”':
			inside = false
		case '"':
			inside = !inside
		}
		for range n {
			units[i].Quote = quoteOf(mark != 0, inside)
			i++
		}
	}
}

// quoteOf is the feature of a unit after which the state is inside.
func quoteOf(mark, inside bool) uint8 {
	switch {
	case mark && inside:
		return QuoteOpens
	case mark:
		return QuoteCloses
	case inside:
		return QuoteInside
	}
	return QuoteOutside
}

// doubleMark tells whether the units begin with a double quote mark, “ that opens, ” that closes or " that does either,
// and of how many units the mark, or what else stands there, is.
func doubleMark(text string, units []Unit) (mark rune, n int) {
	word := text[units[0].Start:units[0].End]
	switch word {
	case "“", "„", "«":
		return '“', 1
	case "”", "»":
		return '”', 1
	case `"`:
		return '"', 1
	}
	if word != "'" && word != "`" || len(units) < 2 || units[1].Start != units[0].End || text[units[1].Start:units[1].End] != word {
		return 0, 1
	}
	if word == "`" {
		return '“', 2
	}
	return '"', 2
}
