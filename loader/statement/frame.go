package statement

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/loader/article"
)

// isFrame tells that the cue opens a frame for the statement behind it: "Asked about the dam, Byrne said …". That is no statement.
func (d *draft) isFrame(m *made) bool {
	if m.Cue.Empty() {
		return false
	}
	first := d.wordAt(m.Cue.Start)
	if first >= len(d.words) || !d.isFirst(first) || !d.lex.frames[d.low(first)] || d.low(first) == "on" {
		return false
	}
	w := d.wordAt(end(m))
	return d.low(w) == "," && d.words[w].sentence == d.words[first].sentence
}

// wordsOf makes of "the words of Ada Byrne that it was over" in a frame what Ada Byrne said.
func (d *draft) wordsOf(m *made) bool {
	from, to := d.wordsIn(m.Content[0])
	if to-from < 6 || !isUtterance(d.low(from+1)) || d.low(from+2) != "of" && d.low(from+2) != "by" {
		return false
	}
	for w := from + 4; w < min(from+4+maxSubject, to-1); w++ {
		x, ok := d.mentionEnding(w)
		if d.low(w) != "that" || !ok {
			continue
		}
		m.sources, m.cues = []article.Span{{Start: d.words[from+3].span.Start, End: x.Span.End}}, []article.Span{d.words[from+1].span}
		m.Cue = d.words[from+1].span
		m.Content = []article.Span{trim(d.a.Text, article.Span{Start: d.words[w+1].span.Start, End: m.Content[0].End})}
		return !m.Content[0].Empty()
	}
	return false
}

func isUtterance(low string) bool {
	switch low {
	case "words", "remark", "remarks", "claim", "claims", "comment", "comments", "statement", "warning", "assertion", "suggestion":
		return true
	}
	return false
}

// frame reads "Speaking of Russia-US talks …, Lavrov said": the words of the sentence before the statement.
func (t *targets) frame() {
	if t.m.sentence == none {
		return
	}
	start := t.a.Sentences[t.m.sentence].Span.Start
	end := t.m.Cue.Start
	for _, s := range append(slices.Clone(t.m.Content), t.m.SpeakerSpan) {
		if !s.Empty() && s.Start >= start {
			end = min(end, s.Start)
		}
	}
	w := t.wordAt(start)
	if end <= start || end-start > maxContent/8 || !t.lex.frames[t.low(w)] && !t.asFor(w) {
		return
	}
	for _, x := range t.mentionsIn(article.Span{Start: start, End: end}) {
		l := link{0.6, "frame", "The words before the statement say that it is about it."}
		if at := t.wordAt(x.Span.Start); t.a.Actors[x.actor].Kind == article.Place && at > w+1 && t.lex.places[t.low(at-1)] {
			l.confidence = 0.4
		}
		t.add(x, l)
	}
}

// asFor reads "As for" and "With regard to".
func (t *targets) asFor(w int) bool {
	return t.low(w) == "as" && t.low(w+1) == "for" || t.low(w) == "with" && strings.HasPrefix(t.low(w+1), "regard")
}

// frameAfter reads "…, she said when asked about Voss": the words of the sentence behind the statement.
func (t *targets) frameAfter() {
	t.around(t.m, 0, func(w int) {
		low := t.low(w)
		if !t.lex.frames[low] || low == "on" || t.low(w-1) != "when" && t.low(w-1) != "," && t.low(w-1) != "while" || t.m.Cue.Overlaps(t.words[w].span) {
			return
		}
		for i := w + 1; i < min(w+4, len(t.words)) && t.words[i].sentence == t.words[w].sentence; i++ {
			if x, ok := t.mentionAt(i, len(t.a.Text)); ok && !t.inContent(t.m, i) {
				t.add(x, link{0.6, "frame", "The words behind the statement say that it is about it."})
				return
			}
		}
	})
}
