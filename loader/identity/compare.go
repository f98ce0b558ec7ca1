package identity

import (
	"slices"
	"strings"
)

// verdictOn is how two names compare.
type verdictOn struct {
	score float64 // 0 for names of two persons
	loose bool    // the names are alike only: more than a spelling may lie between them
	other bool    // the surnames are spelled as two surnames may be
	plain bool    // one has a middle name and a generation, the other has no generation
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
		v.why += "; one of them " + a.generation + b.generation
		if v.plain = a.formalWith(b); !v.plain {
			v.score = min(v.score, 0.7)
		}
	}
	return v
}

// formalWith tells whether one of two names, of which one has a generation, has it as formal names do: with a middle name or initial, or as a
// number. A father is "Sr." to be told from his son.
func (p *personName) formalWith(o *personName) bool {
	if p.generation == "" {
		p = o
	}
	return len(p.words) > 2 && p.generation != "sr" || strings.HasPrefix(p.generation, "i") || p.generation == "v"
}

// compareInOrder compares names that both have the first name first and the surname last.
func compareInOrder(a, b *personName) verdictOn {
	if len(a.words) < len(b.words) {
		a, b = b, a
	}
	surname := compareSurnames(a.last(), b.last())
	if surname < 0.6 {
		return comparePrefix(a, b)
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
	if a.last().text != b.last().text {
		v.spelledOtherwise(a, b, given)
	}
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

// spelledOtherwise notes what two spellings of the surname say.
func (v *verdictOn) spelledOtherwise(a, b *personName, given float64) {
	if given >= 0.95 && slip(a.last().text, b.last().text) {
		v.loose = false
		return
	}
	v.other = (english(a.first()) || english(b.first())) && !sameMiddle(a.middle(), b.middle())
}

// compareSurnames compares surnames.
func compareSurnames(a, b *word) float64 {
	surname := alike(a, b)
	if turnedRound(a.text, b.text) {
		surname = max(surname, 0.93)
	}
	if surname < 1 && min(len(a.text), len(b.text)) <= 5 {
		surname = min(surname, 0.88) // short surnames are often others: "Braun" and "Brown", "Meyer" and "Mayor"
	}
	return surname
}

func (p *personName) middle() []word {
	if len(p.words) < 3 {
		return nil
	}
	return p.words[1 : len(p.words)-1]
}

// sameMiddle tells whether two names have one middle name in full.
func sameMiddle(a, b []word) bool { return len(a) > 0 && !oneLetter(a) && slices.Equal(a, b) }

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

// withoutInitials are the words without middle initials.
func (p *personName) withoutInitials() []word {
	if len(p.words) > 2 && oneLetter(p.middle()) {
		return []word{*p.first(), *p.last()}
	}
	return p.words
}

// comparePrefix compares "Nicolás Maduro Moros" with "Nicolás Maduro": a second surname.
func comparePrefix(a, b *personName) verdictOn {
	if len(a.words) == len(b.words) && oneLetter(a.middle()) {
		a, b = b, a
	}
	words := b.withoutInitials()
	if len(a.words) <= len(words) || len(words) < 2 || len(b.last().text) < 3 || b.twoFirst() && !ordinary(a.last()) {
		return verdictOn{}
	}
	for i := range words {
		x, y := &a.words[i], &words[i]
		if x.canon != y.canon && !(i == 0 && likeGiven(x, y)) && !(i == len(words)-1 && slip(x.text, y.text)) {
			return verdictOn{}
		}
	}
	return verdictOn{score: 0.75, part: true, why: "the same name without the last of its surnames"}
}

// compareTurned compares "Xi Jinping" with "Jinping Xi".
func compareTurned(a, b *personName) verdictOn {
	if len(a.words) < len(b.words) {
		a, b = b, a
	}
	if len(b.words) < 2 || b.twoFirst() || b.first().letter() || b.last().letter() || a.first().canon != b.last().canon {
		return verdictOn{}
	}
	rest := a.words[1:]
	if len(rest) > len(b.words) || !restFits(rest, b.words[:len(b.words)-1]) {
		return verdictOn{}
	}
	if a.first().text != b.last().text || !sameGiven(&rest[0], b.first()) {
		return verdictOn{score: 0.85, part: true, why: "nearly the same names, the surname first"}
	}
	return verdictOn{score: 0.94, part: true, why: "the same names, the surname first"}
}

// twoFirst tells whether the name is two first names: "John Paul" is not what "John Paul Stevens" is called, nor "Paul John".
func (p *personName) twoFirst() bool {
	return len(p.words) == 2 && english(p.first()) && english(p.last())
}

// likeGiven tells whether two first names are spellings or forms of one.
func likeGiven(a, b *word) bool {
	score, _ := compareGiven(a, b)
	return score >= 0.93
}

// sameGiven tells whether two first names are one, or short forms of one.
func sameGiven(a, b *word) bool { return formal(a.text) == formal(b.text) }

// restFits tells whether the first names of two names can be one person's.
func restFits(rest, given []word) bool {
	for i := range given {
		same := given[i].canon == rest[i].canon || i == 0 && sameGiven(&given[i], &rest[i]) || i > 0 && middleFits(&given[i], &rest[i])
		if !same {
			return false
		}
	}
	return true
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
