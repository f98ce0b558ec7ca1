package identity

import (
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
		if p := parsePerson(f.Key.Name()); p.single() {
			s.singles = append(s.singles, f)
		} else if len(p.first()) > 1 {
			full = append(full, f)
		}
	}
	if len(s.singles) > 0 {
		s.people = clusters(full, func(f *graph.Facts) string {
			p := parsePerson(f.Key.Name())
			first := formal(p.first())
			if len(first) > 1 {
				first = canon(first)
			}
			return first + "/" + p.generation
		})
	}
	return s
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
		keys = append(keys, c.best.Key)
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
	here, there := surroundingsOf(f), surroundingsOf(top.best)
	if here.clash(&there) {
		return graph.Judgement{}, false
	}
	shared, title := here.shared(&there), here.sameTitle(&there)
	clear := top.articles >= 8*rest
	score, why := 0.5+0.3*float64(top.articles)/float64(top.articles+rest), "of those with the surname, most articles mention this one"
	switch {
	case clear && (title || shared >= 2):
		score, why = 0.95, "hardly anybody else has the surname, and the same people or titles stand beside both"
	case title && shared > 0 && top.articles >= 2*rest:
		score, why = 0.92, "both hold the same title"
	case clear && top.articles >= 16 && shared > 0:
		score, why = 0.93, "hardly anybody else has the surname, and somebody stands beside both"
	case clear && top.articles >= 64:
		score, why = 0.92, "hardly anybody else has the surname, and the name is known well"
	case rest == 0 && shared > 0 && top.articles >= 4:
		score, why = 0.91, "nobody else has the surname, and somebody stands beside both"
	case score < 0.65:
		return graph.Judgement{}, false
	}
	return judged(f.Key, top.best.Key, score, "surname", names(f.Key, top.best.Key)+": "+why+"."), true
}
