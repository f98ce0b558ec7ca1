package encoder

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"unicode"
	"unicode/utf8"
)

// ErrTooLong says that a text is too long to be read.
var ErrTooLong = errors.New("the text is longer than 1 GiB")

const maxText = 1 << 30

// Unit is a word of the reader: bytes [Start, End) of the text, with its features.
type Unit struct {
	Start, End          int32
	firstPiece          int32 // in Text.pieces
	pieces              uint8
	Shape, Quote, Break uint8
}

// Text is a text in units. It does not change.
type Text struct {
	Units  []Unit
	pieces []int32
}

// Pieces are the pieces of a unit of the text; their ids in the vocabulary.
func (t *Text) Pieces(u Unit) []int32 { return t.pieces[u.firstPiece:][:u.pieces] }

// alike tells whether the network takes two runs of units for the same.
func (t *Text) alike(a, b []Unit) bool {
	return slices.EqualFunc(a, b, func(x, y Unit) bool {
		return x.Shape == y.Shape && x.Quote == y.Quote && x.Break == y.Break && slices.Equal(t.Pieces(x), t.Pieces(y))
	})
}

// Split cuts a text into units. Bytes that are not UTF-8 are left out, like control characters.
func (m *Model) Split(text string) (*Text, error) {
	if len(text) > min(maxText, math.MaxInt32) {
		return nil, fmt.Errorf("%w: it has %d bytes", ErrTooLong, len(text))
	}
	t := &Text{Units: splitUnits(text)}
	t.pieces = make([]int32, 0, len(t.Units)+len(t.Units)/4)
	last := int32(0)
	for i := range t.Units {
		u := &t.Units[i]
		word := text[u.Start:u.End]
		u.firstPiece = int32(len(t.pieces))
		t.pieces = m.vocabulary.appendPieces(t.pieces, word)
		u.pieces = uint8(len(t.pieces) - int(u.firstPiece))
		u.Shape = shapeOf(word)
		u.Break = breakOf(text[last:u.Start])
		last = u.End
	}
	if len(t.Units) > 0 {
		t.Units[0].Break = BreakParagraph
	}
	markQuotes(text, t.Units)
	return t, nil
}

// class is what a code point does to a unit.
type class uint8

const (
	classSpace class = iota
	classDropped
	classMark
	classIdeograph
	classWord
)

func classOf(r rune) class {
	switch {
	case r < utf8.RuneSelf:
		return classOfASCII(r)
	case unicode.In(r, unicode.Zs, unicode.Zl, unicode.Zp):
		return classSpace
	case r == utf8.RuneError || unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co, unicode.Cs):
		return classDropped
	case unicode.Is(unicode.P, r):
		return classMark
	case isIdeograph(r):
		return classIdeograph
	}
	return classWord
}

func classOfASCII(r rune) class {
	switch {
	case r == ' ' || r == '\t' || r == '\n' || r == '\r':
		return classSpace
	case r < ' ' || r == 0x7f:
		return classDropped
	case r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9':
		return classWord
	}
	return classMark
}

func isIdeograph(r rune) bool {
	for _, block := range [...][2]rune{
		{0x3400, 0x4DBF},
		{0x4E00, 0x9FFF},
		{0xF900, 0xFAFF},
		{0x20000, 0x2A6DF},
		{0x2A700, 0x2CEAF},
		{0x2F800, 0x2FA1F},
	} {
		if r >= block[0] && r <= block[1] {
			return true
		}
	}
	return false
}

// splitUnits finds the units of a text, without their features.
func splitUnits(text string) []Unit {
	units := make([]Unit, 0, len(text)/5+1)
	open := false // the last unit goes on
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		start, end := int32(i), int32(i+size)
		i += size
		switch classOf(r) {
		case classDropped:
		case classSpace:
			open = false
		case classWord:
			if open {
				units[len(units)-1].End = end
				continue
			}
			units, open = append(units, Unit{Start: start, End: end}), true
		default:
			units, open = append(units, Unit{Start: start, End: end}), false
		}
	}
	return units
}
