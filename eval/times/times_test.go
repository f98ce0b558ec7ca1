package times_test

import (
	"testing"

	"github.com/newsgraph/newsgraph/eval/halves"
	"github.com/newsgraph/newsgraph/eval/times"
)

func TestHalves(t *testing.T) {
	t.Parallel()
	for _, half := range []halves.Half{halves.Dev, halves.Test} {
		cases, err := times.Load(half)
		if err != nil {
			t.Fatal(err)
		}
		none := 0
		for _, c := range cases {
			if c.Start >= c.End || c.End > len(c.Text) || !c.From.Before(c.To) && c.Precision != "" {
				t.Errorf("%s: %+v", c.ID, c)
			}
			if c.Precision == "" {
				none++
			}
		}
		if len(cases)-none < 100 || none < 10 {
			t.Errorf("%s: %d times, %d that are none", half, len(cases)-none, none)
		}
	}
	if _, err := times.Load("third"); err == nil {
		t.Error("a third half")
	}
}
