package identity

import (
	"cmp"
	"slices"

	"github.com/newsgraph/newsgraph/graph"
)

// surnames judges which full name a name of one word stands for.
type surnames struct {
	singles []*graph.Facts
	full    []*graph.Facts
	names   map[graph.Key]*personName
	people  []cluster // of the full names, by first name and surname; made when they are needed
}

func newSurnames(b *graph.Block, all []*name) *surnames {
	s := &surnames{names: make(map[graph.Key]*personName, len(all))}
	for i := range b.Keys {
		f, p := &b.Keys[i], &all[i].person
		s.names[f.Key] = p
		if p.single() && p.generation == "" && formalNames[p.first().text] == "" {
			s.singles = append(s.singles, f)
		} else if !p.single() && !p.first().letter() {
			s.full = append(s.full, f)
		}
	}
	return s
}

// parts gives one: all full names of a surname bear on whom it stands for.
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

// cluster puts each full name to the first of those before it, in order of their articles, that it fits.
func (s *surnames) cluster() {
	slices.SortFunc(s.full, byArticles)
	for _, f := range s.full {
		p := s.names[f.Key]
		i := slices.IndexFunc(s.people, func(c cluster) bool { return comparePersons(p, s.names[c.best.Key]).score >= 0.75 })
		if i < 0 {
			i = len(s.people)
			s.people = append(s.people, cluster{best: f})
		}
		s.people[i].add(f)
	}
	slices.SortStableFunc(s.people, func(a, b cluster) int { return cmp.Compare(b.articles, a.articles) })
}

// wanted asks for more only where it may be that a surname stands for somebody.
func (s *surnames) wanted() []graph.Key {
	s.cluster()
	top := s.people[0]
	if mostly(top.articles, others(s.people)) < likely {
		return nil
	}
	var keys []graph.Key
	for _, f := range slices.Concat(s.singles, top.some) {
		keys = append(keys, f.Key)
	}
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

// likely is the score below which nothing is said of a surname.
const likely = 0.65

// mostly is the score of the person whom so many articles mention, while rest mention others of the name. Where it is less than likely,
// clearly gives 0, whatever else articles say.
func mostly(articles, rest int) float64 {
	return 0.5 + 0.3*float64(articles)/float64(articles+rest)
}

// judgeSingle judges a surname on the person of that name whom most articles mention.
func (s *surnames) judgeSingle(f *graph.Facts) (graph.Judgement, bool) {
	top, rest := s.people[0], others(s.people)
	here, there := surroundingsOf(f), surroundingsOf(top.some...)
	if here.clash(&there) {
		return graph.Judgement{}, false
	}
	score, why := 0.0, ""
	whole := s.names[top.best.Key]
	if undouble(f.Key.Name()) == undouble(whole.last().text) || f.Key.Name() == whole.first().text {
		score, why = clearly(top.articles, rest, here.shared(&there), here.sameTitle(&there))
	} // else it is another spelling, which is often another surname
	if score == 0 {
		score, why = mostly(top.articles, rest), "of those with the surname, most articles mention this one"
	}
	if score < likely {
		return graph.Judgement{}, false
	}
	return judged(f.Key, top.best.Key, score, "surname", both(f.Key, top.best.Key)+": "+why+"."), true
}

// clearly tells whether the graph makes clear that a surname is that of the person whom so many articles mention, while
// rest mention others of the name; so many people stand beside both, and whether they hold the same title. The score is 0 where it does not.
func clearly(articles, rest, shared int, title bool) (score float64, why string) {
	rare := articles >= 8*rest || articles >= 64 && articles >= 4*rest
	switch {
	case title && shared > 0 && articles >= 2*rest && !rare:
		return 0.92, "both hold the same title"
	case rare:
		return clearlyRare(articles, shared, title)
	case rest == 0 && shared > 0 && articles >= 4:
		return 0.91, "nobody else has the surname, and somebody stands beside both"
	}
	return 0, ""
}

// clearlyRare is the same for a surname that hardly anybody else has.
func clearlyRare(articles, shared int, title bool) (score float64, why string) {
	switch {
	case title || shared >= 2:
		return 0.95, "hardly anybody else has the surname, and the same people or titles stand beside both"
	case articles >= 16 && shared > 0:
		return 0.93, "hardly anybody else has the surname, and somebody stands beside both"
	case articles >= 64:
		return 0.92, "hardly anybody else has the surname, and the name is known well"
	}
	return 0, ""
}
