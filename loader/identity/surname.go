package identity

import (
	"cmp"
	"slices"

	"github.com/newsgraph/newsgraph/graph"
)

// surnames judges which full name a name of one word stands for: a surname, or a first name that is not an ordinary one.
type surnames struct {
	block   string
	singles []*graph.Facts
	full    []*graph.Facts
	names   map[graph.Key]*personName
	places  *atlas
	people  []bearer // of the full names, by first name and surname; made when they are needed
}

// bearer is a person who has the word as surname or as first name.
type bearer struct {
	cluster
	all   []*graph.Facts
	given bool // it is the first name
}

func newSurnames(b *graph.Block, all []*name, places *atlas) *surnames {
	s := &surnames{block: b.Name, places: places, names: make(map[graph.Key]*personName, len(all))}
	for i := range b.Keys {
		f, p := &b.Keys[i], &all[i].person
		s.names[f.Key] = p
		if p.single() && p.generation == "" && !(formalNames[p.first().text] != "" && ordinary(p.first())) {
			s.singles = append(s.singles, f)
		} else if !p.single() && !p.first().letter() {
			s.full = append(s.full, f)
		}
	}
	return s
}

// parts gives one: all full names with the word bear on whom it stands for.
func (s *surnames) parts(of []graph.Key) [][]graph.Key {
	if len(s.singles) == 0 || len(s.full) == 0 {
		return nil
	}
	var keys []graph.Key
	for _, f := range slices.Concat(s.singles, s.full) {
		keys = append(keys, f.Key)
	}
	return onePart(keys, of)
}

// given tells whether it is the first name of the full name for which it is in the block.
func (s *surnames) given(p *personName) bool {
	return s.block != surnameBlock+canonOrWord(p.last()) && !familyFirst[p.first().text]
}

// cluster puts each full name to the first of those before it, in order of their articles, that it fits.
func (s *surnames) cluster() {
	slices.SortFunc(s.full, byArticles)
	for _, f := range s.full {
		p := s.names[f.Key]
		given := s.given(p)
		i := slices.IndexFunc(s.people, func(c bearer) bool {
			return c.given == given && comparePersons(p, s.names[c.best.Key]).score >= 0.75
		})
		if i < 0 {
			i = len(s.people)
			s.people = append(s.people, bearer{cluster: cluster{best: f}, given: given})
		}
		s.people[i].add(f)
		s.people[i].all = append(s.people[i].all, f)
	}
	slices.SortStableFunc(s.people, func(a, b bearer) int { return cmp.Compare(b.articles, a.articles) })
}

// wanted asks for more only where it may be that a name stands for somebody.
func (s *surnames) wanted() []graph.Key {
	s.cluster()
	wanted := map[graph.Key]bool{}
	for _, f := range s.singles {
		c := s.candidates(f)
		if c.of[0].share < unclear {
			continue
		}
		wanted[f.Key] = true
		for i := range c.asked() {
			for _, f := range c.some(i) {
				wanted[f.Key] = true
			}
		}
	}
	return sortedKeys(wanted)
}

func sortedKeys(of map[graph.Key]bool) []graph.Key {
	keys := make([]graph.Key, 0, len(of))
	for key := range of {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}

func (s *surnames) judge() []graph.Judgement {
	s.cluster()
	var out []graph.Judgement
	for _, f := range s.singles {
		if j, ok := s.judgeSingle(f); ok {
			out = append(out, j)
		}
	}
	return out
}

// unclear is the share of the likeliest person below which a single name is not looked into.
const unclear = 0.4

// likely is the score below which nothing is said of a name.
const likely = 0.65

// judgeSingle judges a single name on the person of that name whom most articles mention.
func (s *surnames) judgeSingle(f *graph.Facts) (graph.Judgement, bool) {
	c := s.candidates(f)
	if c.of[0].share < unclear {
		return graph.Judgement{}, false
	}
	s.weigh(f, &c)
	best := 0
	for i := range c.of {
		if c.of[i].share > c.of[best].share {
			best = i
		}
	}
	top, whole := &c.of[best], c.of[best].whole
	here, there := surroundingsOf(f), surroundingsOf(c.some(best)...)
	if here.clash(&there) {
		return graph.Judgement{}, false
	}
	e := evidence{
		contested: len(c.asked()) > 1, articles: top.articles, bare: f.Articles, rest: c.rest(best), share: top.share, shared: here.shared(&there),
		title: here.sameTitle(&there), accompanied: accompanied(f, &there),
	}
	score, why := 0.0, ""
	text := s.names[f.Key].first().text
	switch {
	case c.otherwise == 2: // another spelling is often another surname
	case top.given:
		score, why = e.given(s.relatives(f, s.names[whole.Key]), len(f.Sightings))
	case formalNames[text] == "":
		score, why = e.surname(s.other(text))
	}
	if score == 0 {
		score, why = 0.5+0.3*top.share, "of those with the name, most articles mention this one"
	}
	if score < likely {
		return graph.Judgement{}, false
	}
	return judged(f.Key, whole.Key, score, "surname", both(f.Key, whole.Key)+": "+why+"."), true
}

// accompanied is the share of the sightings in which two or more stand beside the name who stand beside the person too.
func accompanied(f *graph.Facts, person *surroundings) float64 {
	n := 0
	for i := range f.Sightings {
		if one := surroundingsOf(&graph.Facts{Key: f.Key, Sightings: f.Sightings[i : i+1]}); one.shared(person) >= 2 {
			n++
		}
	}
	return float64(n) / float64(max(1, len(f.Sightings)))
}

// relatives counts the sightings of a first name beside somebody with the surname of the full name.
func (s *surnames) relatives(f *graph.Facts, whole *personName) int {
	n := 0
	for _, seen := range f.Sightings {
		if slices.ContainsFunc(seen.With, func(k graph.Key) bool { return bears(k, whole.last().text) }) {
			n++
		}
	}
	return n
}
