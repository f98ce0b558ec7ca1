// Package events is the gold data for coded events: invented sentences with what they report, marked by hand. README.md
// beside it has the rules of marking.
package events

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

// Load reads a half. It returns [halves.ErrGold] for a line that is not as the README says.
func Load(half halves.Half) ([]Case, error) {
	return halves.Lines(files, half, "tsv", func(n int, line string) (Case, error) {
		c, err := parse(line)
		c.ID = fmt.Sprintf("events-%s-%d", half, n)
		return c, err
	})
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
