package identity

import (
	"strings"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/graph/fold"
)

// surroundings is what articles say of a key besides its name.
type surroundings struct {
	with   map[graph.Key]bool // the persons and organizations that stand beside it
	titles map[string]bool    // folded, with what they are of
	fields map[string]bool    // of work, see fieldOf
	ranks  map[string]bool    // the titles alone
}

// surroundingsOf gathers what articles say of the keys.
func surroundingsOf(keys ...*graph.Facts) surroundings {
	s := surroundings{with: map[graph.Key]bool{}, titles: map[string]bool{}, fields: map[string]bool{}, ranks: map[string]bool{}}
	for _, f := range keys {
		s.add(f)
	}
	return s
}

func (s *surroundings) add(f *graph.Facts) {
	for _, seen := range f.Sightings {
		for _, k := range seen.With {
			if k != f.Key && isActor(k) {
				s.with[k] = true
			}
		}
		for _, t := range seen.Titles {
			folded := fold.Name(t.Title)
			s.ranks[longTitle(folded)] = true
			if t.Of != "" {
				s.titles[folded+" of "+string(t.Of)] = true
			}
			if field := fieldOf(folded); field != "" {
				s.fields[field] = true
			}
		}
	}
}

// isActor tells whether the key is one of a person or an organization.
func isActor(k graph.Key) bool {
	return strings.HasPrefix(string(k), string(graph.KindPerson)+":") || strings.HasPrefix(string(k), string(graph.KindOrganization)+":")
}

// shared counts the persons and organizations that stand beside both.
func (s *surroundings) shared(o *surroundings) int {
	n := 0
	for k := range s.with {
		if o.with[k] {
			n++
		}
	}
	return n
}

// beside tells whether articles have the two keys, whose surroundings these are, side by side.
func (s *surroundings) beside(o *surroundings, own, other graph.Key) bool {
	return s.with[other] || o.with[own]
}

// sameTitle tells whether both hold a title of one organization or country.
func (s *surroundings) sameTitle(o *surroundings) bool {
	for t := range s.titles {
		if o.titles[t] {
			return true
		}
	}
	return false
}

// sameRank tells whether both are called by one title, of whatever it is.
func (s *surroundings) sameRank(o *surroundings) bool {
	for t := range s.ranks {
		if o.ranks[t] {
			return true
		}
	}
	return false
}

// known tells whether the articles say anything that can be compared.
func (s *surroundings) known() bool { return len(s.with) > 0 }

// clash tells whether the two work in fields that one person seldom works in, and nobody stands beside both.
func (s *surroundings) clash(o *surroundings) bool {
	if len(s.fields) == 0 || len(o.fields) == 0 || s.shared(o) > 0 {
		return false
	}
	for f := range s.fields {
		if o.fields[f] {
			return false
		}
	}
	return true
}

// The heads of titles that tell the field of work.
var fields = map[string]map[string]bool{
	"office": set(`president minister premier chancellor senator secretary governor mayor congressman congresswoman representative
ambassador king queen lawmaker mp commissioner leader judge justice prosecutor attorney general admiral commander officer sheriff
adviser advisor spokesman spokeswoman counsel ceo chairman economist professor scientist director`),
	"sport": set(`striker goalkeeper midfielder defender winger forward quarterback pitcher linebacker cornerback receiver shortstop
skater swimmer sprinter boxer golfer cyclist cricketer footballer batsman bowler wrestler gymnast coach outfielder catcher
fullback halfback racer jockey skier snowboarder`),
	"arts": set(`actor actress singer guitarist pianist drummer bassist rapper musician composer conductor violinist dancer
choreographer novelist poet playwright painter sculptor comedian filmmaker screenwriter songwriter soprano tenor`),
}

// fieldOf is the field of work of a folded title, or "".
func fieldOf(title string) string {
	for w := range strings.FieldsSeq(title) {
		for _, field := range []string{"sport", "arts", "office"} {
			if fields[field][w] {
				return field
			}
		}
	}
	return ""
}
