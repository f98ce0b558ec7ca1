package toponym_test

import (
	"testing"

	"github.com/newsgraph/newsgraph/internal/gazetteer"
	"github.com/newsgraph/newsgraph/internal/toponym"
)

func TestUsual(t *testing.T) {
	t.Parallel()
	g := gazetteer.Open()
	r := toponym.New(g)
	for name, want := range map[string]string{
		"Paris": "Paris CITY Île-de-France FR", "Kiev": "Kyiv CITY Kyiv UA", "Kyiv": "Kyiv CITY Kyiv UA", "Niger": "Niger COUNTRY",
		"Luxembourg": "Luxembourg COUNTRY", "Panama": "Panama COUNTRY", "Lebanon": "Lebanon COUNTRY", "Texas": "Texas REGION US",
		"Alexandria": "Alexandria CITY Al Iskandarīyah EG", "Berlin": "Berlin CITY Berlin DE", "Burma": "Myanmar COUNTRY",
		"Washington": "Washington CITY District of Columbia US", "Quebec": "Quebec REGION CA", "Northern Iraq": "none", "Middle East": "none", "EU": "none", "Qwxyz": "none", "": "none",
	} {
		if got := readable(g, toponym.Place{ID: r.Usual(name)}); got != want {
			t.Errorf("Usual(%q) is %s, want %s", name, got, want)
		}
	}
}
