package event

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/loader/article"
)

// missed tells whether a name that the reader did not find stands where a participant stands that was not found either. Such an event
// would name one side and hide the other.
func (d *draft) missed(w int, e *entry, p *parts) bool {
	if e.noun && d.unknownOwner(w) || !e.noun && (d.missedAt(d.subjectPlace(w), w) || d.missedObject(w, e, p)) {
		return true
	}
	if p.recipient != none {
		return false
	}
	if !e.noun && len(e.recipient)+len(e.links) > 0 {
		for v := w + 1; v < d.phraseEnd(w); v++ {
			if d.missedName(v) {
				return true
			}
		}
	}
	return d.missedBehind(w, e.links)
}

// missedObject tells whether such a name, or a pronoun for nobody known, stands right behind a verb as its object.
func (d *draft) missedObject(w int, e *entry, p *parts) bool {
	switch {
	case !d.sameSentence(w+1, w):
		return false
	case d.unresolved(w + 1):
		return true
	}
	return (len(e.recipient) > 0 || e.kind == article.Visit) && !d.passive(w) && d.missedName(w+1) && !d.within(p.recipient, w+1, d.phraseEnd(w))
}

// within tells whether a mention starts among the words [from, to).
func (d *draft) within(m, from, to int) bool {
	return m != none && d.mentions[m].from >= from && d.mentions[m].from < to
}

// unknownOwner tells whether a noun is somebody's, and it is not clear whose: "during his meeting with Tarn".
func (d *draft) unknownOwner(w int) bool {
	for v := w - 1; v >= max(0, w-3) && d.sameSentence(v, w) && !stops(d.low(v)); v-- {
		if d.is(v, "his", "her", "their", "its", "my", "our", "your") {
			return d.words[v].mention == none
		}
	}
	return false
}

// subjectPlace is the word before a verb, its auxiliaries and adverbs, and the day that stands there.
func (d *draft) subjectPlace(w int) int {
	v := w - 1
	for v > 0 && (auxiliary(d.low(v)) || strings.HasSuffix(d.low(v), "ly") || strings.HasSuffix(d.low(v), "day") && d.words[v].mention == none || d.is(v, "on") && strings.HasSuffix(d.low(v+1), "day")) {
		v--
	}
	return v
}

func (d *draft) missedAt(v, w int) bool {
	if d.is(v, ",") {
		v-- // "her daughter Edda, killed in Lisk"
	}
	return v >= 0 && d.sameSentence(v, w) && (d.missedName(v) || d.unresolved(v) || d.is(v, "it") && d.words[v].mention == none)
}

// unresolved tells whether the word is a pronoun for one person of whom it is not clear who that is.
func (d *draft) unresolved(v int) bool {
	return d.words[v].mention == none && d.is(v, "he", "she", "him", "her", "they", "them", "we", "us", "you", "i", "me")
}

func (d *draft) missedBehind(w int, links []string) bool {
	for v := w + 1; v < w+7 && d.sameSentence(v, w); v++ {
		if slices.Contains(links, d.low(v)) {
			for u := v + 1; u < v+4 && d.sameSentence(u, w) && (d.words[u].mention != none || !stops(d.low(u))); u++ {
				if d.missedName(u) {
					return true
				}
			}
		}
	}
	return false
}

// missedName tells whether a word is written as a name is and belongs to none.
func (d *draft) missedName(v int) bool {
	x := &d.words[v]
	if !x.capital || x.mention != none || len(x.low) < 2 || x.sentence != none && d.a.Sentences[x.sentence].Tokens[0] == v || d.is(v-1, ".", "“", "\"", "‘", "'") {
		return false
	}
	if len(x.low) > 2 && x.low[1] == '-' && strings.ContainsRune("dir", rune(x.low[0])) { // "R-Texas"
		return false
	}
	for _, end := range []string{"ans", "ists", "ese", "ish", "crats", "licans", "cratic", "lican", "ian", "can", "ians", "day"} {
		if strings.HasSuffix(x.low, end) {
			return false
		}
	}
	return !slices.Contains([]string{
		"president", "senator", "sen", "rep", "gov", "governor", "mr", "mrs", "ms", "dr", "minister", "secretary", "gop", "i", "general", "judge", "house", "senate", "january", "february", "march",
		"april", "may", "june", "july", "august", "september", "october", "november", "december", "muslims", "christians", "jews", "islamic", "western", "sunni", "shia", "twitter",
		"prime", "vice", "king", "queen", "prince", "attorney", "foreign", "internet", "nazi", "tea",
	}, strings.TrimSuffix(x.low, "."))
}
