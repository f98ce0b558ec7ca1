package encoder

// Link scores arcs from spans to spans.
type Link struct {
	header   *LinkHeader
	hidden   int
	from, to projection
	score    *biaffine
}

// Links are the links, in the order of the header.
func (m *Model) Links() []*Link { return m.links }

// Header describes the link. It must not be changed.
func (l *Link) Header() *LinkHeader { return l.header }

func (m *Model) loadLink(f *file, h *LinkHeader) (l *Link, err error) {
	d, width := f.header.Architecture.Hidden, f.header.Architecture.LinkWidth
	name := "link." + h.Name
	l = &Link{header: h, hidden: d}
	if l.from, err = m.loadProjection(f, name+".from", 2*d, width); err != nil {
		return nil, err
	}
	if l.to, err = m.loadProjection(f, name+".to", 2*d, width); err != nil {
		return nil, err
	}
	w, err := f.floats(name+".biaffine", width+1, width+1)
	if err != nil {
		return nil, err
	}
	distance, err := f.floats(name+".distance", Buckets)
	value := func(_, i, j int) float32 { return w[i*(width+1)+j] }
	l.score = newBiaffine(m.kernel, width+1, 1, 1, value, distance)
	return l, err
}

// Range is the units [Start, End) of a span.
type Range struct{ Start, End int }

// Distance is the signed distance in units from r to s: 0 if they share a unit.
func (r Range) Distance(s Range) int {
	switch {
	case s.Start >= r.End:
		return s.Start - r.End + 1
	case s.End <= r.Start:
		return s.End - r.Start - 1
	}
	return 0
}

// LinkScores are the scores of a link between given spans.
type LinkScores struct {
	link   *Link
	origin []Range
	target []Range
	left   []float32
	right  []float32
}

// Between prepares the scores between the spans from and to of a text, whose units have the given vectors.
func (l *Link) Between(vectors []float32, from, to []Range) *LinkScores {
	s := &LinkScores{link: l, origin: from, target: to}
	if len(from) == 0 || len(to) == 0 {
		return s
	}
	p := l.from.apply(len(from), l.ends(vectors, from))
	s.left = l.score.left(nil, p, len(from), l.from.dense.Stride())
	s.right = l.to.apply(len(to), l.ends(vectors, to))
	return s
}

// ends joins the vectors of the first and the last unit of spans; what it gives holds until the next call.
func (l *Link) ends(vectors []float32, spans []Range) func(from, to int) []float32 {
	var out []float32
	return func(from, to int) []float32 {
		out = out[:0]
		for _, s := range spans[from:to] {
			out = append(out, vectors[s.Start*l.hidden:][:l.hidden]...)
			out = append(out, vectors[(s.End-1)*l.hidden:][:l.hidden]...)
		}
		return out
	}
}

// Score is the score of the arc from a span to a span, by their indexes.
func (s *LinkScores) Score(from, to int) float32 {
	b := s.link.score
	left, right := s.left[from*b.cols:][:b.width], s.right[to*s.link.to.dense.Stride():][:b.width]
	sum := b.distance[Bucket(s.origin[from].Distance(s.target[to]))]
	for i, v := range left {
		sum += v * right[i]
	}
	return sum
}
