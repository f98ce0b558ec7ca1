package reader

import "strings"

// frame is the set of ways in which a verb attributes.
type frame uint16

const (
	fSay   frame = 1 << iota // says that …, says “…”, “…,” says X
	fTell                    // tells Y that …
	fThink                   // thinks that …: no quotation goes with it after a comma
	fTo                      // vows to …
	fObj                     // praises Y: the object is what it is about
	fOf                      // accuses Y of …, describes Y as …
	fQuote                   // attributes quotations only: continues, laughs
	fPrep                    // needs a preposition or particle: calls for, points out
	fThing                   // things may do it too: shows, indicates
	fAsk                     // asks whether …, asks Y to …
	fPut                     // puts it
)

// form is the form of a verb.
type form uint8

const (
	formBase form = iota
	formThird
	formPast
	formPart // the participle, where it is not the past
	formIng
)

// verb is an inflected attributing verb.
type verb struct {
	base   string
	frames frame
	form   form
}

// forms are the inflected forms of a verb.
type forms struct{ base, third, past, part, ing string }

// addVerbs files the attributing verbs in all their forms.
func (l *lexicon) addVerbs() {
	for _, group := range cueVerbs {
		for _, base := range strings.Fields(group.words) {
			l.addVerb(base, group.frames)
		}
	}
	for _, w := range strings.Fields(cueNouns) {
		l.nouns[w] = true
		l.nouns[plural(w)] = true
	}
}

func (l *lexicon) addVerb(base string, fr frame) {
	f := verbForms(base)
	file := func(word string, fm form) {
		v, ok := l.verbs[word]
		if !ok {
			v = verb{base: base, form: fm}
		}
		v.frames |= fr
		l.verbs[word] = v
		l.words[word] &^= cVerb | cPrep
		l.words[word] |= cCommon
	}
	file(f.past, formPast)
	file(f.base, formBase)
	file(f.third, formThird)
	file(f.part, formPart)
	file(f.ing, formIng)
}

// verbForms inflects a verb.
func verbForms(base string) forms {
	f := forms{base: base, third: thirdPerson(base), past: pastForm(base), ing: ingForm(base)}
	f.part = f.past
	if irr, ok := irregular(base); ok {
		f.past, f.part = irr[0], irr[1]
	}
	return f
}

func thirdPerson(w string) string {
	switch w {
	case "go", "do":
		return w + "es"
	}
	return plural(w)
}

func pastForm(w string) string {
	switch {
	case strings.HasSuffix(w, "e"):
		return w + "d"
	case endsConsonantY(w):
		return w[:len(w)-1] + "ied"
	case doubles(w):
		return w + w[len(w)-1:] + "ed"
	}
	return w + "ed"
}

func ingForm(w string) string {
	switch {
	case strings.HasSuffix(w, "ie"):
		return w[:len(w)-2] + "ying"
	case strings.HasSuffix(w, "e") && !strings.HasSuffix(w, "ee"):
		return w[:len(w)-1] + "ing"
	case doubles(w):
		return w + w[len(w)-1:] + "ing"
	}
	return w + "ing"
}

func endsConsonantY(w string) bool {
	return len(w) > 1 && w[len(w)-1] == 'y' && !strings.ContainsRune("aeou", rune(w[len(w)-2]))
}

// doubles tells whether the last consonant is doubled before -ed and -ing: short words, and some with the stress at the end.
func doubles(w string) bool {
	switch w {
	case "admit", "commit", "refer", "quip", "blog", "permit", "occur", "prefer", "rebut", "transmit", "submit",
		"regret", "infer", "concur", "deter", "compel", "propel":
		return true
	}
	n := len(w)
	if n < 3 || n > 4 {
		return false
	}
	vowel := func(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }
	return !vowel(w[n-1]) && strings.IndexByte("wxy", w[n-1]) < 0 && vowel(w[n-2]) && !vowel(w[n-3]) && w != "open"
}

// irregular returns the past and the participle of an irregular verb.
func irregular(base string) ([2]string, bool) {
	for _, line := range strings.Split(irregularVerbs, ";") {
		if f := strings.Fields(line); len(f) == 3 && f[0] == base {
			return [2]string{f[1], f[2]}, true
		}
	}
	return [2]string{}, false
}

const irregularVerbs = `say said said;tell told told;think thought thought;write wrote written;know knew known;
	feel felt felt;see saw seen;hear heard heard;read read read;mean meant meant;understand understood understood;
	find found found;show showed shown;swear swore sworn;put put put;make made made;take took taken;come came come;
	go went gone;get got got;give gave given;leave left left;bring brought brought;begin began begun;keep kept kept;
	hold held held;stand stood stood;let let let;run ran run;sit sat sat;lose lost lost;pay paid paid;meet met met;
	set set set;lead led led;grow grew grown;win won won;buy bought bought;send sent sent;build built built;
	fall fell fallen;cut cut cut;sell sold sold;break broke broken;strike struck struck;become became become;
	rise rose risen;fight fought fought;shoot shot shot;hit hit hit;beat beat beaten;draw drew drawn;drive drove driven;
	deal dealt dealt;choose chose chosen;teach taught taught;learn learned learned;spend spent spent;cost cost cost;
	lend lent lent;hurt hurt hurt;hide hid hidden;bear bore borne;split split split;withdraw withdrew withdrawn;
	throw threw thrown;catch caught caught;lie lay lain;lay laid laid;sleep slept slept;wake woke woken;eat ate eaten;
	drink drank drunk;wear wore worn;arise arose arisen;seek sought sought;forget forgot forgotten;bind bound bound;
	foresee foresaw foreseen;dream dreamed dreamed;sing sang sung;speak spoke spoken;rebut rebutted rebutted;
	burn burned burned;spread spread spread;upset upset upset;cast cast cast;shed shed shed;bet bet bet`

// cueVerbs are the attributing verbs by how they attribute.
var cueVerbs = [...]struct {
	frames frame
	words  string
}{
	{fSay, `say add claim note insist state declare announce explain admit acknowledge concede confirm contend
		assert maintain allege argue remark reiterate stress emphasize emphasise underline underscore highlight observe
		comment respond reply retort recall quip joke lament complain boast predict forecast reveal disclose
		testify recount mention report reckon reason counter point warn caution charge conclude
		post tweet write repeat stipulate opine posit proclaim profess pronounce ascertain attest
		clarify specify hint vow pledge promise swear threaten deny agree caption elaborate volunteer muse answer
		recommend advise urge suggest propose demand request ask`},
	{fThink, `think believe know hope fear feel suspect expect assume consider realize realise understand doubt
		worry imagine guess learn hear estimate speculate conclude decide determine judge agree
		wonder regret wish presume dream foresee anticipate recognize recognise discover notice`},
	{fTell, `tell inform assure remind notify warn convince persuade advise brief reassure show promise caution`},
	{fTo, `vow pledge promise threaten refuse decline hope plan agree offer ask demand swear
		wish prefer claim request choose volunteer propose expect purport commit profess urge order`},
	{fObj, `praise criticize criticise condemn denounce reject blast slam dismiss deny defend endorse oppose support
		urge propose announce demand question welcome applaud mock attack deplore decry lament
		hail rebuke chide bash lambast lambaste ridicule acknowledge cite mention describe discuss
		reiterate favor favour reveal predict confirm explain emphasize emphasise stress highlight underline
		underscore outline express voice oppose propose outline detail echo regret rebut refute tout advocate blame thank
		commend congratulate admire prefer trust distrust fault scold berate admonish reprimand insult
		disparage belittle champion promote vilify demonize slander excoriate castigate deride disavow disown
		repudiate recommend protest contest dispute challenge note recall blame suggest
		claim admit concede fear doubt expect`},
	{fOf, `accuse describe characterize characterise portray depict brand label dub regard view blame criticize
		criticise praise denounce dismiss condemn call see hail cite slam blast consider identify quote thank urge
		ask order instruct encourage beg implore invite advise remind warn press compare denounce fault rebuke cast
		credit charge attack deem`},
	{fQuote, `continue begin go laugh smile shout yell scream cry whisper mutter murmur sigh exclaim shrug chuckle interject
		snap fume gush enthuse chant sing plead conclude finish start nod grin rant rail thunder intone deadpan
		interrupt offer answer question object protest lecture quote read speak sum blurt text email message
		crow scoff sneer bemoan bellow echo chime implore beg exhort boast mock inquire query rejoin`},
	{fThing, `show indicate suggest reveal find say state read claim report conclude note warn confirm estimate
		demonstrate imply allege add argue predict project prove signal establish assert determine
		mention specify stipulate declare announce`},
	{fSay, `find indicate demonstrate imply signal prove rule`},
	{fPrep, `call point refer allude speak talk complain warn lay rail appeal argue push back
		inveigh react express voice turn rule`},
	{fAsk, `ask wonder question inquire enquire query`},
	{fPut, `put`},
}

// cueNouns attribute together with their owner: "a statement saying", "his claim that".
const cueNouns = `statement claim allegation accusation argument assertion belief suggestion warning announcement report
	declaration promise pledge vow threat fear hope view opinion suspicion idea notion conclusion prediction remark
	contention complaint admission acknowledgment demand proposal denial insistence assessment perception conviction
	speculation rumor rumour estimate finding testimony revelation charge criticism`
