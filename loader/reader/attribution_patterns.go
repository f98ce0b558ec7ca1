package reader

import "github.com/newsgraph/newsgraph/loader/article"

// read finds source and content for the cue and files the attribution.
func (t *attributor) read(c cue) {
	switch {
	case c.passive:
		t.passive(c)
	case c.verb.form == formIng && !t.progressive(c):
		t.participle(c)
	case c.infinitive:
		t.controlled(c)
	case t.invertedCue(c):
	default:
		t.finite(c)
	}
}

// progressive tells "is saying" from "saying".
func (t *attributor) progressive(c cue) bool {
	for k := c.from; k < c.at; k++ {
		if t.unit[k].is(cAux) {
			return true
		}
	}
	return false
}

// finite reads "X says …" and "…, X says".
func (t *attributor) finite(c cue) {
	p := t.subject(c)
	source := t.spans(p.from, p.to)
	if !t.plausible(p, c.verb) {
		if source = t.shared(c); source == nil {
			return
		}
		p = phrase{c.from, c.from}
	}
	if c.verb.form == formPart && c.verb.base != "show" && c.from == c.at {
		return
	}
	if p.from > 0 && t.unit[p.from-1].lower == "as" && c.verb.frames&(fSay|fThink|fPut|fThing) != 0 {
		t.asClause(c, p)
		return
	}
	if c.verb.frames == fPut {
		return
	}
	if t.inserted(c, p, source) || t.before(c, p, source) {
		return
	}
	t.after(c, source)
}

// inserted reads "The plan, X said, is dead": content on both sides of source and cue.
func (t *attributor) inserted(c cue, p phrase, source []article.Span) bool {
	end, from := t.end(), t.contentFloor()
	if c.verb.frames&(fSay|fThink) == 0 || p.from < 2 || c.to+2 >= end || t.unit[p.from-1].lower != "," || t.unit[c.to].lower != "," {
		return false
	}
	if from >= p.from-1 || t.unit[p.from-2].isQuote() || t.unit[c.to+1].isQuote() || t.breaksOff(c.to+1, end) {
		return false
	}
	if t.clauseAhead(from, p.from-1) && !t.unit[c.to+1].is(cConj|cSubord|cAux) {
		return false
	}
	to := t.contentEnd(c.to+1, end)
	t.emit(article.Attribution{
		Source: source, Cue: t.spans(c.from, c.to), Confidence: 0.8,
		Content: []article.Span{t.spanOf(from, p.from-1), t.spanOf(c.to+1, to)},
	})
	t.source, t.closed = source, to
	return true
}

// shared is the source of a verb that is coordinated with one before: "X praised Y and said …".
func (t *attributor) shared(c cue) []article.Span {
	if c.from == 0 {
		return nil
	}
	w := &t.unit[c.from-1]
	if !w.oneOf("and", "but", "or", "then", ",") {
		return nil
	}
	if t.source != nil {
		return t.source
	}
	if w.lower == "," {
		return nil
	}
	if p := t.firstSubject(c.from - 1); !p.none() && t.plausible(p, c.verb) {
		return t.spans(p.from, p.to)
	}
	return nil
}

func (t *attributor) subjectOrLast(c cue) []article.Span {
	if c.verb.form != formIng && !c.infinitive {
		if p := t.subject(c); t.plausible(p, c.verb) {
			return t.spans(p.from, p.to)
		}
	}
	if t.source != nil {
		return t.source
	}
	if p := t.firstSubject(c.from); !p.none() && t.plausible(p, c.verb) {
		return t.spans(p.from, p.to)
	}
	return nil
}

// before reads content that stands before the source: “…,” X said. It tells whether it does.
func (t *attributor) before(c cue, p phrase, source []article.Span) bool {
	if c.verb.frames&(clausal|fQuote) == 0 || p.from == 0 {
		return false
	}
	to := p.from
	switch w := &t.unit[to-1]; {
	case w.isQuote():
	case w.oneOf(",", "—", "–", "-"):
		to--
	default:
		return false
	}
	from := t.contentFloor()
	if to-from < 1 || !t.endsBefore(c, from, to) {
		return false
	}
	t.fileBefore(c, source, from, to)
	return true
}

// endsBefore tells whether the words [from, to) before a source and its cue can be their content.
func (t *attributor) endsBefore(c cue, from, to int) bool {
	if last := &t.unit[to-1]; last.isQuote() {
		return last.end-last.start >= 20 || t.endsClause(last.quote) || t.restClosed(c)
	}
	return to-from >= 3 && c.verb.frames&(fSay|fTell|fThink|fThing) != 0 && t.restClosed(c) && t.hasClause(from, to)
}

// contentFloor is where content before a cue may start: the unit's start, or after what is done.
func (t *attributor) contentFloor() int {
	k := t.closed
	for k > 0 && k < len(t.unit) && (t.unit[k].lower == "," || t.unit[k].is(cConj)) && !t.unit[k].isQuote() {
		k++
	}
	return k
}

// fileBefore files content before the cue, with the quotation that goes on after it.
func (t *attributor) fileBefore(c cue, source []article.Span, from, to int) {
	at := t.attribute(source, t.spans(c.from, c.to), from, to, 0.9)
	t.source = source
	rest := max(c.to, t.wordAt(source))
	t.closed = rest
	for k := rest; k < len(t.unit) && k < rest+14; k++ {
		if !t.unit[k].isQuote() {
			continue
		}
		if t.unit[k-1].oneOf(",", ":", ".") && t.owner[t.unit[k].quote] == 0 && t.unit[to-1].isQuote() && !t.cueBetween(rest, k) {
			t.append(at, t.unit[k].quote)
		}
		break
	}
	if t.unit[to-1].isQuote() {
		t.last = at
	}
}

// wordAt returns the index after the word at which the last span ends.
func (t *attributor) wordAt(s []article.Span) int {
	if len(s) == 0 {
		return 0
	}
	end := s[len(s)-1].End
	for k := len(t.unit) - 1; k >= 0; k-- {
		if t.unit[k].end <= end {
			return k + 1
		}
	}
	return 0
}

func (t *attributor) cueBetween(from, to int) bool {
	for k := from; k < to; k++ {
		if v, ok := t.lex.verbs[t.unit[k].lower]; ok && v.frames&(fSay|fTell) != 0 && t.unit[k].shape == shapeLower {
			return true
		}
	}
	return false
}

// restClosed tells that the cue has no content after it: the sentence ends, or a comma or words of time and place follow.
func (t *attributor) restClosed(c cue) bool {
	k, end := c.to, t.end()
	if c.verb.frames&(fTell|fSay) == fTell && k < end && t.nominalStart(k) {
		k = t.phraseRight(k, end)
	}
	if k < end && t.unit[k].lower == "to" && c.verb.frames&fTo != 0 {
		return false
	}
	for n := 0; k < end && n < 6; n++ {
		next, closed := t.restStep(k, end)
		if next == k {
			return closed
		}
		k = next
	}
	return true
}

// restStep steps over words of time and place behind a cue. Where it stays, it tells whether the cue is done there.
func (t *attributor) restStep(k, end int) (next int, closed bool) {
	w := &t.unit[k]
	switch {
	case w.isQuote():
		return k, false
	case w.shape == shapePunct:
		return k, k+1 >= end || !t.unit[k+1].isQuote()
	case w.is(cWeekday|cTime|cMonth|cAdv) || w.shape == shapeNumber:
		return k + 1, false
	case w.oneOf("after", "when", "while", "as", "before", "because"):
		return k, true
	case !w.is(cPrep):
		return k, false
	}
	if next = t.phraseRight(k+1, end); next == k+1 {
		return k, true
	}
	return next, false
}

// invertedCue reads “…,” said X.
func (t *attributor) invertedCue(c cue) bool {
	if c.from == 0 || c.from != c.at || c.verb.frames&(fSay|fQuote|fThink) == 0 || c.to >= len(t.unit) || c.verb.form == formIng {
		return false
	}
	to, quoted := c.from, t.unit[c.from-1].isQuote()
	if !quoted {
		if to--; t.unit[to].lower != "," || c.verb.frames&fSay == 0 || t.unit[c.to].is(cPron) {
			return false
		}
	}
	src, from := t.sourceAfter(c), t.contentFloor()
	if src.none() || from >= to {
		return false
	}
	t.fileBefore(c, t.spans(src.from, src.to), from, to)
	return true
}

// sourceAfter reads the source behind an inverted cue, with what is set behind it.
func (t *attributor) sourceAfter(c cue) phrase {
	end := t.end()
	src := phrase{c.to, t.phraseRight(c.to, end)}
	if !t.plausible(src, verb{}) || t.unit[c.to].oneOf("him", "them", "us", "me") || t.finiteAfter(src.to, end) {
		return phrase{}
	}
	src.to = t.appositive(src.to, end)
	return src
}

func (t *attributor) finiteAfter(k, end int) bool {
	return k < end && (t.unit[k].is(cAux) || t.finiteAt(k))
}
