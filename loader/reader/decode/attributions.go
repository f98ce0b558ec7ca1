package decode

import (
	"slices"

	"github.com/newsgraph/newsgraph/loader/reader/encoder"
)

// The bounds of joining, chosen on PolNeAR's dev articles.
const (
	// leastShare is the probability that a link needs at least.
	leastShare = 0.1
	// faint is how much less the label O scores when cues and sources are looked for a second time, for what found none.
	faint = 3
	// seam is how many units may stand between two parts of a content that no cue parts.
	seam = 3
)

// joining puts a section's contents, cues and sources together. Every attribution of the training data has one cue, its content lies in one
// paragraph, and what parts it is the cue or next to nothing: so contents that no such attribution could have together
// do not share a cue.
type joining struct {
	*section
	contents, cues, sources []found
	ofContent, ofCue        []pair // the links from each content to a cue, and from each cue to a source; to is -1 for none
	used                    []bool // the cues that have a content
}

// attributions joins the section's contents, cues and sources.
func (s *section) attributions() []Attribution {
	d := s.decoder
	j := &joining{section: s, contents: s.spans(&d.content, 0)}
	if len(j.contents) == 0 {
		return nil
	}
	j.cues, j.sources = s.spans(&d.cue, 0), s.spans(&d.source, 0)
	j.ofContent = unlinked(len(j.contents))
	j.joinCues(s.pairs(d.contentCue, j.contents, j.cues))
	j.joinFaintCues()
	j.ofCue = unlinked(len(j.cues))
	j.joinSources()
	return j.result()
}

func unlinked(n int) []pair {
	out := make([]pair, n)
	for i := range out {
		out[i] = pair{to: -1, share: 1}
	}
	return out
}

// joinCues gives contents their cues in the same paragraph, the likeliest pairs first.
func (j *joining) joinCues(pairs []pair) {
	j.used = append(j.used, make([]bool, len(j.cues)-len(j.used))...)
	for _, p := range pairs {
		if j.ofContent[p.from].to >= 0 || p.share < leastShare || !j.together(j.contents[p.from], j.cues[p.to]) {
			continue
		}
		if !j.used[p.to] || j.continues(p.from, p.from-1, p.to) || j.continues(p.from, p.from+1, p.to) {
			j.ofContent[p.from] = p
			j.used[p.to] = true
		}
	}
}

// joinFaintCues looks for the cues of contents that have none among words that are less likely to be one.
func (j *joining) joinFaintCues() {
	var left []int
	for i := range j.contents {
		if j.ofContent[i].to < 0 {
			left = append(left, i)
		}
	}
	if len(left) == 0 {
		return
	}
	more, at := j.spans(&j.decoder.cue, faint), len(j.cues)
	next := 0 // the first cue that does not lie before
	for _, c := range more {
		for next < at && j.cues[next].End <= c.Start {
			next++
		}
		taken := false
		for i := next; i < at && j.cues[i].Start < c.End; i++ {
			taken = taken || j.used[i]
		}
		if !taken {
			j.cues = append(j.cues, c)
		}
	}
	j.joinCues(moved(j.pairs(j.decoder.contentCue, chosen(j.contents, left), j.cues[at:]), left, at))
}

// joinSources gives the cues that have a content their sources: first those of the same sentence, then those of the same
// paragraph; each time the likely ones before those that are less likely to be one.
func (j *joining) joinSources() {
	link := j.decoder.cueSource
	left, likely := j.sourceless(), len(j.sources)
	pairs := slices.DeleteFunc(moved(j.pairs(link, chosen(j.cues, left), j.sources), left, 0), func(p pair) bool { return p.score <= 0 })
	j.takeSources(pairs, j.sameSentence)
	if left = j.sourceless(); len(left) == 0 {
		return
	}
	j.sources = append(j.sources, j.spans(&j.decoder.source, faint)...)
	more := moved(j.pairs(link, chosen(j.cues, left), j.sources[likely:]), left, likely)
	more = slices.DeleteFunc(more, func(p pair) bool { return p.share < leastShare })
	j.takeSources(more, j.sameSentence)
	j.takeSources(pairs, j.together)
	j.takeSources(more, j.together)
}

// takeSources gives cues without a source the first of the pairs that fits.
func (j *joining) takeSources(pairs []pair, fits func(a, b found) bool) {
	for _, p := range pairs {
		if j.ofCue[p.from].to < 0 && fits(j.cues[p.from], j.sources[p.to]) {
			j.ofCue[p.from] = p
		}
	}
}

// sameSentence tells whether no sentence ends between two spans.
func (j *joining) sameSentence(a, b found) bool {
	if b.Start < a.Start {
		a, b = b, a
	}
	return j.together(a, b) && j.sentences[a.End-1] == j.sentences[b.Start]
}

// sourceless are the cues that have a content and no source.
func (j *joining) sourceless() []int {
	var out []int
	for i, used := range j.used {
		if used && j.ofCue[i].to < 0 {
			out = append(out, i)
		}
	}
	return out
}

// continues tells whether a content goes on with its neighbour, another content, which has the cue.
func (j *joining) continues(content, neighbour, cue int) bool {
	if neighbour < 0 || neighbour >= len(j.contents) || j.ofContent[neighbour].to != cue {
		return false
	}
	first, second, c := j.contents[min(content, neighbour)], j.contents[max(content, neighbour)], j.cues[cue]
	if second.Start-first.End <= seam {
		return true
	}
	return c.Start >= first.End && c.End <= second.Start && j.together(first, second)
}

// together tells whether two spans stand in one paragraph.
func (j *joining) together(a, b found) bool {
	return j.paragraphs[a.Start] == j.paragraphs[b.Start]
}

// result makes the attributions, in the order of their first content.
func (j *joining) result() []Attribution {
	var out []Attribution
	at := map[int]int{} // the attribution of each cue
	for i, content := range j.contents {
		link, part := j.ofContent[i], j.spanOf(content)
		n, ok := at[link.to]
		if !ok || link.to < 0 {
			n = len(out)
			out = append(out, j.begun(link.to))
			at[link.to] = n
		}
		out[n].Content = append(out[n].Content, part)
		out[n].Confidence = min(out[n].Confidence, part.Confidence, link.share)
	}
	return out
}

// begun is an attribution with a cue and its source, if there are such, and no content yet.
func (j *joining) begun(cue int) Attribution {
	a := Attribution{Confidence: 1}
	if cue < 0 {
		return a
	}
	a.Cue = []Span{j.spanOf(j.cues[cue])}
	a.Confidence = j.cues[cue].confidence
	if p := j.ofCue[cue]; p.to >= 0 {
		a.Source = []Span{j.spanOf(j.sources[p.to])}
		a.Confidence = min(a.Confidence, p.share, j.sources[p.to].confidence)
	}
	return a
}

func (s *section) spanOf(f found) Span { return s.span(f.Range, f.confidence) }

func rangesOf(spans []found) []encoder.Range {
	out := make([]encoder.Range, len(spans))
	for i, f := range spans {
		out[i] = f.Range
	}
	return out
}
