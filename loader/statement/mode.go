package statement

import (
	"strings"

	"github.com/newsgraph/newsgraph/loader/article"
)

// maxVerbGroup is how many words before a cue can belong to its verb.
const maxVerbGroup = 6

// modeOf tells whether the text says that the statement was made, by the verb group of the cue ("did not say", "would
// say", "stopped short of saying"), by who said it ("nobody said") and by what stands before that ("if she says").
// "denied that" says that something was said: a denial.
func (d *draft) modeOf(m *made) article.StatementMode {
	if m.Cue.Empty() {
		return article.Said
	}
	first, to := d.wordsIn(m.cues[0])
	if d.isNobody(m) {
		return article.NotSaid
	}
	open := false
	w := to - 2 // the last word is the verb itself
	for ; w >= max(0, first-maxVerbGroup) && d.inVerbGroup(m, w, first); w-- {
		switch low := d.words[w].low; {
		case d.isNegation(w):
			return article.NotSaid
		case d.lex.unsaid[low]:
			return article.NotSaid
		case d.lex.maybe[low] && !d.isCapital(w): // not the month of May
			open = open || !d.isHabit(w, to)
		}
	}
	if open || d.isCondition(m, first) {
		return article.Hypothetical
	}
	return article.Said
}

// inVerbGroup tells whether the word is of the cue, or before it and no more than what can stand in a verb group.
func (d *draft) inVerbGroup(m *made, w, first int) bool {
	if w >= first {
		return true
	}
	low := d.words[w].low
	return d.words[w].sentence == d.words[first].sentence && !d.inContent(m, w) &&
		(d.lex.auxiliary[low] || d.lex.maybe[low] || d.lex.unsaid[low] || d.isNegation(w) || strings.HasSuffix(low, "ly"))
}

// isNegation reads "not", "n't", "never" and "nor", but not "not only".
func (d *draft) isNegation(w int) bool {
	switch low := d.words[w].low; low {
	case "not", "n't", "never", "nor", "cannot":
		next := d.low(w + 1)
		return next != "only" && next != "just" && next != "merely" && next != "simply"
	default:
		return len(low) > 3 && strings.HasSuffix(low, "n't")
	}
}

// isHabit tells that "would" at the word says what was said: "would often say", "would later say", "would say only that".
func (d *draft) isHabit(w, to int) bool {
	if d.low(w) != "would" {
		return false
	}
	for i := w + 1; i <= to && i < len(d.words); i++ {
		switch d.low(i) {
		case "only", "often", "later", "always", "sometimes", "frequently", "repeatedly", "eventually", "go", "usually", "no":
			return true
		}
	}
	return false
}

// isNobody tells whether the source says that nobody spoke.
func (d *draft) isNobody(m *made) bool {
	if m.SpeakerSpan.Empty() {
		return false
	}
	switch w := d.wordAt(m.SpeakerSpan.Start); d.low(w) {
	case "nobody", "none", "neither":
		return true
	case "no":
		return true
	}
	return false
}

// isCondition tells whether the clause of source and cue begins with "if", or is a question by its word order ("Did she say …?").
func (d *draft) isCondition(m *made, first int) bool {
	begin := first
	if s := m.SpeakerSpan; !s.Empty() && s.End <= m.Cue.Start {
		begin = d.wordAt(s.Start)
	}
	if begin == 0 || d.words[begin-1].sentence != d.words[first].sentence || d.inContent(m, begin-1) {
		return false
	}
	switch d.low(begin - 1) {
	case "if", "unless", "should", "lest", "until":
		return true
	case "did", "does", "do", "would", "will", "could", "might":
		return begin < first && d.isFirst(begin-1) // before its subject
	}
	return false
}

// isFirst tells whether the word opens its sentence.
func (d *draft) isFirst(w int) bool { return w == 0 || d.words[w-1].sentence != d.words[w].sentence }
