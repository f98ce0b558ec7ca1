package encoder

import (
	"math"

	"github.com/newsgraph/newsgraph/loader/reader/kernel"
)

const (
	attentionRows = 8  // queries that are done at once
	blockRows     = 64 // rows that go through the feed-forward part at once: they stay in the cache
)

// arena is the memory of one pass through the network, to be used again.
type arena struct {
	x       []float32 // [pieces, hidden], the state
	sum     []float32 // [pieces, stride], what is added to it
	qkv     []float32
	keys    []float32 // [head, pieces], the keys of a head as columns
	values  []float32 // [pieces, head]
	scores  []float32 // [attentionRows, pieces]
	mixed   []float32 // [attentionRows, head]
	joined  []float32 // [pieces, hidden], what attention gives
	inner   []float32 // [blockRows, ffn]
	q, wide kernel.Quantized
	firsts  []int // the place of each unit's first piece
}

// Vectors gives units [start, end) of a text their vectors, each of m.Width() values, as if they were the whole text. It
// uses dst's memory if it is enough. Time is linear in the number of units.
func (m *Model) Vectors(dst []float32, t *Text, start, end int) []float32 {
	d := m.Width()
	dst = kernel.Grow(dst, (end-start)*d)
	ar, _ := m.arenas.Get().(*arena)
	defer m.arenas.Put(ar)
	units, last := t.Units[start:end], []Unit(nil)
	for _, w := range m.header.Architecture.windows(units) {
		// A text that says the same over and over, such as a line of quote marks, has the same windows.
		if now := units[w.start:w.end]; !t.alike(last, now) {
			m.forward(ar, t, now)
			last = now
		}
		for u := w.from; u < w.to; u++ {
			copy(dst[u*d:][:d], ar.x[ar.firsts[u-w.start]*d:])
		}
	}
	return dst
}

// forward puts the vectors of a window's pieces into ar.x.
func (m *Model) forward(ar *arena, t *Text, units []Unit) {
	n := m.embedWindow(ar, t, units)
	for i := range m.layers {
		m.layer(ar, &m.layers[i], n)
	}
}

// embedWindow begins a window, and returns the number of its pieces.
func (m *Model) embedWindow(ar *arena, t *Text, units []Unit) int {
	d := m.Width()
	ar.x, ar.firsts = kernel.Grow(ar.x, padRows(m.header.Architecture.Window)*d), ar.firsts[:0]
	n := 0
	add := func(piece int32, u Unit) {
		m.embedPiece(ar.x[n*d:][:d], piece, u)
		n++
	}
	add(m.vocabulary.cls, Unit{})
	for _, u := range units {
		ar.firsts = append(ar.firsts, n)
		for _, piece := range t.Pieces(u) {
			add(piece, u)
		}
	}
	add(m.vocabulary.sep, Unit{})
	m.addNorm(ar.x, m.embed.position, n, d, m.embed.norm)
	return n
}

func (m *Model) embedPiece(x []float32, piece int32, u Unit) {
	d := len(x)
	shape, quote, gap := m.embed.features[0][int(u.Shape)*d:], m.embed.features[1][int(u.Quote)*d:], m.embed.features[2][int(u.Break)*d:]
	shape, quote, gap = shape[:d], quote[:d], gap[:d]
	for i := range x {
		x[i] = shape[i] + quote[i] + gap[i]
	}
	m.embed.word.addTo(x, int(piece))
}

func (m *Model) addNorm(x, r []float32, rows, stride int, n layerNorm) {
	m.kernel.AddNorm(x, r, rows, stride, n.weight, n.bias, m.header.Architecture.Eps)
}

// layer takes the state of n pieces through a layer.
func (m *Model) layer(ar *arena, l *layer, n int) {
	d, k := m.Width(), m.kernel
	k.Quantize(&ar.q, ar.x, n, d, d)
	ar.qkv = kernel.Grow(ar.qkv, padRows(n)*l.qkv.Stride())
	k.Dense(ar.qkv, l.qkv, &ar.q)
	m.attention(ar, l.qkv.Stride(), n)

	k.Quantize(&ar.q, ar.joined, n, d, d)
	ar.sum = kernel.Grow(ar.sum, padRows(n)*l.out.Stride())
	k.Dense(ar.sum, l.out, &ar.q)
	m.addNorm(ar.x, ar.sum, n, l.out.Stride(), l.norm1)

	for from := 0; from < n; from += blockRows {
		m.feedForward(ar, l, from, min(blockRows, n-from))
	}
}

// feedForward takes rows of the state through the second half of a layer.
func (m *Model) feedForward(ar *arena, l *layer, from, rows int) {
	d, k := m.Width(), m.kernel
	x, stride := ar.x[from*d:], l.up.Stride()
	ar.inner = kernel.Grow(ar.inner, blockRows*stride)
	k.Quantize(&ar.q, x, rows, d, d)
	k.Dense(ar.inner, l.up, &ar.q)
	k.GELU(ar.inner[:rows*stride])
	k.Quantize(&ar.wide, ar.inner, rows, l.up.Out, stride)
	k.Dense(ar.sum, l.down, &ar.wide)
	m.addNorm(x, ar.sum, rows, l.down.Stride(), l.norm2)
}

// attention mixes the values of n pieces, head by head, into ar.joined.
func (m *Model) attention(ar *arena, stride, n int) {
	d, heads := m.Width(), m.header.Architecture.Heads
	size := d / heads
	ar.joined = kernel.Grow(ar.joined, n*d)
	ar.keys = kernel.Grow(ar.keys, size*kernel.Cols(n))
	ar.values = kernel.Grow(ar.values, n*kernel.Cols(size))
	ar.scores = kernel.Grow(ar.scores, attentionRows*kernel.Cols(n))
	ar.mixed = kernel.Grow(ar.mixed, attentionRows*kernel.Cols(size))
	for h := range heads {
		h := head{first: h * size, size: size, hidden: d, stride: stride, pieces: n}
		h.columns(ar)
		for row := 0; row < n; row += attentionRows {
			h.mix(m.kernel, ar, row)
		}
	}
}

// head is one head's part of the attention of a window.
type head struct{ first, size, hidden, stride, pieces int }

// columns puts the head's keys down as columns, scaled by 1/√size, and its values as rows of their own.
func (h head) columns(ar *arena) {
	cols, wide := kernel.Cols(h.pieces), kernel.Cols(h.size)
	scale := float32(1 / math.Sqrt(float64(h.size)))
	for p := range h.pieces {
		key := ar.qkv[p*h.stride+h.hidden+h.first:][:h.size]
		column := ar.keys[p:]
		for i, v := range key {
			column[i*cols] = v * scale
		}
		value := ar.values[p*wide:][:wide]
		clear(value[copy(value, ar.qkv[p*h.stride+2*h.hidden+h.first:][:h.size]):])
	}
	for i := range h.size {
		clear(ar.keys[i*cols+h.pieces : (i+1)*cols])
	}
}

// mix does the queries of a few rows. The rows of qkv behind the last piece are there, and what they give is not used.
func (h head) mix(k kernel.Kernel, ar *arena, row int) {
	cols, wide := kernel.Cols(h.pieces), kernel.Cols(h.size)
	k.MatMul(ar.scores, ar.qkv[row*h.stride+h.first:], ar.keys, attentionRows, h.size, cols, h.stride, cols, cols)
	var share [attentionRows]float32
	rows := min(attentionRows, h.pieces-row)
	for r := range rows {
		scores := ar.scores[r*cols:][:cols]
		for i := h.pieces; i < cols; i++ {
			scores[i] = float32(math.Inf(-1))
		}
		share[r] = 1 / k.Softmax(scores)
	}
	k.MatMul(ar.mixed, ar.scores, ar.values, attentionRows, h.pieces, wide, cols, wide, wide)
	for r := range rows {
		out := ar.joined[(row+r)*h.hidden+h.first:][:h.size]
		for i, v := range ar.mixed[r*wide:][:h.size] {
			out[i] = v * share[r]
		}
	}
}

// padRows is the number of rows for which there must be room: whole tiles, and whole groups of queries.
func padRows(n int) int { return (n + attentionRows - 1) / attentionRows * attentionRows }
