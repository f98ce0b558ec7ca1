package entity

import (
	"math"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/loader/article"
)

// candidate is a person that a pronoun may stand for.
type candidate struct {
	actor int
	score float64
}

// pronounMention gives "he", "her" to the person of the article that it most likely stands for, or to nobody.
func (d *draft) pronounMention(w int, p pronoun) {
	p = d.asUsed(w, p)
	d.foreseeSpeaker(w)
	list := d.candidates(w, p)
	if len(list) == 0 {
		list = d.ahead(w, p)
	}
	if len(list) == 0 {
		return
	}
	best, second := none, none
	for i := range list {
		switch {
		case best == none || list[i].score > list[best].score:
			best, second = i, best
		case second == none || list[i].score > list[second].score:
			second = i
		}
	}
	margin := 2.0
	if second != none {
		margin = list[best].score - list[second].score
	}
	a := list[best].actor
	if d.actors[a].gender() == unknown && margin > 0.3 {
		d.learn(a, p.gender, 1)
	}
	d.mention(a, w, w, article.Mention{
		Span: d.words[w].span, Form: article.FormPronoun, Confidence: pronounConfidence(margin),
		Reason: article.Reason{Code: "pronoun", Text: pronounText(second == none)},
	})
	if t := d.words[w].source; t != none && d.speakers[t] == none && p.subject {
		d.speakers[t] = a
	}
}

// foreseeSpeaker finds who speaks a quotation whose source is a pronoun behind it (“We let him down,” he said), for a pronoun inside:
// it is not that person.
func (d *draft) foreseeSpeaker(w int) {
	t := d.words[w].content
	if t == none || !d.words[w].quoted || d.speakers[t] != none || len(d.a.Attributions[t].Source) != 1 {
		return
	}
	s := d.a.Attributions[t].Source[0]
	source, ok := d.lex.pronouns[lower(s.Of(d.a.Text))]
	at := d.wordAt(s.Start)
	if !ok || !source.subject || at <= w {
		return
	}
	best := candidate{actor: none}
	for _, c := range d.candidates(at, source) {
		if best.actor == none || c.score > best.score {
			best = c
		}
	}
	d.speakers[t] = best.actor
}

func pronounText(only bool) string {
	if only {
		return "It is the only person near that the pronoun can stand for."
	}
	return "Of the persons near, it is the one that gender, place in the sentence and distance speak for."
}

// pronounConfidence is 0.5 for two equally likely persons and goes towards 0.85 for a clear case.
func pronounConfidence(margin float64) float64 { return 0.5 + 0.35*min(margin, 2)/2 }

// asUsed tells "her" before a noun from "her" as object.
func (d *draft) asUsed(w int, p pronoun) pronoun {
	if d.words[w].low != "her" {
		return p
	}
	next := d.at(w, w+1)
	p.owner = next != "" && isLetter(next) && !d.lex.preps[next] && !d.lex.clauses[next] && next != "the" && next != "a"
	return p
}

func isLetter(low string) bool { return low[0] >= 'a' && low[0] <= 'z' || low[0] >= 0x80 }

// candidates scores the persons mentioned before the pronoun, in reach.
func (d *draft) candidates(w int, p pronoun) []candidate {
	var list []candidate
	var barred []int // the actors that grammar forbids
	for i := len(d.recent) - 1; i >= max(0, len(d.recent)-maxRecent); i-- {
		s := &d.recent[i]
		if d.sentencesBetween(s.word, w) > d.reach {
			break
		}
		if slices.Contains(barred, s.actor) || !d.possible(s.actor, p) {
			continue
		}
		if d.blocked(s, w) || len(barred) == 0 && d.ownObject(s, w, p) {
			barred = append(barred, s.actor)
			continue
		}
		list = better(list, candidate{actor: s.actor, score: d.score(s, w, p)})
	}
	return list
}

// better keeps the best score of each actor; being mentioned again adds a little.
func better(list []candidate, c candidate) []candidate {
	for i := range list {
		if list[i].actor == c.actor {
			list[i].score = max(list[i].score, c.score) + 0.1
			return list
		}
	}
	return append(list, c)
}

// possible tells whether the pronoun can be the person's; what only other pronouns told of its gender may be wrong.
func (d *draft) possible(a int, p pronoun) bool {
	x := &d.actors[a]
	g := x.gender()
	return x.kind == article.Person && (g == unknown || g == p.gender || !x.sure)
}

func (d *draft) sentencesBetween(from, to int) int {
	return int(d.words[to].sentence - d.words[from].sentence)
}

// blocked tells that the actor of the mention cannot be meant: the speaker of a quotation is "I" in it, and who is named in a
// quotation does not say it.
func (d *draft) blocked(s *seen, w int) bool {
	at := &d.words[w]
	if at.quoted && at.content != none && d.speakers[at.content] == s.actor {
		return true
	}
	return at.source != none && d.words[s.word].content == at.source && d.words[s.word].quoted
}

// ownObject tells that the pronoun is an object of the clause whose subject the mention is: "Holt thanked him".
func (d *draft) ownObject(s *seen, w int, p pronoun) bool {
	return !p.subject && !p.owner && !p.reflexive && s.subject && d.sameClause(s.end, w)
}

// sameClause tells whether nothing between the words starts another clause.
func (d *draft) sameClause(from, to int) bool {
	if to-from > 16 || !d.sameSentence(from, to) {
		return false
	}
	for i := from; i < to; i++ {
		switch low := d.words[i].low; {
		case i == from && strings.ContainsAny(low, "“\""): // the minister “had not offered him …”
		case d.lex.clauses[low], low == "to":
			return false
		case low == ",", low == ";", low == ":", low == "“", low == "”", low == "\"", low == "—", low == "–":
			return false
		}
	}
	return true
}

// score says how well a mention fits a pronoun; a difference of one is about a sentence's distance.
func (d *draft) score(s *seen, w int, p pronoun) float64 {
	score := d.standing(s.actor, p) + s.prominence() - float64(d.sentencesBetween(s.word, w))
	if d.paragraph(s.word) != d.paragraph(w) {
		score -= 0.3
	}
	if p.reflexive && s.subject && d.sameClause(s.end, w) {
		score += 2
	}
	return score + d.voice(s, w, p)
}

// prominence is what speaks for a mention by its place in its sentence.
func (s *seen) prominence() float64 {
	score := 0.0
	if s.subject {
		score += 0.8
	}
	if s.speaker {
		score += 0.4
	}
	if s.owner {
		score -= 0.2
	}
	if s.form == article.FormPronoun {
		score += 0.2
	}
	return score
}

// voice is what speaks for a mention by who is talking where it and the pronoun stand.
func (d *draft) voice(s *seen, w int, p pronoun) float64 {
	at, from := &d.words[w], &d.words[s.word]
	score := 0.0
	if from.quoted && from.content != at.content {
		score -= 0.7
	}
	switch {
	case s.speaker && (at.source != none || p.subject && d.ownContent(w)):
		score += 0.8 // the running speaker goes on
	case at.content != none && !at.quoted && d.speakers[at.content] == s.actor:
		score += 1.2 // "Lavrov said he …"
	case at.content != none && !at.quoted && d.isAsked(s, at.content):
		score += 2.6 // "Byrne asked Holt whether he …"
	}
	return score
}

// isAsked tells that the mention is the object of "asked", and the content what is asked.
func (d *draft) isAsked(s *seen, content int32) bool {
	cue := d.a.Attributions[content].Cue
	return len(cue) == 1 && strings.HasSuffix(lower(cue[0].Of(d.a.Text)), "asked") && d.words[s.word].span.Start >= cue[0].End &&
		d.words[s.word].span.Start <= cue[0].End+1 && d.words[s.word].content != content
}

// standing is what speaks for a person wherever it is mentioned: its gender, when more than other pronouns tell it, and
// how often the article names it.
func (d *draft) standing(a int, p pronoun) float64 {
	x := &d.actors[a]
	score := 0.15 * math.Log2(float64(min(x.count, 32)))
	switch {
	case x.gender() == unknown:
	case x.gender() != p.gender:
		score -= 1
	case x.sure:
		score += 0.9
	default:
		score += 0.6
	}
	return score
}

// ownContent tells whether the word is in content, not in quote marks, of a source that is the same pronoun, as
// in "He would leave, he added" it is.
func (d *draft) ownContent(w int) bool {
	t := d.words[w].content
	if t == none || d.words[w].quoted {
		return false
	}
	for _, s := range d.a.Attributions[t].Source {
		if lower(s.Of(d.a.Text)) == d.words[w].low {
			return true
		}
	}
	return false
}

// ahead finds the person for a pronoun that comes before the name in its sentence ("Before he left, Obama said").
func (d *draft) ahead(w int, p pronoun) []candidate {
	for i := w + 1; i < len(d.words) && i < w+30 && d.sameSentence(i, w); i++ {
		n := d.words[i].name
		if n == none || d.names[n].actor == none || !d.possible(d.names[n].actor, p) {
			continue
		}
		if a := d.names[n].actor; d.isSubject(i) && !d.sameClause(w, i) {
			return []candidate{{actor: a, score: 0}}
		}
	}
	return nil
}

// itMention gives the "it" of "it said" to the organization that spoke last, or that is the one in reach.
func (d *draft) itMention(w int) {
	who := none
	for i := len(d.recent) - 1; i >= max(0, len(d.recent)-maxRecent); i-- {
		s := &d.recent[i]
		if d.sentencesBetween(s.word, w) > 2 {
			break
		}
		if x := &d.actors[s.actor]; x.kind != article.Organization && !x.country || s.owner || !s.subject && !s.speaker {
			continue
		}
		if s.speaker {
			who = s.actor
			break
		}
		if who != none && who != s.actor {
			return
		}
		who = s.actor
	}
	if who == none {
		return
	}
	d.mention(who, w, w, article.Mention{
		Span: d.words[w].span, Form: article.FormPronoun, Confidence: 0.6,
		Reason: article.Reason{Code: "pronoun", Text: "It is the organization near that can have said it."},
	})
}
