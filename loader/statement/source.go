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
		if x, ok := d.subjectBefore(first, 0); ok && d.words[d.wordAt(x.Span.Start)].sentence == d.words[first].sentence && !contains(m.Content, x.Span) {
			m.sources = []article.Span{x.Span}
		}
	}
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
