// Package times is the gold data for time expressions: invented sentences, each with the days that an expression
// in it means. README.md beside it has the rules of marking.
package times

import (
	"embed"
	"errors"
	"fmt"
	"strings"
	"time"
)

//go:embed dev.tsv test.tsv
var files embed.FS

// ErrGold is returned for gold data that are not as the README says.
var ErrGold = errors.New("gold data are broken")

// Half is one of the two halves of the data.
type Half string

// The halves: tune on Dev; look at the score of Test only.
const (
	Dev  Half = "dev"
	Test Half = "test"
)

// Case is a sentence, or a few, with a marked passage.
type Case struct {
	ID        string
	Published time.Time // the article's day, UTC
	Text      string
	// Start and End are the bytes of the passage.
	Start, End int
	// From ≤ t < To are its days, UTC; both are zero for a passage that only looks like a time.
	From, To  time.Time
	Precision string // DAY, WEEK, MONTH or YEAR; "" without days
}

// Load reads a half. It returns [ErrGold] for a line that is not as the README says.
func Load(half Half) ([]Case, error) {
	raw, err := files.ReadFile(string(half) + ".tsv")
	if err != nil {
		return nil, fmt.Errorf("%w: half %q: %w", ErrGold, half, err)
	}
	var out []Case
	for i, line := range strings.Split(strings.TrimSuffix(string(raw), "\n"), "\n") {
		c, err := parse(line)
		if err != nil {
			return nil, fmt.Errorf("%w: %s.tsv, line %d: %w", ErrGold, half, i+1, err)
		}
		c.ID = fmt.Sprintf("times-%s-%d", half, i+1)
		out = append(out, c)
	}
	return out, nil
}

func parse(line string) (c Case, err error) {
	f := strings.Split(line, "\t")
	if len(f) != 5 {
		return c, fmt.Errorf("%d columns, should be 5", len(f))
	}
	before, rest, ok := strings.Cut(f[1], "[")
	passage, after, closed := strings.Cut(rest, "]")
	if !ok || !closed {
		return c, errors.New("no passage in [ ]")
	}
	c.Text, c.Start, c.End = before+passage+after, len(before), len(before)+len(passage)
	if c.Published, err = time.Parse(time.DateOnly, f[0]); err != nil || f[2] == "-" {
		return c, err
	}
	if c.From, err = time.Parse(time.DateOnly, f[2]); err != nil {
		return c, err
	}
	last, err := time.Parse(time.DateOnly, f[3])
	c.To, c.Precision = last.AddDate(0, 0, 1), f[4]
	return c, err
}
