// Package halves is what the gold data of our own have in common: they come in two halves, one to tune on and one whose scores alone
// are looked at.
package halves

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
)

// ErrGold is returned for gold data that are not as the README beside them says.
var ErrGold = errors.New("gold data are broken")

// Half is one of the two halves of the data.
type Half string

// The halves: tune on Dev; look at the score of Test only.
const (
	Dev  Half = "dev"
	Test Half = "test"
)

// Lines reads the half that lies in the file "HALF.ext", a case a line; parse is also told the number of its line, from 1. It returns
// [ErrGold] for a half that is not there and for a line that parse refuses.
func Lines[C any](files fs.FS, half Half, ext string, parse func(n int, line string) (C, error)) ([]C, error) {
	name := string(half) + "." + ext
	raw, err := fs.ReadFile(files, name)
	if err != nil {
		return nil, fmt.Errorf("%w: half %q: %w", ErrGold, half, err)
	}
	var out []C
	for i, line := range strings.Split(strings.TrimSuffix(string(raw), "\n"), "\n") {
		c, err := parse(i+1, line)
		if err != nil {
			return nil, fmt.Errorf("%w: %s, line %d: %w", ErrGold, name, i+1, err)
		}
		out = append(out, c)
	}
	return out, nil
}
