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
	generations = set(`jr sr ii iii iv v junior senior`)
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
	case "junior":
		return "jr"
	case "senior":
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

// verdictOn is how two names compare.
type verdictOn struct {
	score float64 // 0 for names of two persons
	loose bool    // the names are alike only: more than a spelling may lie between them
	part  bool    // one name is part of the other, or turned round
	clash bool    // the same first and last name, but another middle name or generation
	why   string
}

// comparePersons compares two full names.
func comparePersons(a, b *personName) verdictOn {
	v := compareInOrder(a, b)
	if turned := compareTurned(a, b); turned.score > v.score {
		v = turned
	}
	if v.score > 0 && a.generation != b.generation {
		if a.generation != "" && b.generation != "" {
			return verdictOn{clash: true, why: "another generation"}
		}
		v.score = min(v.score, 0.7)
		v.why += "; one of them " + a.generation + b.generation
	}
	return v
}

// compareInOrder compares names that both have the first name first and the surname last.
func compareInOrder(a, b *personName) verdictOn {
	if len(a.words) < len(b.words) {
		a, b = b, a
	}
	surname := alike(a.last(), b.last())
	if surname < 0.6 {
		return comparePrefix(a, b)
	}
	if surname < 1 && min(len(a.last().text), len(b.last().text)) <= 5 {
		surname = min(surname, 0.88) // short surnames are often others: "Braun" and "Brown", "Meyer" and "Mayor"
	}
	given, why := compareGiven(a.first(), b.first())
	if given == 0 {
		return compareSecond(a, b, surname)
	}
	ma, mb := a.middle(), b.middle()
	if !middlesFit(ma, mb) {
		return verdictOn{clash: true, why: "another middle name"}
	}
	v := verdictOn{why: why}
	v.score, v.loose = scoreNames(a, b, given, surname)
	switch {
	case slices.Equal(ma, mb) || len(mb) == 0 && oneLetter(ma):
	case len(mb) == 0 && formalNames[a.first().text] != "" && !slices.ContainsFunc(ma, isPatronymic):
		// Many bear these first names: "John Adams" was not "John Quincy Adams".
		v.score, v.why = min(v.score, 0.88), why+", and a middle name"
	default:
		v.score, v.why = v.score*0.97, why+", middle names that fit"
	}
	return v
}

func (p *personName) middle() []word {
	if len(p.words) < 3 {
		return nil
	}
	return p.words[1 : len(p.words)-1]
}

// compareSecond compares "Recep Tayyip Erdogan" with "Tayyip Erdogan".
func compareSecond(a, b *personName, surname float64) verdictOn {
	if len(a.words) == 3 && len(b.words) == 2 && len(b.first().text) > 2 && a.words[1] == *b.first() && surname >= 0.97 {
		return verdictOn{score: 0.88, part: true, why: "the same name without the first of its first names"}
	}
	return verdictOn{}
}

// scoreNames puts together how much first names and surnames are alike, and tells whether one of them is alike only.
func scoreNames(a, b *personName, given, surname float64) (score float64, loose bool) {
	initial := a.first().letter() || b.first().letter()
	score, loose = given*surname, surname < 0.97 || given < 0.93 && !initial
	if initial && len(a.words) != len(b.words) {
		score = min(score, 0.7) // "H. R. McMaster" is not "Henry McMaster"
	}
	if given >= 0.93 && surname >= 0.93 {
		score = min(given, surname) - 0.02
	}
	return score, loose
}

// comparePrefix compares "Nicolás Maduro Moros" with "Nicolás Maduro": a second surname.
func comparePrefix(a, b *personName) verdictOn {
	if len(a.words) > len(b.words) && len(b.words) >= 2 && len(b.last().text) > 2 {
		for i := range b.words {
			if b.words[i].canon != a.words[i].canon {
				return verdictOn{}
			}
		}
		return verdictOn{score: 0.75, part: true, why: "the same name without the last of its surnames"}
	}
	return verdictOn{}
}

// compareTurned compares "Xi Jinping" with "Jinping Xi".
func compareTurned(a, b *personName) verdictOn {
	if len(a.words) < len(b.words) {
		a, b = b, a
	}
	if len(b.words) < 2 || b.first().letter() || b.last().letter() || a.first().canon != b.last().canon {
		return verdictOn{}
	}
	rest := a.words[1:]
	for i := range b.words[:len(b.words)-1] {
		if b.words[i].canon != rest[i].canon && (i == 0 || !middleFits(&b.words[i], &rest[i])) {
			return verdictOn{}
		}
	}
	if len(rest) > len(b.words) {
		return verdictOn{}
	}
	return verdictOn{score: 0.94, part: true, why: "the same names, the surname first"}
}

// isPatronymic tells whether the word is a father's name as Russians have it between first name and surname.
func isPatronymic(w word) bool {
	return strings.HasSuffix(w.text, "vich") || strings.HasSuffix(w.text, "vna")
}

func oneLetter(words []word) bool {
	for i := range words {
		if !words[i].letter() {
			return false
		}
	}
	return true
}

// compareGiven compares first names.
func compareGiven(a, b *word) (float64, string) {
	switch {
	case a.text == b.text:
		return 1, "the same first name and surname"
	case a.letter() && b.letter():
		return 0, ""
	case a.letter() || b.letter():
		if a.text[:1] == b.text[:1] {
			return 0.8, "the initial of the first name"
		}
		return 0, ""
	case formal(a.text) == formal(b.text):
		return 0.95, "a short form of the first name"
	}
	if a.canon == b.canon {
		// "Maria" and "Mario", "Ivan" and "Ivana" differ in their canonical forms.
		return 0.97, "another spelling of the first name"
	}
	if s := alike(a, b); s >= 0.93 && !otherGender(a.text, b.text) {
		return s, "another spelling of the first name"
	} else if s >= 0.6 && !otherGender(a.text, b.text) {
		return 0.75 * s, "a first name that is spelled much alike"
	}
	return 0, ""
}

// otherGender tells whether one name is the other with the ending of the other gender: "Michael" and "Michelle" are in no
// list here, "Mario" and "Maria", "Ivan" and "Ivana" follow the rule.
func otherGender(a, b string) bool {
	fa, fb := strings.HasSuffix(a, "a"), strings.HasSuffix(b, "a")
	return fa != fb || strings.HasSuffix(a, "e") != strings.HasSuffix(b, "e") && len(a) > 4 && len(b) > 4
}

// middlesFit tells whether middle names can be one person's: each of the shorter list is that of the longer list in its place,
// or its initial. "George W." is not "George H. W.".
func middlesFit(a, b []word) bool {
	for i := range min(len(a), len(b)) {
		if !middleFits(&a[i], &b[i]) {
			return false
		}
	}
	return true
}

func middleFits(a, b *word) bool {
	if a.letter() || b.letter() {
		return a.text[:1] == b.text[:1]
	}
	return alike(a, b) >= 0.85
}
