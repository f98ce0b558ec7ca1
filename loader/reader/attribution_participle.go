package reader

import "github.com/newsgraph/newsgraph/loader/article"

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
	p := t.subject(c)
	if t.plausible(p, c.verb) && !t.before(c, p, t.spans(p.from, p.to)) {
		t.after(c, t.spans(p.from, p.to))
	}
}

// passive reads "was accused by Y of …".
func (t *attributor) passive(c cue) {
	end, by := t.end(), c.to // "by" stands here
	if by+1 < end && t.unit[by].isQuote() && c.verb.frames&fOf != 0 {
		by++
	}
	if by >= end || t.unit[by].lower != "by" || c.verb.frames&(fOf|fObj|fSay) == 0 {
		return
	}
	p := t.subject(c)
	to := t.phraseRight(by+1, end)
	src := phrase{by + 1, to}
	if p.none() || !t.plausible(src, verb{}) {
		return
	}
	content := t.spans(p.from, p.to)
	cue := t.spans(c.from, by+1)
	if by > c.to {
		cue = []article.Span{t.spanOf(c.from, c.to), t.spanOf(by, by+1)}
		content = append(content, t.spanOf(c.to, by))
		t.owner[t.unit[c.to].quote] = len(t.found) + 1
	}
	if to < end && t.unit[to].oneOf("of", "for", "as", "to", "that") {
		content = append(content, t.spanOf(to, t.contentEnd(to, end)))
	}
	t.emit(article.Attribution{
		Source: t.spans(src.from, src.to), Cue: cue, Content: content, Confidence: 0.7,
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
		if c.verb.frames&(fSay|fTell|fOf|fObj|fAsk) == 0 && (c.to >= len(t.unit) || !t.unit[c.to].isQuote()) {
			return
		}
		if source = t.source; source == nil {
			if p := t.firstSubject(c.from - 1); !p.none() && t.plausible(p, verb{}) {
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
		if p := t.subject(whole); t.plausible(p, c.verb) {
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
