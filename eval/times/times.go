// Package times is the gold data for time expressions: invented sentences, each with the days that an expression
// in it means. README.md beside it has the rules of marking.
package times

import (
	"embed"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/newsgraph/newsgraph/eval/halves"
)

//go:embed dev.tsv test.tsv
var files embed.FS

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

// Load reads a half. It returns [halves.ErrGold] for a line that is not as the README says.
func Load(half halves.Half) ([]Case, error) {
	return halves.Lines(files, half, "tsv", func(n int, line string) (Case, error) {
		c, err := parse(line)
		c.ID = fmt.Sprintf("times-%s-%d", half, n)
		return c, err
	})
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
