package events_test

import (
	"testing"

	"github.com/newsgraph/newsgraph/eval/events"
	"github.com/newsgraph/newsgraph/eval/halves"
)

func TestHalves(t *testing.T) {
	t.Parallel()
	for _, half := range []halves.Half{halves.Dev, halves.Test} {
		cases, err := events.Load(half)
		if err != nil {
			t.Fatal(err)
		}
		none := 0
		for _, c := range cases {
			if len(c.Events) == 0 {
				none++
			}
		}
		if len(cases) < 75 || 10*none < 3*len(cases)-5 {
			t.Errorf("%s: %d sentences, %d without an event", half, len(cases), none)
		}
	}
	if _, err := events.Load("third"); err == nil {
		t.Error("a third half")
	}
}
