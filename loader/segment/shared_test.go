package segment

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"testing"
	"unicode"

	"github.com/newsgraph/newsgraph/internal/shared"
	"github.com/newsgraph/newsgraph/loader/article"
)

// measured is an article of the measuring set: spans are in characters.
type measured struct {
	Text         string
	Attributions []struct {
		Content [][2]int
		Form    string
	}
}

// TestCoverage holds that nearly all passages that people marked as direct speech lie in quotes. The texts are not part of the
// repository.
func TestCoverage(t *testing.T) {
	t.Parallel()
	f, err := os.Open(shared.Path(t, "data/quotes/polnear.dev.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	direct, covered := 0, 0
	for d := json.NewDecoder(f); ; {
		var m measured
		if err := d.Decode(&m); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		a := segment(t, m.Text)
		check(t, a)
		for _, at := range m.Attributions {
			if at.Form != "direct" {
				continue
			}
			direct++
			if inQuotes(a, at.Content) >= 0.9 {
				covered++
			}
		}
	}
	t.Logf("%d of %d direct passages lie in quotes", covered, direct)
	if covered*100 < direct*99 {
		t.Errorf("only %d of %d direct passages lie in quotes", covered, direct)
	}
}

// inQuotes is the share of the letters of the passages, in characters, that lie in quotes.
func inQuotes(a *article.Article, passages [][2]int) float64 {
	in := make([]bool, len(a.Text))
	for _, q := range a.Quotes {
		for i := q.Span.Start; i < q.Span.End; i++ {
			in[i] = true
		}
	}
	letters, quoted, n := 0, 0, 0
	for i, r := range a.Text {
		for _, p := range passages {
			if p[0] <= n && n < p[1] && unicode.IsLetter(r) {
				letters++
				if in[i] {
					quoted++
				}
			}
		}
		n++
	}
	return float64(quoted) / float64(max(letters, 1))
}
