package event

import (
	"slices"
	"time"

	"github.com/newsgraph/newsgraph/loader/article"
)

// place is the mention of where it happened: an argument of place, a town that is the object of what was done, or the
// place behind a preposition. A place that is only there is no participant.
func (d *draft) place(w int, e *entry, p *parts) int {
	if e.kind == article.Visit {
		if m := d.placeArgument(w, "ARG1", "ARG2", "ARGM-LOC", "ARGM-DIR", "ARGM-GOL"); m != none && m != p.actor {
			return m
		}
		return d.placeBehind(w, p, "to", "in", "at")
	}
	if p.recipient != none && d.onlyThere(p.recipient) && placed(e.kind) {
		m := p.recipient
		p.recipient = none
		return m
	}
	if m := d.placeArgument(w, "ARGM-LOC"); m != none && m != p.actor && m != p.recipient {
		return m
	}
	if m := d.placeBehind(w, p, "in", "at", "near", "off", "outside", "around", "over", "from"); m != none {
		return m
	}
	if e.kind == article.Aid || e.kind == article.Mobilize {
		return d.placeBehind(w, p, "to")
	}
	return d.placeBefore(w, p)
}

// placed tells the types whose object may be a place that is struck, helped or left rather than somebody.
func placed(t article.EventType) bool {
	return slices.Contains([]article.EventType{article.Assault, article.Aid, article.Yield, article.Coerce, article.Mobilize, article.Protest}, t)
}

// onlyThere tells whether a mention is of a place that does nothing in the article.
func (d *draft) onlyThere(m int) bool {
	actor := d.mentions[m].actor
	return d.a.Actors[actor].Kind == article.Place && !d.acting[actor]
}

func (d *draft) isPlace(m int) bool {
	return m != none && d.a.Actors[d.mentions[m].actor].Kind == article.Place && d.mentions[m].form == article.FormName
}

func (d *draft) placeArgument(w int, labels ...string) int {
	if d.words[w].predicate == none {
		return none
	}
	for _, arg := range d.a.Predicates[d.words[w].predicate].Arguments {
		if !slices.Contains(labels, arg.Label) || arg.Confidence < sureEnough {
			continue
		}
		head := d.wordAt(arg.Head.Start)
		if head >= len(d.words) || !d.sameSentence(head, w) {
			continue
		}
		if m := d.words[head].mention; d.isPlace(m) {
			return m
		}
		if d.is(head+1, "of") {
			if m := d.words[d.skip(head+2)].mention; d.isPlace(m) {
				return m
			}
		}
	}
	return none
}

// placeBehind is the place behind a preposition after the word, before another predicate begins.
func (d *draft) placeBehind(w int, p *parts, links ...string) int {
	for v := w + 1; v < w+16 && d.sameSentence(v, w) && !d.is(v, ";", ":", "said", "who", "which", "that"); v++ {
		if !slices.Contains(links, d.low(v)) {
			continue
		}
		next := d.skip(v + 1)
		if d.is(next, "of") {
			next = d.skip(next + 1)
		}
		if m := d.words[next].mention; d.isPlace(m) && d.sameSentence(next, w) && m != p.actor && m != p.recipient {
			return m
		}
	}
	return none
}

// placeBefore is a place that the sentence names first: "In Grell, …", "Voters in Pell elected …".
func (d *draft) placeBefore(w int, p *parts) int {
	for v := w - 1; v > max(0, w-14) && d.sameSentence(v, w); v-- {
		if d.words[v].predicate != none {
			return none
		}
		m := d.words[v].mention
		if d.isPlace(m) && m != p.actor && m != p.recipient && d.is(d.mentions[m].from-1, "in", "at", "near") {
			return m
		}
	}
	return none
}

// date sets the days of the nearest time expression of the sentence that stands on the event's side of the quotation: what
// dates the saying does not date what is said.
func (d *draft) date(f *found, w int) {
	best, distance := none, 1<<30
	from, _ := slices.BinarySearchFunc(d.moments, d.sentenceStart(w), func(m moment, start int) int { return m.word - start })
	for i := from; i < len(d.moments) && d.sameSentence(d.moments[i].word, w); i++ {
		v := d.moments[i].word
		if d.words[v].statement != d.words[w].statement || d.farther(v, w) {
			continue
		}
		if n := max(v-w, w-v); n < distance {
			best, distance = i, n
		}
	}
	if best == none {
		return
	}
	m := d.moments[best]
	f.From, f.To, f.Precision = m.From, m.To, string(m.Precision)
	if f.Status == article.Happened && f.From.After(d.a.PublishedAt) {
		f.From, f.To, f.Precision = time.Time{}, time.Time{}, ""
	}
}

func (d *draft) sentenceStart(w int) int {
	return d.wordAt(d.a.Sentences[d.words[w].sentence].Span.Start)
}

// farther tells whether another verb stands between the time and the word, so that the time is likely that verb's.
func (d *draft) farther(v, w int) bool {
	low, high := min(v, w), max(v, w)
	for u := low + 1; u < high; u++ {
		if i := d.words[u].predicate; i != none && d.timed(i, v) && !d.has(i, w) {
			return true
		}
	}
	return false
}

// has tells whether the word is an argument of the predicate.
func (d *draft) has(predicate, w int) bool {
	return slices.ContainsFunc(d.a.Predicates[predicate].Arguments, func(arg article.Argument) bool { return d.wordAt(arg.Head.Start) == w })
}

// timed tells whether the time at the word is an argument of the predicate.
func (d *draft) timed(predicate, v int) bool {
	for _, arg := range d.a.Predicates[predicate].Arguments {
		if at := d.wordAt(arg.Head.Start); arg.Label == "ARGM-TMP" && at >= v && at < v+4 {
			return true
		}
	}
	return false
}
