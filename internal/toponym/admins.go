package toponym

import (
	"unicode"
	"unicode/utf8"

	"github.com/newsgraph/newsgraph/internal/gazetteer"
)

// admins are the names of countries and regions, which are looked for in the whole text.
type admins map[string]gazetteer.ID

// newAdmins gathers the first names of countries and regions of more than a million people; of several, that with the most.
func newAdmins(g *gazetteer.Gazetteer) admins {
	out := admins{}
	for id := range gazetteer.ID(g.Len()) {
		p := g.Place(id)
		if p.Type > gazetteer.Region {
			break
		}
		key := gazetteer.Fold(p.Name)
		if _, taken := out[key]; !taken && p.Type >= gazetteer.Country && p.Population > 400_000 {
			out[key] = id
		}
	}
	return out
}

// count tells how often each stands in the text, as one to three words in capitals.
func (a admins) count(text string) map[gazetteer.ID]float64 {
	out := map[gazetteer.ID]float64{}
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		if !unicode.IsUpper(r) {
			at += size
			if unicode.IsLetter(r) {
				at = wordEnd(text, at)
			}
			continue
		}
		ends := capitals(text[at:], 3)
		next := at + ends[0]
		for n := len(ends); n > 0; n-- {
			if id, ok := a[gazetteer.Fold(text[at:at+ends[n-1]])]; ok {
				out[id]++
				next = at + ends[n-1]
				break
			}
		}
		at = max(next, at+size)
	}
	return out
}

func wordEnd(text string, at int) int {
	for at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		if !unicode.IsLetter(r) {
			break
		}
		at += size
	}
	return at
}
