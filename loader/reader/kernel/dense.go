package kernel

import "math"

// The tile of the int8 product: rows of x by outputs.
const (
	tileRows = 4
	tileOuts = 64
)

// Dense is a linear layer, y = x·Wᵀ + b, with int8 weights and one scale for each output. It does not change.
type Dense struct {
	In, Out int
	in4     int       // In in groups of four bytes, the last padded with zeros
	outs    int       // Out rounded up to whole tiles
	packed  []int8    // [outs/64][in4][64][4]
	offset  []int32   // planeZero·Σw of each output
	scale   []float32 // of each output
	bias    []float32
}

// NewDense packs a layer: w has out rows of in weights, scale and bias have out values.
func NewDense(in, out int, w []int8, scale, bias []float32) *Dense {
	d := &Dense{In: in, Out: out, in4: (in + 3) / 4, outs: roundUp(out, tileOuts)}
	d.packed = make([]int8, d.outs*d.in4*4)
	d.offset = make([]int32, d.outs)
	d.scale = append(make([]float32, 0, d.outs), scale[:out]...)[:d.outs]
	d.bias = append(make([]float32, 0, d.outs), bias[:out]...)[:d.outs]
	for o := range out {
		d.offset[o] = d.pack(o, w[o*in:][:in])
	}
	return d
}

// pack stores the weights of an output, and returns planeZero times their sum, modulo 2³².
func (d *Dense) pack(o int, w []int8) int32 {
	sum, panel := int32(0), d.packed[(o/tileOuts*d.in4*tileOuts+o%tileOuts)*4:]
	for i, q := range w {
		panel[i/4*tileOuts*4+i%4] = q
		sum += int32(q)
	}
	return planeZero * sum
}

// Stride is the distance between the rows of the product: Out rounded up to whole tiles.
func (d *Dense) Stride() int { return d.outs }

// Dense multiplies the rows of q with a layer. y gets rows of d.Stride() values, of which the first d.Out count; it
// has room for q.Rows() rounded up to a multiple of four, and what is written to those last rows means nothing.
// q was quantized by the same kernel.
func (k Kernel) Dense(y []float32, d *Dense, q *Quantized) {
	if d.in4 != q.in4 || len(y) < len(q.scale)*d.outs {
		panic("kernel: the shapes of a product do not fit")
	}
	k.ops.dense(y, d, q)
}

// Quantized is a matrix of activations in whole numbers of 14 bits: each row as round(x·limit/max|x|), where limit is
// 8191, or less if the sums of so many products with int8 could leave int32. With 8 bits, which are usual, the scores
// of the network are off by 2 to 5 % of their deviation. The zero value is empty.
type Quantized struct {
	rows, in4 int
	wide      []int16   // whole tiles of rows, each of in4·4 values; or
	planes    []uint8   // whole tiles of rows, each of in4·4 high bytes, then as many low bytes, of the value + planeZero
	scale     []float32 // of each row
}

const (
	topLimit  = 1<<13 - 1
	planeZero = 1 << 13 // makes the values of planes positive
)

// Rows is the number of rows.
func (q *Quantized) Rows() int { return q.rows }

// Quantize stores rows of in values, which begin every stride values of x, using q's memory again. The values are finite.
func (k Kernel) Quantize(q *Quantized, x []float32, rows, in, stride int) {
	q.rows, q.in4 = rows, (in+3)/4
	padded := roundUp(rows, tileRows)
	q.scale = Grow(q.scale, padded)
	k.ops.reserve(q, padded*q.in4*4)
	limit := float32(min(topLimit, math.MaxInt32/(128*in)))
	for r := range rows {
		row := x[r*stride:][:in]
		n := whole(in)
		top, by := max(k.ops.top(row[:n]), portable{}.top(row[n:])), float32(0)
		if top > smallest {
			by = limit / top
		}
		q.scale[r] = top / limit
		k.ops.quantize(q, r, row, by)
	}
}

// smallest is the top of a row below which it counts as zeros: the limit divided by it is still finite.
const smallest = 1e-30

func (q *Quantized) wideRow(r int) []int16 { return q.wide[r*q.in4*4:][:q.in4*4] }

func (q *Quantized) planesOf(r int) (high, low []uint8) {
	n := q.in4 * 4
	row := q.planes[2*r*n:][:2*n]
	return row[:n], row[n:]
}

func roundUp(n, to int) int { return (n + to - 1) / to * to }
