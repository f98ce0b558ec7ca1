package reader

import "strings"

// class is the set of things a word may be, one bit each: what stands for a part-of-speech tagger here.
type class uint64

const (
	cDet       class = 1 << iota // the, a, some
	cPron                        // a pronoun that can be a subject
	cPoss                        // his, their
	cPrep                        // of, in
	cConj                        // and, or, but
	cSubord                      // that, because, when
	cWh                          // who, which, what, how
	cAux                         // is, has, will
	cBe                          // is, was: a passive may follow
	cAdv                         // also, later
	cVerb                        // a verb that does not attribute
	cMonth                       // January, Jan
	cWeekday                     // Monday, Mon
	cTime                        // yesterday, week: words of time
	cNumber                      // two, dozens
	cTitle                       // president, minister: before a person's name
	cTitleMod                    // former, deputy, foreign: before a title
	cHonor                       // Mr, Dr
	cGiven                       // Mary, Ahmed: a given name
	cOrgHead                     // ministry, council: a name that ends with it is an organization
	cOrgOf                       // university, bank: "X of Y" is an organization
	cPlaceHead                   // province, river: a name that ends with it is a place
	cPlaceOf                     // gulf, city: "X of Y" is a place
	cEventHead                   // war, festival: a name that ends with it is an event
	cNation                      // syrian, french: nationality
	cFaith                       // muslim, catholic; english: faiths and languages
	cCommon                      // an everyday word, no name by itself
	cHuman                       // officials, residents: people that can say things
	cSpeakOrg                    // government, report: things that are said to say things
	cParticle                    // van, bin, de: inside names
	cSuffix                      // Jr, Inc
	cNoName                      // CEO, GDP, COVID: capitals that name nobody
	cPlaceCue                    // in, near, from: a place may follow
	cDirection                   // north, upper: the head of a place's name
	cTechnical                   // icon, click: the words of the page, not of the text
	cNoun                        // a common noun
	cOrgCue                      // company, newspaper: the name beside it is an organization's
	cNamed                       // inside the name of a person or an organization of this article
)

// lexicon holds the tables that all articles share. Nothing in it changes after newLexicon.
type lexicon struct {
	words map[string]class // by lower-case word
	verbs map[string]verb  // attributing verbs by lower-case inflected form
	names map[string]kind  // known names by lower-case words with single blanks
	heads map[string]bool  // first words of the known names of more than one word
	nouns map[string]bool  // attributing nouns: statement, claim

	before, beforeOf, after, owned map[string]leaning // what words beside a name tell of its kind
}

func newLexicon() *lexicon {
	l := &lexicon{
		words: make(map[string]class, 8192),
		verbs: make(map[string]verb, 2048),
		names: make(map[string]kind, 2048),
		heads: make(map[string]bool, 512),
		nouns: make(map[string]bool, 64),
	}
	l.addFunctionWords()
	l.addCommonWords()
	l.addNameWords()
	l.addPlaces()
	l.addOrganizations()
	l.addVerbs()
	l.addContexts()
	return l
}

// add gives each word of the list the class.
func (l *lexicon) add(c class, list string) {
	for _, w := range strings.Fields(list) {
		l.words[w] |= c
	}
}

// addPlural gives each word of the list and its plural the class.
func (l *lexicon) addPlural(c class, list string) {
	for _, w := range strings.Fields(list) {
		l.words[w] |= c
		l.words[plural(w)] |= c
	}
}

// addNames files names, one a line or parted by semicolons, under the kind.
func (l *lexicon) addNames(k kind, list string) {
	for _, line := range strings.FieldsFunc(list, func(r rune) bool { return r == '\n' || r == ';' }) {
		l.addName(k, line)
	}
}

func (l *lexicon) addName(k kind, name string) {
	words := strings.Fields(strings.ToLower(name))
	if len(words) == 0 {
		return
	}
	l.names[strings.Join(words, " ")] = k
	if len(words) > 1 {
		l.heads[words[0]] = true
	}
}

// plural is the regular English plural.
func plural(w string) string {
	switch {
	case strings.HasSuffix(w, "man"):
		return w[:len(w)-3] + "men"
	case strings.HasSuffix(w, "y") && !strings.ContainsRune("aeou", rune(w[len(w)-2])):
		return w[:len(w)-1] + "ies"
	case strings.HasSuffix(w, "s"), strings.HasSuffix(w, "ch"), strings.HasSuffix(w, "sh"), strings.HasSuffix(w, "x"):
		return w + "es"
	}
	return w + "s"
}
