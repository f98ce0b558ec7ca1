package statement

import (
	"strings"
)

// lexicon has the words that the stage reads.
type lexicon struct {
	bounds    map[string]bool // words at which the head of a phrase ends
	preps     map[string]bool
	documents map[string]bool
	tell      map[string]bool // verbs whose object is whom it is said to
	object    map[string]bool // verbs whose object is whom it is said of
	against   map[string]bool // those of them that speak ill of it
	inFavour  map[string]bool // those of them that speak well of it
	say       map[string]bool // verbs with a clause: "… said that"
	frames    map[string]bool // openers of a frame: "Speaking of …"
	places    map[string]bool // prepositions of place
	audience  map[string]bool // words before "to X" or "with X" that say whom it is said to
	maybe     map[string]bool // would, could
	unsaid    map[string]bool // words before a verb that say that it was not done: "refused to", "without"
	auxiliary map[string]bool // other words that stand in a verb group
	weekdays  map[string]bool
	pointers  map[string]bool // words that point back to what was said
	// determiners point back to it with a noun.
	determiners map[string]bool
}

const (
	boundWords = `. ! ? " ” , ; : ( ) [ ] — – - -- who whom whose which that of for in at from with to on by near about against after before as during outside inside
under through into over among amid told said says`
	prepWords = `of for in at from with to on by near about against after before as during outside inside under through into over
among amid between across toward towards beyond within without alongside around behind`
	documentWords = `statement report letter document release memo memorandum tweet post article email e-mail study survey poll filing
lawsuit complaint indictment ruling communique communiqué declaration resolution note message website blog editorial announcement
dispatch transcript paper review assessment`
	tellVerbs = `tell tells told telling inform informs informed informing assure assures assured assuring remind reminds reminded
reminding warn warns warned warning urge urges urged urging ask asks asked asking notify notified advise advised call order ordered`
	againstVerbs = `accuse accuses accused accusing blame blames blamed blaming criticize criticizes criticized criticizing
criticise criticises criticised criticising denounce denounces denounced denouncing condemn condemns condemned condemning charge charges
charged charging attack attacks attacked attacking slam slams slammed slamming suspect suspects suspected suspecting mock mocks mocked
mocking chide chides chided chiding scold scolds scolded scolding fault faults faulted faulting rebuke rebukes rebuked rebuking
berate berates berated berating lambast lambasts lambasted lambasting lambaste lambastes ridicule ridicules ridiculed ridiculing`
	inFavourVerbs = `praise praises praised praising thank thanks thanked thanking congratulate congratulates congratulated congratulating
hail hails hailed hailing commend commends commended commending applaud applauds applauded applauding laud lauds lauded lauding`
	otherObjectVerbs = `describe describes described describing call calls called calling dub dubs dubbed label labels labeled labelled
portray portrays portrayed portraying`
	sayVerbs = `say says said saying tell tells told telling claim claims claimed claiming insist insists insisted argue argues argued
promise promises promised admit admits admitted announce announced declare declared deny denies denied warn warned suggest suggested
explain explained confirm confirmed state stated report reported believe believes`
	frameWords = `speaking talking asked commenting referring responding turning reacting regarding concerning about pressed questioned
touching discussing describing addressing replying answering on`
	placePreps    = `in at near from across inside outside around within throughout into through via off`
	audienceWords = `interview interviews letter letters remarks comments message call speaking talking spoke talked said saying wrote
writing testified explained admitted complained conversation statement briefing email speech address note confided revealed`
	pointerWords    = `it that this these those them him her me us you so when why how where who what anything everything nothing otherwise`
	determinerWords = `the this that these those such his her its their`
	weekdayWords    = `monday tuesday wednesday thursday friday saturday sunday`
	maybeWords      = `would could might may should will shall 'll 'd wo expected expects likely plans planned intends set about`
	unsaidWords     = `refuse refuses refused refusing decline declines declined declining without avoid avoids avoided avoiding fail fails
failed short denied denies deny denying`
	auxiliaryWords = `has have had having did does do be been being is are was were to of from ever also yet even still then again so far
ca stop stops stopped fall falls fell just instead himself herself themselves itself`
)

func newLexicon() *lexicon {
	x := &lexicon{
		bounds: wordSet(boundWords), preps: wordSet(prepWords), documents: wordSet(documentWords), tell: wordSet(tellVerbs),
		object:  wordSet(againstVerbs + " " + inFavourVerbs + " " + otherObjectVerbs),
		against: wordSet(againstVerbs), inFavour: wordSet(inFavourVerbs), say: wordSet(sayVerbs), frames: wordSet(frameWords), places: wordSet(placePreps),
		audience: wordSet(audienceWords), maybe: wordSet(maybeWords), unsaid: wordSet(unsaidWords), auxiliary: wordSet(auxiliaryWords), weekdays: wordSet(weekdayWords),
		pointers: wordSet(pointerWords), determiners: wordSet(determinerWords),
	}
	return x
}

func wordSet(s string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(s) {
		set[w] = true
	}
	return set
}
