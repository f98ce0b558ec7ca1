package identity

import (
	"slices"
	"strings"
)

// personName is a person's name, taken apart. Words are folded.
type personName struct {
	words      []word // without titles, particles and suffix; initials are words of one letter
	generation string // "jr", "sr", "ii", …
	titled     bool   // a title of nobility or the church: "king salman"
}

// Words that are no part of a person's own name.
var (
	titleWords = set(`president vice prime sens reps govs ag secdef dni ltg intelligence whip majority minority minister senator sen rep representative congressman congresswoman governor gov mayor
secretary judge justice gen general lt col colonel maj major capt captain sgt adm admiral cmdr dr prof professor mr mrs ms miss sir dame
lord lady rev reverend chancellor ambassador speaker leader chairman chairwoman chief director coach attorney sheriff officer
candidate then former ex said former first the hon cardinal archbishop bishop imam ayatollah grand sheikh shaikh hajj haj`)
	nobleWords  = set(`king queen pope prince princess emperor sultan emir saint st`)
	particles   = set(`al el ul ad as az ash an ar at de da do dos das del della di du la le van von der den ter ten zu zur af av of and y e bin ibn bint`)
	generations = set(`jr jnr sr snr ii iii iv v junior senior`)
	// familyFirst are family names that stand first in the names of China, Korea and Vietnam.
	familyFirst = set(`xi li wang zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo mao deng jiang wen zeng bo ban kim
park lee moon roh choi jung jang kang cho yoon lim han nguyen tran le pham ho vo dang bui do mao tsai ma lam`)
)

func set(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}

// parsePerson takes a folded name apart.
func parsePerson(name string) personName {
	words := strings.Fields(name)
	var p personName
	for len(words) > 1 && titleWords[words[0]] {
		words = words[1:]
	}
	p.titled = nobleWords[words[0]]
	for len(words) > 1 && generations[words[len(words)-1]] {
		p.generation = generationOf(words[len(words)-1])
		words = words[:len(words)-1]
	}
	for i, w := range words {
		switch {
		case len(words) > 1 && particles[w] && !(i == 0 && familyFirst[w]) && !(i == len(words)-1 && len(p.words) < 2):
		case len(words) > 1 && isInitials(w):
			p.add(strings.Split(w, "")...)
		default:
			p.add(w)
		}
	}
	if len(p.words) == 0 {
		p.add(words...)
	}
	return p
}

func (p *personName) add(words ...string) {
	for _, w := range words {
		p.words = append(p.words, newWord(w))
	}
}

func generationOf(w string) string {
	switch w {
	case "junior", "jnr":
		return "jr"
	case "senior", "snr":
		return "sr"
	}
	return w
}

// isInitials tells whether the word is several initials in one, as "hw" in "George HW Bush".
func isInitials(w string) bool {
	return len(w) >= 2 && len(w) <= 3 && ascii(w) && !strings.ContainsAny(w, "aeiouy") && !generations[w] && w != "ng" && w != "md"
}

func (p *personName) first() *word { return &p.words[0] }

func (p *personName) last() *word { return &p.words[len(p.words)-1] }

// single tells whether the name is one word.
func (p *personName) single() bool { return len(p.words) == 1 }

// blocks of a person: single names meet the full names that end in them, or that begin with them where the first name is not an ordinary one; full
// names meet those that share, in any order, a name and the initial of another.
func (p *personName) blocks() []string {
	if p.titled {
		return nil
	}
	if p.single() {
		return []string{"person/" + canonOrWord(p.first())}
	}
	out := []string{"person/" + canonOrWord(p.last())}
	if familyFirst[p.first().text] || !p.first().letter() && !ordinary(p.first()) {
		out = append(out, "person/"+canonOrWord(p.first()))
	}
	last := len(p.words) - 1
	for i := range p.words {
		w := &p.words[i]
		if i > 0 && !w.letter() {
			out = append(out, full(p.first(), w))
		}
		if i < last && !p.last().letter() {
			out = append(out, full(w, p.last()))
		}
	}
	if !p.first().letter() {
		out = append(out, full(p.last(), p.first()))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func canonOrWord(w *word) string {
	if w.canon != "" {
		return cut(w.canon)
	}
	return cut(w.text)
}

// full is the block of full names with the initial of one word and the other word.
func full(a, b *word) string { return "persons/" + initial(canon(formal(a.text))) + "/" + b.bones }
