package event

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/loader/article"
)

// nounAt tells whether a word of the lexicon stands as a noun stands. The forms of verbs and nouns are the same in "attack", "attacks" and
// "killing"; what stands before and behind tells.
func (d *draft) nounAt(w int, e *entry) bool {
	switch low := d.low(w); {
	case d.gerund(w):
		return d.gerundAsNoun(w)
	case low == "shot" && d.adjectiveBefore(w):
		return true
	case low != e.base && low != e.base+"s", !e.noun && !homographs[e.base]:
		return e.noun
	}
	v := d.verbPlace(w)
	switch {
	case d.auxiliaryBefore(w):
		return d.is(v, "to") && d.is(v-1, "visit", "visits", "according", "prior")
	case d.nounBefore(w), d.low(w) == e.base && !e.noun && d.adjectiveBefore(w):
		return true
	case d.subjectAt(v, d.low(w) == e.base):
		return d.nounBehind(w)
	}
	return e.noun && d.nounBehind(w) || !d.objectBehind(w)
}

// adjectiveBefore tells whether the word ends a noun phrase with another word before it: "a real shot", "the weekend retreat".
func (d *draft) adjectiveBefore(w int) bool {
	if !d.sameSentence(w-1, w) || d.words[w-1].mention != none || d.words[w-1].predicate != none || stops(d.low(w-1)) || auxiliary(d.low(w-1)) || d.pronounAt(w-1) || strings.HasSuffix(d.low(w-1), "s") || adverb(d.low(w-1)) {
		return false
	}
	for v := w - 1; v >= max(0, w-4) && d.sameSentence(v, w); v-- {
		switch {
		case d.is(v, "a", "an", "the", "his", "her", "their", "its", "my", "our", "'s", "this", "that"):
			return !people(d.low(w - 1))
		case stops(d.low(v)), d.words[v].predicate != none:
			return false
		}
	}
	return false
}

// subjectAt tells whether the subject of a verb, in the plural for its base form, may end at the word.
func (d *draft) subjectAt(v int, plural bool) bool {
	if plural {
		return d.pronounAt(v) || d.is(v, "and", "or") || strings.HasSuffix(d.low(v), "s") && d.words[v].mention == none
	}
	return d.is(v, "that", "and", ",", ")", "\"", "”") || d.words[v].mention != none || d.pronounAt(v)
}

// gerundAsNoun tells whether a word in "-ing" stands as a noun: "the killing of", "a meeting about"; not "after killing Edda Roth".
func (d *draft) gerundAsNoun(w int) bool {
	if d.is(w+1, "of", "by") {
		return true
	}
	if slices.ContainsFunc(d.lexicon[d.low(w)], func(e *entry) bool { return e.noun }) {
		object := d.nameAt(w+1) || determiner(d.low(w+1)) || d.is(w+1, "him", "them", "it", "us", "me", "you")
		return (!object || d.nounBefore(w) && !d.is(w-1, "by", "of", "after", "before", "for", "in")) && !d.is(d.verbPlace(w), "is", "was", "are", "were", "been", "be")
	}
	return d.is(w-1, "a", "an", "'s") || d.is(w-1, "the") && !d.nameAt(w-1)
}

// homographs are verbs of the lexicon that are nouns as well.
var homographs = set(`aid appeal ambush arrest assault attack back ban blame blockade bomb boycott buy call capture charge decline demand deploy detain drill endorse exercise
fine free fund grant hail hire hold jail launch lift march mass murder name phone pledge promote protest purchase quit raid rally recall release request rescue retreat riot
rule sanction seize sentence shell shoot step storm strike supply surrender talk team torture tour turn veto visit vote win work wound patrol massacre ram blow`)

func set(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}

// verbPlace is the word before the word, and before the adverbs that stand there.
func (d *draft) verbPlace(w int) int {
	v := w - 1
	for v > 0 && d.sameSentence(v, w) && (strings.HasSuffix(d.low(v), "ly") && len(d.low(v)) > 4 || d.is(v, "also", "now", "then", "never", "not", "n't", "often", "still")) {
		v--
	}
	if v < 0 || !d.sameSentence(v, w) {
		return w
	}
	return v
}

func (d *draft) nameAt(w int) bool { return w >= 0 && w < len(d.words) && d.words[w].mention != none }

func (d *draft) pronounAt(v int) bool {
	return d.is(v, "he", "she", "it", "they", "we", "i", "you", "who", "which")
}

// auxiliaryBefore tells whether a word stands there behind which a verb comes.
func (d *draft) auxiliaryBefore(w int) bool {
	return d.is(d.verbPlace(w), "to", "will", "would", "could", "can", "may", "might", "shall", "should", "must", "not", "n't", "'ll", "'d", "did", "does", "do", "let", "help")
}

// nounBefore tells whether a word stands right before behind which a noun comes.
func (d *draft) nounBefore(w int) bool {
	return d.is(w-1, "the", "a", "an", "'s", "his", "her", "their", "its", "our", "my", "your", "this", "these", "those", "of", "by", "in", "after", "before", "for", "on",
		"under", "with", "from", "during", "over", "about", "despite", "into", "at", "between", "new", "first", "second", "last", "latest", "any", "no", "joint", "deadly",
		"planned", "general", "'", "air", "terror", "terrorist", "suicide", "state", "official", "public", "several", "some", "other", "military", "million", "billion",
		"recent", "previous", "alleged", "possible", "repeated", "two", "three", "four", "nationwide", "annual", "peace", "trade", "early", "foreign")
}

// nounBehind tells whether a word stands right behind as it stands behind a noun.
func (d *draft) nounBehind(w int) bool {
	return d.is(w+1, "of", "by", "between", "with", "against", "on", "in", "at", "near", "was", "were", "is", "are", "has", "have", "had", "that", "which", "broke", "drew",
		"began", "took", "will", "would", ".", ",")
}

// objectBehind tells whether the object of a verb, or what else stands behind verbs alone, stands right behind.
func (d *draft) objectBehind(w int) bool {
	return d.nameAt(w+1) || determiner(d.low(w+1)) || d.is(w+1, "him", "them", "it", "us", "me", "you", "himself", "herself", "to", "up", "down", "out", "over", "upon", "on", "off", "with", "for",
		"together", "against", "in")
}

// verbal tells whether an attack without weapons is one of words: by a person, or on one.
func (d *draft) verbal(w int, p *parts) bool {
	if !strings.HasPrefix(d.low(w), "attack") && !strings.HasPrefix(d.low(w), "assault") {
		return false
	}
	if p.recipient != none && d.is(d.mentions[p.recipient].from, "me") {
		return true
	}
	actor, recipient := d.kindOf(p.actor), d.kindOf(p.recipient)
	if actor == article.Person && recipient == "" {
		return true
	}
	return recipient != "" && recipient != article.Place && actor != article.Place && (actor == article.Person || recipient == article.Person)
}

// armed tells whether the sentence has words of violence; where a person is attacked, of violence against persons.
func (d *draft) armed(w int, p *parts) bool {
	return d.sentenceWord(w, func(low string) bool {
		return isForm(low, violence) || d.kindOf(p.recipient) != article.Person && isForm(low, weapons)
	})
}

// sentenceHas tells whether a word of the sentence begins with one of the stems.
func (d *draft) sentenceHas(w int, stems []string) bool {
	return d.sentenceWord(w, func(low string) bool {
		return slices.ContainsFunc(stems, func(stem string) bool { return strings.HasPrefix(low, stem) })
	})
}

// sentenceWord tells whether a word of the sentence is one that the function tells.
func (d *draft) sentenceWord(w int, is func(low string) bool) bool {
	s := d.a.Sentences[d.words[w].sentence]
	return slices.ContainsFunc(d.words[max(s.Tokens[0], w-reach):min(s.Tokens[1], w+reach)], func(x word) bool { return is(x.low) })
}

// isForm tells whether a word is one of the words, or one of them with an ending: "bombers", and not "townhouse".
func isForm(low string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool {
		ending, ok := strings.CutPrefix(low, w)
		return ok && (ending == "" || endings[ending])
	})
}

var endings = set("s es d ed er ers ing ings man men ist ists ism ant ants ive ives ion ions al ally ly")

// disasters begin words of sentences in which people die without an attack.
var disasters = []string{
	"outbreak", "virus", "coronavirus", "covid", "pandemic", "disease", "earthquake", "storm", "hurricane", "tornado", "flood", "crash", "cancer", "wildfire", "accident", "tsunami", "landslide", "overdos",
}

// violence is words of sentences in which an attack is no figure of speech.
var violence = []string{
	"kill", "wound", "injure", "injuring", "injury", "injuries", "died", "dead", "bomb", "gun", "gunn", "shot", "shoot", "knife", "knives", "stab", "stabb", "missile", "rocket", "airstrike", "drone", "weapon",
	"blast", "explode", "exploding", "explos", "casualty", "casualties", "extrem", "terror", "jihad", "insurgent", "insurgency", "milit", "militia", "murder", "assassinat", "punch", "beaten", "rape", "raping",
	"sexual", "physical", "grenade", "behead", "armed",
}

// weapons is more such words, where no person is attacked.
var weapons = []string{
	"dies", "troop", "soldier", "rebel", "fight", "force", "army", "police", "hospital", "raid", "shell", "mosque", "church", "embassy", "embassies", "consulate", "convoy", "base", "village", "town", "border", "ship",
	"vessel", "tanker", "aircraft", "warplane", "sex", "beat",
}
