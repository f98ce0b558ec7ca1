package statement

import (
	"strings"

	"github.com/newsgraph/newsgraph/loader/article"
)

// maxAgent is how far behind a passive cue, in words, its "by" may stand.
const maxAgent = 10

// findSource corrects the source that the reader links to a cue where the grammar of the cue's sentence says better: the agent
// of a passive ("was accused on Monday by a state auditor of"), the subject of "was quoted as saying", the subject right before a cue
// whose source is in another sentence, and nobody for "it is alleged".
func (d *draft) findSource(m *made) {
	if s, ok := d.signature(m); ok {
		m.sources = []article.Span{s}
		return
	}
	if m.Cue.Empty() {
		return
	}
	d.apposed(m)
	d.interrupted(m)
	first, to := d.wordsIn(m.cues[0])
	if first >= to {
		return
	}
	switch {
	case d.isPassive(first) && d.isQuotedAs(first, to):
		if x, ok := d.subjectBefore(first, 0); ok {
			m.sources = []article.Span{x.Span}
		}
	case d.low(first-1) == "it" && d.isPassive(first):
		m.sources = nil
	case d.isPassive(first) && len(m.sources) == 0:
		if s, ok := d.agent(m, to); ok {
			m.sources = []article.Span{s}
			m.Content = d.withoutPatient(m, first)
		}
	case len(m.sources) == 1 && d.sentenceAt(m.sources[0].Start) != d.words[first].sentence:
		if s, ok := d.sourceBefore(m, first); ok {
			m.sources = []article.Span{s}
		}
	}
}

// apposed moves a name that the reader takes for the head of the content into the source before it: "according to its head, [Ada
// Byrne, the ship was late]".
func (d *draft) apposed(m *made) {
	if len(m.sources) != 1 || m.Content[0].Start < m.sources[0].End || strings.Trim(d.a.Text[m.sources[0].End:m.Content[0].Start], ", ") != "" || !strings.HasSuffix(strings.ToLower(m.Cue.Of(d.a.Text)), "to") {
		return
	}
	x, ok := d.mentionAt(d.wordAt(m.Content[0].Start), m.Content[0].End)
	if !ok || x.Form != article.FormName || d.a.Actors[x.actor].Kind != article.Person || d.low(d.wordAt(x.Span.End)) != "," {
		return
	}
	rest := trim(d.a.Text, article.Span{Start: x.Span.End, End: m.Content[0].End})
	if rest.Empty() {
		return
	}
	m.sources = []article.Span{{Start: m.sources[0].Start, End: x.Span.End}}
	m.Content[0] = rest
}

// maxSubject is how many words the subject before an interruption has at most.
const maxSubject = 8

// interrupted gives a quotation its subject back, which stands before source and cue: "Ames, she said, “has an ear for everybody”".
func (d *draft) interrupted(m *made) {
	if len(m.sources) != 1 || len(m.Content) != 1 || m.Cue.End > m.Content[0].Start || d.quoteAt(m.Content[0].Start) == none || !startsSmall(m.Content[0].Of(d.a.Text)) {
		return
	}
	w := d.wordAt(min(m.sources[0].Start, m.Cue.Start))
	if w < 2 || d.low(w-1) != "," || d.low(d.wordAt(m.Cue.End)) != "," {
		return
	}
	if s, ok := d.subjectUpTo(w - 1); ok {
		m.Content = []article.Span{s, m.Content[0]}
	}
}

// subjectUpTo is the phrase of a few words that opens its sentence and ends in a mention before the comma at w.
func (d *draft) subjectUpTo(w int) (article.Span, bool) {
	x, ok := d.mentionEnding(w)
	first := w
	for ok && first > 0 && w-first <= maxSubject && !d.opens(first) {
		first--
	}
	if !ok || w-first > maxSubject || !d.opens(first) || d.lex.preps[d.low(first)] {
		return article.Span{}, false
	}
	return article.Span{Start: d.words[first].span.Start, End: x.Span.End}, true
}

// opens tells whether the word opens its sentence, or what stands behind a colon or mark.
func (d *draft) opens(w int) bool {
	return d.isFirst(w) || d.low(w-1) == ":" || d.low(w-1) == "," || isMark(d.low(w-1))
}

func startsSmall(s string) bool { return s != "" && s[0] >= 'a' && s[0] <= 'z' }

// sourceBefore is the source of a cue in its own sentence: "Nobody", a phrase that opens it, or a mention right before the cue.
func (d *draft) sourceBefore(m *made, first int) (article.Span, bool) {
	if s, ok := d.nobodyBefore(first); ok {
		return s, true
	}
	if s, ok := d.openingPhrase(m, first); ok {
		return s, true
	}
	x, ok := d.subjectBefore(first, 0)
	if !ok || d.words[d.wordAt(x.Span.Start)].sentence != d.words[first].sentence || contains(m.Content, x.Span) {
		return article.Span{}, false
	}
	return x.Span, true
}

// signature is the name behind a quotation and a dash, at the end of its sentence: “…” — Ada Byrne.
func (d *draft) signature(m *made) (article.Span, bool) {
	w := d.wordAt(end(m))
	if !isMark(d.low(w)) || !isDash(d.low(w+1)) || w+2 >= len(d.words) {
		return article.Span{}, false
	}
	x, ok := d.mentionAt(w+2, len(d.a.Text))
	if !ok || x.Form != article.FormName || !canSpeak(d.a, &x) {
		return article.Span{}, false
	}
	next := d.wordAt(x.Span.End)
	if next < len(d.words) && d.low(next) != "." && !isMark(d.low(next)) && d.words[next].sentence == d.words[w+2].sentence {
		return article.Span{}, false
	}
	return x.Span, true
}

func isMark(low string) bool {
	return low != "" && strings.Contains("\" '' ” ’ » “ ‘ «", low)
}

func isDash(low string) bool { return low != "" && strings.Contains("— – ― -- -", low) }

// nobodyBefore is the "nobody" or "no one" that opens the sentence of a cue a few words before it.
func (d *draft) nobodyBefore(cue int) (article.Span, bool) {
	w := cue
	for w > 0 && cue-w < maxAgent && d.words[w-1].sentence == d.words[cue].sentence {
		w--
	}
	switch low := d.low(w); {
	case !d.isFirst(w) || low != "nobody" && low != "none" && low != "neither" && !(low == "no" && d.low(w+1) == "one"):
		return article.Span{}, false
	case low == "no":
		return article.Span{Start: d.words[w].span.Start, End: d.words[w+1].span.End}, true
	}
	return d.words[w].span, true
}

// openingPhrase is the phrase that fills the sentence of a cue up to it: "A fisherman in Bergen said".
func (d *draft) openingPhrase(m *made, cue int) (article.Span, bool) {
	w := cue
	for w > 0 && cue-w < maxAgent && d.words[w-1].sentence == d.words[cue].sentence {
		w--
		if strings.ContainsAny(d.words[w].low, ",;:\"“”'‘’()") || d.inContent(m, w) {
			return article.Span{}, false
		}
	}
	switch d.low(w) {
	case "a", "an", "some", "several", "many", "two", "three", "one":
		if d.isFirst(w) && w < cue {
			return article.Span{Start: d.words[w].span.Start, End: d.words[cue-1].span.End}, true
		}
	}
	return article.Span{}, false
}

// unfold takes the verb of saying out of a content that begins with it: what somebody "refused [to say when …]" or "is expected
// [to tell them that …]" is not what was said there.
func (d *draft) unfold(m *made) {
	if m.Cue.Empty() || len(m.Content) == 0 {
		return
	}
	from, to := d.wordsIn(m.Content[0])
	if d.low(from) != "to" || !d.lex.say[d.low(from+1)] || to-from < 4 {
		return
	}
	cue := d.wordAt(m.Cue.End - 1)
	start := from + 2
	for w := start; w < min(from+8, to-1); w++ {
		if d.low(w) == "that" {
			start = w + 1
		}
	}
	switch low := d.low(cue); {
	case d.lex.unsaid[low]:
		m.Mode = article.NotSaid
	case d.lex.maybe[low]:
		m.Mode = article.Hypothetical
	default:
		return
	}
	m.Content[0] = trim(d.a.Text, article.Span{Start: d.words[start].span.Start, End: m.Content[0].End})
	if len(m.sources) > 0 {
		return
	}
	if x, ok := d.subjectBefore(d.wordAt(m.Cue.Start), 0); ok {
		m.sources = []article.Span{x.Span}
	}
}

func contains(spans []article.Span, s article.Span) bool {
	for _, x := range spans {
		if x.Contains(s) {
			return true
		}
	}
	return false
}

// isPassive tells whether the cue begins with a form of "be".
func (d *draft) isPassive(w int) bool {
	switch d.low(w) {
	case "was", "were", "is", "are", "been", "being":
		return true
	case "has", "have", "had":
		return d.low(w+1) == "been"
	}
	return false
}

func (d *draft) isQuotedAs(first, to int) bool {
	for w := first; w < to; w++ {
		if d.low(w) == "quoted" || d.low(w) == "cited" {
			return true
		}
	}
	return false
}

// agent is the phrase after "by", in the words behind a passive cue.
func (d *draft) agent(m *made, w int) (article.Span, bool) {
	for i := w; i < min(w+maxAgent, len(d.words)) && d.words[i].sentence == m.sentenceOf(d); i++ {
		if d.low(i) != "by" || i+1 >= len(d.words) {
			continue
		}
		s := article.Span{Start: d.words[i+1].span.Start, End: d.words[i+1].span.End}
		for j := i + 1; j < min(i+1+maxAgent, len(d.words)) && !d.inContent(m, j) && !strings.Contains(" of for as with in on at , . ; ", " "+d.low(j)+" "); j++ {
			s.End = d.words[j].span.End
		}
		return s, true
	}
	return article.Span{}, false
}

// sentenceOf is the sentence of the statement's cue.
func (m *made) sentenceOf(d *draft) int { return d.sentenceAt(m.cues[0].Start) }

// withoutPatient leaves the subject of the passive out of the content, when there is more.
func (d *draft) withoutPatient(m *made, cue int) []article.Span {
	if at := d.words[cue].span.Start; len(m.Content) > 1 && m.Content[0].End <= at && m.Content[1].Start > at {
		return m.Content[1:]
	}
	return m.Content
}

// pointsBack tells whether a content without quote marks says nothing that one can repeat: "denied it", "rejects the claim".
func (d *draft) pointsBack(content []article.Span) bool {
	if len(content) != 1 || content[0].Len() > 60 {
		return false
	}
	from, to := d.wordsIn(content[0])
	switch {
	case to-from == 1:
		return d.lex.pointers[d.low(from)]
	case to-from == 2:
		return d.lex.determiners[d.low(from)] && !d.isCapital(from+1) && d.quoteAt(content[0].Start) == none
	case to-from >= 2 && d.low(from) == "to":
		return d.low(from+1) == "comment" || d.low(from+1) == "respond"
	}
	return false
}
