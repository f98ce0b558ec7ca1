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
	say       map[string]bool // verbs with a clause: "… said that"
	frames    map[string]bool // openers of a frame: "Speaking of …"
	places    map[string]bool // prepositions of place
	audience  map[string]bool // words before "to X" or "with X" that say whom it is said to
	maybe     map[string]bool // would, could
	weekdays  map[string]bool
}

const (
	boundWords = `, ; : ( ) [ ] — – - -- who whom whose which that of for in at from with to on by near about against after before as during outside inside
under through into over among amid told said says`
	prepWords = `of for in at from with to on by near about against after before as during outside inside under through into over
among amid between across toward towards beyond within without alongside around behind`
	documentWords = `statement report letter document release memo memorandum tweet post article email e-mail study survey poll filing
lawsuit complaint indictment ruling communique communiqué declaration resolution note message website blog editorial announcement
dispatch transcript paper review assessment`
	tellVerbs = `tell tells told telling inform informs informed informing assure assures assured assuring remind reminds reminded
reminding warn warns warned warning urge urges urged urging ask asks asked asking notify notified advise advised call order ordered`
	objectVerbs = `accuse accuses accused accusing blame blames blamed blaming criticize criticizes criticized criticizing
criticise criticises criticised criticising denounce denounces denounced denouncing condemn condemns condemned condemning praise praises
praised praising charge charges charged charging thank thanks thanked thanking describe describes described describing call calls called
calling dub dubbed label labeled labelled portray portrayed congratulate congratulated attack attacked attacking slam slammed
slamming suspect suspects suspected mock mocked mocking chide chided scold scolded fault faulted hail hailed hailing`
	sayVerbs = `say says said saying tell tells told telling claim claims claimed claiming insist insists insisted argue argues argued
promise promises promised admit admits admitted announce announced declare declared deny denies denied warn warned suggest suggested
explain explained confirm confirmed state stated report reported believe believes`
	frameWords = `speaking talking asked commenting referring responding turning reacting regarding concerning about pressed questioned
touching discussing describing addressing replying answering on`
	placePreps    = `in at near from across inside outside around within throughout into through via off`
	audienceWords = `interview interviews letter letters remarks comments message call speaking talking spoke talked said saying wrote
writing testified explained admitted complained conversation statement briefing email speech address note confided revealed`
	weekdayWords = `monday tuesday wednesday thursday friday saturday sunday`
	maybeWords   = `would could might may should if whether refuse refused declined`
)

func newLexicon() *lexicon {
	x := &lexicon{
		bounds: wordSet(boundWords), preps: wordSet(prepWords), documents: wordSet(documentWords), tell: wordSet(tellVerbs),
		object: wordSet(objectVerbs), say: wordSet(sayVerbs), frames: wordSet(frameWords), places: wordSet(placePreps),
		audience: wordSet(audienceWords), maybe: wordSet(maybeWords), weekdays: wordSet(weekdayWords),
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
