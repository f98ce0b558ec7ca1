package entity

import "strings"

// gender is what the article tells of a person's pronoun.
type gender int8

const (
	unknown gender = iota
	male
	female
)

// lexicon has the words that the stage reads: titles, honorifics, kinship, first names, pronouns.
type lexicon struct {
	heads      map[string]gender // nouns that a title ends in
	modifiers  map[string]bool   // words before the head of a title
	lowering   map[string]bool   // modifiers that make it another title: a vice president is not the president
	honorifics map[string]gender
	kin        map[string]gender // "his wife Anna"
	first      map[string]gender // first names
	pronouns   map[string]pronoun
	bodies     map[string]bool // nouns for organizations: "the ministry"
	common     map[string]bool // those of them that mostly mean one that is not named
	relations  map[string]bool // nouns for somebody by another: "his counterpart"
	clauses    map[string]bool // words at which a new clause may begin
	preps      map[string]bool // prepositions
	// acting are verbs of what countries do and cities do not, and auxiliaries words that stand before such verbs.
	acting, auxiliaries map[string]bool
}

// pronoun is what a pronoun tells.
type pronoun struct {
	gender    gender
	subject   bool // he, she
	reflexive bool
	owner     bool // his, her: may stand before a noun
}

const (
	headsAny = `president minister premier chancellor secretary senator representative governor mayor ambassador envoy
spokesperson director chief chair chairperson ceo cfo cto executive officer general colonel major captain lieutenant sergeant
admiral marshal commander commissioner judge justice prosecutor attorney lawyer leader head boss coach manager founder
co-founder cofounder owner partner analyst economist professor lecturer researcher scientist historian author writer editor
journalist reporter correspondent columnist activist campaigner adviser advisor aide strategist treasurer speaker
lawmaker legislator deputy councillor councilor candidate nominee contender detective inspector superintendent
sheriff constable bishop archbishop cardinal rabbi imam ayatollah cleric sheikh pastor reverend rev doctor surgeon physician
nurse engineer architect designer principal dean rector provost vice-chancellor secretary-general coordinator
negotiator mediator diplomat politician magnate tycoon lawyer scholar mp mep undersecretary comptroller auditor ombudsman whip monarch ruler dictator
co-chair co-director vice-president curator conductor composer singer musician producer filmmaker striker goalkeeper midfielder
defender captain champion billionaire entrepreneur investor fundraiser organizer organiser administrator superstar consul
president-elect warlord militant rebel warden magistrate barrister solicitor expert specialist consultant resident farmer teacher`
	headsMale = `spokesman chairman congressman businessman councilman assemblyman king prince emperor sultan emir
pope duke policeman frontman councilman alderman`
	headsFemale = `spokeswoman chairwoman congresswoman businesswoman councilwoman assemblywoman queen princess
empress duchess actress policewoman noblewoman`
	titleModifiers = `foreign prime deputy vice defense defence interior finance economy economic health education justice trade
energy environment agriculture labor labour transport culture assistant associate acting interim former then outgoing
incoming senior chief executive managing general national security press state first second special permanent
opposition party campaign crown presidential vice-presidential parliamentary police army military navy air force intelligence city
district county regional federal attorney solicitor major lieutenant brigadier secretary late veteran house senate
majority minority lead technical board human rights political legal communications media public relations affairs
homeland home water immigration tourism sports science technology development planning research staff chief-of-staff supreme
high court appeal appeals district provincial local union trade policy climate oil gas nuclear cabinet government
company group bank team club football science fire rescue hospital school university ex retired disgraced jailed
exiled ousted elected newly one-time onetime longtime co founding medical operating financial commercial creative editorial
marketing sales legislative executive republican democratic conservative liberal independent socialist progressive
privy deputy-prime under ministerial lord senior-most top independent`
	loweringWords    = `vice deputy former ex assistant under vice-presidential onetime one-time ousted acting late`
	honorificsMale   = `mr sir lord mister herr monsieur señor don fr father`
	honorificsFemale = `mrs ms miss lady dame madam madame mme frau señora`
	honorificsAny    = `dr prof rev hon sen rep gov gen col capt lt sgt maj judge professor cllr cpl adm brig msgr insp supt`
	kinMale          = `husband father son brother uncle grandfather nephew grandson stepfather boyfriend`
	kinFemale        = `wife mother daughter sister aunt grandmother niece granddaughter widow stepmother girlfriend`
	bodyNouns        = `ministry center centre agency party bank court university council commission committee union
front army police parliament senate congress government department institute foundation association federation
organization organisation alliance coalition movement militia network newspaper company group corporation airline
club firm charity office bureau service hospital school church authority fund administration assembly board house league mission
museum academy laboratory society orchestra theatre theater festival studio regulator watchdog broadcaster retailer carmaker operator developer manufacturer`
	commonBodies  = `court government party police army school hospital church house board company firm group team front front authority office service`
	relationNouns = `counterpart rival opponent challenger host successor predecessor`
	clauseWords   = `that whether which who whom whose while when because although though if after before since as until unless and but or where whereas`
	prepWords     = `of in on at by for from with to about against between into over under after before during without
within through toward towards upon near behind beyond among alongside including despite versus via`
)

func newLexicon() *lexicon {
	x := &lexicon{
		heads: map[string]gender{}, honorifics: map[string]gender{}, kin: map[string]gender{}, first: map[string]gender{},
		modifiers: wordSet(titleModifiers), lowering: wordSet(loweringWords), bodies: wordSet(bodyNouns), common: wordSet(commonBodies), relations: wordSet(relationNouns),
		clauses: wordSet(clauseWords), preps: wordSet(prepWords), acting: wordSet(actingVerbs), auxiliaries: wordSet(actingAuxiliaries),
		pronouns: map[string]pronoun{
			"he": {gender: male, subject: true}, "him": {gender: male}, "his": {gender: male, owner: true},
			"himself": {gender: male, reflexive: true}, "she": {gender: female, subject: true},
			"her": {gender: female, owner: true}, "hers": {gender: female}, "herself": {gender: female, reflexive: true},
		},
	}
	fill(x.heads, headsAny, unknown)
	fill(x.heads, headsMale, male)
	fill(x.heads, headsFemale, female)
	fill(x.honorifics, honorificsAny, unknown)
	fill(x.honorifics, honorificsMale, male)
	fill(x.honorifics, honorificsFemale, female)
	fill(x.kin, kinMale, male)
	fill(x.kin, kinFemale, female)
	fill(x.first, firstMale, male)
	fill(x.first, firstFemale, female)
	return x
}

func wordSet(s string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(s) {
		set[w] = true
	}
	return set
}

func fill(m map[string]gender, s string, g gender) {
	for _, w := range strings.Fields(s) {
		m[w] = g
	}
}
