package encoder

import (
	"fmt"
	"slices"
	"sync"

	"github.com/newsgraph/newsgraph/loader/reader/kernel"
)

// Model is a network with its weights.
type Model struct {
	header     Header
	kernel     kernel.Kernel
	vocabulary *vocabulary
	embed      embedding
	layers     []layer
	tag        tagHead
	links      []*Link
	roles      *Roles
	arenas     sync.Pool // of *arena
}

// embedding is the tables whose rows are added to make a piece's first vector.
type embedding struct {
	word     *rows
	position []float32
	features [3][]float32 // of shape, quote, break
	norm     layerNorm
}

// layerNorm is the weight and bias of a layer norm.
type layerNorm struct{ weight, bias []float32 }

// layer is one transformer layer. The rows of query, key and value are one below the other.
type layer struct {
	qkv, out, up, down *kernel.Dense
	norm1, norm2       layerNorm
}

// Load reads a weights file, of which it keeps parts: raw must not change after. Errors wrap [ErrWeights].
func Load(raw []byte, k kernel.Kernel) (*Model, error) {
	f, err := open(raw)
	if err != nil {
		return nil, err
	}
	m := &Model{header: *f.header, kernel: k}
	m.arenas.New = func() any { return new(arena) }
	for _, load := range []func(*file) error{m.loadEmbedding, m.loadLayers, m.loadHeads} {
		if err := load(f); err != nil {
			return nil, err
		}
	}
	m.vocabulary, err = f.vocabulary()
	return m, err
}

// Header describes the model. It must not be changed.
func (m *Model) Header() *Header { return &m.header }

// Width is the number of values of a vector.
func (m *Model) Width() int { return m.header.Architecture.Hidden }

func (m *Model) loadEmbedding(f *file) (err error) {
	a, e := &m.header.Architecture, &m.embed
	if e.word, err = f.rows("embed.word", a.Vocabulary, a.Hidden); err != nil {
		return err
	}
	if e.position, err = f.floats("embed.position", a.Positions, a.Hidden); err != nil {
		return err
	}
	for i, t := range []struct {
		name string
		rows int
	}{{"shape", a.Shapes}, {"quote", a.Quotes}, {"break", a.Breaks}} {
		if e.features[i], err = f.floats("embed."+t.name, t.rows, a.Hidden); err != nil {
			return err
		}
	}
	e.norm, err = f.norm("embed.norm", a.Hidden)
	return err
}

func (f *file) norm(name string, width int) (layerNorm, error) {
	w, err := f.floats(name+".weight", width)
	if err != nil {
		return layerNorm{}, err
	}
	b, err := f.floats(name+".bias", width)
	return layerNorm{weight: w, bias: b}, err
}

func (m *Model) loadLayers(f *file) error {
	m.layers = make([]layer, m.header.Architecture.Layers)
	for i := range m.layers {
		if err := m.layers[i].load(f, fmt.Sprintf("layer.%d.", i)); err != nil {
			return err
		}
	}
	return nil
}

func (l *layer) load(f *file, name string) (err error) {
	d, ffn := f.header.Architecture.Hidden, f.header.Architecture.FFN
	if l.qkv, err = f.dense(0, d, d, name+"query", name+"key", name+"value"); err != nil {
		return err
	}
	if l.out, err = f.dense(0, d, d, name+"out"); err != nil {
		return err
	}
	if l.up, err = f.dense(0, d, ffn, name+"up"); err != nil {
		return err
	}
	if l.down, err = f.dense(0, ffn, d, name+"down"); err != nil {
		return err
	}
	if l.norm1, err = f.norm(name+"norm1", d); err != nil {
		return err
	}
	l.norm2, err = f.norm(name+"norm2", d)
	return err
}

// dense packs linear layers of the same input, each of out outputs, as one, with more outputs, which are 0, behind.
func (f *file) dense(more, in, out int, names ...string) (*kernel.Dense, error) {
	total := out*len(names) + more
	var w []int8
	var scale, bias []float32
	for _, name := range names {
		r, err := f.rows(name+".weight", out, in)
		if err != nil {
			return nil, err
		}
		b, err := f.floats(name+".bias", out)
		if err != nil {
			return nil, err
		}
		w = slices.Grow(w, len(r.values)+more*in)
		for _, v := range r.values {
			w = append(w, int8(v))
		}
		scale, bias = append(scale, r.scales...), append(bias, b...)
	}
	w = append(w, make([]int8, more*in)...)
	scale, bias = append(scale, make([]float32, more)...), append(bias, make([]float32, more)...)
	return kernel.NewDense(in, total, w, scale, bias), nil
}
