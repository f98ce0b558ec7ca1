package decode

import (
	"sort"

	"github.com/newsgraph/newsgraph/loader/reader/encoder"
)

// attributions joins the section's contents, cues and sources.
func (s *section) attributions() []Attribution {
	d := s.decoder
	contents := s.spans(&d.content)
	if len(contents) == 0 {
		return nil
	}
	cues, sources := s.spans(&d.cue), s.spans(&d.source)
	toCue, toSource := s.choose(d.contentCue, contents, cues), s.choose(d.cueSource, cues, sources)
	var out []Attribution
	ofCue := map[int]int{} // the attribution of each cue
	for i, content := range contents {
		cue, part := toCue[i], s.spanOf(content)
		sure := min(part.Confidence, cue.confidence)
		at, ok := ofCue[cue.target]
		if !ok || cue.target < 0 {
			at = len(out)
			out = append(out, Attribution{Confidence: 1})
			if cue.target >= 0 {
				ofCue[cue.target] = at
				sure = min(sure, s.addCue(&out[at], cues[cue.target], toSource[cue.target], sources))
			}
		}
		out[at].Content = append(out[at].Content, part)
		out[at].Confidence = min(out[at].Confidence, sure)
	}
	return out
}

// addCue adds a cue and its source, if it has one, and returns the least of their confidences.
func (s *section) addCue(a *Attribution, cue found, to choice, sources []found) float64 {
	a.Cue = []Span{s.spanOf(cue)}
	if to.target < 0 {
		return cue.confidence
	}
	a.Source = []Span{s.spanOf(sources[to.target])}
	return min(cue.confidence, to.confidence, sources[to.target].confidence)
}

func (s *section) spanOf(f found) Span { return s.span(f.Range, f.confidence) }

// choice is where a span's link goes to: the index of a span, or -1 for none.
type choice struct {
	target     int
	confidence float64 // the probability of the choice; 1 for none
}

// choose gives each of the spans from its best target, if one scores above 0.
func (s *section) choose(l *encoder.Link, from, to []found) []choice {
	scores := l.Between(s.vectors, rangesOf(from), rangesOf(to))
	reach, out := l.Header().Reach, make([]choice, len(from))
	for i, f := range from {
		// Targets are in order and do not overlap: those within reach stand together.
		first := sort.Search(len(to), func(t int) bool { return f.Distance(to[t].Range) >= -reach })
		near := []float32{0} // none
		for t := first; t < len(to) && f.Distance(to[t].Range) <= reach; t++ {
			near = append(near, scores.Score(i, t))
		}
		out[i] = choice{target: -1, confidence: 1}
		if top := best(near); top > 0 {
			out[i] = choice{target: first + top - 1, confidence: share(near, top)}
		}
	}
	return out
}

func rangesOf(spans []found) []encoder.Range {
	out := make([]encoder.Range, len(spans))
	for i, f := range spans {
		out[i] = f.Range
	}
	return out
}
