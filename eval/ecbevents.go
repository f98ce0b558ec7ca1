package eval

import (
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/newsgraph/newsgraph/eval/gold"
	"github.com/newsgraph/newsgraph/eval/score"
	"github.com/newsgraph/newsgraph/loader/article"
	"github.com/newsgraph/newsgraph/loader/identity"
)

// happenings gathers the coded events of each topic, to measure which are one across articles.
type happenings struct {
	mu  sync.Mutex
	all map[string]*happening
}

// happening is the events of a topic.
type happening struct {
	reports []identity.EventFacts
	found   []foundEvent
}

// foundEvent is a report that has a gold mention.
type foundEvent struct {
	report    int
	chain, in string
	linked    bool // other mentions are of the same chain, for all that is known
}

// loadHappenings reads the topics from first to last of ECB+.
func loadHappenings(first, last int) loading {
	return func(s *Set, name string, r io.Reader) ([]sample, error) {
		texts, err := gold.ReadECB(name, r, first, last)
		if err != nil {
			return nil, err
		}
		h := &happenings{all: map[string]*happening{}}
		var out []sample
		for _, c := range texts {
			out = append(out, sample{
				article: article.Article{Key: c.ID, Raw: c.Text},
				compare: func(a *article.Article, t *tally) { h.add(a, c.Events, t) },
			})
		}
		s.finish = h.score
		return out, nil
	}
}

// add notes which of the article's events the gold mentions are.
func (h *happenings) add(a *article.Article, want []gold.Mention, t *tally) {
	var of happening
	for i, f := range identity.FactsOfEvents(a) {
		if a.Events[i].Type == article.Named {
			continue
		}
		of.reports = append(of.reports, f)
		at := slices.IndexFunc(want, func(w gold.Mention) bool { return w.Span.Overlaps(a.Events[i].Trigger) })
		t.rate("events.told", at >= 0)
		if at >= 0 {
			chain := want[at].Chain
			of.found = append(of.found, foundEvent{len(of.reports) - 1, chain, a.Key, !strings.HasPrefix(chain, a.Key+"/")})
		}
	}
	name, _, _ := strings.Cut(a.Key, "/")
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.all[name] == nil {
		h.all[name] = &happening{}
	}
	h.all[name].add(&of)
}

func (h *happening) add(o *happening) {
	for _, f := range o.found {
		f.report += len(h.reports)
		h.found = append(h.found, f)
	}
	h.reports = append(h.reports, o.reports...)
}

// score compares the groups that the rules make in each topic with the gold chains.
func (h *happenings) score(total *tally) {
	for _, name := range slices.Sorted(maps.Keys(h.all)) {
		of := h.all[name]
		groups := identity.GroupEvents(of.reports)
		for _, linkedOnly := range []bool{false, true} {
			var found, want []string
			for _, e := range of.found {
				if e.linked || !linkedOnly {
					found, want = append(found, strconv.Itoa(groups[e.report])), append(want, e.chain)
				}
			}
			measure := "events.b3"
			if linkedOnly {
				measure += ".linked"
			}
			total.cluster(measure, score.CountClusters(found, want))
		}
		of.faults(total, groups)
	}
}

// faults lists the pairs that are together or apart and should not be.
func (h *happening) faults(total *tally, groups []int) {
	for i, x := range h.found {
		for _, y := range h.found[:i] {
			a, b := &h.reports[x.report], &h.reports[y.report]
			together, same := groups[x.report] == groups[y.report], x.chain == y.chain
			if together == same || x.report == y.report || !together && a.Type != b.Type {
				continue
			}
			class := "two events taken for one"
			if same {
				class = "one event taken for two"
			}
			_, why := identity.CompareEvents(a, b)
			total.faults = append(total.faults, Fault{Class: class, Article: x.in, Got: a.String() + " | " + b.String(), Want: x.chain, Around: why})
		}
	}
}
