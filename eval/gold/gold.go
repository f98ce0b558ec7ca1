// Package gold reads gold data in the formats of public data sets: names as token and tag a line, attributions as JSON
// lines, coreference as CoNLL-U. It gives texts with byte spans; it scores nothing, and holds no data.
package gold

import (
	"bufio"
	"errors"
	"fmt"
	"io"

	"github.com/newsgraph/newsgraph/loader/article"
)

// ErrFormat is returned for data that are not in the format. The error names the file and the line.
var ErrFormat = errors.New("malformed gold data")

// maxLine is the longest line that is read, in bytes: a line can be an article.
const maxLine = 1 << 26

// lines calls yield for each line with its number, from 1, and puts file and line before its errors.
func lines(name string, r io.Reader, yield func(n int, line string) error) error {
	s := bufio.NewScanner(r)
	s.Buffer(nil, maxLine)
	n := 0
	for s.Scan() {
		n++
		if err := yield(n, s.Text()); err != nil {
			return fmt.Errorf("%s:%d: %w", name, n, err)
		}
	}
	switch err := s.Err(); {
	case errors.Is(err, bufio.ErrTooLong):
		return fmt.Errorf("%s:%d: %w: a line of more than %d bytes", name, n+1, ErrFormat, maxLine)
	case err != nil:
		return fmt.Errorf("%s:%d: %w", name, n+1, err)
	}
	return nil
}

// malformed says what is wrong with a line.
func malformed(format string, args ...any) error {
	return fmt.Errorf("%w: %s", ErrFormat, fmt.Sprintf(format, args...))
}

// clip shortens a string from the data for an error.
func clip(s string) string {
	const most = 60
	if len(s) <= most {
		return s
	}
	return s[:most] + "…"
}

// ordered tells whether the spans are in order, not empty and apart.
func ordered(spans []article.Span) bool {
	end := 0
	for _, s := range spans {
		if s.Start < end || s.Empty() {
			return false
		}
		end = s.End
	}
	return true
}
