package encoder

import "github.com/newsgraph/newsgraph/loader/reader/kernel"

// Buckets is the number of distance buckets.
const Buckets = 19

// Bucket is the bucket of a signed distance in units.
func Bucket(distance int) int {
	size, sign := distance, 1
	if distance < 0 {
		size, sign = -distance, -1
	}
	step := size
	if size > 4 {
		step = 5
		for top := 8; step < 9 && size > top; top *= 2 {
			step++
		}
	}
	return 9 + sign*step
}

// tagHead scores the labels of all taggings.
type tagHead struct {
	stride int
	weight []float32 // [hidden, stride]
	bias   []float32
}

func (m *Model) loadHeads(f *file) (err error) {
	if m.tag, err = f.tagHead(); err != nil {
		return err
	}
	for i := range f.header.Links {
		l, err := m.loadLink(f, &f.header.Links[i])
		if err != nil {
			return err
		}
		m.links = append(m.links, l)
	}
	m.roles, err = m.loadRoles(f)
	return err
}

func (f *file) tagHead() (t tagHead, err error) {
	labels, d := f.header.labels(), f.header.Architecture.Hidden
	w, err := f.floats("tag.weight", labels, d)
	if err != nil {
		return t, err
	}
	t.stride = kernel.Cols(labels)
	t.weight = make([]float32, d*t.stride)
	for l := range labels {
		for i := range d {
			t.weight[i*t.stride+l] = w[l*d+i]
		}
	}
	t.bias, err = f.floats("tag.bias", labels)
	return t, err
}

// TagStride is the number of values that [Model.Tag] gives for a unit.
func (m *Model) TagStride() int { return m.tag.stride }

// Tag scores the labels of all taggings, in the order of the header, for each of the vectors. The scores of a unit begin every
// m.TagStride() values. It uses dst's memory if it is enough.
func (m *Model) Tag(dst, vectors []float32) []float32 {
	d := m.Width()
	n := len(vectors) / d
	dst = kernel.Grow(dst, n*m.tag.stride)
	m.kernel.MatMul(dst, vectors, m.tag.weight, n, d, m.tag.stride, d, m.tag.stride, m.tag.stride)
	for u := range n {
		row := dst[u*m.tag.stride:]
		for i, b := range m.tag.bias {
			row[i] += b
		}
	}
	return dst
}
