package statement

import (
	"cmp"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/loader/article"
)

// findTargets finds whom each statement is about.
func (d *draft) findTargets() {
	for i := range d.made {
		m := &d.made[i]
		t := &targets{draft: d, m: m}
		if !m.Cue.Empty() {
			t.urgedOnes, t.vocative = d.urged(m), d.addressed(m)
		}
		t.pair()
		for _, s := range m.Content {
			s.End = min(s.End, s.Start+maxContent)
			for _, x := range d.mentionsIn(s) {
				if !slices.Contains(t.vocative, x.actor) || x.Span.Start > m.Content[0].Start+maxVocative {
					t.add(x, d.contentLink(x, s))
				}
			}
		}
		t.firstPerson()
		if !m.Cue.Empty() {
			t.frame()
			t.objectOfCue()
		}
		m.About = t.list()
	}
}

// targets collects the targets of one statement.
type targets struct {
	*draft
	m         *made
	found     []article.Target
	urgedOnes []int // those of whom the content wants something, though it is said to them
	vocative  []int // whom the content names first because it is said to them
}

// maxVocative is how many bytes into the content, behind an honorific, a vocative begins.
const maxVocative = 12

// link is how sure it is that a mention is a target, and why.
type link struct {
	confidence float64
	code, text string
}

func (t *targets) add(x mention, l link) {
	if x.actor == t.m.Speaker || l.confidence <= 0 || slices.Contains(t.m.Addressees, x.actor) && l.code != "named" && !slices.Contains(t.urgedOnes, x.actor) {
		return
	}
	for i := range t.found {
		if f := &t.found[i]; f.Actor == x.actor {
			if !slices.Contains(f.Spans, x.Span) {
				f.Spans = append(f.Spans, x.Span)
			}
			if l.confidence > f.Confidence {
				f.Confidence, f.Reason = l.confidence, article.Reason{Code: l.code, Text: l.text}
			}
			return
		}
	}
	t.found = append(t.found, article.Target{
		Actor: x.actor, Spans: []article.Span{x.Span}, Confidence: l.confidence, Reason: article.Reason{Code: l.code, Text: l.text},
	})
}

func (t *targets) list() []article.Target {
	for i := range t.found {
		slices.SortFunc(t.found[i].Spans, byStart)
		t.found[i].Confidence = percent(t.found[i].Confidence)
	}
	slices.SortFunc(t.found, func(x, y article.Target) int {
		return cmp.Or(byStart(x.Spans[0], y.Spans[0]), cmp.Compare(x.Actor, y.Actor))
	})
	return t.found
}

// contentLink tells how a mention in the content makes a target.
func (d *draft) contentLink(x mention, content article.Span) link {
	w := d.wordAt(x.Span.Start)
	before := d.low(w - 1)
	if before == "the" {
		before = d.low(w - 2)
	}
	_, titled := d.roleAt(min(d.wordAt(x.Span.End), len(d.words)-1))
	switch {
	case titled && d.a.Actors[x.actor].Kind != article.Person:
		return link{} // "Syrian President": it says whose, no more
	case d.a.Actors[x.actor].Kind == article.Place && d.lex.places[before] && w > 0:
		return link{0.4, "place", "The content names it as the place where something is."}
	case x.Form == article.FormPronoun:
		return link{0.8 * x.Confidence, "pronoun", "The content has a pronoun for it."}
	case x.Reason.Code == "capital":
		return link{0.85, "capital", "The content names the capital that acts for it."}
	case x.Form == article.FormTitle:
		return link{0.9 * x.Confidence, "title", "The content describes it by a title."}
	case d.startsClause(w, content):
		return link{0.9, "named-subject", "The content names it at the head of a clause."}
	}
	return link{0.75, "named", "The content names it."}
}

// startsClause tells whether the word is the first of the content or of a clause of it.
func (d *draft) startsClause(w int, content article.Span) bool {
	if d.words[w].span.Start <= content.Start {
		return true
	}
	switch d.low(w - 1) {
	case ",", ";", "that", "and", "but", "because", "while", "if", "when", "“", "\"", "the":
		return true
	}
	return d.words[w].sentence != d.words[w-1].sentence
}

// frame reads "Speaking of Russia-US talks …, Lavrov said": the words of the sentence before the statement.
func (t *targets) frame() {
	if t.m.sentence == none {
		return
	}
	start := t.a.Sentences[t.m.sentence].Span.Start
	end := t.m.Cue.Start
	for _, s := range append(slices.Clone(t.m.Content), t.m.SpeakerSpan) {
		if !s.Empty() && s.Start >= start {
			end = min(end, s.Start)
		}
	}
	w := t.wordAt(start)
	if end <= start || end-start > maxContent/8 || !t.lex.frames[t.low(w)] && !t.asFor(w) {
		return
	}
	for _, x := range t.mentionsIn(article.Span{Start: start, End: end}) {
		l := link{0.6, "frame", "The words before the statement say that it is about it."}
		if at := t.wordAt(x.Span.Start); t.a.Actors[x.actor].Kind == article.Place && at > w+1 && t.lex.places[t.low(at-1)] {
			l.confidence = 0.4
		}
		t.add(x, l)
	}
}

// asFor reads "As for" and "With regard to".
func (t *targets) asFor(w int) bool {
	return t.low(w) == "as" && t.low(w+1) == "for" || t.low(w) == "with" && strings.HasPrefix(t.low(w+1), "regard")
}

// cueObject is the reason of a target that the attributing verb is about.
const cueObject = "cue-object"

// objectOfCue reads whom the cue itself is about: "accused X of …", and X in "X was accused by …".
func (t *targets) objectOfCue() {
	t.around(t.m, 0, func(w int) {
		if !t.m.Cue.Overlaps(t.words[w].span) || !t.lex.object[t.low(w)] {
			return
		}
		l := link{0.9, cueObject, "The attributing verb is about it."}
		if h := t.objectHead(t.m, w+1); h.actor != none {
			t.addActor(h.actor, w+1, 10, l)
		}
		switch t.low(w - 1) {
		case "was", "were", "been", "is", "are", "being":
			t.passiveSubject(w-1, l)
		}
	})
}

// addActor adds the actor with its first mention in the words.
func (t *targets) addActor(actor, from, count int, l link) {
	last := min(from+count, len(t.words)) - 1
	s := article.Span{Start: t.words[from].span.Start, End: t.words[last].span.End}
	for _, x := range t.mentionsIn(s) {
		if x.actor == actor {
			t.add(x, l)
			return
		}
	}
}

// firstPerson reads "me" in what another's statement reports in its own words: it stands for who reports it.
func (t *targets) firstPerson() {
	if t.m.Within == none || t.m.Kind != article.Indirect {
		return
	}
	if who := t.made[t.m.Within].Speaker; who != none && !t.made[t.m.Within].Cue.Overlaps(t.m.Content[0]) {
		l := link{0.7, "first-person", "The statement around this one speaks of itself."}
		for _, s := range t.m.Content {
			for w, to := t.wordsIn(s); w < to; w++ {
				switch t.low(w) {
				case "i", "me", "my", "mine", "myself":
					t.add(mention{actor: who, Mention: &article.Mention{Span: t.words[w].span}}, l)
				}
			}
		}
	}
}

// maxPairBack is how many sentences before "both countries" the two are looked for.
const maxPairBack = 4

// pair reads "both countries" and "the two governments" in the content: the two places that were named last before it, and not
// only as where something is.
func (t *targets) pair() {
	w, to := t.wordsIn(t.m.Content[0])
	for ; w+1 < to; w++ {
		if low := t.low(w); low != "both" && low != "two" || !isCountryNoun(t.low(w+1)) {
			continue
		}
		span := article.Span{Start: t.words[w].span.Start, End: t.words[w+1].span.End}
		for _, actor := range t.lastTwo(w) {
			t.add(mention{actor: actor, Mention: &article.Mention{Span: span}}, link{0.6, "pair", "The content speaks of the two that were named before."})
		}
		return
	}
}

func isCountryNoun(low string) bool {
	switch low {
	case "countries", "nations", "governments", "states", "neighbours", "neighbors", "capitals", "powers", "sides":
		return true
	}
	return false
}

// lastTwo are the last two places named before the word, or none.
func (t *targets) lastTwo(w int) []int {
	at := t.words[w].span.Start
	i, _ := slices.BinarySearchFunc(t.mentions, at, func(m mention, at int) int { return cmp.Compare(m.Span.Start, at) })
	var out []int
	for i--; i >= 0 && len(out) < 2; i-- {
		x := t.mentions[i]
		first := t.wordAt(x.Span.Start)
		if t.words[w].sentence-t.words[first].sentence > maxPairBack {
			break
		}
		if t.a.Actors[x.actor].Kind == article.Place && !t.lex.places[t.low(first-1)] && !slices.Contains(out, x.actor) {
			out = append(out, x.actor)
		}
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// passiveSubject adds the mention right before "was" or "has been".
func (t *targets) passiveSubject(w int, l link) {
	for w > 0 && (t.low(w-1) == "has" || t.low(w-1) == "had" || t.low(w-1) == "have") {
		w--
	}
	if w == 0 {
		return
	}
	end := t.words[w-1].span.End
	for _, x := range t.mentionsIn(article.Span{Start: t.words[max(0, w-8)].span.Start, End: end}) {
		if x.Span.End == end {
			t.add(x, l)
		}
	}
}
