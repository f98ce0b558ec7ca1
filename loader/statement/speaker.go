package statement

import (
	"strings"

	"github.com/newsgraph/newsgraph/loader/article"
)

// head is the actor that a phrase names.
type head struct {
	actor      int
	confidence float64
	reason     article.Reason
}

func nobody(code, text string) head {
	return head{actor: none, confidence: 0.6, reason: article.Reason{Code: code, Text: text}}
}

// link finds the speaker of a statement in its source.
func (d *draft) link(m *made) {
	m.Speaker = none
	best := nobody("no-source", "The text does not say who said it.")
	best.confidence = 0.4
	for _, s := range m.sources {
		s = trim(d.a.Text, s)
		if s.Empty() {
			continue
		}
		h := d.headOf(s)
		if m.SpeakerSpan.Empty() || h.actor != none && best.actor == none {
			m.SpeakerSpan, best = s, h
		}
	}
	if best.actor == none && !m.SpeakerSpan.Empty() {
		if h := d.issuer(m.SpeakerSpan); h.actor != none {
			best = h
		}
	}
	if best.actor == none && !m.SpeakerSpan.Empty() {
		if h := d.namedLater(m.SpeakerSpan); h.actor != none {
			best = h
		}
	}
	m.Speaker, m.Reason = best.actor, best.reason
	m.Confidence *= best.confidence
	if m.Mode == "" {
		m.Mode = d.modeOf(m)
	}
}

// namedLater finds the person for "a ferry captain" before "Captain Aarno Peltola": the only one who holds a title that ends in the
// same noun, and who is first named behind it.
func (d *draft) namedLater(s article.Span) head {
	u := d.units(s)
	core := 0
	for core < len(u) && (core == 0 || !d.lex.bounds[u[core].low]) {
		core++
	}
	who := none
	for i := range d.a.Roles {
		r := &d.a.Roles[i]
		title := strings.ToLower(r.Title)
		if core < 2 || u[core-1].mention != nil || title != u[core-1].low && !strings.HasSuffix(title, " "+u[core-1].low) || r.Person == who {
			continue
		}
		if who != none {
			return nobody("unnamed", "The source names no actor of the article.")
		}
		who = r.Person
	}
	if who == none || d.a.Actors[who].Mentions[0].Span.Start < s.End {
		return nobody("unnamed", "The source names no actor of the article.")
	}
	return head{
		actor: who, confidence: 0.6,
		reason: article.Reason{Code: "named-later", Text: "The one person with such a title is named later in the text."},
	}
}

// unit is a word or a mention of a phrase; mentions are taken as one.
type unit struct {
	low     string
	mention *mention
	word    int // the first word
	title   bool
}

// units takes a phrase apart. Titles beside names are one unit.
func (d *draft) units(s article.Span) []unit {
	var out []unit
	for w := d.wordAt(s.Start); w < len(d.words) && d.words[w].span.Start < s.End && len(out) < maxClause; {
		u := unit{low: d.words[w].low, word: w}
		end := d.words[w].span.End
		if m, ok := d.mentionAt(w, s.End); ok {
			u.mention, end = &m, m.Span.End
		} else if r, ok := d.roleAt(w); ok && r.End <= s.End {
			u.title, end = true, r.End
		}
		out = append(out, u)
		for w < len(d.words) && d.words[w].span.Start < end {
			w++
		}
	}
	return out
}

// roleAt is the span of a role's title that starts at the word.
func (d *draft) roleAt(w int) (article.Span, bool) {
	at := d.words[w].span.Start
	lo, hi := 0, len(d.roles)
	for lo < hi {
		if mid := (lo + hi) / 2; d.roles[mid].Start < at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(d.roles) && d.roles[lo].Start == at {
		return d.roles[lo], true
	}
	return article.Span{}, false
}

// headOf finds the actor that is the head of a phrase: the mention at the end of its core, which goes to the first
// comma, preposition or relative pronoun. A mention before the end only modifies it: "some US officials".
func (d *draft) headOf(s article.Span) head {
	u := d.units(s)
	if len(u) == 1 && (u[0].low == "who" || u[0].low == "which") {
		return d.antecedent(u[0].word)
	}
	core := len(u)
	for i := 1; i < len(u); i++ {
		if u[i].mention == nil && !u[i].title && d.lex.bounds[u[i].low] {
			core = i
			break
		}
	}
	if h, ok := joint(u[:core]); ok {
		return h
	}
	if core > 0 && u[core-1].mention != nil && canSpeak(d.a, u[core-1].mention) {
		return speakerOf(u[core-1].mention)
	}
	if m := d.inApposition(u, core); m != nil {
		return speakerOf(m)
	}
	if m := d.bodyInApposition(u, core); m != nil {
		return speakerOf(m)
	}
	if m := d.spokenFor(u, core); m != nil {
		return head{
			actor: m.actor, confidence: 0.7 * m.Confidence,
			reason: article.Reason{Code: "spokesperson", Text: "The source is a spokesperson, not named, of the speaker."},
		}
	}
	return nobody("unnamed", "The source names no actor of the article.")
}

// antecedent finds whom a relative pronoun stands for: the mention right before it.
func (d *draft) antecedent(w int) head {
	i := w - 1
	if d.low(i) == "," {
		i--
	}
	if i >= 0 && d.words[i].sentence == d.words[w].sentence {
		end := d.words[i].span.End
		for _, x := range d.mentionsIn(article.Span{Start: max(0, end-80), End: end}) {
			if x.Span.End == end && x.Form == article.FormName && canSpeak(d.a, &x) {
				return head{
					actor: x.actor, confidence: 0.8 * x.Confidence,
					reason: article.Reason{Code: "relative", Text: "The source is a relative pronoun right behind the speaker's name."},
				}
			}
		}
	}
	return nobody("unnamed", "The source names no actor of the article.")
}

// joint reads "Lavrov and Kerry": the first of them stands for all, with half the confidence.
func joint(u []unit) (head, bool) {
	for i := 1; i+1 < len(u); i++ {
		if u[i].low == "and" && u[i-1].mention != nil && u[i-1].mention.Form == article.FormName {
			return head{
				actor: u[i-1].mention.actor, confidence: 0.5,
				reason: article.Reason{Code: "joint", Text: "The source names several; this is the first of them."},
			}, true
		}
	}
	return head{}, false
}

func canSpeak(a *article.Article, m *mention) bool { return a.Actors[m.actor].Kind != article.Event }

// inApposition finds the person in "a spokesman for the ministry, John Smith" and "President of Syria Bashar Assad".
func (d *draft) inApposition(u []unit, core int) *mention {
	for i := core; i < len(u); i++ {
		m := u[i].mention
		if m == nil || m.Form != article.FormName || d.a.Actors[m.actor].Kind != article.Person {
			continue
		}
		before := i - 1
		for before > 0 && u[before].mention == nil && (u[before].title || d.isCapital(u[before].word)) {
			before-- // "Sir", "Dr." and titles
		}
		if before >= 0 && (u[before].low == "," || u[before].mention != nil || u[before].title) {
			return m
		}
	}
	return nil
}

// bodyInApposition finds the organization in "the machine's maker, Tempo Dynamics,".
func (d *draft) bodyInApposition(u []unit, core int) *mention {
	if core == 0 || core+1 >= len(u) || u[core].low != "," || u[core-1].mention != nil || strings.HasPrefix(u[core-1].low, "spokes") {
		return nil
	}
	i := core + 1
	if u[i].low == "the" && i+1 < len(u) {
		i++
	}
	m := u[i].mention
	if m == nil || m.Form != article.FormName || d.a.Actors[m.actor].Kind != article.Organization || i+1 < len(u) && u[i+1].low != "," {
		return nil
	}
	return m
}

// spokenFor finds the body or country that a spokesperson without a name speaks for: "a spokesman for the Treasury",
// "a Commission spokeswoman".
func (d *draft) spokenFor(u []unit, core int) *mention {
	if core == 0 || !strings.HasPrefix(u[core-1].low, "spokes") {
		return nil
	}
	if core > 1 {
		m := u[core-2].mention
		if m == nil && core > 2 && (u[core-2].low == "'s" || u[core-2].low == "'") {
			m = u[core-3].mention
		}
		if m != nil {
			return d.body(m)
		}
	}
	for i := core + 1; i < len(u) && i < core+6 && (u[core].low == "for" || u[core].low == "of" || u[core].low == "at"); i++ {
		if u[i].mention != nil {
			return d.body(u[i].mention)
		}
	}
	return nil
}

// body returns the mention when it is of an organization or place.
func (d *draft) body(m *mention) *mention {
	if k := d.a.Actors[m.actor].Kind; k == article.Organization || k == article.Place {
		return m
	}
	return nil
}

func speakerOf(m *mention) head {
	h := head{actor: m.actor, confidence: m.Confidence}
	switch m.Form {
	case article.FormName:
		h.reason = article.Reason{Code: "name", Text: "The source names the speaker."}
	case article.FormTitle:
		h.reason = article.Reason{Code: "title", Text: "The source is a title or description of the speaker."}
	default:
		h.reason = article.Reason{Code: "pronoun", Text: "The source is a pronoun for the speaker."}
	}
	return h
}

// issuer finds who speaks through a document: "Lavrov's letter", "a statement from the ministry", or
// "the statement" after one that somebody made.
func (d *draft) issuer(s article.Span) head {
	u := d.units(s)
	for i := range u {
		if u[i].mention != nil || !d.lex.documents[u[i].low] {
			continue
		}
		if m := ownerBefore(u[:i]); m != nil && canSpeak(d.a, m) {
			return issued(m.actor, m.Confidence*0.8)
		}
		if i+2 < len(u) && (u[i+1].low == "from" || u[i+1].low == "by") {
			rest := article.Span{Start: d.words[u[i+2].word].span.Start, End: s.End}
			if h := d.headOf(rest); h.actor != none {
				return issued(h.actor, h.confidence*0.8)
			}
		}
		if i == len(u)-1 {
			return d.earlierIssuer(u[i])
		}
	}
	return nobody("unnamed", "The source names no actor of the article.")
}

func issued(actor int, confidence float64) head {
	return head{actor: actor, confidence: confidence, reason: article.Reason{Code: "issuer", Text: "It is said in a document of the speaker."}}
}

// ownerBefore is the mention that owns what follows: "Lavrov 's".
func ownerBefore(u []unit) *mention {
	if n := len(u); n >= 2 && (u[n-1].low == "'s" || u[n-1].low == "'") {
		return u[n-2].mention
	} else if n >= 1 && u[n-1].mention != nil {
		return u[n-1].mention
	}
	return nil
}

// earlierIssuer finds the speaker of the last statement, when it stands in the two sentences before and speaks of
// the same document.
func (d *draft) earlierIssuer(u unit) head {
	here := d.words[u.word].sentence
	for i := len(d.made) - 1; i >= max(0, len(d.made)-4); i-- {
		m := &d.made[i]
		if m.Speaker == none || m.sentence == none || here-m.sentence > 2 || m.sentence > here {
			continue
		}
		if d.sentenceHas(m.sentence, u.low) {
			return issued(m.Speaker, 0.6)
		}
	}
	return nobody("unnamed", "The text does not say whose document it is.")
}

func (d *draft) sentenceHas(sentence int, low string) bool {
	first := d.wordAt(d.a.Sentences[sentence].Span.Start)
	for w := first; w < min(first+maxClause, len(d.words)) && d.words[w].sentence == sentence; w++ {
		if d.words[w].low == low {
			return true
		}
	}
	return false
}

// inContent tells whether the word is part of the statement's content.
func (d *draft) inContent(m *made, w int) bool {
	for _, s := range m.Content {
		if s.Overlaps(d.words[w].span) {
			return true
		}
	}
	return false
}
