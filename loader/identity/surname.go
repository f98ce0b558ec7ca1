package identity

import (
	"cmp"
	"slices"

	"github.com/newsgraph/newsgraph/graph"
)

// surnames judges which full name a name of one word stands for.
type surnames struct {
	singles []*graph.Facts
	people  []cluster // by first name and surname
}

// maxSurnames is on how many full names of a surname the rules want to know more.
const maxSurnames = 3

func newSurnames(b *graph.Block) *surnames {
	s := &surnames{}
	var full []*graph.Facts
	for i := range b.Keys {
		f := &b.Keys[i]
		if p := parsePerson(f.Key.Name()); p.single() && p.generation == "" && formalNames[p.first()] == "" {
			s.singles = append(s.singles, f)
		} else if !p.single() && len(p.first()) > 1 {
			full = append(full, f)
		}
	}
	if len(s.singles) > 0 {
		s.people = people(full)
	}
	return s
}

// people puts each full name to the first of those before it, in order of their articles, that it fits.
func people(full []*graph.Facts) []cluster {
	var names []personName
	var out []cluster
	for _, f := range slices.SortedFunc(slices.Values(full), byArticles) {
		p := parsePerson(f.Key.Name())
		i := slices.IndexFunc(names, func(o personName) bool { return comparePersons(&p, &o).score >= 0.75 })
		if i < 0 {
			i = len(out)
			names, out = append(names, p), append(out, cluster{best: f})
		}
		out[i].add(f)
	}
	slices.SortStableFunc(out, func(a, b cluster) int { return cmp.Compare(b.articles, a.articles) })
	return out
}

func (s *surnames) wanted() []graph.Key {
	if len(s.people) == 0 {
		return nil
	}
	var keys []graph.Key
	for _, f := range s.singles {
		keys = append(keys, f.Key)
	}
	for _, c := range s.people[:min(len(s.people), maxSurnames)] {
		for _, f := range c.some {
			keys = append(keys, f.Key)
		}
	}
	return keys
}

func (s *surnames) judge() []graph.Judgement {
	if len(s.people) == 0 {
		return nil
	}
	var out []graph.Judgement
	for _, f := range s.singles {
		if j, ok := s.judgeSingle(f); ok {
			out = append(out, j)
		}
	}
	return out
}

// judgeSingle judges a surname on the person of that name whom most articles mention.
func (s *surnames) judgeSingle(f *graph.Facts) (graph.Judgement, bool) {
	top, rest := s.people[0], others(s.people)
	here, there := surroundingsOf(f), surroundingsOf(top.some...)
	if here.clash(&there) {
		return graph.Judgement{}, false
	}
	score, why := 0.0, ""
	whole := parsePerson(top.best.Key.Name())
	if undouble(f.Key.Name()) == undouble(whole.last()) || f.Key.Name() == whole.first() {
		score, why = clearly(top.articles, rest, here.shared(&there), here.sameTitle(&there))
	} // else it is another spelling, which is often another surname
	if score == 0 {
		score, why = 0.5+0.3*float64(top.articles)/float64(top.articles+rest), "of those with the surname, most articles mention this one"
	}
	if score < 0.65 {
		return graph.Judgement{}, false
	}
	return judged(f.Key, top.best.Key, score, "surname", names(f.Key, top.best.Key)+": "+why+"."), true
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
