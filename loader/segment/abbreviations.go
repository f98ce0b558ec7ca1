package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// abbreviation tells how a word with a stop behaves.
type abbreviation uint8

const (
	noAbbreviation abbreviation = iota
	beforeName                  // never ends a sentence: Mr., Sen., vs.
	beforeNumber                // an abbreviation only before a number: No. 5
	anywhere                    // may end a sentence: Inc., U.S., Dec.
	clock                       // a.m., p.m.
)

// dot decides about the stop at the offset inside or behind the word that starts at start. It returns the offset
// to go on from, and whether the word may go on there; else that is where the word ends.
func dot(text string, start, at, limit int) (int, bool) {
	next := after(text, at, 1, limit)
	word := text[start:at]
	switch {
	case next == '.':
		return at, false
	case wordRune(next) && dotInside(text, word, at, next, limit):
		return at + 1, true
	case wordRune(next) && classify(word) != noAbbreviation:
		return at + 1, false
	case !keepsStop(word, text[at+1:limit]):
		return at, false
	}
	return at + 1, next == '-' || next == '\'' || next == '’'
}

// dotInside tells whether a word goes on behind a stop with no space after it: 3.5, U.S, example.com.
func dotInside(text, word string, at int, next rune, limit int) bool {
	last, _ := utf8.DecodeLastRuneInString(word)
	switch {
	case digit(last) && digit(next):
		return true
	case unicode.IsLower(next):
		return unicode.IsLetter(last)
	case unicode.IsUpper(next):
		third := after(text, at, 1+utf8.RuneLen(next), limit)
		// "U.S", but not "J.Smith"; and Ph.D.
		return letters(lastPart(word)) == 1 && !unicode.IsLower(third) || third == '.' && len(lastPart(word)) <= 3
	}
	return false
}

// lastPart is the word behind its last stop or hyphen.
func lastPart(word string) string {
	return word[strings.LastIndexAny(word, ".-")+1:]
}

func letters(s string) int {
	n := 0
	for _, r := range s {
		if !unicode.IsLetter(r) {
			return -1
		}
		n++
	}
	return n
}

// keepsStop tells whether the stop behind the word belongs to it; rest is the text behind the stop.
func keepsStop(word, rest string) bool {
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, " \t\n\u00a0"))
	switch classify(word) {
	case noAbbreviation:
		return false
	case beforeNumber:
		return digit(next)
	}
	return true
}

// classify tells what kind of abbreviation the word is, given without its last stop.
func classify(word string) abbreviation {
	if strings.EqualFold(word, "a.m") || strings.EqualFold(word, "p.m") {
		return clock
	}
	part := word[strings.LastIndexByte(word, '-')+1:]
	if letters(part) == 1 {
		return initial(part, len(part) == len(word))
	}
	if strings.Contains(part, ".") {
		return acronym(part)
	}
	if c := nameAbbreviation(part); c != noAbbreviation {
		return c
	}
	return placeAbbreviation(part, len(part) < len(word))
}

// initial tells a single capital with a stop: the J. of J. Smith. Whether it ends the sentence is seen
// from what follows.
func initial(letter string, alone bool) abbreviation {
	r, _ := utf8.DecodeRuneInString(letter)
	switch {
	case alone && unicode.IsUpper(r):
		return anywhere
	case letter == "v" || letter == "c" || letter == "p":
		return beforeName
	}
	return noAbbreviation
}

// acronym tells words of single letters with stops (U.S, e.g) and of a short part and a letter (Ph.D).
func acronym(word string) abbreviation {
	if strings.EqualFold(word, "e.g") || strings.EqualFold(word, "i.e") {
		return beforeName
	}
	parts := strings.Split(word, ".")
	for _, p := range parts[1:] {
		if letters(p) != 1 {
			return noAbbreviation
		}
	}
	if n := letters(parts[0]); n < 1 || n > 2 {
		return noAbbreviation
	}
	return anywhere
}

// nameAbbreviation knows titles, ranks and forms of companies.
func nameAbbreviation(word string) abbreviation {
	switch word {
	case "Mr", "Mrs", "Ms", "Mx", "Messrs", "Mme", "Mlle", "Dr", "Drs", "Prof", "Profs", "Sen", "Sens", "Rep", "Reps",
		"Gov", "Govs", "Gen", "Gens", "Lt", "Col", "Cols", "Maj", "Capt", "Cpt", "Sgt", "Cpl", "Pvt", "Pfc", "Cmdr", "Adm",
		"Brig", "Spc", "Hon", "Rev", "Revs", "Msgr", "Fr", "Pres", "Supt", "Det", "Insp", "Amb", "Atty", "Asst", "Del",
		"St", "Ste", "Mt", "Ft", "vs", "Vs", "cf", "approx", "Sgts", "Lieut", "Comdr", "Hr", "Sr", "Sra", "Secy":
		if word == "Sr" {
			return anywhere
		}
		return beforeName
	case "No", "Nos", "no", "nos", "Art", "art", "Sec", "sec", "pp", "Vol", "vol", "Fig", "fig", "Ch", "ch", "Mar", "Sat", "Sun",
		"Mon", "Wed", "May", "ca", "est":
		return beforeNumber
	case "Inc", "Corp", "Co", "Cos", "Ltd", "Bros", "Jr", "Esq", "etc", "al", "Ave", "Blvd", "Dept", "Univ", "Assn", "Jan", "Feb",
		"Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec", "Tues", "Thurs", "Fri", "Rd", "Hwy", "LLC", "Intl", "Natl", "Govt", "govt":
		return anywhere
	}
	return noAbbreviation
}

// placeAbbreviation knows the states of the United States and the provinces of Canada, as newspapers shorten them;
// those that are words of their own only in "R-Mass.".
func placeAbbreviation(word string, afterHyphen bool) abbreviation {
	switch word {
	case "Ala", "Ariz", "Calif", "Colo", "Conn", "Fla", "Ga", "Kan", "Ky", "Md", "Mich", "Minn", "Mo", "Mont", "Neb", "Nev", "Okla",
		"Penn", "Pa", "Tenn", "Tex", "Va", "Vt", "Wis", "Wyo", "Ont", "Que", "Sask":
		return anywhere
	case "Ark", "Ill", "Ind", "La", "Mass", "Me", "Miss", "Ore", "Wash", "Id", "Ida", "Ia", "Del", "Hawaii", "Cal", "Alta", "Man":
		if afterHyphen {
			return anywhere
		}
	}
	return noAbbreviation
}
