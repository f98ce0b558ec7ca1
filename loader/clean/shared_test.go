package clean

import (
	"os"
	"strings"
	"testing"
	"time"

	"github.com/newsgraph/newsgraph/internal/shared"
	"github.com/newsgraph/newsgraph/loader/article"
)

// TestScrape cleans a real scrape that is not part of the repository.
func TestScrape(t *testing.T) {
	t.Parallel()
	raw, err := os.ReadFile(shared.Path(t, "seed/article.txt"))
	if err != nil {
		t.Fatal(err)
	}
	a := cleaned(t, &article.Article{Raw: string(raw)})
	var why []string
	for _, r := range a.Removed {
		why = append(why, r.Why)
	}
	if got := strings.Join(why, " "); got != "icons date title promo" {
		t.Errorf("removed %s", got)
	}
	if want := time.Date(2017, 12, 25, 11, 6, 0, 0, time.UTC); !a.PublishedAt.Equal(want) {
		t.Errorf("published %v", a.PublishedAt)
	}
	if !strings.HasPrefix(a.Title, "Reports on US training") || strings.Contains(a.Text, a.Title) {
		t.Errorf("title %q", a.Title)
	}
}
