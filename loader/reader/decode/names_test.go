package decode

import (
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/loader/reader/encoder"
)

func TestWholeNames(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		words []string // a glued one begins with "+"
		names []encoder.Range
		want  []string
	}{
		"cut before the apostrophe":    {[]string{"Teo", "O", "+’", "+Dair", "+’", "+s", "aide"}, []encoder.Range{{Start: 0, End: 2}}, []string{"Teo O’Dair"}},
		"the rest is a name by itself": {[]string{"Teo", "O", "+'", "+Dair", "spoke"}, []encoder.Range{{Start: 0, End: 2}, {Start: 3, End: 4}}, []string{"Teo O'Dair"}},
		"the owner's mark":             {[]string{"Teo", "Al", "+’", "+s", "aide"}, []encoder.Range{{Start: 0, End: 2}}, []string{"Teo Al"}},
		"a quote mark":                 {[]string{"‘", "+Teo", "+’", "+Dair", "said"}, []encoder.Range{{Start: 1, End: 2}}, []string{"Teo"}},
		"another word":                 {[]string{"Teo", "O", "’", "Dair"}, []encoder.Range{{Start: 0, End: 2}}, []string{"Teo O"}},
		"an acronym":                   {[]string{"EU", "+’", "+Dair"}, []encoder.Range{{Start: 0, End: 1}}, []string{"EU"}},
		"the end":                      {[]string{"Teo", "O"}, []encoder.Range{{Start: 0, End: 2}}, []string{"Teo O"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := sectionOf(c.words)
			var names []found
			for _, r := range c.names {
				names = append(names, found{Range: r})
			}
			var got []string
			for _, f := range s.whole(names) {
				got = append(got, s.text[s.units[f.Start].Start:s.units[f.End-1].End])
			}
			if diff := gocmp.Diff(c.want, got); diff != "" {
				t.Errorf("names (-want +got):\n%s", diff)
			}
		})
	}
}

// sectionOf makes a section without scores; words that begin with "+" are glued to those before them.
func sectionOf(words []string) *section {
	s := &section{}
	for _, w := range words {
		u := encoder.Unit{Break: encoder.BreakSpace, Shape: encoder.ShapeTitle}
		if w[0] == '+' {
			w, u.Break = w[1:], encoder.BreakGlued
		} else {
			s.text += " "
		}
		switch w {
		case "EU":
			u.Shape = encoder.ShapeCaps
		case "s", "spoke", "aide", "said":
			u.Shape = encoder.ShapeLower
		}
		u.Start = int32(len(s.text))
		s.text += w
		u.End = int32(len(s.text))
		s.units = append(s.units, u)
	}
	return s
}
