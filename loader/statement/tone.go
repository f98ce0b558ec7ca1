package statement

import "github.com/newsgraph/newsgraph/loader/article"

// sureTone is the confidence of a tone that the attributing verb says: "accused X of", "praised X".
const sureTone = 0.9

// findTones finds how each statement speaks of its targets: by the verb that attributes it, or by how the reader judges the
// target's words in the content, and where it has none there, around it.
func (d *draft) findTones() {
	for i := range d.made {
		m := &d.made[i]
		verb := d.verbTone(m)
		for j := range m.About {
			t := &m.About[j]
			if verb != "" && t.Reason.Code == cueObject {
				t.Tone, t.ToneConfidence = verb, sureTone
				continue
			}
			t.Tone, t.ToneConfidence = d.a.ToneToward(inside(t.Spans, m.Content))
			t.ToneConfidence = percent(t.ToneConfidence)
		}
	}
}

// verbTone is the tone that the cue's verb itself has toward its object; "" for most verbs.
func (d *draft) verbTone(m *made) article.Tone {
	if m.Cue.Empty() || m.Mode == article.NotSaid {
		return ""
	}
	for w, to := d.wordsIn(m.Cue); w < to; w++ {
		switch low := d.words[w].low; {
		case d.lex.against[low]:
			return article.Negative
		case d.lex.inFavour[low]:
			return article.Positive
		}
	}
	return ""
}

// inside are those of the spans that lie in the content, or all when none does.
func inside(spans, content []article.Span) []article.Span {
	var out []article.Span
	for _, s := range spans {
		for _, c := range content {
			if c.Contains(s) {
				out = append(out, s)
				break
			}
		}
	}
	if len(out) == 0 {
		return spans
	}
	return out
}
