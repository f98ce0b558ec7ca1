package reader

import "github.com/newsgraph/newsgraph/loader/article"

// sentence reads the unit: quotations that stand alone, then each cue.
func (t *attributor) sentence(first bool) {
	before := t.last
	t.last, t.source, t.closed = 0, nil, 0
	if t.alone(before) {
		return
	}
	t.continued()
	for k := t.takeTurn(first); k < len(t.unit); k++ {
		if t.unit[k].isQuote() {
			continue
		}
		if end := t.accordingTo(k); end > k {
			k = end - 1
			continue
		}
		if c, ok := t.cueAt(k); ok {
			t.read(c)
			k = max(k, c.to-1)
		}
	}
	t.leadIn()
	t.lone()
}

// end is the end of the unit without its final marks.
func (t *attributor) end() int {
	end := len(t.unit)
	for end > 0 && t.unit[end-1].shape == shapePunct && !t.unit[end-1].isQuote() && t.unit[end-1].lower != ")" && t.unit[end-1].lower != "%" {
		end--
	}
	return end
}

// alone handles a sentence that is nothing but quotations: it goes on with the attribution before it, or floats.
func (t *attributor) alone(before int) bool {
	end := t.end()
	for k := range end {
		if !t.unit[k].isQuote() {
			return false
		}
	}
	if end == 0 {
		return true
	}
	if t.inside {
		return true
	}
	if t.open > 0 {
		before, t.open = t.open, 0
	}
	for k := range end {
		q := t.unit[k].quote
		switch {
		case t.owner[q] > 0:
			t.last = t.owner[q]
		case before > 0:
			t.append(before, q)
			t.last = before
		case t.unit[k].end-t.unit[k].start > 20:
			t.last = t.attribute(nil, nil, k, k+1, 0.5)
		}
		before = t.last
	}
	return true
}

// continued gives the quotation at the start of the unit to the words before it that ended with a colon.
func (t *attributor) continued() {
	if t.open == 0 {
		return
	}
	if q := t.unit[0].quote; q >= 0 && t.owner[q] == 0 {
		t.append(t.open, q)
	}
	t.open = 0
}

// append adds the quotation, and where it runs on, to the attribution.
func (t *attributor) append(at, q int) {
	a := &t.found[at-1]
	for ; q >= 0 && t.owner[q] == 0; q = t.Quotes[q].Next {
		a.Content = append(a.Content, t.Quotes[q].Span)
		t.owner[q] = at
	}
}

// attribute files an attribution with the words [from, to) as its content and returns 1 + its index.
func (t *attributor) attribute(source, cue []article.Span, from, to int, confidence float64) int {
	a := article.Attribution{Source: source, Cue: cue, Content: t.spans(from, to), Confidence: confidence}
	for k := from; k < to; k++ {
		q := t.unit[k].quote
		if q < 0 {
			continue
		}
		if o := t.owner[q]; o > 0 && t.found[o-1].Source == nil && source != nil && !t.inside {
			t.found[o-1].Source, t.found[o-1].Cue, t.found[o-1].Confidence = source, cue, confidence
			return o
		}
	}
	at := t.emit(a)
	for k := from; k < to; k++ {
		if q := t.unit[k].quote; q >= 0 && t.owner[q] == 0 {
			t.owner[q] = at
			if next := t.Quotes[q].Next; next >= 0 {
				t.append(at, next)
			}
		}
	}
	return at
}

// leadIn remembers a source whose words come after a colon at the end of the unit.
func (t *attributor) leadIn() {
	n := len(t.unit)
	if n == 0 || t.unit[n-1].lower != ":" || t.inside {
		return
	}
	for k := n - 2; k >= 0 && k > n-12; k-- {
		c, ok := t.cueAt(k)
		if !ok || c.verb.frames&(fSay|fTell|fQuote|fAsk) == 0 || c.passive {
			continue
		}
		p := t.subjectOrLast(c)
		if p == nil {
			return
		}
		t.open = t.emit(article.Attribution{Source: p, Cue: t.spans(c.from, c.to), Confidence: 0.8})
		return
	}
}

// lone gives a long quotation that no cue took to the subject of its sentence, when a colon leads to it.
func (t *attributor) lone() {
	if t.inside {
		return
	}
	for k := range t.unit {
		q := t.unit[k].quote
		if q < 0 || t.owner[q] > 0 || t.unit[k].end-t.unit[k].start < 30 || k == 0 {
			continue
		}
		if t.unit[k-1].lower == ":" {
			if p := t.firstSubject(k - 1); !p.none() && t.plausible(p, verb{}) {
				for p.to-1 > p.from && t.unit[p.to-1].shape == shapeLower && t.unit[p.to-2].is(cNamed) {
					p.to--
				}
				t.last = t.attribute(t.spans(p.from, p.to), t.spans(k-1, k), k, k+1, 0.6)
			}
		}
	}
}
