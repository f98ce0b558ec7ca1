package toponym

import (
	"net/url"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newsgraph/newsgraph/internal/gazetteer"
)

// maxCandidates are the most places that a name is held to mean; those with fewer people are left out.
const maxCandidates = 64

// draft is a text that is being resolved.
type draft struct {
	*Resolver
	text  *Text
	names []named
	// outside counts countries and regions by name that stand in the text, names of organizations too.
	outside map[gazetteer.ID]float64
	domain  string // of the country that the URL's host belongs to, in capitals; ""
}

// named is a name with its candidates.
type named struct {
	candidates []candidate
	within     map[gazetteer.ID]bool // countries and regions that the text puts behind the name
	usual      gazetteer.ID          // what the name means where nothing else is known
	part       bool                  // the candidates are those of a part of the name
	other      bool                  // the candidates are those of another spelling, not of the full name
}

func (r *Resolver) draft(t *Text) *draft {
	d := &draft{Resolver: r, text: t, names: make([]named, len(t.Names)), outside: r.admins.count(t.Text), domain: domainOf(t.URL)}
	for i := range t.Names {
		d.names[i] = d.name(&t.Names[i])
	}
	return d
}

func (d *draft) name(n *Name) named {
	out := named{within: map[gazetteer.ID]bool{}}
	isRegion := false
	for _, end := range n.Ends {
		d.readBehind(end, out.within)
		isRegion = isRegion || d.callsRegion(end)
	}
	for i, name := range n.Names {
		if out.candidates, out.part = d.find(name, out.within); len(out.candidates) > 0 {
			out.other = i > 0
			break
		}
	}
	out.usual = d.usual(withoutTwins(slices.Clone(out.candidates)))
	switch {
	case n.Dateline: // an article is written in a town
		out.candidates = ofType(out.candidates, gazetteer.City)
	case isRegion:
		out.candidates = ofType(out.candidates, gazetteer.Region)
	}
	out.candidates = withoutTwins(out.candidates)
	return out
}

// callsRegion tells whether the text calls the place that it names before the byte a region: "Washington state".
func (d *draft) callsRegion(end int) bool {
	word, _, _ := strings.Cut(strings.TrimPrefix(d.text.Text[min(end, len(d.text.Text)):], " "), " ")
	return isRegionWord(strings.ToLower(strings.Trim(word, ",.;:")))
}

func isRegionWord(word string) bool {
	switch word {
	case "state", "province", "oblast", "governorate":
		return true
	}
	return false
}

// ofType are the candidates of the type, or all where none is.
func ofType(all []candidate, t gazetteer.Type) []candidate {
	var out []candidate
	for _, c := range all {
		if c.Type == t {
			out = append(out, c)
		}
	}
	if len(out) == 0 {
		return all
	}
	return out
}

// find looks a name up. One in several parts ("Paris, Texas") is its first, within the others; of one that the gazetteer does not have, a part may do.
func (d *draft) find(name string, within map[gazetteer.ID]bool) (out []candidate, part bool) {
	if out = d.candidates(d.places.Find(name)); len(out) > 0 {
		return out, false
	}
	if head, tail, ok := strings.Cut(name, ","); ok {
		for _, more := range strings.Split(tail, ",") {
			d.addAreas(more, within)
		}
		return d.candidates(d.places.Find(head)), false
	}
	short, kind := withoutKind(name)
	out = d.candidates(d.places.Find(short))
	if regions := ofType(out, gazetteer.Region); isRegionWord(kind) && len(regions) > 0 && regions[0].Type == gazetteer.Region {
		return regions, false // "Washington State" is all of it
	}
	return out, true
}

// candidates are the places of a name, those with the most people.
func (r *Resolver) candidates(matches []gazetteer.Match) []candidate {
	out := make([]candidate, 0, len(matches))
	for _, m := range matches[:min(len(matches), maxCandidates)] {
		c := candidate{Place: r.places.Place(m.ID)}
		if m.Alternate {
			c.features[alternate] = 1
		}
		out = append(out, c)
	}
	return out
}

// withoutTwins leaves out regions and districts that are called like a town which is the better known: the capital of the country
// ("Washington"), or one in which a third of their people live ("Kyiv").
func withoutTwins(all []candidate) []candidate {
	towns := map[gazetteer.ID]int{} // the people of the largest by their regions and districts
	capitals := map[gazetteer.ID]bool{}
	for i := range all {
		if c := &all[i]; c.Type == gazetteer.City {
			towns[c.Region], towns[c.District] = max(towns[c.Region], c.Population), max(towns[c.District], c.Population)
			capitals[c.Country] = capitals[c.Country] || c.Capital
		}
	}
	return slices.DeleteFunc(all, func(c candidate) bool {
		return (c.Type == gazetteer.Region || c.Type == gazetteer.District) && (3*towns[c.ID] > c.Population || capitals[c.Country])
	})
}

// readBehind notes the country or region behind a mention: ", Texas", "(Texas)".
func (d *draft) readBehind(end int, within map[gazetteer.ID]bool) {
	rest := d.text.Text[min(end, len(d.text.Text)):]
	for range 2 { // "Paris, Lamar County, Texas"
		at, ok := strings.CutPrefix(rest, ", ")
		if !ok {
			at, ok = strings.CutPrefix(rest, " (")
		}
		if !ok {
			return
		}
		words := capitals(at, 3)
		found := false
		for n := len(words); n > 0 && !found; n-- {
			if found = d.addAreas(at[:words[n-1]], within); found {
				rest = strings.TrimPrefix(at[words[n-1]:], ".")
			}
		}
		if !found {
			return
		}
	}
}

// addAreas adds the countries, regions and districts of a name, and tells whether there are any.
func (d *draft) addAreas(name string, within map[gazetteer.ID]bool) bool {
	found := false
	for _, m := range d.places.Find(name) {
		if p := d.places.Place(m.ID); p.Type == gazetteer.Country || p.Type == gazetteer.Region || p.Type == gazetteer.District {
			within[p.ID], found = true, true
		}
	}
	return found
}

// capitals are the ends of the words at the head of a text, as long as they begin with a capital, at most most.
func capitals(text string, most int) []int {
	var ends []int
	at := 0
	for len(ends) < most {
		r, _ := utf8.DecodeRuneInString(text[at:])
		if !unicode.IsUpper(r) {
			break
		}
		end := at
		for end < len(text) {
			r, size := utf8.DecodeRuneInString(text[end:])
			inner := r == '.' && end+1 < len(text) && unicode.IsUpper(rune(text[end+1]))
			if !unicode.IsLetter(r) && !inner && r != '\'' && r != '’' && r != '-' {
				break
			}
			end += size
		}
		ends = append(ends, end)
		if end >= len(text) || text[end] != ' ' {
			break
		}
		at = end + 1
	}
	return ends
}

// domainOf is the country code of the URL's host, as ISO 3166 has it; "" when it has none.
func domainOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	host := strings.ToUpper(u.Hostname())
	code := host[strings.LastIndexByte(host, '.')+1:]
	switch {
	case len(code) != 2:
		return ""
	case code == "UK":
		return "GB"
	case code == "TV" || code == "ME" || code == "CO" || code == "IO" || code == "AI" || code == "FM":
		return "" // used all over the world
	}
	return code
}

// withoutKind is a name without a word at its ends that tells the kind of the place or a part of it, and that word: "Readington Township",
// "Northern Iraq"; "" for a name without one.
func withoutKind(name string) (short, kind string) {
	words := strings.Fields(gazetteer.Fold(name))
	if len(words) < 2 {
		return "", ""
	}
	switch first := words[0]; first {
	case "north", "northern", "south", "southern", "east", "eastern", "west", "western", "central", "greater", "downtown",
		"northeast", "northwest", "southeast", "southwest", "northeastern", "northwestern", "southeastern", "southwestern", "upper", "lower", "mainland":
		return strings.Join(words[1:], " "), first
	}
	switch last := words[len(words)-1]; last {
	case "township", "city", "town", "village", "province", "state", "district", "county", "region", "oblast", "governorate", "borough":
		return strings.Join(words[:len(words)-1], " "), last
	}
	return "", ""
}
