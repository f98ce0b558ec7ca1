package identity

import (
	"cmp"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
)

// candidate is a bearer for whom a single name may stand.
type candidate struct {
	*bearer
	whole *graph.Facts // the full name that has the single one in its very spelling
	n     int          // how many articles have such a full name
	share float64      // of the single name, from 0 to 1
}

// weight is how often one speaks of the person by the single name. Who is known twice as well is so called more than twice as often, as others need
// another name to be told apart; and news call people by their surnames.
func (c *candidate) weight() float64 {
	n := float64(c.n)
	if c.given {
		n /= 2
	}
	return n * n
}

// candidates are those for whom a single name may stand.
type candidates struct {
	of        []candidate // the likeliest first
	otherwise int         // 0: they have the single name in its very spelling, 1: but for doubled letters, 2: in another spelling
}

// maxRivals is how many others with the name are weighed by what articles say.
const maxRivals = 2

// candidates gives those who have the name in its very spelling, with its particles; where there are none, all.
func (s *surnames) candidates(f *graph.Facts) candidates {
	text, bare := s.names[f.Key].first().text, " "+withoutTitles(f.Key.Name())
	particled := strings.Contains(bare[1:], " ")
	var c candidates
	for _, same := range []func(graph.Key, *word) bool{
		func(whole graph.Key, w *word) bool {
			return w.text == text && (!particled || strings.HasSuffix(whole.Name(), bare))
		},
		func(_ graph.Key, w *word) bool { return !particled && undouble(w.text) == undouble(text) },
		func(graph.Key, *word) bool { return true },
	} {
		for i := range s.people {
			if one := s.candidate(&s.people[i], same); one.n > 0 {
				c.of = append(c.of, one)
			}
		}
		if len(c.of) > 0 {
			break
		}
		c.otherwise++
	}
	slices.SortStableFunc(c.of, func(a, b candidate) int { return cmp.Compare(b.weight(), a.weight()) })
	var all float64
	for i := range c.of {
		all += c.of[i].weight()
	}
	for i := range c.of {
		c.of[i].share = c.of[i].weight() / all
	}
	return c
}

func withoutTitles(name string) string {
	for {
		first, rest, more := strings.Cut(name, " ")
		if !more || !titleWords[first] {
			return name
		}
		name = rest
	}
}

// word is the word of the full name for which it is in the block.
func (s *surnames) word(p *personName, given bool) *word {
	if given || s.block != surnameBlock+canonOrWord(p.last()) {
		return p.first()
	}
	return p.last()
}

func (s *surnames) candidate(b *bearer, same func(graph.Key, *word) bool) candidate {
	c := candidate{bearer: b}
	for _, f := range b.all {
		if same(f.Key, s.word(s.names[f.Key], b.given)) {
			c.n += f.Articles
			if c.whole == nil {
				c.whole = f
			}
		}
	}
	return c
}

// asked are those of whom more has to be known: the likeliest, and others whom many articles mention as well.
func (c *candidates) asked() []candidate {
	n := 1
	for n < min(len(c.of), maxRivals+1) && 4*c.of[n].n >= c.of[0].n {
		n++
	}
	return c.of[:n]
}

// rest is how many articles mention others than the i-th.
func (c *candidates) rest(i int) int {
	n := 0
	for j := range c.of {
		if j != i {
			n += c.of[j].n
		}
	}
	return n
}

// some are the keys of the i-th on which more has to be known.
func (c *candidates) some(i int) []*graph.Facts {
	if i == 0 && !slices.Contains(c.of[0].cluster.some, c.of[0].whole) {
		return append([]*graph.Facts{c.of[0].whole}, c.of[0].cluster.some...)
	}
	if i == 0 {
		return c.of[0].cluster.some
	}
	return []*graph.Facts{c.of[i].whole}
}
