package decode

import (
	"cmp"
	"slices"

	"github.com/newsgraph/newsgraph/loader/article"
	"github.com/newsgraph/newsgraph/loader/reader/encoder"
)

const (
	// quoted is how much less the label O scores for words with capitals that stand alone in quote marks: the network shrinks
	// from names that the text itself holds at arm's length.
	quoted = 2
	// longestQuoted is the number of words of such a name at most.
	longestQuoted = 6
	// longestBracket is how many units are looked at behind a name and a bracket.
	longestBracket = 12
	// longestShort is the number of bytes of a short form at most.
	longestShort = 6
)

// names finds the section's names.
func (s *section) names() []found {
	s.trustQuoted()
	s.vote()
	return s.withShortForms(s.whole(s.spans(&s.decoder.names, 0)))
}

// whole lengthens names that end before an apostrophe inside a word, "Teo O|’Dair". Names are in order.
func (s *section) whole(names []found) []found {
	out := names[:0]
	for _, f := range names {
		if last := len(out) - 1; last >= 0 && f.Start < out[last].End {
			out[last].End = max(out[last].End, f.End) // it begins with the rest of the one before
			continue
		}
		if s.cutInside(f.End) {
			f.End += 2
		}
		out = append(out, f)
	}
	return out
}

// cutInside tells whether a word goes on at the unit with an apostrophe and a capital, after a letter or two.
func (s *section) cutInside(u int) bool {
	if u+1 >= len(s.units) || s.units[u].Break != encoder.BreakGlued || s.units[u+1].Break != encoder.BreakGlued {
		return false
	}
	mark := s.word(u) == "'" || s.word(u) == "’"
	return mark && len(s.word(u-1)) <= 2 && s.units[u-1].Shape != encoder.ShapeCaps && s.units[u+1].Shape == encoder.ShapeTitle
}

// trustQuoted takes from the label O of two words or more with capitals that fill quote marks: ‘New Harbour Army’.
func (s *section) trustQuoted() {
	t := &s.decoder.names
	for u := range s.units {
		if !opening(s.word(u)) {
			continue
		}
		end := u + 1
		for end < len(s.units) && end-u <= longestQuoted && capital(&s.units[end]) {
			end++
		}
		if end-u <= 2 || !s.closes(end) {
			continue
		}
		for k := u + 1; k < end; k++ {
			s.row(k, t)[t.outside] -= quoted
		}
	}
}

// closes tells whether a quote mark that closes stands at the unit, perhaps behind another mark.
func (s *section) closes(u int) bool {
	if w := s.word(u); w == "." || w == "," {
		u++
	}
	switch s.word(u) {
	case "'", "’", `"`, "”", "»":
		return true
	}
	return false
}

func opening(word string) bool {
	switch word {
	case "'", "‘", `"`, "“", "«":
		return true
	}
	return false
}

// word is the text of a unit, "" behind the last one.
func (s *section) word(u int) string {
	if u >= len(s.units) {
		return ""
	}
	return s.text[s.units[u].Start:s.units[u].End]
}

// withShortForms adds the short forms that stand in brackets behind organizations, "Harbour State (HS, formerly HSB)", and the same
// words elsewhere. Names are in order.
func (s *section) withShortForms(names []found) []found {
	short := map[string]found{}
	for i := range names {
		s.shortForms(short, &names[i])
	}
	if len(short) == 0 {
		return names
	}
	next, out := 0, slices.Clone(names)
	for u := range s.units {
		for next < len(names) && names[next].End <= u {
			next++
		}
		f, ok := short[s.word(u)]
		if !ok || next < len(names) && names[next].Start <= u {
			continue
		}
		f.Range = encoder.Range{Start: u, End: u + 1}
		out = append(out, f)
	}
	slices.SortFunc(out, func(a, b found) int { return cmp.Compare(a.Start, b.Start) })
	return out
}

// shortForms notes the short forms in a bracket behind the name of an organization that is not in capitals itself.
func (s *section) shortForms(to map[string]found, name *found) {
	if name.kind != string(article.Organization) || s.word(name.End) != "(" || s.units[name.End-1].Shape == encoder.ShapeCaps {
		return
	}
	for u := name.End + 1; u < min(len(s.units), name.End+longestBracket) && s.word(u) != ")"; u++ {
		if w := s.word(u); s.units[u].Shape == encoder.ShapeCaps && len(w) <= longestShort {
			to[w] = *name
		}
	}
}
