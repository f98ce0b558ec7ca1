// Package events is the gold data for coded events: invented sentences with what they report, marked by hand. README.md
// beside it has the rules of marking.
package events

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

// Case is a sentence with the events that it reports.
type Case struct {
	ID        string
	Published time.Time // the article's day, UTC
	Text      string
	Events    []Event
}

// Event is one of them. Participants, place and reporter are words of the sentence, "" where there is none.
type Event struct {
	Type, Trigger, Actor, Recipient, Place string
	// From ≤ t < To are its days, UTC; both are zero where the sentence does not tell.
	From, To           time.Time
	Status, ReportedBy string
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
		c.ID = fmt.Sprintf("events-%s-%d", half, i+1)
		out = append(out, c)
	}
	return out, nil
}

func parse(line string) (c Case, err error) {
	f := strings.Split(line, "\t")
	if len(f) < 2 {
		return c, errors.New("no sentence")
	}
	c.Text = f[1]
	if c.Published, err = time.Parse(time.DateOnly, f[0]); err != nil {
		return c, err
	}
	for _, column := range f[2:] {
		e, err := parseEvent(column, c.Text)
		if err != nil {
			return c, err
		}
		c.Events = append(c.Events, e)
	}
	return c, nil
}

func parseEvent(column, text string) (e Event, err error) {
	f := strings.Split(column, ";")
	if len(f) != 9 {
		return e, fmt.Errorf("%d fields of an event, should be 9", len(f))
	}
	for i := range f {
		if f[i] == "-" {
			f[i] = ""
		}
	}
	e = Event{Type: f[0], Trigger: f[1], Actor: f[2], Recipient: f[3], Place: f[4], Status: f[7], ReportedBy: f[8]}
	for _, words := range []string{e.Trigger, e.Actor, e.Recipient, e.Place, e.ReportedBy} {
		if !strings.Contains(text, words) {
			return e, fmt.Errorf("%q is not in the sentence", words)
		}
	}
	if f[5] == "" {
		return e, nil
	}
	if e.From, err = time.Parse(time.DateOnly, f[5]); err != nil {
		return e, err
	}
	last, err := time.Parse(time.DateOnly, f[6])
	e.To = last.AddDate(0, 0, 1)
	return e, err
}
