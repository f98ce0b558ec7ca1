package kernel

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
	offset  []int32   // 128·Σw of each output: x is stored with 128 added
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

// pack stores the weights of an output, and returns 128 times their sum.
func (d *Dense) pack(o int, w []int8) int32 {
	sum, panel := int32(0), d.packed[(o/tileOuts*d.in4*tileOuts+o%tileOuts)*4:]
	for i, q := range w {
		panel[i/4*tileOuts*4+i%4] = q
		sum += int32(q)
	}
	return 128 * sum
}

// Stride is the distance between the rows of the product: Out rounded up to whole tiles.
func (d *Dense) Stride() int { return d.outs }

// Dense multiplies the rows of q with a layer. y gets rows of d.Stride() values, of which the first d.Out count; it
// has room for q.Rows() rounded up to a multiple of four, and what is written to those last rows means nothing.
func (k Kernel) Dense(y []float32, d *Dense, q *Quantized) {
	if d.in4 != q.in4 || len(y) < len(q.scale)*d.outs {
		panic("kernel: the shapes of a product do not fit")
	}
	k.ops.dense(y, d, q)
}

// Quantized is a matrix of activations in uint8: each row as round(x·127/max|x|) + 128. The zero value is empty.
type Quantized struct {
	rows, in4 int
	data      []uint8   // whole tiles of rows, each of in4·4 bytes
	scale     []float32 // of each row, max|x|/127
}

// Rows is the number of rows.
func (q *Quantized) Rows() int { return q.rows }

// Quantize stores rows of in values, which begin every stride values of x, using q's memory again. The values are finite.
func (k Kernel) Quantize(q *Quantized, x []float32, rows, in, stride int) {
	q.rows, q.in4 = rows, (in+3)/4
	q.data = Grow(q.data, roundUp(rows, tileRows)*q.in4*4)
	q.scale = Grow(q.scale, roundUp(rows, tileRows))
	for r := range rows {
		q.scale[r] = k.quantizeRow(q.data[r*q.in4*4:][:q.in4*4], x[r*stride:][:in])
	}
}

// quantizeRow stores one row and returns its scale. What lies behind the row's values is multiplied with zeros.
func (k Kernel) quantizeRow(dst []uint8, x []float32) float32 {
	n := whole(len(x))
	top := max(k.ops.top(x[:n]), portable{}.top(x[n:]))
	by := float32(0)
	if top > smallest {
		by = 127 / top
	}
	k.ops.quantize(dst, x[:n], by)
	portable{}.quantize(dst[n:], x[n:], by)
	return top / 127
}

// smallest is the top of a row below which it counts as zeros: 127 divided by it is still finite.
const smallest = 1e-30

func roundUp(n, to int) int { return (n + to - 1) / to * to }
