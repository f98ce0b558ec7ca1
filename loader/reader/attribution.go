package reader

import (
	"slices"

	"github.com/newsgraph/newsgraph/loader/article"
)

// longestUnit is how many words of a sentence are looked at together; it keeps the time linear for texts without stops.
const longestUnit = 240

// attributor finds the attributions of one document.
type attributor struct {
	*document
	found []article.Attribution

	stream []word         // the words of the level at work, quotations standing as one word each
	unit   []word         // the words of the sentence at work
	last   int            // 1 + index of the attribution that a following quotation goes on with; 0 for none
	open   int            // 1 + index of an attribution whose content is still to come ("He said:"); 0 for none
	owner  []int          // by quote: 1 + index of the attribution that has it
	inside bool           // at work inside a quotation
	source []article.Span // of the last attribution of the unit
	turn   int            // 1 + index of the attribution of the paragraph, which is one turn of an interview; 0 for none
	talk   interview
	closed int // what is before this word of the unit has its attribution
}

func newAttributor(d *document, names []article.Name) *attributor {
	d.markNames(names)
	t := &attributor{document: d, owner: make([]int, len(d.Quotes))}
	t.talk = t.interview()
	t.markAnswerer(names)
	return t
}

// markNames tells the words of names, which are no months and no verbs then.
func (d *document) markNames(names []article.Name) {
	k := 0
	for _, n := range names {
		for k < len(d.words) && d.words[k].start < n.Span.Start {
			k++
		}
		for ; k < len(d.words) && d.words[k].end <= n.Span.End; k++ {
			d.words[k].class &^= cMonth | cWeekday | cTime | cVerb | cAux
			if n.Kind == article.Person || n.Kind == article.Organization {
				d.words[k].class |= cNamed
			}
		}
	}
}

// attributions returns the attributions in the order of their content.
func (t *attributor) attributions() []article.Attribution {
	t.outer()
	t.inner()
	kept := t.found[:0]
	for _, a := range t.found {
		if len(a.Content) > 0 {
			kept = append(kept, a)
		}
	}
	slices.SortStableFunc(kept, func(a, b article.Attribution) int {
		if d := a.Content[0].Start - b.Content[0].Start; d != 0 {
			return d
		}
		return b.Content[len(b.Content)-1].End - a.Content[len(a.Content)-1].End
	})
	return slices.CompactFunc(kept, func(a, b article.Attribution) bool {
		return slices.Equal(a.Content, b.Content) && slices.Equal(a.Cue, b.Cue)
	})
}

// outer works on the text outside of quotations.
func (t *attributor) outer() {
	quote, at := 0, 0
	for p := 0; at < len(t.words) || p < len(t.Paragraphs); p++ {
		if p >= len(t.Paragraphs) {
			return
		}
		t.stream = t.stream[:0]
		limit := t.Paragraphs[p].End
		for at < len(t.words) && t.words[at].start < limit {
			for quote < len(t.Quotes) && t.Quotes[quote].Span.End <= t.words[at].start {
				quote++
			}
			at = t.take(at, &quote)
		}
		t.paragraph()
	}
}

// take appends the word, or the quotation that starts with it, to the stream and returns the index of the word after it.
func (t *attributor) take(at int, quote *int) int {
	if *quote < len(t.Quotes) {
		q := t.Quotes[*quote]
		if w := &t.words[at]; q.Span.Start <= w.start && w.start < q.Span.End {
			atom := word{start: max(q.Span.Start, 0), end: q.Span.End, quote: *quote, sentence: w.sentence, first: w.sentence}
			for at < len(t.words) && t.words[at].start < q.Span.End {
				atom.sentence = t.words[at].sentence
				at++
			}
			for *quote++; *quote < len(t.Quotes) && t.Quotes[*quote].Span.Start < q.Span.End; *quote++ {
			}
			t.stream = append(t.stream, atom)
			return at
		}
	}
	w := t.words[at]
	w.first = w.sentence
	t.stream = append(t.stream, w)
	return at + 1
}

// paragraph cuts the stream into sentences and reads each.
func (t *attributor) paragraph() {
	t.last, t.turn = 0, 0
	for from := 0; from < len(t.stream); {
		to := from + 1
		for to < len(t.stream) && t.stream[to].first == t.stream[to-1].sentence && to-from < longestUnit {
			to++
		}
		t.unit = t.stream[from:to]
		t.sentence(from == 0)
		from = to
	}
}

// inner works on the text inside of quotations: what the quoted say that others said.
func (t *attributor) inner() {
	t.inside = true
	at := 0
	for i, q := range t.Quotes {
		if i > 0 && q.Span.Start < t.Quotes[i-1].Span.End || q.Inner.Len() < 40 {
			continue
		}
		for at < len(t.words) && t.words[at].start < q.Inner.Start {
			at++
		}
		t.stream = t.stream[:0]
		nested := i + 1
		for at < len(t.words) && t.words[at].end <= q.Inner.End {
			for nested < len(t.Quotes) && t.Quotes[nested].Span.End <= t.words[at].start {
				nested++
			}
			at = t.take(at, &nested)
		}
		t.paragraph()
	}
}

// emit files an attribution and returns 1 + its index.
func (t *attributor) emit(a article.Attribution) int {
	t.found = append(t.found, a)
	return len(t.found)
}

// spanOf returns the bytes of the words [from, to) of the unit.
func (t *attributor) spanOf(from, to int) article.Span {
	return article.Span{Start: t.unit[from].start, End: t.unit[to-1].end}
}

func (t *attributor) spans(from, to int) []article.Span {
	if from >= to {
		return nil
	}
	return []article.Span{t.spanOf(from, to)}
}
