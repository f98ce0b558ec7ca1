package decode

import (
	"context"
	"fmt"
	"math"
	"slices"
	"sync"

	"github.com/newsgraph/newsgraph/loader/article"
	"github.com/newsgraph/newsgraph/loader/reader/encoder"
)

// SectionUnits is the number of units that are read at once at most: some 40,000 letters.
const SectionUnits = 1 << 13

// Decoder reads texts with a model.
type Decoder struct {
	model                                          *encoder.Model
	names, source, cue, content, predicate, speech tagging
	tone                                           tones
	contentCue, cueSource                          *encoder.Link
	memory                                         sync.Pool // of *memory
}

// tagging is a tagging of the model, and where its scores are.
type tagging struct {
	labels  []string
	column  int
	outside int    // the label O of the scheme BIOES
	paths   *paths // of the scheme BIOES
}

// memory is what a section needs, to be used again.
type memory struct{ vectors, scores []float32 }

// New returns a decoder. An error, which wraps [encoder.ErrWeights], says that the model has not the taggings and links
// that marks are made of.
func New(m *encoder.Model) (*Decoder, error) {
	d := &Decoder{model: m}
	d.memory.New = func() any { return new(memory) }
	for _, part := range []struct {
		to           *tagging
		name, scheme string
	}{
		{&d.names, "names", encoder.SchemeBIOES},
		{&d.source, "source", encoder.SchemeBIOES},
		{&d.cue, "cue", encoder.SchemeBIOES},
		{&d.content, "content", encoder.SchemeBIOES},
		{&d.predicate, "predicate", encoder.SchemePlain},
		{&d.speech, "pos", encoder.SchemePlain},
	} {
		if err := part.to.find(m.Header().Taggings, part.name, part.scheme); err != nil {
			return nil, err
		}
	}
	if len(d.speech.labels) > math.MaxUint8 {
		return nil, fmt.Errorf("%w: it has %d parts of speech", encoder.ErrWeights, len(d.speech.labels))
	}
	if err := d.tone.find(m.Header().Taggings); err != nil {
		return nil, err
	}
	return d, d.findLinks()
}

func (t *tagging) find(all []encoder.Tagging, name, scheme string) error {
	column := 0
	for _, tagging := range all {
		if tagging.Name == name && tagging.Scheme == scheme {
			t.labels, t.column = tagging.Labels, column
			if scheme == encoder.SchemeBIOES {
				t.paths, t.outside = newPaths(tagging.Labels), slices.Index(tagging.Labels, "O")
			}
			return nil
		}
		column += len(tagging.Labels)
	}
	return fmt.Errorf("%w: it has no tagging %q of the scheme %s", encoder.ErrWeights, name, scheme)
}

func (d *Decoder) findLinks() error {
	for _, l := range d.model.Links() {
		switch h := l.Header(); [3]string{h.Name, h.From, h.To} {
		case [3]string{"cue", "content", "cue"}:
			d.contentCue = l
		case [3]string{"source", "cue", "source"}:
			d.cueSource = l
		}
	}
	if d.contentCue == nil || d.cueSource == nil {
		return fmt.Errorf("%w: it has no links from contents to cues and from cues to sources", encoder.ErrWeights)
	}
	return nil
}

// Read finds the marks of a text. It returns an error if the text is too long ([encoder.ErrTooLong]) or the context ends.
func (d *Decoder) Read(ctx context.Context, text string) (*Marks, error) {
	all := &Marks{}
	err := d.Each(ctx, text, func(m *Marks) {
		all.Units, all.POSLabels, all.RoleLabels = m.Units, m.POSLabels, m.RoleLabels
		all.Names = append(all.Names, m.Names...)
		all.Attributions = append(all.Attributions, m.Attributions...)
		all.Predicates = append(all.Predicates, m.Predicates...)
		all.Tones = append(all.Tones, m.Tones...)
		all.POS = append(all.POS, m.POS...)
	})
	if err != nil {
		return nil, err
	}
	return all, nil
}

// Each finds the marks of a text as Read does, and gives them section by section, so that those of a long text are never in
// memory together. Units are those of the whole text; everything else is of the section, and gone after the call.
func (d *Decoder) Each(ctx context.Context, text string, yield func(*Marks)) error {
	t, err := d.model.Split(text)
	if err != nil {
		return err
	}
	mem, _ := d.memory.Get().(*memory)
	defer d.memory.Put(mem)
	for _, r := range sections(t.Units, SectionUnits) {
		if err := ctx.Err(); err != nil {
			return err
		}
		mem.vectors = d.model.Vectors(mem.vectors, t, r.Start, r.End)
		mem.scores = d.model.Tag(mem.scores, mem.vectors)
		s := section{decoder: d, text: text, units: t.Units[r.Start:r.End], at: r.Start, vectors: mem.vectors, scores: mem.scores}
		marks := &Marks{Units: t.Units, POSLabels: d.speech.labels, RoleLabels: d.model.Header().Roles.Labels}
		s.read(marks)
		yield(marks)
	}
	return ctx.Err()
}

// sections cuts units into runs of at most size of them.
func sections(units []encoder.Unit, size int) []encoder.Range {
	var out []encoder.Range
	start := 0
	for len(units)-start > size {
		end := start + size
		best := uint8(encoder.BreakSpace)
		for i := start + size; i > start+size-size/4; i-- {
			if units[i].Break > best {
				end, best = i, units[i].Break
			}
		}
		out, start = append(out, encoder.Range{Start: start, End: end}), end
	}
	if start < len(units) {
		out = append(out, encoder.Range{Start: start, End: len(units)})
	}
	return out
}

// section is a part of a text that is read at once.
type section struct {
	decoder    *Decoder
	text       string // all of it
	units      []encoder.Unit
	at         int       // its first unit in the text
	vectors    []float32 // of the units
	scores     []float32 // of the labels of all taggings
	paragraphs []int32   // the number of each unit's paragraph
	sentences  []int32   // the same of sentences
}

// read appends the section's marks.
func (s *section) read(m *Marks) {
	d := s.decoder
	s.count()
	for _, f := range s.names() {
		m.Names = append(m.Names, Name{Span: s.span(f.Range, f.confidence), Kind: article.Kind(f.kind)})
	}
	m.Attributions = append(m.Attributions, s.attributions()...)
	m.Predicates = append(m.Predicates, s.predicates()...)
	m.Tones = append(m.Tones, s.tones()...)
	for u := range s.units {
		m.POS = append(m.POS, uint8(best(s.row(u, &d.speech))))
	}
}

// count numbers the paragraphs and the sentences.
func (s *section) count() {
	s.paragraphs, s.sentences = make([]int32, len(s.units)), make([]int32, len(s.units))
	for u := 1; u < len(s.units); u++ {
		s.paragraphs[u], s.sentences[u] = s.paragraphs[u-1], s.sentences[u-1]
		if s.units[u].Break == encoder.BreakParagraph {
			s.paragraphs[u]++
		}
		if s.units[u].Break > encoder.BreakGlued && s.ends(u-1) && (capital(&s.units[u]) || s.units[u].Quote == encoder.QuoteOpens) {
			s.sentences[u]++
		}
	}
}

// ends tells whether a sentence may end with the unit: a stop, perhaps before a closing quote mark.
func (s *section) ends(u int) bool {
	if s.units[u].Quote == encoder.QuoteCloses && u > 0 {
		u--
	}
	switch s.word(u) {
	case ".", "!", "?", "…":
		return true
	}
	return false
}

// row is the scores of a tagging's labels for a unit.
func (s *section) row(u int, t *tagging) []float32 {
	return s.scores[u*s.decoder.model.TagStride()+t.column:][:len(t.labels)]
}

// span is the span of units of the section.
func (s *section) span(r encoder.Range, confidence float64) Span {
	return Span{
		Units:      encoder.Range{Start: s.at + r.Start, End: s.at + r.End},
		Bytes:      article.Span{Start: int(s.units[r.Start].Start), End: int(s.units[r.End-1].End)},
		Confidence: confidence,
	}
}

// found is a span of a tagging, in units of the section.
type found struct {
	encoder.Range
	kind       string
	confidence float64
}

// spans finds the spans of a tagging of the scheme BIOES, a path for each paragraph. The label O scores less than it does.
func (s *section) spans(t *tagging, less float32) []found {
	var out []found
	s.lower(t, less)
	defer s.lower(t, -less)
	for start := 0; start < len(s.units); {
		end := start + 1
		for end < len(s.units) && s.units[end].Break != encoder.BreakParagraph {
			end++
		}
		path := t.paths.best(end-start, func(u int) []float32 { return s.row(start+u, t) })
		for _, f := range t.paths.spans(path) {
			f.Start, f.End = f.Start+start, f.End+start
			f.confidence = s.confidence(f.Range, t, path[f.Start-start:])
			out = append(out, f)
		}
		start = end
	}
	return out
}

// lower takes from the scores of the label O.
func (s *section) lower(t *tagging, less float32) {
	if less == 0 {
		return
	}
	for u := range s.units {
		s.row(u, t)[t.outside] -= less
	}
}

// confidence is the geometric mean of the probabilities of the labels of a span's units.
func (s *section) confidence(r encoder.Range, t *tagging, labels []uint16) float64 {
	sum := 0.0
	for i := range r.End - r.Start {
		sum += math.Log(share(s.row(r.Start+i, t), int(labels[i])))
	}
	return math.Exp(sum / float64(r.End-r.Start))
}

// best is the index of the greatest score, the first of equals.
func best(scores []float32) int {
	top := 0
	for i, v := range scores {
		if v > scores[top] {
			top = i
		}
	}
	return top
}

// share is the softmax of the scores at an index.
func share(scores []float32, at int) float64 {
	top, sum := slices.Max(scores), 0.0
	for _, v := range scores {
		sum += math.Exp(float64(v - top))
	}
	return math.Exp(float64(scores[at]-top)) / sum
}
