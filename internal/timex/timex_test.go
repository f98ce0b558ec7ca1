package timex_test

import (
	"testing"
	"time"

	"github.com/newsgraph/newsgraph/eval/halves"
	"github.com/newsgraph/newsgraph/eval/times"
	"github.com/newsgraph/newsgraph/internal/timex"
)

// TestDev holds how much of the dev half is read right; `newsgraph eval times-test` scores the test half.
func TestDev(t *testing.T) {
	t.Parallel()
	cases, err := times.Load(halves.Dev)
	if err != nil {
		t.Fatal(err)
	}
	wrong := 0
	for _, c := range cases {
		from, to := placed(&c)
		if !from.Equal(c.From) || !to.Equal(c.To) {
			wrong++
			t.Logf("%s: %q is %v to %v, want %v to %v", c.Published, c.Text[c.Start:c.End], from, to, c.From, c.To)
		}
	}
	if share := 1 - float64(wrong)/float64(len(cases)); share < 0.95 {
		t.Errorf("%.1f %% of the dev half are right, should be 95", 100*share)
	}
}

// placed gives the days of the expression that shares a byte with the marked passage.
func placed(c *times.Case) (from, to time.Time) {
	r := timex.NewReader(c.Published)
	at := 0
	for _, sentence := range sentences(c.Text) {
		for _, e := range r.Sentence(sentence) {
			if at+e.Start < c.End && c.Start < at+e.End {
				return e.From, e.To
			}
		}
		at += len(sentence)
	}
	return time.Time{}, time.Time{}
}

// sentences cuts a text behind full stops that a capital follows.
func sentences(text string) []string {
	var out []string
	start := 0
	for i := 2; i < len(text); i++ {
		if text[i-2:i] == ". " && text[i] >= 'A' && text[i] <= 'Z' {
			out = append(out, text[start:i])
			start = i
		}
	}
	return append(out, text[start:])
}

func TestReaderWithoutDate(t *testing.T) {
	t.Parallel()
	if got := timex.NewReader(time.Time{}).Sentence("It fell on Monday."); got != nil {
		t.Errorf("%v, want nothing", got)
	}
}

// FuzzSentence holds that expressions lie in the sentence, in order and apart, and are whole days.
func FuzzSentence(f *testing.F) {
	for _, s := range []string{
		"from May 3 to", "the eve of the eve of", "early early in 1.2.3", "since the last", "Dec. ٣", "31 February 2015", "2014-15-16",
		"a couple of couple of years ago", "in 500 decades", "later later", "12/13/2014", "the 0th century", "9999-99-99", "will in 400 centuries",
	} {
		f.Add(s)
	}
	published := time.Date(2016, 2, 29, 13, 0, 0, 0, time.UTC)
	f.Fuzz(func(t *testing.T, s string) {
		r, end := timex.NewReader(published), 0
		r.Sentence(s) // gives the second reading something to count from
		for _, e := range r.Sentence(s) {
			if e.Start < end || e.End <= e.Start || e.End > len(s) {
				t.Fatalf("%q: bytes [%d, %d) after %d", s, e.Start, e.End, end)
			}
			if !e.From.Before(e.To) || e.From.Truncate(24*time.Hour) != e.From || e.To.Truncate(24*time.Hour) != e.To {
				t.Fatalf("%q: days from %v to %v", s, e.From, e.To)
			}
			end = e.End
		}
	})
}
