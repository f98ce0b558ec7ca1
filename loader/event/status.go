package event

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/loader/article"
)

// status tells whether what the word tells happened.
func (d *draft) status(w int) article.EventStatus {
	g := d.governor(w)
	switch {
	case d.negated(w) || g != none && d.is(g, "denied", "denies", "denying", "deny", "failed", "avoid", "avoids", "avoided", "avoiding") || d.deniedBefore(w):
		return article.Denied
	case d.alleged(w, g):
		return article.Alleged
	case d.planned(w, g):
		return article.Planned
	case d.claimed(w):
		return article.Alleged
	}
	return article.Happened
}

// claimed tells whether the word stands in a statement of which the article leaves open whether it is true.
func (d *draft) claimed(w int) bool {
	i := d.words[w].statement
	if i == none {
		return false
	}
	from, to := d.wordsIn(d.a.Statements[i].Cue)
	for v := from; v < to; v++ {
		if d.is(v, "claim", "claims", "claimed", "claiming", "alleged", "alleges", "allege", "alleging", "speculated", "speculates", "suspects", "suspect", "suspected", "believe", "believes", "believed") {
			return true
		}
	}
	return false
}

// verbGroup runs over the words right before the word that belong to its verb; it stops when the function says so.
func (d *draft) verbGroup(w int, each func(v int) bool) {
	for v := w - 1; v >= max(0, w-5) && d.sameSentence(v, w); v-- {
		if each(v) || !auxiliary(d.low(v)) && !strings.HasSuffix(d.low(v), "ly") {
			return
		}
	}
}

func auxiliary(low string) bool {
	return slices.Contains([]string{
		"is", "was", "were", "are", "be", "been", "has", "have", "had", "will", "would", "to", "not", "n't", "also", "never", "being", "'ve", "'s", "'d", "'re",
		"could", "may", "might", "can", "should", "must", "shall", "'ll", "soon", "then", "now", "already", "just", "still", "later", "again", "did", "does", "do",
	}, low)
}

func (d *draft) group(w int, lows ...string) bool {
	found := false
	d.verbGroup(w, func(v int) bool {
		found = found || d.is(v, lows...)
		return found
	})
	return found
}

func (d *draft) negated(w int) bool {
	if d.group(w, "not", "n't", "never", "without", "neither", "nor") || d.is(w-1, "no") {
		return true
	}
	if i := d.words[w].predicate; i != none {
		return slices.ContainsFunc(d.a.Predicates[i].Arguments, func(arg article.Argument) bool {
			return arg.Label == "ARGM-NEG" && arg.Confidence > 0.6
		})
	}
	return false
}

// deniedBefore finds "denied that it had …".
func (d *draft) deniedBefore(w int) bool {
	for v := w - 1; v >= max(0, w-8) && d.sameSentence(v, w); v-- {
		if d.is(v, "denied", "denies", "denying") {
			return true
		}
		if d.is(v, ",", ";", "but") {
			return false
		}
	}
	return false
}

func (d *draft) alleged(w, g int) bool {
	if g != none && d.blames(g) {
		return true
	}
	if d.group(w, "could", "may", "might", "can", "allegedly", "reportedly", "apparently", "possibly", "supposedly") {
		return true
	}
	for v := w - 1; v >= max(0, w-11) && d.sameSentence(v, w); v-- {
		switch {
		case d.is(v, "if", "unless", "whether", "allegedly", "reportedly", "alleged", "suspected", "rumoured", "rumored", "claiming", "alleging"), d.blames(v):
			return true
		case d.is(v, "reports", "claims", "allegations", "rumours", "rumors", "information", "speculation", "suggestions", "possibility") && d.is(v+1, "of", "that", "claiming", "about"):
			return true
		case d.is(v, ";", "but", ","):
			return d.is(w+1, "allegedly", "reportedly")
		}
	}
	return d.group(w, "would") && d.words[w].statement == none && !d.saidBefore(w)
}

// saidBefore tells whether a verb of speech stands before the word in its sentence: its "would" is a future of the past.
func (d *draft) saidBefore(w int) bool {
	for v := w - 1; v >= max(0, w-14) && d.sameSentence(v, w); v-- {
		if d.is(v, "said", "told", "announced", "promised", "vowed", "added", "warned", "pledged") {
			return true
		}
	}
	return false
}

func (d *draft) planned(w, g int) bool {
	if d.group(w, "will", "'ll", "shall", "would", "to") || d.is(w+1, "is", "was") && d.is(w+2, "planned", "scheduled", "due") {
		return true
	}
	if d.is(w-2, "until", "pending") || d.is(w-1, "until", "pending") || d.is(w-1, "planned", "upcoming", "future", "proposed", "possible") {
		return true
	}
	for v := w + 1; v < w+10 && d.sameSentence(v, w); v++ { // "a meeting between X and Y is planned"
		if d.is(v, "planned", "scheduled", "expected", "due") && d.is(v-1, "is", "are") {
			return true
		}
	}
	return g != none && d.is(g, "plan", "plans", "planned", "planning", "intends", "scheduled", "expected", "announced", "promised", "vowed") &&
		(d.is(w-1, "to") || len(d.low(w)) > 3 && d.gerund(w))
}

// calledOff tells whether the sentence says that what a noun tells did not take place.
func (d *draft) calledOff(w int) bool {
	for v := w + 1; v < w+9 && d.sameSentence(v, w); v++ {
		if d.is(v, "cancelled", "canceled", "postponed", "scrapped") || d.is(v, "put", "called") && d.is(v+1, "off") {
			return d.is(v-1, "was", "were", "been", "is", "being")
		}
	}
	return false
}

// wished tells whether the word is only what somebody asks, threatens, refuses, ought or is able to do, or what something is for.
func (d *draft) wished(w int) bool {
	if d.group(w, "should", "must", "ought", "can", "cannot", "ca") || d.is(w-1, "\"", "“") && d.is(w-2, "should", "must", "can") {
		return true
	}
	v := w - 1
	for v > 0 && (d.is(v, "be", "have", "been", "instead", "also", "not", "even", "then", "again") || strings.HasSuffix(d.low(v), "ly")) {
		v--
	}
	return d.is(v, "to") && d.sameSentence(v, w) && !d.meant(v)
}

// wanted tells whether a noun is only what somebody calls for, plots, opposes or talks of: "called for the resignation of".
func (d *draft) wanted(w int) bool {
	for v := w - 1; v >= max(0, w-5) && d.sameSentence(v, w); v-- {
		switch {
		case d.is(v, "for"):
			return d.is(v-1, "call", "calls", "called", "calling", "push", "pushed", "pushing", "pleas", "demands", "demand", "asked", "asking", "plans", "plan", "pressed", "need", "needs", "needed", "pressing", "vote", "voted", "petition")
		case d.is(v, "demand", "demands", "demanded", "demanding", "oppose", "opposes", "opposed", "opposing", "avoid", "avoiding", "prevent", "prevented", "seek", "seeks", "seeking", "sought", "plot", "plotted", "plotting",
			"cancel", "canceled", "cancelled", "canceling", "cancelling", "postpone", "postponed", "scrapped", "skipped", "consider", "considers", "considered", "considering", "weighing", "mulling",
			"propose", "proposes", "proposed", "proposing", "want", "wants", "wanted", "favor", "favors", "favour", "favours", "wanting"):
			return true
		case stops(d.low(v)), d.words[v].predicate != none && !d.nounBefore(v):
			return false
		}
	}
	return false
}

// partOfNoun tells whether a noun only says something of the one right behind: "an attack ad", "the murder trial".
func (d *draft) partOfNoun(w int) bool {
	return d.sameSentence(w+1, w) && d.plainNoun(w+1) && !d.words[w+1].capital && !d.is(w+1, "attempt", "attempts", "death", "deaths", "spree", "about", "amid", "between", "during", "into", "outside", "inside", "through", "under", "without", "within",
		"across", "behind", "toward", "towards", "upon", "around", "among", "along", "because", "comes", "came", "again", "left", "broke", "drew", "began", "took", "went", "became", "saw", "let", "led", "sent", "put", "made", "set", "hit")
}

// meant tells whether "to" stands behind a word that says that it is planned, begun or done.
func (d *draft) meant(to int) bool {
	for v := to - 1; v >= max(0, to-7) && d.sameSentence(v, to); v-- {
		switch {
		case d.is(v, "urged", "urges", "urge", "urging", "called", "calls", "calling", "asked", "asks", "asking", "demanded", "demands", "threatened", "threatens", "threatening", "refused",
			"refuses", "refusing", "refusal", "declined", "told", "begged", "wants", "wanted", "want", "failed", "tried", "try", "trying", "hoped", "hopes", "hope", "need", "needs",
			"invited", "forced", "encouraged", "used", "use", "using", "willing", "ready", "able", "expected") && !d.is(v-1, "is", "are", "was", "were"):
			return false
		case d.is(v, "plan", "plans", "planned", "planning", "intends", "intend", "intended", "scheduled", "expected", "announced", "promised", "promises", "vowed", "vows", "pledged", "agreed",
			"agrees", "agree", "decided", "decides", "decision", "set", "due", "going", "began", "begun", "begins", "started", "starts", "continued", "continues", "continue", "prompting",
			"prompted", "leading", "led", "managed", "prepares", "preparing", "prepared", "about", "move", "deal", "voted", "vote", "ordered", "chose", "likely", "helped", "went", "proceeded", "threat", "flew", "travelled", "traveled", "arrived", "came"):
			return true
		case v == to-1 && d.is(v, "is", "are", "was", "were"):
			return true
		case d.is(v, ",", ";", "that", "who", "which"):
			return false
		}
	}
	return false
}
