package statement_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// TestTexts takes whole texts of several styles through all stages, from raw text to statements.
func TestTexts(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name, text string
		want       []string
	}{
		{
			"agency",
			"OSLO, June 13 (Fjord News) – Norwegian Trade Minister Anna Larsen told Reuters on Thursday that Norway would not sign the treaty.\n\n" +
				"\"We were not asked,\" the minister said. She added that Sweden “did not call once.”\n\n" +
				"According to Larsen, the talks in Geneva have failed.\n",
			[]string{
				"INDIRECT Anna Larsen > Reuters: Norway would not sign the treaty ~ Norway/named-subject @ 2031-06-12",
				"DIRECT Anna Larsen: We were not asked",
				"MIXED Anna Larsen: Sweden “did not call once.” ~ Sweden/named-subject",
				"INDIRECT Anna Larsen: the talks in Geneva have failed ~ Geneva/place",
			},
		},
		{
			"split quotation, inversion, floating paragraph",
			"Mayor Peter Holt opened the bridge on Monday.\n\n“It took nine years,” said Holt, “and nobody apologised.”\n\n“I do not expect them to apologise now.”\n",
			[]string{
				"DIRECT Peter Holt: It took nine years | and nobody apologised.",
				"DIRECT Peter Holt: I do not expect them to apologise now. running-speaker",
			},
		},
		{
			"unnamed sources, and a spokesman for a ministry",
			"Two officials said the minister had left. A spokesman for the Defence Ministry denied the report.\n\nLocal residents say they heard shots.\n",
			[]string{
				"INDIRECT (Two officials): the minister had left",
				"INDIRECT (Local residents): they heard shots",
			},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			a := extract(t, test.text, time.Date(2031, 6, 13, 9, 0, 0, 0, time.UTC))
			if diff := cmp.Diff(test.want, show(a)); diff != "" {
				t.Errorf("statements (-want +got):\n%s", diff)
			}
		})
	}
}
