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
	p := t.subject(c, 0)
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
	if t.before(c, p, source) {
		return
	}
	t.after(c, source)
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
	if p := t.firstSubject(0, c.from-1); !p.none() && t.plausible(p, c.verb) {
		return t.spans(p.from, p.to)
	}
	return nil
}

func (t *attributor) subjectOrLast(c cue) []article.Span {
	if c.verb.form != formIng && !c.infinitive {
		if p := t.subject(c, 0); t.plausible(p, c.verb) {
			return t.spans(p.from, p.to)
		}
	}
	if t.source != nil {
		return t.source
	}
	if p := t.firstSubject(0, c.from); !p.none() && t.plausible(p, c.verb) {
		return t.spans(p.from, p.to)
	}
	return nil
}

// before reads content that stands before the source: “…,” X said. It tells whether it does.
func (t *attributor) before(c cue, p phrase, source []article.Span) bool {
	if c.verb.frames&(fSay|fTell|fThink|fThing|fQuote|fAsk) == 0 || p.from == 0 {
		return false
	}
	w := &t.unit[p.from-1]
	to := p.from
	if w.lower == "," {
		to--
	} else if !w.isQuote() && !(w.shape == shapePunct && (w.lower == "—" || w.lower == "–" || w.lower == "-")) {
		return false
	} else if !w.isQuote() {
		to--
	}
	from := t.contentFloor()
	if to-from < 1 || !t.unit[to-1].isQuote() && (to-from < 3 || !t.restClosed(c) || c.verb.frames&(fSay|fTell|fThink|fThing) == 0) {
		return false
	}
	if t.unit[to-1].isQuote() && t.unit[to-1].end-t.unit[to-1].start < 20 && !t.endsClause(t.unit[to-1].quote) && !t.restClosed(c) {
		return false
	}
	if !t.unit[to-1].isQuote() && !t.clauseAhead(from, to) {
		return false
	}
	t.fileBefore(c, source, from, to)
	return true
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
	if c.verb.frames&fTell != 0 && c.verb.frames&fSay == 0 && k < end && t.nominalStart(k) {
		k = t.phraseRight(k, end)
	}
	if k < end && t.unit[k].lower == "to" && c.verb.frames&fTo != 0 {
		return false
	}
	for n := 0; k < end && n < 6; n++ {
		w := &t.unit[k]
		switch {
		case w.lower == "," || w.shape == shapePunct && !w.isQuote():
			return k+1 >= end || !t.unit[k+1].isQuote()
		case w.is(cWeekday|cTime|cMonth|cAdv) || w.shape == shapeNumber:
			k++
		case w.is(cPrep) || w.oneOf("after", "during", "when", "while", "as", "before", "because"):
			if w.oneOf("after", "when", "while", "as", "before", "because") {
				return true
			}
			next := t.phraseRight(k+1, end)
			if next == k+1 {
				return w.is(cPrep)
			}
			k = next
		default:
			return false
		}
	}
	return true
}

// invertedCue reads “…,” said X.
func (t *attributor) invertedCue(c cue) bool {
	if c.from == 0 || c.from != c.at || c.verb.frames&(fSay|fQuote|fThink) == 0 || c.to >= len(t.unit) || c.verb.form == formIng {
		return false
	}
	w := &t.unit[c.from-1]
	to := c.from
	switch {
	case w.isQuote():
	case w.lower == ",":
		to--
		if to == 0 || c.verb.frames&fSay == 0 {
			return false
		}
	default:
		return false
	}
	end := t.end()
	src := phrase{c.to, t.phraseRight(c.to, end)}
	if src.none() || !t.plausible(src, verb{}) || t.unit[c.to].oneOf("him", "them", "us", "me") || t.finiteAfter(src.to, end) {
		return false
	}
	if !w.isQuote() && t.unit[c.to].is(cPron) {
		return false
	}
	src.to = t.appositive(src.to, end)
	from := t.contentFloor()
	if from >= to {
		return false
	}
	t.fileBefore(c, t.spans(src.from, src.to), from, to)
	return true
}

func (t *attributor) finiteAfter(k, end int) bool {
	return k < end && (t.unit[k].is(cAux) || t.finiteAt(k))
}

// controlled reads "went on to say", "used to tell", "continued to claim".
func (t *attributor) controlled(c cue) {
	k := c.from - 2
	if k >= 0 && t.unit[k].lower == "on" {
		k--
	}
	if k < 0 || !t.unit[k].oneOf("went", "goes", "used", "continued", "continues", "began", "begins", "started", "had", "has", "appeared", "seemed", "seems", "appears", "want", "wanted", "wants", "likes", "liked") {
		return
	}
	c.infinitive = false
	c.from = k
	p := t.subject(c, 0)
	if t.plausible(p, c.verb) && !t.before(c, p, t.spans(p.from, p.to)) {
		t.after(c, t.spans(p.from, p.to))
	}
}

// passive reads "was accused by Y of …".
func (t *attributor) passive(c cue) {
	end := t.end()
	if c.to >= end || t.unit[c.to].lower != "by" || c.verb.frames&(fOf|fObj|fSay) == 0 {
		return
	}
	p := t.subject(c, 0)
	to := t.phraseRight(c.to+1, end)
	src := phrase{c.to + 1, to}
	if p.none() || !t.plausible(src, verb{}) {
		return
	}
	content := t.spans(p.from, p.to)
	if to < end && t.unit[to].oneOf("of", "for", "as", "to", "that") {
		content = append(content, t.spanOf(to, t.contentEnd(to, end)))
	}
	t.emit(article.Attribution{
		Source: t.spans(src.from, src.to), Cue: t.spans(c.from, c.to+1), Content: content, Confidence: 0.7,
	})
}

// participle reads "…, adding that …", "a statement saying …".
func (t *attributor) participle(c cue) {
	if c.from == 0 {
		return
	}
	w := &t.unit[c.from-1]
	var source []article.Span
	switch {
	case w.lower == "," || w.oneOf("and", "while", "before", "after", "by", "for", "when", "then", "without", "of", "in"):
		if c.verb.frames&(fSay|fTell|fOf|fObj|fAsk) == 0 {
			return
		}
		if source = t.source; source == nil {
			if p := t.firstSubject(0, c.from-1); !p.none() && t.plausible(p, verb{}) {
				source = t.spans(p.from, p.to)
			}
		}
	case t.nominal(c.from-1) && !w.isQuote():
		c, source = t.released(c)
	}
	if source == nil {
		return
	}
	t.after(c, source)
}

// released reads "X released a statement accusing": the source is who released it, and all of it is the cue.
func (t *attributor) released(c cue) (cue, []article.Span) {
	from := t.phraseLeft(c.from, 0)
	if from < 0 {
		return c, nil
	}
	head := &t.unit[c.from-1]
	if from > 0 && (t.lex.nouns[head.lower] || head.is(cSpeakOrg)) && t.unit[from-1].oneOf("released", "issued", "made", "sent", "published", "posted", "gave",
		"wrote", "releases", "issues", "publishes", "delivered", "signed", "circulated", "filed", "read") {
		whole := c
		whole.from = from - 1
		whole.verb.form = formPast
		for whole.from > 0 && t.unit[whole.from-1].is(cAux|cAdv) && t.unit[whole.from-1].shape == shapeLower {
			whole.from--
		}
		if p := t.subject(whole, 0); t.plausible(p, c.verb) {
			return whole, t.spans(p.from, p.to)
		}
	}
	p := phrase{from, c.from}
	if head.is(cHuman|cSpeakOrg) || t.lex.nouns[head.lower] || head.capital() && c.verb.frames&fSay != 0 {
		if t.plausible(p, verb{base: "say"}) {
			return c, t.spans(p.from, p.to)
		}
	}
	return c, nil
}
