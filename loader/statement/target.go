package statement

import (
	"cmp"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/loader/article"
)

// findTargets finds whom each statement is about.
func (d *draft) findTargets() {
	d.findOutlets()
	for i := range d.made {
		m := &d.made[i]
		t := &targets{draft: d, m: m}
		if !m.Cue.Empty() {
			t.urgedOnes, t.vocative = d.urged(m), d.addressed(m)
		}
		t.group()
		for _, s := range m.Content {
			s = shortened(s)
			for _, x := range d.mentionsIn(s) {
				if !slices.Contains(t.vocative, x.actor) || x.Span.Start > m.Content[0].Start+maxVocative {
					t.add(x, d.contentLink(x, s))
				}
			}
		}
		t.firstPerson()
		t.secondPerson()
		if !m.Cue.Empty() {
			t.frame()
			t.frameAfter()
			t.objectOfCue()
			t.told()
		}
		m.About = t.list()
	}
}

// findOutlets notes the organizations to which something is said: mostly outlets, which are not what is spoken of.
func (d *draft) findOutlets() {
	d.outlets = map[int]bool{}
	for i := range d.made {
		for _, actor := range d.made[i].Addressees {
			if d.a.Actors[actor].Kind == article.Organization && d.made[i].Kind != article.Indirect {
				d.outlets[actor] = true
			}
		}
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

// shortened is the passage as far as targets are looked for in it.
func shortened(s article.Span) article.Span { return span(s.Start, min(s.End, s.Start+maxContent)) }

// maxVocative is how many bytes into the content, behind an honorific, a vocative begins.
const maxVocative = 12

// link is how sure it is that a mention is a target, and why.
type link struct {
	confidence float64
	code, text string
}

func (t *targets) add(x mention, l link) {
	if x.actor == t.m.Speaker || l.confidence <= 0 || t.isListener(x.actor) && !spokenOf(l.code) {
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

// isListener tells that the statement is said to the actor, and wants nothing of it.
func (t *targets) isListener(actor int) bool {
	return slices.Contains(t.m.Addressees, actor) && !slices.Contains(t.urgedOnes, actor)
}

// spokenOf tells the reasons by which a statement is about one to whom it is said, too.
func spokenOf(code string) bool {
	switch code {
	case "named", "told", "second-person", "group":
		return true
	}
	return false
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
	_, titled := d.roleAt(min(d.wordAt(x.Span.End), len(d.words)-1))
	switch {
	case titled && d.a.Actors[x.actor].Kind != article.Person:
		return link{} // "Syrian President": it says whose, no more
	case d.isLabelled(x):
		return link{0.3, "label", "The content gives it as the name of something."}
	case d.isPartOfThing(x):
		return link{0.4, "part", "The content has it in the name of a thing."}
	case d.isModifier(x):
		return link{0.4, "modifier", "The content has it in a word that says something of another."}
	case d.a.Actors[x.actor].Kind == article.Place && x.Reason.Code != "capital" && d.isWhere(w):
		return link{0.4, "place", "The content names it as the place where something is."}
	case x.Form == article.FormPronoun:
		return link{x.Confidence, "pronoun", "The content has a pronoun for it."}
	case x.Reason.Code == "capital":
		return link{0.85, "capital", "The content names the capital that acts for it."}
	case x.Reason.Code == "relation":
		return link{0.9 * x.Confidence, "relation", "The content names it by what it is to another: " + lowerFirst(x.Reason.Text)}
	case x.Form == article.FormTitle:
		return link{0.9 * x.Confidence, "title", "The content describes it by a title."}
	case d.startsClause(w, content):
		return link{0.9, "named-subject", "The content names it at the head of a clause."}
	}
	return link{0.75, "named", "The content names it."}
}

func lowerFirst(s string) string { return strings.ToLower(s[:1]) + s[1:] }

// isLabelled reads a name that something is given, in quote marks: "a resort called “Paradise Two”".
func (d *draft) isLabelled(x mention) bool {
	w := d.wordAt(x.Span.Start)
	switch d.low(w - 2) {
	case "called", "named", "name", "titled", "entitled", "dubbed", "nicknamed", "renamed":
		return isMark(d.low(w-1)) && isMark(d.low(d.wordAt(x.Span.End)))
	}
	return false
}

// isPartOfThing reads a name before the noun of a thing that is called by it: "the Brenta tunnel", "the London route".
func (d *draft) isPartOfThing(x mention) bool {
	switch d.low(d.wordAt(x.Span.End)) {
	case "tunnel", "bridge", "river", "plain", "route", "road", "dam", "valley", "airport", "line", "pipeline", "coast", "motorway", "highway", "canal", "bypass", "railway",
		"stadium", "desert", "mountains", "hills", "bay":
		return x.Form == article.FormName
	}
	return false
}

// isModifier reads a name that is the head of a participle before who or what is meant: "US-backed rebels".
func (d *draft) isModifier(x mention) bool {
	rest, ok := strings.CutPrefix(d.a.Text[x.Span.End:], "-")
	if !ok {
		return false
	}
	end := strings.IndexFunc(rest, func(r rune) bool { return r < 'a' || r > 'z' })
	return end > 0 && strings.HasSuffix(rest[:end], "ed")
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
