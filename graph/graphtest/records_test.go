package graphtest

import (
	"testing"
)

func TestRecordsAreOfTypicalSize(t *testing.T) {
	t.Parallel()
	const n = 20
	actors, mentions, statements, bytes := 0, 0, 0, 0
	for _, r := range Records(1, n) {
		actors += len(r.Actors)
		for _, a := range r.Actors {
			mentions += len(a.Mentions)
		}
		statements += len(r.Statements)
		bytes += len(r.Text)
	}
	for _, c := range []struct {
		what            string
		got, from, upTo int
	}{
		{"actors", actors / n, 50, 90},
		{"mentions", mentions / n, 110, 160},
		{"statements", statements / n, 15, 15},
		{"bytes", bytes / n, 5000, 8000},
	} {
		if c.got < c.from || c.got > c.upTo {
			t.Errorf("%d %s in an article, want %d to %d", c.got, c.what, c.from, c.upTo)
		}
	}
}
