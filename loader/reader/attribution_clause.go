package reader

import "github.com/newsgraph/newsgraph/loader/article"

// asClause reads "As X put it, …", "…, as X says", "or, as X claim, …".
func (t *attributor) asClause(c cue, p phrase) {
	source := t.spans(p.from, p.to)
	words := t.spans(c.from, c.to)
	if c.verb.frames&fPut != 0 {
		words = []article.Span{t.spanOf(p.from-1, p.from), t.spanOf(c.from, c.to)}
	}
	end := t.end()
	as := p.from - 1
	comma := t.toComma(c.to, min(end, c.to+10))
	t.source = source
	switch {
	case comma < end && t.unit[comma].lower == "," && comma+1 < end:
		to := t.contentEnd(comma+1, end)
		at := t.attribute(source, words, comma+1, to, 0.85)
		if t.unit[to-1].isQuote() {
			t.last = at
		}
	case comma < end && t.unit[comma].isQuote():
		t.last = t.attribute(source, words, comma, t.contentEnd(comma, end), 0.85)
	case as > 2 && t.unit[as-1].lower == ",":
		t.attribute(source, words, t.contentFloor(), as-1, 0.8)
	case as > 0 && t.unit[as-1].isQuote():
		t.last = t.attribute(source, words, t.contentFloor(), as, 0.8)
	}
}

// accordingTo reads "according to X" and returns the end of it; k when it is none.
func (t *attributor) accordingTo(k int) int {
	end := t.end()
	if t.unit[k].lower != "according" || k+2 >= end || t.unit[k+1].lower != "to" {
		return k
	}
	to := t.phraseRight(k+2, end)
	if to == k+2 {
		return k
	}
	source, words := t.spans(k+2, t.appositive(to, end)), t.spans(k, k+2)
	t.source = source
	if k < 3 {
		if comma := t.toComma(to, min(end, to+25)); comma+1 < end && t.unit[comma].lower == "," {
			t.attribute(source, words, comma+1, t.contentEnd(comma+1, end), 0.9)
		}
		return to
	}
	last := k
	if t.unit[k-1].lower == "," {
		last--
	}
	t.accordingAfter(source, words, last, to)
	return to
}

// accordingAfter files the content before "according to X"; [to, …) is what follows. "Y, according to X, said" has none.
func (t *attributor) accordingAfter(source, words []article.Span, last, to int) {
	floor := t.contentFloor()
	if to < t.end() && t.unit[to].lower == "," && !t.clauseAhead(floor, last) && !t.unit[last-1].isQuote() {
		return
	}
	if floor < last {
		at := t.attribute(source, words, floor, last, 0.9)
		if t.unit[last-1].isQuote() {
			t.last = at
		}
	}
	t.closed = to
}
