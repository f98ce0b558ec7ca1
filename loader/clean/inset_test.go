package clean

import (
	"strings"
	"testing"
	"time"

	"github.com/newsgraph/newsgraph/loader/article"
)

func TestInsets(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ raw, want string }{
		"headlines glued to the name": {
			"Senator Jo Alder Josephine (Jo) May AlderHarbour bill fails Alder to run again: report MORE (Ind.) said that the herring was safe.",
			"Senator Jo Alder (Ind.) said that the herring was safe.",
		},
		"the name comes again at once": {
			"President Alder Josephine May AlderAlder faces the fishermen MORE’s treaty was signed, Tom McVane Tom McVane2031 plans for the port MORE said.",
			"President Alder’s treaty was signed, Tom McVane said.",
		},
		"no headlines": {
			"Senator Jo Alder Josephine May AlderMORE (Ind.) said that the herring was safe.",
			"Senator Jo Alder (Ind.) said that the herring was safe.",
		},
		"a quote mark after the name": {
			"It was Ada Novak Ada Maria Novak'Never again,' says Novak in Velin MORE, the minister, who signed the treaty on the herring.",
			"It was Ada Novak, the minister, who signed the treaty on the herring.",
		},
		"no MORE":                  {"Senator Jo Alder Josephine May AlderHarbour said on Monday that the herring treaty was safe and well.", ""},
		"MORE is part of the text": {"Jo Alder wants MORE herring, and Ada Novak of McNovak Fisheries wants it too, said the foreign ministry on Monday.", ""},
		"another word between":     {"Jo Alder met the head of AlderTech on Monday, and asked for MORE herring in the harbour of Velin, the ministry said.", ""},
		"another name":             {"Jo Alder of Velin and Tom VaneHarbour signed MORE than one treaty on Monday, the foreign ministry said in Velin.", ""},
		"MORE is too far away":     {"Jo Alder Jo May AlderHarbour " + strings.Repeat("said the herring ", 60) + "MORE.", ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			want := c.want
			if want == "" {
				want = c.raw
			}
			if got := cleaned(t, &article.Article{Raw: c.raw}).Text; got != want {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}

// TestInsetsInLinearTime has texts in which all words could be glued to a name.
func TestInsetsInLinearTime(t *testing.T) {
	t.Parallel()
	for name, part := range map[string]string{
		"one word":   "AlderAlder",
		"many words": "Jo Alder Jo AlderHarbour ",
		"many ends":  "Jo Alder Jo AlderHarbour MOREOVER ",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			spent := func(n int) time.Duration {
				raw := "Jo Alder said MORE. " + strings.Repeat(part, n/len(part)) + "."
				u := newUnit(raw, article.Span{End: len(raw)})
				start := time.Now()
				u.insets(raw)
				return time.Since(start)
			}
			spent(100_000)
			if small, large := spent(200_000), spent(2_000_000); large > 40*small+time.Second {
				t.Errorf("200 KB take %v, 2 MB %v", small, large)
			}
		})
	}
}
