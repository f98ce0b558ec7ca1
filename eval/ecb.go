package eval

import (
	"io"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/newsgraph/newsgraph/eval/gold"
	"github.com/newsgraph/newsgraph/eval/score"
	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/loader/article"
	"github.com/newsgraph/newsgraph/loader/identity"
)

// topics gathers the articles of each topic, to measure who is the same across them.
type topics struct {
	mu  sync.Mutex
	all map[string]*topic
}

type topic struct {
	records []*graph.Record
	found   []foundMention
}

// foundMention is a mention that has a gold mention.
type foundMention struct {
	chain string
	key   graph.Key
	text  string
	in    string // the article's key
}

// loadTopics reads topics 1 to 35 of ECB+.
func loadTopics(s *Set, name string, r io.Reader) ([]sample, error) {
	texts, err := gold.ReadECB(name, r, 1, 35)
	if err != nil {
		return nil, err
	}
	t := &topics{all: map[string]*topic{}}
	var out []sample
	for _, c := range texts {
		out = append(out, sample{
			article: article.Article{Key: c.ID, Raw: c.Text},
			compare: func(a *article.Article, _ *tally) { t.add(a, c.Mentions) },
		})
	}
	s.finish = t.score
	return out, nil
}

// add notes which of the article's actors the gold mentions are.
func (t *topics) add(a *article.Article, want []gold.Mention) {
	r := identity.Record(a)
	var found []foundMention
	for _, w := range want {
		if key := keyAt(r, w); key != "" {
			found = append(found, foundMention{w.Chain, key, w.Span.Of(a.Text), a.Key})
		}
	}
	name, _, _ := strings.Cut(a.Key, "/")
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.all[name] == nil {
		t.all[name] = &topic{}
	}
	of := t.all[name]
	of.records = append(of.records, r)
	of.found = append(of.found, found...)
}

// keyAt is the key of the actor with the mention that is most like the gold one: equal, or one in the other with the same end.
func keyAt(r *graph.Record, w gold.Mention) (best graph.Key) {
	likest := 0.0
	for _, actor := range r.Actors {
		if actor.Key.Kind() != graph.Kind(w.Kind) {
			continue
		}
		for _, m := range actor.Mentions {
			s := article.Span(m.Span)
			if s.End != w.Span.End || !s.Overlaps(w.Span) {
				continue
			}
			if l := float64(min(s.Len(), w.Span.Len())) / float64(max(s.Len(), w.Span.Len())); l > likest {
				best, likest = actor.Key, l
			}
		}
	}
	return best
}

// score compares the groups that the rules make in each topic with the gold chains.
func (t *topics) score(total *tally) {
	for _, name := range slices.Sorted(maps.Keys(t.all)) {
		of := t.all[name]
		groups := graph.Groups(nil, graph.JudgeAll(identity.Rules(), of.records))
		for _, kind := range []graph.Kind{"", graph.KindPerson, graph.KindOrganization} {
			var found, want []string
			for _, m := range of.found {
				if kind == "" || m.key.Kind() == kind {
					found, want = append(found, string(group(groups, m.key))), append(want, m.chain)
				}
			}
			measure := "entities.b3"
			if kind != "" {
				measure += "." + strings.ToLower(string(kind))
			}
			total.cluster(measure, score.CountClusters(found, want))
		}
		of.faults(total, groups)
	}
}

func group(groups map[graph.Key]graph.Key, key graph.Key) graph.Key {
	if g := groups[key]; g != "" {
		return g
	}
	return key
}

// faults lists the chains that are in several groups, and the groups that have several chains.
func (of *topic) faults(total *tally, groups map[graph.Key]graph.Key) {
	chains, entities := map[string]map[string]bool{}, map[string]map[string]bool{}
	in := map[string]string{}
	for _, m := range of.found {
		g := string(group(groups, m.key))
		for _, side := range []struct {
			of          map[string]map[string]bool
			from, other string
		}{{chains, m.chain, string(m.key)}, {entities, g, m.chain + " " + m.text}} {
			if side.of[side.from] == nil {
				side.of[side.from] = map[string]bool{}
			}
			side.of[side.from][side.other] = true
		}
		in[m.chain], in[g] = m.in, m.in
	}
	for _, c := range slices.Sorted(maps.Keys(chains)) {
		different := map[graph.Key]bool{}
		for key := range chains[c] {
			different[group(groups, graph.Key(key))] = true
		}
		if len(different) > 1 {
			total.faults = append(total.faults, Fault{
				Class: "one kept apart", Article: in[c], Got: strings.Join(slices.Sorted(maps.Keys(chains[c])), " | "), Want: c,
			})
		}
	}
}
