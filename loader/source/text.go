package source

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// toText checks that the bytes are text and returns it in UTF-8 with \n at the ends of lines; untouched when raw.
func toText(b []byte, raw bool) (string, error) {
	switch {
	case bytes.IndexByte(b, 0) >= 0:
		return "", fmt.Errorf("%w: it has NUL bytes; give text or JSON", ErrBinary)
	case raw && !utf8.Valid(b):
		return "", fmt.Errorf("%w: it is not UTF-8, and raw text is not converted; convert it first", ErrEncoding)
	}
	s, err := string(b), error(nil)
	if !raw {
		s, err = toUTF8(b)
	}
	switch {
	case err != nil:
		return "", err
	case strings.TrimFunc(s, blank) == "":
		return "", fmt.Errorf("%w: there is nothing in it but space", ErrEmpty)
	case raw || strings.IndexByte(s, '\r') < 0:
		return s, nil
	}
	return strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n"), nil
}

// blank tells space and the marks that show nothing.
func blank(r rune) bool { return unicode.IsSpace(r) || r == '\ufeff' || r == '\u200b' }

// controls counts the control characters that no text has.
func controls(b []byte) int {
	n := 0
	for _, c := range b {
		if c < 0x20 && (c < '\t' || c > '\r') {
			n++
		}
	}
	return n
}

// toUTF8 decodes the bytes that are not UTF-8 as Windows-1252, one by one, so that a text in UTF-8 with a few bad bytes keeps
// the rest. It refuses what does not look like text of that encoding.
func toUTF8(b []byte) (string, error) {
	if controls(b)*50 > len(b) {
		return "", fmt.Errorf("%w: too many control characters; give text or JSON", ErrBinary)
	}
	if utf8.Valid(b) {
		return string(b), nil
	}
	out := make([]byte, 0, len(b)+len(b)/8)
	odd := 0
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		if r == utf8.RuneError && n == 1 {
			if b[0] >= 0xc0 { // a letter; below are the marks
				odd++
			}
			r = charmap.Windows1252.DecodeByte(b[0])
			if r == utf8.RuneError { // one of five bytes that Windows-1252 leaves free
				return "", fmt.Errorf("%w: it is neither UTF-8 nor Windows-1252; convert it to UTF-8", ErrEncoding)
			}
			out = utf8.AppendRune(out, r)
		} else {
			out = append(out, b[:n]...)
		}
		b = b[n:]
	}
	// In a western language fewer than one letter in five is above ASCII.
	if odd*5 > utf8.RuneCount(out) {
		return "", fmt.Errorf("%w: it is neither UTF-8 nor Windows-1252; convert it to UTF-8", ErrEncoding)
	}
	return string(out), nil
}

// kindOf returns the sentinel of the error.
func kindOf(err error) error {
	for _, kind := range []error{ErrEmpty, ErrBinary, ErrEncoding, ErrNoText, ErrJSON, ErrHTML, ErrTooLarge} {
		if errors.Is(err, kind) {
			return kind
		}
	}
	return err
}
