package hardwrap

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestJoins(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		lines string
		want  []bool
	}{
		"one line": {"The harbour is closed.", nil},
		"wrapped": {
			"The harbour of Velin was closed on Monday after a storm tore two cranes\nfrom their rails, the port authority said. Nobody was hurt, and the\nFerries sailed.",
			[]bool{true, true},
		},
		"wrapped, two paragraphs": {
			"The harbour of Velin was closed on Monday after a storm tore two cranes\nfrom their rails.\nNobody was hurt, and the ferries sailed, the port authority said in a\nstatement.",
			[]bool{true, false, true},
		},
		"paragraphs of one sentence": {
			"The harbour of Velin was closed on Monday, officials said.\nNobody was hurt when two cranes fell, the police said.\nThe ferries sailed.",
			[]bool{false, false},
		},
		"long paragraphs": {strings.Repeat("long ", 40) + "\n" + strings.Repeat("line ", 40), []bool{false}},
		"headlines":       {"The harbour of Velin is closed after a storm in the night of Monday\nTwo cranes fall from their rails as wind grows to a hundred knots", []bool{false}},
		"headline, date":  {"The harbour of Velin is closed after a storm in the night of Monday\n25 Dec 2031", []bool{false}},
		"goes on":         {"The harbour of Velin is closed after the storm of the night\nof Monday and the day that followed it", []bool{true}},
		"narrow":          {"Rain,\nwind and\nwaves.", []bool{false, false}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(test.want, Joins(strings.Split(test.lines, "\n"))); diff != "" {
				t.Error(diff)
			}
		})
	}
}
