package identity

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/graph/fold"
)

// The weights of what articles say.
const (
	telling = 4 // how many times likelier what stands beside a person makes the person
	prior   = 2 // for how many sightings the numbers of articles count
	rounds  = 8
)

// weigh changes the shares of those who are asked of: to what the numbers of articles say comes what each of the single name's sightings says,
// and what that says of the sightings that say nothing. (It is expectation maximisation of a mixture with a Dirichlet prior.)
func (s *surnames) weigh(f *graph.Facts, c *candidates) {
	asked := c.asked()
	if len(asked) == 1 || len(f.Sightings) == 0 {
		return
	}
	circles := make([]circle, len(asked))
	numbers := make([]float64, len(asked))
	for i := range asked {
		circles[i], numbers[i] = newCircle(&asked[i], s.names[asked[i].whole.Key]), asked[i].share
	}
	votes := make([]int, len(f.Sightings))
	for i := range votes {
		votes[i] = vote(f.Key, &f.Sightings[i], circles)
	}
	for range rounds {
		sums := make([]float64, len(asked))
		for _, v := range votes {
			var all float64
			for i := range asked {
				all += likelihood(&asked[i], i == v)
			}
			for i := range asked {
				sums[i] += likelihood(&asked[i], i == v) / all
			}
		}
		for i := range asked {
			asked[i].share = (prior*numbers[i] + sums[i]) / float64(prior+len(votes))
		}
	}
}

func likelihood(c *candidate, voted bool) float64 {
	if voted {
		return telling * c.share
	}
	return c.share
}

// circle is what stands beside a person.
type circle struct {
	given   []string // the first and middle names
	surname string   // where a first name may stand for the person
	with    map[graph.Key]bool
	titles  map[string]bool // words of titles
}

func newCircle(of *candidate, p *personName) circle {
	c, f := circle{with: map[graph.Key]bool{}, titles: map[string]bool{}}, of.whole
	if of.given {
		c.surname = p.last().text
	}
	for _, w := range p.words[:len(p.words)-1] {
		c.given = append(c.given, w.text)
	}
	for _, seen := range f.Sightings {
		for _, k := range seen.With {
			c.with[k] = true
		}
		for _, t := range seen.Titles {
			for _, w := range fold.Words(t.Title) {
				c.titles[longTitle(w)] = true
			}
		}
	}
	return c
}

// longTitle is the title that an abbreviation stands for.
func longTitle(w string) string {
	switch w {
	case "sen":
		return "senator"
	case "gov":
		return "governor"
	case "rep", "congressman", "congresswoman":
		return "representative"
	}
	return w
}

// vote tells of which of the circles a sighting is, or -1.
func vote(key graph.Key, seen *graph.Sighting, circles []circle) int {
	points := make([]int, len(circles))
	for i := range circles {
		points[i] = circles[i].points(key, seen, circles)
	}
	best := 0
	for i := range points {
		if points[i] > points[best] {
			best = i
		}
	}
	for i := range points {
		if i != best && points[best] < 2*points[i] || points[best] < 2 {
			return -1
		}
	}
	return best
}

// points counts what a sighting has with this circle and none of the others; a title, or a first name of the person alone, counts much.
func (c *circle) points(key graph.Key, seen *graph.Sighting, circles []circle) int {
	const much = 5
	n := 0
	for _, k := range seen.With {
		switch {
		case k == key:
		case k.Kind() == graph.KindPerson && c.calls(k.Name()) || bears(k, c.surname):
			n += much
		case c.with[k] && !slices.ContainsFunc(circles, func(o circle) bool { return !c.same(&o) && o.with[k] }):
			n++
		}
	}
	for _, t := range seen.Titles {
		for _, w := range fold.Words(t.Title) {
			if w = longTitle(w); c.titles[w] && !slices.ContainsFunc(circles, func(o circle) bool { return !c.same(&o) && o.titles[w] }) {
				n += much
			}
		}
	}
	return n
}

func (c *circle) same(o *circle) bool { return slices.Equal(c.given, o.given) }

// bears tells whether the person has the surname.
func bears(person graph.Key, surname string) bool {
	name := person.Name()
	return surname != "" && person.Kind() == graph.KindPerson && (name == surname || strings.HasSuffix(name, " "+surname))
}

// calls tells whether the name is the person's first names.
func (c *circle) calls(name string) bool {
	words := strings.Fields(name)
	return len(words) <= len(c.given) && words[0] == c.given[0] && !slices.ContainsFunc(words, func(w string) bool { return !slices.Contains(c.given, w) })
}
