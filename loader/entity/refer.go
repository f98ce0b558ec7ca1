package entity

import (
	"strings"

	"github.com/newsgraph/newsgraph/loader/article"
)

// seen is a mention that a later title or pronoun may go back to.
type seen struct {
	actor   int
	word    int // its first word
	end     int // the word after it
	subject bool
	owner   bool // "Lavrov's"
	speaker bool // it is in the source of an attribution
	form    article.Form
}

// maxRecent is how many mentions are looked at, going back.
const maxRecent = 48

// refer goes through the text once and gives names, titles and pronouns to actors.
func (d *draft) refer() {
	for w := 0; w < len(d.words); {
		w = d.referAt(w)
	}
}

// referAt reads the word, and returns the word to go on with.
func (d *draft) referAt(w int) int {
	if n := d.words[w].name; n != none {
		d.nameMention(int(n))
		return max(d.names[n].last, w) + 1
	}
	low := d.words[w].low
	if p, ok := d.lex.pronouns[low]; ok {
		d.pronounMention(w, p)
		return w + 1
	}
	switch {
	case low == "it" && d.words[w].source != none:
		d.itMention(w)
	case d.titled[w]:
	case d.isHead(w) && !d.isTitleWord(min(w+1, len(d.words)-1)):
		d.titleMention(w)
	case d.stateAt(w):
	case d.lex.bodies[low]:
		d.bodyMention(w)
	case low == "man", low == "woman", strings.HasSuffix(low, "-year-old"):
		d.agedMention(w)
	case d.isRelation(low):
		d.relationMention(w)
	}
	return w + 1
}

// isRelation tells nouns for somebody by another: "counterpart", "sister".
func (d *draft) isRelation(low string) bool {
	_, kin := d.lex.kin[low]
	return kin || d.lex.relations[low]
}

// nameMention adds the mention of a name; a surname that persons share is settled here or left out.
func (d *draft) nameMention(n int) {
	at := &d.names[n]
	if at.form == none {
		return
	}
	f := &d.forms[at.form]
	how, sure := f.how, f.sure
	if len(f.rivals) > 0 && at.actor == none {
		at.actor = d.nearest(f.rivals, at.first)
	}
	if at.actor != f.actor {
		how, sure = article.Reason{Code: "shared-surname", Text: "Several persons share the name; what stands near it decides."}, 0.65
	}
	if at.actor == none {
		return
	}
	span := trimPossessive(d.a.Text, d.given[n].Span)
	d.mention(at.actor, at.first, at.last, article.Mention{Span: span, Form: article.FormName, Confidence: sure, Reason: how})
	if at.actsFor != none {
		d.mention(at.actsFor, at.first, at.last, article.Mention{
			Span: span, Form: article.FormTitle, Confidence: 0.8,
			Reason: article.Reason{Code: "capital", Text: "The capital acts for its country."},
		})
	}
	d.actors[at.actor].introduced = true
}

// trimPossessive takes an ending that the reader left on a name off it.
func trimPossessive(text string, s article.Span) article.Span {
	for _, ending := range []string{"'s", "’s", "'", "’"} {
		if t, ok := strings.CutSuffix(s.Of(text), ending); ok && t != "" {
			return article.Span{Start: s.Start, End: s.Start + len(t)}
		}
	}
	return s
}

// mention adds a mention to its actor and remembers it for what comes after.
func (d *draft) mention(a, first, last int, m article.Mention) {
	if held := d.actors[a].mentions; len(held) > 0 && held[len(held)-1].Span.Overlaps(m.Span) {
		return
	}
	d.actors[a].mentions = append(d.actors[a].mentions, m)
	s := seen{actor: a, word: first, end: last + 1, form: m.Form, speaker: d.words[first].source != none}
	s.owner = isPossessive(d.at(first, last+1)) || m.Form == article.FormPronoun && d.lex.pronouns[d.words[first].low].owner
	s.subject = !s.owner && d.isSubject(first)
	d.recent = append(d.recent, s)
}

// nearest settles a shared surname: the only one of the persons that was named so far, or that was
// named in the paragraph so far; else none.
func (d *draft) nearest(rivals []int, w int) int {
	who := none
	for _, a := range rivals {
		if d.actors[a].introduced {
			if who != none {
				return d.nearestInParagraph(rivals, w)
			}
			who = a
		}
	}
	return who
}

func (d *draft) nearestInParagraph(rivals []int, w int) int {
	who := none
	p := d.paragraph(w)
	for i := len(d.recent) - 1; i >= max(0, len(d.recent)-maxRecent); i-- {
		s := d.recent[i]
		if p == none || d.paragraph(s.word) != p {
			break
		}
		for _, a := range rivals {
			if s.actor == a && who != a {
				if who != none {
					return none
				}
				who = a
			}
		}
	}
	return who
}

// isSubject guesses from the word before a mention, titles left out, whether it is the subject of its clause.
func (d *draft) isSubject(first int) bool {
	w := first - 1
	for w >= 0 && w > first-maxTitle && d.sameSentence(w, first) && (d.titled[w] || d.isModifier(w)) {
		w--
	}
	low := d.at(first, w)
	return low == "" || d.lex.clauses[low] || strings.ContainsAny(low, ",;:“”\"‘’—–-(")
}

// isModifier tells whether the word can stand before a name as part of its phrase.
func (d *draft) isModifier(w int) bool {
	low := d.words[w].low
	if low == "the" || isPossessive(low) || d.isTitleWord(w) {
		return true
	}
	_, honor := d.lex.honorifics[low]
	if n := d.words[w].name; n != none {
		return d.bodyOf(int(n)) != none
	}
	return honor || d.isCapital(w) && d.places.demonym(d.words[w].span.Of(d.a.Text)) != ""
}
