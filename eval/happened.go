package eval

import (
	"hash/fnv"
	"io"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/eval/gold"
	"github.com/newsgraph/newsgraph/loader/article"
	"github.com/newsgraph/newsgraph/loader/event"
)

// loadHappened reads the texts of one half: as the data have no parts of their own, a hash of each text tells its half.
func loadHappened(half uint32) loading {
	return func(_ *Set, name string, r io.Reader) ([]sample, error) {
		texts, err := gold.ReadHappened(name, r)
		if err != nil {
			return nil, err
		}
		stage := event.New()
		var out []sample
		for _, l := range texts {
			if halfOf(l.Text) == half {
				out = append(out, sample{
					article: article.Article{Key: l.ID, Raw: l.Text},
					compare: func(a *article.Article, t *tally) { compareHappened(t, a, stage, &l) },
				})
			}
		}
		return out, nil
	}
}

func halfOf(text string) uint32 {
	h := fnv.New32a()
	_, _ = io.WriteString(h, text) // a hash takes everything
	return h.Sum32() % 2
}

// compareHappened compares the place of the event that the marked word tells: as the stage finds it for that word, and that of the event
// that it gives there, if it gives one.
func compareHappened(t *tally, a *article.Article, stage *event.Stage, l *gold.Happened) {
	got := stage.Place(a, l.Event)
	at := slices.IndexFunc(a.Events, func(e article.EventReport) bool { return e.Type != article.Named && e.Trigger.Overlaps(l.Event) })
	if len(l.Places) == 0 {
		t.rate("place.none", got.Empty())
		return
	}
	var want []string
	for _, p := range l.Places {
		want = append(want, p.Of(a.Text))
	}
	right := !got.Empty() && slices.Contains(want, got.Of(a.Text))
	t.rate("place.exact", right)
	t.rate("place.told", at >= 0)
	if at >= 0 {
		t.rate("place.exact.given-event", a.Events[at].Place >= 0 && slices.ContainsFunc(want, func(w string) bool { return calledSo(a, a.Events[at].Place, w) }))
	}
	if !right {
		class := "another place"
		if got.Empty() {
			class = "place missed"
		}
		t.fault(class, a, got.Of(a.Text), strings.Join(want, " | "), l.Event)
	}
}
